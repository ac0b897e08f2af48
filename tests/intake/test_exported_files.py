"""Files that the program wrote come back as they were."""

from dataclasses import replace
from random import Random

import pytest

from mou_desktop.amend.protocol import protocol
from mou_desktop.export.docx import to_docx
from mou_desktop.export.text import to_text
from mou_desktop.model import fields, texts
from mou_desktop.model.document import Document, Gap
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.numbering import numbers
from mou_desktop.render import forms
from mou_desktop.render.assemble import render_all
from mou_desktop.store import templates
from tests.golden import real_case
from tests.intake.conftest import imported, memorandum, shown_text

TAGS = ("az", "kk", "ru", "en")
PEOPLE = (
    ("Айгуль Серикбаевна Турганова", "f", "Ayqul Turqanova", "Айгүл Тұрғанова", "Aigul Turganova"),
    ("Руслан Мусин", "m", "Ruslan Musin", "Руслан Мусин", "Ruslan Musin"),
    ("Пётр Иванович Сидоров", "m", "Pyotr Sidorov", "Пётр Сидоров", "Pyotr Sidorov"),
    ("Самед Вургун", "m", "Səməd Vurğun", "Самед Вургун", "Samad Vurgun"),
)


def back(draft: Draft) -> Draft:
    """The draft that comes of the files of another."""
    return imported(*(to_docx(each) for each in render_all(draft).values())).draft


def without_source(document: Document) -> str:
    """Everything that can be seen of a document: texts, fields, forms, what is bold and open."""
    return str(
        [
            [
                run._replace(source="")
                for run in paragraph.runs
                if run.text and (run.path or run.text.strip())
            ]
            for block in document.blocks
            for paragraph in texts_of(block)
        ]
    )


def texts_of(block):
    from mou_desktop.model.document import paragraphs

    return paragraphs(block)


def changed(draft: Draft, **changes: str) -> Draft:
    for path, text in changes.items():
        draft = fields.change(draft, path.replace("__", "."), text)
    return draft


def kept(draft: Draft) -> Draft:
    return forms.keep(draft, render_all(draft).values())


def test_the_example_comes_back_whole(example: Draft) -> None:
    found = back(example)
    assert found.values == example.values
    assert found.forms == example.forms
    for path, by_lemma in found.computed.items():  # (the originals of the other party ask for more)
        for lemma, by_form in by_lemma.items():
            assert by_form.items() <= example.computed[path][lemma].items()
    assert found.articles == example.articles
    assert found.template.texts == example.template.texts
    assert render_all(found) == render_all(example)


@pytest.mark.parametrize("tag", TAGS)
def test_one_version_alone_comes_back(files: dict[str, bytes], tag: str, example: Draft) -> None:
    found = imported(files[tag])
    assert found.read == (tag,)
    assert found.draft.values.languages == example.values.languages
    assert shown_text(found.documents[tag]) == shown_text(render_all(example)[tag])
    for path in fields.paths(example):
        if path.endswith(f".{tag}") or path in ("copies", "date.year", "languages"):
            assert fields.get(found.draft, path) == fields.get(example, path), path


def test_versions_that_are_not_among_the_files_are_empty_and_to_review(
    files: dict[str, bytes],
) -> None:
    draft = imported(files["ru"], files["kk"]).draft
    assert texts.paragraphs(draft, "az", "events") == ("",)
    assert draft.review["events"] == ("az", "en")


@pytest.mark.parametrize(
    "changes",
    [
        {"place__ru": "Гянджа", "place__az": "Gəncə", "place__kk": "Гянджа", "place__en": "Ganja"},
        {"date__day": "7", "date__month": "5"},
        {"date__month": "11", "date__year": ""},
        {"copies": "21", "duration_years": "1", "notice_months": "12"},
        {"parties__0__introduced_as__ru": "", "parties__0__introduced_as__kk": ""},
        {"parties__1__short_name__ru": "", "parties__0__short_name__en": ""},
        {"parties__0__signatory__name__ru#genitive": "Вусала Алиевича"},
        {"parties__1__signatory__position__ru#genitive": "и. о. директора"},
        {"parties__0__name__kk#conjunction": "бен"},
        {"languages": "kk,az,en,ru"},
        {"languages": "ru,kk"},
        {
            "parties__0__address__ru": "Гянджа, ул. Низами, 1",
            "parties__0__address__en": "Ganja, 1 Nizami St.",
            "parties__1__phone": "+7 701 000 00 00",
        },
        {
            "parties__1__second_signatory__name__ru": "Айгуль Серикбаевна Турганова",
            "parties__1__second_signatory__position__ru": "Главный бухгалтер",
            "parties__1__second_signatory__name__en": "Aigul Turganova",
            "parties__1__second_signatory__position__en": "Chief Accountant",
            "parties__1__second_signatory__sex": "f",
        },
        {"originals": "combined"},
        {"originals": "combined", "prevailing": "en"},
        {"prevailing": "kk", "copies": "1"},
    ],
    ids=str,
)
def test_what_was_entered_comes_back(changes: dict[str, str]) -> None:
    draft = kept(changed(memorandum(), **changes))
    found = back(draft)
    for path in fields.paths(draft):
        tag = path.rpartition(".")[2]
        if tag not in TAGS or tag in draft.values.languages:
            assert fields.get(found, path) == fields.get(draft, path), path
    for tag, document in render_all(draft).items():
        assert without_source(render_all(found)[tag]) == without_source(document)


