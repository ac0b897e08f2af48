"""Takes a noun that the dictionary lacks; declines it as its ending has it."""

from mou_desktop.languages.base import Gender
from mou_desktop.languages.ru.dictionary import Reading
from mou_desktop.languages.ru.word_lists import listed

# State bodies and offices of Turkic countries, masculines in a hard consonant.
_BODIES = listed("акимат кенеш маджлис мажлис маслихат хокимият хурал муфтият")
_OFFICES = listed("аким хаким хоким")
_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
_HARD, _HISSING, _VELAR = "бвдзклмнпрстфхг", "жшчщц", "гкх"
_INDECLINABLE = "еёиоуыэю"


def reading(word: str) -> Reading | None:
    """Masculine in a consonant, feminine in -а; vowels other than -а and -я stand unchanged."""
    lower = word.lower()
    last = lower[-1:]
    if last and last in _INDECLINABLE:
        return _noun(word, Gender.NEUTER, [word] * 6, known=False)
    if last and last in _HARD + _HISSING:
        ending = "ем" if last in _HISSING else "ом"
        accusative = "а" if lower in _OFFICES else ""
        forms = [word + ending for ending in ("", "а", "у", accusative, ending, "е")]
        return _noun(word, Gender.MASCULINE, forms, known=lower in _BODIES | _OFFICES)
    if lower.endswith(("ай", "ей", "ой", "уй")):
        forms = [word[:-1] + ending for ending in ("й", "я", "ю", "й", "ем", "е")]
        return _noun(word, Gender.MASCULINE, forms, known=False)
    if last == "а" and lower[:-1].endswith(tuple(_HARD + _HISSING)):
        genitive = "и" if lower[-2] in _VELAR + "жшчщ" else "ы"
        instrumental = "ей" if lower[-2] in _HISSING else "ой"
        forms = [word[:-1] + ending for ending in ("а", genitive, "е", "у", instrumental, "е")]
        return _noun(word, Gender.FEMININE, forms, known=False)
    return None


def _noun(word: str, gender: Gender, forms: list[str], *, known: bool) -> Reading:
    tags = frozenset({"NOUN", "anim" if word.lower() in _OFFICES else "inan"})
    return Reading(word, tags, False, gender, known, dict(zip(_CASES, forms, strict=True)))
