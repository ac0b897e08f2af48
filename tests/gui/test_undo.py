"""One history for everything that is entered."""

from dataclasses import replace

from PySide6.QtCore import Qt

from mou_desktop.gui.session import Session
from mou_desktop.store import examples

from .conftest import Officer

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_word_typed_in_one_go_is_one_step(officer: Officer) -> None:
    before = officer.window.session.draft
    officer.type("parties.0.signatory.name.en", "Rashid Mammadov")
    assert "Rashid Mammadov" in officer.preview("en")
    officer.key(Qt.Key.Key_Z, CTRL)
    assert officer.window.session.draft == before
    assert "Vusal Alyev" in officer.preview("en")
    assert officer.input("parties.0.signatory.name.en").text() == "Vusal Alyev"  # type: ignore[attr-defined]
    officer.window.session.undo_stack.redo()
    assert "Rashid Mammadov" in officer.preview("en")


def test_the_undo_key_works_in_every_kind_of_input(officer: Officer) -> None:
    for path, text in (
        ("parties.0.name.en", "Reserve"),
        ("parties.0.signatory.name.en", "Rashid"),
        ("copies", "6"),
    ):
        before = officer.window.session.draft
        officer.type(path, text)
        assert officer.window.session.draft != before
        officer.key(Qt.Key.Key_Z, CTRL)
        assert officer.window.session.draft == before, path


def test_two_fields_are_two_steps(officer: Officer) -> None:
    officer.type("copies", "6")
    officer.type("duration_years", "7")
    officer.key(Qt.Key.Key_Z, CTRL)
    values = officer.window.session.draft.values
    assert (values.copies, values.duration_years) == (6, 5)


def test_coming_back_to_a_field_begins_a_new_step(officer: Officer) -> None:
    officer.type("copies", "6")
    officer.input("duration_years").setFocus()
    officer.type("copies", "7")
    officer.key(Qt.Key.Key_Z, CTRL)
    assert officer.window.session.draft.values.copies == 6


def test_a_step_is_named_after_its_field(officer: Officer) -> None:
    officer.type("copies", "6")
    assert officer.window.session.undo_name() == "change of “Number of copies”"


def test_typing_back_to_where_one_began_leaves_no_step() -> None:
    session = Session(examples.load("memorandum"))
    session.change("copies", "6")
    session.change("copies", "4")
    assert not session.undo_stack.canUndo()
    assert not session.modified


def test_everything_of_a_working_hour_is_undone_step_by_step_and_done_again(
    officer: Officer,
) -> None:
    """Fields, texts, articles, languages and the pages: one history for all of them."""
    session, agreement = officer.window.session, officer.window.agreement
    states, names = [session.draft], []

    def note() -> None:
        states.append(session.draft)
        names.append(session.undo_name())

    officer.type("place.ru", "Баку")
    note()
    officer.window.columns.edit("ru", "events")
    found = officer.window.columns.current()
    assert found is not None
    officer.commit(found, " Да.")
    note()
    agreement.insert_article(1)
    note()
    agreement.move_article(-1)
    note()
    session.change("languages", "ru,en")
    note()
    session.apply(
        "layout", replace(session.draft, layout=replace(session.draft.layout, seals=False))
    )
    note()
    assert all(state not in states[:number] for number, state in enumerate(states))
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.draft == states[0]
    assert officer.window.columns.languages == ["az", "kk", "ru", "en"]
    while session.undo_stack.canRedo():
        session.undo_stack.redo()
    assert session.draft == states[-1]
    assert officer.window.columns.languages == ["ru", "en"]
    assert "change of the articles" in names
    assert any("Languages" in name for name in names)
