"""Writes what is to complete and what the checks found into a Word file, in the screen's words."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from mou_desktop.export.report import Row, to_docx
from mou_desktop.gui.findings import wording
from mou_desktop.gui.own_templates import template_name
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import _, finding_text, screen_language
from mou_desktop.model import acceptance
from mou_desktop.model.document import place
from mou_desktop.model.finding import Finding
from mou_desktop.store import atomic


def save(file: Path, session: Session, found: Sequence[Finding]) -> None:
    """Write the findings by place. Raises `StorageError`."""
    documents = session.documents
    places = [place(block) for document in documents.values() for block in document.blocks]
    everything = sorted(
        (*session.findings, *found),
        key=lambda each: places.index(each.place) if each.place in places else -1,
    )
    content = to_docx(
        [_row(session, each) for each in everything],
        agreement=template_name(session.draft.template),
        file=session.file.name if session.file else _("unsaved draft"),
        made=datetime.now().astimezone(),
        language=screen_language(),
        translated=_,
    )
    atomic.write(file, content)


def _row(session: Session, finding: Finding) -> Row:
    of_checks = finding.code in wording.TEXTS
    return Row(
        place=wording.place_name(session.documents, finding.place) or _("Whole agreement"),
        level=wording.level_name(finding.level),
        languages=wording.languages(finding),
        message=wording.message(finding) if of_checks else finding_text(finding),
        passage=finding.excerpt if of_checks else "",
        accepted=acceptance.reason(session.draft, finding),
    )
