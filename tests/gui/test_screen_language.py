"""The language of the screen: changed at once, remembered, and no matter to the versions."""

import gettext
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mou_desktop.errors import DraftError, FieldError
from mou_desktop.gui.app import open_window
from mou_desktop.gui.dialogs.export import ExportDialog
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import DOMAIN, error_text
from mou_desktop.languages import registry
from mou_desktop.model import fields
from mou_desktop.paths import translations
from mou_desktop.store import drafts

from .conftest import Officer

LANGUAGES = ("az", "kk", "ru", "en")
SAME_EVERYWHERE = {"MOU Desktop", "OK"}


@dataclass
class Words:
    """What an officer reads in one language of the screen."""

    menus: list[str]
    new: str
    labels: set[str]
    months: list[str]
    finding: str
    headings: dict[int, str]
    status: str
    title: str
    confirm: str
    buttons: list[str]
    edit: list[str]
    step: str
    field_error: str
    draft_error: str


WORDS = {
    "az": Words(
        menus=["&Fayl", "&Redaktə", "&Saziş", "&Görünüş", "&Kömək"],
        new="Anlaşma və əməkdaşlıq haqqında memorandum: doldurulmuş nümunə",
        labels={"Rəsmi adı", "İmzalayan", "Vəzifə", "Nüsxələrin sayı", "yiyəlik hal", "alət halı"},
        months=["yanvar", "dekabr"],
        finding="Tərəf 2 · Vəzifə · English: doldurun",
        headings={
            1: "Doldurulmalıdır: 1 bənd",
            2: "Doldurulmalıdır: 2 bənd",
            5: "Doldurulmalıdır: 5 bənd",
        },
        status="yadda saxlanmamış dəyişikliklər var  ·  doldurulmalı: 1",
        title="Adsız memorandum[*] — MOU Desktop",
        confirm="Bu, olduğu kimi düzgündür",
        buttons=[
            "OK",
            "Yadda saxla",
            "Aç",
            "Ləğv et",
            "Bağla",
            "&Bəli",
            "&Xeyr",
            "Yenidən cəhd et",
        ],
        edit=["&Geri qaytar", "&Təkrarla", "K&əs", "&Kopyala", "&Yapışdır", "Sil", "Hamısını seç"],
        step="“Nüsxələrin sayı” sahəsinin dəyişdirilməsi",
        field_error="copies: “many” 1–99 aralığında tam ədəd deyil",
        draft_error="x.mou zədələnib: copies: “0” 1–99 aralığında tam ədəd deyil",
    ),
    "kk": Words(
        menus=["&Файл", "&Өңдеу", "Ке&лісім", "&Көрініс", "&Анықтама"],
        new="Өзара түсіністік пен ынтымақтастық туралы меморандум: толтырылған үлгі",
        labels={"Ресми атауы", "Қол қоюшы", "Лауазымы", "Даналар саны", "ілік септігі"},
        months=["қаңтар", "желтоқсан"],
        finding="2-тарап · Лауазымы · English: толтырыңыз",
        headings={
            1: "Толтыру қажет: 1 тармақ",
            2: "Толтыру қажет: 2 тармақ",
            5: "Толтыру қажет: 5 тармақ",
        },
        status="сақталмаған өзгерістер бар  ·  толтыру қажет: 1",
        title="Атаусыз меморандум[*] — MOU Desktop",
        confirm="Осы күйінде дұрыс",
        buttons=["ОК", "Сақтау", "Ашу", "Бас тарту", "Жабу", "&Иә", "&Жоқ", "Қайталап көру"],
        edit=["&Болдырмау", "&Қайталау", "Қиып &алу", "&Көшіру", "Кіріс&тіру", "Жою"],
        step="«Даналар саны» өрісін өзгерту",
        field_error="copies: «many» – 1–99 аралығындағы бүтін сан емес",
        draft_error="x.mou бүлінген: copies: «0» – 1–99 аралығындағы бүтін сан емес",
    ),
    "ru": Words(
        menus=["&Файл", "&Правка", "С&оглашение", "&Вид", "&Справка"],
        new="Меморандум о взаимопонимании и сотрудничестве: заполненный пример",
        labels={"Официальное наименование", "Подписант", "Должность", "родительный падеж"},
        months=["январь", "декабрь"],
        finding="Сторона 2 · Должность · English: заполните",
        headings={
            1: "Осталось заполнить: 1 пункт",
            2: "Осталось заполнить: 2 пункта",
            5: "Осталось заполнить: 5 пунктов",
        },
        status="есть несохранённые изменения  ·  осталось заполнить: 1",
        title="Меморандум без названия[*] — MOU Desktop",
        confirm="Верно в таком виде",
        buttons=["ОК", "Сохранить", "Открыть", "Отмена", "Закрыть", "&Да", "&Нет", "Повторить"],
        edit=["&Отменить", "&Повторить", "&Вырезать", "&Копировать", "Вст&авить", "Удалить"],
        step="изменение поля «Число экземпляров»",
        field_error="copies: «many» — не целое число от 1 до 99",
        draft_error="Файл x.mou повреждён: copies: «0» — не целое число от 1 до 99",
    ),
    "en": Words(
        menus=["&File", "&Edit", "&Agreement", "&View", "&Help"],
        new="Memorandum of Understanding and Cooperation, filled-in example",
        labels={"Official name", "Signatory", "Position", "Number of copies", "genitive"},
        months=["January", "December"],
        finding="Party 2 · Position · English: fill it in",
        headings={
            1: "To complete: 1 item",
            2: "To complete: 2 items",
            5: "To complete: 5 items",
        },
        status="unsaved changes  ·  1 to complete",
        title="Untitled memorandum[*] — MOU Desktop",
        confirm="This is right as it is",
        buttons=["OK", "Save", "Open", "Cancel", "Close", "&Yes", "&No", "Retry"],
        edit=["&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"],
        step="change of “Number of copies”",
        field_error="copies: “many” is not a whole number from 1 to 99",
        draft_error="x.mou is damaged: copies: “0” is not a whole number from 1 to 99",
    ),
}
BUTTONS = ("Ok", "Save", "Open", "Cancel", "Close", "Yes", "No", "Retry")
OPEN_POSITIONS = (
    "parties.1.signatory.position.en",
    "parties.1.signatory.position.kk",
    "parties.1.signatory.position.az",
    "parties.0.signatory.position.en",
    "parties.0.signatory.position.kk",
)
every_language = pytest.mark.parametrize("tag", LANGUAGES)


