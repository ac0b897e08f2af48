"""Which technique a change is made with, and how it is worded in the four languages."""

from collections.abc import Mapping

import pytest

from mou_desktop.amend.amend import amend, missing, onto
from mou_desktop.amend.wording import items
from mou_desktop.errors import AmendmentError
from mou_desktop.model import fields, texts
from mou_desktop.model.amendment import Amendment, Choices, Technique
from mou_desktop.model.draft import Draft
from mou_desktop.model.numbering import numbers
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
TAGS = ("az", "kk", "ru", "en")
SHORT = {
    "az": "Tərəflər bir-birinə kömək edir. Onlar məlumat mübadiləsi aparır.",
    "kk": "Тараптар бір-біріне көмектеседі. Олар ақпарат алмасады.",
    "ru": "Стороны помогают друг другу. Они обмениваются сведениями.",
    "en": "The Parties help each other. They exchange information.",
}


def written(draft: Draft, place: str, wordings: Mapping[str, str | tuple[str, ...]]) -> Draft:
    for tag, wording in wordings.items():
        paragraphs = (wording,) if isinstance(wording, str) else wording
        draft = texts.rewrite(draft, tag, place, paragraphs)
    return draft


BASE = written(EXAMPLE, "events", SHORT)
TWO = {tag: tuple(text.replace(". ", ".|").split("|")) for tag, text in SHORT.items()}


def changed(**replacements: tuple[str, str]) -> Draft:
    """The base with other words in Article 5: by language, what stood there and what stands."""
    return written(
        BASE, "events", {tag: SHORT[tag].replace(*each) for tag, each in replacements.items()}
    )


def found(
    edited: Draft, base: Draft = BASE, choices: Choices | None = None
) -> tuple[Amendment, ...]:
    choices = choices or Choices()
    return amend(base, onto(base, edited, renumber=choices.renumber), choices)


def words(amendments: tuple[Amendment, ...]) -> dict[str, tuple[str, ...]]:
    return {
        tag: tuple(line.replace("\N{NO-BREAK SPACE}", " ") for line in items(amendments, tag))
        for tag in TAGS
    }


def techniques(amendments: tuple[Amendment, ...]) -> list[tuple[str, str, str]]:
    return [(each.technique.value, each.place, each.number) for each in amendments]


