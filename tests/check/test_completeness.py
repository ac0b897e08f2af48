"""What the officer still has to fill in or confirm."""

from dataclasses import replace

import pytest

from mou_desktop.check.completeness import is_unfinished, notes, to_complete
from mou_desktop.model import fields
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.fields import change
from mou_desktop.model.finding import Code, Finding, Level
from mou_desktop.model.texts import insert_article, rewrite, rewrite_together
from mou_desktop.render.assemble import render, render_all
from mou_desktop.store import examples, templates

EXAMPLE = examples.load("memorandum")
BLANK = "_" * 20


def findings(draft: Draft) -> list[Finding]:
    return to_complete(draft, render_all(draft))


def changed(*changes: tuple[str, str]) -> Draft:
    draft = EXAMPLE
    for path, text in changes:
        draft = change(draft, path, text)
    return draft


def missing(language: str, place: str, path: str) -> Finding:
    return Finding(Code.VALUE_MISSING, Level.ERROR, (language,), place, path, BLANK)


def test_the_example_is_complete() -> None:
    assert findings(EXAMPLE) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("parties.0.name.ru", missing("ru", "title", "parties.0.name.ru")),
        ("parties.1.name.kk", missing("kk", "title", "parties.1.name.kk")),
        (
            "parties.0.signatory.name.en",
            missing("en", "preamble", "parties.0.signatory.name.en"),
        ),
        (
            "parties.1.signatory.position.az",
            missing("az", "preamble", "parties.1.signatory.position.az"),
        ),
        ("duration_years", missing("az", "validity", "duration_years")),
        ("notice_months", missing("az", "validity", "notice_months")),
        ("copies", missing("az", "testimonium", "copies")),
    ],
)
def test_a_missing_value_is_one_finding_at_the_first_place(path: str, expected: Finding) -> None:
    assert findings(changed((path, ""))) == [expected]


def test_a_value_of_spaces_is_missing() -> None:
    assert [each.path for each in findings(changed(("parties.0.name.ru", "  ")))] == [
        "parties.0.name.ru"
    ]


def test_a_suggested_form_is_one_finding_until_it_is_typed() -> None:
    """A single name has no surname, so its initials can only be guessed."""
    path = "parties.0.signatory.name.ru"
    draft = changed((path, "Пеле"), (f"{path}#genitive", "Пеле"))
    assert findings(draft) == [
        Finding(Code.FORM_UNSURE, Level.ERROR, ("ru",), "signature", f"{path}#initials", "Пеле")
    ]
    assert findings(change(draft, f"{path}#initials", "Пеле")) == []


def test_without_the_sex_the_form_of_address_is_to_confirm() -> None:
    found = findings(changed(("parties.1.signatory.sex", "")))
    assert [(each.code, each.language, each.place, each.path) for each in found] == [
        (Code.FORM_UNSURE, "en", "preamble", "parties.1.signatory.name.en#addressed")
    ]


def test_each_open_thing_is_named_once() -> None:
    found = findings(blank_draft(templates.builtin("memorandum")))
    per_language = {
        f"parties.{number}.{text}.{tag}"
        for number in (0, 1)
        for text in ("name", "signatory.name", "signatory.position")
        for tag in ("az", "kk", "ru", "en")
    }
    expected = per_language | {"copies", "duration_years", "notice_months"}
    assert {each.path for each in found} == expected
    assert len(found) == len(expected)
    assert {each.code for each in found} == {Code.VALUE_MISSING}


def test_what_may_be_left_out_is_not_reported() -> None:
    optional = ("short_name", "introduced_as")
    paths = [f"parties.0.{text}.{tag}" for text in optional for tag in ("az", "en")]
    assert findings(changed(*((path, "") for path in paths))) == []


@pytest.mark.parametrize("part", ["date.year", "date.month", "date.day"])
def test_blanks_of_the_date_are_left_to_the_pen(part: str) -> None:
    complete = changed(("date.month", "5"), ("date.day", "31"))
    assert findings(complete) == []
    assert findings(change(complete, part, "")) == []


