"""Draft files: `.mou`, UTF-8 JSON, with the draft's own copy of the template's text.

pydantic is loaded when a draft is first read, and json when one is written, so that they do not
delay the window.
"""

from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mou_desktop.errors import DraftError, FieldError, TemplateError
from mou_desktop.model import (
    acceptance,
    amendment_rules,
    contents,
    declined,
    fields,
    final,
    layout,
    numbering,
    versions,
)
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.draft import Amending, Draft, Protocol, Source, Values, Version, blank_draft
from mou_desktop.store import atomic, templates

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT = "mou-desktop"
SCHEMA = 3
MEMORANDUM, AMENDMENTS = "memorandum", "amendments"
KINDS = (MEMORANDUM, AMENDMENTS, *Instrument)
SUFFIX = ".mou"
SIZE_LIMIT = 32 * 1024 * 1024
"""Half of it for the draft, half for scans (12 MB of them, in base64)."""


def save(draft: Draft, file: Path) -> bytes:
    """Write the draft, keeping the previous content as a backup; gives what was written. Raises
    `StorageError`.
    """
    content = dumps(draft)
    atomic.write(file, content, backup=True)
    return content


def load(file: Path) -> Draft:
    """Read a draft. Raises `StorageError` when the file cannot be read and `DraftError` when it
    is not a whole draft of this or an older version; the file is never changed.
    """
    return loads(read(file), file.name)


def load_to_check(file: Path) -> Draft:
    """`load` for whoever looks for defects: characters that nobody sees stay where they are. Such
    a draft is only read, never saved.
    """
    return loads(read(file), file.name, strict=False)


def read(file: Path) -> bytes:
    """The content of a file that may hold a draft. Raises `StorageError` and `DraftError`."""
    try:
        with file.open("rb") as stream:
            content = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise atomic.storage_error(file, error) from error
    if len(content) > SIZE_LIMIT:
        raise DraftError("{file} is too large to be a draft", file=file.name)
    return content


def digest(content: bytes) -> str:
    """Tells whether a file still has this content."""
    from hashlib import sha256

    return sha256(content).hexdigest()


def kind(draft: Draft) -> str:
    """Which kind of document a draft is."""
    if draft.amending is not None:
        return AMENDMENTS
    return MEMORANDUM if draft.protocol is None else draft.protocol.instrument


def dumps(draft: Draft) -> bytes:
    """The content of a draft file; equal drafts give the same bytes."""
    import json

    envelope = {"format": FORMAT, "schema": SCHEMA, "kind": kind(draft)}
    body = _in_order(_plain(draft))
    text = json.dumps({**envelope, **body}, ensure_ascii=False, indent=1)
    return text.encode("utf-8") + b"\n"


def loads(content: bytes, source: str, *, strict: bool = True) -> Draft:
    """The draft in `content`; `source` is the name that messages give it. One that is not `strict`
    keeps defects of the text, see `load_to_check`.
    """
    named, body = _body(content, source)
    try:
        draft = _adapter().validate_python(body)
    except ValueError as error:
        raise _invalid(error, source) from None
    if kind(draft) != named:
        raise DraftError("{file} is damaged: {problem}", file=source, problem="kind, protocol")
    try:
        return _checked(draft, source, strict=strict)
    except (FieldError, TemplateError) as error:
        raise DraftError("{file} is damaged: {problem}", file=source, problem=error) from error


def schema() -> dict[str, Any]:
    """The JSON Schema of a draft file."""
    body = _adapter().json_schema()
    head = {
        "format": {"const": FORMAT},
        "schema": {"const": SCHEMA},
        "kind": {"type": "string", "enum": list(KINDS)},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **body,
        "title": "MOU Desktop draft",
        "properties": {**head, **body["properties"]},
        "required": [*head, *body["required"]],
    }