def test_forms_that_were_typed_come_back_as_such() -> None:
    path = "parties.0.signatory.name.ru#genitive"
    draft = fields.change(memorandum(), path, "Вусала Алиевича")
    assert fields.get(back(kept(draft)), path) == "Вусала Алиевича"


def test_fields_without_a_value_are_fields_again() -> None:
    draft = blank_draft(templates.builtin("memorandum"))
    found = back(draft)
    assert found.values == draft.values
    for tag, document in render_all(found).items():
        open_fields = {run.path for run in _runs(document) if run.gap is Gap.MISSING}
        assert open_fields == {
            run.path for run in _runs(render_all(draft)[tag]) if run.gap is Gap.MISSING
        }


def _runs(document: Document):
    return [
        run
        for block in document.blocks
        for line in texts_of(block)
        for run in line.runs
        if run.text
    ]


def test_articles_of_the_draft_s_own_come_back() -> None:
    draft = texts.insert_article(memorandum(), 5)
    for tag in TAGS:
        wording = (
            f"Words {{copies:{'locative' if tag in ('az', 'kk') else 'nominative'}}} {{{{x}}}}",
        )
        draft = texts.rewrite(draft, tag, "new-1", wording)
    draft = texts.delete_article(draft, "events")
    found = back(kept(draft))
    assert found.articles == draft.articles
    for tag in TAGS:
        assert texts.paragraphs(found, tag, "new-1") == texts.paragraphs(draft, tag, "new-1")


def test_references_to_articles_come_back() -> None:
    draft = texts.rewrite(memorandum(), "ru", "disputes", ("См. {article.validity:genitive}.",))
    found = back(kept(draft))
    assert texts.paragraphs(found, "ru", "disputes") == ("См. {article.validity:genitive}.",)


@pytest.mark.parametrize("seed", range(12))
def test_any_draft_comes_back(seed: int) -> None:
    random = Random(seed)
    draft = memorandum()
    for number in (0, 1):
        ru, sex, az, kk, en = random.choice(PEOPLE)
        draft = fields.change(draft, f"parties.{number}.signatory.sex", sex)
        for tag, name in (("ru", ru), ("az", az), ("kk", kk), ("en", en)):
            draft = fields.change(draft, f"parties.{number}.signatory.name.{tag}", name)
    known = set(fields.paths(draft))
    for path, (low, high) in fields.RANGES.items():
        if path in known and random.random() < 0.7:
            draft = fields.change(draft, path, str(random.randint(low, min(high, 28 + low))))
    draft = kept(draft)
    found = back(draft)
    for path in fields.paths(draft):
        assert fields.get(found, path) == fields.get(draft, path), path
    assert {tag: to_text(each) for tag, each in render_all(found).items()} == {
        tag: to_text(each) for tag, each in render_all(draft).items()
    }


def amended(draft: Draft) -> Draft:
    """With «3-1» put in, and without number 5."""
    draft = replace(draft, numbers=numbers(draft))
    draft = texts.insert_article(texts.delete_article(draft, draft.articles[4]), 3)
    wording = {"az": "Yeni maddə.", "kk": "Жаңа бап.", "ru": "Новая статья.", "en": "New article."}
    return texts.rewrite_together(
        draft, draft.articles[3], {tag: (text,) for tag, text in wording.items()}
    )


@pytest.mark.parametrize("write", [to_docx, lambda document: to_text(document).encode()])
def test_articles_keep_the_numbers_of_an_amended_text(write, example: Draft) -> None:
    draft = amended(example)
    documents = render_all(draft)
    found = imported(*(write(each) for each in documents.values()))
    assert list(numbers(found.draft).values()) == list(numbers(draft).values())
    assert {tag: to_text(each) for tag, each in found.documents.items()} == {
        tag: to_text(each) for tag, each in documents.items()
    }
    assert not found.remarks


def test_fields_that_a_memorandum_does_not_have_are_text() -> None:
    base = real_case.signed()
    written = render_all(protocol(base, real_case.amended(base)))
    found = imported(*(to_docx(each) for each in written.values()))
    assert {tag: to_text(each) for tag, each in found.documents.items()} == {
        tag: to_text(each) for tag, each in written.items()
    }


def test_a_file_whose_controls_are_gone_comes_back_too(
    documents: dict[str, Document], example: Draft
) -> None:
    found = imported(*(to_text(each) for each in documents.values())).draft
    bare = example
    for tag in TAGS:  # (plain text does not know what is bold)
        for number in (0, 1):
            bare = fields.change(bare, f"parties.{number}.short_name.{tag}", "")
    assert found.values == bare.values
    assert found.template.texts == example.template.texts
    assert replace(found, template=example.template).forms == example.forms


def test_what_somebody_typed_into_a_field_is_not_lost(files: dict[str, bytes]) -> None:
    from io import BytesIO
    from zipfile import ZipFile

    from tests.intake.conftest import zipped

    with ZipFile(BytesIO(files["ru"])) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts["word/document.xml"].decode()
    assert "4\xa0(четырёх) экземплярах" in main  # (they part beside a blank for the pen)
    parts["word/document.xml"] = main.replace("4\xa0(четырёх)", "3\xa0(четырёх)").encode()
    found = imported(zipped(parts))
    assert "3 (четырёх) экземплярах" in to_text(found.documents["ru"])
    assert fields.get(found.draft, "copies") == ""
