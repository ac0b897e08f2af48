"""From foreign texts to a draft: rows of articles, signatures, fields, what is told."""

import pytest

from mou_desktop.errors import IntakeError
from mou_desktop.export.text import to_text
from mou_desktop.intake.importing import with_usual_signatures
from mou_desktop.model import fields, texts
from mou_desktop.model.document import SignatureBlock
from mou_desktop.store import drafts
from tests.intake.conftest import imported, paragraph, shown_text, signed_words, word

RUSSIAN = """МЕМОРАНДУМ

о сотрудничестве между Национальной библиотекой и Музеем истории

Национальная библиотека, в лице директора Айгуль Серикбаевны Тургановой, действующей на основании \
Устава, с одной стороны, и Музей истории, в лице заместителя директора Петра Ивановича Сидорова, \
действующего на основании доверенности, с другой стороны, договорились о нижеследующем:

Статья 1

Стороны сотрудничают в области культуры.

Статья 2

Меморандум вступает в силу с даты подписания и действует в течение 3 (трёх) лет.

Статья 3

Подписан в городе Гяндже 5 мая 2026 года в 2 (двух) экземплярах на русском и английском языках.

Национальная библиотека
Директор
____________ А. С. Турганова
М.П.

Музей истории
Заместитель директора
____________ П. И. Сидоров
М.П.
"""
ENGLISH = """MEMORANDUM

of Cooperation between the National Library and the Museum of History

The National Library, represented by its Director Ms. Aigul Turganova, and the Museum of History, \
represented by its Deputy Director Mr. Pyotr Sidorov (hereinafter the Parties), have agreed:

Article 1

The Parties cooperate in the field of culture.

Article 2

This Memorandum enters into force on signature and is valid for 3 (three) years.

Article 3

Done at Ganja on 5 May 2026 in 2 (two) copies in the Russian and English languages.

Aigul Turganova
Director

Pyotr Sidorov
Deputy Director
"""


def values(*files: str | bytes) -> dict[str, str]:
    draft = imported(*files).draft
    return {path: text for path in fields.paths(draft) if (text := fields.get(draft, path))}


class TestFields:
    def test_one_version(self) -> None:
        assert values(RUSSIAN) == {
            "parties.0.name.ru": "Национальная библиотека",
            "parties.1.name.ru": "Музей истории",
            "parties.0.signatory.name.ru": "Айгуль Серикбаевна Турганова",
            "parties.1.signatory.name.ru": "Пётр Иванович Сидоров",
            "parties.0.signatory.position.ru": "Директор",
            "parties.1.signatory.position.ru": "Заместитель директора",
            "parties.0.signatory.sex": "f",
            "parties.1.signatory.sex": "m",
            "place.ru": "Гянджа",
            "date.year": "2026",
            "date.month": "5",
            "date.day": "5",
            "copies": "2",
            "duration_years": "3",
            "languages": "ru",
            "originals": "separate",
            "alternat": "no",
        }

    def test_two_versions_agree(self) -> None:
        found = values(RUSSIAN, ENGLISH)
        assert found["languages"] == "ru,en"
        assert found["place.en"] == "Ganja"
        assert found["parties.1.signatory.position.en"] == "Deputy Director"
        draft = imported(RUSSIAN, ENGLISH).draft
        assert "{languages:prepositional}" in texts.paragraphs(draft, "ru", "article-3")[0]
        assert "{date:long}" in texts.paragraphs(draft, "en", "article-3")[0]

    def test_a_number_that_differs_in_one_version_stays_text_there(self) -> None:
        draft = imported(RUSSIAN, RUSSIAN_KAZAKH, ENGLISH.replace("3 (three)", "4 (four)")).draft
        assert fields.get(draft, "duration_years") == "3"
        assert "4 (four) years" in texts.paragraphs(draft, "en", "article-2")[0]

    def test_digits_and_words_that_disagree_stay_text(self) -> None:
        draft = imported(RUSSIAN.replace("(трёх)", "(пяти)")).draft
        assert "3 (пяти) лет" in texts.paragraphs(draft, "ru", "article-2")[0]

    def test_years_elsewhere_are_no_duration(self) -> None:
        other = RUSSIAN.replace("в области культуры.", "в области культуры уже 3 (три) года.")
        draft = imported(other).draft
        assert "3 (три) года" in texts.paragraphs(draft, "ru", "article-1")[0]

    def test_braces_and_brackets_are_words(self) -> None:
        odd = RUSSIAN.replace("в области культуры", "в области {copies} [x] культуры")
        found = imported(odd)
        assert "{copies} [x]" in to_text(found.documents["ru"])
        content = drafts.dumps(found.draft)
        assert drafts.loads(content, "x.mou") == found.draft


