"""Notes of a consolidated text: what amended, corrected, inserted or excluded what."""

from dataclasses import replace

import pytest

from mou_desktop.amend.compare import compare, differing
from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.protocol import protocol
from mou_desktop.amend.reading import readings, text_digest
from mou_desktop.check.run import check
from mou_desktop.errors import TemplateError
from mou_desktop.export.text import to_text
from mou_desktop.model import fields, texts
from mou_desktop.model.document import notes, place
from mou_desktop.model.draft import Draft
from mou_desktop.model.numbering import numbers
from mou_desktop.paths import resources
from mou_desktop.render import notes as own
from mou_desktop.render.assemble import render, render_all
from mou_desktop.render.changed import render_changed
from tests.golden.consolidated import AS_AMENDED, BASE, IN_FORCE
from tests.golden.real_case import TAGS, amended, signed


def noted(draft: Draft, tag: str) -> dict[str, list[str]]:
    """The notes of a version, with ordinary spaces."""
    return {
        place(block): [note.text.replace("\N{NO-BREAK SPACE}", " ") for note in notes(block)]
        for block in render(draft, tag).blocks
        if list(notes(block))
    }


class TestWords:
    def test_english(self) -> None:
        found = noted(IN_FORCE, "en")
        first = "Protocol No. 1 of 1 July 2026"
        assert found == {
            "title": [f"(as amended by {first} and Protocol No. 2 of 2 July 2027)"],
            "preamble": [f"(as amended by {first})"],
            "information": [f"(as amended by {first})"],
            "validity": [f"(as amended by {first} and Protocol No. 2 of 2 July 2027)"],
            "new-1": [f"(inserted by {first})", f"(Article 10 was deleted by {first})"],
            "testimonium": [f"(as amended by {first})"],
        }

    def test_russian(self) -> None:
        found = noted(IN_FORCE, "ru")
        assert found["title"] == [
            "(в редакции Протокола № 1 от 1 июля 2026 года и Протокола № 2 от 2 июля 2027 года;"
            " с исправлениями, внесёнными Актом № 1 от 1 июня 2028 года)"
        ]
        assert found["new-1"] == [
            "(введена Протоколом № 1 от 1 июля 2026 года)",
            "(Статья 10 исключена Протоколом № 1 от 1 июля 2026 года)",
        ]

    def test_kazakh(self) -> None:
        found = noted(IN_FORCE, "kk")
        assert found["events"] == ["(2028 жылғы 1 маусымдағы № 1 Актімен енгізілген түзетулермен)"]
        assert found["validity"] == [
            "(2026 жылғы 1 шілдедегі № 1 Хаттамамен және 2027 жылғы 2 шілдедегі № 2 Хаттамамен"
            " енгізілген өзгерістермен)"
        ]
        assert found["new-1"][1] == "(10-бап 2026 жылғы 1 шілдедегі № 1 Хаттамамен алып тасталды)"

    def test_azerbaijani(self) -> None:
        found = noted(IN_FORCE, "az")
        assert found["preamble"] == [
            "(1 iyul 2026-cı il tarixli 1 nömrəli Protokol ilə edilmiş dəyişikliklərlə)"
        ]
        assert found["new-1"] == [
            "(1 iyul 2026-cı il tarixli 1 nömrəli Protokol ilə əlavə edilmişdir)",
            "(10-cu maddə 1 iyul 2026-cı il tarixli 1 nömrəli Protokol ilə ləğv edilmişdir)",
        ]

    def test_without_a_date_and_without_a_number(self) -> None:
        draft = consolidate(BASE, [protocol(BASE, amended(signed()))])
        assert noted(draft, "ru")["title"] == ["(в редакции Протокола № 1)"]
        nameless = replace(draft, sources=(replace(draft.sources[0], number=0),))
        assert noted(nameless, "az")["title"] == ["(Protokol ilə edilmiş dəyişikliklərlə)"]

    def test_three_protocols_are_listed(self) -> None:
        third = protocol(IN_FORCE, fields.change(IN_FORCE, "duration_years", "6"))
        text = consolidate(IN_FORCE, [third])
        assert noted(text, "en")["validity"] == [
            "(as amended by Protocol No. 1 of 1 July 2026, Protocol No. 2 of 2 July 2027"
            " and Protocol No. 3)"
        ]


