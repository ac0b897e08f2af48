"""The grammar of every formula: numbers from 1 to 99, every article and paragraph, four languages.

What is right is worked out here by other means than in the program.
"""

import pytest

from mou_desktop.amend.formulas import formulas
from mou_desktop.amend.wording import worded
from mou_desktop.languages.base import Kind
from mou_desktop.languages.registry import language
from mou_desktop.model.amendment import Amendment, Technique, Wording

TAGS = ("az", "kk", "ru", "en")
UNITS = {
    "az": {0: "", 1: "ci", 2: "ci", 3: "cü", 4: "cü", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cu"}
}
TENS = {10: "cu", 20: "ci", 30: "cu", 40: "cı", 50: "ci", 60: "cı", 70: "ci", 80: "ci", 90: "cı"}
T = Technique


def azerbaijani(number: int) -> str:
    """«9-cu», by the last numeral that is spoken."""
    return f"{number}-{UNITS['az'][number % 10] or TENS[number % 100]}"


def said(tag: str, technique: Technique, number: str = "9", **rest: object) -> str:
    wording = Wording(("a b",), ("c d",))
    amendment = Amendment(
        technique,
        "x" if number else "preamble",
        number,
        wordings={tag: wording},
        **rest,  # type: ignore[arg-type]
    )
    formula = worded(amendment, tag)
    assert formula is not None
    return formula.text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("number", range(1, 100))
def test_the_number_of_every_article(number: int) -> None:
    n, az = str(number), azerbaijani(number)
    assert said("ru", T.REPLACE, n) == f"в статье {n} слова «a b» заменить словами «c d»"
    assert said("ru", T.INSERT, n) == f"статью {n} после слов «a b» дополнить словами «c d»"
    assert said("ru", T.EXCLUDE, n) == f"в статье {n} слова «a b» исключить"
    assert said("ru", T.RESTATE, n) == f"статью {n} изложить в следующей редакции:"
    assert said("ru", T.NEW_ARTICLE, n) == f"дополнить статьёй {n} следующего содержания:"
    assert said("ru", T.EXCLUDE_ARTICLE, n) == f"статью {n} исключить"
    assert (
        said("kk", T.REPLACE, n)
        == f"{n}-баптағы «a b» деген сөздер «c d» деген сөздермен ауыстырылсын"
    )
    assert (
        said("kk", T.INSERT, n)
        == f"{n}-бап «a b» деген сөздерден кейін «c d» деген сөздермен толықтырылсын"
    )
    assert said("kk", T.EXCLUDE, n) == f"{n}-баптағы «a b» деген сөздер алып тасталсын"
    assert said("kk", T.RESTATE, n) == f"{n}-бап мынадай редакцияда жазылсын:"
    assert said("kk", T.NEW_ARTICLE, n) == f"мынадай мазмұндағы {n}-баппен толықтырылсын:"
    assert said("kk", T.EXCLUDE_ARTICLE, n) == f"{n}-бап алып тасталсын"
    assert said("az", T.REPLACE, n) == f"{az} maddədə “a b” sözləri “c d” sözləri ilə əvəz edilsin"
    assert (
        said("az", T.INSERT, n)
        == f"{az} maddədə “a b” sözlərindən sonra “c d” sözləri əlavə edilsin"
    )
    assert said("az", T.EXCLUDE, n) == f"{az} maddədən “a b” sözləri çıxarılsın"
    assert said("az", T.RESTATE, n) == f"{az} maddə aşağıdakı redaksiyada verilsin:"
    assert said("az", T.NEW_ARTICLE, n) == f"aşağıdakı məzmunda {az} maddə əlavə edilsin:"
    assert said("az", T.EXCLUDE_ARTICLE, n) == f"{az} maddə ləğv edilsin"
    assert (
        said("en", T.REPLACE, n)
        == f"in Article {n}, the words “a b” shall be replaced by the words “c d”"
    )
    assert (
        said("en", T.INSERT, n)
        == f"in Article {n}, after the words “a b”, the words “c d” shall be inserted"
    )
    assert said("en", T.EXCLUDE, n) == f"in Article {n}, the words “a b” shall be deleted"
    assert said("en", T.RESTATE, n) == f"Article {n} shall be replaced by the following:"
    assert said("en", T.NEW_ARTICLE, n) == f"the following new Article {n} shall be inserted:"
    assert said("en", T.EXCLUDE_ARTICLE, n) == f"Article {n} shall be deleted"


@pytest.mark.parametrize("last", range(1, 100))
def test_the_number_of_every_article_that_was_put_in(last: int) -> None:
    number = f"9-{last}"
    assert said("ru", T.NEW_ARTICLE, number) == f"дополнить статьёй {number} следующего содержания:"
    assert said("kk", T.NEW_ARTICLE, number) == f"мынадай мазмұндағы {number}-баппен толықтырылсын:"
    suffixed = f"9-{azerbaijani(last)}"
    assert (
        said("az", T.NEW_ARTICLE, number) == f"aşağıdakı məzmunda {suffixed} maddə əlavə edilsin:"
    )
    assert said("en", T.NEW_ARTICLE, number, after="9") == (
        f"the following new Article {number} shall be inserted after Article 9:"
    )


RU_ORDINALS = [
    "первый",
    "второй",
    "третий",
    "четвёртый",
    "пятый",
    "шестой",
    "седьмой",
    "восьмой",
    "девятый",
    "десятый",
    "одиннадцатый",
    "двенадцатый",
    "тринадцатый",
    "четырнадцатый",
    "пятнадцатый",
    "шестнадцатый",
    "семнадцатый",
    "восемнадцатый",
    "девятнадцатый",
    "двадцатый",
]
KK_ORDINALS = [
    "бірінші",
    "екінші",
    "үшінші",
    "төртінші",
    "бесінші",
    "алтыншы",
    "жетінші",
    "сегізінші",
    "тоғызыншы",
    "оныншы",
]
KK_TENS = {
    20: "жиырма",
    30: "отыз",
    40: "қырық",
    50: "елу",
    60: "алпыс",
    70: "жетпіс",
    80: "сексен",
    90: "тоқсан",
}
KK_TENTHS = [
    "жиырмасыншы",
    "отызыншы",
    "қырқыншы",
    "елуінші",
    "алпысыншы",
    "жетпісінші",
    "сексенінші",
    "тоқсаныншы",
]
AZ_ORDINALS = [
    "birinci",
    "ikinci",
    "üçüncü",
    "dördüncü",
    "beşinci",
    "altıncı",
    "yeddinci",
    "səkkizinci",
    "doqquzuncu",
    "onuncu",
]
AZ_TENS = {
    20: "iyirmi",
    30: "otuz",
    40: "qırx",
    50: "əlli",
    60: "altmış",
    70: "yetmiş",
    80: "səksən",
    90: "doxsan",
}
AZ_TENTHS = [
    "iyirminci",
    "otuzuncu",
    "qırxıncı",
    "əllinci",
    "altmışıncı",
    "yetmişinci",
    "səksəninci",
    "doxsanıncı",
]


def ordinal(
    number: int, firsts: list[str], ten: str, tens: dict[int, str], tenths: list[str]
) -> str:
    if number <= 10:
        return firsts[number - 1]
    if number % 10 == 0:
        return tenths[number // 10 - 2]
    before = ten if number < 20 else tens[number // 10 * 10]
    return f"{before} {firsts[number % 10 - 1]}"


@pytest.mark.parametrize("number", range(1, 100))
def test_every_paragraph_in_kazakh_and_azerbaijani(number: int) -> None:
    kk = ordinal(number, KK_ORDINALS, "он", KK_TENS, KK_TENTHS)
    az = ordinal(number, AZ_ORDINALS, "on", AZ_TENS, AZ_TENTHS)
    p = number
    assert (
        said("kk", T.ADD_PARAGRAPH, paragraph=p)
        == f"9-бап мынадай мазмұндағы {kk} абзацпен толықтырылсын:"
    )
    assert said("kk", T.EXCLUDE_PARAGRAPH, paragraph=p) == f"9-баптың {kk} абзацы алып тасталсын"
    assert (
        said("kk", T.RESTATE_PARAGRAPH, paragraph=p)
        == f"9-баптың {kk} абзацы мынадай редакцияда жазылсын:"
    )
    assert (
        said("kk", T.EXCLUDE, paragraph=p)
        == f"9-баптың {kk} абзацындағы «a b» деген сөздер алып тасталсын"
    )
    assert (
        said("az", T.ADD_PARAGRAPH, paragraph=p)
        == f"9-cu maddəyə aşağıdakı məzmunda {az} hissə əlavə edilsin:"
    )
    assert said("az", T.EXCLUDE_PARAGRAPH, paragraph=p) == f"9-cu maddənin {az} hissəsi çıxarılsın"
    assert (
        said("az", T.RESTATE_PARAGRAPH, paragraph=p)
        == f"9-cu maddənin {az} hissəsi aşağıdakı redaksiyada verilsin:"
    )
    assert (
        said("az", T.EXCLUDE, paragraph=p)
        == f"9-cu maddənin {az} hissəsindən “a b” sözləri çıxarılsın"
    )


RU_STEMS = {"вый": "в", "рой": "р", "тий": "ть", "тый": "т", "той": "т", "мой": "м", "сятый": "сят"}


def russian(number: int) -> dict[str, str]:
    """«второй», «второго», «вторым», «втором»; «третий» is soft."""
    tens = {
        2: "двадцать",
        3: "тридцать",
        4: "сорок",
        5: "пятьдесят",
        6: "шестьдесят",
        7: "семьдесят",
    }
    tens |= {8: "восемьдесят", 9: "девяносто"}
    tenths = {3: "тридцатый", 4: "сороковой", 5: "пятидесятый", 6: "шестидесятый", 7: "семидесятый"}
    tenths |= {8: "восьмидесятый", 9: "девяностый"}
    if number <= 20:
        before, last = "", RU_ORDINALS[number - 1]
    elif number % 10 == 0:
        before, last = "", tenths[number // 10]
    else:
        before, last = f"{tens[number // 10]} ", RU_ORDINALS[number % 10 - 1]
    if last == "третий":
        forms = {"nom": "третий", "gen": "третьего", "ins": "третьим", "pre": "третьем"}
    else:
        stem = last[:-2]
        forms = {"nom": last, "gen": f"{stem}ого", "ins": f"{stem}ым", "pre": f"{stem}ом"}
    return {case: before + form for case, form in forms.items()}


@pytest.mark.parametrize("number", range(1, 100))
def test_every_paragraph_in_russian(number: int) -> None:
    forms, p = russian(number), number
    assert (
        said("ru", T.ADD_PARAGRAPH, paragraph=p)
        == f"статью 9 дополнить абзацем {forms['ins']} следующего содержания:"
    )
    assert (
        said("ru", T.EXCLUDE_PARAGRAPH, paragraph=p) == f"абзац {forms['nom']} статьи 9 исключить"
    )
    assert (
        said("ru", T.RESTATE_PARAGRAPH, paragraph=p)
        == f"абзац {forms['nom']} статьи 9 изложить в следующей редакции:"
    )
    assert (
        said("ru", T.EXCLUDE, paragraph=p)
        == f"в абзаце {forms['pre']} статьи 9 слова «a b» исключить"
    )
    assert language("ru").paragraph(number, "genitive") == f"абзаца {forms['gen']}"


EN_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize("number", range(1, 100))
def test_every_paragraph_in_english(number: int) -> None:
    if number <= 20:
        word = EN_ORDINALS[number - 1]
    else:
        tens = EN_TENS[number // 10 - 2]
        word = f"{tens[:-1]}ieth" if number % 10 == 0 else f"{tens}-{EN_ORDINALS[number % 10 - 1]}"
    p = number
    assert (
        said("en", T.ADD_PARAGRAPH, paragraph=p)
        == f"the following {word} paragraph shall be added to Article 9:"
    )
    assert (
        said("en", T.EXCLUDE_PARAGRAPH, paragraph=p)
        == f"the {word} paragraph of Article 9 shall be deleted"
    )
    assert (
        said("en", T.EXCLUDE, paragraph=p)
        == f"in the {word} paragraph of Article 9, the words “a b” shall be deleted"
    )


@pytest.mark.parametrize("number", range(1, 100))
def test_every_number_with_its_noun(number: int) -> None:
    """The words of a field are quoted whole, so the noun agrees with the number in both."""
    few = number % 10 == 1 and number != 11
    for tag, kind, form, nouns in (
        ("ru", Kind.YEARS, "genitive", ("года", "лет")),
        ("ru", Kind.COPIES, "prepositional", ("экземпляре", "экземплярах")),
        ("en", Kind.YEARS, "nominative", ("year", "years")),
        ("az", Kind.YEARS, "nominative", ("il", "il")),
        ("kk", Kind.YEARS, "dative", ("жылға", "жылға")),
    ):
        one = number == 1 if tag == "en" else few
        text = language(tag).counted(kind, number, form).replace("\N{NO-BREAK SPACE}", " ")
        assert text.split(" ")[-1] == nouns[0 if one else 1]
        amendment = Amendment(T.REPLACE, "x", "9", wordings={tag: Wording(("X",), (text,))})
        formula = worded(amendment, tag)
        assert formula is not None
        left, right = "“”" if tag in ("az", "en") else "«»"
        assert f"{left}{text}{right}" in formula.text


@pytest.mark.parametrize("count", range(2, 40))
def test_lists_of_every_length(count: int) -> None:
    old, new = (tuple(str(n) for n in range(start, start + count)) for start in (10, 11))
    listed = {
        "ru": "статьи {} и {} считать соответственно статьями {} и {}",
        "kk": "{} және {}-баптар тиісінше {} және {}-баптар деп есептелсін",
        "az": "{} və {} maddələr müvafiq olaraq {} və {} maddələr hesab edilsin",
        "en": "Articles {} and {} shall be renumbered {} and {} respectively",
    }
    for tag, frame in listed.items():
        shown = [[azerbaijani(int(n)) if tag == "az" else n for n in side] for side in (old, new)]
        parts = [part for side in shown for part in (", ".join(side[:-1]), side[-1])]
        amendment = Amendment(T.RENUMBER, wordings={tag: Wording(old, new)})
        formula = worded(amendment, tag)
        assert formula is not None
        assert formula.text == frame.format(*parts)


@pytest.mark.parametrize(
    ("tag", "place", "expected"),
    [
        ("ru", "title", "в названии Меморандума слово «a» заменить словом «b»"),
        ("ru", "preamble", "в преамбуле слово «a» заменить словом «b»"),
        ("ru", "signature", "в подписях Сторон слово «a» заменить словом «b»"),
        ("kk", "title", "Меморандумның атауындағы «a» деген сөз «b» деген сөзбен ауыстырылсын"),
        ("kk", "preamble", "кіріспедегі «a» деген сөз «b» деген сөзбен ауыстырылсын"),
        ("kk", "signature", "Тараптардың қолдарындағы «a» деген сөз «b» деген сөзбен ауыстырылсын"),
        ("az", "title", "Memorandumun adında “a” sözü “b” sözü ilə əvəz edilsin"),
        ("az", "preamble", "preambulada “a” sözü “b” sözü ilə əvəz edilsin"),
        ("az", "signature", "Tərəflərin imzalarında “a” sözü “b” sözü ilə əvəz edilsin"),
        ("en", "title", "in the title, the word “a” shall be replaced by the word “b”"),
        ("en", "preamble", "in the preamble, the word “a” shall be replaced by the word “b”"),
        (
            "en",
            "signature",
            "in the signature block, the word “a” shall be replaced by the word “b”",
        ),
    ],
)
def test_places_without_a_number(tag: str, place: str, expected: str) -> None:
    amendment = Amendment(T.REPLACE, place, wordings={tag: Wording(("a",), ("b",))})
    formula = worded(amendment, tag)
    assert formula is not None
    assert formula.text == expected


def test_what_a_lawyer_has_still_to_confirm_is_named() -> None:
    assert formulas("ru").to_confirm == formulas("en").to_confirm == {"correction.item"}
    wordings = {tag: Wording(("10",), ("11",)) for tag in TAGS}
    amendment = Amendment(T.RENUMBER, wordings=wordings)
    marked = {tag: formula.to_confirm for tag in TAGS if (formula := worded(amendment, tag))}
    assert marked["kk"] == marked["az"] == {"formulas.renumber-one"}
    assert not marked["ru"]
    figure = Amendment(T.REPLACE, "x", "9", wordings={"kk": Wording(("4",), ("5",))})
    formula = worded(figure, "kk")
    assert formula is not None
    assert formula.to_confirm == {"words.digit"}
