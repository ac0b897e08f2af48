"""The command line: the same core as the window, without Qt. It speaks English.

Exit codes: 0 done, 1 done with warnings, 2 refused. Whatever goes wrong is one line on stderr.
"""

import argparse
import contextlib
import os
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

from mou_desktop import __version__
from mou_desktop.errors import MouError, StorageError
from mou_desktop.export import batch
from mou_desktop.export.text import to_text
from mou_desktop.model import fields
from mou_desktop.model.draft import Draft, blank_draft
from mou_desktop.model.finding import Code
from mou_desktop.render.assemble import render
from mou_desktop.store import drafts, examples, templates
from mou_desktop.terminal import PROGRAM, REFUSED, complain, guarded, refuse

DONE, WARNED = 0, 1
_EXCERPT_LIMIT = 80
_BAR = 24


def main(argv: Sequence[str]) -> int:
    """Run one command; the result is the exit code."""
    return guarded(lambda: _run(argv))


def _run(argv: Sequence[str]) -> int:
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else REFUSED
    code: int = options.run(options)
    return code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise MouError("{problem}; see: {program} -h", problem=message, program=self.prog)


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE.mou]\n       {PROGRAM} COMMAND …",
        description="Memoranda of understanding in several languages.\n"
        "Without a command it opens the window.",
        epilog="exit codes: 0 done, 1 done with warnings, 2 refused",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"MOU Desktop {__version__}")
    commands = parser.add_subparsers(prog=PROGRAM, required=True, metavar="COMMAND", dest="command")

    def add(name: str, run: Callable[[Any], int], summary: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=summary, description=f"{summary}.".capitalize(), allow_abbrev=False
        )
        command.set_defaults(run=run)
        return command

    new = add("new", _new, "start a draft")
    new.add_argument("file", metavar="OUT.mou", type=Path, help="the file to make")
    new.add_argument("--template", default="memorandum", metavar="ID", help="its template")
    new.add_argument("--example", action="store_true", help="filled in with the example")

    change = add("set", _set, "change fields of a draft, all of them or none")
    change.add_argument("file", metavar="FILE.mou", type=Path, help="the draft")
    change.add_argument(
        "changes",
        metavar="PATH=VALUE",
        nargs="+",
        help="a field (place.ru, copies, parties.0.name.kk) or a form of it "
        "(parties.0.name.ru#genitive); an empty value makes a blank",
    )

    show = add("show", _show, "print one language version as plain text")
    show.add_argument("file", metavar="FILE.mou", type=Path, help="the draft")
    show.add_argument("--language", required=True, metavar="TAG", help="az, kk, ru or en")

    export = add("export", _export, "write the language versions as files")
    export.add_argument("file", metavar="FILE.mou", type=Path, help="the draft")
    export.add_argument("--to", required=True, metavar="DIR", type=Path, help="the folder")
    export.add_argument(
        "--languages", metavar="TAGS", help="az,kk,ru,en (default: those of the agreement)"
    )
    export.add_argument(
        "--format", choices=list(batch.FORMATS), default="docx", help="of the files"
    )
    export.add_argument("--overwrite", action="store_true", help="replace files that exist")
    return parser


def _new(options: argparse.Namespace) -> int:
    file: Path = options.file
    if os.path.lexists(file):
        raise StorageError("{file} exists already; choose another name", file=file)
    if options.example:
        draft = examples.load(options.template)
    else:
        draft = blank_draft(templates.builtin(options.template))
    drafts.save(draft, file)
    return DONE


def _set(options: argparse.Namespace) -> int:
    draft = drafts.load(options.file)
    changes = [_assignment(text) for text in options.changes]
    for path, text in sorted(changes, key=lambda change: _rank(change[0])):
        field, form, _ = path.partition("#")
        draft = fields.change(draft, path, text)
        if form and text and not fields.lemma(draft, field):
            raise MouError("{path}: there is no {field} yet; set it too", path=path, field=field)
    drafts.save(draft, options.file)
    return DONE


def _rank(path: str) -> int:
    """An introduction belongs to a name, a form to the value it is a form of: these go first."""
    return 2 if "#" in path else int(fields.INTRODUCED_AS in path)


