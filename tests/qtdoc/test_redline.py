"""Changes as rich text: new words are underlined and old ones struck out, not only coloured."""

import pytest
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtWidgets import QApplication

from mou_desktop.amend.compare import compare, differing
from mou_desktop.model import fields
from mou_desktop.model.document import Article, Document, Paragraph, Run
from mou_desktop.qtdoc import redline
from mou_desktop.render.assemble import render
from mou_desktop.store import examples

NAMES = {"title": "Title", "preamble": "Preamble", "signature": "Signatures", "moved": "(moved)"}
INKS = redline.Inks(QColor("green"), QColor("red"), QColor("gray"))

pytestmark = pytest.mark.usefixtures("qapp")


def article(name: str, number: int, *texts: str) -> Article:
    paragraphs = tuple(Paragraph((Run(text),)) for text in texts)
    return Article(name, number, f"Article {number}", paragraphs)


def drawn(before: Document, after: Document) -> list[str]:
    """Line by line, as «in [-two][+three] copies»; what is bold counts as any other."""
    document = QTextDocument()
    redline.write(document, differing(compare(before, after)), NAMES, INKS)
    lines = []
    block = document.begin()
    while block.isValid():
        line, pieces = "", block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            style = piece.charFormat().font()
            mark = "-" * style.strikeOut() + "+" * style.underline()
            line += f"[{mark}{piece.text()}]" if mark else piece.text()
            pieces += 1
        lines.append(line)
        block = block.next()
    return lines


def test_words_are_marked_under_the_heading_of_their_article(qapp: QApplication) -> None:
    before = Document("en", (article("scope", 1, "One.", "For five years.", "Two.", "Three."),))
    after = Document("en", (article("scope", 1, "One.", "For ten years.", "Two.", "Three."),))
    assert drawn(before, after) == ["Article 1", "…", "For [-five][+ten] years.", "…"]


def test_whole_articles_come_and_go_with_their_heading() -> None:
    one, two = article("scope", 1, "Scope."), article("costs", 2, "Costs.")
    assert drawn(Document("en", (one,)), Document("en", (one, two))) == [
        "[+Article 2]",
        "[+Costs.]",
    ]
    assert drawn(Document("en", (one, two)), Document("en", (one,))) == [
        "[-Article 2]",
        "[-Costs.]",
    ]


def test_a_new_number_stands_beside_the_old_one() -> None:
    before = Document("en", (article("costs", 1, "Costs are shared."),))
    after = Document("en", (article("scope", 1, "New."), article("costs", 2, "Costs are borne.")))
    assert drawn(before, after)[2:] == [
        "[-Article 1] [+Article 2]",
        "Costs are [-shared][+borne].",
    ]


def test_a_moved_article_says_so() -> None:
    one, two, three = (article(name, 1, "Text.") for name in ("one", "two", "three"))
    lines = drawn(Document("en", (one, two, three)), Document("en", (two, three, one)))
    assert lines == ["Article 1  (moved)", "…"]


def test_blocks_without_a_heading_are_named() -> None:
    draft = examples.load("memorandum")
    other = fields.change(draft, "parties.0.signatory.name.en", "Vusal Aliyev")
    lines = drawn(render(draft, "en"), render(other, "en"))
    assert lines[0] == "Preamble"
    assert "Signatures" in lines
