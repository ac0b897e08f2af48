"""Plants one defect at a time into the correct memorandum, by rule and at random.

A planter takes the versions and a source of chance, and gives the versions with a defect, the
places where it may be reported, and the versions that it concerns; nothing where it finds no room.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Paragraph,
    Preamble,
    Run,
    SignatureBlock,
    Signer,
    Title,
    paragraphs,
    place,
)

Documents = dict[str, Document]
CYRILLIC = ("kk", "ru")


class Planted(NamedTuple):
    """`what` tells the reader of a failed test what was done."""

    documents: Documents
    places: frozenset[str]
    tags: frozenset[str]
    what: str


Planter = Callable[[Documents, str, random.Random], Planted | None]


class Spot(NamedTuple):
    """A paragraph of a version."""

    where: str
    number: int
    text: str


def spots(documents: Documents, tag: str) -> list[Spot]:
    """Every paragraph of a version."""
    return [
        Spot(place(block), number, paragraph.text.replace("\xa0", " "))
        for block in documents[tag].blocks
        for number, paragraph in enumerate(paragraphs(block))
    ]


def bodies(documents: Documents, tag: str) -> list[Spot]:
    """The paragraphs of its articles."""
    outside = ("title", "preamble", "signature")
    return [spot for spot in spots(documents, tag) if spot.where not in outside]


def put(documents: Documents, tag: str, spot: Spot, text: str) -> Documents:
    """The versions with another text in a paragraph."""
    blocks = tuple(
        _with_text(block, spot.number, text) if place(block) == spot.where else block
        for block in documents[tag].blocks
    )
    return {**documents, tag: Document(tag, blocks)}


def with_blocks(documents: Documents, tag: str, blocks: list[Block]) -> Documents:
    return {**documents, tag: Document(tag, tuple(blocks))}


def _with_text(block: Block, number: int, text: str) -> Block:
    lines = [
        Paragraph((Run(text),)) if each == number else line
        for each, line in enumerate(paragraphs(block))
    ]
    match block:
        case Title():
            return block._replace(lines=tuple(lines))
        case Preamble() | Article():
            return block._replace(paragraphs=tuple(lines))
        case SignatureBlock(signers=signers):
            count = len(signers)
            return SignatureBlock(tuple(Signer(*lines[n::count]) for n in range(count)))


def replaced(documents: Documents, tag: str, spot: Spot, old: str, new: str) -> Planted:
    """One stretch of a paragraph gives way to another."""
    changed = put(documents, tag, spot, spot.text.replace(old, new, 1))
    what = f"{tag} {spot.where}: “{old}” → “{new}”"
    return Planted(changed, frozenset({spot.where}), frozenset({tag}), what)


def at(documents: Documents, tag: str, spot: Spot, start: int, end: int, new: str) -> Planted:
    """The same, by place."""
    changed = put(documents, tag, spot, spot.text[:start] + new + spot.text[end:])
    around = spot.text[max(0, start - 12) : end + 12]
    what = f"{tag} {spot.where}: “{spot.text[start:end]}” → “{new}” in “…{around}…”"
    return Planted(changed, frozenset({spot.where}), frozenset({tag}), what)


def words(text: str, shortest: int = 4) -> list[re.Match[str]]:
    return [m for m in re.finditer(r"[^\W\d_]+", text) if len(m[0]) >= shortest]


def _at_a_match(
    documents: Documents,
    tag: str,
    rng: random.Random,
    pattern: str,
    new: Callable[[re.Match[str]], str | None],
    where: Callable[[Documents, str], list[Spot]] = spots,
) -> Planted | None:
    """Somewhere where the pattern matches."""
    places = [
        (spot, match) for spot in where(documents, tag) for match in re.finditer(pattern, spot.text)
    ]
    rng.shuffle(places)
    for spot, match in places:
        text = new(match)
        if text is not None and text != match[0]:
            return at(documents, tag, spot, *match.span(), text)
    return None


# Letters

TWINS = dict(zip("aceopxyABCEHKMOPTXiIəhk", "асеорхуАВСЕНКМОРТХіІәһк", strict=True))
BACK = {cyrillic: latin for latin, cyrillic in TWINS.items()}


def mixed_script(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    table = BACK if tag in CYRILLIC else TWINS

    def one(match: re.Match[str]) -> str | None:
        possible = [n for n, letter in enumerate(match[0]) if letter in table]
        if not possible or len(match[0]) < 2:
            return None
        n = rng.choice(possible)
        return match[0][:n] + table[match[0][n]] + match[0][n + 1 :]

    return _at_a_match(documents, tag, rng, r"[^\W\d_]{2,}", one)


def whole_word_of_twins(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    table = BACK if tag in CYRILLIC else TWINS

    def all_of_it(match: re.Match[str]) -> str | None:
        return "".join(map(table.get, match[0])) if set(match[0]) <= set(table) else None  # type: ignore[arg-type]

    return _at_a_match(documents, tag, rng, r"(?<!\w)[^\W\d_]{1,6}(?![\w.])", all_of_it, bodies)


def typed_latin_y(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    """As in the signed text: the key of the wrong keyboard layout."""
    if tag not in CYRILLIC:
        return None
    return _at_a_match(documents, tag, rng, r"[^\W\d_]{3,}ы(?!\w)", lambda m: m[0][:-1] + "y")


FOREIGN = {"az": "âêwéñžяж", "en": "əğışöüçéøł", "ru": "әғқңөұүіїў", "kk": "їєјўђґ"}


def foreign_letter(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    def one(match: re.Match[str]) -> str:
        n = rng.randrange(1, len(match[0]))
        return match[0][:n] + rng.choice(FOREIGN[tag]) + match[0][n + 1 :]

    return _at_a_match(documents, tag, rng, r"[^\W\d_]{4,}", one)


DIGITS = {"o": "0", "о": "0", "O": "0", "О": "0", "l": "1", "I": "1", "з": "3", "З": "3", "б": "6"}
DIGITS |= {"s": "5", "S": "5", "ч": "4", "B": "8", "i": "1"}


def digit_for_letter(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    def one(match: re.Match[str]) -> str | None:
        possible = [n for n, letter in enumerate(match[0]) if letter in DIGITS]
        if not possible:
            return None
        n = rng.choice(possible)
        return match[0][:n] + DIGITS[match[0][n]] + match[0][n + 1 :]

    return _at_a_match(documents, tag, rng, r"[^\W\d_]{4,}", one)


def letter_for_digit(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    letters = {"0": "OОoо", "1": "lI", "2": "", "4": "", "5": "S", "6": "б"}

    def one(match: re.Match[str]) -> str | None:
        possible = [n for n, digit in enumerate(match[0]) if letters.get(digit)]
        if not possible:
            return None
        n = rng.choice(possible)
        return match[0][:n] + rng.choice(letters[match[0][n]]) + match[0][n + 1 :]

    return _at_a_match(documents, tag, rng, r"\d{1,4}", one)


def unseen_character(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    unseen = "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u202a\x07\x1f\u2028\u061c"

    def one(match: re.Match[str]) -> str:
        n = rng.randrange(len(match[0]) + 1)
        return match[0][:n] + rng.choice(unseen) + match[0][n:]

    return _at_a_match(documents, tag, rng, r"\w{2,}", one)


def decomposed(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(
        documents, tag, rng, "[йёöüçşğÇŞÖÜİй]", lambda m: unicodedata.normalize("NFD", m[0])
    )


# Marks


def wrong_apostrophe(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    wrong = rng.choice("'`´′ʼ‘")
    return _at_a_match(
        documents, tag, rng, r"[^\W\d_]{5,}", lambda m: f"{m[0][:-1]}{wrong}{m[0][-1]}", bodies
    )


def foreign_quotes(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    outer = "«»" if tag in CYRILLIC else "“”"
    others = ['""', "“”" if tag in CYRILLIC else "«»", "„“", "''", "„”", "‹›"]
    chosen = rng.choice(others)
    pattern = rf"{outer[0]}([^{outer}_]+){outer[1]}"
    return _at_a_match(documents, tag, rng, pattern, lambda m: chosen[0] + m[1] + chosen[1])


def one_foreign_quote(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    other = {"«": '"“„', "»": '"”', "“": '"«', "”": '"»', "„": '"«', "‘": '"“', "’": '"”'}
    return _at_a_match(
        documents, tag, rng, r"[«»“”„‘’](?!_)(?<!_.)", lambda m: rng.choice(other[m[0]])
    )


def lost_mark(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, r"[«»“”„‘’()]", lambda m: "")


def lost_full_stop(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, r"\.$", lambda m: "", bodies)


def space_before_mark(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, r"(?<=\w{3})[,.;:)]", lambda m: f" {m[0]}")


def space_behind_bracket(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, r"[(«](?!_)", lambda m: f"{m[0]} ")


def lost_space(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern = r"(?<=[^\W\d_]{3}), (?=[^\W\d_])|(?<=[^\W\d_]{3})\. (?=[^\W\d_]{2})"
    return _at_a_match(documents, tag, rng, pattern, lambda m: m[0].strip())


def two_spaces(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    wide = rng.choice(["  ", "   ", "\xa0 ", " \u2009"])
    return _at_a_match(documents, tag, rng, r"(?<=\w) (?=\w)", lambda m: wide)


def spaced_hyphen(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    other = rng.choice([" - ", "- ", " -"])
    return _at_a_match(documents, tag, rng, r"(?<=[^\W\d_])-(?=[^\W\d_])", lambda m: other)


def dash_for_hyphen(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    other = rng.choice(["–", "—", "--"])
    return _at_a_match(documents, tag, rng, r"(?<=[^\W\d_])-(?=[^\W\d_])", lambda m: other)


def odd_space(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    other = rng.choice(["\u2003", "\u2009", "\u3000"])
    return _at_a_match(documents, tag, rng, r"(?<=\w) (?=\w)", lambda m: other)


def words_joined(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern = r"(?<=\b[^\W\d_A-ZА-Я]{5}) (?=[^\W\d_A-ZА-Я]{5})"
    return _at_a_match(documents, tag, rng, pattern, lambda m: "", bodies)


def word_broken(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern = r"(?<= [^\W\d_A-ZА-Я]{4})(?=[^\W\d_]{3})"
    between = rng.choice(["-", " "])
    return _at_a_match(documents, tag, rng, pattern, lambda m: between, bodies)


def capital_inside(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern = r"(?<= [^\W\d_A-ZА-Я]{2})[^\W\d_]"
    return _at_a_match(documents, tag, rng, pattern, lambda m: m[0].upper(), bodies)


def two_marks(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    def twice(match: re.Match[str]) -> str:
        return rng.choice([match[0] * 2, f"{match[0]} {match[0]}", f"{match[0]},", f",{match[0]}"])

    return _at_a_match(documents, tag, rng, r"(?<=\w{5})[,.](?=\s|$)", twice, bodies)


def spaced_letters(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, r"\b[^\W\d_]{6,}\b", lambda m: " ".join(m[0]), bodies)


def small_beginning(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    lower = {"İ": "i", "I": "ı"} if tag == "az" else {}
    return _at_a_match(
        documents,
        tag,
        rng,
        r"(?:^|(?<=[^\W\d_]{4}\. ))[^\W\d_]",
        lambda m: lower.get(m[0], m[0].lower()),
        bodies,
    )


# Doubles


def word_twice(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, r"(?<!\S)[^\W\d_]+(?!\S)", lambda m: f"{m[0]} {m[0]}")


def words_twice(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern = rf"(?<!\S)[^\W\d_]+(?: [^\W\d_]+){{{rng.randint(1, 4)}}}(?!\S)"
    return _at_a_match(documents, tag, rng, pattern, lambda m: f"{m[0]} {m[0]}")


def _sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[^\W\d_]{4}\.) (?=[^\W\d_])", text)
    return [part for part in parts if len(part.split()) > 5]


def sentence_twice(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    spot = rng.choice(bodies(documents, tag))
    again = rng.choice(_sentences(spot.text))
    return at(documents, tag, spot, len(spot.text), len(spot.text), f" {again}")


def sentence_elsewhere(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    one, other = rng.sample(bodies(documents, tag), 2)
    again = rng.choice(_sentences(one.text))
    planted = at(documents, tag, other, len(other.text), len(other.text), f" {again}")
    return planted._replace(places=frozenset({one.where, other.where}))


def passage_with_slips(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    """As in the signed text: a paragraph again from the middle, with slips and without its end."""
    spot = rng.choice([each for each in bodies(documents, tag) if len(each.text) > 200])
    every = spot.text.split()
    tail = every[len(every) // 2 :]
    number = max(range(len(tail)), key=lambda n: len(tail[n]))
    tail[number] = tail[number][:3] + tail[number][4:]
    new = Article
    blocks = [
        block._replace(
            paragraphs=(*block.paragraphs, Paragraph((Run(" ".join(tail).rstrip(".")),)))
        )
        if isinstance(block, new) and place(block) == spot.where
        else block
        for block in documents[tag].blocks
    ]
    changed = with_blocks(documents, tag, blocks)
    what = f"{tag} {spot.where}: half a paragraph twice"
    return Planted(changed, frozenset({spot.where}), frozenset({tag}), what)


# Language


def foreign_word(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    other = rng.choice([each for each in documents if each != tag])
    known = {m[0].lower() for spot in spots(documents, tag) for m in words(spot.text, 1)}
    strange = [
        m[0]
        for spot in bodies(documents, other)
        for m in words(spot.text)
        if m[0].islower() and m[0] not in known
    ]
    shared = {"диалог", "кино", "музей", "фотография", "экология", "мұра", "seminar", "konkret"}
    chosen = rng.choice([word for word in strange if word not in shared])
    return _at_a_match(documents, tag, rng, r"(?<= )[^\W\d_]{4,}(?=[ ,])", lambda m: chosen, bodies)


def foreign_sentence(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    other = rng.choice([each for each in documents if each != tag])
    spot = rng.choice(bodies(documents, tag))
    theirs = next(each for each in bodies(documents, other) if each.where == spot.where)
    own = rng.choice(_sentences(spot.text))
    new = rng.choice(_sentences(theirs.text))
    return replaced(documents, tag, spot, own, new)


def typing_slip(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    """A letter lost, doubled or exchanged with its neighbour inside a long word."""

    def slip(match: re.Match[str]) -> str | None:
        word = match[0]
        n = rng.randrange(2, len(word) - 4)
        kind = rng.randrange(3)
        if kind == 0:
            return word[:n] + word[n + 1 :]
        if kind == 1:
            return word[:n] + word[n] + word[n:]
        return word[:n] + word[n + 1] + word[n] + word[n + 2 :]

    def changed(match: re.Match[str]) -> str | None:
        new = slip(match)
        return new if new != match[0] else None

    return _at_a_match(documents, tag, rng, r"(?<![\w-])[^\W\d_]{8,}(?![\w-])", changed, bodies)


PLAINER = {
    "kk": dict(zip("әғқңөұүі", "агкноууи", strict=True)),
    "az": dict(zip("əğıöüşç", "egiousc", strict=True)),
}


def plainer_letter(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    """«қазақ» as «казак»: typed on a keyboard that lacks the letters."""
    table = PLAINER.get(tag)
    if table is None:
        return None

    def plain(match: re.Match[str]) -> str | None:
        possible = [n for n, letter in enumerate(match[0]) if letter in table]
        if not possible:
            return None
        n = rng.choice(possible)
        return match[0][:n] + table[match[0][n]] + match[0][n + 1 :]

    return _at_a_match(documents, tag, rng, r"[^\W\d_]{5,}", plain, bodies)


# Parity


def article_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    blocks = list(documents[tag].blocks)
    gone = rng.choice([block for block in blocks if isinstance(block, Article)])
    blocks.remove(gone)
    changed = with_blocks(documents, tag, blocks)
    places = frozenset(place(block) for block in blocks) | {place(gone)}
    return Planted(changed, places, frozenset({tag}), f"{tag}: {place(gone)} lost")


def articles_exchanged(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    blocks = list(documents[tag].blocks)
    one, other = rng.sample([n for n, b in enumerate(blocks) if isinstance(b, Article)], 2)
    first, second = blocks[one], blocks[other]
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    blocks[one] = first._replace(paragraphs=second.paragraphs)
    blocks[other] = second._replace(paragraphs=first.paragraphs)
    changed = with_blocks(documents, tag, blocks)
    what = f"{tag}: {first.id} and {second.id} exchanged"
    return Planted(changed, frozenset({first.id, second.id}), frozenset({tag}), what)


def sentence_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    possible = [each for each in bodies(documents, tag) if len(_sentences(each.text)) > 1]
    spot = rng.choice(possible)
    return replaced(documents, tag, spot, rng.choice(_sentences(spot.text)), "")


def half_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    """The second half of an article, up to its full stop."""
    spot = rng.choice([each for each in bodies(documents, tag) if len(each.text) > 150])
    middle = spot.text.index(" ", len(spot.text) // 2)
    return at(documents, tag, spot, middle, len(spot.text), ".")


NUMBERS = {
    "az": ["bir", "iki", "üç", "dörd", "beş", "altı", "yeddi"],
    "kk": ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті"],
    "ru": ["один", "двух", "трёх", "четырёх", "пяти", "шести", "семи"],
    "en": ["one", "two", "three", "four", "five", "six", "seven"],
}


def other_words(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern = rf"(?<!\w)(?:{'|'.join(NUMBERS[tag])})(?= ?\(\d|\))"
    return _at_a_match(documents, tag, rng, pattern, lambda m: rng.choice(NUMBERS[tag]))


def other_digits(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern = r"(?<=\()\d(?=\))|(?<!\d)\d(?= \(|-лет)"
    return _at_a_match(documents, tag, rng, pattern, lambda m: str(rng.randint(1, 9)))


def other_number(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    """Digits and words agree, but not with the other versions."""
    number = rng.randint(1, 7)
    word = NUMBERS[tag][number - 1]
    if tag == "kk":
        return _at_a_match(documents, tag, rng, r"\w+ \(\d\)", lambda m: f"{word} ({number})")
    return _at_a_match(documents, tag, rng, r"\d \(\w+\)", lambda m: f"{number} ({word})")


def number_in_words_alone(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    word = rng.choice(NUMBERS[tag][1:])
    old = {"az": "beş", "kk": "бес", "ru": "пяти", "en": "five"}[tag]
    if word == old:
        return None
    pattern = rf"{old} \(5\)" if tag == "kk" else rf"5 \({old}\)"
    return _at_a_match(documents, tag, rng, pattern, lambda m: word)


def other_year(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, "2026", lambda m: rng.choice(["2025", "2062", "2027"]))


UNITS = {
    "az": (r"(?<=\) )ay\b", "il"),
    "kk": (r"(?<=\) )ай\b", "жыл"),
    "ru": (r"(?<=\) )месяц\b", "год"),
    "en": (r"(?<=\) )month\b", "year"),
}


def other_unit(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern, unit = UNITS[tag]
    return _at_a_match(documents, tag, rng, pattern, lambda m: unit)


LISTED = {
    "az": ["Azərbaycan, ", "qazax, ", " və ingilis"],
    "kk": ["әзербайжан, ", "қазақ, ", " және ағылшын"],
    "ru": ["азербайджанском, ", "казахском, ", " и английском"],
    "en": ["Azerbaijani, ", "Kazakh, ", " and English"],
}


def language_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    spot = next(each for each in bodies(documents, tag) if each.where == "testimonium")
    return replaced(documents, tag, spot, rng.choice(LISTED[tag]), "")


def other_language(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    spot = next(each for each in bodies(documents, tag) if each.where == "testimonium")
    old, new = {
        "az": ("qazax", "türk"),
        "kk": ("орыс", "түрік"),
        "ru": ("русском", "турецком"),
        "en": ("Russian", "Turkish"),
    }[tag]
    return replaced(documents, tag, spot, old, new)


# Names

GIVEN = {
    "az": (["Vüsal", "Nurlan"], ["Amanjol", "Rəşad", "Murad", "Elçin"]),
    "kk": (["Вусал", "Нурлан"], ["Аманжол", "Ержан", "Мұрат", "Қанат"]),
    "ru": (["Вусал", "Нурлан"], ["Аманжол", "Ержан", "Мурат", "Канат"]),
    "en": (["Vusal", "Nurlan"], ["Amanzhol", "Yerzhan", "Murat", "Kanat"]),
}


def other_given_name(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    olds, news = GIVEN[tag]
    return _name(documents, tag, rng, rng.choice(olds), rng.choice(news))


def _name(documents: Documents, tag: str, rng: random.Random, old: str, new: str) -> Planted | None:
    possible = [
        each
        for each in spots(documents, tag)
        if each.where in ("preamble", "signature") and old in each.text
    ]
    return replaced(documents, tag, rng.choice(possible), old, new) if possible else None


SURNAMES = {
    "az": ["Alıyev", "Dukenbayev"],
    "kk": ["Алыев", "Дукенбаев"],
    "ru": ["Алиев", "Дукенбаев"],
    "en": ["Alyev", "Dukenbayev"],
}


def misspelt_surname(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    old = rng.choice(SURNAMES[tag])
    n = rng.randrange(len(old) - 2)
    letter = rng.choice("blmnrst" if tag in ("az", "en") else "блмнрст")
    new = old[:n] + (letter.upper() if n == 0 else letter) + old[n + 1 :]
    return _name(documents, tag, rng, old, new) if new != old else None


def misspelt_everywhere(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    """A version spells a surname otherwise in all places."""
    old = rng.choice(SURNAMES[tag])
    n = rng.randrange(len(old) - 2)
    letter = rng.choice("blmnrst" if tag in ("az", "en") else "блмнрст")
    new = old[:n] + (letter.upper() if n == 0 else letter) + old[n + 1 :]
    if new == old:
        return None
    changed = documents
    for spot in spots(documents, tag):
        if old in spot.text:
            changed = put(changed, tag, spot, spot.text.replace(old, new))
    places = frozenset({"preamble", "signature"})
    return Planted(changed, places, frozenset({tag}), f"{tag}: {old} is {new} everywhere")


def other_initial(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    if tag != "ru":
        return None
    pattern = r"[ВН]\.(?= [^\W\d_])"
    return _at_a_match(documents, tag, rng, pattern, lambda m: rng.choice("АБМСТ") + ".")


ACTING = {
    "az": [("Direktor vəzifəsini icra edən", "Direktor")],
    "kk": [("Директордың міндетін атқарушы", "Директор"), ("ның міндетін атқарушы", "")],
    "ru": [
        ("Исполняющий обязанности директора", "Директор"),
        ("исполняющего обязанности ", ""),
    ],
    "en": [("Acting Director", "Director")],
}


def full_director(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    old, new = rng.choice(ACTING[tag])
    return _name(documents, tag, rng, old, new)


def other_position(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    old, new = {
        "az": ("Direktor ", "Direktor müavini "),
        "kk": ("директоры Вусал", "директорының орынбасары Вусал"),
        "ru": ("директора Вусала", "заместителя директора Вусала"),
        "en": ("its Director", "its Deputy Director"),
    }[tag]
    return _name(documents, tag, rng, old, new)


TOWNS = {"az": "Gəncə", "kk": "Гянджа", "ru": "Гянджинск", "en": "Ganja"}
OTHER_TOWNS = {"az": "Bakı", "kk": "Баку", "ru": "Бакинск", "en": "Baku"}


def other_organization(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, TOWNS[tag], lambda m: OTHER_TOWNS[tag])


def misspelt_organization(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    pattern = {"az": "Sultan", "kk": "Әзірет", "ru": "Хазрет", "en": "Aziret"}[tag]
    new = {"az": "Soltan", "kk": "Әзрет", "ru": "Хасрет", "en": "Hazret"}[tag]
    return _at_a_match(documents, tag, rng, pattern, lambda m: new)


def lost_word_of_a_name(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    word = {"az": "Dövlət ", "kk": "мемлекеттік ", "ru": r"государственн\w+ ", "en": "State "}[tag]

    def names(versions: Documents, language: str) -> list[Spot]:
        return [each for each in spots(versions, language) if each.where in ("title", "signature")]

    planted = _at_a_match(documents, tag, rng, word, lambda m: "", names)
    return planted and planted._replace(places=frozenset({"title", "signature", "preamble"}))


# Obligations

WEIGHTY = {
    "az": [
        "yazılı şəkildə ",
        "Qarşılıqlı razılığa əsasən ",
        "hüquqi və ya ",
        " və ya maliyyə",
        "eyni hüquqi qüvvəyə",
        "ayrılmaz hissəsi olan ",
        "könüllü və ",
        " və əvəzsizdir",
        "məsləhətləşmələr yolu ilə ",
        "Başqa cür razılaşdırılmadıqda ",
        " və əlavələr",
    ],
    "kk": [
        "жазбаша түрде ",
        "Өзара келісім бойынша ",
        "заңды немесе ",
        " немесе қаржылық",
        "бірдей заңды күшке",
        "ажырамас бөлігі",
        "ерікті және ",
        " және ақысыз",
        "консультациялар арқылы ",
        "автоматты түрде ",
        " мен толықтырулар",
        "Басқаша келісілмеген жағдайда ",
    ],
    "ru": [
        "в письменной форме",
        "По взаимному согласию ",
        "юридических или ",
        " или финансовых",
        "одинаковую юридическую силу",
        "неотъемлемой ",
        "добровольной и ",
        " и безвозмездной",
        "путём консультаций ",
        "автоматически ",
        "письменное ",
        " и дополнения",
        "Если иное не согласовано отдельно, ",
        "при необходимости ",
    ],
    "en": [
        "in writing ",
        "By mutual agreement, ",
        "legal or ",
        " or financial",
        "the same legal force",
        "integral ",
        "voluntary and ",
        " and free of charge",
        "through consultations ",
        "automatically ",
        "written ",
        " and additions",
        "Unless otherwise agreed, ",
        ", if necessary,",
    ],
}


def weight_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    old = rng.choice(WEIGHTY[tag])
    spot = next((each for each in bodies(documents, tag) if old in each.text), None)
    return replaced(documents, tag, spot, old, "") if spot else None


DENIALS = {
    "az": [("yaratmır", "yaradır"), ("təsir etmir", "təsir edir"), ("etmədikdə", "etdikdə")],
    "kk": [("туғызбайды", "туғызады"), ("етпейді", "етеді"), ("хабарламаса", "хабарласа")],
    "ru": [("не создаёт", "создаёт"), ("не влияет", "влияет")],
    "en": [("does not create", "creates"), ("does not affect", "affects"), ("neither", "either")],
}


def denial_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    old, new = rng.choice(DENIALS[tag])
    spot = next(each for each in bodies(documents, tag) if old in each.text)
    return replaced(documents, tag, spot, old, new)


# Completeness


def blank_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    def dates(versions: Documents, language: str) -> list[Spot]:
        return [each for each in bodies(versions, language) if each.where == "testimonium"]

    return _at_a_match(documents, tag, rng, r"[«“]___[»”] ____________ ?", lambda m: "", dates)


def signing_line_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    def signatures(versions: Documents, language: str) -> list[Spot]:
        return [each for each in spots(versions, language) if each.where == "signature"]

    return _at_a_match(documents, tag, rng, "____________ ", lambda m: "", signatures)


def placeholder(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    marks = ["XXX", "[…]", "[...]", "____", "[name]", "???", "TBD", "xx.xx.xxxx", "<…>", "ХХХ"]
    new = rng.choice(marks)
    return _at_a_match(documents, tag, rng, r"(?<= )[^\W\d_]{4,}(?= )", lambda m: new, bodies)


DEFINITIONS = {
    "az": r" \(bundan sonra – Tərəflər\)",
    "kk": r" \(бұдан әрі – Тараптар\)",
    "ru": r" \(далее совместно именуемые «Стороны»\)",
    "en": r" \(hereinafter referred to as the “Parties”\)",
}


def definition_lost(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    planted = _at_a_match(documents, tag, rng, DEFINITIONS[tag], lambda m: "")
    everywhere = frozenset(place(block) for block in documents[tag].blocks)
    return planted and planted._replace(places=everywhere)


TERMS = {
    "az": r"\b(?:Tərəflər|Memorandum)",
    "kk": r"\b(?:Тараптар|Меморандум)",
    "ru": r"\b(?:Сторон|Меморандум)",
    "en": r"\b(?:Parties|Memorandum)",
}


def small_term(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    return _at_a_match(documents, tag, rng, TERMS[tag], lambda m: m[0].lower(), bodies)


REFERENCES = {
    "az": "{}-ci maddəyə uyğun olaraq ",
    "kk": "{}-бапқа сәйкес ",
    "ru": "в соответствии со статьёй {} ",
    "en": "in accordance with Article {} ",
}


def unknown_reference(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    spot = rng.choice(bodies(documents, tag))
    start = rng.choice([m.start() for m in re.finditer(r"(?<= )[^\W\d_]{4,}", spot.text)])
    text = REFERENCES[tag].format(rng.randint(12, 25))
    return at(documents, tag, spot, start, start, text)


def one_sided_reference(documents: Documents, tag: str, rng: random.Random) -> Planted | None:
    spot = rng.choice(bodies(documents, tag))
    start = rng.choice([m.start() for m in re.finditer(r"(?<= )[^\W\d_]{4,}", spot.text)])
    return at(documents, tag, spot, start, start, REFERENCES[tag].format(rng.randint(1, 11)))


PLANTERS: dict[str, tuple[Planter, ...]] = {
    "letters": (
        mixed_script,
        whole_word_of_twins,
        typed_latin_y,
        foreign_letter,
        digit_for_letter,
        letter_for_digit,
        unseen_character,
        decomposed,
    ),
    "marks": (
        wrong_apostrophe,
        foreign_quotes,
        one_foreign_quote,
        lost_mark,
        lost_full_stop,
        space_before_mark,
        space_behind_bracket,
        lost_space,
        two_spaces,
        spaced_hyphen,
        dash_for_hyphen,
        odd_space,
        two_marks,
        spaced_letters,
        small_beginning,
    ),
    "doubles": (word_twice, words_twice, sentence_twice, sentence_elsewhere, passage_with_slips),
    "language": (foreign_word, foreign_sentence, typing_slip, plainer_letter),
    "seams": (words_joined, word_broken, capital_inside),
    "parity": (
        article_lost,
        articles_exchanged,
        sentence_lost,
        half_lost,
        other_words,
        other_digits,
        other_number,
        number_in_words_alone,
        other_year,
        other_unit,
        language_lost,
        other_language,
    ),
    "names": (
        other_given_name,
        misspelt_surname,
        misspelt_everywhere,
        other_initial,
        full_director,
        other_position,
        other_organization,
        misspelt_organization,
        lost_word_of_a_name,
    ),
    "obligations": (weight_lost, denial_lost),
    "completeness": (
        blank_lost,
        signing_line_lost,
        placeholder,
        definition_lost,
        small_term,
        unknown_reference,
        one_sided_reference,
    ),
}


def planted(documents: Documents, planter: Planter, tag: str, seed: int) -> Iterator[Planted]:
    """The defect of a seed, if there is room for it."""
    found = planter(documents, tag, random.Random(f"{planter.__name__} {tag} {seed}"))
    if found is not None:
        yield found
