"""Spells words of one language with the letters of another by a list of rules."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from mou_desktop.languages.transliteration.letters import lower, upper

Rules = Iterable[tuple[str, str]]
"""Pairs of a pattern in lower-case letters of the source and the letters that it becomes. The
first pattern that fits wins; `^` and `$` are the ends of a word, nothing may be captured."""


class Speller:
    """Rules first, then single letters; both compiled when the first word comes."""

    def __init__(self, source: str, target: str, rules: Rules, letters: Mapping[str, str]) -> None:
        self._source = source
        self._target = target
        self._rules = (*rules, *((re.escape(letter), spelt) for letter, spelt in letters.items()))

    def spell(self, word: str) -> str | None:
        """The word in the target's letters, or nothing when it has a letter of another script."""
        small = lower(word, self._source)
        shout = len(word) > 1 and word.isupper()
        spelt: list[str] = []
        end = 0
        for match in self._pattern.finditer(small):
            if match.start() != end or match.lastindex is None:
                return None
            letters = self._results[match.lastindex - 1]
            spelt.append(letters if shout else self._capitalised(letters, word[end]))
            end = match.end()
        if end != len(word):
            return None
        return upper("".join(spelt), self._target) if shout else "".join(spelt)

    def _capitalised(self, letters: str, original: str) -> str:
        if not original.isupper():
            return letters
        return upper(letters[:1], self._target) + letters[1:]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"({pattern})" for pattern, _spelt in self._rules))

    @cached_property
    def _results(self) -> tuple[str, ...]:
        return tuple(spelt for _pattern, spelt in self._rules)
