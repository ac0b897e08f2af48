"""Kazakh spellings in Cyrillic.

- Russian: the letters stay; Kazakh orthography writes Russian names as Russian does, and which
  Kazakh letters a Kazakh name had cannot be known from its Russian spelling.
- Azerbaijani: by the letters that stand for the same sounds: ə → ә, ö → ө, ü → ү, ı → ы, h → һ,
  ğ → ғ, c → ж («Gəncə» → «Гәнжа»); q → қ at the ends of a word and before consonants, where Kazakh
  has no ғ, else ғ; u → ұ in the first syllable, the only one where Kazakh writes ұ.
- English: no standard goes that way; digraphs of the BGN/PCGN tables are read back.
"""

from mou_desktop.languages.transliteration.letters import (
    AZERBAIJANI_CONSONANTS,
    AZERBAIJANI_VOWELS,
    KAZAKH_LETTERS,
    RUSSIAN_CONSONANTS,
    RUSSIAN_VOWELS,
    same,
    table,
)
from mou_desktop.languages.transliteration.spelling import Rules, Speller

_V = AZERBAIJANI_VOWELS
_C = AZERBAIJANI_CONSONANTS

_RUSSIAN = same(RUSSIAN_VOWELS + RUSSIAN_CONSONANTS + KAZAKH_LETTERS)
_FROM_RUSSIAN: Rules = (
    ("^оглы$", "оғлы"),
    ("^кызы$", "қызы"),
    ("['’ʼ]", ""),
)

_AZERBAIJANI = table(
    "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v w y z",
    "а б ж ч д е ә ф г ғ һ х ы и ж к ғ л м н о ө п р с ш т у ү в в й з",
)
_FROM_AZERBAIJANI: Rules = (
    ("^oğlu$", "оғлы"),
    ("^qızı$", "қызы"),
    ("zadə$", "заде"),
    ("iyy[aə]$", "ия"),
    ("[ıi]yev(?=a?$)", "иев"),
    (f"^y[aə]|(?<=[{_V}y])y[aə]", "я"),
    (f"^ye|(?<=[{_V}y])ye", "е"),
    (f"^y[uü]|(?<=[{_V}y])y[uü]", "ю"),
    (f"(?<=[^{_V}y])y[aə]", "ия"),
    ("^e", "э"),
    (f"^q|q$|q(?=[{_C}])", "қ"),
    (f"^u|(?<=^[{_C}])u|(?<=^[{_C}][{_C}])u", "ұ"),
    ("['’ʼ]", ""),
)

_ENGLISH = table(
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "а б к д е ф г һ и ж к л м н о п қ р с т у в в кс ы з",
)
_FROM_ENGLISH: Rules = (
    ("shch", "щ"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("kh", "х"),
    ("zh", "ж"),
    ("ts", "ц"),
    ("ph", "ф"),
    ("th", "т"),
    ("gh", "ғ"),
    ("ck", "к"),
    ("oo", "у"),
    ("ee", "и"),
    ("c(?=[eiy])", "с"),
    ("(?:uly|uli)$", "ұлы"),
    ("[kq]yzy$", "қызы"),
    ("iy$|(?<=[gkr])y$", "ий"),
    ("yy$", "ый"),
    ("ia$", "ия"),
    ("ei", "ей"),
    ("^ai(?=[^aeiouy])|(?<=b)ai", "ай"),
    ("(?<=[bvmp])yo(?=va?$)", "ьё"),
    ("ya", "я"),
    ("yu", "ю"),
    ("yo", "ё"),
    ("^ye|(?<=[aeiouy])ye", "е"),
    ("ye", "ье"),
    ("^y(?=[ai])|(?<=[aeiou])y", "й"),
    ("['’ʼ]", "’"),
)

FROM = {
    "az": Speller("az", "kk", _FROM_AZERBAIJANI, _AZERBAIJANI),
    "ru": Speller("ru", "kk", _FROM_RUSSIAN, _RUSSIAN),
    "en": Speller("en", "kk", _FROM_ENGLISH, _ENGLISH),
}