class TestWords:
    def test_words_that_stand_there_once_are_replaced(self) -> None:
        edited = changed(
            az=("məlumat", "təcrübə və məlumat"),
            kk=("ақпарат", "тәжірибе мен ақпарат"),
            ru=("сведениями", "опытом и сведениями"),
            en=("information", "experience and information"),
        )
        edited = changed(
            az=("kömək edir", "hər işdə kömək edəcəklər"),
            kk=("көмектеседі", "әр істе көмектесетін болады"),
            ru=("помогают", "будут помогать"),
            en=("help", "will help"),
        )
        amendments = found(edited)
        assert techniques(amendments) == [("replace", "events", "5")]
        assert words(amendments) == {
            "az": ("1) 5-ci maddədə “kömək edir” sözləri “hər işdə kömək edəcəklər” sözləri ilə əvəz edilsin.",),
            "kk": ("1) 5-баптағы «көмектеседі» деген сөз «әр істе көмектесетін болады» деген сөздермен ауыстырылсын.",),
            "ru": ("1) в статье 5 слово «помогают» заменить словами «будут помогать».",),
            "en": ("1) in Article 5, the word “help” shall be replaced by the words “will help”.",),
        }  # fmt: skip

    def test_words_are_inserted_behind_others(self) -> None:
        amendments = found(
            changed(
                az=("məlumat", "hər ay məlumat"),
                kk=("ақпарат", "ай сайын ақпарат"),
                ru=("обмениваются", "обмениваются ежемесячно"),
                en=("exchange", "exchange monthly"),
            )
        )
        assert techniques(amendments) == [("insert", "events", "5")]
        assert words(amendments) == {
            "az": ("1) 5-ci maddədə “Onlar” sözündən sonra “hər ay” sözləri əlavə edilsin.",),
            "kk": ("1) 5-бап «Олар» деген сөзден кейін «ай сайын» деген сөздермен толықтырылсын.",),
            "ru": ("1) статью 5 после слова «обмениваются» дополнить словом «ежемесячно».",),
            "en": ("1) in Article 5, after the word “exchange”, the word “monthly” shall be inserted.",),
        }  # fmt: skip

    def test_words_are_excluded(self) -> None:
        amendments = found(
            changed(
                az=(" bir-birinə", ""),
                kk=(" бір-біріне", ""),
                ru=(" друг другу", ""),
                en=(" each other", ""),
            )
        )
        assert techniques(amendments) == [("exclude", "events", "5")]
        assert words(amendments) == {
            "az": ("1) 5-ci maddədən “bir-birinə” sözü çıxarılsın.",),
            "kk": ("1) 5-баптағы «бір-біріне» деген сөз алып тасталсын.",),
            "ru": ("1) в статье 5 слова «друг другу» исключить.",),
            "en": ("1) in Article 5, the words “each other” shall be deleted.",),
        }

    def test_the_same_technique_is_used_in_all_languages(self) -> None:
        """Russian only adds a word, English exchanges one: so both exchange."""
        amendments = found(changed(ru=("помогают", "помогают во всём"), en=("help", "support")))
        assert [each.technique for each in amendments] == [Technique.REPLACE]
        assert words(amendments)["ru"] == (
            "1) в статье 5 слово «помогают» заменить словами «помогают во всём».",
        )

    def test_more_words_are_quoted_where_one_would_stand_there_twice(self) -> None:
        base = written(
            BASE, "events", {"en": "Notice is given. Notice of the end is given by post."}
        )
        edited = written(
            base, "events", {"en": "Notice is given. Letter of the end is given by post."}
        )
        assert words(found(edited, base))["en"] == (
            "1) in Article 5, the words “Notice of” shall be replaced by the words “Letter of”.",
        )

    def test_a_text_that_is_alike_everywhere_is_restated(self) -> None:
        base = written(BASE, "events", {"en": "one two " * 9})
        edited = written(base, "events", {"en": "one two " * 4 + "one three " + "one two " * 4})
        assert techniques(found(edited, base)) == [("restate", "events", "5")]

    def test_most_of_a_text_is_restated_as_a_whole(self) -> None:
        edited = written(
            BASE, "events", {"ru": "Совсем другой текст, от начала до конца. Они обмениваются."}
        )
        amendments = found(edited)
        assert words(amendments)["ru"] == (
            "1) статью 5 изложить в следующей редакции:",
            "«Статья 5",
            "Совсем другой текст, от начала до конца. Они обмениваются.».",
        )

    def test_brackets_and_quotation_marks_are_quoted_with_their_fellows(self) -> None:
        base = written(BASE, "events", {"ru": "Стороны (далее – «Стороны») помогают друг другу."})
        edited = written(
            base, "events", {"ru": "Стороны (далее – «Участники») помогают друг другу."}
        )
        assert words(found(edited, base))["ru"] == (
            "1) в статье 5 слово «„Стороны“» заменить словом «„Участники“».",
        )

    def test_single_figures_and_several_have_their_own_noun(self) -> None:
        texts_of = {
            "az": "Bənd 4.",
            "kk": "4 тармақ бар.",
            "ru": "Пункт 4 важен.",
            "en": "Item 4 counts.",
        }
        base = written(BASE, "events", texts_of)
        edited = written(
            base, "events", {tag: text.replace("4", "12") for tag, text in texts_of.items()}
        )
        assert words(found(edited, base)) == {
            "az": ("1) 5-ci maddədə “4” rəqəmi “12” rəqəmləri ilə əvəz edilsin.",),
            "kk": ("1) 5-баптағы «4» деген цифр «12» деген цифрлармен ауыстырылсын.",),
            "ru": ("1) в статье 5 цифру «4» заменить цифрами «12».",),
            "en": ("1) in Article 5, the figure “4” shall be replaced by the figures “12”.",),
        }