def _plain(value: Any) -> Any:
    """What JSON can hold of a model value. Not pydantic's work: it would be loaded for it, and that
    holds up whoever types while the draft is kept in the background.
    """
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in dataclass_fields(value)}
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _in_order(body: dict[str, Any]) -> dict[str, Any]:
    """The same data, sorted but for the templates: their languages and articles have an order."""
    return {key: part if key == "template" else _sorted(part) for key, part in body.items()}


def _sorted(data: Any) -> Any:
    """The same data, its keys in alphabetical order, in whatever order they were filled in."""
    if isinstance(data, list):
        return [_sorted(item) for item in data]
    if isinstance(data, dict):
        return _in_order({key: data[key] for key in sorted(data)})
    return data


@cache
def _adapter() -> "TypeAdapter[Draft]":
    from pydantic import TypeAdapter

    return TypeAdapter(Draft)


def _body(content: bytes, source: str) -> tuple[str, dict[str, Any]]:
    """The kind that a file names, and the draft in it."""
    import json

    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise DraftError("{file} is not a draft of this program, or it is damaged", file=source)
    version = data.get("schema")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DraftError("{file} is damaged: it does not say its version", file=source)
    if version > SCHEMA:
        raise DraftError(
            "{file} was saved by a newer version of the program; update this one to open it",
            file=source,
        )
    if data.get("kind") not in KINDS:
        raise DraftError("{file} holds an unknown kind of agreement", file=source)
    body = {key: value for key, value in data.items() if key not in ("format", "schema", "kind")}
    return data["kind"], _migrated(body) if version == 1 else body


def _migrated(body: dict[str, Any]) -> dict[str, Any]:
    """What schema 1 did not say: its articles are those of the template. (What schema 2 did not
    say has a default.)
    """
    template = body.get("template")
    articles = template.get("articles") if isinstance(template, dict) else None
    return {"articles": articles, **body}


def _invalid(error: ValueError, source: str) -> DraftError:
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return DraftError("{file} is damaged: {problem}", file=source, problem=error)
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    problem = fields.clean(f"{place}: {first['msg']}")
    return DraftError("{file} is damaged: {problem}", file=source, problem=problem)


def _checked(draft: Draft, source: str, *, strict: bool = True) -> Draft:
    """The same draft, each value put in through the field rules, so that nothing gets past them."""
    templates.validate_copy(draft.template, source, strict=strict)
    checked = blank_draft(draft.template)
    if len(draft.values.parties) != draft.template.parties:
        raise FieldError("the number of parties is wrong")
    for tag in _tags(draft):
        if tag not in draft.template.languages:
            raise FieldError("no language {name} in this agreement", name=tag)
    for path in fields.paths(draft):
        checked = fields.change(checked, path, fields.get(draft, path))
    for path, lemma, form, text in _leaves(draft.forms):
        checked = fields.confirm(checked, path, lemma, form, text)
    for path, lemma, form, computed in _leaves(draft.computed):
        checked = fields.keep_computed(checked, path, lemma, form, computed)
    for version in draft.versions:
        _check_version(draft, version, source)
    final.require_sound(draft)
    acceptance.require_sound(draft)
    declined.require_sound(draft)
    if draft.protocol is not None:
        _check_protocol(draft.protocol, source)
    if draft.amending is not None:
        _check_amending(draft, draft.amending, source)
    for each in draft.sources:
        _check_source(draft, each)
    numbering.require_sound(draft)
    templates.validate_wording(draft, source, strict=strict)
    values = _with_introductions(checked.values, draft.values) if strict else draft.values
    return replace(
        checked,
        values=values,
        articles=draft.articles,
        edits=draft.edits,
        review=draft.review,
        versions=draft.versions,
        final=draft.final,
        signature=draft.signature,
        history=draft.history,
        layout=layout.checked(draft.layout),
        accepted=draft.accepted,
        numbers=draft.numbers,
        protocol=draft.protocol,
        sources=draft.sources,
        amending=draft.amending,
        declined=draft.declined,
    )