@pytest.mark.parametrize(
    ("year", "month", "day", "excerpt"),
    [
        ("2026", "2", "29", "29.02.2026"),
        ("2026", "4", "31", "31.04.2026"),
        ("", "2", "30", "30.02."),
    ],
)
def test_an_impossible_date(year: str, month: str, day: str, excerpt: str) -> None:
    draft = changed(("date.year", year), ("date.month", month), ("date.day", day))
    assert findings(draft) == [
        Finding(Code.DATE_IMPOSSIBLE, Level.ERROR, (), "testimonium", "date.day", excerpt)
    ]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [("2028", "2", "29"), ("", "2", "29"), ("2026", "", "31"), ("2026", "12", "31")],
)
def test_a_possible_date(year: str, month: str, day: str) -> None:
    draft = changed(("date.year", year), ("date.month", month), ("date.day", day))
    assert findings(draft) == []


def test_a_changed_party_asks_for_its_introduction_again() -> None:
    """Else the preamble would go on naming the old party."""
    draft = changed(("parties.0.name.az", "Bakı Tarix Muzeyi"), ("parties.0.short_name.az", ""))
    assert [(each.code, each.language, each.place, each.path) for each in findings(draft)] == [
        (Code.INTRODUCTION_STALE, "az", "preamble", "parties.0.introduced_as.az")
    ]
    introduction = fields.get(draft, "parties.0.introduced_as.az")
    assert findings(change(draft, "parties.0.introduced_as.az", introduction)) == []
    assert findings(change(draft, "parties.0.introduced_as.az", "")) == []


def test_the_old_name_brings_the_introduction_back() -> None:
    name = fields.get(EXAMPLE, "parties.0.name.az")
    draft = changed(("parties.0.name.az", "Bakı"), ("parties.0.name.az", name))
    assert findings(draft) == []


def test_a_short_name_that_is_no_part_of_the_name_is_a_warning() -> None:
    draft = changed(("parties.1.short_name.en", "Museum of Baku"))
    assert findings(draft) == [
        Finding(
            Code.SHORT_NAME_APART,
            Level.WARNING,
            ("en",),
            "title",
            "parties.1.short_name.en",
            "Museum of Baku",
        )
    ]
    assert not is_unfinished(findings(draft))


def test_a_short_name_without_the_form_of_the_title_is_named_with_that_form() -> None:
    draft = changed(("parties.0.short_name.ru#instrumental", "Гянджинским музеем"))
    assert [each.path for each in findings(draft)] == ["parties.0.short_name.ru#instrumental"]


def test_the_closing_clause_follows_a_single_language() -> None:
    assert findings(changed(("languages", "ru"))) == []


def test_one_language_does_not_fit_a_clause_of_several() -> None:
    clause = "Подписан {date:quoted} в {copies:prepositional} на {languages:prepositional}, равных."
    rewritten = rewrite(EXAMPLE, "ru", "testimonium", (clause,))
    for draft in (change(EXAMPLE, "prevailing", "ru"), rewritten):
        found = findings(change(draft, "languages", "ru"))
        assert [(each.code, each.level, each.place) for each in found] == [
            (Code.ONE_LANGUAGE, Level.WARNING, "testimonium")
        ]


def test_copies_that_cannot_be_shared_out_evenly_are_a_warning() -> None:
    found = findings(changed(("copies", "5")))
    assert found == [
        Finding(Code.COPIES_UNEVEN, Level.WARNING, (), "testimonium", "copies", "5"),
    ]
    assert not is_unfinished(found)
    assert findings(changed(("copies", "2"))) == [
        Finding(
            Code.COPIES_TOO_FEW, Level.WARNING, (), "testimonium", "copies", "Русский, English"
        ),
    ]


def test_what_each_party_lacks_is_a_note_that_nobody_has_to_do_anything_about() -> None:
    documents = render_all(EXAMPLE)
    assert to_complete(EXAMPLE, documents) == []
    assert notes(EXAMPLE, documents) == [
        Finding(Code.COPIES_APART, Level.NOTE, (), "testimonium", "copies", "4"),
    ]
    assert notes(changed(("copies", "8")), documents) == []


