"""Takes a full name as it is typed; gives its words, each with the part that it plays.

The order is free: «Алиев Вусал Рашид оглы», “Nurlan Musagalievich Dukenbaev”, «В. Алиев». Only
endings are looked at, no dictionary.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Part(Enum):
    """What a word of a name is. A father's name and «оглы» make one patronymic."""

    SURNAME = auto()
    GIVEN = auto()
    PATRONYMIC = auto()
    INITIAL = auto()


class Order(Enum):
    """How well the order of a name is known."""

    CLEAR = auto()  # endings or initials show it
    USUAL = auto()  # nothing speaks against the given name standing first
    DOUBTFUL = auto()


@dataclass(frozen=True, slots=True)
class PersonalName:
    """`gaps` is the white space before each word and behind the last."""

    words: tuple[str, ...]
    parts: tuple[Part, ...]
    gaps: tuple[str, ...]
    order: Order

    def spelled(self, words: list[str]) -> str:
        """The name with other words in the places of its own."""
        return "".join(gap + word for gap, word in zip(self.gaps, [*words, ""], strict=True))


_TOKEN = r"\s+|(?:[^\W\d_]{1,2}\.)(?:-[^\W\d_]{1,2}\.)*|\S+"
_SON_OR_DAUGHTER = (
    "оглы|оглу|кызы|гызы|улы|уулу|ұлы|қызы|oğlu|qızı|kızı|oglu|ogly|oghlu|qizi|gizi|kyzy|uly|uulu"
)
# A few patronymics end in -ич without -ов-: Ильич, Кузьмич, Лукич.
_PATRONYMIC = (
    r"(?:[оеёь]вич|ьич|[оеё]вна|инична|ична|(?:кузьм|лук|фом|никит|савв|сил)ич"
    r"|[oe]vi(?:ch|ç)|[oe]vna|ini(?:ch|ç)na"
    rf"|{_SON_OR_DAUGHTER})$"
)
# Words of surnames that are no name themselves, written small: «фон дер Ляйен», «бен Ладен».
PARTICLES = frozenset(
    {"аль", "ас", "бен", "бин", "ван", "да", "де", "дер", "ди", "дю", "ибн", "ла", "ле", "фон"}
    | {"эль", "эс", "al", "bin", "da", "de", "der", "di", "ibn", "la", "le", "van", "von"}
)
_FEMALE_PATRONYMIC = r"(?:вна|ична|vna|nichna|niçna)$"
_VOWEL = "[аеёиоуыэюяәөұүіaeəiıoöuüy]"
# No given name ends like these when a vowel precedes the ending: «Лев» and «Ева» do not match.
_SURNAME = (
    rf"{_VOWEL}.*(?:[оеё]ва?|[сц]к(?:ий|ая)|заде|енко|дзе|швили"
    r"|[oe]va?|sk(?:iy|aya|y)|zad[eə]|enko|dze|shvili)$"
)
_LIKE_A_SURNAME = rf"{_VOWEL}.*(?:[иы]на?|[iı]na?|yna?|ый|ая|ой|[гкхн]их|ых|[чнщ]ук|[нр]юк|ич)$"
# Given names that end like surnames: of both sexes, of women, in -ов, -ая, then in Latin script.
_GIVEN = (
    "(?:августи|ами|бенджами|валенти|вениами|кеви|константи|марти|русти|руфи|саби|усти|эдви"
    "|эльви|эми|яси)на?|.*[дт]дин"
    "|(?:адел|акул|ал|альб|ангел|анжел|антон|ар|васил|витал|гал|дар|евангел|екатер|жасм|зар|ир|кар"
    "|карол|кат|крист|магдал|мад|мальв|мар|мел|нарм|паул|пол|рег|серафим|фат|христ|эвел|эл|эльм"
    "|ясем|ясм)ина"
    "|яков|иаков|иов|аглая|сурая|(?:ай|ак|гуль|жан|нур)сая|[iy]akov"
    "|(?:ami|benjami|elvi|emi|kevi|konstanti|marti|sabi|valenti|veniami|yasi|.*[dt]di)na?"
    "|(?:al|alb|angel|anjel|ar|christ|dar|ekater|el|gal|ir|kar|karol|krist|mad|mar|narm|nərm|paul"
    "|pol|qal|reg|yasm|yasəm|yekater|zar)ina"
)


