"""What an officer does to amend the real memorandum in the real window."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from mou_desktop.gui.columns.cell import Cell
from mou_desktop.model import final
from mou_desktop.model.draft import Draft
from mou_desktop.model.record import SignatureRecord
from tests.golden.real_case import FIELDS, PERSONAL_DATA, SENTENCE, TAGS
from tests.gui.conftest import Officer

NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)
SIGNATORIES = ("Vusal Alyev", "Nurlan Musagalievich Dukenbaev")
SEX = "parties.1.signatory.sex"


def sign(officer: Officer, day: str, place: str = "Ganja") -> None:
    """Mark the draft on the screen as final and record that it was signed."""
    officer.window.concluding.mark_final()
    session = officer.window.session
    assert session.draft.final is not None, officer.answers.errors
    session.conclude(final.record(session.draft, SignatureRecord(day, place, SIGNATORIES), NOW))


def begin(officer: Officer) -> None:
    """Date and sign the example, and begin to amend it."""
    officer.type("date.day", "5")
    officer.window.session.change("date.month", "5")
    sign(officer, "2026-05-05")
    officer.window.session.undo_stack.setClean()
    officer.window.amend()
    officer.window.columns.complete()
    assert officer.window.session.draft.amending is not None, officer.answers.errors


def cell(officer: Officer, place: str, tag: str) -> Cell:
    """The text of a place in a version, with the caret at its end."""
    officer.window.columns.edit(tag, place)
    found = officer.window.columns.current()
    assert found is not None
    return found


def replace(officer: Officer, place: str, tag: str, old: str, new: str) -> None:
    """Mark words in a text and type others."""
    found = cell(officer, place, tag)
    cursor = found.textCursor()
    start = found.document().toRawText().index(old)
    cursor.setPosition(start)
    cursor.setPosition(start + len(old), QTextCursor.MoveMode.KeepAnchor)
    found.setTextCursor(cursor)
    officer.commit(found, new)


def amend_as_in_the_real_case(officer: Officer) -> None:
    """Everything that changes in the real case: by the form, in the texts, from the menu."""
    window = officer.window
    for path, text in FIELDS.items():
        if path == SEX:
            window.session.change(path, text)
        else:
            officer.type(path, text)
    for tag, (old, new) in SENTENCE.items():
        replace(officer, "information", tag, old, new)
    cell(officer, "termination", "ru")
    window.agreement.delete_article()
    cell(officer, "testimonium", "ru")
    window.agreement.insert_article(0)
    new_article = window.agreement.article
    for tag in TAGS:
        officer.commit(cell(officer, new_article, tag), PERSONAL_DATA[tag])
    confirm_texts(officer)
    window.amending.watch.finish()


def confirm_texts(officer: Officer) -> None:
    """Go from one text that is to be reviewed to the next, and confirm it."""
    while officer.window.agreement.next_open():
        officer.window.go_to_open_text()
        officer.window.agreement.confirm()


def rows(officer: Officer) -> list[tuple[str, str]]:
    """The list of the amendments: each with the languages in which it is still to be written."""
    tree = officer.window.amending.list.tree
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def press(officer: Officer, name: str) -> None:
    """Press a button of the bar or of the list."""
    button = officer.window.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def told(officer: Officer, name: str) -> str:
    """What the bar says."""
    label = officer.window.findChild(QLabel, name)
    assert label is not None, name
    return label.text() if label.isVisible() else ""


def draft(officer: Officer) -> Draft:
    return officer.window.session.draft
