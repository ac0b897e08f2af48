"""Templates on disk: a folder with `template.toml` and one `<language>.toml` per version."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from mou_desktop.errors import TemplateError
from mou_desktop.languages import registry
from mou_desktop.languages.base import MARKS, PER_LANGUAGE, Kind
from mou_desktop.model import fields, texts
from mou_desktop.model.amendment import Instrument
from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import ARTICLE, NotationError, Slot, optional_slots, parse, slots
from mou_desktop.model.template import FieldSpec, SignerText, Template, VersionText
from mou_desktop.paths import resources
from mou_desktop.store.toml_file import TomlFile

HEAD = "template.toml"
# Nobody starts with these: the program makes them of an agreement.
INSTRUMENTS = frozenset(Instrument)
PARTIES_LIMIT = 12
_ARTICLE_ID = re.compile(r"[a-z][a-z0-9-]{0,40}")
_OTHER_PLACES = ("title", "preamble", "signature")
_SIGNER = ("party", "position", "name", "seal")
_MORE_OF_SIGNER = ("second_position", "second_name")


@cache
def builtin(template_id: str) -> Template:
    """A template that comes with the program. Raises `TemplateError` when there is none."""
    folders = {folder.name: folder for folder in builtin_folders()}
    if template_id in INSTRUMENTS:
        return load(resources() / "templates" / template_id)
    if template_id not in folders:
        raise TemplateError(
            "no template “{id}”; there are: {known}", id=template_id, known=", ".join(folders)
        )
    return load(folders[template_id])


def builtin_folders() -> list[Path]:
    """The folders of all built-in templates that a new draft can be made of."""
    folders = (file.parent for file in resources().glob("templates/*/template.toml"))
    return sorted(folder for folder in folders if folder.name not in INSTRUMENTS)


def load(folder: Path) -> Template:
    """Read and validate a template. Raises `TemplateError` with file, article and field."""
    head = TomlFile(folder / HEAD)
    template = Template(
        id=head.take("id", str),
        version=head.take("version", int),
        names=head.texts("names"),
        fields=tuple(_field(head, row) for row in head.take("fields", list)),
        parties=head.take("parties", int),
        articles=head.strings("articles"),
        texts={tag: _version(folder, tag) for tag in head.strings("languages")},
    )
    head.finish()
    validate(template, folder.name)
    return template


def validate(template: Template, source: str) -> None:
    """Every slot names a field and a form that its language has, and every version uses the same
    fields. `source` is what the messages call the template.
    """
    used = validate_copy(template, source)
    everywhere = set().union(*used.values())
    for tag, paths in used.items():
        for path in sorted(everywhere - paths):
            raise TemplateError(
                "{file}: the field {field} stands in other languages but not here",
                file=f"{source}/{tag}.toml",
                field=path,
            )


def validate_copy(template: Template, source: str, *, strict: bool = True) -> dict[str, set[str]]:
    """The same for the copy of a template in a draft, but for the fields that the versions use,
    which it gives: a draft made of a foreign text can have a field in some versions only. Who looks
    for defects in the wording is not `strict`: characters that nobody sees pass.
    """
    _check_fields(template, f"{source}/template.toml")
    used: dict[str, set[str]] = {}
    for tag, text in template.texts.items():
        file = f"{source}/{tag}.toml"
        _check_version(template, tag, file, strict=strict)
        used[tag] = set()
        for place, paragraph in text.paragraphs():
            used[tag] |= _check_paragraph(template, tag, paragraph, file, place, strict=strict)
    return used


def _check_fields(template: Template, file: str) -> None:
    if not 1 <= template.parties <= PARTIES_LIMIT:
        raise TemplateError(
            "{file}: parties must be from 1 to {limit}", file=file, limit=PARTIES_LIMIT
        )
    if not template.texts:
        raise TemplateError("{file}: no languages", file=file)
    for name in (template.id, *template.names.values()):
        shown = fields.clean(name)
        if shown != name:
            raise TemplateError("{file}: “{name}” is not a usable name", file=file, name=shown)
    if set(template.names) != set(template.texts):
        raise TemplateError("{file}: names must have one name per language", file=file)
    for spec in template.fields:
        if fields.KINDS.get(spec.path) is not spec.kind:
            raise TemplateError("{file}: unknown field {field}", file=file, field=spec.path)
        if spec.per_language is not (spec.kind in PER_LANGUAGE):
            raise TemplateError(
                "{file}: field {field}: check per_language", file=file, field=spec.path
            )
    _check_articles(template, file)
    _check_single([spec.path for spec in template.fields], file)


def _check_articles(template: Template, file: str) -> None:
    for article in template.articles:
        if not _ARTICLE_ID.fullmatch(article) or article in _OTHER_PLACES:
            shown = fields.clean(article)
            raise TemplateError("{file}: “{name}” is not a usable name", file=file, name=shown)
    _check_single(list(template.articles), file)


def _check_single(names: list[str], file: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise TemplateError("{file}: {name} is listed twice", file=file, name=name)


def _check_version(template: Template, tag: str, file: str, *, strict: bool = True) -> None:
    text = template.texts[tag]
    if tag not in registry.tags():
        raise TemplateError("{file}: unknown language {name}", file=file, name=tag)
    if strict and text.heading not in text.title:
        raise TemplateError(
            "{file}: the heading “{name}” is not a line of the title", file=file, name=text.heading
        )
    for article in template.articles:
        if not text.articles.get(article):
            raise TemplateError("{file}: article {name} is missing", file=file, name=article)
    for article in text.articles:
        if article not in template.articles:
            raise TemplateError(
                "{file}: article {name} is not in template.toml", file=file, name=article
            )
    for place in text.to_confirm:
        if place not in (*_OTHER_PLACES, *template.articles):
            raise TemplateError("{file}, {article}: unknown article", file=file, article=place)
    if len(text.signature) != template.parties:
        raise TemplateError("{file}: each party needs one signature", file=file)
    for signer in text.signature:
        if len(signer.second) == 1:
            raise TemplateError(
                "{file}: a second signatory needs second_position and second_name", file=file
            )


def validate_wording(draft: Draft, source: str, *, strict: bool = True) -> None:
    """The same for the articles and paragraphs that a draft has in place of the template's."""
    template = replace(draft.template, articles=draft.articles)
    _check_articles(template, source)
    for place in (*draft.review, *(place for edits in draft.edits.values() for place in edits)):
        if place not in texts.places(draft):
            raise TemplateError("{file}, {article}: unknown article", file=source, article=place)
    for tag in template.texts:
        for place in texts.places(draft):
            for paragraph in texts.paragraphs(draft, tag, place):
                _check_paragraph(template, tag, paragraph, source, place, strict=strict)


