"""Azerbaijani spellings in Latin script.

- Russian and Kazakh: Cyrillic letters have the values of the table of correspondences between the
  Cyrillic and Latin alphabets of Azerbaijani (BGN/PCGN 1993 Agreement): ж → j, х → x, ы → ı, ч → ç,
  ш → ş, ө → ö, ү → ü. Letters that it lacks follow the orthography of Russian names: ц → ts,
  щ → şç, е → ye at the beginning and after vowels, г → g before front vowels and q elsewhere
  («Qriqoriyev», «Sergey»), -ий → -i, -ый → -ı.
- Kazakh words (those with a letter that Russian has not): қ → q, ғ → ğ (q at the beginning, where
  Azerbaijani has no ğ), ң → n, and е after the first syllable → ə, as in the words that both
  languages share: «Дүкен» → «Dükən».
- English: no standard goes that way; the national rules of 2020 and the BGN/PCGN tables are read
  back.
"""

from mou_desktop.languages.transliteration.established import personal_names
from mou_desktop.languages.transliteration.letters import (
    CYRILLIC_VOWELS,
    KAZAKH_LETTERS,
    lower,
    table,
)
from mou_desktop.languages.transliteration.spelling import Rules, Speller

_V = CYRILLIC_VOWELS
_LATER_SYLLABLE = f"(?:(?<=[{_V}][^{_V}])|(?<=[{_V}][^{_V}]{{2}})|(?<=[{_V}][^{_V}]{{3}}))е"

_CYRILLIC = {
    **table(
        "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ы э ю я",
        "a b v q d e yo j z i y k l m n o p r s t u f x ts ç ş şç ı e yu ya",
    ),
    **dict(zip(KAZAKH_LETTERS, "əğqnöuühi", strict=True)),
    "ъ": "",
    "ь": "",
}
_FROM_RUSSIAN: Rules = (
    *personal_names("ru", "az"),
    ("^оглы$", "oğlu"),
    ("^кызы$", "qızı"),
    ("заде$", "zadə"),
    (f"^е|(?<=[{_V}йъь])е", "ye"),
    ("ьо", "yo"),
    ("(?<=[жчшщ])ё", "o"),
    ("ий$", "i"),
    ("ый$", "ı"),
    ("г(?=[еэиіәөүёюя])", "g"),
    ("^ғ", "q"),
    ("['’ʼ]", ""),
)
_FROM_KAZAKH_WORD: Rules = (
    (f"^е|(?<=[{_V}йъь])е", "ye"),
    ("ев(?=а?$)", "ev"),
    (_LATER_SYLLABLE, "ə"),
    ("г", "g"),
    *_FROM_RUSSIAN,
)

_ENGLISH = table(
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "a b k d e f q h i c k l m n o p q r s t u v v ks ı z",
)
_FROM_ENGLISH: Rules = (
    *personal_names("en", "az"),
    ("shch", "şç"),
    ("sh", "ş"),
    ("ch", "ç"),
    ("kh", "x"),
    ("zh", "j"),
    ("ph", "f"),
    ("th", "t"),
    ("^gh", "q"),
    ("gh", "ğ"),
    ("ck", "k"),
    ("oo", "u"),
    ("ee", "i"),
    ("ia$", "iya"),
    ("ei", "ey"),
    ("^ai(?=[^aeiouy])|(?<=b)ai", "ay"),
    ("c(?=[eiy])", "s"),
    ("g(?=[eiy])", "g"),
    ("iy$|(?<=[^aeiouy])y$", "i"),
    ("y(?=[aeiou])|(?<=[aeiou])y", "y"),
    ("['’ʼ]", "’"),
)


class _KazakhSpeller(Speller):
    """Kazakh texts have Russian names too, which are spelt as from Russian."""

    def spell(self, word: str) -> str | None:
        native = any(letter in KAZAKH_LETTERS for letter in lower(word, "kk"))
        return super().spell(word) if native else FROM["ru"].spell(word)


FROM: dict[str, Speller] = {
    "kk": _KazakhSpeller("kk", "az", _FROM_KAZAKH_WORD, _CYRILLIC),
    "ru": Speller("ru", "az", _FROM_RUSSIAN, _CYRILLIC),
    "en": Speller("en", "az", _FROM_ENGLISH, _ENGLISH),
}
