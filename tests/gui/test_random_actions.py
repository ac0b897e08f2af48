"""Whatever an officer does, in whatever order: after each action the rows stand abreast, the window
shows what the file holds, and undoing all gives the draft of the beginning. Nothing raises.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from mou_desktop.gui.columns.cell import Cell
from mou_desktop.gui.pages.view import PagesView
from mou_desktop.gui.session import Session
from mou_desktop.model import fields, texts, versions
from mou_desktop.model.document import Title
from mou_desktop.model.draft import Draft
from mou_desktop.qtdoc import blocks
from mou_desktop.render.splice import shown
from mou_desktop.store import drafts
from tests.gui.conftest import Officer

NAMES = ("Нұрлан Сериков", "Vüsal Əliyev", "МУЗЕЙ «Гобустан»", "Ministry of Culture", "İ", "")
LETTERS = ("a", "😀", "ə", "қ", "{", "]", "«", " ", "№ 5", "\u00a0", "Maddə 9", "в лице")
LANGUAGES = ("", "az", "kk", "ru", "en")
PASTED = ("Слово", "one\r\n\r\ntwo\r\n", "•\tmaddə\x0b9", "\u202e{x}[", "\r\n", "ы" * 3000)
CHOICES = {
    "sex": ("", "m", "f"),
    "language": LANGUAGES,
    "prevailing": LANGUAGES,
    "originals": ("separate", "combined"),
    "alternat": ("yes", "yes", "no"),
}
KEYS = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Return,
    Qt.Key.Key_Left,
    Qt.Key.Key_Home,
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Does something that an officer could do, chosen by `chance`."""

    def __init__(self, officer: Officer, chance: random.Random) -> None:
        self.officer = officer
        self.window = officer.window
        self.chance = chance

    def act(self) -> str:
        """One action; its name."""
        actions: list[tuple[int, Callable[[], object]]] = [
            (10, self.type),
            (8, self.press),
            (3, self.select_and_delete),
            (3, self.paste),
            (2, self.drag_words),
            (4, self.insert_field),
            (4, self.fill_in),
            (2, self.choose_languages),
            (2, self.look_at_the_originals_of_a_party),
            (3, self.arrange),
            (3, self.window.agreement.confirm),
            (1, self.keep_or_go_back),
            (3, self.find_and_replace),
            (2, self.review),
            (2, self.arrange_screen),
            (1, self.lay_out),
            (6, self.window.session.undo_stack.undo),
            (4, self.window.session.undo_stack.redo),
        ]
        (action,) = self.chance.choices(
            [action for _weight, action in actions], [weight for weight, _action in actions]
        )
        action()
        return getattr(action, "__name__", "")

    def cell(self) -> Cell:
        """A text with the caret somewhere in it."""
        draft = self.window.session.draft
        tag = self.chance.choice(self.window.desk.languages)
        self.window.columns.edit(tag, self.chance.choice(texts.places(draft)))
        found = self.window.columns.current()
        assert found is not None
        cursor = found.textCursor()
        cursor.setPosition(self.chance.randrange(found.document().characterCount()))
        found.setTextCursor(cursor)
        return found

    def type(self) -> None:
        found = self.cell()
        for _ in range(self.chance.randint(1, 4)):
            self.officer.commit(found, self.chance.choice(LETTERS))

    def press(self) -> None:
        found = self.cell()
        for _ in range(self.chance.randint(1, 6)):
            QTest.keyClick(found, self.chance.choice(KEYS))

    def select_and_delete(self) -> None:
        found = self.cell()
        for _ in range(self.chance.randint(1, 30)):
            QTest.keyClick(found, Qt.Key.Key_Left, SHIFT)
        QTest.keyClick(found, Qt.Key.Key_Delete)

    def paste(self) -> None:
        data = QMimeData()
        data.setText(self.chance.choice(PASTED))
        self.cell().insertFromMimeData(data)

    def drag_words(self) -> None:
        """Words of one text, or half a field of it, moved into another one."""
        found = self.cell()
        for _ in range(self.chance.randint(1, 30)):
            QTest.keyClick(found, Qt.Key.Key_Right, SHIFT)
        data = found.createMimeDataFromSelection()
        QTest.keyClick(found, Qt.Key.Key_Delete)
        self.cell().insertFromMimeData(data)

    def lay_out(self) -> None:
        session = self.window.session
        layout = replace(session.draft.layout, seals=not session.draft.layout.seals)
        session.apply("layout", replace(session.draft, layout=layout))

    def insert_field(self) -> None:
        self.cell()
        offered = self.window.agreement.fields()
        _label, path, forms = self.chance.choice(offered)
        self.window.agreement.insert_field(path, self.chance.choice(forms))

    def fill_in(self) -> None:
        path = self.chance.choice(list(fields.paths(self.window.session.draft)))
        if path in fields.RANGES:
            low, high = fields.RANGES[path]
            self.window.session.change(path, str(self.chance.randint(low, high)))
        elif path.split(".")[-1] in CHOICES:
            values = CHOICES[path.split(".")[-1]]
            self.window.session.change(path, self.chance.choice(values))
        elif path != "languages":
            self.window.session.change(path, self.chance.choice(NAMES))

    def look_at_the_originals_of_a_party(self) -> None:
        self.window.session.show_originals_of(self.chance.randint(0, 1))

    def choose_languages(self) -> None:
        tags = self.chance.sample(("az", "kk", "ru", "en"), self.chance.randint(1, 4))
        self.window.session.change("languages", ",".join(tags))

    def arrange(self) -> None:
        self.cell()
        agreement = self.window.agreement
        self.chance.choice(
            (
                lambda: agreement.insert_article(self.chance.randint(0, 1)),
                lambda: agreement.move_article(self.chance.randint(-3, 3)),
                agreement.delete_article,
            )
        )()

    def keep_or_go_back(self) -> None:
        draft = self.window.session.draft
        if draft.versions and self.chance.random() < 0.5:
            state = versions.state(draft, self.chance.choice(draft.versions))
            self.window.session.apply("versions", state)
        else:
            self.officer.answers.name = "kept"
            self.window.agreement.keep_version()

    def find_and_replace(self) -> None:
        search = self.window.search
        search.open(replacing=True)
        self.officer.type("find", self.chance.choice(("a", "Maddə", "стор", "5", "№ 5", "]")))
        self.officer.type("replacement", self.chance.choice(LETTERS))
        for name in self.chance.choices(("replace", "replace_all"), (3, 1), k=2):
            box = self.officer.input(name)
            assert isinstance(box, QPushButton)
            box.click()
            search.step(self.chance.choice((-1, 1)))
        if self.chance.random() < 0.7:
            search.close()

    def review(self) -> None:
        self.officer.key(Qt.Key.Key_F8, self.chance.choice((Qt.KeyboardModifier.NoModifier, CTRL)))

    def arrange_screen(self) -> None:
        desk, tag = self.window.desk, self.chance.choice(self.window.desk.languages)
        self.chance.choice(
            (
                lambda: desk.step_language(tag, self.chance.choice((-1, 1))),
                lambda: desk.show_alone(tag),
                lambda: desk.show_language(self.chance.choice(("az", "kk", "ru", "en")), True),
                lambda: desk.show_language(tag, False),
                lambda: desk.show_pages(not desk.as_pages),
                lambda: desk.zoom(self.chance.choice((-1, 0, 1))),
            )
        )()