def split(name: str) -> PersonalName | None:
    """The words of `name` and their parts; `None` when there are none, or too many to tell."""
    words, gaps = _words(name)
    particles = {index for index, word in enumerate(words) if word in PARTICLES}
    full = [
        index
        for index, word in enumerate(words)
        if index not in particles and not _is_initial(word)
    ]
    if not 1 <= len(full) <= 4:
        return None
    recognised = _recognised([words[index].casefold() for index in full])
    if recognised is None:
        return None
    found, order = recognised
    parts = [Part.SURNAME if index in particles else Part.INITIAL for index in range(len(words))]
    for index, part in zip(full, found, strict=True):
        parts[index] = part
    if len(full) == 1 and len(words) > 1:
        order = Order.CLEAR
    return PersonalName(tuple(words), tuple(parts), tuple(gaps), order)


def _words(name: str) -> tuple[list[str], list[str]]:
    words: list[str] = []
    gaps = [""]
    for token in re.findall(_TOKEN, name):
        if token.isspace():
            gaps[-1] = token
        elif words and gaps[-1] and re.fullmatch(_SON_OR_DAUGHTER, token.casefold()):
            words[-1] += gaps.pop() + token
            gaps.append("")
        else:
            words.append(token)
            gaps.append("")
    return words, gaps


def _is_initial(word: str) -> bool:
    return word.endswith(".") and not word.startswith(".")


def _recognised(full: list[str]) -> tuple[list[Part], Order] | None:
    surname, given, patronymic = Part.SURNAME, Part.GIVEN, Part.PATRONYMIC
    if len(full) == 1:
        return [surname], Order.DOUBTFUL
    if len(full) == 2:
        return _two(*full)
    if len(full) == 3:
        return _three(*full)
    if re.search(_PATRONYMIC, full[2]):
        return [given, given, patronymic, surname], Order.DOUBTFUL
    return None


def _two(first: str, last: str) -> tuple[list[Part], Order]:
    given_first, surname_first = [Part.GIVEN, Part.SURNAME], [Part.SURNAME, Part.GIVEN]
    if re.search(_FEMALE_PATRONYMIC, last) or " " in last:
        return [Part.GIVEN, Part.PATRONYMIC], Order.CLEAR
    if re.search(_PATRONYMIC, last):
        usual = Order.CLEAR if re.search(rf"(?:{_SON_OR_DAUGHTER})$", last) else Order.USUAL
        return given_first, Order.DOUBTFUL if re.search(_SURNAME, first) else usual
    if re.search(_PATRONYMIC, first):
        return surname_first, Order.DOUBTFUL if re.search(_SURNAME, last) else Order.CLEAR
    first_weight, last_weight = _weight(first), _weight(last)
    if first_weight == last_weight:
        return given_first, Order.DOUBTFUL if first_weight == _STRONG else Order.USUAL
    if first_weight < last_weight:
        shown = last_weight == _STRONG or first_weight == _NEVER
        return given_first, Order.CLEAR if shown else Order.USUAL
    shown = first_weight == _STRONG or last_weight == _NEVER
    return surname_first, Order.CLEAR if shown else Order.DOUBTFUL


def _three(first: str, middle: str, last: str) -> tuple[list[Part], Order]:
    surname, given, patronymic = Part.SURNAME, Part.GIVEN, Part.PATRONYMIC
    surname_first = _weight(first) == _STRONG and _weight(last) < _STRONG
    if re.search(_PATRONYMIC, middle):
        return [given, patronymic, surname], Order.DOUBTFUL if surname_first else Order.CLEAR
    if re.search(_PATRONYMIC, last):
        if _weight(middle) == _STRONG and _weight(first) < _STRONG:
            return [given, surname, patronymic], Order.CLEAR
        return [surname, given, patronymic], Order.CLEAR
    if surname_first:
        return [surname, given, given], Order.CLEAR
    clear = _weight(last) == _STRONG and _weight(first) < _STRONG
    return [given, given, surname], Order.CLEAR if clear else Order.USUAL


_NEVER, _PERHAPS, _LIKELY, _STRONG = range(4)


def _weight(word: str) -> int:
    """How much the ending makes a word look like a surname."""
    if re.fullmatch(_GIVEN, word):
        return _NEVER
    if re.search(_SURNAME, word):
        return _STRONG
    return _LIKELY if re.search(_LIKE_A_SURNAME, word) else _PERHAPS
