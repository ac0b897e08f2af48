"""Redlines: Word files with tracked changes, which give one text or the other.

The reader here accepts or rejects them as ECMA-376-1 §17.13.5 says; it knows nothing of the writer.
"""

import random
import subprocess
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import pytest
from lxml import etree
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from mou_desktop.amend.compare import compare_versions
from mou_desktop.export.docx import redline_to_docx
from mou_desktop.export.docx_redline import Redline, Revision
from mou_desktop.model import fields, texts
from mou_desktop.model.document import Article, Document, SignatureBlock, paragraphs
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples
from tests.export.reading import WordFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BY = Revision("Sample officer", datetime(2026, 5, 5, 12, 30, tzinfo=UTC))
LANGUAGES = ("az", "kk", "ru", "en")


def redline(before: Draft, after: Draft, *tags: str) -> bytes:
    old, new = render_all(before), render_all(after)
    changes = compare_versions(old, new)
    return redline_to_docx([Redline(old[tag], new[tag], changes[tag]) for tag in tags], BY)


def lines_of(document: Document) -> list[str]:
    """The paragraphs of a version as a Word file has them: signatures row by row."""
    found = []
    for block in document.blocks:
        if isinstance(block, Article):
            found.append(block.heading)
        found += [each.text for each in paragraphs(block)]
    return found