def check(officer: Officer) -> None:
    """The window shows the draft, and rows and paragraphs stand abreast."""
    session, columns = officer.window.session, officer.window.columns
    for row, block in enumerate(next(iter(session.documents.values())).blocks[:-1]):
        tops, lines = set(), []
        for tag in columns.languages:
            cell = columns.cell(row, tag)
            assert cell is not None
            left_out = cell.isHidden()
            tops.add((0, 0) if left_out else (cell.y(), cell.height()))
            own = session.documents[tag].blocks[row]
            text = cell.document().toRawText().replace("\u2029", "\n")
            assert text.endswith(shown(blocks.lines(own))), (tag, block)
            if not left_out and not isinstance(own, Title):  # (rows are aligned when shown)
                lines.append(line_tops(cell))
        if not officer.window.desk.as_pages:  # (they are fitted when shown)
            assert len(tops) == 1, block
            assert all(len(set(abreast)) == 1 for abreast in zip(*lines, strict=False)), block
    for view in officer.window.findChildren(PagesView):
        if view.isVisible():
            for tag in officer.window.desk.languages:
                assert view.pages(tag).document == session.documents[tag]


def line_tops(cell: Cell) -> list[int]:
    """Where the heading and the paragraphs of a text begin, in pixels."""
    document = cell.document()
    layout = document.documentLayout()
    lines = (document.findBlockByNumber(number) for number in range(document.blockCount()))
    return [round(layout.blockBoundingRect(line).top()) for line in lines]


def check_file(officer: Officer, file: Path) -> None:
    """What is saved is what the window has."""
    draft = officer.window.session.draft
    drafts.save(draft, file)
    assert drafts.load(file) == draft


def check_undoing(session: Session, first: Draft) -> None:
    """All can be undone, and done again."""
    stack, present = session.undo_stack, session.draft
    index = stack.index()
    stack.setIndex(0)
    assert session.draft == first
    stack.setIndex(index)
    assert session.draft == present


def play(officer: Officer, file: Path, seed: int, actions: int, *, looking_back: int = 1) -> None:
    """Check all after every so many actions, and what the window shows after each."""
    session = officer.window.session
    first = session.draft
    hands = Hands(officer, random.Random(seed))
    for number in range(actions):
        name = hands.act()
        QApplication.processEvents()
        try:
            check(officer)
            if number % looking_back == 0:
                check_undoing(session, first)
                check_file(officer, file)
        except AssertionError as fault:
            raise AssertionError(f"seed {seed}, action {number}: {name}") from fault
    check_undoing(session, first)


@pytest.mark.parametrize("seed", range(3))
def test_a_short_hour(officer: Officer, tmp_path: Path, seed: int) -> None:
    play(officer, tmp_path / "memo.mou", seed, 25)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1050))
def test_many_short_hours(officer: Officer, tmp_path: Path, seed: int) -> None:
    play(officer, tmp_path / "memo.mou", seed, 30)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 104))
def test_a_long_working_day(officer: Officer, tmp_path: Path, seed: int) -> None:
    play(officer, tmp_path / "memo.mou", seed, 500, looking_back=25)
