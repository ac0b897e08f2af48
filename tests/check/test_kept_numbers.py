"""The checks of an agreement whose articles keep their numbers, and of a protocol."""

from mou_desktop.amend.amend import onto
from mou_desktop.amend.protocol import protocol
from mou_desktop.check.index import Index
from mou_desktop.check.run import check
from mou_desktop.model import texts
from mou_desktop.model.finding import Code
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples
from tests.golden.real_case import PERSONAL_DATA, TAGS

EXAMPLE = examples.load("memorandum")
CASES = {"az": "locative", "kk": "locative", "ru": "prepositional", "en": "nominative"}


def test_an_article_is_called_by_its_printed_number() -> None:
    draft = texts.insert_article(EXAMPLE, 9)
    kept = onto(EXAMPLE, draft)
    index = Index(render_all(kept))
    assert [index.printed(place) for place in ("events", "new-1", "termination")] == [
        "5",
        "9-1",
        "10",
    ]


def test_references_across_a_gap_are_right() -> None:
    draft = texts.delete_article(EXAMPLE, "termination")
    for tag, case in CASES.items():
        (text,) = texts.paragraphs(draft, tag, "disputes")
        text = f"{text} ({{article.testimonium:{case}}}.)"
        draft = texts.rewrite(draft, tag, "disputes", (text,))
    found = check(render_all(onto(EXAMPLE, draft)))
    assert Code.REFERENCE_UNKNOWN not in {finding.code for finding in found}


def test_a_protocol_speaks_of_articles_that_are_not_its_own() -> None:
    draft = texts.insert_article(EXAMPLE, 9)
    draft = texts.rewrite_together(draft, "new-1", {tag: (PERSONAL_DATA[tag],) for tag in TAGS})
    assert check(render_all(protocol(EXAMPLE, draft))) == []


def test_what_is_misspelt_in_a_protocol_is_found_all_the_same() -> None:
    draft = texts.rewrite(EXAMPLE, "ru", "projects", ("Стopоны заключают договоры.",))
    found = check(render_all(protocol(EXAMPLE, draft)))
    assert Code.MIXED_SCRIPT in {finding.code for finding in found if finding.place == "changes"}
