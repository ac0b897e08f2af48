"""The definite article before the name of an organisation in running text.

Names made of common words take it, names that are proper nouns do not: «the Ministry of Culture»,
«the Heydar Aliyev Foundation», but «Nazarbayev University», «Kazakhfilm»; «the» is lower-case
inside a sentence. Abbreviations read by their letters take it («the EU»), those read as a word do
not («UNESCO»). Quirk and others, A Comprehensive Grammar of the English Language (1985), 5.60-5.72;
New Hart's Rules (2nd edition 2014), chapter 5; English Style Guide of the European Commission.
"""

import re

from mou_desktop.languages.base import Form
from mou_desktop.languages.en.abbreviations import READ_AS_WORDS, SPELLED_OUT, is_abbreviation
from mou_desktop.languages.en.reading import closed_class, is_readable

_COMMON_HEADS = closed_class(
    """
    academy administration agency akimat alliance archive archives army assembly association
    authority board bureau cabinet center centre chamber commission commissariat committee complex
    confederation conservatoire conservatory consortium consulate council court department
    directorate division embassy enterprise executive federation fund foundation gallery government
    initiative inspection inspectorate institute institution laboratory league library majilis
    majlis mausoleum mazhilis mejlis ministry mission museum observatory office ombudsman orchestra
    organisation organization parliament philharmonic prefecture presidency preserve programme
    prosecutor registry repository reserve sanctuary secretariat senate service society sanatorium
    theater theatre treasury tribunal trust union
    """
)
# Brands have these too («Kapital Bank»), so a word before them must tell.
_SHARED_HEADS = closed_class(
    "army bank college company corporation forces group holding hospital partnership police"
)
_OFFICIAL_BEGINNINGS = closed_class("national republican state united")
_DESCRIPTIVE_BEGINNINGS = _OFFICIAL_BEGINNINGS | closed_class(
    """
    african armed asian central constitutional district eurasian european federal general global
    high higher interparliamentary interstate international islamic joint limited main municipal
    permanent public regional religious royal scientific specialised specialized supreme world
    """
)
# With a proper name before them and nothing after, these have no article.
_HEADS_OF_PROPER_NAMES = closed_class("airport college school station university")
_LOCAL_COUNCIL = re.compile(r"\b(?:Borough|City|County|District|Town) Council$")
_NO_ARTICLE = closed_class(
    "artists citizens doctors friends lawyers parents reporters scholars voices"
)
_PEOPLE = closed_class("children’s children's men’s men's people’s people's women’s women's")
_QUOTED = re.compile(r"«[^»]*»|„[^“”]*[“”]|“[^”]*”|\"[^\"]*\"|\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_LIMIT = re.compile(r"\s(?:at|by|for|from|in|near|of|on|to|under|with|within|named|concerning)\s|,")


def definite(name: str) -> Form:
    """«the Ministry of Culture»: the name with its article, where it takes one."""
    if is_abbreviation(name):
        return _of_abbreviation(name)
    if not is_readable(name):
        return Form(name, False)
    if name.startswith("the "):
        return Form(name, True)
    if name.startswith("The "):  # «The Hague» keeps its own
        is_common = _takes_article(name[4:]) == (True, True) and name[4:9] != "Hague"
        return Form(f"the {name[4:]}", True) if is_common else Form(name, False)
    takes, sure = _takes_article(name)
    return Form(f"the {name}" if takes else name, sure)


def _of_abbreviation(name: str) -> Form:
    spelled_out = name in SPELLED_OUT
    return Form(f"the {name}" if spelled_out else name, spelled_out or name in READ_AS_WORDS)


def _takes_article(name: str) -> tuple[bool, bool]:
    """Whether the article stands, and whether that is sure."""
    outside = _QUOTED.sub(" ", name).strip()
    words = _WORD.findall(outside)
    if not words:
        return False, False
    first = words[0].lower()
    head, has_of = _head(outside)
    if first in _NO_ARTICLE or (first.endswith(("’s", "'s")) and first not in _PEOPLE):
        return False, False
    if _LOCAL_COUNCIL.search(outside) or words == ["Parliament"]:
        return False, False
    if head in _COMMON_HEADS or first in _COMMON_HEADS or first in _OFFICIAL_BEGINNINGS:
        return True, True
    if first in _DESCRIPTIVE_BEGINNINGS:
        return True, head in _SHARED_HEADS | _HEADS_OF_PROPER_NAMES
    if head in _HEADS_OF_PROPER_NAMES:
        if first == head:  # «University of Oxford», but «Moscow State University of Economics»
            return has_of, has_of
        return False, not has_of and len(words) == 2
    return has_of, has_of and not head.endswith("s")


def _head(outside: str) -> tuple[str, bool]:
    """The last word before the first preposition, and whether that is «of»."""
    limit = _LIMIT.search(outside)
    phrase = outside[: limit.start()] if limit else outside
    words = _WORD.findall(phrase)
    return (words[-1].lower() if words else ""), bool(limit and limit[0].strip() == "of")
