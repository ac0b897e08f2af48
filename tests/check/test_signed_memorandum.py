"""The signed memorandum: its errors are found, and each finding is true."""

import pytest

from mou_desktop.check.run import check
from mou_desktop.model.finding import Finding, Level
from tests.check import seed, worked_example

FINDINGS = check(seed.documents())

# Code, version, place, and what stands there. «Alıyev» is spelled in two ways by the parties.
EXPECTED = [
    ("letters-spaced", "kk", "title", "М Е М О Р А Н Д У М"),
    ("letters-spaced", "ru", "title", "М Е М О Р А Н Д У М"),
    ("unpaired-mark", "kk", "title", "музей-қорығы»"),
    ("unpaired-mark", "kk", "preamble", "музей-қорығы»"),
    ("unpaired-mark", "kk", "signature", "музей-қорығы»"),
    ("unpaired-mark", "ru", "title", "«Национальный"),
    ("unpaired-mark", "ru", "signature", "«Национальный"),
    ("unpaired-mark", "en", "title", "«National"),
    ("unpaired-mark", "en", "preamble", '"National'),
    ("unpaired-mark", "en", "signature", "«National"),
    ("quotation-mark", "az", "title", '"Həzrət'),
    ("quotation-mark", "az", "preamble", 'Sultan"'),
    ("quotation-mark", "az", "signature", '"Həzrət'),
    ("quotation-mark", "en", "preamble", '"Parties"'),
    ("hyphen-spaced", "az", "title", "Tarix - Mədəniyyət"),
    ("hyphen-spaced", "az", "preamble", "Tarix - Mədəniyyət"),
    ("hyphen-spaced", "az", "signature", "Tarix - Mədəniyyət"),
    ("hyphen-spaced", "ru", "signature", "историко- культурный"),
    ("foreign-word", "ru", "title", "Əzizət"),
    ("foreign-word", "ru", "title", "Sultən"),
    ("mark-doubled", "ru", "preamble", "Дукенбаева, (далее"),
    ("mixed-script", "kk", "1", "алмасадy"),
    ("mixed-script", "kk", "2", "ынтымақтасадy"),
    ("spelled-otherwise", "kk", "2", "колөнер"),
    ("spelled-otherwise", "kk", "4", "тугызбайды"),
    ("term-lowercase", "kk", "4", "тараптар"),
    ("doubled-passage", "kk", "4", "болашақта жеке жасалған"),
    ("doubled-passage", "kk", "4", "Осы Меморандум Тараптар"),
    ("paragraph-missing", "kk", "4", "Осы Меморандум"),
    ("full-stop-missing", "ru", "4", "Сторонами"),
    ("spelled-otherwise", "az", "5", "razılaşıdırılmadıqda"),
    ("term-lowercase", "az", "9", "memorandumu ləğv"),
    ("term-lowercase", "az", "11", "memorandum"),
    ("spelled-otherwise", "kk", "11", "азербайжан"),
    ("spelled-otherwise", "kk", "11", "казак"),
    ("blank-missing", "en", "11", "This Memorandum"),
    ("organization-differs", "az", "signature", "Qorunması İnkişafı"),
    ("organization-differs", "ru", "signature", "Эзирет–Султан"),
    ("signatory-differs", "az", "signature", "Vüsal Aliyev"),
    ("signatory-differs", "ru", "signature", "М. Мукенбаев"),
    ("mixed-script", "az", "signature", "Дуkenbayev"),
    ("foreign-word", "az", "signature", "Аманжол"),
    ("position-differs", "kk", "signature", "Директордың"),
]


def is_it(finding: Finding, code: str, tag: str, place: str, words: str) -> bool:
    here = (finding.code, finding.languages, finding.place) == (code, (tag,), place)
    return here and words in finding.excerpt


@pytest.mark.parametrize("expected", EXPECTED, ids=" ".join)
def test_an_error_of_the_signed_text_is_found(expected: tuple[str, str, str, str]) -> None:
    assert any(is_it(finding, *expected) for finding in FINDINGS)


def test_there_are_no_other_errors() -> None:
    """An error that is none would be worse than one that is not found."""
    errors = [finding for finding in FINDINGS if finding.level is Level.ERROR]
    assert {(each.code, *each.languages, each.place) for each in errors} == {
        *((code, tag, place) for code, tag, place, _words in EXPECTED if is_serious(code)),
        ("placeholder", "en", "11"),
    }


def is_serious(code: str) -> bool:
    return any(each.code == code and each.level is Level.ERROR for each in FINDINGS)


def test_the_worked_example_is_up_to_date() -> None:
    """Else: `python -m tests.check.worked_example`, and read the difference."""
    assert worked_example.PAGE.read_text("utf-8") == worked_example.page()