class TestFields:
    def test_a_number_changes_with_its_noun_in_every_place(self) -> None:
        amendments = found(fields.change(BASE, "duration_years", "1"))
        assert {each.path for each in amendments} == {"duration_years"}
        assert words(amendments) == {
            "az": (
                "1) 9-cu maddədə “5 (beş) il müddətində” sözləri “1 (bir) il müddətində” sözləri ilə əvəz edilsin;",
                "2) 9-cu maddədə “5 (beş) il müddətinə” sözləri “1 (bir) il müddətinə” sözləri ilə əvəz edilsin.",
            ),
            "kk": (
                "1) 9-баптағы «бес (5) жыл мерзіміне» деген сөздер «бір (1) жыл мерзіміне» деген сөздермен ауыстырылсын;",
                "2) 9-баптағы «бес (5) жылға» деген сөздер «бір (1) жылға» деген сөздермен ауыстырылсын.",
            ),
            "ru": (
                "1) в статье 9 слова «5 (пяти) лет» заменить словами «1 (одного) года»;",
                "2) в статье 9 слово «5-летний» заменить словом «годичный».",
            ),
            "en": (
                "1) in Article 9, the words “5 (five) years” shall be replaced by the words “1 (one) year”;",
                "2) in Article 9, the words “5 (five)-year” shall be replaced by the words “1 (one)-year”.",
            ),
        }  # fmt: skip

    def test_a_signatory_changes_where_he_stands_in_his_case(self) -> None:
        edited = BASE
        names = {
            "az": "Asxat Serikov",
            "kk": "Асхат Серіков",
            "ru": "Асхат Сериков",
            "en": "Askhat Serikov",
        }
        for tag, name in names.items():
            edited = fields.change(edited, f"parties.1.signatory.name.{tag}", name)
        amendments = found(edited)
        assert techniques(amendments) == [("replace", "preamble", ""), ("replace", "signature", "")]
        assert words(amendments)["ru"] == (
            "1) в преамбуле слова «Нурлана Мусагалиевича Дукенбаева» заменить словами «Асхата Серикова»;",
            "2) в подписях Сторон слова «Н. Дукенбаев» заменить словами «А. Сериков».",
        )

    def test_a_party_is_renamed_throughout(self) -> None:
        edited = BASE
        names = {
            "az": "Xalça Muzeyi",
            "kk": "Кілем музейі",
            "ru": "Музей ковра",
            "en": "Carpet Museum",
        }
        for tag, name in names.items():
            edited = fields.change(edited, f"parties.1.name.{tag}", name)
        amendments = found(edited)
        assert techniques(amendments) == [("throughout", "", "")]
        (text,) = words(amendments)["ru"]
        assert text.startswith("1) по всему тексту слова «Республиканское государственное")
        assert text.endswith("» заменить словами «Музей ковра» в соответствующих падежах.")
        forms = dict(amendments[0].wordings["ru"].forms)
        assert set(forms.values()) == {"Музей ковра", "Музеем ковра"}

    def test_but_not_when_the_officer_wants_it_said_in_each_place(self) -> None:
        edited = fields.change(BASE, "parties.1.name.ru", "Музей ковра")
        choices = Choices(techniques={"parties.1.name": Technique.REPLACE})
        assert techniques(found(edited, choices=choices)) == [
            ("replace", "title", ""),
            ("replace", "preamble", ""),
            ("replace", "signature", ""),
        ]

    def test_nor_when_a_form_was_typed_that_the_grammar_does_not_know(self) -> None:
        edited = fields.change(BASE, "parties.1.name.ru", "Музей ковра")
        edited = fields.change(edited, "parties.1.name.ru#instrumental", "Музеем всякого ковра")
        assert "throughout" not in {each.technique.value for each in found(edited)}


