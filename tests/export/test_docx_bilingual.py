"""Two versions side by side in one file."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from mou_desktop.export.docx import bilingual_to_docx
from mou_desktop.export.watermark import Watermark
from mou_desktop.model.document import Article, paragraphs
from mou_desktop.model.layout import Layout, Numbers
from tests.export.pages import signed_by, with_articles
from tests.export.reading import NAMESPACES, Pdf, WordFile, full_text, letters, text
from tests.export.test_docx_layout import edges, shown
from tests.export.test_docx_package import assert_valid

WATERMARK = Watermark(3, date(2026, 5, 5))
EVERYTHING = Layout(initials=True, title_page=True, numbers=Numbers.HEAD)
PAIRS = list(permutations(("az", "kk", "ru", "en"), 2))


def styles(file: WordFile) -> list[str]:
    return [style for style, _ in file.styled()]


class TestBilingual:
    @pytest.fixture
    def file(self, documents) -> WordFile:
        return WordFile(bilingual_to_docx((documents["ru"], documents["az"])))

    def test_both_texts_are_there(self, documents, file):
        columns = {"ru-RU": "ru", "az-Latn-AZ": "az"}
        for word_tag, tag in columns.items():
            runs = file.find(f"//w:r[w:rPr/w:lang/@w:val='{word_tag}']")
            shown = letters("".join(text(run) for run in runs))
            assert sorted(shown) == sorted(letters(full_text(documents[tag])))

    def test_what_says_the_same_stands_abreast(self, documents, file):
        rows = [
            [letters(text(cell)) for cell in row.xpath("w:tc", namespaces=NAMESPACES)]
            for row in file.find("//w:tr")
        ]
        for left, right in zip(documents["ru"].blocks, documents["az"].blocks, strict=True):
            if isinstance(left, Article):
                assert [letters(left.heading), letters(right.heading)] in rows
                for pair in zip(paragraphs(left), paragraphs(right), strict=True):
                    assert [letters(each.text) for each in pair] in rows

    def test_a_paragraph_without_a_counterpart_stands_beside_nothing(self, documents):
        *others, closing, block = documents["ru"].blocks
        longer = closing._replace(paragraphs=closing.paragraphs * 2)
        russian = documents["ru"]._replace(blocks=(*others, longer, block))
        file = WordFile(bilingual_to_docx((russian, documents["kk"])))
        rows = [
            [text(cell) for cell in row.xpath("w:tc", namespaces=NAMESPACES)]
            for row in file.find("//w:tr")
        ]
        [alone] = [row[0] for row in rows if row[0] and not row[1]]
        assert letters(alone) == letters(closing.paragraphs[0].text)

    def test_headings_keep_with_their_text_and_signatures_with_one_another(self, file):
        rows = file.find("//w:tr")
        kept = [
            {style: file.keeps_with_next(style) for style in styles}
            for styles in (row.xpath(".//w:pStyle/@w:val", namespaces=NAMESPACES) for row in rows)
        ]
        first = next(n for n, row in enumerate(kept) if "SignatureParty" in row)
        assert all(all(row.values()) for row in kept[first - 1 : -1])
        assert not any(kept[-1].values())
        assert all(all(row.values()) for row in kept if "Heading2" in row)

    def test_a_long_row_may_go_over_the_end_of_a_page_and_a_short_one_not(self, file):
        rows = file.find("//w:tr[.//w:pStyle/@w:val='BodyText']")
        whole = {
            bool(row.xpath(".//w:cantSplit", namespaces=NAMESPACES)): text(row) for row in rows
        }
        assert set(whole) == {True, False}
        assert len(whole[True]) < len(whole[False])

    def test_it_has_no_borders_and_fills_the_width(self, file):
        assert not file.find("//w:tblBorders | //w:tcBorders")
        assert len(file.find("//w:gridCol")) == 2

    def test_lines_are_short_and_so_letters_smaller_and_nothing_is_justified(self, file):
        part = "word/styles.xml"
        assert file.find("//w:style[@w:styleId='Normal']//w:sz/@w:val", part) == ["22"]
        assert "both" not in file.find("//w:jc/@w:val", part)

    def test_content_controls_bear_their_places_and_have_numbers_of_their_own(self, file):
        numbers = file.find("//w:sdtPr/w:id/@w:val")
        assert len(set(numbers)) == len(numbers)
        tags = [tag for tag, _ in file.controls()]
        assert tags.count("article:events") == 4
        assert {"title", "preamble", "signature", "parties.0.name.az", "copies#locative"} <= {*tags}

    def test_the_title_can_have_its_own_page(self, documents):
        pair = documents["kk"], documents["en"]
        file = WordFile(bilingual_to_docx(pair, layout=EVERYTHING))
        assert styles(file)[0] == "TitlePage"
        assert len(file.find("//w:tbl")) == 2
        [after] = file.find("//w:tbl[2]/preceding-sibling::w:p[1]//w:pStyle/@w:val")
        assert after == "PageOpening"
        assert ("footer", "first") in edges(file)
        assert shown(file, "header") == ["1 / 1"]

    @pytest.mark.parametrize("pair", PAIRS, ids="-".join)
    def test_every_pair_is_valid_and_always_the_same(self, documents, pair, tmp_path):
        left, right = (documents[tag] for tag in pair)
        made = [bilingual_to_docx((left, right), watermark=WATERMARK) for _ in range(2)]
        assert made[0] == made[1]
        assert_valid(made[0], tmp_path / "x.docx")

    def test_with_every_option_it_is_valid(self, documents, tmp_path):
        pair = documents["az"], documents["kk"]
        assert_valid(bilingual_to_docx(pair, layout=EVERYTHING), tmp_path / "x.docx")


ONE_PAGE = "Wwww " * 900
AGREEMENTS = {"ten articles of a line": ["Xxxx yyyy."] * 10, "sixty of a page": [ONE_PAGE] * 60}


@pytest.mark.slow
class TestBilingualPages:
    @pytest.mark.parametrize("name", [10, 200, 600])
    @pytest.mark.parametrize("layout", [Layout(), replace(EVERYTHING, numbers=Numbers.FOOT)])
    def test_signatures_stay_whole_and_below_the_text(self, office, documents, name, layout):
        signed = {tag: signed_by(each, name=name, position=60) for tag, each in documents.items()}
        self.judge(office, signed, PAIRS[::2], layout)

    @pytest.mark.parametrize("articles", AGREEMENTS.values(), ids=AGREEMENTS)
    def test_the_shortest_and_the_longest_agreement(self, office, documents, articles):
        signed = {
            tag: signed_by(with_articles(each, articles), name=200, position=60)
            for tag, each in documents.items()
        }
        self.judge(office, signed, [("az", "ru"), ("kk", "en")], Layout())

    def judge(self, office, documents, pairs, layout):
        files = {
            "-".join(pair): bilingual_to_docx(
                (documents[pair[0]], documents[pair[1]]), layout=layout
            )
            for pair in pairs
        }
        for name, path in office(files, "pdf").items():
            pdf = Pdf(path)
            pair = [documents[tag] for tag in name.split("-")]
            assert [page[-1][1] for page in pdf.page_numbers if page] == [
                str(len(pdf.pages))
            ] * len([page for page in pdf.page_numbers if page])
            headings = {
                letters(block.heading)
                for document in pair
                for block in document.blocks
                if isinstance(block, Article)
            }
            if not layout.initials:
                assert sorted(pdf.letters) == sorted("".join(letters(full_text(d)) for d in pair))
            body = [page.splitlines() for page in pdf.pages]
            ends = [
                [line for line in page if "____________ ZZ. Name _" not in line] for page in body
            ]
            assert not [page for page in ends if letters(page[-1]) in headings]
            signed = [page for page in pdf.pages if "ZZa000" in page or "ZZb000" in page]
            assert len(signed) == 1, "the signatures are split"
            above = letters(signed[0].partition("ZZa000")[0])
            for document in pair:
                closing = letters(list(paragraphs(document.blocks[-2]))[-1].text)
                assert closing[-10:] in above, "the signatures stand alone"

    def test_headings_stand_abreast(self, office, documents):
        for pair in (("ru", "az"), ("kk", "en")):
            left, right = (documents[tag] for tag in pair)
            content = bilingual_to_docx((left, right))
            pdf = Pdf(office({"-".join(pair): content}, "pdf")["-".join(pair)])
            lines = [" ".join(line.split()) for line in pdf.laid_out.splitlines()]
            for one, other in zip(left.blocks, right.blocks, strict=True):
                if isinstance(one, Article):
                    assert " ".join(f"{one.heading} {other.heading}".split()) in lines
            assert {embedded for _, embedded in pdf.fonts} == {"yes"}
