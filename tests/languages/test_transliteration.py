"""Spellings proposed between Azerbaijani, Kazakh, Russian and English."""

import re
import subprocess
import sys
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mou_desktop.languages import transliteration
from mou_desktop.languages.transliteration import propose
from mou_desktop.languages.transliteration.letters import lower, upper

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ALPHABETS = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "kk": RUSSIAN + "әғқңөұүһі",
    "ru": RUSSIAN,
    "en": "abcdefghijklmnopqrstuvwxyz",
}
PAIRS = [pair for pair in product(ALPHABETS, repeat=2) if pair[0] != pair[1]]


def table(text: str) -> list[tuple[str, str]]:
    """Lines of a name and its proposal, parted by an equals sign."""
    return [(name, spelt) for name, spelt in (line.split(" = ") for line in text.split("\n")[1:-1])]


RUSSIAN_ENGLISH = """
Нурлан Мусагалиевич Дукенбаев = Nurlan Musagaliyevich Dukenbayev
Вусал Алиев = Vusal Aliyev
Юрий Ельцин = Yuriy Yeltsin
Дмитрий Щербаков = Dmitriy Shcherbakov
Фёдор Соловьёв = Fyodor Solovyov
Никита Хрущёв = Nikita Khrushchev
Григорьев = Grigoryev
Майерова = Mayyerova
Подъездов = Podyezdov
Анна-Мария Цой = Anna-Mariya Tsoy
Эльдар Жуков = Eldar Zhukov
Чехов = Chekhov
В. Ю. Алиев = V. Yu. Aliyev
Москва = Moscow
"""
KAZAKH_ENGLISH = """
Нұрлан Мұсағалиұлы Дүкенбаев = Nurlan Musaghaliuly Dukenbayev
Қасым-Жомарт = Qasym-Zhomart
Әйгерім Өмірзақова = Aygerim Omirzaqova
Бекжан Тәңірбергенов = Bekzhan Tangirbergenov
Ілияс Жансүгіров = Iliyas Zhansugirov
Гауһар = Gauhar
Шымкент = Shymkent
Хадиша = Khadisha
Алматы = Almaty
"""
AZERBAIJANI_ENGLISH = """
İlham Əliyev = Ilham Aliyev
Vüsal Alıyev = Vusal Aliyev
Hüseynov = Huseynov
Məmmədov = Mammadov
Qasımov = Gasimov
Ağayev = Aghayev
Çingiz Xəlilov = Chingiz Khalilov
Cəfər Şərifli = Jafar Sharifli
Alıbəyli = Alibeyli
Sarıcalı = Sarijali
Qaradəmirçi = Garadamirchi
Gəncə = Ganja
Bakı = Baku
"""
AZERBAIJANI_RUSSIAN = """
İlham Əliyev = Ильхам Алиев
Vüsal Alıyev = Вусал Алиев
Heydər Hüseynov = Гейдар Гусейнов
Məmmədov = Мамедов
Həsənzadə = Гасанзаде
Gülnarə Kərimova = Гюльнара Керимова
Rəşad Babayev = Рашад Бабаев
Əhməd Səmədov = Ахмед Самедов
Elçin Cavadov = Эльчин Джавадов
Aysel Məmmədli = Айсель Мамедли
Könül = Кёнуль
Nigar Quliyeva = Нигяр Гулиева
Ülviyyə = Ульвия
Hacıyev = Гаджиев
Tağızadə = Тагизаде
Yusif Yəhyayev = Юсиф Яхьяев
Sevinc Xudiyeva = Севиндж Худиева
Ramilə Salmanlı = Рамиля Салманлы
Vüsal Rəşid oğlu = Вусал Рашид оглы
Göyçay = Гёйчай
Gəncə = Гянджа
"""
KAZAKH_RUSSIAN = """
Нұрлан Мұсағалиұлы = Нурлан Мусагалиулы
Әйгерім = Айгерим
Өмірзақ = Омирзак
Гауһар Үмбетова = Гаухар Умбетова
Тәңірберген = Танирберген
Асайын Сейітов = Асаин Сеитов
Сергей Петрович Щукин = Сергей Петрович Щукин
Қарағанды = Караганда
"""
AZERBAIJANI_KAZAKH = """
İlham Əliyev = Илһам Әлиев
Qasım Qurbanov = Қасым Құрбанов
Nurlan Ağayev = Нұрлан Ағаев
Sadıq Vüqarlı = Садық Вүғарлы
Cəfər = Жәфәр
Yaşar Elçiyev = Яшар Элчиев
Gəncə = Гәнжа
"""
KAZAKH_AZERBAIJANI = """
Нұрлан Дүкенбаев = Nurlan Dükənbayev
Айгерім Жұмағалиева = Aygərim Jumağaliyeva
Ғалым Қасымов = Qalım Qasımov
Сергей Григорьев = Sergey Qriqoryev
Ермек Төлегенов = Yermek Töləgənov
Ілияс Шәкірұлы = İliyas Şəkirulı
"""
RUSSIAN_AZERBAIJANI = """
Юсиф Рагим оглы Кязимзаде = Yusif Rəhim oğlu Kazımzadə
Алиева Лейла Рашид кызы = Əliyeva Leyla Rəşid qızı
Вусал Алиев = Vüsal Əliyev
Нурлан Дукенбаев = Nurlan Dukenbayev
Гусейнов = Hüseynov
Мамедова = Məmmədova
Юрий Достоевский = Yuri Dostoyevski
Фёдор Соловьёв = Fyodor Solovyov
Хрущёв = Xruşçov
Игорь Цой = İqor Tsoy
Баку = Bakı
"""
ENGLISH_OTHERS = """
Nurlan Dukenbayev = Нурлан Дукенбаев
Ilham Aliyev = Ильхам Алиев
Gulnara Hasanova = Гюльнара Гасанова
Yuriy Shcherbakov = Юрий Щербаков
Dmitry Zhukov = Дмитрий Жуков
Fyodor Solovyov = Фёдор Соловьёв
Khadija Aghayeva = Хадиджа Агаева
Yerlan Nursultanuly = Ерлан Нурсултанулы
Aygerim Qasymova = Айгерим Касымова
Maria O'Brien = Мария О’Бриэн
William Fox = Виллиам Фокс
"""
TABLES = [
    ("ru", "en", RUSSIAN_ENGLISH),
    ("kk", "en", KAZAKH_ENGLISH),
    ("az", "en", AZERBAIJANI_ENGLISH),
    ("az", "ru", AZERBAIJANI_RUSSIAN),
    ("kk", "ru", KAZAKH_RUSSIAN),
    ("az", "kk", AZERBAIJANI_KAZAKH),
    ("kk", "az", KAZAKH_AZERBAIJANI),
    ("ru", "az", RUSSIAN_AZERBAIJANI),
    ("en", "ru", ENGLISH_OTHERS),
    ("ru", "kk", "\nНурлан Мусагалиевич Дукенбаев = Нурлан Мусагалиевич Дукенбаев\n"),
    ("ru", "kk", "\nВусал Рашид оглы = Вусал Рашид оғлы\nЛейла Рашид кызы = Лейла Рашид қызы\n"),
    ("en", "kk", "\nGalym Qasymuly = Галым Қасымұлы\nAyzhan Hasen = Айжан Һасен\n"),
    ("en", "az", "\nIlham Huseynov = İlham Hüseynov\nYuriy Zhukov = Yuri Jukov\n"),
]