class TestPlaces:
    def test_what_was_corrected_is_noted_only_in_the_version_that_was_wrong(self) -> None:
        assert "events" in noted(IN_FORCE, "kk")
        assert "events" not in noted(IN_FORCE, "ru")
        assert not any("Correction" in text for text in noted(IN_FORCE, "en")["title"])

    def test_an_inserted_article_that_was_amended_says_both(self) -> None:
        new = texts.rewrite_together(AS_AMENDED, "new-1", {tag: (f"{tag}.",) for tag in TAGS})
        text = consolidate(AS_AMENDED, [protocol(AS_AMENDED, new)])
        assert noted(text, "en")["new-1"][0] == (
            "(inserted by Protocol No. 1 of 1 July 2026; as amended by Protocol No. 2)"
        )

    def test_an_inserted_article_that_was_excluded_leaves_its_number(self) -> None:
        gone = protocol(AS_AMENDED, texts.delete_article(AS_AMENDED, "new-1"))
        found = noted(consolidate(AS_AMENDED, [gone]), "en")
        assert numbers(AS_AMENDED)["new-1"] == "9-1"
        assert found["validity"] == [
            "(as amended by Protocol No. 1 of 1 July 2026)",
            "(Article 9-1 was deleted by Protocol No. 2)",
            "(Article 10 was deleted by Protocol No. 1 of 1 July 2026)",
        ]

    def test_a_deleted_first_article_is_noted_below_the_preamble(self) -> None:
        first = BASE.articles[0]
        text = consolidate(BASE, [protocol(BASE, texts.delete_article(signed(), first))])
        assert noted(text, "en")["preamble"] == ["(Article 1 was deleted by Protocol No. 1)"]

    def test_a_name_that_was_replaced_throughout_is_noted_where_it_stands(self) -> None:
        renamed = fields.change(signed(), "parties.0.signatory.name.en", "Vugar Aliyev")
        text = consolidate(BASE, [protocol(BASE, renamed)])
        assert set(noted(text, "en")) == {"title", "preamble"}
        assert noted(text, "ru") == {}

    def test_a_text_that_nothing_amended_has_none(self) -> None:
        assert noted(BASE, "en") == {}


class TestNoPartOfTheText:
    def test_readings_and_digest_know_nothing_of_them(self) -> None:
        bare = replace(IN_FORCE, sources=())
        assert readings(IN_FORCE) == readings(bare)
        assert text_digest(IN_FORCE) == text_digest(bare)

    def test_comparison_and_checks_pass_them_over(self) -> None:
        bare = render_all(replace(IN_FORCE, sources=()))
        documents = render_all(IN_FORCE)
        for tag in TAGS:
            assert differing(compare(bare[tag], documents[tag])) == []
        assert check(documents) == check(bare)

    def test_a_second_protocol_is_written_of_the_words_alone(self) -> None:
        bare = replace(AS_AMENDED, sources=())
        edited = fields.change(AS_AMENDED, "duration_years", "4")
        assert protocol(AS_AMENDED, edited, 2) == protocol(bare, edited, 2)

    def test_plain_text_has_them_below_their_places(self) -> None:
        lines = to_text(render(AS_AMENDED, "en")).split("\n\n")
        at = lines.index("Article 3")
        assert lines[at + 2] == "(as amended by Protocol No. 1 of 1 July 2026)"

    def test_what_is_rendered_after_a_change_has_them_still(self) -> None:
        documents = render_all(AS_AMENDED)
        later = fields.change(AS_AMENDED, "duration_years", "7")
        assert render_changed(later, AS_AMENDED, documents) == render_all(later)
        bare = replace(AS_AMENDED, sources=())
        assert render_changed(AS_AMENDED, bare, render_all(bare)) == documents


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("в редакции {sources:genitive}", "в редакции {sources:dative}", "“{sources:dative}”"),
        ("в редакции {sources:genitive}", "в редакции {place:genitive}", "“{place:genitive}”"),
        ("[ от {date:long}]", "[ от {date:short}]", "nothing is known for “{date:short}”"),
        ("[ №", "[[ №", "cannot read"),
        ("[notes.inserted]", "[notes.put-in]", "notes.inserted is not a table of texts"),
        ('[notes.list]\nand = " и "', "[notes.list]\nor = '1'", "notes.list.and is missing"),
    ],
)
def test_mistakes_in_the_words_are_told(
    tmp_path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, says: str
) -> None:
    folder = tmp_path / "amendments"
    folder.mkdir()
    text = (resources() / "amendments" / "ru.toml").read_text("utf-8")
    assert old in text
    (folder / "ru.toml").write_text(text.replace(old, new), "utf-8")
    monkeypatch.setattr(own, "resources", lambda: tmp_path)
    own._words.cache_clear()
    try:
        with pytest.raises(TemplateError) as caught:
            noted(AS_AMENDED, "ru")
    finally:
        own._words.cache_clear()
    assert says in str(caught.value)
