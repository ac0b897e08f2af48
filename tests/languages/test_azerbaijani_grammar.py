"""Azerbaijani cases: harmony, letters that change, possessives, doubt. Rows: `data/az.tsv`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mou_desktop.languages.az.letters import lower
from mou_desktop.languages.base import NAMES, WORDS, Form, Kind, Sex
from mou_desktop.languages.registry import language

AZ = language("az")
CASES = ("genitive", "dative", "accusative", "locative", "ablative")
KINDS = sorted(NAMES | WORDS)

CAPITALS = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ"
SMALL = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"
BACK, FRONT = "aıou", "eəiöü"
CLOSE = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}
# No q and k, which may soften, and no s, of which «su» is made.
STEADY = "bcçdfgğhxjlmnprştvyz"

syllables = st.builds(str.__add__, st.sampled_from(STEADY), st.sampled_from(BACK + FRONT))
stems = st.lists(syllables, min_size=2, max_size=4).map("".join)


def form(kind: Kind, lemma: str, case: str) -> Form:
    return AZ.inflect(kind, lemma, case, None)


def last_vowel(word: str) -> str:
    return next(letter for letter in reversed(word) if letter in CLOSE)


def test_letters_are_read_in_small_ones_and_back() -> None:
    assert lower(CAPITALS) == SMALL
    assert lower(SMALL) == SMALL
    back = dict(zip(SMALL, CAPITALS, strict=True))
    assert "".join(back[letter] for letter in lower(CAPITALS)) == CAPITALS
    assert lower("I\N{COMBINING DOT ABOVE}LQAR ILQAR") == "ilqar ılqar"


@pytest.mark.parametrize(
    ("name", "genitive"),
    [("İlqar", "İlqarın"), ("Ilıca", "Ilıcanın"), ("Qərənfil", "Qərənfilin"), ("Iğdır", "Iğdırın")],
)
def test_dotted_and_dotless_letters_stay(name: str, genitive: str) -> None:
    for kind in (Kind.PERSON, Kind.SURNAME, Kind.PLACE):
        assert form(kind, name, "genitive") == Form(genitive, True)


@given(stems)
def test_suffix_after_a_consonant_obeys_harmony(stem: str) -> None:
    word = f"{stem}r"
    vowel = last_vowel(word)
    opened = "a" if vowel in BACK else "ə"
    expected = [CLOSE[vowel] + "n", opened, CLOSE[vowel], f"d{opened}", f"d{opened}n"]
    assert [form(Kind.SURNAME, word, case).text for case in CASES] == [
        word + suffix for suffix in expected
    ]


@given(stems)
def test_suffix_after_a_vowel_obeys_harmony(stem: str) -> None:
    vowel = last_vowel(stem)
    opened = "a" if vowel in BACK else "ə"
    expected = [f"n{CLOSE[vowel]}n", f"y{opened}", f"n{CLOSE[vowel]}", f"d{opened}", f"d{opened}n"]
    assert [form(Kind.SURNAME, stem, case).text for case in CASES] == [
        stem + suffix for suffix in expected
    ]


@given(stems, st.sampled_from(STEADY))
def test_possessive_has_the_pronominal_n(stem: str, consonant: str) -> None:
    word = stem + consonant + CLOSE[last_vowel(stem)]
    vowel = last_vowel(word)
    opened = "a" if vowel in BACK else "ə"
    expected = [f"n{vowel}n", f"n{opened}", f"n{vowel}", f"nd{opened}", f"nd{opened}n"]
    for case, suffix in zip(CASES, expected, strict=True):
        assert form(Kind.POSSESSIVE, word, case) == Form(word + suffix, True)


@given(stems, st.sampled_from("qk"))
def test_names_keep_their_last_letter(stem: str, final: str) -> None:
    name = (stem + final).capitalize()
    for kind in (Kind.SURNAME, Kind.PERSON):
        assert all(form(kind, name, case).text.startswith(name) for case in CASES)


open_stems = st.lists(st.sampled_from([f"{letter}a" for letter in STEADY]), min_size=2).map("".join)


@given(open_stems.filter(lambda stem: stem != "naha"))
def test_native_q_softens_before_vowels_alone(stem: str) -> None:
    soft = f"{stem}ğ"
    texts = [form(Kind.NOUN, f"{stem}q", case).text for case in CASES]
    assert texts == [f"{soft}ın", f"{soft}a", f"{soft}ı", f"{stem}qda", f"{stem}qdan"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "lemma",
    [
        "",
        " ",
        "A",
        "ç",
        "MƏDƏNİYYƏT NAZİRLİYİ",
        "NAZİRLİK",
        "Вusal Əliyev",
        "2026",
        "№ 5",
        "Vüsal " * 90,
        "“Kəpəz",
        "Kəpəz”",
        "(Bakı",
        '"Araz',
        "brr",
        "Әли",
        "Muzey.",
        "Əliyev V.",
        "Muzey ²",
    ],
)
def test_what_cannot_be_read_is_given_back_unsure(kind: Kind, lemma: str) -> None:
    for case in CASES:
        assert form(kind, lemma, case) == Form(lemma, False)
    assert form(kind, lemma, "nominative") == Form(lemma, True)


@settings(max_examples=200, deadline=None)
@given(lemma=st.text(max_size=40) | st.text(f"{CAPITALS}{SMALL} -.,5“”«»()", max_size=20))
def test_every_lemma_has_every_form(lemma: str) -> None:
    for kind in KINDS:
        for case in AZ.forms(kind):
            found = AZ.inflect(kind, lemma, case, Sex.FEMALE)
            assert isinstance(found, Form)
            assert found.text or not lemma


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_words_have_the_cases_alone(kind: Kind) -> None:
    assert AZ.forms(kind) == ("nominative", *CASES)
    for unknown in ("initials", "instrumental", ""):
        with pytest.raises(KeyError):
            form(kind, "otaq", unknown)


@pytest.mark.parametrize(
    ("kind", "lemma", "case"),
    [
        (Kind.PERSON, "Jak Bordeaux", "genitive"),
        (Kind.PERSON, "Tony Blake", "dative"),
        (Kind.PERSON, "George Bush", "genitive"),
        (Kind.SURNAME, "Kowalski", "genitive"),
        (Kind.SURNAME, "Brontë", "genitive"),
        (Kind.SURNAME, "D'Artagnan", "genitive"),
        (Kind.SURNAME, "Felix", "dative"),
        (Kind.SURNAME, "Kılıçdaroğlu", "dative"),
        (Kind.PERSON, "Vüsal ƏLİYEV", "genitive"),
        (Kind.PLACE, "Bordeaux", "locative"),
        (Kind.PLACE, "Daşbulaq", "genitive"),
        (Kind.PLACE, "Abu Dabi", "dative"),
        (Kind.ORGANIZATION, "DTX", "genitive"),
        (Kind.ORGANIZATION, "AzTV", "genitive"),
        (Kind.ORGANIZATION, "Məktəb 20", "genitive"),
        (Kind.ORGANIZATION, "Diplomatik Akademiyası (ADA)", "genitive"),
        (Kind.ORGANIZATION, "Milli Kitabxana, Bakı", "genitive"),
        (Kind.ORGANIZATION, "“Azərsu”", "genitive"),
        (Kind.ORGANIZATION, "“Araz-2026”", "genitive"),
        (Kind.ORGANIZATION, "“Sənətkarlıq”", "genitive"),
        (Kind.ORGANIZATION, "Fərabi", "dative"),
        (Kind.POSSESSIVE, "Qoruq", "dative"),
        (Kind.ORGANIZATION, "Bank of Baku", "dative"),
        (Kind.PLACE, "Daşaltı", "dative"),
        (Kind.SURNAME, "James", "genitive"),
        (Kind.NOUN, "mövqe", "genitive"),
        (Kind.NOUN, "stress", "locative"),
        (Kind.NOUN, "tələsik", "genitive"),
        (Kind.NOUN, "yarımoturaq", "dative"),
        (Kind.NOUN, "oğul", "genitive"),
        (Kind.NOUN, "ziqzaq", "genitive"),
    ],
)
def test_doubtful_forms_are_unsure(kind: Kind, lemma: str, case: str) -> None:
    assert not form(kind, lemma, case).sure


@pytest.mark.parametrize(
    ("kind", "lemma"), [(Kind.ORGANIZATION, "Fərabi"), (Kind.SURNAME, "Kılıçdaroğlu")]
)
def test_doubtful_possessive_leaves_two_cases_certain(kind: Kind, lemma: str) -> None:
    sure = {case for case in CASES if form(kind, lemma, case).sure}
    assert sure == {"genitive", "accusative"}


def test_doubtful_last_letter_leaves_two_cases_certain() -> None:
    assert {case for case in CASES if form(Kind.NOUN, "ziqzaq", case).sure} == {
        "locative",
        "ablative",
    }


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", '"{}"', "„{}“"])
@pytest.mark.parametrize("inner", ["Kəpəz", "Bakı Metropoliteni", "Araz Muzey-Qoruğu", "Birlik"])
def test_quoted_names_stay_and_take_the_suffix_behind(marks: str, inner: str) -> None:
    name = marks.format(inner)
    for case in CASES:
        text = form(Kind.ORGANIZATION, name, case).text
        assert text.startswith(name)
        assert text.removeprefix(name).isalpha()


@pytest.mark.parametrize("lemma", ["Bakı şəhəri", "Bakı şəhər", "Bakı ş.", "ş. Bakı", "ş.Bakı"])
def test_a_town_is_named_without_the_word_for_it(lemma: str) -> None:
    assert form(Kind.PLACE, lemma, "nominative") == Form("Bakı", True)
    assert form(Kind.PLACE, lemma, "locative") == Form("Bakıda", True)


@pytest.mark.parametrize("lemma", ["İçərişəhər", "Şəhərin mərkəzi", "şəhəri", "Ağ Şəhər", "Şamaxı"])
def test_other_places_stay_whole(lemma: str) -> None:
    assert form(Kind.PLACE, lemma, "nominative") == Form(lemma, True)


def test_composed_and_decomposed_letters_are_one() -> None:
    decomposed = "Go\N{COMBINING DIAERESIS}yc\N{COMBINING CEDILLA}ay I\N{COMBINING DOT ABOVE}sim"
    assert form(Kind.NOUN, decomposed, "genitive") == Form("Göyçay İsmin", True)
