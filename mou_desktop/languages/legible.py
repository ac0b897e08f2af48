"""Tells text that can be read as a name from text about which no rule should say anything."""

import re

LONGEST = 400
_LATIN, _CYRILLIC = "A-Za-zÀ-ɏəẀ-ỿ", "Ѐ-ԯ"
_MIXED_WORD = re.compile(f"[{_LATIN}][^\\W\\d_]*[{_CYRILLIC}]|[{_CYRILLIC}][^\\W\\d_]*[{_LATIN}]")
_MIXED_TEXT = re.compile(f"[{_LATIN}].*[{_CYRILLIC}]|[{_CYRILLIC}].*[{_LATIN}]", re.DOTALL)
# The high mark “ opens English quotations and closes Russian ones.
_CLOSES = {"«": "»", "„": "“”", "“": "”", "(": ")", "[": "]"}
_CLOSING = frozenset("»”)]")


def is_legible(text: str) -> bool:
    """Whether rules may speak about `text`: it has two letters or more, is no longer than
    `LONGEST`, is not written in capitals alone, has no invisible letters, and neither mixes scripts
    within a word nor leaves a quotation mark or bracket open.
    """
    return (
        sum(map(str.isalpha, text)) > 1
        and len(text) <= LONGEST
        and not text.isupper()
        and all(letter.isprintable() or letter.isspace() for letter in text)
        and not _MIXED_WORD.search(text)
        and _is_paired(text)
    )


def is_legible_person(name: str) -> bool:
    """Whether `name` is legible, all in one script and without digits, as nobody is called «Ivanov
    Иван» or «Иван 2»; an organisation may well be called «Samsung Казахстан».
    """
    is_of_person = not _MIXED_TEXT.search(name) and not any(map(str.isdigit, name))
    return is_of_person and is_legible(name)


def _is_paired(text: str) -> bool:
    open_marks: list[str] = []
    for letter in text:
        if open_marks and letter in _CLOSES[open_marks[-1]]:
            open_marks.pop()
        elif letter in _CLOSES:
            open_marks.append(letter)
        elif letter in _CLOSING:
            return False
    return not open_marks and text.count('"') % 2 == 0