class TestParagraphs:
    def test_a_paragraph_is_added(self) -> None:
        edited = written(BASE, "events", {tag: (SHORT[tag], "…") for tag in TAGS})
        assert words(found(edited)) == {
            "az": ("1) 5-ci maddəyə aşağıdakı məzmunda ikinci hissə əlavə edilsin:", "“…”."),
            "kk": ("1) 5-бап мынадай мазмұндағы екінші абзацпен толықтырылсын:", "«…»."),
            "ru": ("1) статью 5 дополнить абзацем вторым следующего содержания:", "«…»."),
            "en": ("1) the following second paragraph shall be added to Article 5:", "“…”."),
        }

    def test_a_paragraph_is_excluded(self) -> None:
        base = written(BASE, "events", TWO)
        edited = written(BASE, "events", {tag: TWO[tag][0] for tag in TAGS})
        assert words(found(edited, base)) == {
            "az": ("1) 5-ci maddənin ikinci hissəsi çıxarılsın.",),
            "kk": ("1) 5-баптың екінші абзацы алып тасталсын.",),
            "ru": ("1) абзац второй статьи 5 исключить.",),
            "en": ("1) the second paragraph of Article 5 shall be deleted.",),
        }

    def test_a_paragraph_among_several_is_named(self) -> None:
        base = written(BASE, "events", TWO)
        second = {
            "az": "Onlar görüşür.",
            "kk": "Олар кездеседі.",
            "ru": "Они встречаются.",
            "en": "They meet.",
        }
        edited = written(base, "events", {tag: (TWO[tag][0], second[tag]) for tag in TAGS})
        assert words(found(edited, base)) == {
            "az": ("1) 5-ci maddənin ikinci hissəsi aşağıdakı redaksiyada verilsin:", "“Onlar görüşür.”."),
            "kk": ("1) 5-баптың екінші абзацы мынадай редакцияда жазылсын:", "«Олар кездеседі.»."),
            "ru": ("1) абзац второй статьи 5 изложить в следующей редакции:", "«Они встречаются.»."),
            "en": ("1) the second paragraph of Article 5 shall be replaced by the following:", "“They meet.”."),
        }  # fmt: skip

    def test_words_of_a_paragraph_among_several(self) -> None:
        base = written(BASE, "events", TWO)
        edited = written(
            base,
            "events",
            {
                "ru": (TWO["ru"][0], "Они обмениваются всеми сведениями."),
                "kk": (TWO["kk"][0], "Олар барлық ақпарат алмасады."),
            },
        )
        assert words(found(edited, base)) == {
            "az": (),
            "kk": (
                "1) 5-баптың екінші абзацы «Олар» деген сөзден кейін «барлық» деген сөзбен толықтырылсын.",
            ),
            "ru": ("1) абзац второй статьи 5 после слова «обмениваются» дополнить словом «всеми».",),
            "en": (),
        }  # fmt: skip

    def test_versions_whose_paragraphs_do_not_match_are_restated(self) -> None:
        base = written(BASE, "events", {"ru": TWO["ru"]})
        edited = written(base, "events", {"ru": ("Иное.", TWO["ru"][1]), "en": "Otherwise."})
        assert techniques(found(edited, base)) == [("restate", "events", "5")]

    def test_the_officer_can_have_more_restated(self) -> None:
        edited = changed(ru=("помогают", "содействуют"))
        for chosen in (Technique.RESTATE, Technique.RESTATE_PARAGRAPH):
            choices = Choices(techniques={"events": chosen})
            assert techniques(found(edited, choices=choices)) == [("restate", "events", "5")]
        base = written(BASE, "events", {"ru": TWO["ru"]})
        edited = written(base, "events", {"ru": (TWO["ru"][0], "Они обмениваются всем.")})
        choices = Choices(techniques={"events": Technique.RESTATE_PARAGRAPH})
        (amendment,) = found(edited, base, choices)
        assert (amendment.technique, amendment.paragraph) == (Technique.RESTATE_PARAGRAPH, 2)


