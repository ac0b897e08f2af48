"""The memorandum that was signed, scanned into a text file, comes in wholly."""

import re
from collections import Counter
from pathlib import Path

import pytest

from mou_desktop.intake.importing import Imported, import_files
from mou_desktop.model import fields, texts
from mou_desktop.model.document import Article, Preamble, SignatureBlock, Title
from mou_desktop.store import drafts
from tests.intake.conftest import read_text, shown_text, signed_words, wordless

SEED = Path(__file__).parents[1] / "golden" / "seed-memorandum.txt"
# First and last line of each version, and the first of its signatures.
VERSIONS = {"kk": (1, 80, 70), "az": (81, 165, 138), "en": (166, 231, 222), "ru": (232, 323, 296)}
TAGS = tuple(VERSIONS)


@pytest.fixture(scope="module")
def memorandum() -> Imported:
    return import_files([SEED])


def lines(first: int, last: int) -> list[str]:
    """Lines of the file without the marks of Markdown."""
    found = SEED.read_text("utf-8").splitlines()[first - 1 : last]
    plain = (re.sub(r"\\(.)", r"\1", re.sub(r"^#+ ", "", line)) for line in found)
    return [line.replace("**", "") for line in plain]


def test_the_four_versions_are_found(memorandum: Imported) -> None:
    assert memorandum.read == ("kk", "az", "en", "ru")
    assert memorandum.draft.values.languages == ("az", "kk", "ru", "en")


@pytest.mark.parametrize("tag", TAGS)
def test_every_version_reads_as_it_was_read(memorandum: Imported, tag: str) -> None:
    first, last, signatures = VERSIONS[tag]
    read = read_text(lines(first, signatures - 1))
    assert shown_text(memorandum.documents[tag]) == read
    signed = Counter(" ".join(lines(signatures, last)).split())
    assert signed_words(memorandum.documents[tag]) == signed


@pytest.mark.parametrize("tag", TAGS)
def test_all_parts_are_recognised(memorandum: Imported, tag: str) -> None:
    title, preamble, *articles, signatures = memorandum.documents[tag].blocks
    assert isinstance(title, Title)
    assert memorandum.documents[tag].name.upper() in ("MEMORANDUM", "МЕМОРАНДУМ")
    assert isinstance(preamble, Preamble)
    assert preamble.paragraphs[0].text.endswith(":")
    assert [each.number for each in articles if isinstance(each, Article)] == list(range(1, 12))
    assert isinstance(signatures, SignatureBlock)
    assert len(signatures.signers) == 2


def test_the_articles_are_those_of_the_template(memorandum: Imported) -> None:
    assert memorandum.draft.articles[0] == "coordination"
    assert memorandum.draft.articles[8] == "validity"
    assert memorandum.draft.articles[10] == "testimonium"


def test_what_could_not_be_placed_is_told_and_kept(memorandum: Imported) -> None:
    (stray,) = [each for each in memorandum.remarks if "could not be placed" in str(each)]
    assert (stray.language, stray.place) == ("az", "signature")
    assert "Dövlət Tarix Mədəniyyət Qoruğu" in str(stray)
    assert not any(each.lost for each in memorandum.remarks)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("copies", "4"),
        ("duration_years", "5"),
        ("notice_months", "1"),
        ("parties.0.signatory.sex", "m"),
        ("parties.0.signatory.name.ru", "Вусал Алиев"),
        ("parties.0.signatory.name.kk", "Вусал Алыев"),
        ("parties.1.signatory.name.kk", "Нурлан Мусағалиевич Дукенбаев"),
        ("parties.1.signatory.name.en", "Nurlan Dukenbayev"),
        ("parties.0.signatory.position.ru", "Директор"),
        ("parties.1.signatory.position.az", "Direktor vəzifəsini icra edən"),
        ("parties.0.short_name.en", "Ganja State Historical and Cultural Reserve"),
    ],
)
def test_fields_are_recognised(memorandum: Imported, path: str, value: str) -> None:
    assert fields.get(memorandum.draft, path) == value


@pytest.mark.parametrize(
    ("tag", "place", "slots"),
    [
        ("ru", "preamble", "в лице {parties.0.signatory.position:genitive} {parties.0.signatory."),
        ("ru", "validity", "в течение {duration_years:genitive}."),
        ("ru", "validity", "чем за {notice_months:accusative} до"),
        ("kk", "preamble", "атынан {parties.0.signatory.position:possessive} {parties.0.signatory"),
        ("kk", "title", "{parties.0.name:conjunction}"),
        ("az", "testimonium", "{copies:locative}, {languages:locative} imzalanmışdır"),
        ("en", "title", "{parties.0.name:definite}"),
    ],
)
def test_their_places_have_the_right_case(
    memorandum: Imported, tag: str, place: str, slots: str
) -> None:
    assert slots in " ".join(texts.paragraphs(memorandum.draft, tag, place))


@pytest.mark.parametrize(
    ("tag", "place", "words"),
    [
        ("en", "validity", "no later than one (1) month before"),
        ("en", "validity", "the next 5-year period"),
        ("kk", "testimonium", "азербайжан, казак, орыс және ағылшын тілдерінде"),
        ("kk", "testimonium", "«__» _____ 2026 жылы"),
        ("az", "preamble", "Vüsal Alıyev tərəfindən"),
    ],
)
def test_what_would_read_differently_stays_text(
    memorandum: Imported, tag: str, place: str, words: str
) -> None:
    assert words in " ".join(texts.paragraphs(memorandum.draft, tag, place))


def test_the_draft_can_be_saved_and_opened(memorandum: Imported, tmp_path: Path) -> None:
    drafts.save(memorandum.draft, tmp_path / "memo.mou")
    assert drafts.load(tmp_path / "memo.mou") == memorandum.draft


def test_a_field_that_is_changed_changes_all_versions(memorandum: Imported) -> None:
    from mou_desktop.render.assemble import render

    changed = fields.change(memorandum.draft, "duration_years", "7")
    for tag, words in (("az", "7 (yeddi) il"), ("ru", "7 (семи) лет"), ("kk", "жеті (7) жыл")):
        assert wordless([words]) in shown_text(render(changed, tag))
