"""Each field of the example, changed: exactly these words of the four versions change."""

import pytest

from mou_desktop.export.text import to_text
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.fields import change
from mou_desktop.render.assemble import render
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
TAGS = ("az", "kk", "ru", "en")
BLANK = "_" * 20


def changed(*changes: tuple[str, str]) -> Draft:
    draft = EXAMPLE
    for path, text in changes:
        draft = change(draft, path, text)
    return draft


def texts(draft: Draft) -> dict[str, str]:
    return {tag: to_text(render(draft, tag)) for tag in TAGS}


BEFORE = texts(EXAMPLE)


def require(draft: Draft, expected: dict[str, list[tuple[str, str]]]) -> None:
    """Of all versions of the example, just these words have become those, each time they stand."""
    after = texts(draft)
    for tag in TAGS:
        text = BEFORE[tag]
        for old, new in expected.get(tag, []):
            assert old in text
            text = text.replace(old, new)
        assert after[tag] == text, tag


def test_copies() -> None:
    require(
        changed(("copies", "6")),
        {
            "az": [("4 (dörd) nüsxədə", "6 (altı) nüsxədə")],
            "kk": [("төрт (4) данада", "алты (6) данада")],
            "ru": [("в 4 (четырёх) экземплярах", "в 6 (шести) экземплярах")],
            "en": [("in 4 (four) copies", "in 6 (six) copies")],
        },
    )


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (
            "3",
            {
                "az": [("5 (beş) il", "3 (üç) il")],
                "kk": [("бес (5) жыл", "үш (3) жыл")],
                "ru": [("5 (пяти) лет", "3 (трёх) лет"), ("5-летний", "3-летний")],
                "en": [("5 (five)", "3 (three)")],
            },
        ),
        (
            "1",
            {
                "az": [("5 (beş) il", "1 (bir) il")],
                "kk": [("бес (5) жыл", "бір (1) жыл")],
                "ru": [("5 (пяти) лет", "1 (одного) года"), ("5-летний", "годичный")],
                "en": [("5 (five) years", "1 (one) year"), ("5 (five)-year", "1 (one)-year")],
            },
        ),
    ],
)
def test_duration_is_also_that_of_the_renewal(
    years: str, expected: dict[str, list[tuple[str, str]]]
) -> None:
    require(changed(("duration_years", years)), expected)


def test_notice() -> None:
    require(
        changed(("notice_months", "3")),
        {
            "az": [("1 (bir) ay", "3 (üç) ay")],
            "kk": [("бір (1) ай", "үш (3) ай")],
            "ru": [("1 (один) месяц до", "3 (три) месяца до")],
            "en": [("1 (one) month before", "3 (three) months before")],
        },
    )


def test_languages_are_listed_in_the_order_of_the_draft() -> None:
    require(
        changed(("languages", "ru,en,kk")),
        {
            "az": [
                ("Azərbaycan, qazax, rus və ingilis dillərində", "rus, ingilis və qazax dillərində")
            ],
            "kk": [
                (
                    "әзербайжан, қазақ, орыс және ағылшын тілдерінде",
                    "орыс, ағылшын және қазақ тілдерінде",
                )
            ],
            "ru": [
                (
                    "азербайджанском, казахском, русском и английском языках",
                    "русском, английском и казахском языках",
                )
            ],
            "en": [
                (
                    "Azerbaijani, Kazakh, Russian and English languages",
                    "Russian, English and Kazakh languages",
                )
            ],
        },
    )


def test_one_language() -> None:
    require(
        changed(("languages", "ru")),
        {
            "az": [("Azərbaycan, qazax, rus və ingilis dillərində", "rus dilində")],
            "kk": [("әзербайжан, қазақ, орыс және ағылшын тілдерінде", "орыс тілінде")],
            "ru": [("азербайджанском, казахском, русском и английском языках", "русском языке")],
            "en": [("Azerbaijani, Kazakh, Russian and English languages", "Russian language")],
        },
    )


DATES = {
    "az": "2026-cı il “___” ____________ tarixində",
    "kk": "2026 жылғы «___» ____________ ",
    "ru": "«___» ____________ 2026 года",
    "en": "on “___” ____________ 2026",
}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            {"year": ""},
            {
                "az": "20__-ci il “___” ____________ tarixində",
                "kk": "20__ жылғы «___» ____________ ",
                "ru": "«___» ____________ 20__ года",
                "en": "on “___” ____________ 20__",
            },
        ),
        (
            {"month": "5"},
            {
                "az": "2026-cı il “___” may tarixində",
                "kk": "2026 жылғы «___» мамырда ",
                "ru": "«___» мая 2026 года",
                "en": "on “___” May 2026",
            },
        ),
        (
            {"year": "2030", "month": "11", "day": "23"},
            {
                "az": "2030-cu il “23” noyabr tarixində",
                "kk": "2030 жылғы «23» қарашада ",
                "ru": "«23» ноября 2030 года",
                "en": "on 23 November 2030",
            },
        ),
    ],
    ids=["nothing known", "day left to the pen", "complete"],
)
def test_date(parts: dict[str, str], expected: dict[str, str]) -> None:
    draft = changed(*((f"date.{part}", text) for part, text in parts.items()))
    require(draft, {tag: [(DATES[tag], expected[tag])] for tag in TAGS})


