"""A draft becomes a template: its wording stays, its values go."""

from dataclasses import replace

import pytest

from mou_desktop.errors import FieldError
from mou_desktop.model import fields, texts
from mou_desktop.model.draft import Draft, Originals, blank_draft
from mou_desktop.model.own_template import free_names, require_complete, template_of
from mou_desktop.store import examples, templates

NAMES = {"az": "Muzeylər", "kk": "Мұражайлар", "ru": "Музеи", "en": "Museums"}
TAGS = ("az", "kk", "ru", "en")


@pytest.fixture
def draft() -> Draft:
    return examples.load("memorandum")


def written(draft: Draft, article: str, tags: tuple[str, ...] = TAGS) -> Draft:
    for tag in tags:
        draft = texts.rewrite(draft, tag, article, (f"{tag}.",))
    return draft


def test_an_unchanged_draft_gives_the_text_of_its_template(draft: Draft) -> None:
    made = template_of(draft, "museums", NAMES)
    builtin = templates.builtin("memorandum")
    assert made == replace(builtin, id="museums", names=NAMES, version=1)


def test_it_has_the_articles_and_the_wording_of_the_draft(draft: Draft) -> None:
    draft = texts.delete_article(draft, "events")
    draft = texts.move_article(texts.insert_article(draft, 0), "new-1", 3)
    draft = written(draft, "new-1")
    made = template_of(draft, "museums", NAMES)
    assert made.articles == draft.articles
    assert made.texts["kk"].articles["new-1"] == ("kk.",)
    assert "events" not in made.texts["kk"].articles
    templates.validate(made, "museums")


def test_it_has_no_values(draft: Draft) -> None:
    fresh = blank_draft(template_of(draft, "museums", NAMES))
    filled = [path for path in fields.paths(fresh) if fields.get(fresh, path)]
    assert filled == ["languages", "originals", "alternat"]
    assert fresh.values.originals is Originals.SEPARATE


def test_it_has_the_languages_of_the_agreement(draft: Draft) -> None:
    draft = fields.change(draft, "languages", "ru,en")
    draft = written(texts.insert_article(draft, 0), "new-1", ("ru", "en"))
    made = template_of(draft, "museums", NAMES)
    assert made.languages == ("ru", "en")
    assert made.names == {"ru": "Музеи", "en": "Museums"}
    templates.validate(made, "museums")


def test_another_title_has_another_heading(draft: Draft) -> None:
    title = texts.paragraphs(draft, "en", "title")
    draft = texts.rewrite(draft, "en", "title", ("AGREEMENT", *title[1:]))
    assert template_of(draft, "museums", NAMES).texts["en"].heading == "AGREEMENT"


def test_a_text_that_is_not_written_yet_is_named(draft: Draft) -> None:
    draft = written(texts.insert_article(draft, 11), "new-1", ("az", "ru", "en"))
    with pytest.raises(FieldError) as error:
        require_complete(draft)
    assert str(error.value) == "12-бап (Қазақша) has no text yet; write it first"


def test_a_field_that_one_version_lacks_is_named(draft: Draft) -> None:
    draft = texts.rewrite(draft, "ru", "validity", ("Действует бессрочно.",))
    with pytest.raises(FieldError) as error:
        require_complete(draft)
    assert str(error.value) == (
        "duration_years is named in Maddə\N{NO-BREAK SPACE}9 (Azərbaycanca) but nowhere in "
        "Русский; put it in there first"
    )


def test_a_version_may_do_without_the_alternatives_of_the_others(draft: Draft) -> None:
    """They are no fields: the officer cannot put one in."""
    clause = "Подписан {date:quoted} в {copies:prepositional} на {languages:prepositional}"
    draft = texts.rewrite(draft, "ru", "testimonium", (f"{clause}[ в {{place:prepositional}}].",))
    with pytest.raises(FieldError, match=r"^prevailing is named in"):
        require_complete(draft)
    clause += "[ в {place:prepositional}][ {prevailing:prepositional}]."
    draft = texts.rewrite(draft, "ru", "testimonium", (clause,))
    templates.validate(template_of(draft, "museums", NAMES), "museums")


def test_it_needs_a_name_in_each_language(draft: Draft) -> None:
    with pytest.raises(FieldError, match="write the name of the template in Русский, too"):
        template_of(draft, "museums", {**NAMES, "ru": " "})


def test_the_proposed_names_are_free(draft: Draft) -> None:
    names = templates.builtin("memorandum").names
    taken = {tag: {name} for tag, name in names.items()}
    assert free_names(draft, {}) == names
    second = free_names(draft, taken)
    assert second == {tag: f"{name} (2)" for tag, name in names.items()}
    taken["en"].add(second["en"])
    assert free_names(draft, taken)["ru"] == f"{names['ru']} (3)"
    of_second = replace(draft, template=replace(draft.template, names=second))
    assert free_names(of_second, taken)["ru"] == f"{names['ru']} (3)"
