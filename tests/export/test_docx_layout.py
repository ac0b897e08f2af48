"""Font, margins, and what stands around the text: what the layout of a draft does to a file."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from mou_desktop.export.docx import to_docx
from mou_desktop.export.docx_styles import text_width
from mou_desktop.export.watermark import Watermark, watermark_of
from mou_desktop.model.fields import change
from mou_desktop.model.layout import Layout, Numbers
from mou_desktop.model.record import Final
from mou_desktop.model.versions import keep
from mou_desktop.render.assemble import render
from tests.export.pages import signed_by
from tests.export.reading import NAMESPACES, WordFile
from tests.export.test_docx_package import assert_valid

WATERMARK = Watermark(3, date(2026, 5, 5))
EVERYTHING = Layout(
    "Arial",
    12,
    left=25,
    right=10,
    top=15,
    bottom=25,
    initials=True,
    seals=False,
    title_page=True,
    numbers=Numbers.HEAD,
)


def written(document, layout=None, watermark=None) -> WordFile:
    return WordFile(to_docx(document, layout=layout or Layout(), watermark=watermark))


def edges(file: WordFile) -> dict[tuple[str, str], str]:
    """The part that is the header or footer of the first page or the others."""
    targets = {
        element.get("Id"): element.get("Target")
        for element in file.find("//*[@Target]", "word/_rels/document.xml.rels")
    }
    found = {}
    for element in file.find("//w:headerReference | //w:footerReference"):
        kind = element.tag.rpartition("}")[2].removesuffix("Reference")
        usage = element.xpath("string(@w:type)", namespaces=NAMESPACES)
        relationship = element.xpath("string(@*[local-name()='id'])")
        found[kind, usage] = f"word/{targets[relationship]}"
    return found


def shown(file: WordFile, kind: str, usage: str = "default") -> list[str]:
    """The lines of a header or footer."""
    part = edges(file).get((kind, usage))
    return [
        "".join(line.xpath(".//w:t/text() | .//w:tab[not(@w:pos)]/@none", namespaces=NAMESPACES))
        for line in (file.find("//w:p", part) if part else [])
    ]


class TestStyles:
    def test_the_font_is_everywhere(self, document):
        file = written(document, Layout("Arial"))
        assert set(file.find("//w:rFonts/@*", "word/styles.xml")) == {"Arial"}
        assert file.find("//w:font/@w:name", "word/fontTable.xml") == ["Arial"]

    def test_the_size_is_that_of_the_text_and_what_stands_around_it_is_smaller(self, document):
        styles = "word/styles.xml"
        file = written(document, Layout(size=11))
        assert file.find("//w:docDefaults//w:sz/@w:val", styles) == ["22"]
        assert file.find("//w:style[@w:styleId='Normal']//w:szCs/@w:val", styles) == ["22"]
        assert file.find("//w:style[@w:styleId='Footer']//w:sz/@w:val", styles) == ["18"]

    def test_nothing_is_smaller_than_eight_points_but_what_is_not_read(self, document):
        sizes = written(document, Layout(size=8)).find("//w:sz/@w:val", "word/styles.xml")
        assert set(sizes) == {"16", "2"}

    def test_the_margins_are_those_of_the_layout(self, document):
        section = written(document, EVERYTHING).word.sections[0]
        margins = section.left_margin, section.right_margin
        assert [round(each.mm) for each in margins] == [25, 10]
        assert [round(each.mm) for each in (section.top_margin, section.bottom_margin)] == [15, 25]

    def test_the_signatures_are_as_wide_as_the_text(self, document):
        layout = Layout(left=60, right=50)
        file = written(document, layout)
        assert file.find("//w:tblW/@w:w") == [str(text_width(layout))]
        assert sum(map(int, file.find("//w:gridCol/@w:w"))) in range(
            text_width(layout) - 1, text_width(layout) + 1
        )

    def test_the_usual_layout_changes_nothing_for_the_next_file(self, document):
        usual = to_docx(document)
        to_docx(document, layout=EVERYTHING)
        assert to_docx(document) == usual


class TestPageNumbers:
    def test_usually_they_stand_at_the_foot_of_every_page(self, file):
        assert list(edges(file)) == [("footer", "default")]
        assert shown(file, "footer") == ["1 / 1"]
        assert file.find("//w:instrText/text()", "word/footer1.xml") == [" PAGE ", " NUMPAGES "]
        assert not file.find("//w:titlePg")

    def test_each_field_shows_a_result(self, file):
        kinds = file.find("//w:fldChar/@w:fldCharType", "word/footer1.xml")
        assert kinds == ["begin", "separate", "end"] * 2

    def test_at_the_head_they_begin_with_the_second_page(self, document):
        file = written(document, Layout(numbers=Numbers.HEAD))
        assert shown(file, "header") == ["1 / 1"]
        assert ("footer", "default") not in edges(file)
        assert shown(file, "header", "first") == []
        assert file.find("//w:titlePg")

    def test_a_title_page_bears_none(self, document):
        file = written(document, Layout(title_page=True))
        assert shown(file, "footer") == ["1 / 1"]
        assert shown(file, "footer", "first") == []
        assert file.find("//w:titlePg")


class TestInitials:
    def test_everybody_who_signs_has_a_line_on_every_page(self, documents):
        file = written(documents["ru"], Layout(initials=True, title_page=True))
        line = "____________ В.\N{NO-BREAK SPACE}Алиев____________ Н.\N{NO-BREAK SPACE}Дукенбаев"
        assert shown(file, "footer") == [line, "1 / 1"]
        assert shown(file, "footer", "first") == [line]

    def test_four_have_two_lines(self, documents):
        file = written(
            signed_by(documents["en"], name=10, signers=4), Layout(initials=True, size=12)
        )
        assert len(shown(file, "footer")) == 3
        assert len(file.find("//w:r/w:tab", "word/footer1.xml")) == 2

    def test_each_party_has_its_side_and_a_second_signatory_a_second_line(self, example):
        draft = example
        for field, text in (("name", "Мария Иванова"), ("position", "Заместитель")):
            draft = change(draft, f"parties.0.second_signatory.{field}.ru", text)
        file = written(render(draft, "ru"), Layout(initials=True))
        blank, space = "____________ ", "\N{NO-BREAK SPACE}"
        assert shown(file, "footer")[:2] == [
            f"{blank}В.{space}Алиев{blank}Н.{space}Дукенбаев",
            f"{blank}М.{space}Иванова",
        ]
        assert len(file.find("//w:r/w:tab", "word/footer1.xml")) == 2

    def test_whose_name_is_missing_has_a_line_all_the_same(self, empty_documents, tag):
        file = written(empty_documents[tag], Layout(initials=True))
        assert shown(file, "footer")[0] == "____________" * 2

    def test_a_name_that_has_no_room_is_left_out(self, documents):
        document = signed_by(documents["en"], name=10)
        *others, block = document.blocks
        long = "Name " * 20
        signers = tuple(
            each._replace(name=each.name._replace(runs=(each.name.runs[1]._replace(text=long),)))
            for each in block.signers
        )
        document = document._replace(blocks=(*others, block._replace(signers=signers)))
        assert shown(written(document, Layout(initials=True)), "footer")[0] == "____________" * 2

    def test_they_are_in_the_language_of_the_version(self, document, tag):
        file = written(document, Layout(initials=True))
        tags = set(file.find("//w:lang/@w:val", "word/footer1.xml"))
        assert len(tags) == 1
        assert tags == set(file.find("//w:lang/@w:val"))

    def test_the_second_line_ends_with_the_text(self, document):
        layout = Layout(left=20, initials=True)
        [stop] = written(document, layout).find("//w:tabs/w:tab/@w:pos", "word/styles.xml")
        assert int(stop) == text_width(layout)


class TestTitlePage:
    def test_what_follows_begins_a_page(self, document):
        styles = [style for style, _ in written(document, Layout(title_page=True)).styled()]
        assert styles[0] == "TitlePage"
        assert styles.index("PageOpening") == 1 + len(document.blocks[0].lines)
        assert styles[styles.index("PageOpening") + 1] == "BodyText"

    def test_usually_there_is_none(self, file):
        assert not {"TitlePage", "PageOpening"} & {style for style, _ in file.styled()}


class TestSeals:
    def test_without_them_the_names_are_the_last_row(self, documents):
        *others, block = documents["ru"].blocks
        signers = tuple(each._replace(seal=each.seal._replace(runs=())) for each in block.signers)
        file = written(documents["ru"]._replace(blocks=(*others, block._replace(signers=signers))))
        styles = [style for style, _ in file.styled()]
        assert styles[-3:] == ["SignatureNameEnd", "SignatureNameEnd", "DocumentEnd"]
        assert not file.keeps_with_next("SignatureNameEnd")
        assert file.keeps_lines("SignatureNameEnd")


class TestWatermark:
    @pytest.mark.parametrize(
        ("tag", "expected"),
        [
            ("az", "LAYİHƏ 3, 5 may 2026-cı il"),
            ("kk", "ЖОБА 3, 2026 жылғы 5 мамыр"),
            ("ru", "ПРОЕКТ 3, 5 мая 2026 года"),
            ("en", "DRAFT 3, 5 May 2026"),
        ],
    )
    def test_it_is_in_the_language_of_the_version(self, documents, tag, expected):
        file = written(documents[tag], watermark=WATERMARK)
        [text] = file.find("//*[local-name()='textpath']/@string", "word/header1.xml")
        assert text.replace("\N{NO-BREAK SPACE}", " ") == expected

    def test_it_is_on_the_first_page_too(self, document):
        file = written(document, Layout(title_page=True), WATERMARK)
        parts = edges(file)["header", "default"], edges(file)["header", "first"]
        numbers = [
            file.find("//*[local-name()='shape']/@*[local-name()='spid']", part) for part in parts
        ]
        assert [len(each) for each in numbers] == [1, 1]
        assert numbers[0] != numbers[1]

    def test_a_final_text_has_none(self, file):
        assert not [name for name in file.parts if name.startswith("word/header")]

    def test_a_draft_is_numbered_behind_its_kept_versions(self, example):
        day = date(2026, 5, 5)
        assert watermark_of(example, day) == Watermark(1, day)
        then = keep(example, "sent", datetime.now().astimezone())
        assert watermark_of(then, day) == Watermark(2, day)

    def test_a_final_draft_has_none(self, example):
        final = replace(example, final=Final("2026-05-05T10:00:00+00:00", "0" * 64))
        assert watermark_of(final, date(2026, 5, 5)) is None


@pytest.mark.parametrize(
    "layout",
    [
        EVERYTHING,
        replace(EVERYTHING, numbers=Numbers.FOOT, seals=True),
        Layout(initials=True),
        Layout(size=20, left=60, right=60),
    ],
)
@pytest.mark.parametrize("watermark", [None, WATERMARK])
def test_every_layout_makes_a_valid_file(document, layout, watermark, tmp_path):
    content = to_docx(document, layout=layout, watermark=watermark)
    assert content == to_docx(document, layout=layout, watermark=watermark)
    assert_valid(content, tmp_path / "x.docx")


@pytest.mark.parametrize(
    ("size", "day", "month"), [(8, 10, 20), (12, 7, 14), (14, 6, 12), (20, 4, 8)]
)
def test_smaller_letters_make_longer_blanks_for_the_pen(document, size, day, month):
    """How wide they are in millimetres is looked at in the pages."""
    file = written(document, Layout(size=size))
    [text] = [text for control, text in file.controls() if control.startswith("date")]
    assert [len(blank) for blank in re.findall("_+", text)] == [day, month]
