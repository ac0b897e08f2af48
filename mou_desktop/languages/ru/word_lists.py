"""Closed classes of words, written as texts."""


def listed(text: str) -> frozenset[str]:
    return frozenset(text.split())
