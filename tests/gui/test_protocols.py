"""A protocol in the window: a draft like any other, with fields of its own."""

from pathlib import Path

from PySide6.QtWidgets import QToolButton, QWidget

from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.export.text import to_text
from mou_desktop.gui.wording import field_label, form_label
from mou_desktop.model import fields
from mou_desktop.store import drafts
from tests.golden.real_case import TAGS, amended, mended, signed
from tests.gui.conftest import Officer

PROTOCOL = protocol(signed(), amended(signed()))


def opened(officer: Officer, folder: Path) -> None:
    drafts.save(PROTOCOL, folder / "protocol.mou")
    officer.window.files.open(folder / "protocol.mou")
    officer.window.columns.complete()


def test_its_number_is_changed_in_one_place_for_all_languages(
    officer: Officer, tmp_path: Path
) -> None:
    opened(officer, tmp_path)
    officer.type("number", "2")
    documents = officer.window.session.documents
    names = {tag: documents[tag].name.replace("\N{NO-BREAK SPACE}", " ") for tag in TAGS}
    assert names == {
        "az": "2 nömrəli PROTOKOL",
        "kk": "№ 2 ХАТТАМА",
        "ru": "ПРОТОКОЛ № 2",
        "en": "PROTOCOL No. 2",
    }
    officer.window.session.undo_stack.undo()
    assert officer.window.session.draft == PROTOCOL


def test_the_day_of_the_memorandum_can_be_filled_in(officer: Officer, tmp_path: Path) -> None:
    opened(officer, tmp_path)
    officer.type("amended.date.day", "9")
    assert officer.window.session.draft.values.amended.date.day == 9
    text = to_text(officer.window.session.documents["kk"])
    assert "туралы 2026 жылғы 9 мамырдағы меморандумға" in text


def test_its_form_has_no_term_and_begins_with_the_protocol(
    officer: Officer, tmp_path: Path
) -> None:
    opened(officer, tmp_path)
    window = officer.window
    assert window.findChild(QWidget, "duration_years") is None
    assert window.findChild(QWidget, "amended.subject.kk") is not None
    assert window.findChild(QWidget, "parties.1.signatory.name.ru") is not None


def test_it_is_saved_as_what_it_is(officer: Officer, tmp_path: Path) -> None:
    opened(officer, tmp_path)
    officer.type("number", "2")
    officer.window.files.save()
    assert drafts.load(tmp_path / "protocol.mou") == fields.change(PROTOCOL, "number", "2")


def test_the_form_of_a_correction_is_called_so(officer: Officer, tmp_path: Path) -> None:
    drafts.save(correction(signed(), mended(signed())), tmp_path / "correction.mou")
    officer.window.files.open(tmp_path / "correction.mou")
    officer.window.columns.complete()
    titles = [each.text() for each in officer.window.findChildren(QToolButton)]
    assert "Correction" in titles
    assert "Protocol" not in titles
    assert officer.window.findChild(QWidget, "amended.article") is None
    officer.type("number", "2")
    assert officer.window.session.documents["ru"].name == "АКТ №\N{NO-BREAK SPACE}2"


def test_every_field_and_form_has_a_name() -> None:
    for spec in PROTOCOL.template.fields:
        assert field_label(spec.path.removeprefix("parties.*."))
    assert form_label("possessed-locative") == "locative, after a genitive"
