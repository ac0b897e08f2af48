"""Names with spellings of their own, which no table of letters gives.

Personal names: those whose Russian spelling is traditional («Həsən» – «Гасан») and those that lose
letters in Russian or English, so that the way back needs them («Рашад» – «Rəşad»). They count alone
and with the endings of surnames and patronymics. Places: capitals and cities, by their usual
official spellings in each language; a place counts when it is the whole text.
"""

from collections.abc import Iterator, Mapping
from functools import cache

_TAGS = ("az", "kk", "ru", "en")

# Azerbaijani, Russian, English
_PERSONAL_NAMES = """
əhməd ахмед ahmad
əkbər акпер akbar
ələkbər алекпер alakbar
ələsgər алескер alasgar
əli али ali
əlirza алирза alirza
əsgər аскер asgar
əzər азер azar
əziz азиз aziz
bağır багир baghir
bəhruz бахруз bahruz
cəbrayıl джабраил jabrayil
cəfər джафар jafar
cəlal джалал jalal
cəmil джамиль jamil
dövlət довлет dovlat
əsəd асад asad
fərhad фархад farhad
fərid фарид farid
füzuli физули fuzuli
günay гюнай gunay
günel гюнель gunel
gülnarə гюльнара gulnara
hacı гаджи haji
həbib габиб habib
həmid гамид hamid
həsən гасан hasan
heydər гейдар heydar
hüseyn гусейн huseyn
xəlil халил khalil
ibrahim ибрагим ibrahim
ilham ильхам ilham
ismayıl исмаил ismayil
israfil исрафил israfil
kamal кямал kamal
kamran кямран kamran
kazım кязим kazim
kərim керим karim
könül кёнуль konul
lalə лала lala
məcid маджид majid
məhəmməd магомед mahammad
məhərrəm магеррам maharram
məmməd мамед mammad
mikayıl микаил mikayil
mübariz мубариз mubariz
nağı наги naghi
nəsib насиб nasib
nəsir насир nasir
nigar нигяр nigar
nüsrət нусрет nusrat
rəcəb раджаб rajab
rəhim рагим rahim
rəhman рахман rahman
rəsul расул rasul
rəşad рашад rashad
rəşid рашид rashid
rafiq рафик rafig
rüstəm рустам rustam
sadıq садыг sadig
səfər сафар safar
səməd самед samad
süleyman сулейман suleyman
şərif шариф sharif
tağı таги taghi
tofiq тофик tofig
vəli вели vali
vüqar вугар vugar
vüsal вусал vusal
yəqub ягуб yagub
"""
_NAME_TAGS = ("az", "ru", "en")
_ENDINGS: Mapping[str, str] = {
    "az": "(?=(?:y?ev|ov)?a?$|(?:l[ıiuü]|zadə|qızı|oğlu)$)",
    "ru": "(?=(?:[её]в|ов)?а?$|(?:[оеё]в(?:ич|на)|л[иы]|заде|кызы|оглы)$)",
    "en": "(?=(?:y?ev|ov)?a?$|(?:li|zad[ae])$)",
}

# Azerbaijani, Kazakh, Russian, English
_PLACES = """
Azərbaycan|Әзербайжан|Азербайджан|Azerbaijan
Bakı|Баку|Баку|Baku
Bərdə|Барда|Барда|Barda
Cəlilabad|Жалилабад|Джалилабад|Jalilabad
Gəncə|Гәнжа|Гянджа|Ganja
Xankəndi|Ханкенди|Ханкенди|Khankendi
Kəlbəcər|Кельбаджар|Кельбаджар|Kalbajar
Qarabağ|Қарабақ|Карабах|Karabakh
Qəbələ|Габала|Габала|Gabala
Lənkəran|Ленкорань|Ленкорань|Lankaran
Mingəçevir|Мингечевир|Мингечевир|Mingachevir
Naxçıvan|Нахчыван|Нахчыван|Nakhchivan
Sumqayıt|Сумгаит|Сумгаит|Sumgayit
Şamaxı|Шемаха|Шемаха|Shamakhi
Şəki|Шеки|Шеки|Sheki
Qazaxıstan|Қазақстан|Казахстан|Kazakhstan
Almatı|Алматы|Алматы|Almaty
Aktau|Ақтау|Актау|Aktau
Aktöbe|Ақтөбе|Актобе|Aktobe
Kızılorda|Қызылорда|Кызылорда|Kyzylorda
Kökşetau|Көкшетау|Кокшетау|Kokshetau
Karaqanda|Қарағанды|Караганда|Karaganda
Kostanay|Қостанай|Костанай|Kostanay
Türküstan|Түркістан|Туркестан|Turkistan
Rusiya|Ресей|Россия|Russia
Moskva|Мәскеу|Москва|Moscow
Sankt-Peterburq|Санкт-Петербург|Санкт-Петербург|Saint Petersburg
Türkiyə|Түркия|Турция|Türkiye
Ankara|Анкара|Анкара|Ankara
İstanbul|Стамбұл|Стамбул|Istanbul
Özbəkistan|Өзбекстан|Узбекистан|Uzbekistan
Daşkənd|Ташкент|Ташкент|Tashkent
Bişkek|Бішкек|Бишкек|Bishkek
Tbilisi|Тбилиси|Тбилиси|Tbilisi
Brüssel|Брюссель|Брюссель|Brussels
Cenevrə|Женева|Женева|Geneva
London|Лондон|Лондон|London
Nyu-York|Нью-Йорк|Нью-Йорк|New York
Paris|Париж|Париж|Paris
Vyana|Вена|Вена|Vienna
"""


def personal_names(source: str, target: str) -> Iterator[tuple[str, str]]:
    """Rules for spelling: the whole name, or the stem of a surname or patronymic."""
    for row in _PERSONAL_NAMES.split("\n")[1:-1]:
        spellings = dict(zip(_NAME_TAGS, row.split(), strict=True))
        yield f"^{spellings[source]}{_ENDINGS[source]}", spellings[target]


def place(text: str, source: str, target: str) -> str | None:
    """The place in the other language, when it is one with spellings of its own."""
    return _places(source, target).get(text)


@cache
def _places(source: str, target: str) -> Mapping[str, str]:
    rows = (row.split("|") for row in _PLACES.split("\n")[1:-1])
    columns = _TAGS.index(source), _TAGS.index(target)
    return {row[columns[0]]: row[columns[1]] for row in rows}
