"""The instrument of correction: errors are mended from the beginning, in one version or in several."""

import json
from datetime import UTC, datetime

import pytest

from mou_desktop.amend.amend import amend, onto
from mou_desktop.amend.formulas import formulas
from mou_desktop.amend.protocol import correction, next_number, protocol, with_errors
from mou_desktop.amend.reading import readings
from mou_desktop.amend.wording import correction_items
from mou_desktop.check.completeness import to_complete
from mou_desktop.check.run import check
from mou_desktop.errors import AmendmentError, DraftError, FieldError
from mou_desktop.export.text import to_text
from mou_desktop.model import fields, final, texts
from mou_desktop.model.amendment import CHANGES, Choices, Instrument
from mou_desktop.model.draft import Draft
from mou_desktop.model.own_template import template_of
from mou_desktop.render.assemble import render, render_all
from mou_desktop.store import drafts, templates
from tests.amend.edits import edited
from tests.amend.reader import correct
from tests.amend.test_law import BASES, as_text
from tests.golden.real_case import TAGS, mended, signed

BASE = signed()
MENDED = mended(BASE)
CORRECTION = correction(BASE, MENDED)
NOW = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
LANGUAGES = ("az", "kk", "ru", "en")


def text(draft: Draft, tag: str) -> str:
    return to_text(render(draft, tag)).replace("\N{NO-BREAK SPACE}", " ")


def rewritten(draft: Draft, tag: str, place: str, old: str, new: str) -> Draft:
    wording = tuple(each.replace(old, new) for each in texts.paragraphs(draft, tag, place))
    assert wording != texts.paragraphs(draft, tag, place)
    return texts.rewrite(draft, tag, place, wording)


class TestWords:
    @pytest.mark.parametrize(
        ("tag", "title", "recital", "first", "effect"),
        [
            (
                "az",
                "2026-cı il “5” may tarixli Memorandumun mətnindəki səhvlərin düzəldilməsi",
                "Memorandumun (bundan sonra – Memorandum) mətnində səhvlərə yol verildiyini",
                "rus dilindəki mətndə 3-cü maddədə «Данная» sözü «Указанная» sözü ilə əvəz edilsin",
                "Düzəldilmiş mətn səhv mətni ən başlanğıcdan əvəz edir.",
            ),
            (
                "kk",
                "2026 жылғы 5 мамырдағы меморандумның мәтініндегі қателерді түзету туралы",
                "меморандумның (бұдан әрі – Меморандум) мәтінінде қателер жіберілгенін анықтап",
                "орыс тіліндегі мәтінде 3-баптағы «Данная» деген сөз «Указанная» деген сөзбен"
                " ауыстырылсын",
                "Түзетілген мәтін қате мәтінді басынан бастап алмастырады.",
            ),
            (
                "ru",
                "об исправлении ошибок в Меморандуме о взаимопонимании и сотрудничестве между",
                "установив, что в тексте Меморандума о взаимопонимании и сотрудничестве от 5 мая",
                "в тексте на русском языке в статье 3 слово «Данная» заменить словом «Указанная»",
                "Исправленный текст заменяет текст, содержащий ошибки, с самого начала.",
            ),
            (
                "en",
                "to the Memorandum of Understanding and Cooperation between",
                "having noted that the text of the Memorandum of Understanding",
                "in the Russian text, in Article 3, the word «Данная» shall be replaced by the"
                " word «Указанная»",
                "The corrected text replaces the defective text from the beginning.",
            ),
        ],
    )
    def test_it_says_in_each_language_what_is_corrected_in_which(
        self, tag: str, title: str, recital: str, first: str, effect: str
    ) -> None:
        shown = text(CORRECTION, tag)
        for words in (title, recital, first, effect):
            assert words in shown

    def test_it_has_a_name_of_its_own(self) -> None:
        names = [render(CORRECTION, tag).name.replace("\N{NO-BREAK SPACE}", " ") for tag in TAGS]
        assert names == ["1 nömrəli AKT", "№ 1 АКТ", "АКТ № 1", "INSTRUMENT OF CORRECTION No. 1"]

    def test_every_version_tells_of_the_same_corrections_in_the_same_order(self) -> None:
        listed = [texts.paragraphs(CORRECTION, tag, CHANGES)[1:] for tag in TAGS]
        assert {len(each) for each in listed} == {5}
        quoted = [line for line in listed[0] if line.startswith("“Maddə")]
        assert all(quoted[0] in each for each in listed)

    def test_quoted_words_keep_the_marks_of_their_own_language(self) -> None:
        assert "«және кез келген нысанда»" in text(CORRECTION, "en")
        assert "“Maddə 10\n\nBu ‘Memorandum’ vaxtından" in text(CORRECTION, "ru")

    def test_its_words_are_marked_for_a_lawyer(self) -> None:
        for tag in TAGS:
            assert "correction.item" in formulas(tag).to_confirm
            frame = templates.builtin("correction").texts[tag]
            assert {"title", "preamble", CHANGES, "force"} <= set(frame.to_confirm)
            assert not templates.builtin("protocol").texts[tag].to_confirm

    @pytest.mark.parametrize("start", range(0, 120, 30))
    def test_read_alone_each_version_corrects_all_of_them(self, start: int) -> None:
        for seed in range(start, start + 30):
            base = BASES[seed % 2]
            new = onto(base, edited(base, seed))
            before, after = (
                {tag: as_text(each) for tag, each in readings(draft).items()}
                for draft in (base, new)
            )
            for tag in LANGUAGES:
                said = correction_items(amend(base, new), tag, LANGUAGES)
                assert correct(list(said), before, tag) == after, (seed, tag, said)


