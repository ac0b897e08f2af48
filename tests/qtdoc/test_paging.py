"""Pages as they print: where they break, and that they look like the Word files."""

import re
import subprocess
from dataclasses import replace
from itertools import groupby

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length
from docx.styles.style import ParagraphStyle
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPicture
from pytestqt.qtbot import QtBot

from mou_desktop.export.pdf_language import with_language
from mou_desktop.languages import registry
from mou_desktop.model import texts
from mou_desktop.model.document import Article, SignatureBlock, notes, paragraphs
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.model.layout import Layout, Numbers
from mou_desktop.paths import resources
from mou_desktop.qtdoc.paging import styles
from mou_desktop.qtdoc.paging.pages import Pages
from mou_desktop.qtdoc.paging.printing import to_pdf
from mou_desktop.qtdoc.paging.styles import MM, POINT, Style
from mou_desktop.render.assemble import render
from mou_desktop.store import examples
from tests.golden.consolidated import IN_FORCE

LANGUAGES = ("az", "kk", "ru", "en")


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Fonts need an application."""


@pytest.fixture
def draft() -> Draft:
    return examples.load("memorandum")


def lines(pages: Pages, page: int) -> list[str]:
    """The lines of a page; what stands abreast follows one another."""
    found = []
    for strip, _top in pages.strips(page):
        for line in strip.lines:
            start = line.shape.textStart()
            found.append(line.text.paragraph.text[start : start + line.shape.textLength()].strip())
    return found


def letters(text: str) -> str:
    """Without spaces; blanks for the pen are of any width."""
    return re.sub("_+", "_", "".join(text.split()))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_notes_on_amendments_stand_below_their_places_in_small_italics(tag: str) -> None:
    document = render(IN_FORCE, tag)
    pages = Pages(document, Layout())
    shown = [line for number in range(len(pages)) for line in lines(pages, number)]
    for block in document.blocks:
        below = [note.text for note in notes(block)]
        if below:
            text = "".join([*(each.text for each in paragraphs(block)), *below])
            assert letters(text) in letters("".join(shown))
    small = {
        line.text.layout.font().pixelSize()
        for number in range(len(pages))
        for strip, _top in pages.strips(number)
        for line in strip.lines
        if line.text.paragraph.text.startswith("(")
    }
    assert small == {round(Layout().small_size * POINT)}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_stands_on_the_pages_in_its_order(draft: Draft, tag: str) -> None:
    document = render(draft, tag)
    pages = Pages(document, Layout())
    shown = "".join("".join(lines(pages, number)) for number in range(len(pages)))
    for block in document.blocks:
        if isinstance(block, Article):
            text = "".join([block.heading, *(each.text for each in block.paragraphs)])
            assert letters(text) in letters(shown)
    assert len(pages) == 3


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("length", range(0, 1500, 60))
def test_pages_break_where_they_may(draft: Draft, tag: str, length: int) -> None:
    """No heading at the foot, no line of a paragraph alone, the signatures never on their own."""
    text = texts.paragraphs(draft, tag, "events")[0] + " слово" * (length // 6)
    pages = Pages(render(texts.rewrite(draft, tag, "events", (text,)), tag), Layout())
    for number in range(len(pages)):
        strips = [strip for strip, _top in pages.strips(number)]
        for at_edge, behind in ((strips[0], strips[1]), (strips[-1], strips[-2])):
            if not isinstance(at_edge.place, SignatureBlock):
                paragraph = at_edge.lines[0].text
                if paragraph.layout.lineCount() > 1:
                    assert behind.lines[0].text is paragraph
        if isinstance(strips[-1].place, Article):
            assert strips[-1].lines[0].text.paragraph.text != strips[-1].place.heading
    last = [strip.place for strip, _top in pages.strips(len(pages) - 1)]
    articles = [each.id for each, _same in groupby(last) if isinstance(each, Article)]
    assert isinstance(last[-1], SignatureBlock)
    assert articles[-2:] == ["termination", "testimonium"]


def test_a_second_signatory_and_requisites_stand_in_the_signature_block(draft: Draft) -> None:
    for path, text in (
        ("parties.1.second_signatory.name.en", "Gulnar Ospanova"),
        ("parties.1.second_signatory.position.en", "Accountant"),
        ("parties.0.phone", "+994 22 256"),
    ):
        draft = change(draft, path, text)
    pages = Pages(render(draft, "en"), Layout())
    last = [line for line in lines(pages, len(pages) - 1) if line]
    assert last.index("Phone: +994 22 256") < last.index("Director")
    assert last[last.index("Accountant") + 1 :] == ["____________ Gulnar Ospanova", "L.S.", "L.S."]


def test_a_name_longer_than_a_page_goes_on_on_the_next(draft: Draft) -> None:
    long = change(draft, "parties.0.name.ru", "Государственный заповедник " * 70)
    pages = Pages(render(long, "ru"), Layout())
    for number in range(len(pages)):
        placed = pages.strips(number)
        bottom = placed[-1].top + placed[-1].strip.height
        assert bottom <= 257 * MM or len(placed) == 1


def test_larger_letters_need_more_pages(draft: Draft) -> None:
    document = render(draft, "en")
    assert len(Pages(document, Layout(size=20))) > len(Pages(document, Layout()))


def test_an_empty_article_has_its_heading_and_room(draft: Draft) -> None:
    document = render(texts.insert_article(draft, 0), "en")
    assert lines(Pages(document, Layout()), 0).count("Article\xa01") == 1


def test_a_field_is_found_where_it_is_painted(draft: Draft) -> None:
    pages = Pages(render(draft, "ru"), Layout())
    found = list(pages.boxes("copies"))
    assert found
    for page, box in found:
        assert pages.path_at(page, box.center()) == "copies"
    assert pages.path_at(0, QPointF(1, 1)) == ""


def test_a_page_is_painted_black_on_its_paper_with_its_number_at_the_foot(draft: Draft) -> None:
    pages = Pages(render(draft, "kk"), Layout())
    image = painted(pages, 0)
    margin = image.copy(0, 0, round(29 * image.width() / 210), image.height())
    foot = image.copy(0, round(image.height() * 0.94), image.width(), image.height())
    assert darkest(image) < 60
    assert darkest(margin) == 255
    assert darkest(foot) < 120


def test_the_pages_look_like_the_word_files() -> None:
    base = docx.Document(str(resources() / "styles" / "base.docx"))
    for own in (
        styles.TITLE,
        styles.SUBTITLE,
        styles.HEADING,
        styles.BODY,
        styles.CARRIED,
        styles.CLOSING,
        styles.NOTE,
        styles.CLOSING_NOTE,
        styles.TITLE_NOTE,
        styles.PARTY,
        styles.SIGNATURE,
        styles.PARTY_SMALL,
        styles.SIGNATURE_SMALL,
        styles.NAME,
        styles.END,
        styles.NAME_END,
    ):
        assert own._replace(letter_spacing=0) == _style(base.styles[own.name]), own.name
    section, paper = base.sections[0], Layout()
    sides = (section.left_margin, section.right_margin, section.top_margin, section.footer_distance)
    assert tuple(round(side.mm) for side in sides) == (30, 15, 20, 10)
    assert (paper.left, paper.right, paper.top, styles.EDGE) == (30, 15, 20, 10)
    normal = base.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == (paper.font, paper.size)
    assert normal.paragraph_format.line_spacing == styles.LINE_SPACING
    assert base.styles["Footer"].font.size.pt == paper.small_size
    top = base.styles["Title Page"].paragraph_format.line_spacing
    assert top.mm == pytest.approx(styles.TITLE_PAGE_TOP / MM, abs=0.1)


def _style(style: ParagraphStyle) -> Style:
    """A style of a Word file as ours, with what it inherits."""
    chain = [style]
    while chain[-1].base_style is not None:
        chain.append(chain[-1].base_style)

    def inherited(name: str) -> object:
        found = (getattr(each.paragraph_format, name) for each in chain)
        return next((value for value in found if value is not None), None)

    def points(name: str) -> float:
        length = inherited(name)
        return length.pt if isinstance(length, Length) else 0

    first_line = points("first_line_indent")
    sides = {
        WD_ALIGN_PARAGRAPH.CENTER: Qt.AlignmentFlag.AlignHCenter,
        WD_ALIGN_PARAGRAPH.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
    }
    return Style(
        style.name,
        sides.get(inherited("alignment"), Qt.AlignmentFlag.AlignLeft),
        strong=any(each.font.bold for each in chain),
        before=points("space_before"),
        after=points("space_after"),
        indent=pytest.approx(max(first_line, 0), abs=0.1),  # type: ignore[arg-type]
        contextual="contextualSpacing" in style.element.xml,
        keeps_next=bool(inherited("keep_with_next")),
        whole=bool(inherited("keep_together")),
        small=next(each.font.size.pt for each in chain if each.font.size) == Layout().small_size,
        italic=any(each.font.italic for each in chain),
        hangs=first_line < 0,
    )


def painted(pages: Pages, number: int) -> QImage:
    width = 600
    height = round(width * styles.HEIGHT / styles.WIDTH)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    scale = width / (styles.WIDTH * MM)
    painter.scale(scale, scale)
    pages.paint(painter, number)
    painter.end()
    return image


def darkest(image: QImage) -> int:
    return min(
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width())
        for y in range(0, image.height())
    )


def test_lengths_are_twips() -> None:
    assert round(25.4 * MM) == 72 * POINT


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_pdf_file_has_its_pages_and_fonts(draft: Draft, tag: str) -> None:
    content = to_pdf([Pages(render(draft, tag), Layout())])
    assert content.startswith(b"%PDF-1.4")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 3
    assert b"/FontFile2" in content
    assert b"pdfaid:part" in content


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_pdf_file_says_its_language_and_title(draft: Draft, tag: str) -> None:
    document = render(draft, tag)
    content = to_pdf([Pages(document, Layout()), Pages(render(draft, "en"), Layout())])
    word_tag = registry.language(tag).word_tag
    assert content.count(b"/Lang") == 1
    assert f"/Lang ({word_tag})".encode() in content
    facts = subprocess.run(["pdfinfo", "-"], input=content, capture_output=True, check=True)
    assert facts.stderr == b""
    assert f"Title:           {document.name}\n" in facts.stdout.decode()
    assert re.search(r"^Pages: +6$", facts.stdout.decode(), re.MULTILINE)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4\n%%EOF", b"trailer<</Size 1>>startxref 9 %%EOF"]
)
def test_what_is_built_otherwise_stays_as_it_is(content: bytes) -> None:
    assert with_language(content, "ru-RU") == content


def test_the_further_lines_of_a_name_stand_below_its_first_words(draft: Draft) -> None:
    pages = Pages(render(draft, "kk"), Layout())
    boxes = [box for _page, box in pages.boxes("parties.1.signatory.name.kk")]
    signed = boxes[-3:]
    assert len({round(box.left()) for box in signed}) == 1
    rule = 12 * 0.5 * 14 * POINT
    assert signed[0].left() > (30 + 165 / 2) * MM + rule


def drawn(pages: Pages) -> list[str]:
    """The text of each page as a PDF file has it."""
    content = to_pdf([pages])
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True
    )
    return done.stdout.decode().split("\f")[:-1]


@pytest.mark.slow
class TestPageSetup:
    def test_numbers_stand_at_the_foot_of_each_page(self, draft: Draft) -> None:
        pages = drawn(Pages(render(draft, "en"), Layout()))
        assert [page.split()[-1] for page in pages] == ["1/3", "2/3", "3/3"]

    def test_or_at_the_head_from_the_second_page_on(self, draft: Draft) -> None:
        pages = drawn(Pages(render(draft, "en"), Layout(numbers=Numbers.HEAD)))
        assert "1/3" not in pages[0]
        assert [page.split()[0] for page in pages[1:]] == ["2/3", "3/3"]

    def test_every_page_has_room_for_the_initials(self, draft: Draft) -> None:
        pages = drawn(Pages(render(draft, "kk"), Layout(initials=True)))
        for page in pages:
            assert page.count("____________") >= 2
            assert "Вусал Алыев" in page.splitlines()[-2] + page.splitlines()[-3]

    def test_a_title_page_holds_the_title_alone(self, draft: Draft) -> None:
        pages = drawn(Pages(render(draft, "ru"), Layout(title_page=True)))
        assert "Республики Казахстан" in pages[0]
        assert "Статья" not in pages[0]
        assert "/" not in pages[0]
        assert pages[1].lstrip().startswith("Гянджинский государственный")

    def test_the_language_stands_above_one_version_of_several(self, draft: Draft) -> None:
        pages = drawn(Pages(render(draft, "ru"), Layout(), heading="Русский"))
        assert [page.split()[0] for page in pages] == ["Русский"] * 3

    def test_blanks_of_the_date_are_wide_enough_for_the_pen(self, draft: Draft) -> None:
        for size, blank in ((8, "«__________»"), (14, "«______»")):
            pages = drawn(Pages(render(draft, "ru"), Layout(size=size)))
            assert blank in pages[-1]

    def test_a_draft_says_so_across_every_page(self, draft: Draft) -> None:
        pages = Pages(render(draft, "az"), Layout(), watermark="LAYİHƏ 1, 5 may 2026-cı il")
        plain = Pages(render(draft, "az"), Layout())
        assert len(pages) == len(plain)
        for number in range(len(pages)):
            assert painted(pages, number) != painted(plain, number)

    def test_the_foot_takes_its_room_from_the_text(self, draft: Draft) -> None:
        narrow = Layout(bottom=5, top=5, initials=True, numbers=Numbers.HEAD)
        pages = Pages(render(draft, "ru"), narrow)
        image = painted(pages, 0)
        line = round(image.height() * 277.5 / 297)
        assert darkest(image.copy(0, line, image.width(), 8)) > 200


def test_without_seals_the_names_end_the_signatures(draft: Draft) -> None:
    bare = render(replace(draft, layout=Layout(seals=False)), "ru")
    last = lines(Pages(bare, Layout()), 2)
    assert "Н. Дукенбаев" in last[-1].replace("\u00a0", " ")
    assert "М.П." not in last


@pytest.mark.parametrize(("tag", "number"), [("az", 1), ("kk", 0), ("ru", 0)])
def test_the_print_preview_shows_letters_where_they_will_be_printed(
    draft: Draft, tag: str, number: int
) -> None:
    """It records pages and plays them back; in no band of lines may that move whole words."""
    pages = Pages(render(draft, tag), Layout())
    recorded = QPicture()
    painter = QPainter(recorded)
    pages.paint(painter, number)
    painter.end()
    direct = painted(pages, number)
    shown = QImage(direct.size(), direct.format())
    shown.fill(Qt.GlobalColor.white)
    painter = QPainter(shown)
    scale = direct.width() / (styles.WIDTH * MM)
    painter.scale(scale, scale)
    painter.drawPicture(0, 0, recorded)
    painter.end()
    band = 8
    for top in range(0, direct.height() - band, band):
        moved = sum(
            abs(direct.pixelColor(x, y).lightness() - shown.pixelColor(x, y).lightness()) > 128
            for x in range(direct.width())
            for y in range(top, top + band)
        )
        assert moved < 60
