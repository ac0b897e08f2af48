"""English: the possessive, the article before organisations, and forms of address."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mou_desktop.languages.base import NAMES, NBSP, TEXT_BLANK, Form, Kind, Sex
from mou_desktop.languages.registry import language

EN = language("en")
DECLINED = sorted(NAMES | {Kind.SURNAME})


def inflect(kind: Kind, lemma: str, form: str, sex: Sex | None = None) -> Form:
    return EN.inflect(kind, lemma, form, sex)


@pytest.mark.parametrize("kind", DECLINED)
def test_the_nominative_is_the_lemma(kind: Kind) -> None:
    assert EN.forms(kind)[:2] == ("nominative", "possessive")
    assert inflect(kind, "Baku ", "nominative") == Form("Baku ", True)


@pytest.mark.parametrize(
    ("kind", "lemma", "text"),
    [
        (Kind.ORGANIZATION, "Museum “Aziret Sultan”", "Museum “Aziret Sultan”’s"),
        (Kind.ORGANIZATION, "Institute (Baku)", "Institute (Baku)’s"),
        (Kind.ORGANIZATION, "School No. 5", "School No. 5’s"),
        (Kind.ORGANIZATION, "Trade Co.", "Trade Co.’s"),
        (Kind.ORGANIZATION, "Lloyd’s", "Lloyd’s"),
        (Kind.ORGANIZATION, "Writers’", "Writers’"),
        (Kind.ORGANIZATION, "Kazakhmys", "Kazakhmys’s"),
        (Kind.ORGANIZATION, "National Company KazMunayGas", "National Company KazMunayGas’s"),
        (Kind.ORGANIZATION, "CIS", "CIS’s"),
        (Kind.PLACE, "Los Angeles", "Los Angeles’s"),
        (Kind.PERSON, "Robert Bridges", "Robert Bridges’s"),
        (Kind.PERSON, "vusal alyev", "vusal alyev’s"),
        (Kind.POSITION, "Director ", "Director "),
    ],
)
def test_a_doubtful_possessive_is_unsure(kind: Kind, lemma: str, text: str) -> None:
    assert inflect(kind, lemma, "possessive") == Form(text, False)


@pytest.mark.parametrize(
    "name",
    [
        "Kazakhfilm",
        "“Kazakhfilm”",
        "Baku State University",
        "Moscow State University of Economics",
        "Kapital Bank",
        "Friends of the Earth",
        "Kent County Council",
        "Parliament",
        "Kazakhstan’s Academy",
        "ABC",
        "The Hague Academy of International Law",
        "The Kazakhfilm",
    ],
)
def test_names_that_may_be_proper_nouns_get_no_article_and_are_unsure(name: str) -> None:
    assert inflect(Kind.ORGANIZATION, name, "definite") == Form(name, False)


@pytest.mark.parametrize(
    "name", ["Ministry of Culture", "The Ministry of Culture", "the Ministry of Culture"]
)
def test_the_article_is_there_once_and_fits_its_place(name: str) -> None:
    text = inflect(Kind.ORGANIZATION, name, "definite").text
    kind, form = Kind.ORGANIZATION, "definite"
    assert EN.placed(kind, form, text, opens_sentence=False) == "the Ministry of Culture"
    assert EN.placed(kind, form, text, opens_sentence=True) == "The Ministry of Culture"


def test_only_the_article_changes_at_the_start_of_a_sentence() -> None:
    for form, text in (("definite", "UNESCO"), ("nominative", "the UN"), ("possessive", "the UN")):
        assert EN.placed(Kind.ORGANIZATION, form, text, opens_sentence=True) == text


def test_the_blank_of_an_organisation_has_its_article() -> None:
    assert EN.blank(Kind.ORGANIZATION, "definite") == f"the {TEXT_BLANK}"
    assert EN.blank(Kind.ORGANIZATION, "nominative") == TEXT_BLANK


@pytest.mark.parametrize(
    ("name", "sex", "sure"),
    [
        ("Mr. Vusal Alyev", Sex.MALE, True),
        ("Mr. Vusal Alyev", None, True),
        ("Mr. Vusal Alyev", Sex.FEMALE, False),
        ("Ms Aygun Alyeva", Sex.FEMALE, True),
        ("Mrs. Aygun Alyeva", Sex.MALE, False),
        ("Dr. Leyla Aliyeva", Sex.FEMALE, True),
        ("Professor Leyla Aliyeva", None, True),
        ("H.E. Nurlan Ospanov", Sex.MALE, True),
        ("Sir John Hughes", Sex.MALE, True),
    ],
)
def test_a_title_stays_and_is_sure_where_it_fits(name: str, sex: Sex | None, sure: bool) -> None:
    assert inflect(Kind.PERSON, name, "addressed", sex) == Form(name, sure)


def test_a_name_that_begins_like_a_title_has_none() -> None:
    for name in ("Drew Hughes", "Mrazek Ivan", "Profira Ciobanu", "Sirius Black"):
        expected = Form(f"Mr.{NBSP}{name}", True)
        assert inflect(Kind.PERSON, name, "addressed", Sex.MALE) == expected


BAD = [
    "",
    " ",
    "M",
    "12345",
    "MINISTRY OF CULTURE",
    "Министерство культуры",
    "Minиstry of Culture",
    "Museum “Aziret",
    'Museum "Aziret',
    "Fund (Baku",
    "x" * 500,
]


@pytest.mark.parametrize("lemma", BAD)
@pytest.mark.parametrize("kind", DECLINED)
def test_what_cannot_be_read_stays_and_is_unsure(kind: Kind, lemma: str) -> None:
    for form in set(EN.forms(kind)) - {"nominative", "initials"}:
        assert inflect(kind, lemma, form, Sex.MALE) == Form(lemma, False)


WORDS = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9).map(str.capitalize),
    min_size=1,
    max_size=5,
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(lemma=WORDS, kind=st.sampled_from(DECLINED))
def test_a_possessive_is_the_name_with_an_apostrophe(lemma: str, kind: Kind) -> None:
    text = inflect(kind, lemma, "possessive").text
    ending = text.removeprefix(lemma)
    assert ending in ("’s", "’")
    assert ending == "’s" or lemma.endswith("s")


@settings(max_examples=200, deadline=None)
@given(lemma=WORDS)
def test_an_article_is_all_that_is_added(lemma: str) -> None:
    text = inflect(Kind.ORGANIZATION, lemma, "definite").text
    assert text in (lemma, f"the {lemma.removeprefix('The ')}")
    again = inflect(Kind.ORGANIZATION, text, "definite").text
    assert again == text


@settings(max_examples=200, deadline=None)
@given(
    lemma=st.text(max_size=40), kind=st.sampled_from(DECLINED), sex=st.sampled_from([None, *Sex])
)
def test_no_lemma_is_refused(lemma: str, kind: Kind, sex: Sex | None) -> None:
    for form in EN.forms(kind):
        assert isinstance(inflect(kind, lemma, form, sex), Form)
