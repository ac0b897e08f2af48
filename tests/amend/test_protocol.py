"""The protocol: a draft of its own kind, with a frame in four languages."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest

from mou_desktop.amend.citation import subject
from mou_desktop.amend.protocol import next_number, protocol, worded_by_hand
from mou_desktop.amend.reading import text_digest
from mou_desktop.check.completeness import is_unfinished, to_complete
from mou_desktop.check.run import check
from mou_desktop.errors import AmendmentError, DraftError, FieldError
from mou_desktop.export.docx import to_docx
from mou_desktop.export.text import to_text
from mou_desktop.model import fields, final, texts
from mou_desktop.model.amendment import Choices
from mou_desktop.model.draft import Draft, Source
from mou_desktop.model.finding import Code
from mou_desktop.model.own_template import template_of
from mou_desktop.model.record import SignatureRecord
from mou_desktop.render.assemble import render, render_all
from mou_desktop.store import drafts, examples, templates
from tests.golden.real_case import PERSONAL_DATA, TAGS, amended, signed

BASE = signed()
PROTOCOL = protocol(BASE, amended(BASE))
NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)
BOTH = ("{parties.0.name:instrumental}", "и", "{parties.1.name:instrumental}")
SHORTER = fields.change(BASE, "duration_years", "3")


def text(draft: Draft, tag: str) -> str:
    return to_text(render(draft, tag))


def with_new_article(draft: Draft) -> Draft:
    draft = texts.insert_article(draft, 9)
    wordings = {tag: (PERSONAL_DATA[tag],) for tag in TAGS}
    return texts.rewrite_together(draft, draft.articles[9], wordings)


class TestFrame:
    def test_it_cites_the_memorandum_with_its_date_in_the_right_cases(self) -> None:
        assert "о внесении изменений и дополнений в Меморандум о взаимопонимании" in text(
            PROTOCOL, "ru"
        )
        assert "\n\nот 5 мая 2026 года\n" in text(PROTOCOL, "ru")
        assert "Меморандума о взаимопонимании и сотрудничестве от 5 мая 2026 года" in text(
            PROTOCOL, "ru"
        )
        assert "2026 жылғы 5 мамырдағы меморандумға өзгерістер мен толықтырулар" in text(
            PROTOCOL, "kk"
        )
        assert "2026 жылғы 5 мамырдағы меморандумның (бұдан әрі – Меморандум) 7-бабына" in text(
            PROTOCOL, "kk"
        )
        assert "2026-cı il “5” may tarixli Memoranduma dəyişikliklər və əlavələr" in text(
            PROTOCOL, "az"
        )
        assert "Memorandumun (bundan sonra – Memorandum) 7-ci maddəsinə uyğun" in text(
            PROTOCOL, "az"
        )
        assert "in accordance with Article 7 of the Memorandum of Understanding" in text(
            PROTOCOL, "en"
        )

    def test_a_date_that_is_not_known_yet_is_a_blank(self) -> None:
        open_date = examples.load("memorandum")
        draft = protocol(open_date, fields.change(open_date, "copies", "8"))
        assert "\n\nот «___» ____________ 2026 года\n" in text(draft, "ru")
        assert "2026 жылғы «___» ____________ меморандумға" in text(draft, "kk")

    def test_the_day_of_signature_is_taken_where_it_is_recorded(self) -> None:
        done = final.mark(BASE, (), NOW)
        record = SignatureRecord("2026-06-09", "Ganja", ("A", "B"))
        draft = protocol(final.record(done, record, NOW), SHORTER)
        assert "2026 жылғы 9 маусымдағы меморандумға" in text(draft, "kk")

    @pytest.mark.parametrize(
        ("tag", "expected"),
        [
            ("az", "Anlaşma və qarşılıqlı əməkdaşlıq haqqında"),
            ("kk", "өзара түсіністік пен ынтымақтастық туралы"),
            ("ru", "о взаимопонимании и сотрудничестве"),
            ("en", "of Understanding and Cooperation"),
        ],
    )
    def test_what_the_memorandum_is_about_is_read_from_its_title(
        self, tag: str, expected: str
    ) -> None:
        assert subject(BASE, tag) == expected

    @pytest.mark.parametrize(
        ("tag", "title", "expected"),
        [
            (
                "ru",
                ("О культуре между", "Музеем ковра", "при Академии", "и", "Музеем"),
                "О культуре",
            ),
            ("ru", ("между", "Музеем ковра", "и", "Музеем", "о туризме"), "о туризме"),
            ("ru", ("между", *BOTH, "в области туризма"), "в области туризма"),
            ("kk", ("Кілем музейі", "мен", "Музей", "арасында", "туризм туралы"), "туризм туралы"),
            ("az", ("Xalça Muzeyi", "və", "Muzey arasında", "Turizm haqqında"), "Turizm haqqında"),
            ("en", ("on Tourism between", "the Carpet Museum", "and", "the Museum"), "on Tourism"),
        ],
    )
    def test_names_that_are_no_fields_are_left_out(
        self, tag: str, title: tuple[str, ...], expected: str
    ) -> None:
        heading = BASE.template.texts[tag].heading
        assert subject(texts.rewrite(BASE, tag, "title", (heading, *title)), tag) == expected

    def test_what_cannot_be_read_is_asked_for(self) -> None:
        nameless = texts.rewrite(BASE, "ru", "title", ("МЕМОРАНДУМ", "{parties.0.name:nominative}"))
        draft = protocol(nameless, fields.change(nameless, "copies", "8"))
        found = to_complete(draft, render_all(draft))
        assert (Code.VALUE_MISSING, "amended.subject.ru") in {
            (each.code, each.path) for each in found
        }

    @pytest.mark.parametrize(
        ("tag", "changes", "additions"),
        [
            ("az", "Memorandumda dəyişikliklər edilməsi", "Memoranduma əlavələr edilməsi"),
            ("kk", "меморандумға өзгерістер енгізу", "меморандумға толықтырулар енгізу"),
            ("ru", "о внесении изменений в Меморандум", "о внесении дополнений в Меморандум"),
            ("en", "on Amendments to the Memorandum", "on Additions to the Memorandum"),
        ],
    )
    def test_its_title_says_whether_it_changes_or_adds(
        self, tag: str, changes: str, additions: str
    ) -> None:
        assert changes in text(protocol(BASE, SHORTER), tag)
        assert additions in text(protocol(BASE, with_new_article(BASE)), tag)

    @pytest.mark.parametrize("tag", TAGS)
    def test_the_words_of_the_title_are_those_that_can_be_exchanged(self, tag: str) -> None:
        from mou_desktop.amend.formulas import formulas

        frame = templates.builtin("protocol").texts[tag]
        scopes = formulas(tag).scopes
        assert scopes["title"]["both"] in " ".join(frame.title)
        assert frame.articles["changes"] == (scopes["items"]["both"],)

    def test_it_is_signed_by_the_parties_of_now_in_the_languages_of_the_agreement(self) -> None:
        assert PROTOCOL.values.parties == amended(BASE).values.parties
        assert PROTOCOL.values.languages == BASE.values.languages
        assert PROTOCOL.values.copies == BASE.values.copies
        fewer = fields.change(BASE, "languages", "ru,en")
        draft = protocol(fewer, fields.change(fewer, "copies", "6"))
        assert list(render_all(draft)) == ["ru", "en"]
        assert draft.template.languages == ("ru", "en")

    def test_its_number_is_one_value_in_all_languages(self) -> None:
        second = fields.change(PROTOCOL, "number", "2")
        for tag in TAGS:
            assert "1" in render(PROTOCOL, tag).name
            assert "2" in render(second, tag).name


class TestDraft:
    def test_it_names_its_base_and_carries_what_it_needs(self) -> None:
        record = PROTOCOL.protocol
        assert record is not None
        assert record.base == text_digest(BASE)
        assert record.before.values == BASE.values
        assert record.after.values.duration_years == 3
        assert record.template == BASE.template
        assert len(record.amendments) == 11

    def test_it_comes_back_from_a_file(self) -> None:
        content = drafts.dumps(PROTOCOL)
        assert b'"kind": "protocol"' in content[:100]
        assert drafts.loads(content, "p.mou") == PROTOCOL
        assert drafts.dumps(drafts.loads(content, "p.mou")) == content

    @pytest.mark.parametrize("kind", ["memorandum", "correction", None])
    def test_another_kind_in_its_file_is_refused(self, kind: str | None) -> None:
        data = {**json.loads(drafts.dumps(PROTOCOL)), "kind": kind}
        with pytest.raises(DraftError):
            drafts.loads(json.dumps(data).encode(), "p.mou")

    def test_what_it_amends_must_be_sound(self) -> None:
        data = json.loads(drafts.dumps(PROTOCOL))
        data["protocol"]["after"]["values"]["duration_years"] = 1000
        with pytest.raises(DraftError, match="duration_years: “1000” is not a whole number"):
            drafts.loads(json.dumps(data).encode(), "p.mou")

    def test_all_that_memoranda_have_works_on_it(self) -> None:
        documents = render_all(PROTOCOL)
        assert to_complete(PROTOCOL, documents) == []
        assert check(documents) == []
        done = final.mark(PROTOCOL, (), NOW)
        assert final.is_intact(drafts.loads(drafts.dumps(done), "p.mou"))
        for tag in TAGS:
            file = docx.Document(BytesIO(to_docx(documents[tag])))
            assert file.core_properties.title == documents[tag].name

    def test_a_change_of_its_text_is_an_edit_and_can_be_taken_back(self) -> None:
        wording = texts.paragraphs(PROTOCOL, "ru", "changes")
        edited = texts.rewrite(PROTOCOL, "ru", "changes", ("Внести изменения:", *wording[1:]))
        assert edited.edits["ru"]["changes"][0] == "Внести изменения:"
        assert worded_by_hand(edited) == ("ru",)
        assert texts.rewrite(edited, "ru", "changes", wording) == PROTOCOL
        assert worded_by_hand(PROTOCOL) == ()

    def test_nothing_in_a_text_is_taken_for_a_field(self) -> None:
        odd = texts.rewrite(SHORTER, "ru", "projects", ("Текст {{copies}} и [[скобки]].",))
        draft = protocol(BASE, odd)
        assert "Текст {copies} и [скобки]." in text(draft, "ru")

    def test_languages_that_have_to_follow_are_marked(self) -> None:
        one = texts.rewrite(BASE, "ru", "projects", ("По каждому проекту заключается договор.",))
        draft = protocol(BASE, one)
        assert draft.review == {"changes": ("az", "kk", "en")}
        assert is_unfinished(to_complete(draft, render_all(draft)))

    def test_no_template_is_made_of_it(self) -> None:
        with pytest.raises(FieldError, match="what amends an agreement cannot be a template"):
            template_of(PROTOCOL, "own", dict.fromkeys(TAGS, "Own"))

    def test_nobody_starts_with_its_template(self) -> None:
        assert "protocol" not in [folder.name for folder in templates.builtin_folders()]


class TestRefusals:
    def test_edits_that_cancel_out(self) -> None:
        with pytest.raises(AmendmentError, match="nothing was changed, so there is no protocol"):
            protocol(BASE, fields.change(SHORTER, "duration_years", "5"))

    def test_a_protocol_is_not_amended(self) -> None:
        with pytest.raises(AmendmentError, match="a protocol or a correction cannot be amended"):
            protocol(PROTOCOL, PROTOCOL)

    def test_another_agreement(self) -> None:
        other = replace(BASE, template=replace(BASE.template, id="other"))
        with pytest.raises(AmendmentError, match="was not made of the signed one"):
            protocol(BASE, other)


class TestNumbers:
    def test_the_next_number_is_proposed(self) -> None:
        assert next_number(BASE) == 1
        later = replace(BASE, sources=(Source(1, "", ()), Source(3, "2027-01-01", ("events",))))
        assert next_number(later) == 4
        assert protocol(later, replace(SHORTER, sources=later.sources)).values.number == 4

    def test_the_officer_chooses_how_new_articles_are_numbered(self) -> None:
        edited = with_new_article(BASE)
        assert "Article 9-1" in text(protocol(BASE, edited), "en").replace(
            "\N{NO-BREAK SPACE}", " "
        )
        renumbered = protocol(BASE, edited, 1, Choices(renumber=True))
        shown = text(renumbered, "en").replace("\N{NO-BREAK SPACE}", " ")
        assert "Articles 10 and 11 shall be renumbered 11 and 12 respectively" in shown
