"""Tells in which language a paragraph is, and where one version ends and another begins."""

import re
from collections.abc import Sequence

from mou_desktop.intake.headings import heading_of, names_a_document

TAGS = ("az", "kk", "ru", "en")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
# Of each language, words that stand in many of its sentences and in none of the others.
_WORDS = {
    "az": """
        və ilə bu üçün olan olaraq edilir edir haqqında üzrə hər bir arasında tərəflər tərəfindən
        bundan sonra maddə respublikası respublikasının nazirliyi dövlət il gün müddət nüsxədə
        memorandumun memorandumu olmaqla yanında şəhəri dilində dillərində direktor sədr rektor
    """,
    "kk": """
        және мен пен бен үшін бойынша туралы осы бұл болып табылады арасында арасындағы тараптар
        бұдан әрі бап жылғы күші қол данада тілдерінде атынан республикасының министрлігінің
        қаласы меморандумның меморандум директоры өзге кез келген әрбір бір оның жүзеге
    """,
    "ru": """
        и в на с о об от до по из за для при что не его их или а также настоящий настоящего
        настоящему стороны сторон сторонами статья между году года лет лице далее именуемые
        республики министерства которые который экземплярах языках меморандума меморандум
        исполняющий обязанности председатель заведующий первый заместитель
    """,
    "en": """
        the of and to in for by this that is are be shall will with between on at as or its their
        parties party article memorandum agreement republic ministry hereinafter referred such any
        each which may has have from director acting chairman rector
    """,
}
_KNOWN = {tag: frozenset(words.split()) for tag, words in _WORDS.items()}
_LETTERS = {
    "az": frozenset("əğıöüşçƏĞİÖÜŞÇ"),
    "kk": frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ"),
}
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏəƏ]")
# Words looked at in one paragraph, what a change of language costs, and where it costs less.
_ENOUGH = 120
_CHANGE, _CHANGE_AT_TITLE = 3.0, 1.2
_CAP = 12.0


def weights(text: str) -> dict[str, float]:
    """How much speaks for each language."""
    found = dict.fromkeys(TAGS, 0.0)
    for word in _WORD.findall(text)[:_ENOUGH]:
        lower = word.replace("İ", "i").lower()
        is_word = len(word) > 1 or word == lower  # (an initial says nothing)
        known = [tag for tag in TAGS if is_word and lower in _KNOWN[tag]]
        for tag in known:
            found[tag] += 1.0 / len(known)
        if _CYRILLIC.search(word) and _LATIN.search(word):
            continue
        if _CYRILLIC.search(word):
            special = bool(_LETTERS["kk"].intersection(word))
            found["kk"] += 1.0 if special else 0.1
            found["ru"] += 0.0 if special else 0.12
        elif _LATIN.search(word):
            special = bool(_LETTERS["az"].intersection(word))
            found["az"] += 1.0 if special else 0.1
            found["en"] += 0.0 if special else 0.12
    heading = heading_of(text)
    if heading is not None:
        for tag in heading.languages:
            found[tag] += 4.0
    return found


def language_of(text: str) -> str:
    """The language of a longer text; empty where nothing tells."""
    found = weights(text)
    best = max(TAGS, key=lambda tag: found[tag])
    others = max(found[tag] for tag in TAGS if tag != best)
    return best if found[best] > 1.2 * others else ""


def languages(texts: Sequence[str], hints: Sequence[str] = ()) -> list[str]:
    """The language of each paragraph, so that it changes seldom: what tells nothing for itself
    goes with what stands around it. A hint is a language that is known, or empty.
    """
    if not texts:
        return []
    costs = dict.fromkeys(TAGS, 0.0)
    ways: list[dict[str, str]] = []
    for number, text in enumerate(texts):
        change = _CHANGE_AT_TITLE if number and names_a_document(text) else _CHANGE
        found = weights(text)
        if hints and hints[number]:
            found[hints[number]] += 2 * _CAP
        cheapest = min(TAGS, key=lambda tag: costs[tag])
        come_from, after = {}, {}
        for tag in TAGS:
            changed = costs[cheapest] + change
            stays = costs[tag] <= changed
            come_from[tag] = tag if stays else cheapest
            against = max(found.values()) - found[tag]
            after[tag] = (costs[tag] if stays else changed) + min(against, _CAP)
        ways.append(come_from)
        costs = after
    tag = min(TAGS, key=lambda each: costs[each])
    chosen = []
    for come_from in reversed(ways):
        chosen.append(tag)
        tag = come_from[tag]
    return chosen[::-1]
