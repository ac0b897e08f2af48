"""The command that compares two drafts."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from mou_desktop.amend.compare import compare_versions, differing
from mou_desktop.cli.drafts import known
from mou_desktop.cli.output import write, write_file
from mou_desktop.languages import registry
from mou_desktop.model.change import BlockChange, Fate, ParagraphChange
from mou_desktop.model.document import Article
from mou_desktop.model.draft import Draft
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts
from mou_desktop.terminal import DONE, WARNED

_MARKS = {Fate.INSERTED: "{{+{}+}}", Fate.DELETED: "[-{}-]"}


def compare(options: argparse.Namespace) -> int:
    """Print the differences, and write them as a Word file where one is named."""
    before, after = _read(options.before), _read(options.after)
    old, new = render_all(before), render_all(after)
    tags = known(after, [options.language]) if options.language else [*new]
    tags = [tag for tag in tags if tag in old and tag in new]
    changes = compare_versions(old, new)
    lines = [line for tag in tags for line in _lines(tag, changes[tag])]
    write("".join(f"{line}\n" for line in lines))
    if options.to is not None:
        from mou_desktop.export.docx import redline_to_docx  # (without it no lxml is loaded)
        from mou_desktop.export.docx_redline import Redline, Revision

        by = Revision(options.author, datetime.now().astimezone())
        redlines = [Redline(old[tag], new[tag], changes[tag]) for tag in tags]
        content = redline_to_docx(redlines, by, subject=after.template.names.get(tags[0], ""))
        write_file(options.to, content, overwrite=options.overwrite)
    return WARNED if lines else DONE


def _read(file: Path) -> Draft:
    """A draft, or what a foreign file holds."""
    if file.suffix.lower() == drafts.SUFFIX:
        return drafts.load(file)
    from mou_desktop.intake import importing  # (drafts are compared without)

    return importing.import_files([file]).draft


def _lines(tag: str, changes: Sequence[BlockChange]) -> Iterator[str]:
    """What differs in a version: a line for each paragraph, with «[-gone-]» and «{+come+}»."""
    different = differing(changes)
    if different:
        yield f"{registry.language(tag).endonym}:"
    for change in different:
        yield f"  {_name(change)}"
        for paragraph in change.paragraphs:
            if paragraph.fate is not Fate.KEPT:
                yield f"    {_marked(paragraph)}"


def _name(change: BlockChange) -> str:
    """What became of a block as a whole."""
    block = change.block
    name = block.heading if isinstance(block, Article) else change.place
    if change.moved and isinstance(change.before, Article):
        return f"{name}: moved, was {change.before.heading}"
    return f"{name}: {change.fate}" if _is_whole(change) else f"{name}:"


def _is_whole(change: BlockChange) -> bool:
    return change.fate in (Fate.INSERTED, Fate.DELETED)


def _marked(paragraph: ParagraphChange) -> str:
    return "".join(_MARKS.get(each.fate, "{}").format(each.text) for each in paragraph.pieces)
