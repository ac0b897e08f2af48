"""Recognises the fields of files that this program wrote: content controls bear their paths."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mou_desktop.intake import values
from mou_desktop.intake.assemble import Material
from mou_desktop.intake.lemmas import (
    INITIALS,
    NOMINATIVE,
    SHORTENED,
    is_short_of,
    lemmas,
    matches,
    with_surname,
)
from mou_desktop.intake.marked import Marked, Text
from mou_desktop.intake.organizations import part_of_name
from mou_desktop.languages import registry
from mou_desktop.languages.base import NAMES, SHORT_BLANK, TEXT_BLANK, Kind, Sex
from mou_desktop.model.slots import ARTICLE, Slot
from mou_desktop.model.template import Template

_TAG = re.compile(r"(?P<path>[a-z0-9_.-]+)(?:#(?P<form>[a-z][a-z -]*))?")
_SEXES = (Sex.MALE, Sex.FEMALE)
_SHORT_NAME = ".short_name."


class _Use(NamedTuple):
    """A control in a text: the field, the form and what stands there."""

    text: Text
    paragraph: Marked
    path: str
    form: str
    kind: Kind
    start: int
    end: int

    @property
    def shown(self) -> str:
        return self.paragraph.text[self.start : self.end]

    @property
    def localized(self) -> str:
        return f"{self.path}.{self.text.language}"


def tagged(texts: Iterable[Text], pattern: Template) -> list[str]:
    """The languages of the versions in which fields are tagged."""
    return [text.language for text in texts if any(True for _use in _uses(text, pattern))]


def recognise(texts: Sequence[Text], material: Material, pattern: Template) -> None:
    """Mark the tagged fields that the pattern has too; add their values and forms."""
    uses = [use for text in texts for use in _uses(text, pattern)]
    material.exact = frozenset(text.language for text in texts)
    _numbers([use for use in uses if use.kind not in NAMES], material)
    named = [use for use in uses if use.kind in NAMES]
    _sexes(named, material)
    for path in dict.fromkeys(use.localized for use in named):
        _name(path, [use for use in named if use.localized == path], material)
    for text in texts:
        _short_names(text, material)
    for use in uses:
        use.paragraph.mark(use.start, use.end, Slot(use.path, use.form))


def _uses(text: Text, pattern: Template) -> Iterator[_Use]:
    for paragraph in text.everything:
        for control in paragraph.source.controls:
            found = _TAG.fullmatch(control.tag)
            if found is None or control.start >= control.end:
                continue
            path = found["path"].removesuffix(f".{text.language}")
            kind = _kind(path, text, pattern)
            form = found["form"] or NOMINATIVE
            if kind is not None and form in registry.language(text.language).forms(kind):
                yield _Use(text, paragraph, path, form, kind, control.start, control.end)


def _kind(path: str, text: Text, pattern: Template) -> Kind | None:
    if path.startswith(ARTICLE):
        return Kind.ARTICLE if path.removeprefix(ARTICLE) in text.articles else None
    parts = path.split(".")
    if parts[0] == "parties" and len(parts) > 2 and parts[1].isdecimal():
        if int(parts[1][:3]) >= max(2, len(text.signers)):
            return None
        parts[1] = "*"
    wanted = ".".join(parts)
    return next((spec.kind for spec in pattern.fields if spec.path == wanted), None)


def _numbers(uses: Sequence[_Use], material: Material) -> None:
    """The value of each field that is no name, as the first control says that can be read."""
    for use in uses:
        found = values.read(use.text.language, use.path, use.kind, use.form, use.shown)
        if not set(found) & set(material.values):
            material.values.update(found)


def _sexes(uses: Sequence[_Use], material: Material) -> None:
    """As «Mr.» and «Ms.» tell, or a form that only one of the sexes has."""
    people = [use for use in uses if use.kind is Kind.PERSON]
    for use in sorted(people, key=lambda use: use.form != "addressed"):
        person = use.path.removesuffix(".name")
        if person in material.sexes or use.form not in ("addressed", "genitive"):
            continue
        found = lemmas(use.text.language, use.kind, use.shown, (use.form,), _SEXES)
        sexes = {each.sex for each in found if each.sure}
        if len(sexes) == 1 and use.text.language in ("en", "ru"):
            (sex,) = sexes
            if sex is not None:
                material.sexes[person] = sex


def _name(path: str, uses: Sequence[_Use], material: Material) -> None:
    """The basic form of a name, and those of its forms that the grammar would say otherwise."""
    tag, kind = uses[0].text.language, uses[0].kind
    sex = material.sexes.get(path.rpartition(".")[0].removesuffix(".name"))
    uses = [use for use in uses if not _is_blank(use)]
    lemma = _lemma(tag, kind, uses, sex)
    if not lemma:
        return
    material.values[path] = lemma
    for use in uses:
        if use.form != NOMINATIVE:
            same, _sure = matches(tag, kind, lemma, use.form, sex, use.shown)
            if not same:
                material.forms.setdefault(f"{path}#{use.form}", use.shown)


def _lemma(tag: str, kind: Kind, uses: Sequence[_Use], sex: Sex | None) -> str:
    basic = [use.shown for use in uses if use.form == NOMINATIVE]
    if basic:
        return max(dict.fromkeys(basic), key=basic.count)
    short = next((use.shown for use in uses if use.form == INITIALS), "")
    telling = [use for use in uses if use.form not in ("conjunction", INITIALS)]
    for use in telling:
        found = lemmas(tag, kind, use.shown, (use.form,), (sex,))
        if short:
            found = [each for each in found if _is_shortened(tag, each.text, short)]
        if found:
            capital = found[0].text[:1].upper() + found[0].text[1:]
            return capital if kind is Kind.POSITION else found[0].text
    surname = SHORTENED.fullmatch(short)
    if surname is not None:
        names = (with_surname(tag, surname[2], each.shown, each.form, sex) for each in telling)
        return next(filter(None, names), "")
    return ""


def _is_shortened(tag: str, name: str, short: str) -> bool:
    same, _sure = matches(tag, Kind.PERSON, name, INITIALS, None, short)
    return same or is_short_of(short, name)


def _is_blank(use: _Use) -> bool:
    blank = registry.language(use.text.language).blank(use.kind, use.form)
    return SHORT_BLANK in use.shown or (use.shown == blank and TEXT_BLANK in blank)


def _short_names(text: Text, material: Material) -> None:
    """The bold part of a party's name in the title."""
    for line in text.title:
        for control in line.source.controls:
            found = re.fullmatch(r"(parties\.\d+)\.name\.(\w+)(?:#(.+))?", control.tag)
            name = material.values.get(f"{found[1]}.name.{text.language}") if found else None
            bold = [
                line.text[start:end]
                for start, end in line.source.strong
                if control.start <= start and end <= control.end
            ]
            whole = (control.start, control.end) in line.source.strong
            if found is None or not name or len(bold) != 1:
                continue
            form = found[3] or NOMINATIVE
            if form == "definite":
                form = NOMINATIVE
            short = name if whole else part_of_name(text.language, name, bold[0], form)
            if short:
                material.values[f"{found[1]}{_SHORT_NAME}{text.language}"] = short
