"""Edits of an agreement as officers make them, and as nobody would: by the number of a seed."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from mou_desktop.errors import FieldError
from mou_desktop.model import fields, texts
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import Literal, NotationError, literal, notation, parse
from mou_desktop.store import examples

TAGS = ("az", "kk", "ru", "en")
NEW_WORDS = {
    "az": "Tərəflər yazılı razılıq əsasında “məlumat” verir 5 (beş) il və ay müddətində digər",
    "kk": "Тараптар жазбаша келісім негізінде «ақпарат» береді бес (5) жыл және ай мерзіміне басқа",
    "ru": "Стороны в письменной форме «сведения» передают 5 (пять) лет и месяц в течение другой",
    "en": "The Parties in writing “data” provide 5 (five) years and month for the other Parties’",
}
ODD = (
    "«",
    "»",
    "„",
    "“",
    "”",
    "‘",
    "’",
    "(",
    ")",
    ",",
    ";",
    "—",
    "1)",
    "«„а“ б»",
    "“a ‘b’”",
    "&",
    "<b>",
)
NAMES = {
    "parties.0.name": {
        "az": ("Xalça Muzeyi", "Milli Kitabxana"),
        "kk": ("Кілем музейі", "Ұлттық кітапхана"),
        "ru": ("Музей ковра", "Национальная библиотека", "Комитет «Наследие»"),
        "en": ("Carpet Museum", "National Library"),
    },
    "parties.1.signatory.name": {
        "az": ("Asxat Serikov", "Ayqul Serikova"),
        "kk": ("Асхат Серіков", "Айгүл Серікова"),
        "ru": ("Асхат Бекович Сериков", "Айгуль Сериковна Серикова"),
        "en": ("Askhat Serikov", "Aigul Serikova"),
    },
    "parties.1.signatory.position": {
        "az": ("Direktor", "Baş direktor"),
        "kk": ("Директор", "Бас директор"),
        "ru": ("Директор", "Генеральный директор"),
        "en": ("Director", "Director General"),
    },
    "place": {
        "az": ("Gəncə", "Türküstan"),
        "kk": ("Гянджа", "Түркістан"),
        "ru": ("Гянджа", "Туркестан"),
        "en": ("Ganja", "Turkistan"),
    },
}  # fmt: skip
NAMES["parties.1.name"] = NAMES["parties.0.name"]
NAMES["parties.0.second_signatory.name"] = NAMES["parties.1.signatory.name"]
NAMES["parties.0.second_signatory.position"] = NAMES["parties.1.signatory.position"]
NAMES["parties.0.address"] = NAMES["place"]
NUMBERS = {"duration_years": 12, "notice_months": 12, "copies": 12, "date.year": 0, "date.day": 28}


def rich() -> Draft:
    """The example with what it lacks: several paragraphs, references, quotations, a place."""
    draft = examples.load("memorandum")
    for tag, names in NAMES["place"].items():
        draft = fields.change(draft, f"place.{tag}", names[0])
        (text,) = texts.paragraphs(draft, tag, "events")
        first, second = text.split(". ", 1)
        draft = texts.rewrite(draft, tag, "events", (f"{first}.", second))
        case = "prepositional" if tag == "ru" else "nominative" if tag == "en" else "locative"
        text = f"{NEW_WORDS[tag]} {{article.validity:{case}}}, {{article.projects:{case}}}."
        draft = texts.rewrite(draft, tag, "termination", (text, f"{text} {NEW_WORDS[tag]}"))
    return replace(draft, review={})


def edited(base: Draft, seed: int) -> Draft:
    """The agreement after one to five edits."""
    random = Random(seed)
    steps: list[Callable[[Draft, Random], Draft]] = [
        _number, _number, _name, _words, _words, _words, _words, _paragraphs, _articles, _choice,
    ]  # fmt: skip
    draft = base
    for _ in range(random.randint(1, 5)):
        try:
            draft = random.choice(steps)(draft, random)
        except (FieldError, NotationError):
            continue
    return draft


def _languages(random: Random) -> tuple[str, ...]:
    """Mostly all of them."""
    if random.random() < 0.75:
        return TAGS
    return tuple(random.sample(TAGS, random.randint(1, 3)))


def _number(draft: Draft, random: Random) -> Draft:
    path = random.choice(list(NUMBERS))
    number = (
        2000 + random.randint(20, 60) if path == "date.year" else random.randint(1, NUMBERS[path])
    )
    return fields.change(draft, path, str(number))


def _name(draft: Draft, random: Random) -> Draft:
    path = random.choice(list(NAMES))
    number = random.randint(0, 1)
    for tag in _languages(random):
        draft = fields.change(draft, f"{path}.{tag}", NAMES[path][tag][number])
    if "signatory" in path and random.random() < 0.5:
        draft = fields.change(draft, "parties.1.signatory.sex", "mf"[number])
    return draft


def _choice(draft: Draft, random: Random) -> Draft:
    path, values = random.choice(
        [
            ("originals", ("separate", "combined")),
            ("prevailing", ("", "en", "ru")),
            ("date.month", "35"),
            ("parties.0.phone", ("", "5", "+994 22 256 00 00")),
        ]
    )
    return fields.change(draft, path, random.choice(values))


def _words(draft: Draft, random: Random) -> Draft:
    place = random.choice(texts.places(draft))
    how = random.choice((_replace, _insert, _remove, _remove, _odd, _repeat, _spaces))
    at = random.random()
    for tag in _languages(random):
        wording = list(texts.paragraphs(draft, tag, place))
        if not wording:
            continue
        number = int(at * len(wording))
        wording[number] = _mutated(wording[number], tag, how, at, random)
        draft = texts.rewrite(draft, tag, place, tuple(wording))
    return draft


def _mutated(
    text: str,
    tag: str,
    how: Callable[[list[str], str, float, Random], list[str]],
    at: float,
    random: Random,
) -> str:
    """A paragraph with other words; its fields stay, or sometimes one of them goes."""
    pieces = [notation(piece) for piece in parse(text)]
    words = [n for n, piece in enumerate(parse(text)) if isinstance(piece, Literal)]
    if len(pieces) > 1 and random.random() < 0.05:
        del pieces[random.randrange(len(pieces))]
    elif words:
        chosen = words[int(at * len(words))]
        (piece,) = parse(pieces[chosen])
        assert isinstance(piece, Literal)
        new = how(piece.text.split(" "), tag, at, random)
        pieces[chosen] = literal(" ".join(new))
    return "".join(pieces)


def _replace(words: list[str], tag: str, at: float, random: Random) -> list[str]:
    start, end = _span(words, at, random)
    return [*words[:start], *_some(tag, random), *words[end:]]


def _insert(words: list[str], tag: str, at: float, random: Random) -> list[str]:
    start, _end = _span(words, at, random)
    return [*words[:start], *_some(tag, random), *words[start:]]


def _remove(words: list[str], tag: str, at: float, random: Random) -> list[str]:
    start, end = _span(words, at, random)
    return [*words[:start], *words[end:]]


def _odd(words: list[str], tag: str, at: float, random: Random) -> list[str]:
    start, _end = _span(words, at, random)
    mark = random.choice(ODD)
    glued = random.random() < 0.5 and start < len(words)
    return [*words[:start], *([mark + words[start]] if glued else [mark]), *words[start + glued :]]


def _repeat(words: list[str], tag: str, at: float, random: Random) -> list[str]:
    start, end = _span(words, at, random)
    return [*words[:end], *words[start:]]


def _spaces(words: list[str], tag: str, at: float, random: Random) -> list[str]:
    start, _end = _span(words, at, random)
    return [*words[:start], "", random.choice(("", "\N{NO-BREAK SPACE}", "x")), *words[start:]]


def _span(words: list[str], at: float, random: Random) -> tuple[int, int]:
    start = int(at * (len(words) + 1))
    return start, min(len(words), start + random.choice((1, 1, 2, 4, 20)))


def _some(tag: str, random: Random) -> list[str]:
    known = NEW_WORDS[tag].split(" ")
    start = random.randrange(len(known))
    return known[start : start + random.choice((1, 1, 2, 3, 8))]


def _paragraphs(draft: Draft, random: Random) -> Draft:
    place = random.choice(texts.places(draft))
    what = random.choice(("add", "add", "split", "drop", "swap"))
    at = random.random()
    for tag in _languages(random):
        wording = list(texts.paragraphs(draft, tag, place))
        number = int(at * (len(wording) + 1))
        if what == "add":
            wording.insert(number, literal(f"{' '.join(_some(tag, random))}."))
        elif what == "split" and number < len(wording) and ". " in wording[number]:
            wording[number : number + 1] = wording[number].split(". ", 1)
        elif what == "drop" and len(wording) > 1 and number < len(wording):
            del wording[number]
        elif what == "swap":
            wording.reverse()
        draft = texts.rewrite(draft, tag, place, tuple(wording))
    return draft


def _articles(draft: Draft, random: Random) -> Draft:
    article = random.choice(draft.articles)
    match random.choice(("new", "new", "delete", "delete", "move")):
        case "new":
            at = random.randint(0, len(draft.articles))
            draft = texts.insert_article(draft, at)
            for tag in _languages(random):
                wording = tuple(
                    literal(f"{' '.join(_some(tag, random))}.") for _ in range(random.randint(1, 3))
                )
                draft = texts.rewrite(draft, tag, draft.articles[at], wording)
            return draft
        case "delete":
            return texts.delete_article(draft, article)
    return texts.move_article(draft, article, random.randint(-3, 3))
