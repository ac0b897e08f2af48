"""The commands, their arguments, and the exit code that comes of them."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from mou_desktop import __version__
from mou_desktop.cli import (
    amending,
    check,
    compare,
    drafts,
    export,
    forms,
    importing,
    returned,
    signing,
)
from mou_desktop.cli.ending import ended_as_interrupted
from mou_desktop.errors import MouError
from mou_desktop.export import batch
from mou_desktop.terminal import PROGRAM, REFUSED, guarded


def main(argv: Sequence[str]) -> int:
    """Run one command; the result is the exit code."""
    return guarded(lambda: _run(argv))


def _run(argv: Sequence[str]) -> int:
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else REFUSED
    with ended_as_interrupted():
        code: int = options.run(options)
    return code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise MouError("{problem}; see: {program} -h", problem=message, program=self.prog)


def _parser() -> _Parser:
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE.mou] | {PROGRAM} COMMAND …",
        description="Memoranda in several languages. Without a command it opens the window.\n"
        "Exit codes: 0 done, 1 done with warnings, 2 refused.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="version", version=f"MOU Desktop {__version__}")
    commands = parser.add_subparsers(prog=PROGRAM, required=True, metavar="COMMAND", dest="command")

    def add(name: str, run: Callable[[Any], int], summary: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=summary, description=f"{summary}.".capitalize(), allow_abbrev=False
        )
        command.set_defaults(run=run)
        return command

    new = add("new", drafts.new, "start a draft")
    new.add_argument("file", metavar="OUT.mou", type=Path, help="the file to make")
    new.add_argument(
        "--template", default="memorandum", metavar="ID", help="its template, built-in or own"
    )
    new.add_argument("--example", action="store_true", help="filled in with the example")

    change = add("set", drafts.change, "change fields of a draft, all of them or none")
    change.add_argument("file", metavar="FILE.mou", type=Path, help="the draft")
    change.add_argument(
        "changes",
        metavar="PATH=VALUE",
        nargs="+",
        help="a field (place.ru, copies, parties.0.name.kk) or a form of it "
        "(parties.0.name.ru#genitive); an empty value makes a blank",
    )

    show = add("show", drafts.show, "print one language version as plain text")
    show.add_argument("file", metavar="FILE.mou", type=Path, help="the draft")
    show.add_argument("--language", required=True, metavar="TAG", help="az, kk, ru or en")
    show.add_argument(
        "--originals-of",
        type=int,
        default=0,
        metavar="N",
        help="as in the originals of parties.N, which is named first there (default: 0)",
    )

    files = add("export", export.export, "write the language versions as files")
    files.add_argument("file", metavar="FILE.mou", type=Path, help="the draft")
    files.add_argument("--to", required=True, metavar="DIR", type=Path, help="the folder")
    files.add_argument(
        "--languages",
        metavar="TAGS",
        help="az,kk,ru,en, in the order wanted (default: those of the agreement)",
    )
    files.add_argument("--format", choices=list(batch.FORMATS), default="docx", help="of the files")
    files.add_argument(
        "--arrange",
        choices=list(batch.Arrangement),
        default=batch.Arrangement.SEPARATE,
        help="a file for each version (separate), all in one (combined), or two side by side "
        "(bilingual: name the two with --languages)",
    )
    files.add_argument(
        "--watermark", action="store_true", help="write DRAFT, its number and the date across pages"
    )
    files.add_argument("--overwrite", action="store_true", help="replace files that exist")

    signed = add("sign-set", signing.sign_set, "write all originals with a manifest of them")
    signed.add_argument("file", metavar="FILE.mou", type=Path, help="the draft")
    signed.add_argument("--to", required=True, metavar="DIR", type=Path, help="the folder to make")
    signed.add_argument(
        "--overwrite",
        action="store_true",
        help="replace a signing set in which nothing was changed",
    )

    verified = add("verify", signing.verify, "compare a signing set with its manifest")
    verified.add_argument("folder", metavar="DIR", type=Path, help="the folder with the set")

    difference = add("compare", compare.compare, "say what distinguishes two drafts, word by word")
    difference.add_argument(
        "before", metavar="A.mou", type=Path, help="the older draft, or a Word or text file"
    )
    difference.add_argument("after", metavar="B.mou", type=Path, help="the newer one, likewise")
    difference.add_argument("--language", metavar="TAG", help="one version (default: all of B)")
    difference.add_argument(
        "--to", metavar="REDLINE.docx", type=Path, help="a Word file with tracked changes"
    )
    difference.add_argument(
        "--author", metavar="NAME", default="MOU Desktop", help="who made the tracked changes"
    )
    difference.add_argument("--overwrite", action="store_true", help="replace a file that exists")

    back = add("returned", returned.returned, "say what was changed in files that came back edited")
    back.add_argument(
        "file", metavar="FILE.mou", type=Path, help="the draft that they were made of"
    )
    back.add_argument(
        "files", metavar="BACK", nargs="+", type=Path, help="one with all versions, or one each"
    )
    back.add_argument("--json", action="store_true", help="for other programs to read")
    back.add_argument(
        "--accept",
        metavar="NUMBERS",
        help="take in these changes (1,3), or all; the versions that did not change are to review",
    )
    back.add_argument("--to", metavar="OUT.mou", type=Path, help="the draft with what is accepted")
    back.add_argument("--overwrite", action="store_true", help="replace a file that exists")
    protocol = add(
        "amend", amending.amend, "write the protocol that amends or corrects an agreement"
    )
    protocol.add_argument("signed", metavar="SIGNED.mou", type=Path, help="the agreement")
    protocol.add_argument("edited", metavar="EDITED.mou", type=Path, help="its edited copy")
    protocol.add_argument(
        "--number", type=int, metavar="N", help="of the protocol (default: the next)"
    )
    protocol.add_argument(
        "--to", required=True, metavar="PROTOCOL.mou", type=Path, help="the file to make"
    )
    protocol.add_argument(
        "--renumber",
        action="store_true",
        help="count the articles through again, instead of «9-1» and gaps",
    )
    protocol.add_argument(
        "--correct",
        action="store_true",
        help="write an instrument that corrects errors from the beginning, in one version or more",
    )
    protocol.add_argument("--overwrite", action="store_true", help="replace a file that exists")

    inforce = add("consolidate", amending.consolidate, "write the text as amended and corrected")
    inforce.add_argument("signed", metavar="SIGNED.mou", type=Path, help="the agreement")
    inforce.add_argument(
        "protocols", metavar="PROTOCOL.mou", nargs="+", type=Path, help="in their order"
    )
    inforce.add_argument(
        "--to", required=True, metavar="OUT.mou", type=Path, help="the file to make"
    )
    inforce.add_argument(
        "--on",
        type=amending.day,
        metavar="YYYY-MM-DD",
        help="the text of this day: protocols that were in force then, and all corrections",
    )
    inforce.add_argument(
        "--only-signed", action="store_true", help="refuse protocols without a recorded signature"
    )
    inforce.add_argument("--overwrite", action="store_true", help="replace a file that exists")

    look = add("check", check.check, "look for what is wrong in the versions")
    look.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help="a draft; or Word, OpenDocument or text files with all versions, or one each",
    )
    look.add_argument("--json", action="store_true", help="for other programs to read")
    look.add_argument("--to", metavar="REPORT.docx", type=Path, help="a Word file for the records")
    look.add_argument("--overwrite", action="store_true", help="replace a file that exists")

    foreign = add(
        "import", importing.import_files, "make a draft of Word, OpenDocument or text files"
    )
    foreign.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="all versions, or one version each"
    )
    foreign.add_argument("--to", required=True, metavar="OUT.mou", type=Path, help="the draft")
    foreign.add_argument(
        "--legacy-azerbaijani",
        action="store_true",
        help="convert Azerbaijani in the encoding of old fonts («Азярбайъан»)",
    )
    foreign.add_argument(
        "--usual-signatures",
        action="store_true",
        help="put the program's signatures in place of those in the files",
    )

    add("forms", forms.forms, "read rows «language, kind, text, form» and add the words").epilog = (
        "The columns are separated by tabs, on stdin and on stdout; each row comes back with the "
        "form and “sure” or “unsure” behind it."
    )
    return parser