@pytest.fixture
def switch(officer: Officer) -> Callable[[str], None]:
    """Chooses a language of the screen in the menu; another one was chosen before."""

    def to(tag: str) -> None:
        _screen_menu(officer)["az" if tag == "ru" else "ru"].trigger()
        QApplication.sendPostedEvents()
        _screen_menu(officer)[tag].trigger()
        QApplication.sendPostedEvents()

    return to


def _screen_menu(officer: Officer) -> dict[str, QAction]:
    view = officer.window.menuBar().actions()[3].menu()
    assert isinstance(view, QMenu)
    screen = view.actions()[-1].menu()
    assert isinstance(screen, QMenu)
    return dict(zip(registry.tags(), screen.actions(), strict=True))


def menus(officer: Officer) -> Iterator[QMenu]:
    """The menus of the menu bar and those within them."""
    waiting = list(officer.window.menuBar().actions())
    while waiting:
        menu = waiting.pop().menu()
        if isinstance(menu, QMenu):
            yield menu
            waiting += menu.actions()


def texts(root: QWidget) -> set[str]:
    """Every word and tool tip of a window."""
    found = {root.windowTitle()}
    for action in root.findChildren(QAction):
        found |= {action.text(), action.toolTip()}
    for widget in root.findChildren(QWidget):
        found |= {widget.toolTip(), widget.windowTitle()}
        if isinstance(widget, QMenu):
            found.add(widget.title())
        elif isinstance(widget, QLabel | QToolButton | QPushButton | QCheckBox):
            found.add(widget.text())
        elif isinstance(widget, QComboBox):
            found |= {widget.itemText(row) for row in range(widget.count())}
        elif isinstance(widget, QListWidget):
            found |= {widget.item(row).text() for row in range(widget.count())}
    return found - {""}


