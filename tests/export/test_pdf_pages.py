"""Counting the pages of PDF files."""

import zlib

from mou_desktop.export.pdf_pages import count, named

PAGES = b"<</Type /Pages /Count 2>> <</Type /Page>> <</Type/Page/Parent 1 0 R>>"


def test_page_objects_are_counted_and_not_their_tree() -> None:
    assert count(b"%PDF-1.6\n" + PAGES + b"%%EOF") == 2


def test_those_in_compressed_streams_too() -> None:
    packed = zlib.compress(PAGES)
    stream = b"1 0 obj <</Type/ObjStm /Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream"
    assert count(b"%PDF-1.7\n" + stream + b"%%EOF") == 2


def test_what_cannot_be_read_has_none() -> None:
    assert count(b"%PDF-1.7 /Type/ObjStm stream\nxx\nendstream") == 0


TREE = b"<</Type/Pages/Kids[ 1 0 R 14 0 R 7 0 R ]/Count 3>>"
PLACES = b"<</end5Faz[14 0 R/XYZ 348 425 null]/end5Fkk[ 7 0 R /XYZ 85 408 0]>>"


def test_a_named_place_is_on_the_page_where_its_object_stands_in_the_tree() -> None:
    assert named(b"%PDF-1.6\n" + TREE + PLACES + b"%%EOF") == {"end_az": 2, "end_kk": 3}
    assert named(TREE + b"<</Names[(end_az)[1 0 R /Fit]]>>") == {"end_az": 1}


def test_what_names_no_page_is_left_out() -> None:
    assert named(TREE + b"<</end5Faz[99 0 R/XYZ 0 0 null]>>") == {}


def test_in_a_tree_of_trees_no_page_is_guessed() -> None:
    assert named(TREE + PLACES + TREE) == {}
