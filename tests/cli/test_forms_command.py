"""`mou-desktop forms`: rows in, forms out."""

import io
import subprocess
import sys

import pytest

from mou_desktop.cli.main import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: Output):
    def ask(rows: str | bytes) -> tuple[int, list[str], str]:
        content = rows if isinstance(rows, bytes) else rows.encode("utf-8")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        code = main(["forms"])
        out, err = capsys.readouterr()
        return code, out.splitlines(), err

    return ask


def test_each_row_comes_back_with_its_form(ask) -> None:
    code, lines, err = ask(
        "ru\tcounted\t13\tcopies\n"
        "kk\tordinal\t9\tarticle relative\n"
        "az\tdate\t2026-05-05\tlong\n"
        "en\tnumber\t999999\tcardinal\n"
    )
    assert (code, err) == (0, "")
    assert lines == [
        "ru\tcounted\t13\tcopies\tв 13 (тринадцати) экземплярах\tsure",
        "kk\tordinal\t9\tarticle relative\t9-баптағы\tsure",
        "az\tdate\t2026-05-05\tlong\t5 may 2026-cı il\tsure",
        "en\tnumber\t999999\tcardinal\tnine hundred and ninety-nine thousand, "
        "nine hundred and ninety-nine\tsure",
    ]


def test_spaces_are_ordinary_and_further_columns_are_kept(ask) -> None:
    _code, lines, _err = ask("ru\tdate\t2026-05-05\tquoted\tmy note\r\n\n")
    assert lines == ["ru\tdate\t2026-05-05\tquoted\tmy note\t«5» мая 2026 года\tsure"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("ru\tnoun", "there should be four columns"),
        ("tlh\tnumber\t4\tcardinal", "“tlh” is no language, kind or form"),
        ("ru\tverb\tчитать\tgenitive", "“verb” is no language, kind or form"),
        ("ru\tperson\tАлиев\tlocative", "“locative” is no language, kind or form"),
        ("ru\tcounted\t4\tpages", "“pages” is no language, kind or form"),
        ("ru\tnumber\tmany\tcardinal", "“many” is no number"),
        ("ru\tnumber\t1000000\tcardinal", "“1000000” is no number"),
        ("ru\tdate\t2026-02-30\tlong", "“2026-02-30” is no number up to 999999 and no date"),
    ],
)
def test_a_row_that_cannot_be_answered_does_not_stop_the_others(ask, row: str, says: str) -> None:
    code, lines, err = ask(f"en\tordinal\t3\tsuffix\n{row}\nen\tordinal\t4\tsuffix\n")
    assert code == 1
    assert lines[0] == "en\tordinal\t3\tsuffix\t3rd\tsure"
    assert lines[2] == "en\tordinal\t4\tsuffix\t4th\tsure"
    assert lines[1].startswith(row)
    assert lines[1].endswith("\tunsure")
    assert err.startswith(f"mou-desktop: row 2: {says}")
    assert err.count("\n") == 1


def test_faulty_rows_are_counted(ask) -> None:
    _code, _lines, err = ask("x\ny\nz\n")
    assert err.endswith("(and 2 more rows)\n")


def test_no_rows_give_none(ask) -> None:
    assert ask("") == (0, [], "")


def test_bytes_that_are_no_text_are_not_sure(ask) -> None:
    code, lines, _err = ask(b"ru\tperson\t\xff\xfe\tgenitive\n")
    assert code == 0
    assert lines[0].endswith("\tunsure")


def test_it_works_as_a_filter_in_a_pipe() -> None:
    rows = "".join(f"az\tordinal\t{number}\tsuffix\n" for number in range(1, 3001))
    command = [sys.executable, "-m", "mou_desktop", "forms"]
    result = subprocess.run(
        command, input=rows.encode(), capture_output=True, check=True, timeout=60
    )
    lines = result.stdout.decode("utf-8").splitlines()
    assert len(lines) == 3000
    assert lines[8] == "az\tordinal\t9\tsuffix\t9-cu\tsure"