@pytest.mark.parametrize(
    ("tag", "place", "old", "new"),
    [
        ("az", "Gəncə", "Bu Memorandum 2026-cı il", "Bu Memorandum Gəncə şəhərində 2026-cı il"),
        ("kk", "Түркістан", "Меморандумға 2026", "Меморандумға Түркістан қаласында 2026"),
        ("en", "Turkistan", "has been signed on", "has been signed at Turkistan on"),
    ],
)
def test_place_brings_its_passage_into_its_own_version(
    tag: str, place: str, old: str, new: str
) -> None:
    require(changed((f"place.{tag}", place)), {tag: [(old, new)]})


def test_the_place_agrees_with_the_word_for_town() -> None:
    """Russian names of towns decline after «город», those in -у do not."""
    for place, expected in (("Астана", "Астане"), ("Баку", "Баку"), ("г. Баку", "Баку")):
        draft = changed(("place.ru", place))
        words = f"Меморандум подписан в городе {expected} «"
        require(draft, {"ru": [("Меморандум подписан «", words)]})


@pytest.mark.parametrize("blank", ["", "   "])
def test_without_a_place_its_passage_does_not_stand(blank: str) -> None:
    require(changed(("place.ru", blank)), {})


def test_party_name_stands_in_title_preamble_and_signature() -> None:
    old = EXAMPLE.values.parties[1].name["az"]
    draft = changed(("parties.1.name.az", "Türkistan Muzeyi"))
    assert BEFORE["az"].count(old) == 3
    require(draft, {"az": [(old, "Türkistan Muzeyi")]})


def test_party_name_changes_only_in_its_own_language() -> None:
    draft = changed(("parties.1.name.en", "Turkistan Museum"))
    require(draft, {"en": [(EXAMPLE.values.parties[1].name["en"], "Turkistan Museum")]})


def test_party_name_in_the_instrumental() -> None:
    draft = changed(("parties.1.name.ru", "Музей Туркестана"))
    old = EXAMPLE.values.parties[1].name["ru"]
    instrumental = EXAMPLE.computed["parties.1.name.ru"][old]["instrumental"].text
    require(draft, {"ru": [(old, "Музей Туркестана"), (instrumental, "Музеем Туркестана")]})


def test_introduction_stands_in_the_preamble_only() -> None:
    draft = changed(("parties.0.introduced_as.az", "Gəncə Qoruğu"))
    old = EXAMPLE.values.parties[0].introduced_as["az"]
    assert BEFORE["az"].count(old) == 1
    require(draft, {"az": [(old, "Gəncə Qoruğu")]})


@pytest.mark.parametrize("blank", ["", " "])
def test_without_an_introduction_the_preamble_has_the_name(blank: str) -> None:
    draft = changed(("parties.0.introduced_as.ru", blank))
    party = EXAMPLE.values.parties[0]
    require(draft, {"ru": [(party.introduced_as["ru"], party.name["ru"])]})


def test_without_an_introduction_the_name_stands_in_the_case_of_the_place() -> None:
    name = EXAMPLE.values.parties[0].name["kk"]
    genitive = name.removesuffix("қорығы") + "қорығының"
    draft = changed(("parties.0.introduced_as.kk", ""))
    introduced = EXAMPLE.values.parties[0].introduced_as["kk"]
    require(draft, {"kk": [(introduced.removesuffix("қорығы") + "қорығының", genitive)]})


def test_directors_name_in_its_cases() -> None:
    draft = changed(("parties.0.signatory.name.ru", "Самир Гасанов"))
    require(draft, {"ru": [("Вусала Алиева", "Самира Гасанова"), ("В. Алиев", "С. Гасанов")]})


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("az", "Vüsal Alıyev", "Samir Həsənov"),
        ("kk", "Вусал Алыев", "Самир Гасанов"),
        ("en", "Vusal Alyev", "Samir Hasanov"),
    ],
)
def test_directors_name_stands_in_preamble_and_signature(tag: str, old: str, new: str) -> None:
    assert BEFORE[tag].count(old) == 2
    require(changed((f"parties.0.signatory.name.{tag}", new)), {tag: [(old, new)]})


