"""Files of the program that come back edited: what changed is told, and taken in."""

import re

import pytest

from mou_desktop.amend.protocol import protocol
from mou_desktop.errors import IntakeError
from mou_desktop.export.docx import to_docx
from mou_desktop.export.text import to_text
from mou_desktop.intake.reading import read
from mou_desktop.intake.returned import Returned, compare, foreign, read_sources
from mou_desktop.intake.returned_changes import Change, Comparison, What
from mou_desktop.intake.taking import take
from mou_desktop.model import fields, texts
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render, render_all
from tests.golden import real_case
from tests.intake.other_side import W, Word

TAGS = ("az", "kk", "ru", "en")


@pytest.fixture
def word(files: dict[str, bytes]) -> dict[str, Word]:
    return {tag: Word(content) for tag, content in files.items()}


def returned(*words: Word) -> Returned:
    return read_sources([read(each.content, f"returned-{n}") for n, each in enumerate(words)])


def changes(draft: Draft, *words: Word) -> list[Change]:
    return list(compare(draft, returned(*words)).changes)


def only(draft: Draft, *words: Word) -> Change:
    (found,) = changes(draft, *words)
    return found


def settled(draft: Draft, *words: Word) -> Draft:
    """The draft with every change; nothing is left then."""
    back = returned(*words)
    taken = take(draft, compare(draft, back).changes)
    assert compare(taken, back).changes == ()
    return taken


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_changed(example: Draft, word: dict[str, Word], tag: str) -> None:
    assert changes(example, word[tag]) == []
    assert changes(example, word[tag].untagged()) == []


def test_all_four_at_once(example: Draft, word: dict[str, Word]) -> None:
    assert changes(example, *word.values()) == []


def test_a_protocol_with_quoted_articles() -> None:
    base = real_case.signed()
    draft = protocol(base, real_case.amended(base))
    words = [Word(to_docx(each)) for each in render_all(draft).values()]
    assert changes(draft, *words) == []
    assert changes(draft, *(each.untagged() for each in words)) == []