@pytest.mark.parametrize(
    ("source", "target", "name", "expected"),
    [
        (source, target, name, expected)
        for source, target, rows in TABLES
        for name, expected in table(rows)
    ],
)
def test_proposal(source: str, target: str, name: str, expected: str) -> None:
    assert propose(name, source, target) == expected


@pytest.mark.parametrize(
    ("name", "source", "target", "expected"),
    [
        ("г. Баку", "ru", "az", "Bakı"),
        ("г.Шымкент", "ru", "en", "Shymkent"),
        ("город Гянджа", "ru", "kk", "Гәнжа"),
        ("Bakı şəhəri", "az", "en", "Baku"),
        ("Г. Баширов", "ru", "kk", "Г. Баширов"),  # an initial
    ],
)
def test_a_town_loses_the_word_town(name: str, source: str, target: str, expected: str) -> None:
    assert propose(name, source, target) == expected


def test_all_pairs_have_a_table() -> None:
    assert {(source, target) for source, target, _rows in TABLES} == set(PAIRS)


@pytest.mark.parametrize(
    ("name", "source", "target", "expected"),
    [
        ("Юрий ЮСУПОВ", "ru", "en", "Yuriy YUSUPOV"),
        ("ЮРИЙ ЩУКИН", "ru", "en", "YURIY SHCHUKIN"),
        ("Ю. Щ. Цой", "ru", "en", "Yu. Shch. Tsoy"),
        ("ИЛЬЯ", "ru", "az", "İLYA"),
        ("Ырысты ЫРЫСОВ", "kk", "az", "Irıstı IRISOV"),
        ("IŞIQ İLHAM", "az", "en", "ISHIG ILHAM"),
        ("Işıq İlham", "az", "ru", "Ышиг Ильхам"),
        ("I\N{COMBINING DOT ABOVE}lham", "az", "ru", "Ильхам"),
        ("ŞAHİN", "az", "kk", "ШАҺИН"),
    ],
)
def test_capitals_stay(name: str, source: str, target: str, expected: str) -> None:
    assert propose(name, source, target) == expected


