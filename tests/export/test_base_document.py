"""What the base document gives to every file: page, fonts, styles, footer, settings."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Mm, Pt

from mou_desktop.export.docx_package import unpack
from mou_desktop.export.docx_styles import text_width
from mou_desktop.model.layout import Layout
from mou_desktop.paths import resources
from tests.export.reading import WordFile

BASE = resources() / "styles" / "base.docx"
SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "make_base_document.py"
CENTRE, LEFT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


@pytest.fixture(scope="module")
def base() -> WordFile:
    return WordFile(BASE.read_bytes())


def test_it_is_what_the_script_makes():
    made = runpy.run_path(str(SCRIPT))["base_document"]()
    assert unpack(made) == unpack(BASE.read_bytes())


def test_the_script_makes_the_same_bytes_again(tmp_path):
    for name, seed in (("a.docx", "1"), ("b.docx", "2")):
        command = [sys.executable, str(SCRIPT), str(tmp_path / name)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, timeout=60)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_sheet_is_a4_with_room_for_binding_on_the_left(base):
    section = base.word.sections[0]
    sheet = section.page_width, section.page_height
    margins = section.left_margin, section.right_margin, section.top_margin, section.bottom_margin
    assert [round(side.mm, 1) for side in sheet] == [210, 297]
    assert [round(margin.mm, 1) for margin in margins] == [30, 15, 20, 20]


def test_it_has_the_usual_layout(base):
    section = base.word.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    assert round(width / Pt(1) * 20) == text_width(Layout())


def test_letters_of_every_script_are_black_times_new_roman_14(base):
    for place in ("//w:docDefaults//w:rFonts", "//w:style[@w:styleId='Normal']//w:rFonts"):
        [fonts] = base.find(place, "word/styles.xml")
        assert len(fonts.attrib) == 4
        assert set(fonts.attrib.values()) == {"Times New Roman"}
    normal = base.word.styles["Normal"]
    assert normal.font.size == Pt(14)
    assert str(normal.font.color.rgb) == "000000"
    assert base.find("//w:szCs/@w:val", "word/styles.xml")[0] == "28"


def test_no_style_follows_the_theme(base):
    assert b"heme" not in base.parts["word/styles.xml"]


def test_lines_are_close(base):
    assert 1 <= base.word.styles["Normal"].paragraph_format.line_spacing <= 1.15


@pytest.mark.parametrize(
    ("name", "alignment", "bold", "keeps_with_next"),
    [
        ("Title", CENTRE, True, True),
        ("Subtitle", CENTRE, None, True),
        ("Heading 2", CENTRE, True, True),
        ("Body Text", JUSTIFY, None, None),
        ("Signature", LEFT, None, True),
        ("Footer", CENTRE, None, None),
    ],
)
def test_paragraph_styles(base, name, alignment, bold, keeps_with_next):
    style = base.word.styles[name]
    assert style.paragraph_format.alignment == alignment
    assert style.font.bold is bold
    assert style.paragraph_format.keep_with_next is keeps_with_next


def test_the_title_is_letterspaced(base):
    [spacing] = base.find("//w:style[@w:styleId='Title']/w:rPr/w:spacing/@w:val", "word/styles.xml")
    assert int(spacing) > 0


def test_text_is_indented_without_widows(base):
    assert base.word.styles["Body Text"].paragraph_format.first_line_indent.cm == pytest.approx(
        Cm(1.25).cm, abs=0.01
    )
    assert base.word.styles["Normal"].paragraph_format.widow_control is True


def test_a_signature_stays_whole_and_has_room_for_the_pen(base):
    assert base.keeps_lines("Signature")
    assert base.word.styles["Signature Name"].paragraph_format.space_before >= Mm(10)


def test_words_are_hyphenated_but_not_in_capitals_or_headings(base):
    settings = "word/settings.xml"
    assert base.find("//w:autoHyphenation", settings)
    assert base.find("//w:doNotHyphenateCaps", settings)
    whole = base.find("//w:style[.//w:suppressAutoHyphens]/@w:styleId", "word/styles.xml")
    assert set(whole) == {"Title", "Subtitle", "Heading2", "Signature", "FooterInitials"}


def test_word_opens_it_without_a_compatibility_mode(base):
    mode = "//w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert base.find(mode, "word/settings.xml") == ["15"]


def test_it_holds_nothing_that_is_not_used(base):
    assert sorted(base.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]
    assert not [name for name, part in base.parts.items() if b"External" in part]