def _check_version(draft: Draft, version: Version, source: str) -> None:
    """A kept version must be as sound as the draft; its name and time must be readable."""
    try:
        time = datetime.fromisoformat(version.time)
    except ValueError as error:
        raise FieldError("versions: {problem}", problem=error) from None
    then = versions.state(draft, version)
    then = replace(then, versions=(), final=None, signature=None, history=())
    if versions.keep(then, version.name, time).versions[0].name != version.name:
        raise FieldError("versions: {problem}", problem=fields.clean(version.name))
    if _checked(then, source) != then:
        raise FieldError("versions: {problem}", problem=version.name)


def _check_protocol(protocol: Protocol, source: str) -> None:
    """What a protocol amends must be as sound as a draft, before and after."""
    before, after = (
        contents.agreement(protocol.template, content)
        for content in (protocol.before, protocol.after)
    )
    after = replace(after, review=protocol.review, versions=protocol.versions)
    for agreement in (before, after):
        _require_sound(agreement, source)
    languages = protocol.before.values.languages
    for amendment in protocol.amendments:
        amendment_rules.require_sound(amendment)
        for tag in amendment.wordings:
            if tag not in languages:
                raise FieldError("no language {name} in this agreement", name=tag)


def _check_amending(draft: Draft, amending: Amending, source: str) -> None:
    """The same for what an edited copy was before, and for the protocol that was written of it."""
    if draft.final is not None or not (amending.signed == "" or _is_day(amending.signed)):
        raise FieldError("protocol: {problem}", problem=fields.clean(amending.signed))
    _require_sound(contents.agreement(draft.template, amending.before), source)
    aside = amending.written
    if aside is not None:
        protocol = contents.agreement(aside.template, aside.content)
        protocol = replace(protocol, review=aside.review, versions=aside.versions)
        _require_sound(protocol, source)


def _check_source(draft: Draft, source: Source) -> None:
    """What is said of a protocol must be something that can be written in a note."""
    low, high = fields.RANGES["number"]
    if source.date and not _is_day(source.date):
        raise FieldError("“{text}” is no date", text=fields.clean(source.date))
    if source.number and not low <= source.number <= high:
        raise FieldError("sources: {problem}", problem=source.number)
    for tag in {tag for tags in source.languages.values() for tag in tags}:
        if tag not in draft.values.languages:
            raise FieldError("no language {name} in this agreement", name=fields.clean(tag))


def _require_sound(draft: Draft, source: str) -> None:
    if _checked(draft, source) != draft:
        raise FieldError("protocol: {problem}", problem=draft.template.id)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _with_introductions(values: Values, stored: Values) -> Values:
    """`values` with the names for which the stored introductions were written."""
    parties = []
    for party, other in zip(values.parties, stored.parties, strict=True):
        made_for = {
            tag: fields.clean(name)
            for tag, name in other.introduced_for.items()
            if tag in party.introduced_as
        }
        parties.append(replace(party, introduced_for=made_for))
    return replace(values, parties=tuple(parties))


def _tags(draft: Draft) -> set[str]:
    """Every language in which something was entered."""
    values = draft.values
    texts: list[dict[str, Any]] = [values.place, values.amended.subject, draft.edits]
    texts += [dict.fromkeys(tags) for tags in draft.review.values()]
    for party in draft.values.parties:
        texts += [party.name, party.short_name, party.introduced_as, party.address, party.bank]
        for signatory in (party.signatory, party.second_signatory):
            texts += [signatory.name, signatory.position]
    return {tag for localized in texts for tag in localized}


_Leaf = TypeVar("_Leaf")


def _leaves(forms: dict[str, dict[str, dict[str, _Leaf]]]) -> Iterator[tuple[str, str, str, _Leaf]]:
    for path, by_lemma in forms.items():
        for lemma, by_form in by_lemma.items():
            for form, kept in by_form.items():
                yield path, " ".join(fields.clean(lemma).split()), form, kept
