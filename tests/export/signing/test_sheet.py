"""The manifest as the protocol desk ticks it off."""

from dataclasses import replace
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from mou_desktop.check.run import check as checks
from mou_desktop.export.signing.manifest import Manifest
from mou_desktop.export.signing.order import Drawn, PdfMaker
from mou_desktop.export.signing.sheet import to_docx
from mou_desktop.export.signing.verify import verify
from mou_desktop.export.signing.writing import write
from mou_desktop.model import final
from mou_desktop.model.acceptance import accept, accepted_ones
from mou_desktop.model.fields import change
from mou_desktop.model.finding import Level
from mou_desktop.model.texts import confirm, paragraphs, rewrite
from mou_desktop.render.assemble import render_all
from tests.export.reading import WordFile

from .conftest import EXAMPLE, NOW, order


@pytest.fixture
def sheet(made: Path) -> WordFile:
    return WordFile((made / "Manifest.docx").read_bytes())


def rows(file: WordFile, table: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in file.word.tables[table].rows]


def lines(file: WordFile) -> list[str]:
    return [paragraph.text for paragraph in file.word.paragraphs]


def test_every_original_has_a_row_with_a_box(sheet: WordFile) -> None:
    head, *originals = rows(sheet, 0)
    assert head[1:] == ["No.", "Language", "Kept by", "Pages", "Who signs where", "Files"]
    assert [row[:5] for row in originals] == [
        ["☐", "1 / 4", "Azerbaijani", "Party A", "3"],
        ["☐", "2 / 4", "Russian", "Party A", "3"],
        ["☐", "3 / 4", "Kazakh", "Party B", "3"],
        ["☐", "4 / 4", "English", "Party B", "3"],
    ]
    assert originals[1][5].splitlines()[-1] == "on page 3"
    assert "В. Алиев, Директор (Party A)" in originals[1][5]
    assert "_" not in originals[1][5]
    assert originals[0][6].splitlines() == [
        "1 of 4 – Azerbaijani – Party A.docx",
        "1 of 4 – Azerbaijani – Party A.pdf",
    ]


def test_it_says_what_the_set_was_made_of(sheet: WordFile) -> None:
    text = lines(sheet)
    assert "Draft: ganja.mou, draft 1, not final" in text
    assert "PDF files: LibreOffice 24.8" in text
    assert "☐ date: the day" in text
    assert "Nothing is left to complete." in text
    assert any(line.startswith("Party A: Ganja State Historical") for line in text)


def test_what_was_accepted_stands_there_with_its_reason(tmp_path: Path, office: list[int]) -> None:
    wording = tuple(
        each.replace("Все споры", "Все  споры") for each in paragraphs(EXAMPLE, "ru", "disputes")
    )
    draft = rewrite(EXAMPLE, "ru", "disputes", wording)
    draft = confirm(confirm(confirm(draft, "az", "disputes"), "kk", "disputes"), "en", "disputes")
    found = [each for each in checks(render_all(draft)) if each.level is not Level.NOTE]
    accepted = accept(draft, found[0], "as the other side wants it")
    made = write(order(accepted, accepted=accepted_ones(accepted, found)), tmp_path / "set")
    assert [each.accepted for each in made.findings] == ["as the other side wants it"]
    text = lines(WordFile((tmp_path / "set" / "Manifest.docx").read_bytes()))
    (line,) = [each for each in text if each.startswith("☑")]
    assert line.endswith("Accepted: as the other side wants it")
    assert verify(tmp_path / "set").is_whole


def test_it_names_every_file_with_its_checksum(sheet: WordFile, made: Path) -> None:
    files = rows(sheet, 1)[1:]
    assert [row[1:] for row in files] == [
        [entry.name, str(entry.size), entry.sha256]
        for entry in verify(made).manifest.files
        if entry.name != "Manifest.docx"
    ]


def test_a_final_draft_and_open_points_are_told(tmp_path: Path, office: list[int]) -> None:
    write(order(final.mark(EXAMPLE, (), NOW)), tmp_path / "final")
    text = lines(WordFile((tmp_path / "final" / "Manifest.docx").read_bytes()))
    assert "Draft: ganja.mou, final since 2026-05-03 12:30 (UTC+0000)" in text
    write(order(change(EXAMPLE, "parties.0.signatory.name.ru", "")), tmp_path / "open")
    text = lines(WordFile((tmp_path / "open" / "Manifest.docx").read_bytes()))
    by_hand, results = (text.index(each) for each in ("Filled in by hand", "Results of the checks"))
    said = "☐ parties.0.signatory.name.ru!"
    assert said in text[by_hand:results]
    assert said in text[results:]


def test_whose_name_is_open_has_a_blank(tmp_path: Path, office: list[int]) -> None:
    draft = change(EXAMPLE, "parties.0.signatory.name.az", "")
    write(order(change(draft, "parties.0.signatory.position.az", "")), tmp_path / "set")
    file = WordFile((tmp_path / "set" / "Manifest.docx").read_bytes())
    assert rows(file, 0)[1][5].splitlines()[0] == "left: ____________ (Party A)"


def test_an_original_in_all_languages_is_signed_under_each_text(
    tmp_path: Path, office: list[int]
) -> None:
    draft = change(change(EXAMPLE, "originals", "combined"), "copies", "2")
    write(order(draft), tmp_path / "set")
    file = WordFile((tmp_path / "set" / "Manifest.docx").read_bytes())
    assert rows(file, 0)[1][5].splitlines()[-1] == "under each of the 4 texts"
    assert len(rows(file, 0)[1][2].splitlines()) == 4


def test_of_several_texts_in_a_file_it_says_on_which_pages(tmp_path: Path, no_office: None) -> None:
    draft = change(change(EXAMPLE, "originals", "combined"), "copies", "2")
    maker = PdfMaker("Qt 6", lambda texts: Drawn(b"%PDF-1.4 /Type /Page ", (3, 6, 9, 12)))
    write(order(draft, pdf_maker=maker), tmp_path / "set")
    file = WordFile((tmp_path / "set" / "Manifest.docx").read_bytes())
    told = "under each of the 4 texts: pages 3, 6, 9, 12 of the file"
    assert rows(file, 0)[1][5].splitlines()[-1] == told


@pytest.mark.parametrize("language", ["az", "kk", "ru", "en"])
def test_word_has_nothing_to_object_to(made: Path, tmp_path: Path, language: str) -> None:
    manifest: Manifest = verify(made).manifest
    odd = replace(manifest, draft=replace(manifest.draft, file="a<b>&\"'.mou", agreement="\u200b"))
    for number, each in enumerate((manifest, odd)):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(to_docx(each, language, str))
        assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
        assert [str(finding) for finding in check(file)] == []


def test_it_lies_across_and_repeats_its_head(sheet: WordFile) -> None:
    section = sheet.word.sections[0]
    assert section.page_width > section.page_height
    assert len(sheet.find("//w:tblHeader")) == 2
