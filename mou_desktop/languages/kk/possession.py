"""The third-person possessive: директор → директоры, төраға → төрағасы, бастық → бастығы."""

from mou_desktop.languages.base import Form
from mou_desktop.languages.kk.cases import bare_stem
from mou_desktop.languages.kk.harmony import VOWELS, harmony

# Words that lose the vowel of their last syllable (Қазақ грамматикасы, 2002).
# fmt: off
_FLEETING = frozenset({
    "орын", "ерін", "мұрын", "қарын", "мойын", "ауыз", "халық", "ерік", "мүлік",
    "көрік", "бөрік", "әріп", "ғұрып", "кейіп", "қалып", "қауіп", "құлық", "тұрық",
})
# fmt: on
_FLEETING_LAST = "орын"
_VOICED = {"п": "б", "к": "г", "қ": "ғ"}
_UNCHANGED = frozenset({"тарап", "құқ"})
# Verbal nouns and loans in these letters take -ы, -і like words that end in a consonant.
_GLIDES = frozenset("иую")
_AGENT = ("шы", "ші")
_PLURAL = ("лары", "лері", "дары", "дері", "тары", "тері")
_CLEAR = ("сы", "сі", "ғы", "гі", "бы", "бі")


def possessive_form(word: str) -> Form:
    """A common noun with the possessive of the third person; unchanged without a vowel."""
    found = harmony(word)
    if found is None:
        return Form(word, False)
    high = "і" if found.front else "ы"
    last = word[-1].casefold()
    if last in VOWELS - _GLIDES:
        return Form(word + "с" + high, found.sure and last != "ә")
    stem = bare_stem(word)
    if stem.joint:
        return Form(word + stem.joint + "с" + high, found.sure and stem.sure)
    kept = word if stem.falls_before_t_only else word[: len(word) - stem.cut]
    kept = kept.removesuffix("ь")
    sure = found.sure and (stem.sure or stem.falls_before_t_only)
    if _loses_vowel(kept):
        return Form(kept[:-2] + kept[-1] + high, sure)
    voiced = _voiced(kept)
    if voiced != kept and _is_loan(kept):
        return Form((kept if last == "п" else voiced) + high, False)
    return Form(voiced + high, sure and last not in "ию")


def is_possessive(word: str) -> bool:
    """Whether a word can carry the possessive; agents in -шы and -ші («басшы») do not."""
    lower = word.casefold()
    return lower.endswith(("ы", "і")) and not lower.endswith(_AGENT)


def is_clearly_possessive(word: str) -> bool:
    """Endings that little else leaves: төраға-сы, бастығ-ы, мектеб-і, әмірлік-тер-і."""
    lower = word.casefold()
    if len(lower) > 6 and lower.endswith(_PLURAL):
        return True
    return len(lower) > 4 and lower.endswith(_CLEAR) and lower[-3] in VOWELS


def _loses_vowel(word: str) -> bool:
    lower = word.casefold()
    return lower in _FLEETING or lower.endswith(_FLEETING_LAST)


def _voiced(word: str) -> str:
    """П, к and қ are voiced between vowels: мектеп → мектебі."""
    lower = word.casefold()
    after_vowel = len(lower) > 1 and lower[-2] in VOWELS
    if not after_vowel or lower in _UNCHANGED:
        return word
    return word[:-1] + _VOICED.get(word[-1], word[-1])


def _is_loan(word: str) -> bool:
    """Loans waver: принципі and «принцибі», академигі and «академикі»."""
    return bool({"и", "э", "ё", "ю", "ф", "ц", "в"}.intersection(word.casefold()))
