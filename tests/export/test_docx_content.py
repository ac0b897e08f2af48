"""What stands in a Word file: the text, how it is styled, and what was filled in."""

from itertools import groupby

import pytest

from mou_desktop.export.docx import to_docx
from mou_desktop.languages import registry
from mou_desktop.languages.base import NAMES
from mou_desktop.model.document import (
    Article,
    Document,
    Gap,
    Paragraph,
    Preamble,
    Run,
    Title,
    paragraphs,
)
from mou_desktop.model.fields import change
from mou_desktop.render.assemble import render
from tests.export.reading import WordFile, full_text, letters

WORD_TAGS = {"az": "az-Latn-AZ", "kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
TAG_LIMIT = 64
"""Word shortens the tag of a content control to so many characters."""


def exported(*runs: Run, tag: str = "ru") -> WordFile:
    """A Word file with one line of text below its title."""
    title = Title((Paragraph((Run("МЕМОРАНДУМ"),)),), heading=0)
    return WordFile(to_docx(Document(tag, (title, Preamble((Paragraph(runs),))))))


def test_the_whole_text_is_there_in_order(document, file):
    assert letters("".join(text for _, text in file.styled())) == letters(full_text(document))


def test_spaces_stay_as_they_are():
    assert exported(Run(" a "), Run("b\N{NO-BREAK SPACE}c")).find("//w:t/text()")[1:] == [
        " a ",
        "b\N{NO-BREAK SPACE}c",
    ]


@pytest.mark.parametrize("name", ["A & B", "<w:t>", "\"'«„“»'\"", "Ə ғ ё 🏛", "{{ x }}", "]]>"])
def test_any_name_survives(name):
    assert exported(Run(name, "parties.0.name.ru")).controls()[-1] == ("parties.0.name.ru", name)


class TestStyles:
    def test_the_line_that_names_the_document_is_the_title(self, document, file):
        title = document.blocks[0]
        styles = file.styled()[: len(title.lines)]
        assert [text for style, text in styles if style == "Title"] == [document.name]
        assert {style for style, _ in styles} == {"Title", "Subtitle"}

    def test_articles_have_headings(self, document, file):
        articles = [block for block in document.blocks if isinstance(block, Article)]
        headings = [text for style, text in file.styled() if style == "Heading2"]
        assert headings == [article.heading for article in articles]

    def test_the_text_is_body_text_and_the_last_article_the_closing_clause(self, document, file):
        body = [letters(text) for style, text in file.styled() if style == "BodyText"]
        closing = [letters(text) for style, text in file.styled() if style == "ClosingClause"]
        above = [letters(text) for style, text in file.styled() if style == "ClosingText"]
        *others, last = (list(paragraphs(block)) for block in document.blocks[1:-1])
        assert [*body, *above] == [letters(each.text) for texts in others for each in texts]
        assert closing == [letters(each.text) for each in last]
        assert len(above) == 1

    def test_every_style_is_defined(self, file):
        used = set(file.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
        assert used <= set(file.find("//w:style/@w:styleId", "word/styles.xml"))

    def test_short_names_are_strong_in_the_title(self, example, tag, file):
        strong = file.find("//w:r[w:rPr/w:rStyle/@w:val='Strong']/w:t/text()")
        kept = example.computed.get(f"parties.0.short_name.{tag}", {})
        short = [*(party.short_name[tag] for party in example.values.parties)]
        inflected = [form.text for by_form in kept.values() for form in by_form.values()]
        assert len(strong) == 2
        assert strong[0] in (short[0], *inflected)
        assert strong[1] == short[1]

    def test_nothing_is_formatted_by_hand(self, file):
        in_paragraphs = {each.tag.rpartition("}")[2] for each in file.find("//w:pPr/*")}
        in_runs = {each.tag.rpartition("}")[2] for each in file.find("//w:rPr/*")}
        assert in_paragraphs == {"pStyle"}
        assert in_runs == {"rStyle", "lang"}

    def test_a_blank_for_a_missing_value_looks_like_any_text(self):
        file = exported(Run("___", "copies", gap=Gap.MISSING))
        [text] = file.find("//w:p//w:t[.='___']")
        assert len(text.getparent()[0]) == 1


class TestLanguage:
    def test_every_run_is_in_the_language_of_the_version(self, tag, file):
        assert len(file.find("//w:r")) == len(file.find("//w:r/w:rPr/w:lang"))
        assert set(file.find("//w:lang/@w:val")) == {WORD_TAGS[tag]}

    def test_so_are_the_styles(self, tag, file):
        default = file.find("//w:docDefaults//w:lang/@w:val", "word/styles.xml")
        normal = file.find("//w:style[@w:styleId='Normal']//w:lang/@w:val", "word/styles.xml")
        assert default == normal == [WORD_TAGS[tag]]


class TestContentControls:
    def test_every_filled_slot_can_be_read_again(self, document, file):
        runs = [
            run
            for block in document.blocks
            for paragraph in paragraphs(block)
            for run in paragraph.runs
            if run.path and run.text  # (a mark is no words)
        ]
        shown: dict[tuple[str, str], list[str]] = {}
        for path, same in groupby(runs, lambda run: (run.path, run.form)):
            shown.setdefault(path, []).append("".join(run.text for run in same))
        for (path, form), texts in shown.items():
            tag = path if form == "nominative" else f"{path}#{form}"
            found = [letters(text) for found, text in file.controls() if found == tag]
            assert found == [letters(text) for text in texts]

    def test_every_block_bears_its_place(self, document, file):
        articles = [block for block in document.blocks if isinstance(block, Article)]
        blocks = [
            each.xpath("string(*/*[local-name()='tag']/@*)") for each in file.find("/*/*/w:sdt")
        ]
        assert blocks == [
            "title",
            "preamble",
            *(f"article:{article.id}" for article in articles),
            "signature",
        ]

    def test_a_changed_form_is_part_of_the_tag(self):
        runs = (
            Run("Музеем", "parties.0.name.ru", "instrumental"),
            Run("Музей", "parties.1.name.ru", "nominative"),
            Run("4", "copies"),
        )
        assert exported(*runs).controls()[2:] == [
            ("parties.0.name.ru#instrumental", "Музеем"),
            ("parties.1.name.ru", "Музей"),
            ("copies", "4"),
        ]

    def test_a_name_that_is_partly_bold_is_one_control(self):
        path = "parties.0.name.ru"
        file = exported(Run("Республиканский ", path), Run("Музей", path, strong=True))
        assert file.controls()[2:] == [(path, "Республиканский Музей")]

    def test_the_template_s_words_are_in_none(self):
        assert len(exported(Run("между ")).controls()) == 2

    def test_the_alias_that_word_shows_needs_no_language(self):
        file = exported(Run("Музей", "parties.0.name.ru", "nominative"))
        assert file.find("//w:p/w:sdt/w:sdtPr/w:alias/@w:val") == ["parties.0.name"]

    def test_each_has_a_number_of_its_own(self, file):
        numbers = file.find("//w:sdtPr/w:id/@w:val")
        assert len(set(numbers)) == len(numbers)

    def test_every_tag_is_short_enough_for_word(self, example, tag):
        language = registry.language(tag)
        runs = [
            Run("x", f"{spec.path.replace('*', '10')}.{tag}", form)
            for spec in example.template.fields
            if spec.kind in NAMES
            for form in language.forms(spec.kind)
        ]
        assert runs
        tags = [control for control, _ in exported(*runs, tag=tag).controls()]
        assert max(map(len, tags)) <= TAG_LIMIT
        assert all(len(f"article:{article}") <= TAG_LIMIT for article in example.template.articles)


def test_long_names_are_written_in_full(example, tag):
    name = ("Muzey " * 100).strip()
    draft = change(example, f"parties.0.name.{tag}", name)
    file = WordFile(to_docx(render(draft, tag)))
    assert any(text == name for _, text in file.controls())
