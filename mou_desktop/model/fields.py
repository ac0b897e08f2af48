"""Reading and changing the fields of a draft by path («parties.0.signatory.name.ru»).

A grammatical form typed by hand has the path of its field, then the form:
«parties.0.name.ru#genitive».
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from functools import lru_cache
from typing import Any

from mou_desktop.errors import FieldError
from mou_desktop.languages import registry
from mou_desktop.languages.base import NAMES, Form, Kind, Sex
from mou_desktop.model import typed
from mou_desktop.model.draft import Draft
from mou_desktop.model.template import FieldSpec
from mou_desktop.model.typed import RANGES as RANGES

KINDS = {
    "parties.*.name": Kind.ORGANIZATION,
    "parties.*.short_name": Kind.ORGANIZATION,
    "parties.*.introduced_as": Kind.ORGANIZATION,
    "parties.*.signatory.name": Kind.PERSON,
    "parties.*.signatory.position": Kind.POSITION,
    "parties.*.signatory.sex": Kind.SEX,
    "parties.*.language": Kind.LANGUAGE,
    "parties.*.second_signatory.name": Kind.PERSON,
    "parties.*.second_signatory.position": Kind.POSITION,
    "parties.*.second_signatory.sex": Kind.SEX,
    "parties.*.address": Kind.TEXT,
    "parties.*.registration": Kind.CODE,
    "parties.*.bank": Kind.TEXT,
    "parties.*.phone": Kind.CODE,
    "parties.*.email": Kind.CODE,
    "place": Kind.PLACE,
    "date": Kind.DATE,
    "copies": Kind.COPIES,
    "duration_years": Kind.YEARS,
    "notice_months": Kind.MONTHS,
    "languages": Kind.LANGUAGES,
    "originals": Kind.ORIGINALS,
    "prevailing": Kind.LANGUAGE,
    "alternat": Kind.YES_NO,
    "number": Kind.NUMBER,
    "amended.subject": Kind.TEXT,
    "amended.date": Kind.DATE,
    "amended.article": Kind.ARTICLE,
}
ADDRESSED, INITIALS = "addressed", "initials"
INTRODUCED_AS = ".introduced_as."
SECOND = ".second_signatory."
TEXT_LIMIT = 2000
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_DATE_PARTS = ("year", "month", "day")


def clean(text: str) -> str:
    """Text as it may stand in an agreement: one line, composed letters (Unicode NFC), without
    control, format (bidirectional overrides, zero width) and unassigned characters.
    """
    if not text.isprintable():  # (much quicker than to look at each letter)
        line = _BREAKS.sub(" ", text)
        text = "".join(letter for letter in line if unicodedata.category(letter)[0] != "C")
    return unicodedata.normalize("NFC", text)


def paths(draft: Draft) -> Iterator[str]:
    """Every field path of this draft, languages included, in the order of the template."""
    for spec in draft.template.fields:
        for path in numbered(spec, draft.template.parties):
            if spec.per_language:
                yield from (f"{path}.{tag}" for tag in draft.template.languages)
            elif spec.kind is Kind.DATE:
                yield from (f"{path}.{part}" for part in _DATE_PARTS)
            else:
                yield path


def numbered(spec: FieldSpec, parties: int) -> Iterator[str]:
    """The path of a field, or the paths of all parties' ones, without the language."""
    if "*" in spec.path:
        yield from (spec.path.replace("*", str(number)) for number in range(parties))
    else:
        yield spec.path


def get(draft: Draft, path: str) -> str:
    """The value as the officer would type it; empty when there is none. Raises `FieldError`."""
    field, _, form = path.partition("#")
    _require(draft, field)
    if form:
        by_lemma = draft.forms.get(field, {})
        kept = (by_lemma.get(key, {}).get(form) for key in form_keys(draft, field, form))
        return next((text for text in kept if text), "")
    return typed.text(_value(draft, field))


def is_given(draft: Draft, path: str) -> bool:
    """Whether the field of a slot has a value, in some language of the agreement."""
    value = _value(draft, path)
    if isinstance(value, dict):
        return any(value.get(tag, "").strip() for tag in draft.values.languages)
    return bool(value)


def change(draft: Draft, path: str, text: str) -> Draft:
    """The draft with one field (or one form of it) changed; empty text takes the value away.

    Raises `FieldError` when there is no such field or the text does not fit it.
    """
    field, mark, form = path.partition("#")
    spec = _require(draft, field)
    if mark:
        keys = form_keys(draft, field, form)
        for key in keys if not clean(text).strip() else keys[:1]:
            draft = confirm(draft, field, key, form, text)
        return draft
    text = clean(text)
    _require_short(path, text)
    value = typed.value(draft.template, spec, field, text)
    values = _put(draft.values, field.split("."), value)
    if INTRODUCED_AS in field:
        name = lemma(draft, field.replace(INTRODUCED_AS, ".name."))
        made_for = field.replace(INTRODUCED_AS, ".introduced_for.")
        values = _put(values, made_for.split("."), name if value else "")
    return replace(draft, values=values)


def is_stale(draft: Draft, field: str) -> bool:
    """Whether a party's introduction was written for a name that has changed since."""
    if INTRODUCED_AS not in field or not lemma(draft, field):
        return False
    _parties, number, _field, tag = field.split(".")
    made_for = draft.values.parties[int(number)].introduced_for.get(tag, "")
    name = lemma(draft, field.replace(INTRODUCED_AS, ".name."))
    return name not in ("", made_for)


