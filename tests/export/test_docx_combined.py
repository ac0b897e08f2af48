"""All versions in one file, one after another."""

from dataclasses import replace
from datetime import date

import pytest

from mou_desktop.export.docx import combined_to_docx, to_docx
from mou_desktop.export.watermark import Watermark
from mou_desktop.languages import registry
from mou_desktop.model.layout import Layout, Numbers
from tests.export.pages import (
    assert_complete,
    assert_drawn_in_one_family,
    assert_numbered,
    assert_signed_below_the_text,
    assert_well_broken,
    signed_by,
    with_articles,
)
from tests.export.reading import Pdf, WordFile, full_text, letters
from tests.export.test_docx_package import assert_valid

WATERMARK = Watermark(3, date(2026, 5, 5))
EVERYTHING = Layout(initials=True, title_page=True, numbers=Numbers.HEAD)
ALL = ("az", "kk", "ru", "en")


class TestCombined:
    @pytest.fixture
    def file(self, documents) -> WordFile:
        return WordFile(combined_to_docx(list(documents.values())))

    def test_the_texts_follow_one_another(self, documents, file):
        whole = "".join(full_text(document) for document in documents.values())
        assert letters("".join(shown for _, shown in file.styled())) == letters(whole)

    @pytest.mark.parametrize("order", [("en", "ru", "kk", "az"), ("ru", "az"), ("kk",)])
    def test_in_the_order_that_is_asked_for(self, documents, order):
        file = WordFile(combined_to_docx([documents[tag] for tag in order]))
        titles = [shown for style, shown in file.styled() if style == "Title"]
        assert titles == [documents[tag].name for tag in order]

    def test_one_alone_is_the_file_of_that_version(self, document):
        assert combined_to_docx([document]) == to_docx(document)

    def test_each_is_a_section_that_counts_its_pages_from_one(self, file):
        sections = file.find("//w:sectPr")
        assert len(sections) == 4
        assert file.find("//w:sectPr/w:pgNumType/@w:start") == ["1"] * 4
        assert len(file.find("//w:p/w:pPr/w:sectPr")) == 3
        assert not file.find("//w:sectPr/w:type")

    def test_its_pages_are_those_of_the_section(self, file):
        for number, tag in enumerate(ALL, start=1):
            fields = file.find("//w:instrText/text()", f"word/footer{number}.xml")
            assert fields == [" PAGE ", " SECTIONPAGES ", f" PAGEREF end_{tag} "]
        ends = file.find("//w:bookmarkStart/@w:name")
        assert ends == [f"end_{tag}" for tag in ALL]
        assert len(file.find("//w:bookmarkStart")) == len(file.find("//w:bookmarkEnd"))

    def test_its_header_is_the_language_s_own_name(self, file):
        names = [
            "".join(file.find("//w:t/text()", f"word/header{number}.xml")) for number in range(1, 5)
        ]
        assert names == ["Azərbaycanca", "Қазақша", "Русский", "English"]

    def test_every_run_is_in_the_language_of_its_version(self, documents, file):
        tags = [registry.language(tag).word_tag for tag in documents]
        languages = list(dict.fromkeys(file.find("//w:r/w:rPr/w:lang/@w:val")))
        assert languages == tags
        assert len(file.find("//w:r")) == len(file.find("//w:r/w:rPr/w:lang"))

    def test_content_controls_have_numbers_of_their_own(self, file):
        numbers = file.find("//w:sdtPr/w:id/@w:val")
        assert len(set(numbers)) == len(numbers)

    def test_the_watermark_is_in_the_language_of_each(self, documents):
        file = WordFile(combined_to_docx(list(documents.values()), watermark=WATERMARK))
        parts = [f"word/header{number}.xml" for number in range(1, 5)]
        words = [file.find("//*[local-name()='textpath']/@string", part)[0] for part in parts]
        assert [word.split()[0] for word in words] == ["LAYİHƏ", "ЖОБА", "ПРОЕКТ", "DRAFT"]
        shapes = [file.find("//*[local-name()='shape']/@id", part)[0] for part in parts]
        assert len(set(shapes)) == 4

    @pytest.mark.parametrize("layout", [Layout(), EVERYTHING])
    @pytest.mark.parametrize("watermark", [None, WATERMARK])
    def test_it_is_valid_and_always_the_same(self, documents, layout, watermark, tmp_path):
        made = [
            combined_to_docx(list(documents.values()), layout=layout, watermark=watermark)
            for _ in range(2)
        ]
        assert made[0] == made[1]
        assert_valid(made[0], tmp_path / "x.docx")