def test_position_in_its_cases() -> None:
    draft = changed(
        ("parties.0.signatory.position.ru", "Заведующий"),
        ("parties.0.signatory.position.ru#genitive", "заведующего"),
        ("parties.0.signatory.position.kk", "Басшы"),
        ("parties.0.signatory.position.kk#possessive", "басшысы"),
        ("parties.0.signatory.position.az", "Müdir"),
        ("parties.0.signatory.position.en", "Head"),
    )
    require(
        draft,
        {
            "az": [("Direktor Vüsal", "Müdir Vüsal"), ("Direktor\n____", "Müdir\n____")],
            "kk": [("директоры Вусал", "басшысы Вусал"), ("Директор\n____", "Басшы\n____")],
            "ru": [
                ("в лице директора Вусала", "в лице заведующего Вусала"),
                ("\nДиректор\n____", "\nЗаведующий\n____"),
            ],
            "en": [("Director Mr. Vusal", "Head Mr. Vusal"), ("\nDirector\n____", "\nHead\n____")],
        },
    )


def test_sex_decides_the_form_of_address() -> None:
    draft = changed(("parties.1.signatory.sex", "f"))
    assert texts(draft)["en"] == BEFORE["en"].replace("Mr. Nurlan", "Ms. Nurlan")


def test_sex_decides_the_declension_of_a_surname() -> None:
    draft = changed(("parties.0.signatory.name.ru", "Айгуль Ким"), ("parties.0.signatory.sex", "f"))
    assert "директора Айгуль Ким, и" in texts(draft)["ru"]
    man = changed(("parties.0.signatory.name.ru", "Вусал Ким"))
    assert "директора Вусала Кима, и" in texts(man)["ru"]


@pytest.mark.parametrize(
    ("first_party", "conjunction"),
    [
        ("Түркістан қорығы", "мен"),
        ("Отырар музейі", "мен"),
        ("Ұлттық орталық", "пен"),
        ("Мемлекеттік комитет", "пен"),
        ("«Алтын қаз»", "бен"),
    ],
)
def test_kazakh_conjunction_follows_the_last_sound_of_the_first_party(
    first_party: str, conjunction: str
) -> None:
    lines = texts(changed(("parties.0.name.kk", first_party)))["kk"].split("\n\n")
    assert lines[1:4] == [first_party, conjunction, EXAMPLE.values.parties[1].name["kk"]]


def test_kazakh_conjunction_does_not_follow_the_second_party() -> None:
    lines = texts(changed(("parties.1.name.kk", "Ұлттық орталық")))["kk"].split("\n\n")
    assert lines[2:4] == ["мен", "Ұлттық орталық"]


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("parties.0.name.en", 3),
        ("parties.1.name.en", 3),
        ("parties.1.signatory.name.en", 2),
        ("parties.1.signatory.position.en", 2),
    ],
)
def test_missing_value_is_a_blank_line(path: str, places: int) -> None:
    after = texts(changed((path, "")))
    assert after["en"].count(BLANK) == places
    assert {tag: after[tag] for tag in ("az", "kk", "ru")} == {
        tag: BEFORE[tag] for tag in ("az", "kk", "ru")
    }


@pytest.mark.parametrize(("path", "places"), [("copies", 1), ("notice_months", 1)])
def test_missing_number_is_a_blank_line_in_every_version(path: str, places: int) -> None:
    after = texts(changed((path, "")))
    assert [after[tag].count(BLANK) for tag in TAGS] == [places] * 4


def test_short_name_and_sex_add_no_words() -> None:
    paths = [f"parties.{number}.short_name.{tag}" for number in (0, 1) for tag in TAGS]
    require(changed(*((path, "") for path in paths)), {})
    assert texts(changed(("parties.0.signatory.sex", "")))["ru"] == BEFORE["ru"]


def test_the_article_is_not_doubled_and_opens_a_sentence_with_a_capital() -> None:
    draft = change(EXAMPLE, "parties.0.introduced_as.en", "The Reserve of Ganja")
    preamble = render(draft, "en").blocks[1].paragraphs[0].text
    assert preamble.startswith("The Reserve of Ganja, represented by its Director")
    assert ", and the Republican State Government Enterprise “National" in preamble


def test_a_missing_name_keeps_its_article() -> None:
    draft = blank_draft(EXAMPLE.template)
    version = render(draft, "en")
    assert version.blocks[0].lines[2].text == "the ____________________"
    assert version.blocks[1].paragraphs[0].text.startswith("The ____________________, repr")