RUSSIAN_KAZAKH = """МЕМОРАНДУМ

Ұлттық кітапхана мен Тарих музейі арасындағы ынтымақтастық туралы

Ұлттық кітапхананың атынан директоры Айгүл Тұрғанова және Тарих музейінің атынан директоры Пётр \
Сидоров (бұдан әрі – Тараптар) төмендегілер туралы келісті:

1-бап

Тараптар мәдениет саласында ынтымақтасады.

2-бап

Осы Меморандум қол қойылған күннен бастап күшіне енеді және үш (3) жыл мерзіміне жарамды.

3-бап

Осы Меморандумға 2026 жылғы «5» мамырда қол қойылды.
"""


class TestRows:
    def test_articles_are_aligned_by_number(self) -> None:
        found = imported(RUSSIAN, ENGLISH)
        assert found.draft.articles == ("article-1", "article-2", "article-3")
        assert "области культуры" in texts.paragraphs(found.draft, "ru", "article-1")[0]
        assert "field of culture" in texts.paragraphs(found.draft, "en", "article-1")[0]

    def test_an_article_missing_in_one_version_is_empty_and_to_review(self) -> None:
        short = ENGLISH.replace("Article 2\n\nThis Memorandum enters into force on signature and "
                                "is valid for 3 (three) years.\n\n", "")  # fmt: skip
        found = imported(RUSSIAN, short)
        assert found.draft.articles == ("article-1", "article-2", "article-3")
        assert texts.paragraphs(found.draft, "en", "article-2") == ("",)
        assert found.draft.review == {"article-2": ("en",)}
        assert [(each.language, each.place) for each in found.remarks if "missing" in str(each)][
            :1
        ] == [("en", "article-2")]

    def test_a_number_that_no_version_has_is_an_empty_row(self) -> None:
        found = imported(RUSSIAN.replace("Статья 3", "Статья 4"))
        assert found.draft.articles == ("article-1", "article-2", "article-3", "article-4")
        assert any("article 3 is missing in every version" in str(each) for each in found.remarks)
        assert shown_text(found.documents["ru"]).count("Подписан") == 1

    def test_a_heading_that_stands_twice_is_text_the_second_time(self) -> None:
        twice = RUSSIAN.replace("Стороны сотрудничают", "Статья 1\n\nСтороны сотрудничают")
        found = imported(twice.replace("Статья 2", "Статья 1\n\nЕщё раз.\n\nСтатья 2"))
        assert "Статья 1 Ещё раз." in " ".join(to_text(found.documents["ru"]).split())
        assert any("stands twice" in str(each) for each in found.remarks)

    def test_articles_out_of_order_are_put_in_order_and_told(self) -> None:
        one, two = "Статья 1\n\nПервая.\n\n", "Статья 2\n\nВторая.\n\n"
        head, tail = RUSSIAN.split("Статья 1")[0], RUSSIAN[RUSSIAN.index("Статья 3") :]
        found = imported(head + two + one + tail)
        assert texts.paragraphs(found.draft, "ru", "article-1") == ("Первая.",)
        assert any("in the draft they are in order" in str(each) for each in found.remarks)

    def test_sections_with_bare_numbers_are_articles(self) -> None:
        bare = RUSSIAN.replace("Статья 1", "1. Предмет").replace("Статья 2", "2. Срок")
        found = imported(bare.replace("Статья 3", "3. Прочее"))
        assert len(found.draft.articles) == 3
        assert texts.paragraphs(found.draft, "ru", "article-2")[0] == "Срок"
        assert any("bare numbers" in str(each) for each in found.remarks)

    def test_a_text_without_articles_comes_in_as_it_is(self) -> None:
        plain = "\n\n".join(part for part in RUSSIAN.split("\n\n") if not part.startswith("Статья"))
        found = imported(plain)
        assert found.draft.articles == ("article-1",)
        assert "".join(plain.split()) == "".join(
            to_text(found.documents["ru"]).replace("Статья 1", "").split()
        )

    def test_automatic_numbers_can_be_headings(self) -> None:
        numbers = (
            '<abstractNum abstractNumId="1"><lvl ilvl="0"><numFmt val="decimal"/>'
            '<lvlText val="Статья %1"/></lvl></abstractNum><num numId="7">'
            '<abstractNumId val="1"/></num>'
        )
        heading = '<p><pPr><numPr><ilvl val="0"/><numId val="7"/></numPr></pPr></p>'
        body = paragraph("МЕМОРАНДУМ") + paragraph("Стороны договорились о следующем:")
        body += (heading + paragraph("Стороны сотрудничают в области культуры.")) * 2
        found = imported(word(body, numbering=numbers))
        assert found.draft.articles == ("article-1", "article-2")