def test_what_an_older_template_counts_is_not_known() -> None:
    clauses = {"ru": ("Конец.",), "en": ("The end.",)}
    draft = changed(("copies", "5"), ("languages", "ru,en"))
    draft = rewrite_together(draft, "testimonium", clauses)
    assert [each.code for each in findings(draft)] == [Code.COPIES_UNEVEN]
    older = tuple(spec for spec in EXAMPLE.template.fields if spec.path != "originals")
    draft = replace(draft, template=replace(EXAMPLE.template, fields=older))
    assert findings(draft) == notes(draft, render_all(draft)) == []


def test_a_form_that_only_the_originals_of_the_other_party_need_is_to_confirm() -> None:
    draft = changed(("parties.1.name.kk", "Muzey"), ("parties.1.short_name.kk", ""))
    path = "parties.1.name.kk#conjunction"
    for seen in (render_all(draft), {"kk": render(draft, "kk", 1)}):
        found = [each for each in to_complete(draft, seen) if each.path == path]
        assert [(each.code, each.language, each.place) for each in found] == [
            (Code.FORM_UNSURE, "kk", "title")
        ]
    assert path not in [each.path for each in findings(change(draft, path, "мен"))]
    assert path not in [each.path for each in findings(change(draft, "alternat", "no"))]


@pytest.mark.parametrize(("place", "code"), [("title", "title"), ("preamble", "preamble")])
def test_parties_that_cannot_change_places_are_a_warning(place: str, code: str) -> None:
    wording = ("МЕМОРАНДУМ", "{parties.0.name:nominative} для", "{parties.1.name:genitive}")
    draft = rewrite(EXAMPLE, "ru", place, wording)
    found = [each for each in findings(draft) if each.code is Code.ORDER_FIXED]
    assert found == [
        Finding(Code.ORDER_FIXED, Level.WARNING, ("ru",), code, f"version.ru.{code}", "МЕМОРАНДУМ")
    ]
    without = findings(change(draft, "alternat", "no"))
    assert Code.ORDER_FIXED not in [each.code for each in without]


def test_a_title_without_parties_has_no_order() -> None:
    draft = rewrite(EXAMPLE, "ru", "title", ("МЕМОРАНДУМ",))
    assert Code.ORDER_FIXED not in [each.code for each in findings(draft)]


def test_a_text_that_prevails_must_be_one_of_the_agreement() -> None:
    found = findings(changed(("languages", "az,ru"), ("prevailing", "en")))
    assert found == [
        Finding(Code.PREVAILING_ABSENT, Level.ERROR, (), "testimonium", "prevailing", "English"),
    ]
    assert is_unfinished(found)
    assert findings(changed(("prevailing", "en"))) == []


def test_languages_that_are_not_of_the_agreement_need_nothing() -> None:
    draft = change(blank_draft(templates.builtin("memorandum")), "languages", "ru,en")
    assert {each.language for each in findings(draft)} == {"ru", "en"}


def test_a_title_for_a_man_does_not_stay_with_a_woman() -> None:
    path = "parties.0.signatory.name.en#addressed"
    draft = changed((path, "Mr. Vusal Alyev"), ("parties.0.signatory.sex", "f"))
    assert "Ms." in render_all(draft)["en"].blocks[1].paragraphs[0].text  # type: ignore[union-attr]
    back = change(draft, "parties.0.signatory.sex", "m")
    assert fields.get(back, path) == "Mr. Vusal Alyev"


def test_a_version_has_to_follow_another_that_was_changed() -> None:
    draft = rewrite(EXAMPLE, "ru", "events", ("Стороны проводят выставки.",))
    found = findings(draft)
    assert [(each.code, each.path, each.excerpt) for each in found] == [
        (Code.WORDING_REVIEW, "version.az.events", "Maddə\xa05"),
        (Code.WORDING_REVIEW, "version.kk.events", "5-бап"),
        (Code.WORDING_REVIEW, "version.en.events", "Article\xa05"),
    ]
    assert is_unfinished(found)


def test_a_new_article_waits_for_its_text_in_every_version() -> None:
    found = findings(insert_article(EXAMPLE, 2))
    assert [(each.code, each.path) for each in found] == [
        (Code.WORDING_MISSING, f"version.{tag}.new-1") for tag in ("az", "kk", "ru", "en")
    ]
