"""What a field holds, and the same as the officer types it."""

import re
from typing import Any

from mou_desktop.errors import FieldError
from mou_desktop.languages.base import Kind, Sex
from mou_desktop.model.draft import Originals
from mou_desktop.model.template import FieldSpec, Template

YES, NO = "yes", "no"
RANGES = {
    "copies": (1, 99),
    "duration_years": (1, 99),
    "notice_months": (1, 60),
    "date.year": (2000, 2099),
    "date.month": (1, 12),
    "date.day": (1, 31),
    "number": (1, 99),
    "amended.date.year": (2000, 2099),
    "amended.date.month": (1, 12),
    "amended.date.day": (1, 31),
}
ARTICLE_NUMBER = re.compile(r"[1-9]\d{0,3}(-[1-9]\d{0,3}){0,4}")


def text(value: Any) -> str:
    """A value as it is typed; empty when there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    return ",".join(value) if isinstance(value, tuple) else str(value)


def value(template: Template, spec: FieldSpec, path: str, text: str) -> Any:
    """What the field of this path holds when this is typed. Raises `FieldError`."""
    if spec.per_language or spec.kind is Kind.CODE:
        return text
    text = text.strip()
    if path in RANGES:
        return _number(path, text)
    match spec.kind:
        case Kind.SEX:
            return _sex(path, text)
        case Kind.ORIGINALS:
            return _originals(path, text)
        case Kind.LANGUAGE:
            return _language(template, path, text)
        case Kind.YES_NO:
            return _yes_or_no(path, text)
        case Kind.ARTICLE:
            return _article(path, text)
    return _languages(template, path, text)


def _number(path: str, text: str) -> int | None:
    low, high = RANGES[path]
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and low <= int(text) <= high):
        raise FieldError(
            "{path}: “{text}” is not a whole number from {low} to {high}",
            path=path,
            text=text,
            low=low,
            high=high,
        )
    return int(text)


def _article(path: str, text: str) -> str:
    if text and not ARTICLE_NUMBER.fullmatch(text):
        raise FieldError("{path}: “{text}” is no number of an article", path=path, text=text)
    return text


def _sex(path: str, text: str) -> Sex | None:
    if text not in ("", *Sex):
        raise FieldError("{path}: write m (male) or f (female), or leave it empty", path=path)
    return Sex(text) if text else None


def _originals(path: str, text: str) -> Originals:
    if text not in ("", *Originals):
        raise FieldError(
            "{path}: write separate (each original in one language) or combined (each in all)",
            path=path,
        )
    return Originals(text) if text else Originals.SEPARATE


def _yes_or_no(path: str, text: str) -> bool:
    if text not in ("", YES, NO):
        raise FieldError("{path}: write yes or no", path=path)
    return text != NO


def _language(template: Template, path: str, text: str) -> str | None:
    known = template.languages
    if text not in ("", *known):
        raise FieldError(
            "{path}: name one of {known}, or leave it empty", path=path, known=",".join(known)
        )
    return text or None


def _languages(template: Template, path: str, text: str) -> tuple[str, ...]:
    tags = tuple(tag.strip() for tag in text.split(",") if tag.strip())
    known = template.languages
    if not tags or len(set(tags)) < len(tags) or not set(tags) <= set(known):
        raise FieldError(
            "{path}: name one or more of {known}, each once, separated by commas",
            path=path,
            known=",".join(known),
        )
    return tags