class TestWording:
    def test_words_are_changed_and_fields_stay(self, example: Draft, word: dict[str, Word]) -> None:
        back = word["ru"].replace("вступает в силу с даты его подписания", "действует с подписания")
        change = only(example, back)
        assert (change.what, change.languages, change.place) == (What.WORDING, ("ru",), "validity")
        (wording,) = change.wordings["ru"]
        assert wording.startswith(
            "Настоящий Меморандум действует с подписания и действует в течение"
        )
        assert "{duration_years:genitive}" in wording
        assert "{notice_months:accusative}" in wording

    @pytest.mark.parametrize("tagged", [True, False])
    @pytest.mark.parametrize(
        ("tag", "old", "new", "place"),
        [
            ("az", "Tərəflər istənilən mövzuda", "Tərəflər hər mövzuda", "events"),
            ("kk", "кез келген даулар", "барлық даулар", "disputes"),
            ("ru", "вебинары по любым темам", "вебинары", "events"),
            ("en", "may organize joint exhibitions", "shall organize exhibitions", "events"),
            ("ru", "руководствуясь убеждённостью", "будучи уверены", "preamble"),
            ("en", "of Understanding and Cooperation", "of Understanding", "title"),
        ],
    )
    def test_in_every_version_with_and_without_tags(
        self,
        example: Draft,
        word: dict[str, Word],
        tag: str,
        old: str,
        new: str,
        place: str,
        tagged: bool,
    ) -> None:
        back = word[tag].replace(old, new)
        change = only(example, back if tagged else back.untagged())
        assert (change.what, change.languages, change.place) == (What.WORDING, (tag,), place)
        taken = take(example, [change])
        assert new in to_text(render(taken, tag)).replace("\xa0", " ")
        others = tuple(other for other in TAGS if other != tag)
        assert set(taken.review[place]) == set(others)

    def test_versions_that_change_together_need_no_review_of_each_other(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        ru = word["ru"].replace("вебинары по любым темам", "вебинары")
        en = word["en"].replace("and webinars on any subject", "and webinars")
        taken = settled(example, ru, en)
        assert taken.review == {"events": ("az", "kk")}

    def test_versions_that_are_taken_one_after_the_other_changed_together(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        ru = word["ru"].replace("вебинары по любым темам", "вебинары")
        en = word["en"].replace("and webinars on any subject", "and webinars")
        first, second = changes(example, ru, en)
        once = take(example, [first])
        assert set(once.review["events"]) == {
            *TAGS,
        } - {first.languages[0]}
        assert take(once, [second], [first]).review == {"events": ("az", "kk")}
        undone = take(example, [second], [first])
        assert set(undone.review["events"]) == {*TAGS} - {second.languages[0]}

    def test_a_paragraph_is_added(self, example: Draft, word: dict[str, Word]) -> None:
        back = word["ru"].add("article:events", "Расходы несёт каждая Сторона.", inside=True)
        change = only(example, back)
        assert change.place == "events"
        assert change.wordings["ru"][1] == "Расходы несёт каждая Сторона."

    def test_a_paragraph_behind_a_block_belongs_to_it(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        change = only(example, word["ru"].add("article:events", "Расходы несёт каждая Сторона."))
        assert (change.what, change.place) == (What.WORDING, "events")

    def test_braces_are_words(self, example: Draft, word: dict[str, Word]) -> None:
        taken = settled(example, word["en"].replace("webinars", "webinars {copies} [x]"))
        assert "webinars {copies} [x]" in to_text(render(taken, "en"))


class TestFields:
    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("copies", "6"),
            ("duration_years", "7"),
            ("notice_months", "3"),
            ("date.day", "5"),
        ],
    )
    @pytest.mark.parametrize("tagged", [True, False])
    def test_a_value_is_told_apart_from_the_wording(
        self, example: Draft, path: str, value: str, tagged: bool
    ) -> None:
        theirs = fields.change(example, path, value)
        words = [Word(to_docx(each)) for each in render_all(theirs).values()]
        if not tagged:
            words = [each.untagged() for each in words]
        change = only(example, *words)
        assert change.what is What.FIELD
        assert dict(change.values)[path] == value
        assert set(change.languages) == set(TAGS)
        assert take(example, [change]).values == theirs.values

    def test_one_version_is_enough(self, example: Draft) -> None:
        theirs = fields.change(example, "duration_years", "7")
        change = only(example, Word(to_docx(render(theirs, "ru"))))
        assert (change.what, change.languages, change.place) == (What.FIELD, ("ru",), "validity")
        assert (change.before, change.after) == ("5 (пяти) лет", "7 (семи) лет")
        assert take(example, [change]).values.duration_years == 7

    def test_versions_that_disagree_are_two_changes(self, example: Draft) -> None:
        words = [
            Word(to_docx(render(fields.change(example, "copies", number), tag)))
            for number, tag in (("6", "ru"), ("8", "en"))
        ]
        assert [dict(each.values)["copies"] for each in changes(example, *words)] == ["6", "8"]

    @pytest.mark.parametrize("tagged", [True, False])
    def test_a_name_is_changed_in_all_its_cases(self, example: Draft, tagged: bool) -> None:
        path = "parties.1.signatory.name.ru"
        theirs = fields.change(example, path, "Руслан Мусин")
        word = Word(to_docx(render(theirs, "ru")))
        change = only(example, word if tagged else word.untagged())
        assert (change.what, change.path, change.after) == (What.FIELD, path, "Руслан Мусин")
        taken = take(example, [change])
        assert render(taken, "ru") == render(theirs, "ru")

    def test_the_other_versions_have_to_follow_another_name(self, example: Draft) -> None:
        words = []
        for tag, name in (("ru", "Руслан Мусин"), ("en", "Ruslan Musin")):
            theirs = fields.change(example, f"parties.1.signatory.name.{tag}", name)
            words.append(Word(to_docx(render(theirs, tag))))
        russian, english = changes(example, *words)
        once = take(example, [russian])
        assert once.review == {"preamble": ("az", "kk", "en")}
        assert take(once, [english], [russian]).review == {"preamble": ("az", "kk")}
        assert take(example, [russian, english]).review == {"preamble": ("az", "kk")}

    def test_a_form_alone_is_corrected(self, example: Draft, word: dict[str, Word]) -> None:
        back = word["ru"].replace("исполняющего обязанности директора", "и. о. директора")
        change = only(example, back)
        assert change.path == "parties.1.signatory.position.ru#genitive"
        taken = take(example, [change])
        assert "в лице и. о. директора Нурлана" in to_text(render(taken, "ru"))

    def test_a_name_that_was_changed_in_one_place_alone_is_wording(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        (found,) = changes(example, word["az"].replace("Vüsal Alıyev", "Vüsal Əliyev"))
        assert found.what is What.WORDING
        assert found.place == "preamble"

    def test_a_value_and_the_words_around_it(self, example: Draft) -> None:
        theirs = fields.change(example, "notice_months", "3")
        word = Word(to_docx(render(theirs, "ru"))).replace("письменное уведомление", "уведомление")
        field, wording = changes(example, word)
        assert field.path == "notice_months"
        assert wording.what is What.WORDING
        assert "{notice_months:accusative}" in wording.wordings["ru"][0]
        taken = settled(example, word)
        assert "направит другой Стороне уведомление" in to_text(render(taken, "ru"))

    def test_a_number_that_says_two_things_is_wording(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        change = only(example, word["ru"].replace("4\xa0(четырёх)", "6\xa0(четырёх)"))
        assert change.what is What.WORDING
        assert "6 (четырёх) экземплярах" in change.wordings["ru"][0]


class TestArticles:
    @pytest.mark.parametrize("tagged", [True, False])
    def test_one_is_deleted(self, example: Draft, word: dict[str, Word], tagged: bool) -> None:
        words = [each.delete("article:events") for each in word.values()]
        change = only(example, *(words if tagged else [each.untagged() for each in words]))
        assert (change.what, change.place) == (What.DELETED, "events")
        assert set(change.languages) == set(TAGS)
        assert "events" not in take(example, [change]).articles

    @pytest.mark.parametrize("inside", [True, False])
    def test_one_is_added(self, example: Draft, word: dict[str, Word], inside: bool) -> None:
        back = word["ru"].add("article:events", "Статья 6", "Новое правило.", inside=inside)
        change = only(example, back)
        assert (change.what, change.place) == (What.ADDED, "events")
        taken = take(example, [change])
        assert taken.articles[5] == "new-1"
        assert texts.paragraphs(taken, "ru", "new-1") == ("Новое правило.",)
        assert set(taken.review["new-1"]) == {"az", "kk", "en"}

    def test_one_that_is_added_in_two_versions_is_one_change(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        ru = word["ru"].add("article:testimonium", "Статья 12", "Новое правило.")
        en = word["en"].add("article:testimonium", "Article 12", "A new rule.")
        change = only(example, ru, en)
        assert change.wordings == {"ru": ("Новое правило.",), "en": ("A new rule.",)}

    def test_two_behind_one_stay_in_their_order(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        lines = ("Статья 6", "Новое правило.", "Статья 7", "Ещё одно положение.")
        taken = settled(example, word["ru"].add("article:events", *lines))
        assert texts.paragraphs(taken, "ru", taken.articles[5]) == ("Новое правило.",)
        assert texts.paragraphs(taken, "ru", taken.articles[6]) == ("Ещё одно положение.",)

    def test_a_new_one_keeps_its_place_when_others_change_theirs(self, example: Draft) -> None:
        theirs = texts.move_article(example, "events", 2)
        words = [Word(to_docx(each)) for each in render_all(theirs).values()]
        words[2].add("article:events", "Статья 8", "Новое правило.")
        taken = settled(example, *words)
        assert taken.articles[taken.articles.index("events") + 1] == "new-1"

    def test_one_that_another_named_is_deleted_with_that_wording(self, example: Draft) -> None:
        wording = ("См. {article.events:genitive}.",)
        example = texts.rewrite(example, "ru", "disputes", wording)
        word = Word(to_docx(render(example, "ru"))).delete("article:events")
        (text,) = word.runs("См.")
        paragraph = text.getparent().getparent()
        for each in list(paragraph.iter(f"{W}t"))[1:]:
            each.text = ""
        text.text = "Споров нет."
        taken = settled(example, word)
        assert "events" not in taken.articles

    def test_two_change_places(self, example: Draft) -> None:
        theirs = texts.move_article(example, "events", 2)
        words = [Word(to_docx(each)) for each in render_all(theirs).values()]
        change = only(example, *words)
        assert change.what is What.ORDER
        assert take(example, [change]).articles == theirs.articles


class TestSignatures:
    def test_words_in_them_are_told_but_cannot_be_taken(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        change = only(example, word["en"].replace("L.S.", "Stamp"))
        assert change.what is What.SIGNATURE
        assert not change.can_be_taken
        assert (change.before, change.after) == ("L.S.", "Stamp")


class TestTrackedChanges:
    def test_author_and_time_are_told(self, example: Draft, word: dict[str, Word]) -> None:
        change = only(example, word["ru"].track("вебинары по любым темам", "вебинары"))
        assert change.place == "events"
        assert {(each.author, each.time) for each in change.revisions} == {
            ("Ann", "2026-03-01T10:00:00Z")
        }
        assert [each.text for each in change.revisions] == ["вебинары по любым темам", "вебинары"]

    def test_what_is_taken_is_the_text_as_accepted(
        self, example: Draft, word: dict[str, Word]
    ) -> None:
        taken = settled(example, word["ru"].track("вебинары по любым темам", "вебинары"))
        assert "семинары и вебинары. Если" in to_text(render(taken, "ru"))


def test_comments_are_told_with_the_words_beside_them(example: Draft) -> None:
    content = Word(to_docx(render(example, "ru"))).comment("Все споры", "Why?")
    found = compare(example, returned(content))
    assert found.changes == ()
    (noted,) = found.comments
    assert (noted.language, noted.place, noted.comment.author) == ("ru", "disputes", "Ann")
    assert noted.comment.text == "Why?"
    assert noted.words.startswith("Все споры")


def test_a_file_of_another_agreement_is_refused(example: Draft) -> None:
    russian = fields.change(example, "languages", "kk,az")
    back = returned(Word(to_docx(render(example, "en"))))
    with pytest.raises(IntakeError, match="no version of this agreement"):
        compare(russian, back)
    assert "English" in str(foreign(russian, back, Comparison((), ()))[0])


def test_a_file_of_which_no_article_is_alike_is_refused(example: Draft) -> None:
    other = Word(to_docx(render(example, "ru")))
    for text in other.untagged().runs(""):
        if not (text.text or "").startswith("Статья"):
            text.text = "Продавец передаёт покупателю товар за плату."
    with pytest.raises(IntakeError, match="returned-0 is not a version of this agreement"):
        changes(example, other)


def test_the_file_of_other_parties_is_asked_about(example: Draft) -> None:
    theirs = fields.change(example, "parties.0.name.ru", "Музей истории города Баку")
    theirs = fields.change(theirs, "parties.1.name.ru", "Национальный парк «Бурабай»")
    back = returned(Word(to_docx(render(theirs, "ru"))))
    (said,) = foreign(example, back, compare(example, back))
    assert "all parties have other names in returned-0" in str(said)


def test_a_change_is_known_again_until_the_other_side_writes_another_text(
    example: Draft, word: dict[str, Word]
) -> None:
    back = word["ru"].replace("вебинары по любым темам", "вебинары")
    (key,) = [each.key for each in changes(example, back)]
    elsewhere = fields.change(example, "notice_months", "3")
    assert key in [each.key for each in changes(elsewhere, back)]
    again = back.replace("Все споры", "Любые споры")
    assert key not in [each.key for each in changes(example, again)]


def test_everything_at_once(example: Draft, documents: dict[str, Document]) -> None:
    theirs = fields.change(example, "duration_years", "7")
    theirs = fields.change(theirs, "parties.0.signatory.name.ru", "Руслан Мусин")
    words = {tag: Word(to_docx(each)) for tag, each in render_all(theirs).items()}
    for tag, (old, new) in {
        "ru": ("Все споры", "Любые споры"),
        "kk": ("кез келген даулар", "барлық даулар"),
        "az": ("hər hansı mübahisələr", "bütün mübahisələr"),
        "en": ("All disputes", "Any disputes"),
    }.items():
        words[tag].replace(old, new).delete("article:termination")
    words["ru"].add("article:events", "Статья 6", "Новое правило.")
    found = changes(example, *words.values())
    kinds = [each.what for each in found]
    assert kinds.count(What.FIELD) == 2
    assert kinds.count(What.WORDING) == 4
    assert kinds.count(What.ADDED) == kinds.count(What.DELETED) == 1
    assert len(found) == 8
    taken = settled(example, *words.values())
    for tag in TAGS:
        shown = re.sub(r"\s", "", to_text(render(taken, tag)))
        assert "termination" not in taken.articles
        assert shown != re.sub(r"\s", "", to_text(documents[tag]))
