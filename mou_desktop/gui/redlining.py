"""Saves what distinguishes two states of an agreement as a Word file with tracked changes."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from mou_desktop.amend.compare import compare_versions
from mou_desktop.errors import MouError
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.settings import Settings
from mou_desktop.gui.wording import _, error_text
from mou_desktop.model.document import Document
from mou_desktop.model.layout import Layout
from mou_desktop.store import atomic
from mou_desktop.store.locks import user_name

Documents = Mapping[str, Document]


def save_redline(
    before: Documents,
    after: Documents,
    layout: Layout,
    beside: Path,
    prompts: Prompts,
    settings: Settings,
) -> None:
    """Ask for a file and write all versions to it, each in its section; `beside` is the draft's own
    file, after which it is named.
    """
    file = prompts.redline_file(beside.with_name(f"{beside.stem}-{_('changes')}.docx"))
    if file is None:
        return
    from mou_desktop.export.docx import redline_to_docx  # (without it no lxml is loaded)
    from mou_desktop.export.docx_redline import Redline, Revision

    changes = compare_versions(before, after)
    by = Revision(user_name(), datetime.now().astimezone())
    redlines = [Redline(before[tag], after[tag], changes[tag]) for tag in after if tag in before]
    try:
        atomic.write(file, redline_to_docx(redlines, by, layout=layout))
    except MouError as error:
        prompts.error(error_text(error))
    else:
        settings.last_folder = file.parent
