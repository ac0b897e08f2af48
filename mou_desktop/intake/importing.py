"""The way from foreign files to a draft, with its versions as documents and with what is to be
said about them.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from mou_desktop.intake import align, assemble, controls, dividing, legacy, names, numbers
from mou_desktop.intake.assemble import Material
from mou_desktop.intake.dividing import Divided
from mou_desktop.intake.headings import printed
from mou_desktop.intake.marked import Text, unwrapped
from mou_desktop.intake.reading import read_file
from mou_desktop.intake.remarks import Remark, remark
from mou_desktop.intake.source import Source
from mou_desktop.intake.versions import Part, Version
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Draft
from mou_desktop.model.template import Template
from mou_desktop.render import forms
from mou_desktop.render.assemble import alternats, render_all
from mou_desktop.store import templates

PATTERN = "memorandum"


class Misnumbered(NamedTuple):
    """An article that a version numbers otherwise than its place wants it."""

    language: str
    place: str
    found: str
    expected: str


@dataclass(frozen=True)
class Imported:
    """A draft made of foreign files. `documents` are its versions, `read` the languages that the
    files hold, `filled` the articles that each has, `recognised` the number of its fields, and
    `remarks` what is to be looked at. `misnumbered` are articles whose printed number is not what
    the draft gives them. `legacy` says that a file has the old encoding of Azerbaijani
    and was not converted.
    """

    draft: Draft
    documents: Mapping[str, Document]
    read: tuple[str, ...]
    filled: Mapping[str, tuple[str, ...]]
    recognised: Mapping[str, int]
    remarks: tuple[Remark, ...]
    legacy: bool = False
    misnumbered: tuple[Misnumbered, ...] = ()


def import_files(
    files: Sequence[Path], *, convert_legacy: bool = False, as_is: bool = False
) -> Imported:
    """Read files that hold one agreement: all versions, or one version each. Left as it is, a text
    keeps characters that nobody sees: such a draft is only to be checked, never saved. Raises
    `StorageError` and `IntakeError`.
    """
    sources = [read_file(file) for file in files]
    return import_sources(sources, convert_legacy=convert_legacy, as_is=as_is)


def import_sources(
    sources: Sequence[Source], *, convert_legacy: bool = False, as_is: bool = False
) -> Imported:
    """The same for files that were read already. Raises `IntakeError`."""
    remarks = [said for source in sources for said in source.remarks]
    is_legacy = any(legacy.is_legacy(source) for source in sources)
    if is_legacy and convert_legacy:
        sources = [legacy.converted(source) for source in sources]
    elif is_legacy:
        remarks.insert(0, legacy.WARNING)
    if not as_is:
        remarks += _invisible(sources)
    divided = dividing.divided(sources, as_is=as_is)
    versions = [each.version for each in divided]
    pattern = templates.builtin(PATTERN)
    articles, numbers_kept, said = align.rows(versions, pattern)
    remarks += said
    material = _material(divided, articles, pattern)
    material.as_is = as_is
    material.numbers = numbers_kept
    languages = _languages(material, versions)
    draft = assemble.assemble(material, languages, pattern)
    documents = render_all(draft)
    draft = _kept(draft, documents.values())
    remarks += chain.from_iterable(version.remarks for version in versions)
    remarks += _missing(versions, articles)
    remarks += _unsigned(material.texts.values())
    return Imported(
        draft,
        documents,
        tuple(version.language for version in versions),
        {tag: tuple(text.articles) for tag, text in material.texts.items()},
        {tag: _count(text) for tag, text in material.texts.items()},
        tuple(remarks),
        is_legacy and not convert_legacy,
        tuple(chain.from_iterable(_misnumbered(version) for version in versions)),
    )


def with_usual_signatures(draft: Draft) -> Draft:
    """The draft with the signatures that the program writes, in place of those that were read."""
    changed = assemble.with_usual_signatures(draft, templates.builtin(PATTERN))
    return _kept(changed, render_all(changed).values())


def _kept(draft: Draft, documents: Collection[Document]) -> Draft:
    """With the forms that its texts show, which stay with it."""
    return forms.keep(draft, [*documents, *alternats(draft, documents)])


def _material(divided: Sequence[Divided], articles: list[str], pattern: Template) -> Material:
    texts = {each.version.language: each.text(_parts(each.version, articles)) for each in divided}
    tagged = controls.tagged(texts.values(), pattern)
    material = Material(texts, articles, {})
    controls.recognise([texts[tag] for tag in tagged], material, pattern)
    others = [text for tag, text in texts.items() if tag not in tagged]
    material.values = {**numbers.recognise(others, list(texts)), **material.values}
    found = names.recognise(others)
    material.values = {**found.values, **material.values}
    material.sexes = {**found.sexes, **material.sexes}
    material.forms = {**found.forms, **material.forms}
    for text in others:
        text.title = unwrapped(text.title)
    return material


def _parts(version: Version, articles: Sequence[str]) -> dict[str, Part]:
    found = {article: align.part_of(version, article) for article in articles}
    return {article: part for article, part in found.items() if part is not None}


def _languages(material: Material, versions: Sequence[Version]) -> list[str]:
    """Those that the text itself names, if they are tagged or all there; else those that were
    read.
    """
    read = [version.language for version in versions]
    named = [tag for tag in material.values.get("languages", "").split(",") if tag]
    return named if set(named) >= set(read) else read


def _missing(versions: Sequence[Version], articles: Sequence[str]) -> Iterator[Remark]:
    for version in versions:
        for article in align.missing(articles, version):
            yield remark(
                "the article is missing in this version",
                language=version.language,
                place=article,
            )


def _misnumbered(version: Version) -> Iterator[Misnumbered]:
    by_number = {part.number: part.id for part in version.articles}
    for part, found, expected in version.misnumbered:
        if part in by_number:
            yield Misnumbered(version.language, by_number[part], printed(found), printed(expected))


def _invisible(sources: Sequence[Source]) -> Iterator[Remark]:
    """Characters that nobody sees, which a draft cannot hold."""
    for source in sources:
        count = sum(
            unicodedata.category(letter) in ("Cc", "Cf") and letter not in "\n\t\r"
            for paragraph in source.paragraphs
            if not paragraph.text.isprintable()
            for letter in paragraph.text
        )
        if count:
            yield remark(
                "{file}: characters that nobody sees were taken out ({count})",
                file=source.name,
                count=count,
            )


def _unsigned(texts: Iterable[Text]) -> Iterator[Remark]:
    for text in texts:
        if len(text.signers) < 2 or not all(signer.name.text for signer in text.signers):
            yield remark(
                "a name is missing in the signatures; the usual signatures have a place for it",
                language=text.language,
                place="signature",
            )


def _count(text: Text) -> int:
    """How many places of a version are filled from fields."""
    return sum(len(paragraph.marks) for paragraph in text.everything)
