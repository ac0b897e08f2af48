"""English spellings: letters of the Latin alphabet without diacritics and apostrophes.

- Russian: the BGN/PCGN 1947 system, «Юрий Дукенбаев» → «Yuriy Dukenbayev». Its ë is written yo,
  and e after ж, ч, ш, щ («Gorbachev»), as the simplified form of the system does.
- Kazakh: the BGN/PCGN 1979 system with its diacritics left out, «Қасым» → «Qasym». The ending of
  Russian surnames is written as from Russian after a vowel, «Дүкенбаев» → «Dukenbayev».
- Azerbaijani: BGN/PCGN (1993) keep its Latin letters. Without diacritics they are written as the
  national rules for geographical names say (Cabinet of Ministers of the Republic of Azerbaijan,
  decision 498 of 16 December 2020) and as passports do: «Ağdam» → «Aghdam», «Qasımov» → «Gasimov».
"""

from mou_desktop.languages.transliteration.letters import (
    CYRILLIC_VOWELS,
    table,
)
from mou_desktop.languages.transliteration.spelling import Rules, Speller

_CYRILLIC = {
    **table(
        "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ы э ю я",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya",
    ),
    **table("ә ғ қ ң ө ұ ү һ і", "a gh q ng o u u h i"),
    "ъ": "",
    "ь": "",
}
_FROM_RUSSIAN: Rules = (
    (f"^е|(?<=[{CYRILLIC_VOWELS}йъь])е", "ye"),
    ("(?<=[жчшщ])ё", "e"),
    ("['’ʼ]", ""),
)
_FROM_KAZAKH: Rules = (
    (f"(?<=[{CYRILLIC_VOWELS}])е(?=ва?$|вич$|вна$)", "ye"),
    ("(?<=[жчшщ])ё", "e"),
    ("['’ʼ]", ""),
)

_AZERBAIJANI = table(
    "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v w y z",
    "a b j ch d e a f g gh h kh i i zh k g l m n o o p r s sh t u u v w y z",
)
_FROM_AZERBAIJANI: Rules = (
    ("bəy", "bey"),
    ("['’ʼ]", ""),
)

FROM = {
    "az": Speller("az", "en", _FROM_AZERBAIJANI, _AZERBAIJANI),
    "kk": Speller("kk", "en", _FROM_KAZAKH, _CYRILLIC),
    "ru": Speller("ru", "en", _FROM_RUSSIAN, _CYRILLIC),
}
