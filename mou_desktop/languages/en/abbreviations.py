"""Abbreviated names of organisations: international ones by how they are read, and unknown ones."""

import re

from mou_desktop.languages.en.reading import closed_class

SPELLED_OUT = closed_class(
    """
    ADB AIIB BBC CIS CSTO EAEU EBRD ECB EEU EIB EU FAO IAEA IDB ILO IMF IOM ITU OECD OIC OSCE OTS
    SCO UAE UK UN UNDP UNFPA UNHCR USA WHO WMO WTO
    """
)
READ_AS_WORDS = closed_class(
    """
    ASEAN CERN CICA ECOSOC EUROPOL FIFA GUAM ICESCO ICOM ICOMOS INTERPOL NATO OPEC SOCAR TURKSOY
    UEFA UNESCO UNICEF UNIDO WIPO
    """
)
_SHORT = re.compile(r"[A-Z]{2,4}")


def is_abbreviation(name: str) -> bool:
    """A longer word in capitals may be any word, unless it is known."""
    return bool(_SHORT.fullmatch(name)) or name in READ_AS_WORDS | SPELLED_OUT