def _check_paragraph(
    template: Template, tag: str, text: str, file: str, place: str, *, strict: bool = True
) -> set[str]:
    """The paths of the fields in a paragraph. Raises `TemplateError`."""
    if strict and fields.clean(text) != text:
        raise TemplateError(
            "{file}, {article}: control or decomposed characters in “{text}”",
            file=file,
            article=place,
            text=fields.clean(text),
        )
    found = _slots(text, file, place)
    for slot in found:
        _check_slot(template, tag, slot, file, place)
    for slot in optional_slots(text):
        spec = template.field(slot.path)
        if spec is not None and spec.required:
            raise TemplateError(
                "{file}, {article}: the required field {field} stands in an optional passage",
                file=file,
                article=place,
                field=slot.path,
            )
    for piece in parse(text):
        if isinstance(piece, Slot) and slot_kind(template, piece.path) in MARKS:
            raise TemplateError(
                "{file}, {article}: the mark {field} stands outside an optional passage",
                file=file,
                article=place,
                field=piece.path,
            )
    return {slot.path for slot in found if slot_kind(template, slot.path) not in MARKS}


def _version(folder: Path, tag: str) -> VersionText:
    file = TomlFile(folder / f"{tag}.toml")
    texts = file.take("articles", dict)
    version = VersionText(
        title=file.strings("title"),
        heading=file.take("heading", str),
        preamble=file.strings("preamble"),
        articles={key: file.checked_strings(key, value) for key, value in texts.items()},
        signature=tuple(_signer(file, row) for row in file.take("signature", list)),
        to_confirm=file.optional_strings("confirm"),
    )
    file.finish()
    return version


def _signer(file: TomlFile, row: Any) -> SignerText:
    if not isinstance(row, dict) or not set(_SIGNER) <= set(row):
        raise file.error("{file}: each signature needs: {name}", name=", ".join(_SIGNER))
    for key in set(row) - {*_SIGNER, *_MORE_OF_SIGNER, "details"}:
        raise file.error("{file}: unknown key {name}", name=key)
    keys = [key for key in (*_SIGNER, *_MORE_OF_SIGNER) if key in row]
    texts = {key: file.checked_strings(key, [row[key]])[0] for key in keys}
    return SignerText(**texts, details=file.checked_strings("details", row.get("details", [])))


def _field(head: TomlFile, row: Any) -> FieldSpec:
    if not isinstance(row, dict) or not isinstance(row.get("path"), str):
        raise head.error("{file}: each field needs a path; found {name}", name=row)
    unknown = set(row) - {"path", "kind", "per_language", "required"}
    if unknown:
        raise head.error("{file}: field {name}: unknown key", name=row["path"])
    if row.get("kind") not in set(Kind):
        raise head.error("{file}: field {name}: unknown kind", name=row["path"])
    return FieldSpec(
        path=row["path"],
        kind=Kind(row["kind"]),
        per_language=bool(row.get("per_language", False)),
        required=bool(row.get("required", False)),
    )


def _slots(paragraph: str, file: str, place: str) -> list[Slot]:
    try:
        return list(slots(paragraph))
    except NotationError as error:
        raise TemplateError(
            "{file}, {article}: cannot read “{text}”; a slot is written {{path:form}}",
            file=file,
            article=place,
            text=str(error),
        ) from None


def _check_slot(template: Template, tag: str, slot: Slot, file: str, place: str) -> None:
    where = {"file": file, "article": place, "field": slot.path}
    kind = slot_kind(template, slot.path)
    if kind is None:
        raise TemplateError("{file}, {article}: unknown field {field}", **where)
    known = registry.language(tag).forms(kind)
    if slot.form not in known:
        raise TemplateError(
            "{file}, {article}: field {field} has no form “{form}”; it has: {known}",
            **where,
            form=slot.form,
            known=", ".join(known),
        )


def slot_kind(template: Template, path: str) -> Kind | None:
    """The kind of value that a slot takes; nothing when there is no such field or article."""
    if path.startswith(ARTICLE):
        return Kind.ARTICLE if path.removeprefix(ARTICLE) in template.articles else None
    spec = template.field(path)
    return spec.kind if spec else None
