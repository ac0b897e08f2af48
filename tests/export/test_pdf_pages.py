"""Counting the pages of PDF files."""

import zlib

from mou_desktop.export.pdf_pages import count

PAGES = b"<</Type /Pages /Count 2>> <</Type /Page>> <</Type/Page/Parent 1 0 R>>"


def test_page_objects_are_counted_and_not_their_tree() -> None:
    assert count(b"%PDF-1.6\n" + PAGES + b"%%EOF") == 2


def test_those_in_compressed_streams_too() -> None:
    packed = zlib.compress(PAGES)
    stream = b"1 0 obj <</Type/ObjStm /Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream"
    assert count(b"%PDF-1.7\n" + stream + b"%%EOF") == 2


def test_what_cannot_be_read_has_none() -> None:
    assert count(b"%PDF-1.7 /Type/ObjStm stream\nxx\nendstream") == 0