def _assignment(text: str) -> tuple[str, str]:
    path, equals, value = text.partition("=")
    if not equals:
        raise MouError("“{text}” is not PATH=VALUE, as in copies=4", text=text)
    return path.strip(), value


def _show(options: argparse.Namespace) -> int:
    draft = drafts.load(options.file)
    (tag,) = _known(draft, [options.language])
    _print(to_text(render(draft, tag)))
    return DONE


def _export(options: argparse.Namespace) -> int:
    draft = drafts.load(options.file)
    languages: Sequence[str] = draft.values.languages
    if options.languages is not None:
        languages = _known(draft, [tag.strip() for tag in options.languages.split(",")])
    targets = batch.plan(
        draft, options.to, options.file.stem, languages=languages, format=options.format
    )
    with _progress_bar() as progress:
        report = batch.export(targets, overwrite=options.overwrite, progress=progress)
    _print("".join(f"{target.file}\n" for target in report.written))
    reasons = [_reason(refusal) for refusal in report.refused]
    if not report.written:
        more = f" (and {len(reasons) - 1} more files)" if len(reasons) > 1 else ""
        return refuse(f"nothing was written: {reasons[0]}{more}")
    warnings = [*reasons, *_warnings(report.written)]
    for line in warnings:
        complain(line)
    return WARNED if warnings else DONE


def _known(draft: Draft, tags: list[str]) -> list[str]:
    """The same tags. Raises `MouError` when the draft has no version in one of them."""
    for tag in tags:
        if tag not in draft.template.languages:
            raise MouError(
                "no version in the language “{tag}”; there are: {known}",
                tag=tag,
                known=",".join(draft.template.languages),
            )
    return tags


def _reason(refusal: batch.Refusal) -> str:
    mend = "; to replace it add --overwrite"
    return f"{refusal.error}{mend if isinstance(refusal.error, batch.AlreadyThereError) else ''}"


def _warnings(targets: Sequence[batch.Target]) -> list[str]:
    """One line for each open value or form, with the languages of the files that need it."""
    languages: dict[tuple[Code, str, str], list[str]] = {}
    for target in targets:
        for finding in target.findings:
            key = (finding.code, finding.path, finding.excerpt)
            languages.setdefault(key, []).append(target.document.language)
    return [_wording(*key, ", ".join(tags)) for key, tags in languages.items()]


def _wording(code: Code, path: str, excerpt: str, languages: str) -> str:
    excerpt = textwrap.shorten(excerpt, _EXCERPT_LIMIT, placeholder="…")
    match code:
        case Code.VALUE_MISSING:
            return f"{path} ({languages}): nothing is entered; a blank was left"
        case Code.FORM_UNSURE:
            return f"{path} ({languages}): “{excerpt}” is a guess; confirm it, or set another"
        case Code.INTRODUCTION_STALE:
            return f"{path} ({languages}): the party's name has changed since; set this again"
        case Code.SHORT_NAME_APART:
            return f"{path} ({languages}): “{excerpt}” is no part of the name; nothing is bold"
        case Code.ONE_LANGUAGE:
            return f"{path}: the closing clause speaks of several versions, but there is one"
        case Code.DATE_IMPOSSIBLE:
            return f"{path} ({languages}): there is no such day, {excerpt}"


@contextlib.contextmanager
def _progress_bar() -> Iterator[batch.Progress | None]:
    if not sys.stderr.isatty():
        yield None
        return

    def draw(done: int, total: int) -> bool:
        filled = _BAR * done // total
        sys.stderr.write(f"\r[{'#' * filled}{'-' * (_BAR - filled)}] {done}/{total}")
        sys.stderr.flush()
        return True

    try:
        yield draw
    finally:
        sys.stderr.write(f"\r{' ' * (_BAR + 16)}\r")
        sys.stderr.flush()


def _print(text: str) -> None:
    """Put text on stdout, in UTF-8 whatever the terminal; quiet when nobody reads on."""
    try:
        if sys.stdout is None:
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except OSError as error:
        _drop_stdout()
        if not isinstance(error, BrokenPipeError):
            reason = error.strerror or error
            raise StorageError("cannot write the output: {reason}", reason=reason) from error


def _drop_stdout() -> None:
    """Let what stdout still holds go nowhere, so that Python does not try again at the end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
