"""The command that compares a draft with files that came back edited, and takes changes in."""

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mou_desktop.amend.compare import compare_texts
from mou_desktop.check.index import Index
from mou_desktop.cli import findings
from mou_desktop.cli.output import write
from mou_desktop.errors import MouError, StorageError
from mou_desktop.model import final
from mou_desktop.model.change import Fate
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED, complain

if TYPE_CHECKING:  # (the other commands do without)
    from mou_desktop.intake.returned_changes import Change, Noted
    from mou_desktop.intake.source import Revision

ALL = "all"
_MARKS = {Fate.INSERTED: "{{+{}+}}", Fate.DELETED: "[-{}-]"}


def returned(options: argparse.Namespace) -> int:
    """Print the changes with their numbers and the comments; take in those that are wanted."""
    from mou_desktop.intake import returned, taking

    draft = drafts.load(options.file)
    if options.accept and options.to is None:
        raise MouError("say with --to which file is to have the accepted changes")
    back = returned.read(options.files)
    comparison = returned.compare(draft, back)
    changes = comparison.changes
    wanted = _wanted(changes, options.accept)
    if wanted:
        final.require_open(draft)
        if options.to.exists() and not options.overwrite:
            file = options.to
            raise StorageError("{file} exists already; say --overwrite to replace it", file=file)
        drafts.save(taking.take(draft, wanted), options.to)
    index = Index(render_all(draft))
    if options.json:
        listed = {
            "changes": [
                _as_json(index, number, each, each in wanted)
                for number, each in enumerate(changes, start=1)
            ],
            "comments": [_comment_as_json(index, each) for each in comparison.comments],
        }
        write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    else:
        write("".join(f"{line}\n" for line in _lines(draft, index, changes)))
        write("".join(f"{_comment(index, each)}\n" for each in comparison.comments))
    for said in (*back.remarks, *returned.foreign(draft, back, comparison)):
        complain(f"{said.language}: {said}" if said.language else str(said))
    return DONE if len(wanted) == len(changes) else WARNED


def _wanted(changes: Sequence["Change"], accepted: str | None) -> list["Change"]:
    """The changes that are to be taken in."""
    if not accepted:
        return []
    if accepted == ALL:
        return [each for each in changes if each.can_be_taken]
    found = []
    for number in accepted.split(","):
        if not number.strip().isdecimal() or not 0 < int(number) <= len(changes):
            raise MouError(
                "there is no change {number}; there are {count}",
                number=number.strip(),
                count=len(changes),
            )
        change = changes[int(number) - 1]
        if not change.can_be_taken:
            raise MouError(
                "change {number} is in the signatures, which only the form changes",
                number=number.strip(),
            )
        found.append(change)
    return found


def _lines(draft: Draft, index: Index, changes: Sequence["Change"]) -> Iterator[str]:
    for number, each in enumerate(changes, start=1):
        where = findings.place(index.printed(each.place)) if each.place else "the beginning"
        tags = ", ".join(each.languages)
        yield f"{number}  {where} · {tags} · {_what(draft, index, each)}{_by(each.revisions)}"
        if each.path:
            yield f"    {each.before} → {each.after}"
        elif each.before or each.after:
            pieces = compare_texts(each.before, each.after)
            marked = "".join(_MARKS.get(fate, "{}").format(text) for text, fate in pieces)
            yield from (f"    {line}" for line in marked.split("\n"))


def _what(draft: Draft, index: Index, change: "Change") -> str:
    """What kind of change it is, in words."""
    if change.order:
        numbers = [index.printed(each) for each in change.order]
        return f"articles in another order: {', '.join(numbers)}"
    names = {"added": "a new article behind it", "signature": "words of the signatures"}
    return change.path or names.get(change.what, change.what)


def _by(revisions: Sequence["Revision"]) -> str:
    """Who made the tracked changes, and when the last of them."""
    authors = dict.fromkeys(each.author for each in revisions if each.author)
    times = [each.time for each in revisions if each.time]
    said = [*authors, *([max(times)] if times else [])]
    return f" · tracked: {', '.join(said)}" if said else ""


def _comment(index: Index, noted: "Noted") -> str:
    where = findings.place(index.printed(noted.place))
    by = ", ".join(part for part in (noted.comment.author, noted.comment.time) if part)
    head = f"comment  {where} · {noted.language} · “{noted.words}”"
    return f"{head}\n    {by}: {noted.comment.text}"


def _as_json(index: Index, number: int, change: "Change", accepted: bool) -> dict[str, object]:
    return {
        "number": number,
        "kind": change.what,
        "languages": list(change.languages),
        "article": index.printed(change.place) if change.place else None,
        "field": change.path or None,
        "before": change.before,
        "after": change.after,
        "order": [index.printed(each) for each in change.order],
        "accepted": accepted,
        "can_be_accepted": change.can_be_taken,
        "tracked": [
            {"kind": each.fate, "text": each.text, "author": each.author, "time": each.time}
            for each in change.revisions
        ],
    }


def _comment_as_json(index: Index, noted: "Noted") -> dict[str, object]:
    return {
        "language": noted.language,
        "article": index.printed(noted.place),
        "words": noted.words,
        "text": noted.comment.text,
        "author": noted.comment.author,
        "time": noted.comment.time,
    }
