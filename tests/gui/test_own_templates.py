"""A draft's wording is saved as a template, which stands beside the built-in ones."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from mou_desktop.gui.dialogs.template import TemplateDialog
from mou_desktop.gui.session import ARTICLES
from mou_desktop.gui.settings import Settings
from mou_desktop.model import texts
from mou_desktop.model.draft import blank_draft
from mou_desktop.store import own_templates, templates

from .conftest import Officer

Use = Callable[[TemplateDialog], None]
NAMES = {"az": "Muzeylər", "kk": "Мұражайлар", "ru": "Музеи", "en": "Museums"}


def save_as_template(officer: Officer, use: Use) -> None:
    """Choose the command and do something in the dialog; it closes afterwards."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TemplateDialog)
        try:
            use(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, act)
    command(officer, "Save as &template…").trigger()


def command(officer: Officer, text: str) -> QAction:
    return next(each for each in officer.window.findChildren(QAction) if each.text() == text)


def fill_in(dialog: TemplateDialog, names: dict[str, str]) -> None:
    for tag, name in names.items():
        line(dialog, tag).setText(name)


def line(dialog: TemplateDialog, tag: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"template.name.{tag}")
    assert found is not None
    return found


def save(dialog: TemplateDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "template.save")
    assert found is not None
    return found


def named(dialog: TemplateDialog) -> None:
    fill_in(dialog, NAMES)
    save(dialog).click()


def new_menu(officer: Officer) -> list[QAction]:
    """What File → New offers when it is opened."""
    menu = next(each for each in officer.window.findChildren(QMenu) if each.title() == "&New")
    menu.aboutToShow.emit()
    return [each for each in menu.actions() if not each.isSeparator()]


def test_a_template_has_the_draft_s_wording_and_none_of_its_values(
    officer: Officer, settings: Settings
) -> None:
    session = officer.window.session
    session.apply(ARTICLES, texts.insert_article(session.draft, 0))
    for tag in session.draft.values.languages:
        wording = texts.rewrite(session.draft, tag, "new-1", (f"{tag}: {{{{}}}}",))
        session.apply(f"version.{tag}.new-1", wording)
    save_as_template(officer, named)
    (own,) = own_templates.listed(settings.own_templates)
    assert own.template is not None
    assert own.template.id == "museums"
    assert own.template.names == NAMES
    assert own.template.articles == session.draft.articles
    assert own.template.texts["kk"].articles["new-1"] == ("kk: {{}}",)
    session.undo_stack.setClean()
    new_menu(officer)[-1].trigger()
    assert session.draft.values == blank_draft(own.template).values
    assert "kk: {}" in officer.preview("kk")


def test_it_stands_in_file_new_in_the_screens_language(officer: Officer) -> None:
    before = [action.text() for action in new_menu(officer)]
    save_as_template(officer, named)
    assert [action.text() for action in new_menu(officer)] == [*before, "Museums"]
    assert [action.text() for action in new_menu(officer)] == [*before, "Museums"]
    officer.window.use_screen_language("ru")
    assert new_menu(officer)[-1].text() == "Музеи"


def test_the_proposed_names_are_those_of_the_drafts_template(officer: Officer) -> None:
    proposed: dict[str, str] = {}

    def read(dialog: TemplateDialog) -> None:
        proposed.update({tag: line(dialog, tag).text() for tag in NAMES})

    save_as_template(officer, read)
    builtin = templates.builtin("memorandum").names
    assert proposed == {tag: f"{builtin[tag]} (2)" for tag in NAMES}


def test_a_name_is_needed_in_each_language(officer: Officer, settings: Settings) -> None:
    enabled: list[bool] = []

    def leave_one_out(dialog: TemplateDialog) -> None:
        fill_in(dialog, {**NAMES, "kk": " "})
        enabled.append(save(dialog).isEnabled())
        fill_in(dialog, NAMES)
        enabled.append(save(dialog).isEnabled())

    save_as_template(officer, leave_one_out)
    assert enabled == [False, True]
    assert own_templates.listed(settings.own_templates) == []


def test_a_name_that_is_taken_is_told(officer: Officer, settings: Settings) -> None:
    save_as_template(officer, named)
    save_as_template(officer, named)
    assert officer.answers.errors == [
        "there is a template “Muzeylər” already; change the name",
    ]
    assert len(own_templates.listed(settings.own_templates)) == 1


def test_an_article_that_is_not_written_yet_is_told(officer: Officer, settings: Settings) -> None:
    session = officer.window.session
    session.apply(ARTICLES, texts.insert_article(session.draft, 0))
    session.apply("version.az.new-1", texts.rewrite(session.draft, "az", "new-1", ("Mətn.",)))
    command(officer, "Save as &template…").trigger()
    assert officer.answers.errors == ["1-бап (Қазақша) has no text yet; write it first"]
    assert own_templates.listed(settings.own_templates) == []


def test_a_broken_template_is_listed_with_its_error(officer: Officer, settings: Settings) -> None:
    save_as_template(officer, named)
    (settings.own_templates / "museums" / "kk.toml").unlink()
    action = new_menu(officer)[-1]
    assert action.text() == "museums"
    assert not action.isEnabled()
    assert action.toolTip().startswith("museums/kk.toml: cannot be read")


def test_an_own_template_does_not_hide_the_built_in_one(
    officer: Officer, settings: Settings
) -> None:
    save_as_template(officer, named)
    folder = settings.own_templates / "museums"
    head = folder / "template.toml"
    head.write_text(head.read_text("utf-8").replace('"museums"', '"memorandum"'), "utf-8")
    shutil.move(folder, settings.own_templates / "memorandum")
    names = [action.text() for action in new_menu(officer)]
    assert [names[0], names[-1]] == ["Memorandum of Understanding and Cooperation", "Museums"]
    new_menu(officer)[-1].trigger()
    assert officer.window.session.draft.template.names["en"] == "Museums"


@pytest.mark.parametrize("tag", ["az", "kk", "ru"])
def test_the_dialog_speaks_the_screens_language(officer: Officer, tag: str) -> None:
    titles: list[str] = []
    officer.window.use_screen_language(tag)
    QTimer.singleShot(0, lambda: titles.append(_close_dialog()))
    officer.window.dialogs.save_as_template()
    assert titles != ["Save as template"]


def _close_dialog() -> str:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TemplateDialog)
    dialog.reject()
    return dialog.windowTitle()


def test_the_folder_of_the_tests_is_not_the_officers(settings: Settings, tmp_path: Path) -> None:
    assert settings.own_templates.is_relative_to(tmp_path)
