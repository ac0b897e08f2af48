"""The manifest of a signing set as a Word file: a list to be ticked off."""

from datetime import datetime

from mou_desktop.export.sheet import BOX, TICKED, Sheet
from mou_desktop.export.signing.items import Translated, language_name
from mou_desktop.export.signing.manifest import Manifest, OriginalEntry

# The widths of the columns, in twentieths of a point.
ORIGINALS = [520, 900, 1900, 1400, 900, 5118, 4400]
BLANK = "____________"
"""Whose name is not entered."""
FILES = [520, 5600, 1200, 7818]


def to_docx(manifest: Manifest, language: str, translated: Translated) -> bytes:
    """The bytes of the file, in the words of a language."""
    title = translated("Manifest of the signing set")
    sheet = Sheet(title, language, subject=manifest.draft.agreement)
    _List(sheet, manifest, translated).write()
    return sheet.to_bytes()


class _List:
    """Writes what is to be ticked off on a sheet."""

    def __init__(self, sheet: Sheet, manifest: Manifest, translated: Translated) -> None:
        self._sheet, self._manifest, self._translated = sheet, manifest, translated

    def write(self) -> None:
        sheet, manifest, translated = self._sheet, self._manifest, self._translated
        for line in self._facts():
            sheet.line(line)
        sheet.heading(translated("Originals"))
        sheet.table(ORIGINALS, self._original_heads(), map(self._original, manifest.originals))
        sheet.heading(translated("Filled in by hand"))
        for line in self._by_hand():
            sheet.line(f"{BOX} {line}")
        sheet.heading(translated("Results of the checks"))
        for finding in manifest.findings:
            if finding.accepted:
                reason = translated("Accepted: {reason}").format(reason=finding.accepted)
                sheet.line(f"{TICKED} {finding.text}. {reason}")
            else:
                sheet.line(f"{BOX} {finding.text}")
        if not manifest.findings:
            sheet.line(translated("Nothing is left to complete."))
        sheet.heading(translated("Files"))
        heads = ["", translated("File"), translated("Bytes"), "SHA-256"]
        rows = ([BOX, each.name, f"{each.size}", each.sha256] for each in manifest.files)
        sheet.table(FILES, heads, rows)
        sheet.line("")

    def _facts(self) -> list[str]:
        translated, manifest, draft = self._translated, self._manifest, self._manifest.draft
        if draft.final is not None:
            standing = translated("final since {time}").format(time=_time(draft.final))
        else:
            standing = translated("draft {number}, not final").format(number=draft.number)
        made = translated("Made: {time}, MOU Desktop {version}")
        pdf = translated("PDF files: {program}")
        program = manifest.pdf_by or translated("none")
        return [
            draft.agreement,
            translated("Draft: {file}, {standing}").format(file=draft.file, standing=standing),
            translated("Checksum of its content (SHA-256): {digest}").format(digest=draft.sha256),
            made.format(time=_time(manifest.made), version=manifest.program),
            pdf.format(program=program),
            *(f"{party.label}: {party.name}" for party in manifest.parties),
        ]

    def _original_heads(self) -> list[str]:
        translated = self._translated
        return [
            "",
            translated("No."),
            translated("Language"),
            translated("Kept by"),
            translated("Pages"),
            translated("Who signs where"),
            translated("Files"),
        ]

    def _original(self, original: OriginalEntry) -> list[str]:
        count = len(self._manifest.originals)
        languages = [language_name(tag, self._translated) for tag in original.languages]
        return [
            BOX,
            f"{original.number} / {count}",
            "\n".join(languages),
            self._label(original.party),
            str(original.pages) if original.pages else "–",
            "\n".join(self._signatures(original)),
            "\n".join(original.files),
        ]

    def _signatures(self, original: OriginalEntry) -> list[str]:
        """Those under the first text; under the others they are the same."""
        translated = self._translated
        sides = {"left": translated("left"), "right": translated("right")}
        lines = []
        for place in original.signatures:
            if place.language == original.languages[0]:
                who = ", ".join(filter(None, (place.name, place.position))) or BLANK
                side = sides.get(place.side, place.side)
                lines.append(f"{side}: {who} ({self._label(place.party)})")
        pages = list(dict.fromkeys(place.page for place in original.signatures))
        known = ", ".join(str(page) for page in pages if page is not None)
        if len(original.languages) > 1:
            text = translated("under each of the {count} texts")
            if known and None not in pages:
                text = translated("under each of the {count} texts: pages {pages} of the file")
            lines.append(text.format(count=len(original.languages), pages=known))
        elif known:
            lines.append(translated("on page {page}").format(page=known))
        return lines

    def _label(self, party: int) -> str:
        return self._manifest.parties[party].label

    def _by_hand(self) -> list[str]:
        translated = self._translated
        known = {
            "signatures": translated("signatures, under every text"),
            "seals": translated("seals, beside the signatures"),
            "initials": translated("initials, at the foot of every page"),
            "date.day": translated("date: the day"),
            "date.month": translated("date: the month"),
            "date.year": translated("date: the year"),
        }
        open_ones = {each.path: each.text for each in self._manifest.findings}
        return [known.get(path) or open_ones.get(path, path) for path in self._manifest.by_hand]


def _time(written: str) -> str:
    """A time of the manifest for a reader, with the difference to universal time."""
    return f"{datetime.fromisoformat(written):%Y-%m-%d %H:%M (UTC%z)}"