def resolved(content: bytes, *, accepted: bool) -> list[str]:
    """The paragraphs after all changes were accepted, or rejected."""
    root = etree.fromstring(WordFile(content).parts["word/document.xml"])
    gone = f"{W}del" if accepted else f"{W}ins"
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{gone}") is not None:
            row.getparent().remove(row)
    found, open_text = [], ""
    for paragraph in root.iter(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            if all(each.tag != gone for each in run.iterancestors()):
                open_text += "".join(run.itertext(f"{W}t", f"{W}delText"))
        if paragraph.find(f"{W}pPr/{W}rPr/{gone}") is None:
            found.append(open_text)
            open_text = ""
    assert not open_text
    return [text for text in found if text]


def same(content: bytes, before: Document, after: Document) -> None:
    """The file holds both texts."""
    assert resolved(content, accepted=True) == [text for text in lines_of(after) if text]
    assert resolved(content, accepted=False) == [text for text in lines_of(before) if text]


@pytest.fixture
def draft() -> Draft:
    return examples.load("memorandum")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_changed_number_is_marked_and_nothing_else(draft: Draft, tag: str) -> None:
    changed = fields.change(draft, "notice_months", "3")
    content = redline(draft, changed, tag)
    same(content, render_all(draft)[tag], render_all(changed)[tag])
    word = WordFile(content)
    assert len(word.find("//w:del[w:r]")) == len(word.find("//w:ins[w:r]")) == 1
    (author,) = set(word.find("//w:ins/@w:author | //w:del/@w:author"))
    assert author == "Sample officer"
    assert set(word.find("//w:ins/@w:date")) == {"2026-05-05T12:30:00Z"}
    numbers = word.find("//w:ins/@w:id | //w:del/@w:id")
    assert len(numbers) == len(set(numbers))


def test_what_did_not_change_bears_no_marks(draft: Draft) -> None:
    content = redline(draft, draft, "kk")
    assert WordFile(content).find("//w:ins | //w:del") == []
    same(content, render_all(draft)["kk"], render_all(draft)["kk"])


def test_bold_and_styles_stay(draft: Draft) -> None:
    changed = fields.change(draft, "place.en", "Astana")
    word = WordFile(redline(draft, changed, "en"))
    assert word.find("//w:r[w:rPr/w:rStyle/@w:val='Strong']")
    assert [style for style, _same in groupby(style for style, _text in word.styled())][:3] == [
        "Title",
        "Subtitle",
        "BodyText",
    ]


@pytest.mark.parametrize(
    "order", ["moved down", "moved up", "deleted", "last deleted", "first deleted", "all but one"]
)
def test_articles_that_come_go_or_move(draft: Draft, order: str) -> None:
    names = draft.articles
    changed = {
        "moved down": lambda: texts.move_article(draft, names[1], 5),
        "moved up": lambda: texts.move_article(draft, names[9], -6),
        "deleted": lambda: texts.delete_article(draft, names[4]),
        "last deleted": lambda: texts.delete_article(draft, names[-1]),
        "first deleted": lambda: texts.delete_article(draft, names[0]),
        "all but one": lambda: _without(draft, names[1:]),
    }[order]()
    for tag in LANGUAGES:
        same(redline(draft, changed, tag), render_all(draft)[tag], render_all(changed)[tag])
        same(redline(changed, draft, tag), render_all(changed)[tag], render_all(draft)[tag])


def _without(draft: Draft, names: tuple[str, ...]) -> Draft:
    for name in names:
        draft = texts.delete_article(draft, name)
    return draft


def test_paragraphs_before_the_signatures_come_and_go(draft: Draft) -> None:
    """A table follows, with which no paragraph can merge."""
    text = texts.paragraphs(draft, "ru", "testimonium")
    longer = texts.rewrite(draft, "ru", "testimonium", (*text, "Ещё одно.", "И ещё одно."))
    same(redline(draft, longer, "ru"), render_all(draft)["ru"], render_all(longer)["ru"])
    same(redline(longer, draft, "ru"), render_all(longer)["ru"], render_all(draft)["ru"])


def test_a_changed_signatory_is_marked_in_the_cells(draft: Draft) -> None:
    changed = fields.change(draft, "parties.1.signatory.name.en", "Aigul Sample")
    content = redline(draft, changed, "en")
    same(content, render_all(draft)["en"], render_all(changed)["en"])
    assert WordFile(content).find("//w:tc//w:ins")
    assert not WordFile(content).find("//w:trPr/w:ins")


def test_another_number_of_signers_is_another_table(draft: Draft) -> None:
    document = render_all(draft)["en"]
    block = document.blocks[-1]
    assert isinstance(block, SignatureBlock)
    one = document._replace(
        blocks=(*document.blocks[:-1], SignatureBlock(block.signers[:1])),
    )
    changes = compare_versions({"en": document}, {"en": one})["en"]
    content = redline_to_docx([Redline(document, one, changes)], BY)
    same(content, document, one)


def test_all_versions_fit_into_one_file(draft: Draft) -> None:
    changed = fields.change(draft, "copies", "6")
    word = WordFile(redline(draft, changed, *LANGUAGES))
    assert len(word.find("//w:sectPr")) == 4
    numbers = word.find("//w:ins/@w:id | //w:del/@w:id")
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("seed", range(30))
def test_any_changes_together_give_both_texts(draft: Draft, seed: int) -> None:
    chance = random.Random(seed)
    changed = draft
    for _ in range(chance.randint(1, 8)):
        tag, article = chance.choice(LANGUAGES), chance.choice(changed.articles)
        text = list(texts.paragraphs(changed, tag, article))
        match chance.randrange(6):
            case 0:
                changed = texts.move_article(changed, article, chance.randint(-4, 4))
            case 1 if article != "validity":
                changed = texts.delete_article(changed, article)
            case 2:
                changed = texts.insert_article(changed, chance.randrange(len(changed.articles)))
            case 3:
                text.insert(chance.randint(0, len(text)), "Sample. Мысал. Nümunə.")
                changed = texts.rewrite(changed, tag, article, tuple(text))
            case 4 if text:
                text.pop(chance.randrange(len(text)))
                changed = texts.rewrite(changed, tag, article, tuple(text))
            case _:
                changed = fields.change(changed, "copies", str(chance.randint(1, 99)))
    tag = chance.choice(LANGUAGES)
    same(redline(draft, changed, tag), render_all(draft)[tag], render_all(changed)[tag])


@pytest.mark.parametrize("tag", LANGUAGES)
def test_word_has_nothing_to_object_to(draft: Draft, tag: str, tmp_path: Path) -> None:
    changed = texts.delete_article(fields.change(draft, "copies", "6"), draft.articles[2])
    changed = texts.move_article(texts.insert_article(changed, 3), changed.articles[5], 3)
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(draft, changed, tag, *(each for each in LANGUAGES if each != tag)))
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
    assert [str(finding) for finding in check(file)] == []


@pytest.mark.slow
def test_libreoffice_reads_the_changes_and_keeps_them(draft: Draft, tmp_path: Path) -> None:
    changed = texts.delete_article(fields.change(draft, "copies", "6"), draft.articles[2])
    changed = texts.move_article(changed, changed.articles[5], 3)
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(draft, changed, "ru"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "again"), str(file)], check=True, timeout=120
    )
    again = (tmp_path / "again" / "redline.docx").read_bytes()
    same(again, render_all(draft)["ru"], render_all(changed)["ru"])
    assert set(WordFile(again).find("//w:ins/@w:author")) == {"Sample officer"}
