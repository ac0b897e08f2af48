"""Finding words in the versions, and putting others in their place: fields are never touched."""

from dataclasses import replace as with_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.errors import FieldError
from mou_desktop.languages.base import NBSP
from mou_desktop.model import texts
from mou_desktop.model.document import Document, paragraphs
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import Literal, notation, parse
from mou_desktop.render.assemble import render, render_all
from mou_desktop.render.search import HEADING, Hit, Query, find, replace
from mou_desktop.render.splice import shown
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
DOCUMENTS = render_all(EXAMPLE)
TAGS = tuple(DOCUMENTS)
FRAGMENTS = ("стороны", "Parties", "a", "ə", "5", "1-бап", "М.П.", "не", "m", " ", "İ", "Қ", "e o")


def with_text(tag: str, text: str) -> dict[str, Document]:
    draft = texts.rewrite(EXAMPLE, tag, "events", (text,))
    return {tag: render(draft, tag)}


def found(documents: dict[str, Document], *query: object) -> list[str]:
    """What stands where the words were found in the fifth article."""
    hits = find(documents, Query(*query))  # type: ignore[arg-type]
    return [text_of(documents, hit) for hit in hits if hit.place == "events"]


def text_of(documents: dict[str, Document], hit: Hit) -> str:
    block = next(b for b in documents[hit.tag].blocks if getattr(b, "id", "") == hit.place)
    return shown([list(paragraphs(block))[hit.paragraph]])[hit.start : hit.end]


def fields_of(draft: Draft) -> list[str]:
    return [
        notation(piece)
        for tag in TAGS
        for place in texts.places(draft)
        for text in texts.paragraphs(draft, tag, place)
        for piece in parse(text)
        if not isinstance(piece, Literal)
    ]


class TestFinding:
    def test_hits_come_row_by_row_and_version_by_version(self) -> None:
        hits = find(DOCUMENTS, Query("."))
        blocks = [getattr(block, "id", "") for block in DOCUMENTS["az"].blocks]
        keys = [
            (blocks.index(hit.place), TAGS.index(hit.tag)) for hit in hits if hit.place in blocks
        ]
        assert keys == sorted(keys)
        assert {tag for _row, tag in keys} == {0, 1, 2, 3}

    @pytest.mark.parametrize(
        ("tag", "text", "query", "hits"),
        [
            ("az", "İRSİN irsin IRSIN", "irsin", ["İRSİN", "irsin"]),
            ("az", "İRSİN irsin IRSIN", "ırsın", ["IRSIN"]),
            ("az", "QIŞ qış qiş", "Qış", ["QIŞ", "qış"]),
            ("ru", "Стороны СТОРОНЫ стороны", "СторонЫ", ["Стороны", "СТОРОНЫ", "стороны"]),
            ("kk", "Құқық ҚҰҚЫҚ", "құқық", ["Құқық", "ҚҰҚЫҚ"]),
            ("en", "IN in İn", "in", ["IN", "in", "İn"]),
            ("ru", "ёлка елка", "ёлка", ["ёлка"]),
        ],
    )
    def test_capitals_are_those_of_the_version(
        self, tag: str, text: str, query: str, hits: list[str]
    ) -> None:
        assert found(with_text(tag, text), query) == hits

    def test_case_can_matter(self) -> None:
        assert found(with_text("ru", "Стороны стороны"), "стороны", True) == ["стороны"]

    def test_words_can_be_whole(self) -> None:
        text = "сторона, стороны (сторона) сторонами"
        assert found(with_text("ru", text), "сторона", False, True) == ["сторона"] * 2
        assert found(with_text("ru", "ааа аа"), "аа", False, True) == ["аа"]

    def test_spaces_that_do_not_break_are_spaces(self) -> None:
        assert found(with_text("ru", "№ 5"), "№ 5") == [f"№{NBSP}5"]
        assert found(with_text("ru", "№ 5"), f"№{NBSP}5", True) == [f"№{NBSP}5"]
        assert found(with_text("ru", "10\u202f000"), "10 000") == ["10\u202f000"]

    def test_a_typed_accent_is_the_letter_with_it(self) -> None:
        assert found(with_text("ru", "мой"), "мои\u0306") == ["мой"]

    def test_nothing_is_found_by_nothing(self) -> None:
        assert find(DOCUMENTS, Query("")) == []
        assert find({}, Query("a")) == []

    def test_numbers_fields_and_signatures_are_found_but_fixed(self) -> None:
        (number,) = [hit for hit in find(DOCUMENTS, Query("Статья 9")) if hit.tag == "ru"]
        assert (number.place, number.paragraph, number.fixed) == ("validity", HEADING, True)
        assert all(hit.fixed for hit in find(DOCUMENTS, Query("Алиев")))
        assert [hit.fixed for hit in find(DOCUMENTS, Query("течение 5"))] == [True]
        assert [hit.fixed for hit in find(DOCUMENTS, Query("М.П."))] == [True] * len(
            find(DOCUMENTS, Query("М.П."))
        )


