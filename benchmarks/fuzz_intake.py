"""Feeds many damaged and twisted files to the import: `python benchmarks/fuzz_intake.py [COUNT]`.

None may crash the program, hang it or use up the memory; a text that is read must be in the draft
or be told. Files are made of good ones by rule, so that a seed number gives the same file again.
"""

import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from mou_desktop.errors import MouError
from mou_desktop.export.docx import to_docx
from mou_desktop.export.text import to_text
from mou_desktop.intake.headings import heading_of, numbered
from mou_desktop.intake.importing import Imported, import_sources
from mou_desktop.intake.passages import passages
from mou_desktop.intake.reading import read
from mou_desktop.intake.source import Source
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples

COUNT = 20_000
# Seconds of the processor and bytes that one file may take.
PATIENCE = 10
MEMORY = 1536 * 1024 * 1024
_SEED_TEXT = Path(__file__).parents[1] / "tests" / "golden" / "seed-memorandum.txt"
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(rb"<[^<>]{1,400}>")
_ODD = (
    "\u202e", "\u200b", "\x00", "\u00a0", "\ufeff", "𝒳", "{", "}}", "[", "]]", "«", "»", "„", '"',
    "____", "Статья 5", "Article 400", "Maddə 0", "1-бап", "М.П.", "İ", "ı", "\n\n", "|", "**", "#",
    "9" * 400, "a" * 3000, "в лице ", " атынан ", "represented by ", " tərəfindən təmsil olunan ",
)  # fmt: skip
_OPEN_DOCUMENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{}'
    "</office:text></office:body></office:document-content>"
)


class Outcome(NamedTuple):
    """What became of a file; `fault` is empty when all is well."""

    number: int
    fault: str
    seconds: float
    refused: bool


def main(count: int) -> int:
    """Try so many files on all cores; the exit code is 1 when one did harm."""
    start = time.perf_counter()
    faults: list[Outcome] = []
    slowest = refused = 0.0
    with ProcessPoolExecutor(initializer=_limit) as pool:
        for done, outcome in enumerate(pool.map(outcome_of, range(count), chunksize=50), start=1):
            slowest = max(slowest, outcome.seconds)
            refused += outcome.refused
            if outcome.fault:
                faults.append(outcome)
                print(f"{outcome.number}: {outcome.fault}", flush=True)
            if done % 2000 == 0:
                print(f"{done} files, {time.perf_counter() - start:.0f} s", flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"{count} files, {refused:.0f} refused, {len(faults)} faults; the slowest took "
        f"{slowest:.2f} s, a process used up to {peak} MB"
    )
    return 1 if faults else 0


def outcome_of(number: int) -> Outcome:
    """Import the file with this number."""
    content = damaged(number)
    start = time.process_time()
    fault, refused = "", False
    signal.signal(signal.SIGPROF, _raise)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        source = read(content, f"file-{number}")
        imported = import_sources([source])
        fault = _missing(source, imported)
    except MouError as error:
        refused = True
        fault = "" if str(error) and "\n" not in str(error) else f"odd message: {error}"
    except _TooSlowError:
        fault = "hangs"
    except BaseException as error:
        fault = f"{type(error).__name__}: {str(error)[:200]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - start
    return Outcome(number, fault, seconds, refused)


def damaged(number: int) -> bytes:
    """The file with this number: one of the good ones after several mishaps."""
    random = Random(number)
    kind = number % 4
    if kind == 0:
        return _bytes(random, random.choice(_word_files()))
    if kind == 1:
        return _parts(random, random.choice(_word_files()))
    text = _twisted(random, random.choice(_texts()))
    if kind == 2:
        return text.encode(random.choice(("utf-8", "utf-8", "utf-16", "cp1251")), "replace")
    return _as_open_document(text) if random.random() < 0.3 else _as_word(random, text)


@cache
def _word_files() -> Sequence[bytes]:
    return [to_docx(each) for each in render_all(examples.load("memorandum")).values()]


@cache
def _texts() -> Sequence[str]:
    versions = [to_text(each) for each in render_all(examples.load("memorandum")).values()]
    return [*versions, "\n\n".join(versions), _SEED_TEXT.read_text("utf-8")]


def _bytes(random: Random, content: bytes) -> bytes:
    """Bytes changed, cut out, put in, cut off."""
    data = bytearray(content)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(data) or 1)
        match random.randrange(4):
            case 0:
                data[at : at + 1] = bytes([random.randrange(256)])
            case 1:
                del data[at : at + random.randint(1, 64)]
            case 2:
                data[at:at] = random.randbytes(random.randint(1, 64))
            case 3 if random.random() < 0.2:
                del data[at:]
    return bytes(data)


