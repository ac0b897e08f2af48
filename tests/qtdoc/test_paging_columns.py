"""Pages with two versions side by side, as they are drawn where there is no LibreOffice."""

import re
import subprocess
from itertools import permutations

import pytest
from pytestqt.qtbot import QtBot

from mou_desktop.export import docx_columns, docx_styles
from mou_desktop.model.document import Article, Document, Paragraph, Run, Title, paragraphs
from mou_desktop.model.layout import Layout
from mou_desktop.qtdoc.paging import styles
from mou_desktop.qtdoc.paging.pages import PairPages
from mou_desktop.qtdoc.paging.printing import to_pdf
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples
from tests.export.pages import SIGNED, signed_by, with_articles
from tests.export.reading import full_text, letters

PAIRS = list(permutations(("az", "kk", "ru", "en"), 2))
DOCUMENTS = render_all(examples.load("memorandum"))
ONE_PAGE = "Wwww " * 900
AGREEMENTS = {"ten articles of a line": ["Xxxx yyyy."] * 10, "twenty of a page": [ONE_PAGE] * 20}


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def lines(pages: PairPages, page: int) -> list[list[str]]:
    """What stands on a page, line by line from top to bottom, from left to right."""
    found = []
    for strip, _top in pages.strips(page):
        at: dict[float, list[str]] = {}
        for line in strip.lines:
            start = line.shape.textStart()
            text = line.text.paragraph.text[start : start + line.shape.textLength()]
            at.setdefault(round(line.y), []).append(text.strip())
        found += [texts for _y, texts in sorted(at.items())]
    return found


def text(pages: PairPages, page: int) -> str:
    return letters("".join("".join(each) for each in lines(pages, page)))


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_both_texts_are_there_with_their_articles_abreast(pair: tuple[str, str]) -> None:
    left, right = (DOCUMENTS[tag] for tag in pair)
    pages = PairPages((left, right), Layout())
    shown = [each for page in range(len(pages)) for each in lines(pages, page)]
    whole = letters(full_text(left)) + letters(full_text(right))
    assert sorted(letters("".join(map("".join, shown)))) == sorted(whole)
    for one, other in zip(left.blocks, right.blocks, strict=True):
        if isinstance(one, Article) and isinstance(other, Article):
            assert [one.heading, other.heading] in shown


def test_a_paragraph_without_a_counterpart_stands_beside_nothing() -> None:
    *others, closing, block = DOCUMENTS["ru"].blocks
    assert isinstance(closing, Article)
    more = closing._replace(paragraphs=(*closing.paragraphs, Paragraph((Run("Одна."),))))
    russian = DOCUMENTS["ru"]._replace(blocks=(*others, more, block))
    pages = PairPages((russian, DOCUMENTS["kk"]), Layout())
    assert ["Одна.", ""] in lines(pages, len(pages) - 1)


@pytest.mark.parametrize("articles", AGREEMENTS.values(), ids=AGREEMENTS)
@pytest.mark.parametrize("name", [10, 200, 600])
@pytest.mark.parametrize("pair", [("az", "ru"), ("kk", "en")], ids="-".join)
def test_the_rules_of_the_pages_hold(pair: tuple[str, str], name: int, articles: list[str]) -> None:
    left, right = (
        signed_by(with_articles(DOCUMENTS[tag], articles), name=name, position=60) for tag in pair
    )
    pages = PairPages((left, right), Layout())
    headings = {block.heading for block in left.blocks if isinstance(block, Article)}
    for page in range(len(pages)):
        assert lines(pages, page)[-1][0] not in headings, "a heading at the foot of a page"
    [signed] = [page for page in range(len(pages)) if SIGNED in text(pages, page)]
    above = text(pages, signed).partition(SIGNED)[0]
    for document in (left, right):
        assert ending(document) in above, "the signatures stand alone"


def ending(document: Document) -> str:
    return letters(list(paragraphs(document.blocks[-2]))[-1].text)[-10:]


def test_a_short_row_is_not_divided_and_of_a_long_one_two_lines_stay() -> None:
    pages = PairPages((DOCUMENTS["ru"], DOCUMENTS["en"]), Layout())
    for page in range(1, len(pages)):
        first = pages.strips(page)[0].strip
        assert first.may_begin
        assert first.lines[0].number == 0 or first.lines[0].text.layout.lineCount() > 10


def test_the_title_can_have_its_own_page() -> None:
    pages = PairPages((DOCUMENTS["kk"], DOCUMENTS["az"]), Layout(title_page=True))
    titles = [DOCUMENTS[tag].blocks[0] for tag in ("kk", "az")]
    whole = "".join(letters(each.text) for title in titles for each in paragraphs(title))
    assert sorted(text(pages, 0)) == sorted(whole)


def test_titles_that_are_longer_than_a_page_go_on() -> None:
    (kazakh, *others), long = DOCUMENTS["kk"].blocks, Paragraph((Run("Qqqq " * 1000),))
    assert isinstance(kazakh, Title)
    longer = DOCUMENTS["kk"]._replace(
        blocks=(Title((*kazakh.lines, long), kazakh.heading), *others)
    )
    pages = PairPages((longer, DOCUMENTS["en"]), Layout())
    assert "Qqqq" in text(pages, 1)
    assert sum(text(pages, page).count("Qqqq") for page in range(len(pages))) == 1000
    bottom = max(placed.top + placed.strip.height for placed in pages.strips(0))
    assert bottom <= (297 - 40) * styles.MM


@pytest.mark.slow
def test_as_a_pdf_file_they_can_be_searched() -> None:
    pages = PairPages((DOCUMENTS["kk"], DOCUMENTS["az"]), Layout())
    content = to_pdf([pages])
    command = ["pdftotext", "-layout", "-", "-"]
    shown = subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
    assert re.search(r"9-бап +Maddə 9", shown)
    numbers = re.findall(r"(\d+) ?/ ?(\d+)\n", shown)
    assert numbers == [(str(n), str(len(pages))) for n in range(1, len(pages) + 1)]
    assert b"/Lang (kk-KZ)" in content


def test_the_columns_are_those_of_the_word_files() -> None:
    assert round(styles.CELL_MARGIN) == docx_columns.GAP
    assert round(styles.COLUMN_INDENT * styles.POINT) == int(docx_styles.COLUMN_INDENT)
