"""Compares files that came back from the other side with the draft that they were made of.

The result is data: a list of changes, each of which a draft can take in as one step (`taking.py`).
Values of fields are told apart from the wording around them.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path

from mou_desktop.errors import FieldError, IntakeError
from mou_desktop.intake import dividing, returned_fields
from mou_desktop.intake.dividing import Divided
from mou_desktop.intake.reading import read_file
from mou_desktop.intake.rearranged import rearrangements
from mou_desktop.intake.remarks import Remark, remark
from mou_desktop.intake.returned_articles import NEW
from mou_desktop.intake.returned_changes import Change, Comparison, What
from mou_desktop.intake.returned_versions import ReturnedVersion
from mou_desktop.intake.source import Revision, Source
from mou_desktop.intake.taking import take_part
from mou_desktop.intake.versions import Version
from mou_desktop.languages import registry
from mou_desktop.model.change import Fate
from mou_desktop.model.draft import Draft


@dataclass(frozen=True)
class Returned:
    """What came back, by language; it can be compared whenever the draft has changed. `digests`
    tell a version from any that reads otherwise. `gone` are the tracked changes that deleted
    something.
    """

    versions: Mapping[str, Divided]
    digests: Mapping[str, str]
    remarks: tuple[Remark, ...] = ()
    gone: tuple[Revision, ...] = ()


def read(files: Sequence[Path]) -> Returned:
    """Read what came back: one file with all versions, or one version each. Raises `StorageError`
    and `IntakeError`.
    """
    return read_sources([read_file(file) for file in files])


def read_sources(sources: Sequence[Source]) -> Returned:
    """The same for files that were read already."""
    divided = dividing.divided(sources)
    remarks = chain(
        (said for source in sources for said in source.remarks),
        (said for each in divided for said in each.version.remarks),
    )
    return Returned(
        {each.version.language: each for each in divided},
        {each.version.language: _digest(each.version) for each in divided},
        tuple(remarks),
        tuple(_gone(sources)),
    )


def compare(draft: Draft, returned: Returned) -> Comparison:
    """What distinguishes the files from the draft. Raises `IntakeError` when none of them has a
    version of the agreement, or one is of another agreement.
    """
    known = [tag for tag in draft.values.languages if tag in returned.versions]
    if not known:
        raise IntakeError("no version of this agreement was found in the file")
    versions = [ReturnedVersion(draft, tag, returned.versions[tag]) for tag in known]
    for version in versions:
        _require_alike(version, returned.versions[version.tag].version)
    occurrences = [each for version in versions for each in version.occurrences(draft)]
    found = [
        Change(
            What.FIELD, each.languages, each.place, each.before, each.after, each.path, each.values
        )
        for each in returned_fields.changes(draft, occurrences)
    ]
    filled = {version.tag: _filled(draft, version.tag, found) for version in versions}
    found += chain.from_iterable(each.wordings(filled[each.tag]) for each in versions)
    notes = {version.tag: version.revisions() for version in versions}
    found += rearrangements(draft, versions, notes, returned.gone)
    found += chain.from_iterable(each.signatures(filled[each.tag]) for each in versions)
    complete = (
        replace(
            each,
            revisions=each.revisions or _of(notes, each),
            key=_key(each, returned.digests),
        )
        for each in found
    )
    comments = chain.from_iterable(version.comments() for version in versions)
    return Comparison(tuple(complete), tuple(comments))


def foreign(draft: Draft, returned: Returned, comparison: Comparison) -> list[Remark]:
    """What seems not to be of this agreement: versions in other languages, all parties."""
    named = {each.path for each in comparison.changes if each.what is What.FIELD}
    parties = range(len(draft.values.parties))
    others = [
        remark(
            "all parties have other names in {file}; is it the right file?",
            file=divided.version.file,
            language=tag,
        )
        for tag, divided in returned.versions.items()
        if all(f"parties.{number}.name.{tag}" in named for number in parties)
    ]
    return others + [
        remark(
            "the file has a version in {version}, which is not of this agreement",
            version=registry.language(tag).endonym,
        )
        for tag in returned.versions
        if tag not in draft.values.languages
    ]


def _gone(sources: Sequence[Source]) -> Iterator[Revision]:
    for source in sources:
        for paragraph in source.paragraphs:
            yield from (each for each in paragraph.revisions if each.fate is Fate.DELETED)


def _require_alike(version: ReturnedVersion, read: Version) -> None:
    """Raises `IntakeError` when no article of the draft is in a version."""
    if version.deleted and all(each.startswith(NEW) for each in version.parts):
        raise IntakeError(
            "{file} is not a version of this agreement: none of its articles is alike",
            file=read.file,
        )


def _digest(version: Version) -> str:
    text = "\n".join(each.text for each in version.passages)
    return sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def _key(change: Change, digests: Mapping[str, str]) -> str:
    """The same for the same change in the same versions, whatever becomes of the draft."""
    versions = (digests[tag] for tag in sorted(change.languages))
    said = (*versions, change.what, change.place, change.path, change.after, *change.order)
    return sha256("\n".join(said).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _filled(draft: Draft, tag: str, changes: Sequence[Change]) -> Draft:
    """The draft with the values of fields that a version has."""
    for change in changes:
        if tag in change.languages:
            with suppress(FieldError):  # (then it shows as another wording)
                draft = take_part(draft, change)
    return draft


def _of(notes: Mapping[str, Mapping[str, list[Revision]]], change: Change) -> tuple[Revision, ...]:
    """The tracked changes where a change is; articles that are new or gone bring
    their own."""
    if change.what in (What.ADDED, What.DELETED):
        return ()
    return tuple(
        revision for tag in change.languages for revision in notes[tag].get(change.place, ())
    )