class TestDraft:
    def test_it_is_a_kind_of_its_own(self) -> None:
        content = drafts.dumps(CORRECTION)
        assert b'"kind": "correction"' in content[:100]
        assert drafts.kind(CORRECTION) == "correction"
        assert drafts.loads(content, "c.mou") == CORRECTION

    @pytest.mark.parametrize("kind", ["memorandum", "protocol", "else"])
    def test_another_kind_in_its_file_is_refused(self, kind: str) -> None:
        data = {**json.loads(drafts.dumps(CORRECTION)), "kind": kind}
        with pytest.raises(DraftError):
            drafts.loads(json.dumps(data).encode(), "c.mou")

    def test_it_names_the_versions_that_it_corrects(self) -> None:
        record = CORRECTION.protocol
        assert record is not None
        assert record.instrument is Instrument.CORRECTION
        assert [set(each.wordings) for each in record.amendments] == [{"ru"}, {"kk"}, {"az"}]

    def test_the_versions_that_stand_need_not_follow(self) -> None:
        assert CORRECTION.review == {}
        assert to_complete(CORRECTION, render_all(CORRECTION)) == []

    def test_words_of_other_versions_are_no_mistakes_in_it(self) -> None:
        assert check(render_all(CORRECTION)) == []

    def test_what_is_wrong_in_its_own_words_is_found(self) -> None:
        wording = texts.paragraphs(CORRECTION, "ru", "force")
        odd = texts.rewrite(CORRECTION, "ru", "force", (wording[0].replace("текст", "тeкст"),))
        assert {finding.place for finding in check(render_all(odd))} == {"force"}

    def test_it_becomes_final(self) -> None:
        done = final.mark(CORRECTION, (), NOW)
        assert final.is_intact(drafts.loads(drafts.dumps(done), "c.mou"))

    def test_it_may_concern_all_versions(self) -> None:
        wrong = correction(BASE, fields.change(BASE, "duration_years", "3"))
        assert "in the Kazakh text, in Article 9, the words «бес (5) жыл мерзіміне»" in text(
            wrong, "en"
        )

    def test_it_is_in_the_languages_of_the_agreement(self) -> None:
        two = fields.change(BASE, "languages", "ru,en")
        made = correction(two, rewritten(two, "ru", "projects", "с учётом", "учитывая"))
        assert list(render_all(made)) == ["ru", "en"]

    def test_its_numbers_are_counted_apart_from_those_of_protocols(self) -> None:
        from mou_desktop.amend.consolidate import consolidate

        corrected = consolidate(BASE, [CORRECTION])
        assert next_number(corrected) == 1
        assert next_number(corrected, Instrument.CORRECTION) == 2

    def test_its_own_template_is_for_nobody_to_start_with(self) -> None:
        assert "correction" not in [folder.name for folder in templates.builtin_folders()]
        with pytest.raises(FieldError, match="what amends an agreement cannot be a template"):
            template_of(CORRECTION, "own", dict.fromkeys(TAGS, "Own"))


class TestProposal:
    def test_changes_in_one_or_two_versions_look_like_errors(self) -> None:
        one = rewritten(BASE, "ru", "information", "Данная", "Указанная")
        assert with_errors(amend(BASE, onto(BASE, one)), LANGUAGES) == ("ru",)
        two = rewritten(one, "az", "information", "Bu məlumatlar", "Həmin məlumatlar")
        assert with_errors(amend(BASE, onto(BASE, two)), LANGUAGES) == ("az", "ru")

    def test_each_change_counts_by_itself(self) -> None:
        assert with_errors(amend(BASE, onto(BASE, MENDED)), LANGUAGES) == ("az", "kk", "ru")

    def test_what_changes_in_most_versions_is_an_amendment(self) -> None:
        shorter = fields.change(MENDED, "duration_years", "3")
        assert with_errors(amend(BASE, onto(BASE, shorter)), LANGUAGES) == ()

    def test_of_two_versions_one_has_to_stand(self) -> None:
        two = fields.change(BASE, "languages", "ru,en")
        one = rewritten(two, "ru", "information", "Данная", "Указанная")
        both = rewritten(one, "en", "information", "This information", "Such information")
        assert with_errors(amend(two, onto(two, one)), ("ru", "en")) == ("ru",)
        assert with_errors(amend(two, onto(two, both)), ("ru", "en")) == ()

    def test_nothing_is_no_error(self) -> None:
        assert with_errors((), LANGUAGES) == ()


class TestRefusals:
    def test_edits_that_cancel_out(self) -> None:
        with pytest.raises(AmendmentError, match="nothing was changed"):
            correction(BASE, mended(mended(BASE, back=False), back=True))

    def test_a_correction_is_not_corrected(self) -> None:
        with pytest.raises(AmendmentError, match="a protocol or a correction cannot be amended"):
            correction(CORRECTION, CORRECTION)

    def test_a_correction_is_not_amended(self) -> None:
        with pytest.raises(AmendmentError, match="a protocol or a correction cannot be amended"):
            protocol(CORRECTION, CORRECTION)

    def test_articles_are_not_renumbered_by_it(self) -> None:
        with pytest.raises(AmendmentError, match="does not renumber articles"):
            correction(BASE, MENDED, 1, Choices(renumber=True))