def names(root: QWidget) -> set[str]:
    """What a screen reader calls the parts of a window."""
    own = [each for each in root.findChildren(QWidget) if not each.objectName().startswith("qt_")]
    return {widget.accessibleName() for widget in own} - {""}


def untranslated(found: set[str], tag: str) -> set[str]:
    """The English messages among the texts that read otherwise in the language."""
    catalog = gettext.translation(DOMAIN, translations(), [tag])
    return {text for text in found - SAME_EVERYWHERE if catalog.gettext(text) != text}


@every_language
def test_the_whole_window_changes_at_once(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    words, window = WORDS[tag], officer.window
    window.session.change("parties.1.signatory.position.en", "")
    switch(tag)
    assert [action.text() for action in window.menuBar().actions()] == words.menus
    found = texts(window)
    assert words.labels <= found
    assert {words.new, words.confirm, words.status, words.headings[1]} <= found
    assert window.windowTitle() == words.title
    month = officer.input("date.month")
    assert isinstance(month, QComboBox)
    # (versions of Qt differ in the capitals of Kazakh months)
    assert [month.itemText(1).lower(), month.itemText(12).lower()] == [
        name.lower() for name in words.months
    ]
    findings = window.findChild(QListWidget, "findings")
    assert findings is not None
    assert [findings.item(row).text() for row in range(findings.count())] == [words.finding]
    assert words.finding.rpartition(":")[0] in names(window)
    assert [action.isChecked() for action in _screen_menu(officer).values()] == [
        other == tag for other in registry.tags()
    ]


@pytest.mark.parametrize("tag", ["az", "kk", "ru"])
def test_no_english_word_is_left(
    officer: Officer, switch: Callable[[str], None], settings: Settings, tag: str
) -> None:
    switch(tag)
    officer.window.session.change("copies", "")
    assert untranslated(texts(officer.window), tag) == set()
    dialog = ExportDialog(
        officer.window.session, settings, officer.window.files.prompts, officer.window
    )
    assert untranslated(texts(dialog), tag) == set()


@every_language
def test_the_number_of_open_points_agrees_with_its_noun(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    switch(tag)
    for count, path in enumerate(OPEN_POSITIONS, start=1):
        officer.window.session.change(path, "")
        if count in WORDS[tag].headings:
            assert WORDS[tag].headings[count] in texts(officer.window)


@every_language
def test_no_placeholder_is_left_unfilled(
    officer: Officer, switch: Callable[[str], None], settings: Settings, tag: str
) -> None:
    switch(tag)
    window = officer.window
    window.session.change("parties.0.signatory.position.en", "")
    window.session.change("parties.0.signatory.name.ru", "Ариф Гаджи")
    window.session.change("date.day", "31")
    window.session.change("date.month", "2")
    dialog = ExportDialog(window.session, settings, window.files.prompts, window)
    shown = texts(window) | names(window) | texts(dialog)
    assert [text for text in shown if "{" in text or "}" in text] == []


@every_language
def test_the_choice_is_remembered(
    officer: Officer,
    switch: Callable[[str], None],
    settings: Settings,
    qapp: QApplication,
    qtbot: QtBot,
    tag: str,
) -> None:
    switch(tag)
    assert settings.screen_language == tag
    again = open_window(qapp, settings)
    qtbot.addWidget(again)
    assert again.menuBar().actions()[0].text() == WORDS[tag].menus[0]
    again.use_screen_language("en")  # (or its translators would serve the next test)


@every_language
def test_the_versions_do_not_change(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    session = officer.window.session
    draft, documents = session.draft, session.documents
    before = [officer.preview(language) for language in registry.tags()]
    switch(tag)
    assert [officer.preview(language) for language in registry.tags()] == before
    assert officer.window.columns.languages == list(registry.tags())
    assert session.draft == draft
    assert session.documents == documents
    assert not session.modified


@every_language
def test_qts_own_buttons(
    officer: Officer, switch: Callable[[str], None], qtbot: QtBot, tag: str
) -> None:
    switch(tag)
    words = WORDS[tag].buttons
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    question = QMessageBox(officer.window)
    for name, text in zip(BUTTONS, words, strict=True):
        button = box.addButton(QDialogButtonBox.StandardButton[name])
        assert button is not None
        assert button.text() == text
        asked = question.addButton(QMessageBox.StandardButton[name])
        assert asked is not None
        assert asked.text() == text


@every_language
def test_qts_own_buttons_follow_while_they_are_shown(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    question = QMessageBox(officer.window)
    cancel = question.addButton(QMessageBox.StandardButton.Cancel)
    assert cancel is not None
    switch(tag)
    assert cancel.text() == WORDS[tag].buttons[BUTTONS.index("Cancel")]


@every_language
def test_the_menu_of_an_input(
    officer: Officer, switch: Callable[[str], None], qtbot: QtBot, tag: str
) -> None:
    switch(tag)
    box = officer.input("parties.0.signatory.name.ru")
    assert isinstance(box, QLineEdit)
    menu = box.createStandardContextMenu()
    qtbot.addWidget(menu)
    entries = [action.text().partition("\t")[0] for action in menu.actions()]
    assert set(WORDS[tag].edit) <= set(entries)


# The offscreen platform says so for every menu that is opened.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(
    "tag",
    [
        "az",
        "kk",
        "ru",
    ],
)
def test_the_menu_of_a_number(officer: Officer, switch: Callable[[str], None], tag: str) -> None:
    switch(tag)
    box = officer.input("copies")
    assert isinstance(box, QSpinBox)
    entries: list[str] = []

    def read_and_close() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entries.extend(action.text().partition("\t")[0] for action in menu.actions())
        menu.close()

    QTimer.singleShot(100, read_and_close)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(box, QContextMenuEvent(reason, QPoint(5, 5), box.mapToGlobal(QPoint())))
    assert len(entries) > 3
    assert not {"&Undo", "&Select All", "&Step up", "Step &down"} & set(entries)


@every_language
def test_mnemonics_do_not_clash_within_a_menu(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    switch(tag)
    bar = officer.window.menuBar().actions()
    for actions in (bar, *(menu.actions() for menu in menus(officer))):
        marks = [text[text.index("&") + 1].lower() for a in actions if "&" in (text := a.text())]
        assert len(marks) == len(set(marks)), [action.text() for action in actions]


@every_language
def test_errors_are_told_in_the_language_of_the_screen(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    switch(tag)
    draft = officer.window.session.draft
    with pytest.raises(FieldError) as wrong_value:
        fields.change(draft, "copies", "many")
    assert error_text(wrong_value.value) == WORDS[tag].field_error
    damaged = drafts.dumps(draft).replace(b'"copies": 4', b'"copies": 0')
    with pytest.raises(DraftError) as wrong_file:
        drafts.loads(damaged, "x.mou")
    assert error_text(wrong_file.value) == WORDS[tag].draft_error


@every_language
def test_the_next_step_is_named_in_the_new_language(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    switch(tag)
    officer.window.session.change("copies", "6")
    assert any(text.endswith(f": {WORDS[tag].step}") for text in texts(officer.window))


@pytest.mark.parametrize("tag", ["az", "kk", "ru"])
def test_steps_taken_before_are_named_in_the_new_language(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    officer.window.session.change("copies", "6")
    switch(tag)
    assert any(text.endswith(f": {WORDS[tag].step}") for text in texts(officer.window))


@pytest.mark.parametrize("tag", ["az", "kk", "ru"])
def test_no_english_word_is_left_for_screen_readers(
    officer: Officer, switch: Callable[[str], None], tag: str
) -> None:
    switch(tag)
    assert untranslated(names(officer.window), tag) == set()