def form_keys(draft: Draft, field: str, form: str) -> tuple[str, ...]:
    """The lemmas under which the officer's form of a field is looked for, the nearest first.

    A person's has the sex behind it, where the form depends on that: a genitive that was confirmed
    for a man is none of a woman of the same name. What was typed before the sex was known holds
    for both.
    """
    basic = lemma(draft, field)
    with_sex = computed_key(draft, field, basic)
    if form == ADDRESSED:
        return (with_sex,)
    depends = form != INITIALS and with_sex not in (basic, f"{basic}|")
    return (with_sex, basic) if depends else (basic,)


def computed_key(draft: Draft, field: str, basic: str | None = None) -> str:
    """The lemma under which the computed forms of a field are kept; a person's has the sex.

    `basic` is the field's lemma, where that is known already.
    """
    person = _require(draft, field).kind is Kind.PERSON
    if basic is None:
        basic = _lemma(draft, field)
    return f"{basic}|{sex(draft, field) or ''}" if person else basic


def sex(draft: Draft, field: str) -> Sex | None:
    """Of the signatory to whom a field belongs; of the first one, if it belongs to the party."""
    if not field.startswith("parties."):
        return None
    party = draft.values.parties[int(field.split(".")[1])]
    return (party.second_signatory if SECOND in field else party.signatory).sex


def confirm(draft: Draft, field: str, lemma: str, form: str, text: str) -> Draft:
    """The draft with the officer's own wording of a form of `lemma`; empty text takes it away.

    Raises `FieldError` when the field has no such form.
    """
    _require_form(draft, field, form)
    text = clean(text)
    _require_short(f"{field}#{form}", text)
    by_lemma = dict(draft.forms.get(field, {}))
    by_form = {name: kept for name, kept in by_lemma.pop(lemma, {}).items() if name != form}
    if text.strip():
        by_form[form] = text
    if by_form:
        by_lemma[lemma] = by_form
    rest = {path: forms for path, forms in draft.forms.items() if path != field}
    return replace(draft, forms={**rest, field: by_lemma} if by_lemma else rest)


def keep_computed(draft: Draft, field: str, key: str, form: str, computed: Form) -> Draft:
    """The draft with what the grammar said for a form of the lemma `key` (`computed_key`).

    Raises `FieldError` when the field has no such form.
    """
    _require_form(draft, field, form)
    kept = Form(clean(computed.text), computed.sure)
    _require_short(f"{field}#{form}", kept.text)
    by_key = dict(draft.computed.get(field, {}))
    by_key[key] = {**by_key.get(key, {}), form: kept}
    return replace(draft, computed={**draft.computed, field: by_key})


def lemma(draft: Draft, field: str) -> str:
    """The basic form in a field, with single spaces."""
    _require(draft, field)
    return _lemma(draft, field)


def _require_form(draft: Draft, field: str, form: str) -> None:
    kind = _require(draft, field).kind
    tag = field.rpartition(".")[2]
    known = registry.language(tag).forms(kind)[1:] if kind in NAMES else ()
    if form not in known:
        raise FieldError(
            "{field} has no form “{form}”; its forms are: {known}",
            field=field,
            form=form,
            known=", ".join(known) or "–",
        )


def _require_short(path: str, text: str) -> None:
    if len(text) > TEXT_LIMIT:
        raise FieldError(
            "{path}: the text has {length} characters, the limit is {limit}; shorten it",
            path=path,
            length=len(text),
            limit=TEXT_LIMIT,
        )


def _require(draft: Draft, path: str) -> FieldSpec:
    spec = _find(draft, path)
    if spec is None:
        from difflib import get_close_matches  # (only a mistaken path needs it)

        near = get_close_matches(path, list(paths(draft)), n=1)
        if near:
            raise FieldError("no field {path}; did you mean {near}?", path=path, near=near[0])
        raise FieldError("no field {path} in this agreement", path=path)
    return spec


def _find(draft: Draft, path: str) -> FieldSpec | None:
    base, _, tag = path.rpartition(".")
    localized = draft.template.field(base)
    if localized is not None and localized.kind is Kind.DATE and tag in _DATE_PARTS:
        return localized
    if localized is not None and localized.per_language and tag in draft.template.languages:
        return localized
    plain = draft.template.field(path)
    usable = plain is not None and not plain.per_language and plain.kind is not Kind.DATE
    return plain if usable else None


def _lemma(draft: Draft, field: str) -> str:
    return " ".join(typed.text(_value(draft, field)).split())


def _value(draft: Draft, path: str) -> Any:
    value: Any = draft.values
    for part in _parts(path):
        if isinstance(part, int):
            value = value[part]
        else:
            value = value.get(part) if isinstance(value, dict) else getattr(value, part)
    return value


@lru_cache(1024)
def _parts(path: str) -> tuple[str | int, ...]:
    """The steps that lead to a field, the numbers among them as such."""
    return tuple(int(part) if part.isdecimal() else part for part in path.split("."))


def _put(node: Any, parts: list[str], value: Any) -> Any:
    if not parts:
        return value
    head, rest = parts[0], parts[1:]
    if isinstance(node, tuple):
        index = int(head)
        return (*node[:index], _put(node[index], rest, value), *node[index + 1 :])
    if isinstance(node, dict):
        kept = {key: text for key, text in node.items() if key != head}
        return {**kept, head: value} if value else kept
    assert is_dataclass(node)
    return replace(node, **{head: _put(getattr(node, head), rest, value)})  # type: ignore[type-var]
