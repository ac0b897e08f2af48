"""The file as a whole: the same bytes each time, and nothing that Word could object to."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from mou_desktop.export.docx import to_docx
from mou_desktop.model.fields import change
from mou_desktop.paths import resources
from mou_desktop.render.assemble import render
from tests.export.reading import WordFile

HASHES = """
import hashlib
from mou_desktop.export.docx import to_docx
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples
for document in reversed(render_all(examples.load("memorandum")).values()):
    print(document.language, hashlib.sha256(to_docx(document, subject="x")).hexdigest())
"""


class TestBytes:
    def test_the_same_document_gives_the_same_bytes(self, document):
        assert to_docx(document) == to_docx(document)

    @pytest.mark.parametrize("seed", ["0", "1"])
    def test_in_another_process_too(self, documents, seed):
        command = [sys.executable, "-c", HASHES]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        there = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True, timeout=60
        ).stdout
        here = {
            tag: hashlib.sha256(to_docx(document, subject="x")).hexdigest()
            for tag, document in documents.items()
        }
        assert dict(line.split() for line in there.splitlines()) == here

    def test_one_document_leaves_no_trace_in_the_next(self, documents):
        alone = to_docx(documents["ru"])
        to_docx(documents["kk"], subject="x")
        assert to_docx(documents["ru"]) == alone

    def test_entries_are_sorted_and_have_no_time_of_their_own(self, document):
        with ZipFile(BytesIO(to_docx(document))) as package:
            entries = package.infolist()
        names = [entry.filename for entry in entries]
        assert names == ["[Content_Types].xml", *sorted(names[1:])]
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
        assert not any(entry.is_dir() for entry in entries)

    def test_it_has_the_parts_of_the_base_document_and_a_footer(self, file):
        base = WordFile((resources() / "styles" / "base.docx").read_bytes())
        assert set(file.parts) == {*base.parts, "word/footer1.xml"}
        kept = {name for name in base.parts if file.parts[name] == base.parts[name]}
        assert kept >= {"word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml"}


class TestProperties:
    def test_title_and_language(self, document, file):
        properties = file.word.core_properties
        assert properties.title == document.name
        assert (
            properties.language
            == {
                "az": "az-Latn-AZ",
                "kk": "kk-KZ",
                "ru": "ru-RU",
                "en": "en-GB",
            }[document.language]
        )

    def test_the_subject_is_what_the_caller_says(self, document):
        file = WordFile(to_docx(document, subject="Museums & reserves"))
        assert file.word.core_properties.subject == "Museums & reserves"

    def test_it_says_which_program_made_it_but_not_when(self, file):
        properties = file.word.core_properties
        assert properties.author == properties.last_modified_by == "MOU Desktop"
        assert properties.created == properties.modified
        assert properties.created.year == 1980
        assert not properties.comments


def assert_valid(data: bytes, path) -> None:
    path.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert [str(finding) for finding in check(path)] == []


class TestValidators:
    def test_the_example(self, document, tmp_path):
        assert_valid(to_docx(document, subject="Museums"), tmp_path / "x.docx")

    def test_a_draft_with_nothing_filled_in(self, empty_documents, tag, tmp_path):
        assert_valid(to_docx(empty_documents[tag]), tmp_path / "x.docx")

    @pytest.mark.parametrize("name", ["Muzey " * 100, "А&Б <w:p/> \"'« ]]>" * 10])
    def test_long_and_odd_names(self, example, tag, name, tmp_path):
        draft = example
        for party in (0, 1):
            draft = change(draft, f"parties.{party}.name.{tag}", name)
            draft = change(draft, f"parties.{party}.short_name.{tag}", name[:50])
            draft = change(draft, f"parties.{party}.signatory.name.{tag}", name)
        assert_valid(to_docx(render(draft, tag)), tmp_path / "x.docx")

    def test_the_base_document(self, tmp_path):
        assert_valid((resources() / "styles" / "base.docx").read_bytes(), tmp_path / "x.docx")

    def test_they_do_object_to_a_broken_file(self, document, tmp_path):
        file = WordFile(to_docx(document))
        broken = file.parts["word/document.xml"].replace(b"w:sectPr", b"w:sectPrr")
        path = tmp_path / "x.docx"
        with ZipFile(path, "w") as package:
            for name, part in file.parts.items():
                package.writestr(name, broken if name == "word/document.xml" else part)
        assert OpenXmlValidator().validate(path).errors
