"""Proposes how a name that is entered in one language is spelled in the others."""

from collections.abc import Mapping, Sequence

from mou_desktop.languages.base import Kind
from mou_desktop.model import fields
from mou_desktop.model.draft import Draft

# The spelling that is nearest to each language's own comes first.
_SOURCES = {
    "az": ("kk", "ru", "en"),
    "kk": ("ru", "az", "en"),
    "ru": ("kk", "az", "en"),
    "en": ("ru", "kk", "az"),
}
_OF_KAZAKH_NAMES = frozenset("ғқңұі")
_TRANSLITERATED = frozenset({Kind.PERSON, Kind.PLACE})


def offers(draft: Draft, paths: Sequence[str]) -> dict[str, str]:
    """Spellings for the empty ones among `paths`, one field in several languages. Only names of
    persons and places are spelled alike; organisations and positions are translated.
    """
    field = paths[0].rpartition(".")[0]
    spec = draft.template.field(field)
    if spec is None or spec.kind not in _TRANSLITERATED:
        return {}
    entered = {path.rpartition(".")[2]: fields.lemma(draft, path) for path in paths}
    found = {}
    for tag, spelling in entered.items():
        source = next((each for each in _sources(tag, entered) if entered.get(each)), None)
        if not spelling and source:
            from mou_desktop.languages import transliteration  # (the window opens without)

            found[f"{field}.{tag}"] = transliteration.propose(entered[source], source, tag)
    return found


def _sources(tag: str, entered: Mapping[str, str]) -> Sequence[str]:
    """A name with ə is at home in Azerbaijani, unless its Kazakh spelling shows another home:
    «Heydər» is «Гейдар» and “Heydar” whichever way Kazakh writes it.
    """
    sources = _SOURCES.get(tag, ())
    at_home = "ə" in entered.get("az", "").lower()
    if at_home and "az" in sources and not _OF_KAZAKH_NAMES & set(entered.get("kk", "").lower()):
        return ("az", *sources)
    return sources