class TestArticles:
    def inserted(self, at: int) -> Draft:
        draft = texts.insert_article(BASE, at)
        return written(draft, draft.articles[at], dict.fromkeys(TAGS, ("Α «β».", "γ.")))

    def test_a_new_article_has_a_number_of_its_own(self) -> None:
        amendments = found(self.inserted(9))
        assert words(amendments) == {
            "az": ("1) aşağıdakı məzmunda 9-1-ci maddə əlavə edilsin:", "“Maddə 9-1", "Α «β».", "γ.”."),
            "kk": ("1) мынадай мазмұндағы 9-1-баппен толықтырылсын:", "«9-1-бап", "Α „β“.", "γ.»."),
            "ru": ("1) дополнить статьёй 9-1 следующего содержания:", "«Статья 9-1", "Α „β“.", "γ.»."),
            "en": (
                "1) the following new Article 9-1 shall be inserted after Article 9:",
                "“Article 9-1",
                "Α «β».",
                "γ.”.",
            ),
        }  # fmt: skip

    def test_or_the_others_make_room_for_it(self) -> None:
        amendments = found(self.inserted(9), choices=Choices(renumber=True))
        assert words(amendments)["ru"] == (
            "1) статьи 10 и 11 считать соответственно статьями 11 и 12;",
            "2) дополнить статьёй 10 следующего содержания:",
            "«Статья 10",
            "Α „β“.",
            "γ.».",
        )
        assert (
            words(amendments)["kk"][0]
            == "1) 10 және 11-баптар тиісінше 11 және 12-баптар деп есептелсін;"
        )
        assert words(amendments)["az"][0] == (
            "1) 10-cu və 11-ci maddələr müvafiq olaraq 11-ci və 12-ci maddələr hesab edilsin;"
        )
        assert (
            words(amendments)["en"][0]
            == "1) Articles 10 and 11 shall be renumbered 11 and 12 respectively;"
        )

    def test_before_the_first_article_there_is_only_room_when_all_are_renumbered(self) -> None:
        amendments = found(self.inserted(0))
        assert words(amendments)["en"][1] == "2) the following new Article 1 shall be inserted:"
        assert [each.technique for each in amendments] == [
            Technique.RENUMBER,
            Technique.NEW_ARTICLE,
        ]

    def test_an_excluded_article_leaves_its_number_free(self) -> None:
        edited = onto(BASE, texts.delete_article(BASE, "termination"))
        assert words(found(edited)) == {
            "az": ("1) 10-cu maddə ləğv edilsin.",),
            "kk": ("1) 10-бап алып тасталсын.",),
            "ru": ("1) статью 10 исключить.",),
            "en": ("1) Article 10 shall be deleted.",),
        }
        assert list(numbers(edited).values())[-2:] == ["9", "11"]

    def test_one_article_alone_is_renumbered_in_the_singular(self) -> None:
        edited = texts.delete_article(BASE, "termination")
        assert words(found(edited, choices=Choices(renumber=True))) == {
            "az": ("1) 10-cu maddə ləğv edilsin;", "2) 11-ci maddə 10-cu maddə hesab edilsin."),
            "kk": ("1) 10-бап алып тасталсын;", "2) 11-бап 10-бап деп есептелсін."),
            "ru": ("1) статью 10 исключить;", "2) статью 11 считать статьёй 10."),
            "en": ("1) Article 10 shall be deleted;", "2) Article 11 shall be renumbered 10."),
        }

    def test_references_follow_the_new_numbers(self) -> None:
        base = written(
            BASE, "disputes", {"ru": "Смотри {article.termination:accusative} и другое."}
        )
        edited = texts.insert_article(base, 9)
        edited = written(edited, edited.articles[9], dict.fromkeys(TAGS, "Α."))
        choices = Choices(renumber=True)
        assert words(found(edited, base, choices))["ru"][0] == (
            "1) в статье 8 слова «статью 10» заменить словами «статью 11»;"
        )

    def test_a_moved_article_gets_the_number_of_its_new_place(self) -> None:
        amendments = found(texts.move_article(BASE, "events", 3))
        assert words(amendments)["ru"] == ("1) статью 5 считать статьёй 8-1.",)


class TestWhatDoesNotCorrespond:
    def test_the_languages_are_named_in_which_nothing_changed(self) -> None:
        amendments = found(changed(ru=("помогают", "содействуют"), en=("help", "support")))
        assert missing(amendments[0], BASE) == ("az", "kk")
        assert words(amendments)["az"] == ()

    def test_edits_that_cancel_out_are_no_amendment(self) -> None:
        there = changed(ru=("помогают", "содействуют"))
        back = written(there, "events", {"ru": SHORT["ru"]})
        assert found(back) == ()
        assert found(written(BASE, "events", {"ru": SHORT["ru"].replace(" ", "  ")})) == ()

    def test_a_copy_of_another_agreement_is_refused(self) -> None:
        other = examples.load("memorandum")
        fewer = fields.change(other, "languages", "ru,en")
        with pytest.raises(AmendmentError, match="cannot change the languages"):
            onto(BASE, fewer)
