"""The runs of a version: where each came from, what is open, what is bold, what must not break."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mou_desktop.model.document import (
    Article,
    Document,
    Gap,
    Paragraph,
    Preamble,
    Run,
    SignatureBlock,
    Title,
    paragraphs,
)
from mou_desktop.model.draft import Draft
from mou_desktop.model.fields import change
from mou_desktop.model.template import VersionText
from mou_desktop.model.texts import delete_article
from mou_desktop.render.assemble import render, render_all
from mou_desktop.render.fill import Filler
from mou_desktop.render.typography import bind
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
TAGS = ("az", "kk", "ru", "en")
NBSP = "\N{NO-BREAK SPACE}"


def changed(*changes: tuple[str, str]) -> Draft:
    draft = EXAMPLE
    for path, text in changes:
        draft = change(draft, path, text)
    return draft


def filled(text: str, tag: str = "ru", draft: Draft = EXAMPLE) -> Paragraph:
    return Filler(draft, tag).paragraph(text)


def runs(document: Document) -> Iterator[Run]:
    for block in document.blocks:
        for paragraph in paragraphs(block):
            yield from paragraph.runs


def title(draft: Draft, tag: str) -> Title:
    block = render(draft, tag).blocks[0]
    assert isinstance(block, Title)
    return block


# Blocks


@pytest.mark.parametrize("tag", TAGS)
def test_a_version_is_title_preamble_eleven_articles_and_signatures(tag: str) -> None:
    document = render(EXAMPLE, tag)
    first, second, *articles, last = document.blocks
    assert document.language == tag
    assert isinstance(first, Title)
    assert isinstance(second, Preamble)
    assert [block.number for block in articles if isinstance(block, Article)] == [*range(1, 12)]
    assert isinstance(last, SignatureBlock)
    assert len(last.signers) == 2


@pytest.mark.parametrize(
    ("tag", "heading", "name"),
    [
        ("az", f"Maddə{NBSP}9", "Memorandum"),
        ("kk", "9-бап", "МЕМОРАНДУМ"),
        ("ru", f"Статья{NBSP}9", "МЕМОРАНДУМ"),
        ("en", f"Article{NBSP}9", "MEMORANDUM"),
    ],
)
def test_headings_in_the_language_of_the_version(tag: str, heading: str, name: str) -> None:
    document = render(EXAMPLE, tag)
    headings = [block.heading for block in document.blocks if isinstance(block, Article)]
    assert headings[8].replace("\N{NON-BREAKING HYPHEN}", "-") == heading
    assert document.name == name


@pytest.mark.parametrize("tag", TAGS)
def test_articles_stand_in_the_order_of_the_template(tag: str) -> None:
    ids = [block.id for block in render(EXAMPLE, tag).blocks if isinstance(block, Article)]
    assert tuple(ids) == EXAMPLE.template.articles


@pytest.mark.parametrize("tag", TAGS)
def test_the_same_draft_gives_the_same_version(tag: str) -> None:
    first, second = render(EXAMPLE, tag), render(examples.load("memorandum"), tag)
    assert first == second
    assert hash(first) == hash(second)
    assert render_all(EXAMPLE)[tag] == first


def test_another_draft_gives_another_version() -> None:
    assert render(changed(("copies", "6")), "ru") != render(EXAMPLE, "ru")


# Where a run came from


def test_a_run_knows_its_field_and_form() -> None:
    assert filled("в лице {parties.0.signatory.name:genitive}, и").runs == (
        Run("в лице "),
        Run(
            "Вусала Алиева",
            "parties.0.signatory.name.ru",
            "genitive",
            source="{parties.0.signatory.name:genitive}",
        ),
        Run(", и"),
    )


@pytest.mark.parametrize(
    ("slot", "path"),
    [
        ("copies:prepositional", "copies"),
        ("duration_years:attributive", "duration_years"),
        ("notice_months:accusative", "notice_months"),
        ("date:quoted", "date"),
        ("languages:prepositional", "languages"),
        ("article.validity:genitive", "article.validity"),
        ("parties.1.signatory.position:genitive", "parties.1.signatory.position.ru"),
        ("parties.1.signatory.name:initials", "parties.1.signatory.name.ru"),
        ("parties.0.introduced_as:nominative", "parties.0.introduced_as.ru"),
        ("parties.1.introduced_as:nominative", "parties.1.name.ru"),
    ],
)
def test_a_run_names_the_field_it_was_filled_from(slot: str, path: str) -> None:
    (run,) = filled("{" + slot + "}").runs
    assert (run.path, run.form, run.gap) == (path, slot.partition(":")[2], None)


def test_runs_stand_in_the_order_of_the_slots() -> None:
    articles = (block for block in render(EXAMPLE, "ru").blocks if isinstance(block, Article))
    found = [
        (run.path, run.form)
        for article in articles
        for paragraph in article.paragraphs
        for run in paragraph.runs
        if run.path and run.text
    ]
    assert found == [
        ("duration_years", "genitive"),
        ("notice_months", "accusative"),
        ("duration_years", "attributive"),
        ("date", "quoted"),
        ("copies", "prepositional"),
        ("languages", "prepositional"),
    ]


def test_the_words_of_the_template_belong_to_no_field() -> None:
    article = render(EXAMPLE, "en").blocks[2]
    (run,) = next(paragraphs(article)).runs
    assert (run.path, run.form, run.strong, run.gap) == ("", "", False, None)


# What is open


@pytest.mark.parametrize("tag", TAGS)
def test_nothing_is_open_in_the_example(tag: str) -> None:
    assert [run for run in runs(render(EXAMPLE, tag)) if run.gap] == []


@pytest.mark.parametrize(
    ("path", "slot"),
    [
        ("copies", "copies:prepositional"),
        ("parties.1.name.ru", "parties.1.name:instrumental"),
        ("parties.1.name.ru", "parties.1.introduced_as:nominative"),
        ("parties.0.signatory.name.ru", "parties.0.signatory.name:initials"),
        ("place.ru", "place:nominative"),
    ],
)
def test_a_missing_value_is_marked(path: str, slot: str) -> None:
    (run,) = filled("{" + slot + "}", draft=changed((path, ""))).runs
    assert (run.text, run.path, run.gap) == ("_" * 20, path, Gap.MISSING)


def test_a_suggested_form_is_marked_until_it_is_typed() -> None:
    """A single name has no surname, so its initials can only be guessed."""
    path = "parties.0.signatory.name.ru"
    slot = "{parties.0.signatory.name:initials}"
    suggested = changed((path, "Пеле"))
    assert filled(slot, draft=suggested).runs == (
        Run("Пеле", path, "initials", gap=Gap.UNSURE, source=slot),
    )
    typed = change(suggested, f"{path}#initials", "Э. Насименто")
    assert filled(slot, draft=typed).runs == (
        Run(f"Э.{NBSP}Насименто", path, "initials", source=slot),
    )


def test_a_typed_form_goes_before_the_rule() -> None:
    path = "parties.1.signatory.name.ru#initials"
    assert filled("{parties.1.signatory.name:initials}").text == f"Н.{NBSP}Дукенбаев"
    by_rule = filled("{parties.1.signatory.name:initials}", draft=changed((path, "")))
    assert by_rule.text == f"Н.{NBSP}М.{NBSP}Дукенбаев"


def test_a_typed_form_does_not_follow_to_another_lemma() -> None:
    path = "parties.1.signatory.name.ru"
    draft = changed((path, "Айгүл Омарова"))
    assert filled("{parties.1.signatory.name:initials}", draft=draft).text == f"А.{NBSP}Омарова"
    draft = change(draft, path, "Нурлан Мусагалиевич Дукенбаев")
    assert filled("{parties.1.signatory.name:initials}", draft=draft).text == f"Н.{NBSP}Дукенбаев"


def test_without_the_sex_the_form_of_address_is_open() -> None:
    draft = changed(("parties.0.signatory.sex", ""))
    (run,) = filled("{parties.0.signatory.name:addressed}", "en", draft).runs
    assert (run.text, run.gap) == ("Vusal Alyev", Gap.UNSURE)


def test_spaces_around_and_within_a_name_do_not_show() -> None:
    draft = changed(("place.ru", "  Нур \t Султан "))
    assert filled("[в {place:nominative}]", draft=draft).text == "в Нур Султан"


# Optional passages


def test_optional_passage_stands_only_when_all_its_slots_have_a_value() -> None:
    text = "подписан[ в городе {place:nominative} в {copies:prepositional}]."
    both = changed(("place.ru", "Астана"))
    assert filled(text, draft=both).text.replace(NBSP, " ") == (
        "подписан в городе Астана в 4 (четырёх) экземплярах."
    )
    assert filled(text).text == "подписан."
    assert filled(text, draft=change(both, "copies", "")).text == "подписан."


def test_optional_passage_stands_with_a_suggested_form() -> None:
    draft = changed(("parties.0.signatory.name.ru", "Пеле"))
    assert filled("[({parties.0.signatory.name:initials})]", draft=draft).text == "(Пеле)"


def test_doubled_marks_are_printed_once() -> None:
    assert filled("{{a}} [[b]]").text == "{a} [b]"


# Bold


@pytest.mark.parametrize(
    ("tag", "bold"),
    [
        (
            "az",
            [
                "Gəncə Dövlət Tarix-Mədəniyyət Qoruğu",
                "“Həzrət Sultan” Milli Tarix-Mədəniyyət Muzey-Qoruğu",
            ],
        ),
        (
            "kk",
            [
                "Гянджа мемлекеттік тарихи-мәдени қорығы",
                "«„Әзірет-Сұлтан“ ұлттық тарихи-мәдени музей-қорығы»",
            ],
        ),
        (
            "ru",
            [
                "Гянджинским государственным историко-культурным заповедником",
                "«Национальный историко-культурный музей-заповедник „Хазрет Султан“»",
            ],
        ),
        (
            "en",
            [
                "Ganja State Historical and Cultural Reserve",
                "National Historical and Cultural Museum-Reserve ‘Aziret Sultan’",
            ],
        ),
    ],
)
def test_short_names_are_bold_in_the_title_and_nothing_else_is(tag: str, bold: list[str]) -> None:
    assert [run.text for run in runs(render(EXAMPLE, tag)) if run.strong] == bold


@pytest.mark.parametrize("tag", TAGS)
def test_bold_divides_a_name_without_changing_it(tag: str) -> None:
    plain = changed(*((f"parties.{number}.short_name.{tag}", "") for number in (0, 1)))
    assert [line.text for line in title(EXAMPLE, tag).lines] == [
        line.text for line in title(plain, tag).lines
    ]
    assert not any(run.strong for line in title(plain, tag).lines for run in line.runs)


def test_each_part_of_a_divided_name_knows_its_field() -> None:
    line = title(EXAMPLE, "ru").lines[4]
    assert len(line.runs) == 3
    assert {(run.path, run.form) for run in line.runs} == {("parties.1.name.ru", "instrumental")}


def test_a_short_name_that_is_not_part_of_the_name_is_not_bold() -> None:
    draft = changed(("parties.0.short_name.en", "Shusha Reserve"))
    assert not any(run.strong for run in title(draft, "en").lines[2].runs)


def test_a_missing_name_is_not_bold() -> None:
    draft = changed(("parties.0.name.en", ""), ("parties.0.short_name.en", ""))
    assert not any(run.strong for run in title(draft, "en").lines[2].runs)


def with_title(line: str) -> Draft:
    text: VersionText = EXAMPLE.template.texts["ru"]
    texts = {**EXAMPLE.template.texts, "ru": replace(text, title=("МЕМОРАНДУМ", line))}
    return replace(EXAMPLE, template=replace(EXAMPLE.template, texts=texts))


def test_a_person_may_be_named_in_the_title() -> None:
    line = title(with_title("{parties.0.signatory.name:nominative}"), "ru").lines[1]
    slot = "{parties.0.signatory.name:nominative}"
    path = "parties.0.signatory.name.ru"
    assert line.runs == (Run("Вусал Алиев", path, "nominative", source=slot),)


def test_a_template_may_do_without_short_names() -> None:
    draft = with_title("{parties.0.name:instrumental}")
    specs = tuple(each for each in draft.template.fields if not each.path.endswith("short_name"))
    draft = replace(draft, template=replace(draft.template, fields=specs))
    (run,) = title(draft, "ru").lines[1].runs
    assert run.text.startswith("Гянджинским")


# References to articles


@pytest.mark.parametrize(
    ("tag", "form", "before", "after"),
    [
        ("az", "locative", "9-cu maddədə", "8-ci maddədə"),
        ("kk", "locative", "9-бапта", "8-бапта"),
        ("ru", "prepositional", "статье 9", "статье 8"),
        ("en", "nominative", "Article 9", "Article 8"),
    ],
)
def test_references_follow_the_numbering(tag: str, form: str, before: str, after: str) -> None:
    reference = "{article.validity:" + form + "}"
    for each, expected in ((EXAMPLE, before), (delete_article(EXAMPLE, "events"), after)):
        text = filled(reference, tag, each).text
        assert text.replace(NBSP, " ").replace("\N{NON-BREAKING HYPHEN}", "-") == expected


def test_headings_follow_the_numbering() -> None:
    document = render(delete_article(EXAMPLE, "events"), "kk")
    numbers = {block.id: block.number for block in document.blocks if isinstance(block, Article)}
    assert (numbers["working-groups"], numbers["projects"], numbers["testimonium"]) == (4, 5, 10)


# Edited paragraphs


def test_edited_paragraphs_stand_in_place_of_the_templates() -> None:
    edit = ("Первый абзац.", "Второй: {copies:nominative}.")
    draft = replace(EXAMPLE, edits={"ru": {"disputes": edit}})
    changed_version, own = render(draft, "ru"), render(EXAMPLE, "ru")
    article = changed_version.blocks[9]
    assert isinstance(article, Article)
    assert (article.id, article.number) == ("disputes", 8)
    lines = [paragraph.text.replace(NBSP, " ") for paragraph in article.paragraphs]
    assert lines == ["Первый абзац.", "Второй: 4 (четыре) экземпляра."]
    pairs = zip(changed_version.blocks, own.blocks, strict=True)
    assert [number for number, (new, old) in enumerate(pairs) if new != old] == [9]
    for tag in ("az", "kk", "en"):
        assert render(draft, tag) == render(EXAMPLE, tag)


def test_edited_preamble() -> None:
    preamble = render(replace(EXAMPLE, edits={"en": {"preamble": ("We agree:",)}}), "en").blocks[1]
    assert preamble == Preamble((Paragraph((Run("We agree:"),)),))


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (("between A and B", "MEMORANDUM"), 1),
        (("AGREEMENT", "between A and B"), 0),
    ],
)
def test_edited_title_keeps_its_heading_or_has_it_first(
    lines: tuple[str, ...], heading: int
) -> None:
    draft = replace(EXAMPLE, edits={"en": {"title": lines}})
    assert [line.text for line in title(draft, "en").lines] == list(lines)
    assert title(draft, "en").heading == heading


# No-break spaces


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("протокол № 1 от", "протокол №~1 от"),
        ("represented by Mr. Alyev", "represented by Mr.~Alyev"),
        ("by Ms. Omarova and Dr. Hasanov", "by Ms.~Omarova and Dr.~Hasanov"),
        ("Protocol No. 1", "Protocol No.~1"),
        ("В. Алиев", "В.~Алиев"),
        ("Н. М. Дукенбаев", "Н.~М.~Дукенбаев"),
        ("Ə. Əliyev", "Ə.~Əliyev"),
        ("№ без номера", "№ без номера"),
        ("Парк. Алиев", "Парк. Алиев"),
        ("plain words", "plain words"),
        ("", ""),
    ],
)
def test_bind(text: str, bound: str) -> None:
    assert bind(text) == bound.replace("~", NBSP)
    assert bind(bind(text)) == bind(text)


@pytest.mark.parametrize(
    ("tag", "bound"),
    [
        ("az", "4~(dörd)~nüsxədə"),
        ("kk", "төрт~(4)~данада"),
        ("ru", "4~(четырёх)~экземплярах"),
        ("ru", "за 1~(один)~месяц"),
        ("ru", "____________ В.~Алиев"),
        ("en", "5~(five)~years"),
        ("en", "its Director Mr.~Vusal Alyev"),
        ("en", "“___”~____________ 2026"),
    ],
)
def test_lines_do_not_break_within_numbers_initials_and_address(tag: str, bound: str) -> None:
    blocks = render(EXAMPLE, tag).blocks
    texts = [paragraph.text for block in blocks for paragraph in paragraphs(block)]
    assert any(bound.replace("~", NBSP) in text for text in texts)


def test_no_break_spaces_are_put_into_the_templates_words_and_the_officers_alike() -> None:
    draft = changed(("place.ru", "пос. Н. Алиев"))
    assert filled("[№ 1, {place:nominative}]", draft=draft).text == f"№{NBSP}1, пос. Н.{NBSP}Алиев"