def _parts(random: Random, content: bytes) -> bytes:
    """A sound zip file whose parts are not sound."""
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(random.randint(1, 3)):
        name = "word/document.xml" if random.random() < 0.8 else random.choice(sorted(parts))
        change = random.choice((_elements, _bytes, _elements))
        parts[name] = change(random, parts[name])
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def _elements(random: Random, part: bytes) -> bytes:
    """Elements taken away, doubled, exchanged, with other names, deeper."""
    tags = list(_TAG.finditer(part))
    if len(tags) < 4:
        return part
    for _ in range(random.randint(1, 6)):
        one, other = sorted(random.sample(range(len(tags)), 2))
        first, second = tags[one][0], tags[other][0]
        stretch = part[tags[one].start() : tags[other].end()]
        match random.randrange(6):
            case 0:
                part = part.replace(first, b"", 1)
            case 1:
                part = part.replace(first, second, random.randint(1, 20))
            case 2 if len(stretch) < 20_000:
                part = part.replace(stretch, stretch * random.randint(2, 5), 1)
            case 3 if len(stretch) < 20_000:
                part = part.replace(stretch, b"", 1)
            case 4:
                part = part.replace(b"w:r>", random.choice((b"w:ins>", b"w:del>", b"w:p>")), 40)
            case 5:
                part = part.replace(b"<w:p>", b"<w:tbl><w:tr><w:tc>" * 80 + b"<w:p>", 1)
    return part


def _twisted(random: Random, text: str) -> str:
    """Lines exchanged, lost, doubled, run together; odd characters in them."""
    lines = text.split("\n")
    for _ in range(random.randint(0, 12)):
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        match random.randrange(7):
            case 0:
                lines[at], lines[other] = lines[other], lines[at]
            case 1 if len(lines) > 2:
                del lines[at]
            case 2:
                lines.insert(other, lines[at])
            case 3:
                lines[at] = lines[at][: random.randrange(len(lines[at]) + 1)]
            case 4:
                where = random.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:where] + random.choice(_ODD) + lines[at][where:]
            case 5:
                lines[at : at + 2] = [" ".join(lines[at : at + 2])]
            case 6 if random.random() < 0.1:
                lines[at:at] = [lines[at]] * 400
    return "\n".join(lines)


def _as_word(random: Random, text: str) -> bytes:
    """The lines as paragraphs, some of them in tables and content controls."""
    from xml.sax.saxutils import escape

    body = ""
    for line in text.split("\n"):
        shown = escape("".join(letter for letter in line if letter.isprintable()))
        body += f"<w:p><w:r><w:t>{shown}</w:t></w:r></w:p>"
        if random.random() < 0.02:
            body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    start = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return _zip({"word/document.xml": f"<w:document {start}><w:body>{body}</w:body></w:document>"})


def _as_open_document(text: str) -> bytes:
    from xml.sax.saxutils import escape

    lines = ("".join(each for each in line if each.isprintable()) for line in text.split("\n"))
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    return _zip({"content.xml": _OPEN_DOCUMENT.format(body)})


def _zip(parts: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def _missing(source: Source, imported: Imported) -> str:
    """Words that were read and are neither in the draft nor told; or that it cannot be kept."""
    content = drafts.dumps(imported.draft)
    if drafts.loads(content, "x.mou") != imported.draft:
        return "the draft is another one after it was saved"
    read_words: Counter[str] = Counter()
    for line in passages(source.paragraphs):
        if heading_of(line.text) is None and numbered(line.text) is None:
            read_words.update(_WORD.findall(line.text))
    shown = " ".join(to_text(each) for each in render_all(imported.draft).values())
    told = " ".join(f"{each} {each.lost}" for each in imported.remarks)
    missing = read_words - Counter(_WORD.findall(shown)) - Counter(_WORD.findall(told))
    missing -= Counter({letter: 99 for letter in missing if len(letter) == 1})  # (closed up)
    return f"lost: {' '.join(list(missing)[:8])}" if missing else ""


class _TooSlowError(Exception):
    """A file took longer than it may."""


def _limit() -> None:
    """Let a process have no more memory than it should need."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _raise(_signal: int, _frame: object) -> None:
    raise _TooSlowError


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT))