class TestVersions:
    def test_columns_of_a_table_can_be_versions(self) -> None:
        rows = "".join(
            f"<tr><tc>{paragraph(ru)}</tc><tc>{paragraph(en)}</tc></tr>"
            for ru, en in zip(
                (part for part in RUSSIAN.split("\n\n")[:9]),
                (part for part in ENGLISH.split("\n\n")[:9]),
                strict=True,
            )
        )
        found = imported(word(f"<tbl>{rows}</tbl>"))
        assert found.read == ("ru", "en")
        assert len(found.draft.articles) == 3
        for tag, text in (("ru", RUSSIAN), ("en", ENGLISH)):
            assert "".join(text.split("\n\n")[4].split()) in shown_text(found.documents[tag])

    def test_the_same_language_in_two_files_is_refused(self) -> None:
        with pytest.raises(IntakeError, match="file-0 and file-1 both hold the version in Русский"):
            imported(RUSSIAN, RUSSIAN)


class TestSignatures:
    @pytest.mark.parametrize(
        "lines",
        [
            "Директор ____________ А. С. Турганова\n\nЗаместитель директора ______ П. И. Сидоров",
            "Национальная библиотека\n\nМузей истории\n\nДиректор\n\nА. С. Турганова\n\n"
            "Заместитель директора\n\nП. И. Сидоров",
            "| Национальная библиотека | Музей истории |\n|---|---|\n| Директор | Заместитель "
            "директора |\n| А. С. Турганова | П. И. Сидоров |\n| М.П. | М.П. |",
            "| Директор | ________ | А. С. Турганова |\n| Заместитель директора | ________ | "
            "П. И. Сидоров |",
        ],
        ids=["lines", "parties first", "columns", "rows"],
    )
    def test_they_are_read_however_they_are_laid_out(self, lines: str) -> None:
        head = RUSSIAN[: RUSSIAN.index("Национальная библиотека\n")]
        found = imported(head.replace("МЕМОРАНДУМ", "# МЕМОРАНДУМ") + lines)
        block = found.documents["ru"].blocks[-1]
        assert isinstance(block, SignatureBlock)
        assert [each.position.text for each in block.signers] == [
            "Директор",
            "Заместитель директора",
        ]
        assert [each.name.text.strip("_ ") for each in block.signers] == [
            "А.\xa0С.\xa0Турганова",
            "П.\xa0И.\xa0Сидоров",
        ]

    def test_what_none_of_them_is_stands_with_the_seal_and_is_told(self) -> None:
        found = imported(RUSSIAN.replace("А. С. Турганова", "А. С. Турганова\n\nтел. 12-34"))
        assert signed_words(found.documents["ru"])["тел."] == 1
        assert any("“тел. 12-34” could not be placed" in str(each) for each in found.remarks)

    def test_details_of_the_parties_are_fields(self) -> None:
        lines = "Национальная библиотека\nАдрес: Астана, пр. Мира, 1\nТел.: 12-34\nФакс: 56-78"
        found = imported(RUSSIAN.replace("Национальная библиотека\nДир", f"{lines}\nДир"))
        assert fields.get(found.draft, "parties.0.address.ru") == "Астана, пр. Мира, 1"
        assert fields.get(found.draft, "parties.0.phone") == "12-34"
        assert fields.get(found.draft, "parties.0.name.ru") == "Национальная библиотека"
        text = to_text(found.documents["ru"])
        assert "Адрес: Астана, пр. Мира, 1\nТел.: 12-34" in text
        assert "56-78" in text

    def test_an_annex_is_left_out_and_told_in_full(self) -> None:
        found = imported(RUSSIAN + "\n\nПриложение 1\n\nПеречень экспонатов.")
        lost = [each.lost for each in found.remarks if each.lost]
        assert lost == ["Приложение 1", "Перечень экспонатов."]

    def test_a_name_that_is_missing_is_told(self) -> None:
        found = imported(ENGLISH.replace("Pyotr Sidorov\nDeputy", "Deputy"))
        assert any("usual signatures have a place" in str(each) for each in found.remarks)

    def test_the_usual_signatures_can_take_their_place(self) -> None:
        draft = with_usual_signatures(imported(RUSSIAN, ENGLISH).draft)
        signature = draft.template.texts["en"].signature[1]
        assert signature.name == "____________ {parties.1.signatory.name:nominative}"
        assert signature.seal == "L.S."


def test_invisible_characters_and_odd_spaces_do_no_harm() -> None:
    odd = RUSSIAN.replace("сотрудничают", "сотруд\u00adничают\u200b").replace(
        "в лице", "в\u2003лице"
    )
    assert values(odd) == values(RUSSIAN)
