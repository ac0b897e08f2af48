"""The questions themselves, as the officer sees and answers them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QTextBrowser,
)

from mou_desktop.amend.compare import compare_versions
from mou_desktop.gui.answers import Answer
from mou_desktop.gui.dialogs.differences import ChangedOnDiskDialog
from mou_desktop.gui.dialogs.recovery import RecoveryDialog
from mou_desktop.gui.offers import Offer, Versions
from mou_desktop.gui.prompts import Prompts
from mou_desktop.model import fields
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples, locks, process
from mou_desktop.store.locks import Owner
from mou_desktop.store.process import Process
from mou_desktop.store.recovery import Recovered, State

from .conftest import Officer

NOW = datetime.now().astimezone()


@pytest.fixture
def versions() -> Versions:
    """Six copies instead of four."""
    draft = examples.load("memorandum")
    changed = fields.change(draft, "copies", "6")
    return compare_versions(render_all(draft), render_all(changed))


def offer(name: str, versions: Versions) -> Offer:
    recovered = Recovered(Path(name), State(examples.load("memorandum")), NOW)
    return Offer(recovered, name, ("Ganja Reserve", "Museum"), f"note on {name}", versions)


def press(dialog: QDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def tabs(dialog: QDialog) -> QTabWidget:
    found = dialog.findChild(QTabWidget, "differences")
    assert isinstance(found, QTabWidget)
    return found


def while_asked(question: Callable[[], object], act: Callable[[QDialog], None]) -> object:
    """The answer to a modal question in which `act` is done."""
    seen: list[QDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog)
        act(dialog)

    QTimer.singleShot(0, answer)
    outcome = question()
    assert seen
    return outcome


def test_each_language_that_differs_has_its_redline(officer: Officer, versions: Versions) -> None:
    dialog = ChangedOnDiskDialog("ganja", versions, officer.window)
    pages = tabs(dialog)
    names = [pages.tabText(number) for number in range(pages.count())]
    assert names == ["Azərbaycanca (1)", "Қазақша (1)", "Русский (1)", "English (1)"]
    page = pages.currentWidget()
    assert isinstance(page, QTextBrowser)
    assert page.accessibleName() == "English"
    assert "in 4 (four)6 (six) copies" in page.toPlainText().replace("\u00a0", " ")


def test_texts_that_are_the_same_are_said_to_be(officer: Officer) -> None:
    documents = render_all(examples.load("memorandum"))
    dialog = ChangedOnDiskDialog("ganja", compare_versions(documents, documents), officer.window)
    dialog.show()
    assert not tabs(dialog).isVisible()


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("changed.overwrite", Answer.OVERWRITE),
        ("changed.save_as", Answer.SAVE_AS),
        ("changed.cancel", Answer.CANCEL),
    ],
)
def test_a_changed_file_is_answered_with_a_button(
    officer: Officer, versions: Versions, button: str, answer: Answer
) -> None:
    prompts = Prompts(officer.window)
    given = while_asked(
        lambda: prompts.changed_on_disk("ganja", versions), lambda dialog: press(dialog, button)
    )
    assert given is answer


def test_enter_does_not_overwrite_and_escape_does_nothing(
    officer: Officer, versions: Versions
) -> None:
    prompts = Prompts(officer.window)
    for key, answer in ((Qt.Key.Key_Return, Answer.SAVE_AS), (Qt.Key.Key_Escape, Answer.CANCEL)):
        given = while_asked(
            lambda: prompts.changed_on_disk("ganja", versions),
            lambda dialog, key=key: QTest.keyClick(dialog, key),  # type: ignore[misc]
        )
        assert given is answer


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("recovery.recover", Answer.RECOVER),
        ("recovery.discard", Answer.DISCARD),
        ("recovery.cancel", Answer.CANCEL),
    ],
)
def test_the_chosen_draft_is_recovered_discarded_or_left(
    officer: Officer, versions: Versions, button: str, answer: Answer
) -> None:
    offers = [offer("first", versions), offer("second", versions)]

    def act(dialog: QDialog) -> None:
        listed = dialog.findChild(QListWidget, "recovery.list")
        assert listed is not None
        listed.setCurrentRow(1)
        press(dialog, button)

    prompts = Prompts(officer.window)
    assert while_asked(lambda: prompts.recovery(offers, []), act) == (answer, 1)


def test_the_list_names_draft_time_and_parties(officer: Officer, versions: Versions) -> None:
    dialog = RecoveryDialog([offer("ganja", versions)], ["x is damaged"], officer.window)
    listed = dialog.findChild(QListWidget, "recovery.list")
    assert listed is not None
    lines = listed.item(0).text().split("\n")
    assert lines[0].startswith("ganja  ·  ")
    assert f"{NOW:%H:%M}" in lines[0]
    assert lines[1:] == ["Ganja Reserve", "Museum"]
    assert tabs(dialog).count() == 4


@pytest.mark.parametrize(
    ("owner", "told", "buttons"),
    [
        (
            Owner("aigul", Process("astana-7", 5, "1"), NOW),
            "aigul has had “ganja” open since",
            {"Open read-only", "Cancel"},
        ),
        (
            Owner("aigul", Process("astana-7", 5, "1"), NOW - timedelta(days=2)),
            "aigul has had “ganja” open since",
            {"Open read-only", "Open anyway", "Cancel"},
        ),
        (
            Owner(locks.user_name(), process.here(), NOW),
            "You have “ganja” open in another window",
            {"Open read-only", "Cancel"},
        ),
        (
            Owner("", Process("", 0), NOW),
            "Somebody has had “ganja” open since",
            {"Open read-only", "Cancel"},
        ),
    ],
)
def test_who_has_a_draft_is_said_and_what_can_be_done(
    officer: Officer, owner: Owner, told: str, buttons: set[str]
) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert dialog.text().startswith(told)
        assert {each.text() for each in dialog.buttons()} == buttons
        next(each for each in dialog.buttons() if each.text() == "Open read-only").click()

    prompts = Prompts(officer.window)
    assert while_asked(lambda: prompts.locked("ganja", owner), act) is Answer.READ_ONLY
