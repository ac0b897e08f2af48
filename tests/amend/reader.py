"""A second reader: takes the words of a protocol and the text that it amends, and does what the
words say. It shares nothing with the formulas but the four languages.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mou_desktop.languages import registry
from mou_desktop.languages.base import Case, Kind

Text = dict[str, list[str]]
"""By «title», «preamble», «signature» and the printed numbers of articles: the paragraphs."""

TITLE, PREAMBLE, SIGNATURE = "title", "preamble", "signature"
QUOTES = {"ru": ("«»", "„“"), "kk": ("«»", "„“"), "az": ("“”", "‘’"), "en": ("“”", "‘’")}
NUMBER = r"\d+(?:-\d+)*"

ORDINALS = {
    "ru": "перв втор трет четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат",
    "kk": "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы"
    " он_бірінші он_екінші",
    "az": "birinci ikinci üçüncü dördüncü beşinci altıncı yeddinci səkkizinci doqquzuncu onuncu"
    " on_birinci on_ikinci",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
}
# How a place may be called, whatever its case; the named groups are its number and paragraph.
PLACES = {
    "ru": [
        (r"(?:абзац\w* (?P<paragraph>\S+) )?стать\w+ (?P<number>{n})", ""),
        (r"(?:абзац\w* (?P<paragraph>\S+) )?преамбул\w+", PREAMBLE),
        (r"названи\w+ Меморандума", TITLE),
        (r"подпис\w+ Сторон", SIGNATURE),
    ],
    "kk": [
        (r"(?P<number>{n})-ба\w+(?: (?P<paragraph>.+) абзац\w+)?", ""),
        (r"кіріспе\w*(?: (?P<paragraph>.+) абзац\w+)?", PREAMBLE),
        (r"Меморандумның атауы\w*", TITLE),
        (r"Тараптардың қолдары\w*", SIGNATURE),
    ],
    "az": [
        (r"(?P<number>{n})-c[iıuü] maddə\w*(?: (?P<paragraph>.+) hissə\w+)?", ""),
        (r"preambula\w*(?: (?P<paragraph>.+) hissə\w+)?", PREAMBLE),
        (r"Memorandumun ad\w+", TITLE),
        (r"Tərəflərin imzalar\w+", SIGNATURE),
    ],
    "en": [
        (r"(?:the (?P<paragraph>\S+) paragraph of )?Article (?P<number>{n})", ""),
        (r"(?:the (?P<paragraph>\S+) paragraph of )?the preamble", PREAMBLE),
        (r"the title", TITLE),
        (r"the signature block", SIGNATURE),
    ],
}
# What is said to be done: `P` is a place, `X` and `Y` are words in quotation marks, and in angle
# brackets stand their nouns.
SENTENCES = {
    "ru": [
        ("throughout", "по всему тексту <a> X заменить <i> Y в соответствующих падежах"),
        ("replace", "в P <a> X заменить <i> Y"),
        ("insert", "P после <g> X дополнить <i> Y"),
        ("exclude", "в P <a> X исключить"),
        ("restate", "P изложить в следующей редакции:"),
        ("add", "P дополнить абзацем (?P<ordinal>.+) следующего содержания:"),
        ("new", "дополнить статьёй (?P<new>{n}) следующего содержания:"),
        ("renumber", "статью (?P<old>{n}) считать статьёй (?P<becomes>{n})"),
        ("renumber", "статьи (?P<old>.+) считать соответственно статьями (?P<becomes>.+)"),
        ("delete", "P исключить"),
    ],
    "kk": [
        ("throughout", "бүкіл мәтін бойынша X деген <n> тиісінше Y деген <i> ауыстырылсын"),
        ("replace", "P X деген <n> Y деген <i> ауыстырылсын"),
        ("insert", "P X деген <b> кейін Y деген <i> толықтырылсын"),
        ("exclude", "P X деген <n> алып тасталсын"),
        ("restate", "P мынадай редакцияда жазылсын:"),
        ("new", "мынадай мазмұндағы (?P<new>{n})-баппен толықтырылсын:"),
        ("add", "P мынадай мазмұндағы (?P<ordinal>.+) абзацпен толықтырылсын:"),
        ("renumber", "(?P<old>{n})-бап (?P<becomes>{n})-бап деп есептелсін"),
        ("renumber", "(?P<old>.+)-баптар тиісінше (?P<becomes>.+)-баптар деп есептелсін"),
        ("delete", "P алып тасталсын"),
    ],
    "az": [
        ("throughout", "bütün mətn üzrə X <n> müvafiq hallarda Y <n> ilə əvəz edilsin"),
        ("replace", "P X <n> Y <n> ilə əvəz edilsin"),
        ("insert", "P X <n>ndən sonra Y <n> əlavə edilsin"),
        ("exclude", "P X <n> çıxarılsın"),
        ("restate", "P aşağıdakı redaksiyada verilsin:"),
        ("new", "aşağıdakı məzmunda (?P<new>{n})-c[iıuü] maddə əlavə edilsin:"),
        ("add", "P aşağıdakı məzmunda (?P<ordinal>.+) hissə əlavə edilsin:"),
        ("renumber", "(?P<old>{n})-c[iıuü] maddə (?P<becomes>{n})-c[iıuü] maddə hesab edilsin"),
        ("renumber", "(?P<old>.+) maddələr müvafiq olaraq (?P<becomes>.+) maddələr hesab edilsin"),
        ("delete", "P (?:ləğv edilsin|çıxarılsın)"),
    ],
    "en": [
        ("throughout", "throughout the Memorandum, X shall be replaced by Y"),
        ("replace", "in P, <n> X shall be replaced by <n> Y"),
        ("insert", "in P, after <n> X, <n> Y shall be inserted"),
        ("exclude", "in P, <n> X shall be deleted"),
        ("restate", "P shall be replaced by the following:"),
        ("add", "the following (?P<ordinal>.+) paragraph shall be added to P:"),
        ("new", "the following new Article (?P<new>{n}) shall be inserted(?: after Article {n})?:"),
        (
            "renumber",
            "Articles? (?P<old>.+) shall be renumbered (?P<becomes>.+?)(?: respectively)?",
        ),
        ("delete", "P shall be deleted"),
    ],
}
# For one word, for several, for one figure and for several.
NOUNS = {
    "ru": {
        "<a>": "слово слова цифру цифры",
        "<g>": "слова слов цифры цифр",
        "<i>": "словом словами цифрой цифрами",
    },
    "kk": {
        "<n>": "сөз сөздер цифр цифрлар",
        "<b>": "сөзден сөздерден цифрдан цифрлардан",
        "<i>": "сөзбен сөздермен цифрмен цифрлармен",
    },
    "az": {"<n>": "sözü sözləri rəqəmi rəqəmləri"},
    "en": {"<n>": "the_word the_words the_figure the_figures"},
}
# How a correction names the version that it corrects: Azerbaijani, Kazakh, Russian, English.
VERSIONS = {
    "ru": ("в тексте на {} языке ", "азербайджанском казахском русском английском"),
    "kk": ("{} тіліндегі мәтінде ", "әзербайжан қазақ орыс ағылшын"),
    "az": ("{} dilindəki mətndə ", "Azərbaycan qazax rus ingilis"),
    "en": ("in the {} text, ", "Azerbaijani Kazakh Russian English"),
}
HEADINGS = {"ru": "Статья {n}", "kk": "{n}-бап", "az": "Maddə {n}", "en": "Article {n}"}


@dataclass
class Item:
    """One sentence of a protocol, and the paragraphs in quotation marks behind it."""

    sentence: str
    quoted: list[str] = field(default_factory=list)


def obey(protocol: list[str], text: Text, tag: str) -> Text:
    """The text after all that the paragraphs of a protocol say."""
    reader = _Reader(tag, {name: list(paragraphs) for name, paragraphs in text.items()})
    for item in _items(protocol):
        reader.do(item)
    return reader.text


def correct(correction: list[str], texts: dict[str, Text], tag: str) -> dict[str, Text]:
    """The texts of all versions after all that the version `tag` of a correction says."""
    pattern, names = VERSIONS[tag]
    readers = {
        pattern.format(name): _Reader(tag, {key: list(each) for key, each in text.items()}, version)
        for (version, text), name in zip(texts.items(), names.split(), strict=True)
    }
    for item in _items(correction):
        start = next(each for each in readers if item.sentence.startswith(each))
        readers[start].do(Item(item.sentence.removeprefix(start), item.quoted))
    return {reader.version: reader.text for reader in readers.values()}


def _items(protocol: list[str]) -> Iterator[Item]:
    """Each item ends with a semicolon, the last one with a full stop."""
    number, item = 0, Item("")
    for line in protocol:
        plain = line.replace("\N{NO-BREAK SPACE}", " ")
        in_quotation = item.sentence.endswith(":") and not _ends(item)
        if plain.startswith(f"{number + 1}) ") and not in_quotation:
            if number:
                yield _closed(item)
            number += 1
            item = Item(plain.partition(" ")[2])
        else:
            item.quoted.append(plain)
    if number:
        yield _closed(item)


def _ends(item: Item) -> bool:
    return bool(item.quoted) and item.quoted[-1][-2:] in ("»;", "”;")


def _closed(item: Item) -> Item:
    if item.quoted:
        assert item.quoted[-1][-1] in ";.", item
        return Item(item.sentence, [*item.quoted[:-1], item.quoted[-1][:-1]])
    assert item.sentence[-1] in ";.", item
    return Item(item.sentence[:-1])


class _Reader:
    """Reads sentences in the language `tag` about the text of a version."""

    def __init__(self, tag: str, text: Text, version: str = "") -> None:
        self.tag, self.text, self.version = tag, text, version or tag

    def do(self, item: Item) -> None:
        for what, pattern in SENTENCES[self.tag]:
            found = re.fullmatch(self._regex(pattern), item.sentence, re.DOTALL)
            if found:
                self._obey(what, found.groupdict(), item)
                return
        raise AssertionError(f"nobody understands: {item.sentence}")

    def _regex(self, pattern: str) -> str:
        left, right = QUOTES[self.version][0]
        pattern = pattern.replace("{n}", NUMBER)
        for noun, forms in NOUNS[self.tag].items():
            pattern = pattern.replace(noun, f"(?:{'|'.join(forms.split())})".replace("_", " "))
        pattern = re.sub(r"\bX\b", lambda _: f"{left}(?P<x>.*){right}", pattern)
        pattern = re.sub(r"\bY\b", lambda _: f"{left}(?P<y>.*){right}", pattern)
        return re.sub(r"(?<!\?)\bP\b", "(?P<place>.+?)", pattern)

    def _obey(self, what: str, said: dict[str, str], item: Item) -> None:
        words = {key: self._unquoted(said[key]) for key in "xy" if said.get(key) is not None}
        body = self._quotation(item.quoted)
        match what:
            case "throughout":
                self._throughout(words["x"], words["y"])
            case "replace":
                self._in_words(said["place"], words["x"], lambda a, b: a + words["y"] + b)
            case "insert":
                x, y = words["x"], words["y"]
                space = "" if y[0] in ",.;:!?…)]}»”’" else " "
                self._in_words(said["place"], x, lambda a, b: a + x + space + y + b)
            case "exclude":
                self._in_words(said["place"], words["x"], _without)
            case "restate":
                self._restate(said["place"], body)
            case "add":
                name, _paragraph = self._place(said["place"])
                self.text[name].insert(self._ordinal(said["ordinal"]) - 1, *body)
            case "new":
                assert said["new"] not in self.text
                assert body[0] == HEADINGS[self.version].replace("{n}", said["new"])
                self.text[said["new"]] = body[1:]
            case "renumber":
                self._renumber(said["old"], said["becomes"])
            case "delete":
                name, paragraph = self._place(said["place"])
                if paragraph:
                    del self.text[name][paragraph - 1]
                else:
                    del self.text[name]

    def _place(self, words: str) -> tuple[str, int]:
        """The name of a place, and the number of a paragraph in it."""
        for pattern, name in PLACES[self.tag]:
            found = re.fullmatch(pattern.replace("{n}", NUMBER), words)
            if found:
                said = found.groupdict()
                name = name or said["number"]
                assert name in self.text, f"no {name}"
                return name, self._ordinal(said["paragraph"]) if said.get("paragraph") else 0
        raise AssertionError(f"nobody knows where this is: {words}")

    def _ordinal(self, word: str) -> int:
        known = [each.replace("_", " ") for each in ORDINALS[self.tag].split()]
        if self.tag == "ru":
            return next(n for n, stem in enumerate(known, start=1) if word.startswith(stem))
        return known.index(word) + 1

    def _in_words(self, where: str, words: str, change: Callable[[str, str], str]) -> None:
        """Put something in place of words that stand somewhere once."""
        name, paragraph = self._place(where)
        chosen = [paragraph - 1] if paragraph else range(len(self.text[name]))
        there = [number for number in chosen if words in self.text[name][number]]
        assert len(there) == 1, f"{words} in {where}: {there}"
        before, behind = self.text[name][there[0]].split(words)
        self.text[name][there[0]] = change(before, behind)

    def _restate(self, where: str, body: list[str]) -> None:
        name, paragraph = self._place(where)
        if paragraph:
            (self.text[name][paragraph - 1],) = body
        elif name in (TITLE, PREAMBLE, SIGNATURE):
            self.text[name] = body
        else:
            assert body[0] == HEADINGS[self.version].replace("{n}", name)
            self.text[name] = body[1:]

    def _renumber(self, old: str, becomes: str) -> None:
        before, after = (re.findall(NUMBER, numbers) for numbers in (old, becomes))
        new = dict(zip(before, after, strict=True))
        assert new.keys() <= self.text.keys()
        moved = [(new.get(name, name), paragraphs) for name, paragraphs in self.text.items()]
        assert len(dict(moved)) == len(moved)
        self.text = dict(moved)

    def _throughout(self, old: str, becomes: str) -> None:
        """A name in all its cases."""
        language = registry.language(self.version)
        cases = [form for form in language.forms(Kind.ORGANIZATION) if form in list(Case)]
        forms: dict[str, str] = {}
        for case in cases:
            was, new = (
                language.inflect(Kind.ORGANIZATION, name, case, None).text
                for name in (old, becomes)
            )
            forms.setdefault(was, new)
        pattern = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: -len(form)))
        for name, paragraphs in self.text.items():
            self.text[name] = [re.sub(pattern, lambda m: forms[m[0]], each) for each in paragraphs]

    def _quotation(self, lines: list[str]) -> list[str]:
        if not lines:
            return []
        left, right = QUOTES[self.version][0]
        assert lines[0][0] == left
        assert lines[-1][-1] == right
        inside = "\n".join(lines)[1:-1].split("\n")
        return [self._unquoted(line) for line in inside]

    def _unquoted(self, words: str) -> str:
        """Inside quotation marks, inner marks stand for outer ones and outer ones for inner."""
        outer, inner = QUOTES[self.version]
        opened: list[int] = []
        pairs = []
        for at, letter in enumerate(words):
            if 0 < at < len(words) - 1 and words[at - 1].isalnum() and words[at + 1].isalnum():
                continue
            if letter in (outer[0], inner[0]):
                opened.append(at)
            elif letter in (outer[1], inner[1]) and opened:
                pairs.append((opened.pop(), at))
        if {words[a] + words[b] for a, b in pairs} - {outer, inner}:
            return words
        other = dict(zip(outer + inner, inner + outer, strict=True))
        turned = {at for pair in pairs for at in pair}
        return "".join(other[each] if at in turned else each for at, each in enumerate(words))


def _without(before: str, behind: str) -> str:
    """What is left around words that were taken out, with one space where there were two."""
    spaced = before.endswith(" ") or behind.startswith(" ")
    before, behind = before.rstrip(" "), behind.lstrip(" ")
    closes = behind[:1] in tuple(",.;:!?…)]}»”’")
    return before + (" " if spaced and before and behind and not closes else "") + behind