class TestReplacing:
    def test_all_versions_at_once(self) -> None:
        documents = {tag: DOCUMENTS[tag] for tag in ("ru", "en")}
        hits = [*find(documents, Query("вебинары")), *find(documents, Query("webinars"))]
        changed = replace(EXAMPLE, documents, hits, "x")
        assert "семинары и x по" in texts.paragraphs(changed, "ru", "events")[0]
        assert "seminars, and x on" in texts.paragraphs(changed, "en", "events")[0]
        assert changed.review == {"events": ("az", "kk")}

    def test_versions_that_all_change_need_not_follow_each_other(self) -> None:
        hits = [
            next(
                hit
                for hit in find(DOCUMENTS, Query("."))
                if (hit.tag, hit.place) == (tag, "events")
            )
            for tag in TAGS
        ]
        changed = replace(EXAMPLE, DOCUMENTS, hits, "!")
        assert all("!" in texts.paragraphs(changed, tag, "events")[0] for tag in TAGS)
        assert changed.review == {}

    @pytest.mark.parametrize(
        "field",
        [
            "{copies:genitive}",
            "[ в {place:prepositional}]",
            "{copies:genitive}" * 2,
            "[ {place}]" * 2,
        ],
    )
    def test_words_around_a_field(self, field: str) -> None:
        draft = texts.rewrite(EXAMPLE, "ru", "events", (f"{field}до {field} до{field}", "до"))
        documents = {"ru": render(draft, "ru")}
        hits = [hit for hit in find(documents, Query("до")) if hit.place == "events"]
        assert texts.paragraphs(replace(draft, documents, hits, "от"), "ru", "events") == (
            f"{field}от {field} от{field}",
            "от",
        )

    def test_braces_are_words(self) -> None:
        hits = find({"ru": DOCUMENTS["ru"]}, Query("вебинары"))
        changed = replace(EXAMPLE, DOCUMENTS, hits, "{copies:genitive}")
        assert "{{copies:genitive}}" in texts.paragraphs(changed, "ru", "events")[0]

    def test_a_bracket_that_would_join_a_passage_is_refused(self) -> None:
        draft = texts.rewrite(EXAMPLE, "ru", "events", ("[ в {place:prepositional}]!",))
        documents = {"ru": render(draft, "ru")}
        hits = [hit for hit in find(documents, Query("!")) if hit.place == "events"]
        with pytest.raises(FieldError, match="add a space"):
            replace(draft, documents, hits, "]")
        changed = replace(draft, documents, hits, " ]")
        assert texts.paragraphs(changed, "ru", "events") == ("[ в {place:prepositional}] ]]",)

    def test_a_longer_word_with_the_same_in_it(self) -> None:
        hits = find(with_text("ru", "аб аб"), Query("аб", True))
        draft = texts.rewrite(EXAMPLE, "ru", "events", ("аб аб",))
        mine = [hit for hit in hits if hit.place == "events"]
        changed = replace(draft, {"ru": render(draft, "ru")}, mine, "аб аб")
        assert texts.paragraphs(changed, "ru", "events") == ("аб аб аб аб",)

    def test_a_paragraph_that_was_not_hit_is_left_as_it_is(self) -> None:
        draft = texts.rewrite(EXAMPLE, "ru", "events", ("слово", f"a{NBSP}b"))
        documents = {"ru": render(draft, "ru")}
        changed = replace(draft, documents, find(documents, Query("слово")), "дело")
        assert texts.paragraphs(changed, "ru", "events") == ("дело", f"a{NBSP}b")

    @given(query=st.sampled_from(FRAGMENTS), text=st.text(max_size=6), case=st.booleans())
    def test_fields_and_numbers_stay(self, query: str, text: str, case: bool) -> None:
        hits = find(DOCUMENTS, Query(query, case))
        try:
            changed = replace(EXAMPLE, DOCUMENTS, hits, text)
        except FieldError:
            assert "]" in text
            return
        assert fields_of(changed) == fields_of(EXAMPLE)
        assert changed.articles == EXAMPLE.articles
        assert with_(changed, edits={}, review={}) == with_(EXAMPLE, edits={}, review={})

    @given(data=st.data())
    def test_words_by_the_same_words_change_nothing(self, data: st.DataObject) -> None:
        tag = data.draw(st.sampled_from(TAGS))
        block = data.draw(st.sampled_from(DOCUMENTS[tag].blocks))
        text = shown(list(paragraphs(block)))
        start = data.draw(st.integers(0, len(text) - 1))
        query = Query(text[start : start + data.draw(st.integers(1, 12))].split("\n")[0], True)
        hits = find(DOCUMENTS, query)
        assert bool(hits) == bool(query.text)
        assert replace(EXAMPLE, DOCUMENTS, hits, query.text) == EXAMPLE

    @given(query=st.sampled_from(FRAGMENTS))
    def test_what_was_replaced_is_gone(self, query: str) -> None:
        changed = replace(EXAMPLE, DOCUMENTS, find(DOCUMENTS, Query(query)), "§")
        assert all(hit.fixed for hit in find(render_all(changed), Query(query)))
