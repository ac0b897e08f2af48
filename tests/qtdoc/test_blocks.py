"""A block of a document as rich text."""

import pytest
from PySide6.QtGui import QColor, QFont, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from mou_desktop.model.document import Article, Block, SignatureBlock, Title
from mou_desktop.model.fields import change
from mou_desktop.qtdoc import blocks
from mou_desktop.render.assemble import render
from mou_desktop.store import examples

FIELD, OPEN = QColor(1, 2, 3), QColor(4, 5, 6)
TINTS = blocks.Tints(field=FIELD, open=OPEN)


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def written(number: int, language: str, **changes: str) -> QTextDocument:
    draft = examples.load("memorandum")
    for path, text in changes.items():
        draft = change(draft, path.replace("__", "."), text)
    document = QTextDocument()
    document.setDefaultFont(blocks.font(11))
    blocks.write(document, render(draft, language).blocks[number], TINTS)
    return document


def fragments(document: QTextDocument) -> list[tuple[str, str, QColor, int]]:
    found = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            style = pieces.fragment().charFormat()
            path = style.property(blocks.PATH) or ""
            color = style.background().color() if path else QColor()
            found.append((pieces.fragment().text(), path, color, style.fontWeight()))
            pieces += 1
        block = block.next()
    return found


def test_an_article_has_its_heading_and_text() -> None:
    lines = written(2, "kk").toPlainText().splitlines()
    assert lines[0] == "1-бап"
    assert lines[1].startswith("Тараптар өз қызметін үйлестіріп")


def test_a_filled_field_knows_its_path_and_is_tinted() -> None:
    text, path, color, _weight = next(
        each for each in fragments(written(12, "ru")) if "(" in each[0]
    )
    assert text.replace("\u00a0", " ") == "4 (четырёх) экземплярах"
    assert path == "copies"
    assert color == FIELD


def test_what_is_missing_is_tinted_otherwise() -> None:
    article = written(12, "ru", copies="")
    assert ("_" * 20, "copies", OPEN, QFont.Weight.Normal) in fragments(article)


def test_the_short_name_is_bold_and_the_heading_larger() -> None:
    bold = [each[0] for each in fragments(written(0, "en")) if each[3] == QFont.Weight.Bold]
    assert bold == [
        "MEMORANDUM",
        "Ganja State Historical and Cultural Reserve",
        "National Historical and Cultural Museum-Reserve ‘Aziret Sultan’",
    ]


def test_the_signature_block_has_the_parties_side_by_side() -> None:
    document = written(13, "ru")
    table = document.rootFrame().childFrames()[0]
    assert (table.rows(), table.columns()) == (1, 2)  # type: ignore[attr-defined]
    assert "____________ В. Алиев" in document.toPlainText().replace("\u00a0", " ")


def test_writing_again_replaces_what_was_there() -> None:
    document = written(2, "en")
    other = render(examples.load("memorandum"), "en").blocks[3]
    blocks.write(document, other, TINTS)
    assert document.toPlainText().startswith("Article\u00a02".replace("\u00a0", " "))
    assert "Article 1" not in document.toPlainText()


def test_each_kind_of_block_can_be_written() -> None:
    kinds = {type(block) for block in render(examples.load("memorandum"), "az").blocks}
    assert {Title, Article, SignatureBlock} < kinds
    for number in range(14):
        assert written(number, "az").toPlainText().strip()


def test_the_words_of_an_optional_passage_belong_to_its_field() -> None:
    document = written(12, "en", place__en="Baku")
    words = {text: path for text, path, _color, _weight in fragments(document) if path}
    assert words[" at Baku"] == "place.en"


def test_an_alternative_that_was_not_chosen_is_not_drawn() -> None:
    text = written(12, "en", place__en="Baku").toPlainText()
    assert "\N{WHITE SQUARE}" not in text
    assert text.endswith("each of which has the same legal force.")


class TestExchange:
    """Where only words differ, they are replaced in place of writing the block anew."""

    @pytest.mark.parametrize("language", ["az", "kk", "ru", "en"])
    @pytest.mark.parametrize(
        ("path", "text"),
        [
            ("parties.0.name.ru", "Музей «Гобустан» 😀"),
            ("parties.1.signatory.name.kk", "Нұрлан Сериков"),
            ("parties.0.signatory.position.en", ""),
            ("place.az", "Bakı"),
            ("copies", "6"),
            ("notice_months", ""),
            ("date.year", "2031"),
            ("languages", "ru,az"),
            ("originals", "combined"),
            ("prevailing", "en"),
            ("parties.0.phone", "+994 12 000 00 00"),
        ],
    )
    def test_it_looks_as_if_written_anew(self, language: str, path: str, text: str) -> None:
        draft = change(examples.load("memorandum"), "parties.1.address.kk", "Абай даңғылы, 1")
        changed = change(draft, path, text)
        for before, now in zip(
            render(draft, language).blocks, render(changed, language).blocks, strict=True
        ):
            document, anew = document_of(before), document_of(now)
            if not blocks.exchange(document, before, now, TINTS):
                assert document.toRawText() == document_of(before).toRawText()
                continue
            assert document.toRawText() == anew.toRawText()
            assert fragments(document) == fragments(anew)

    def test_it_is_done_where_a_name_or_number_has_other_words(self) -> None:
        draft = examples.load("memorandum")
        longer = draft.values.parties[0].name["ru"] + " и музеев"
        changed = change(change(draft, "parties.0.name.ru", longer), "copies", "6")
        pairs = zip(render(draft, "ru").blocks, render(changed, "ru").blocks, strict=True)
        done = [
            type(now).__name__
            for before, now in pairs
            if before != now and blocks.exchange(document_of(before), before, now, TINTS)
        ]
        assert done == [
            "Title",
            "Article",
            "SignatureBlock",
        ]  # (the introduction is another colour)

    def test_a_caret_behind_the_words_stays_with_what_stands_around_it(self) -> None:
        draft = examples.load("memorandum")
        before = render(draft, "ru").blocks[12]
        now = render(change(draft, "copies", "60"), "ru").blocks[12]
        document = document_of(before)
        caret = QTextCursor(document)
        caret.setPosition(document.toRawText().index("из которых"))
        blocks.exchange(document, before, now, TINTS)
        assert document.toRawText()[caret.position() :].startswith("из которых")


def document_of(block: Block) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(blocks.font(11))
    blocks.write(document, block, TINTS)
    return document
