"""The guide: in the program, in four languages, in the words of the menus."""

import os
import re
import subprocess
import sys
from gettext import translation
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from mou_desktop.gui.wording import DOMAIN
from mou_desktop.paths import resources, translations
from tests.gui.conftest import PATIENCE, Officer

ROOT = Path(__file__).parents[2]
LANGUAGES = ("az", "kk", "ru", "en")
TITLES = {"az": "Təlimat", "kk": "Нұсқаулық", "ru": "Руководство", "en": "Guide"}
FOLDER = resources() / "guide"
PICTURE = re.compile(r"!\[[^]]+\]\((.+?)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
KEY_OF_AN_ACTION = re.compile(r"^\| `([^`]+)` \| \*\*(.+)\*\* \|$", re.MULTILINE)
KEY_NAMES = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "Enter": "Return"}
# Room for all of them in the wheel, and in the memory of a reader.
LARGEST = 120 * 1024

every_language = pytest.mark.parametrize("tag", LANGUAGES)


def use(officer: Officer, tag: str) -> None:
    officer.window.use_screen_language(tag)
    QApplication.sendPostedEvents()


def text(tag: str) -> str:
    return (FOLDER / f"{tag}.md").read_text(encoding="utf-8")


def pictures(tag: str) -> list[str]:
    return PICTURE.findall(text(tag))


def plain(message: str) -> str:
    """A text of the screen without mnemonic and ellipsis, in one line."""
    return " ".join(message.replace("&", "").removesuffix("…").split())


def words_of_the_screen(tag: str) -> set[str]:
    catalog = translation(DOMAIN, translations(), [tag])._catalog  # type: ignore[attr-defined]
    return {plain(message) for message in catalog.values()}


def open_guide(officer: Officer) -> QDialog:
    QTest.keyClick(officer.window, Qt.Key.Key_F1)
    (guide,) = (each for each in officer.window.findChildren(QDialog) if each.isVisible())
    return guide


def page(guide: QDialog) -> QTextBrowser:
    found = guide.findChild(QTextBrowser, "guide.text")
    assert isinstance(found, QTextBrowser)
    return found


def picture_widths(shown: QTextBrowser) -> list[float]:
    document, widths = shown.document(), []
    block = document.begin()
    while block.isValid():
        formats = [fragment.fragment().charFormat() for fragment in block]
        widths += [each.toImageFormat().width() for each in formats if each.isImageFormat()]
        block = block.next()
    return widths


class TestText:
    @every_language
    def test_it_has_the_parts_that_the_other_languages_have(self, tag: str) -> None:
        def outline(tag: str) -> list[str]:
            return re.findall(r"^(#+ |- |\| |!)", text(tag), re.MULTILINE)

        assert outline(tag) == outline("en")
        assert [name.replace(f"/{tag}-", "/en-") for name in pictures(tag)] == pictures("en")

    @every_language
    def test_what_is_bold_is_a_text_of_the_screen(self, tag: str) -> None:
        known = words_of_the_screen(tag)
        named = [part for bold in BOLD.findall(text(tag)) for part in bold.split(" → ")]
        assert len(named) > 30
        assert {plain(name) for name in named} - known == set()

    @every_language
    def test_an_ellipsis_stands_where_the_menu_has_one(self, tag: str) -> None:
        catalog = translation(DOMAIN, translations(), [tag])._catalog  # type: ignore[attr-defined]
        known = {message.replace("&", "") for message in catalog.values()}
        named = [part for bold in BOLD.findall(text(tag)) for part in bold.split(" → ")]
        assert {" ".join(name.split()) for name in named} - known == set()

    @every_language
    def test_the_keys_are_those_of_the_menus(self, officer: Officer, tag: str) -> None:
        use(officer, tag)
        keys = {
            action.text().replace("&", ""): action.shortcuts()
            for action in officer.window.findChildren(QAction)
        }
        rows = KEY_OF_AN_ACTION.findall(text(tag))
        assert len(rows) > 12
        for key, name in rows:
            for sign, qt_name in KEY_NAMES.items():
                key = key.replace(sign, qt_name)
            assert QKeySequence(key) in keys[name], name


class TestPictures:
    def test_each_is_named_and_there(self) -> None:
        named = {name for tag in LANGUAGES for name in pictures(tag)}
        there = {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.png")}
        assert named == there

    def test_they_are_small(self) -> None:
        for file in FOLDER.rglob("*.png"):
            assert file.stat().st_size <= LARGEST, file.name
            assert not QImage(str(file)).isNull(), file.name

    @pytest.mark.slow
    def test_the_script_draws_them_all(self, tmp_path: Path) -> None:
        script = ROOT / "scripts" / "guide_pictures.py"
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, str(script), str(tmp_path), "kk"]
        subprocess.run(command, env=environment, check=True)
        drawn = {f"pictures/{file.name}" for file in tmp_path.iterdir()}
        assert drawn == set(pictures("kk"))


class TestWindow:
    @every_language
    def test_it_opens_in_the_language_of_the_screen(self, officer: Officer, tag: str) -> None:
        use(officer, tag)
        guide = open_guide(officer)
        assert guide.windowTitle() == TITLES[tag]
        assert page(guide).toPlainText().startswith(TITLES[tag])
        assert page(guide).accessibleName() == TITLES[tag]
        assert len(picture_widths(page(guide))) == len(pictures(tag))

    def test_it_follows_a_change_of_the_language(self, officer: Officer) -> None:
        guide = open_guide(officer)
        use(officer, "kk")
        assert guide.windowTitle() == TITLES["kk"]
        assert page(guide).toPlainText().startswith(TITLES["kk"])

    def test_the_menu_has_it(self, officer: Officer) -> None:
        entries = officer.window.menuBar().actions()[-1].menu().actions()
        (entry,) = (action for action in entries if action.text() == "&Guide")
        entry.trigger()
        assert any(each.isVisible() for each in officer.window.findChildren(QDialog))

    def test_work_goes_on_beside_it(self, officer: Officer) -> None:
        guide = open_guide(officer)
        assert not guide.isModal()
        officer.window.session.change("copies", "6")
        assert officer.window.session.modified

    def test_escape_closes_it_and_the_key_opens_it_again(self, officer: Officer) -> None:
        guide = open_guide(officer)
        QTest.keyClick(page(guide), Qt.Key.Key_Escape)
        assert not guide.isVisible()
        assert open_guide(officer) is guide

    def test_the_keys_move_the_text(self, officer: Officer, qtbot: QtBot) -> None:
        shown = page(open_guide(officer))
        qtbot.waitUntil(shown.hasFocus, timeout=PATIENCE)
        QTest.keyClick(shown, Qt.Key.Key_PageDown)
        assert shown.verticalScrollBar().value() > 0

    def test_no_picture_is_wider_than_the_window(self, officer: Officer) -> None:
        guide = open_guide(officer)
        full = [QImage(str(FOLDER / name)).width() for name in pictures("en")]
        guide.resize(QSize(500, 400))
        assert max(picture_widths(page(guide))) < 500
        guide.resize(QSize(max(full) + 200, 720))
        assert picture_widths(page(guide)) == full
