"""Russian spellings.

- Kazakh: the instruction on rendering Kazakh names in Russian: ә → а, ө → о, ұ and ү → у, і → и,
  қ → к, ғ → г, ң → н, һ → х, and йы, йі after a vowel → и («Асайын» → «Асаин»).
- Azerbaijani: the Azerbaijani-Russian practical transcription (instruction on rendering
  geographical names of the Azerbaijan SSR): c → дж, ğ and q → г, h → х, ş → ш; ə → я after g, k, l;
  l after a front vowel is soft. In personal names ə is а («Рашад»), but е in -məd, -mət («Ахмед»);
  the surname ending -yev is -ев; traditional names are listed in `established`.
- English: no standard goes that way; digraphs of the BGN/PCGN tables are read back.
"""

from mou_desktop.languages.transliteration.established import personal_names
from mou_desktop.languages.transliteration.letters import (
    AZERBAIJANI_VOWELS,
    CYRILLIC_VOWELS,
    RUSSIAN_CONSONANTS,
    RUSSIAN_VOWELS,
    same,
    table,
)
from mou_desktop.languages.transliteration.spelling import Rules, Speller

_V = AZERBAIJANI_VOWELS

_KAZAKH = {
    **same(RUSSIAN_VOWELS + RUSSIAN_CONSONANTS),
    **table("ә ғ қ ң ө ұ ү һ і", "а г к н о у у х и"),
}
_FROM_KAZAKH: Rules = (
    (f"(?<=[{CYRILLIC_VOWELS}])й[ыі]", "и"),
    ("['’ʼ]", ""),
)

_AZERBAIJANI = table(
    "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v w y z",
    "а б дж ч д е а ф г г х х ы и ж к г л м н о ё п р с ш т у у в в й з",
)
_FROM_AZERBAIJANI: Rules = (
    *personal_names("az", "ru"),
    ("^oğlu$", "оглы"),
    ("^qızı$", "кызы"),
    ("zadə$", "заде"),
    ("bəy", "бей"),
    ("iyyə$", "ия"),
    ("[ıi]yev(?=a?$)", "иев"),
    (f"(?<=[{_V}])y[ıi]", "и"),
    (f"^y[aə]|(?<=[{_V}y])y[aə]", "я"),
    (f"^ye|(?<=[{_V}y])ye", "е"),
    (f"^y[uü]|(?<=[{_V}y])y[uü]", "ю"),
    ("^yö", "ё"),
    (f"(?<=[^{_V}y])y[aə]", "ья"),
    (f"(?<=[^{_V}y])ye", "ье"),
    (f"(?<=[^{_V}y])y[uü]", "ью"),
    (f"^e|(?<=[{_V}])e", "э"),
    ("(?<=m)ə(?=[dt]$|d(?:ov|l[ıi]|zadə))", "е"),
    ("(?<=[gkl])ə", "я"),
    ("(?<=[cçşjğ])ı", "и"),
    ("(?<=[gkl])ü|(?<=t)ü(?=r)", "ю"),
    ("^ö", "о"),
    (f"(?<=[eəiöü])l(?=$|[^{_V}ly])", "ль"),
    ("['’ʼ]", ""),
)

_ENGLISH = table(
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "а б к д е ф г х и дж к л м н о п к р с т у в в кс ы з",
)
_FROM_ENGLISH: Rules = (
    *personal_names("en", "ru"),
    ("shch", "щ"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("kh", "х"),
    ("zh", "ж"),
    ("ts", "ц"),
    ("ph", "ф"),
    ("th", "т"),
    ("gh", "г"),
    ("ck", "к"),
    ("oo", "у"),
    ("ee", "и"),
    ("c(?=[eiy])", "с"),
    ("(?:uly|uli)$", "улы"),
    ("[kq]yzy$", "кызы"),
    ("iy$|(?<=[^aeiouy])y$", "ий"),
    ("yy$", "ый"),
    ("ia$", "ия"),
    ("^ei", "эй"),
    ("ei", "ей"),
    ("^ai(?=[^aeiouy])|(?<=b)ai", "ай"),
    ("(?<=[aeiou]l)ya", "ья"),
    ("(?<=[bvmp])yo(?=va?$)", "ьё"),
    ("ya", "я"),
    ("yu", "ю"),
    ("yo", "ё"),
    ("^ye|(?<=[aeiouy])ye", "е"),
    ("ye", "ье"),
    ("^y(?=[ai])|(?<=[aeiou])y", "й"),
    ("^e|(?<=[aiou])e", "э"),
    ("['’ʼ]", "’"),
)

FROM = {
    "az": Speller("az", "ru", _FROM_AZERBAIJANI, _AZERBAIJANI),
    "kk": Speller("kk", "ru", _FROM_KAZAKH, _KAZAKH),
    "en": Speller("en", "ru", _FROM_ENGLISH, _ENGLISH),
}