@pytest.mark.parametrize("letter", [*ALPHABETS["az"]])
def test_azerbaijani_letters_survive_a_change_of_case(letter: str) -> None:
    assert lower(upper(letter, "az"), "az") == letter


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize(
    "name", ["", " ", "А", "A", "12345", "Дуkenbayev", "«Нурлан", "“Vusal", "а" * 500, "李明 Li"]
)
def test_what_cannot_be_read_has_no_proposal(name: str, source: str, target: str) -> None:
    assert propose(name, source, target) == ""


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_a_name_in_another_script_has_no_proposal(source: str, target: str) -> None:
    foreign = "Vusal Aliyev" if source in ("kk", "ru") else "Вусал Алиев"
    assert propose(foreign, source, target) == ""


def test_letters_of_other_alphabets_have_no_proposal() -> None:
    assert propose("Łukasz", "en", "ru") == ""
    assert propose("Нұрлан", "ru", "az") == "Nurlan"


@pytest.mark.parametrize("tag", ALPHABETS)
def test_the_own_language_changes_nothing(tag: str) -> None:
    assert propose("whatever “it", tag, tag) == "whatever “it"


def test_unknown_languages_are_refused() -> None:
    for source, target in (("tlh", "ru"), ("ru", "tlh"), ("tlh", "tlh")):
        with pytest.raises(KeyError):
            propose("Вусал", source, target)


def names(tag: str) -> st.SearchStrategy[str]:
    word = st.text(alphabet=ALPHABETS[tag], min_size=2, max_size=10)
    written = st.one_of(word.map(lambda w: upper(w[:1], tag) + w[1:]), word)
    parts = st.lists(st.tuples(written, st.sampled_from([" ", "-", ". "])), min_size=1, max_size=4)
    return parts.map(lambda p: "".join(w + mark for w, mark in p).rstrip(" -."))


@settings(max_examples=300, deadline=None)
@given(data=st.data(), pair=st.sampled_from(PAIRS))
def test_a_proposal_is_written_in_the_letters_of_its_language(
    data: st.DataObject, pair: tuple[str, str]
) -> None:
    source, target = pair
    name = data.draw(names(source))
    proposal = propose(name, source, target)
    assert set(lower(proposal, target)) <= {*ALPHABETS[target], " ", "-", "."}
    if {source, target} == {"kk", "ru"}:
        assert proposal
    if not re.search("[ъь]", lower(name, source)):
        assert re.findall(r"[ .-]+", proposal) == re.findall(r"[ .-]+", name)


@settings(max_examples=300, deadline=None)
@given(name=st.text(max_size=40), pair=st.sampled_from(PAIRS))
def test_no_name_is_refused(name: str, pair: tuple[str, str]) -> None:
    assert isinstance(propose(name, *pair), str)


def test_tables_are_compiled_when_first_needed() -> None:
    code = (
        "import re\n"
        "compiled = []\n"
        "compile_ = re.compile\n"
        "re.compile = lambda *args: compiled.append(args) or compile_(*args)\n"
        f"import {transliteration.__name__}\n"
        "print(max(len(str(args[0])) for args in compiled))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    assert int(result.stdout) < 2000
