"""Files that are damaged, too large, of another kind, or meant to do harm."""

import struct
import time
from pathlib import Path

import pytest

from mou_desktop.errors import IntakeError, StorageError
from mou_desktop.intake import package, xml
from mou_desktop.intake.importing import import_files
from mou_desktop.intake.reading import read, read_file
from tests.intake.conftest import paragraph, word, zipped

PATIENCE = 10


def refusal(content: bytes, name: str = "foreign.docx") -> str:
    start = time.monotonic()
    with pytest.raises(IntakeError) as error:
        read(content, name)
    assert time.monotonic() - start < PATIENCE
    line = str(error.value)
    assert line.startswith(name)
    assert "\n" not in line
    return line.removeprefix(name).strip()


def test_an_empty_file() -> None:
    assert refusal(b" \n") == "is empty"


@pytest.mark.parametrize("length", [10, 200, 400, -100, -30])
def test_a_truncated_file(length: int) -> None:
    assert refusal(word(paragraph("text " * 200))[:length]).startswith("is damaged or incomplete")


def test_a_part_that_is_cut_off() -> None:
    content = zipped({"word/document.xml": "<w:document><w:body>"})
    assert refusal(content).startswith("is damaged or incomplete")


def test_bytes_that_changed_on_the_way() -> None:
    content = bytearray(word(paragraph("x" * 5000)))
    content[60] ^= 0xFF
    assert refusal(bytes(content)).startswith("is damaged or incomplete")


def test_an_encrypted_word_file() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert refusal(ole).startswith("is encrypted; open it with its password")


def test_an_old_word_file() -> None:
    assert "save it as .docx" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_an_encrypted_entry() -> None:
    content = bytearray(word(paragraph("x")))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    assert refusal(bytes(content)).startswith("is encrypted")


def test_an_encrypted_open_document() -> None:
    content = zipped(
        {"content.xml": "x", "META-INF/manifest.xml": "<m:encryption-data/>", "mimetype": ""}
    )
    assert refusal(content).startswith("is encrypted")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7 ...", "is a PDF file"),
        (b"{\\rtf1 text}", "is in the format RTF"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b'{"format": "mou-desktop", "schema": 2}', "is a draft of this program"),
        (bytes(range(256)) * 40, "is no text document"),
        (zipped({"xl/workbook.xml": "<x/>"}), "is no text document"),
        (zipped({"word/document.xml": "<x/>"}), "is no text document"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.chart", "content.xml": "<x/>"}),
            "is no text document",
        ),
    ],
)
def test_a_file_of_another_kind_whatever_its_name(content: bytes, says: str) -> None:
    assert refusal(content).startswith(says)


def test_a_wrong_extension_does_not_matter() -> None:
    assert read(word(paragraph("text")), "foreign.txt").paragraphs[0].text == "text"


class TestBombs:
    def test_a_part_that_is_huge_when_unpacked(self) -> None:
        content = zipped({"word/document.xml": b" " * (package.UNPACKED_LIMIT + 1)})
        assert len(content) < 100_000
        assert refusal(content).startswith("is too large to be an agreement when it is unpacked")

    def test_a_part_that_lies_about_its_size(self) -> None:
        content = bytearray(zipped({"word/document.xml": b" " * (package.PART_LIMIT + 1)}))
        at = content.find(b"PK\x01\x02")
        struct.pack_into("<L", content, at + 24, 100)
        assert refusal(bytes(content)) != ""

    def test_very_many_parts(self) -> None:
        content = zipped({f"a/{number}": b"" for number in range(package.ENTRIES_LIMIT + 1)})
        assert refusal(content).startswith("is too large")

    def test_very_many_elements(self) -> None:
        body = f'<w:document xmlns:w="w">{"<a/>" * (xml.MARKS_LIMIT + 1)}</w:document>'
        assert refusal(zipped({"word/document.xml": body})).startswith("is too large")

    def test_deep_nesting(self) -> None:
        deep = "<tbl><tr><tc>" * 2000 + paragraph("x") + "</tc></tr></tbl>" * 2000
        assert refusal(word(deep)).startswith("is nested too deeply")

    def test_entities_that_multiply(self) -> None:
        bomb = (
            '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(
                f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
            ) + "]><d>&j;</d>"
        )  # fmt: skip
        assert refusal(zipped({"word/document.xml": bomb})).startswith("defines XML entities")
        encoded = bomb.encode("utf-16")
        assert refusal(zipped({"word/document.xml": encoded})).startswith("defines XML entities")

    def test_an_entity_that_would_read_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "secret").write_text("secret")
        uri = (tmp_path / "secret").as_uri()
        body = f'<!DOCTYPE d [<!ENTITY a SYSTEM "{uri}">]><d>&a;</d>'
        assert refusal(zipped({"content.xml": body})).startswith("defines XML entities")

    def test_ten_thousand_pages(self) -> None:
        page = "The Parties will exchange information on their work plans. " * 50
        assert refusal((f"{page}\n\n" * 10_000).encode()).startswith("is too long")
        assert refusal(word(paragraph(page) * 2000)).startswith("is too long")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no such file"):
        read_file(tmp_path / "nothing.docx")


def test_a_file_without_text(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word("<p/>"))
    with pytest.raises(IntakeError, match=r"a\.docx holds no text"):
        import_files([tmp_path / "a.docx"])