@pytest.mark.slow
class TestCombinedPages:
    @pytest.mark.parametrize("layout", [Layout(), replace(EVERYTHING, numbers=Numbers.FOOT)])
    def test_each_version_begins_a_page_and_counts_its_own(self, office, documents, layout):
        content = combined_to_docx(list(documents.values()), layout=layout)
        pdf = Pdf(office({"all": content}, "pdf")["all"])
        numbers = [page[0] if page else ("1", "") for page in pdf.page_numbers]
        starts = [n for n, (number, _) in enumerate(numbers) if number == "1"]
        assert len(starts) == 4
        for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True):
            count = str(end - start)
            expected = [(str(n), count) for n in range(1, end - start + 1)]
            assert numbers[start + 1 : end] == expected[1:]
            assert numbers[start] == expected[0] or layout.title_page
        for start, tag in zip(starts, documents, strict=True):
            lines = pdf.pages[start].splitlines()
            assert lines[0] == registry.language(tag).endonym
            assert letters(documents[tag].name) in letters(pdf.pages[start])

    def test_all_text_is_drawn_in_one_embedded_family(self, office, documents):
        content = combined_to_docx(list(documents.values()), watermark=WATERMARK)
        pdf = Pdf(
            office({"all": content}, "pdf")["all"],
            tuple(registry.language(tag).endonym for tag in documents),
        )
        whole = "".join(full_text(document) for document in documents.values())
        assert pdf.letters == letters(whole)
        assert {name.partition("+")[2] for name, _ in pdf.fonts} == {
            "LiberationSerif",
            "LiberationSerif-Bold",
        }
        assert {embedded for _, embedded in pdf.fonts} == {"yes"}


ONE_LINE, ONE_PAGE = "Xxxx yyyy zzzz.", "Wwww " * 620
AGREEMENTS = {"ten articles of a line": [ONE_LINE] * 10, "sixty of a page": [ONE_PAGE] * 60}


@pytest.mark.slow
@pytest.mark.parametrize("articles", AGREEMENTS.values(), ids=AGREEMENTS)
@pytest.mark.parametrize("signers", [2, 4])
def test_the_rules_of_each_version_hold_in_a_file_of_all(office, documents, articles, signers):
    """The shortest and the longest agreement, with names of 10 and of hundreds of letters."""
    made = {
        name: [
            signed_by(with_articles(each, articles), name=name, position=110, signers=signers)
            for each in documents.values()
        ]
        for name in (10, 600 if signers == 2 else 400)
    }
    files = {str(name): combined_to_docx(versions) for name, versions in made.items()}
    tags = tuple(registry.language(tag).endonym for tag in documents)
    for versions, path in zip(made.values(), office(files, "pdf").values(), strict=True):
        pdf = Pdf(path, tags)
        assert_drawn_in_one_family(pdf)
        starts = [n for n, [(number, _)] in enumerate(pdf.page_numbers) if number == "1"]
        ends = [*starts[1:], len(pdf.pages)]
        for document, start, end in zip(versions, starts, ends, strict=True):
            part = Section(pdf, start, end)
            assert_complete(part, document)
            assert_numbered(part)
            assert_well_broken(part, document)
            assert_signed_below_the_text(part, document)


class Section:
    """The pages of one version in a file of several."""

    def __init__(self, pdf: Pdf, start: int, end: int) -> None:
        self.pages = pdf.pages[start:end]
        self.page_numbers = pdf.page_numbers[start:end]
        self.letters = letters("".join(self.pages))
