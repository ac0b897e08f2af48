"""Says in a PDF file which language it is in (ISO 32000-1 §14.9.2), for whatever reads it aloud.

Qt does not. The file is not written anew: what changes is added at its end (§7.5.6), which PDF/A
allows.
"""

import re

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_ROOT = re.compile(rb"/Root\s+(\d+)\s+0\s+R")


def with_language(pdf: bytes, tag: str) -> bytes:
    """The file with this BCP 47 tag; as it was when it has one, or is not built as Qt builds it."""
    trailer = _TRAILER.search(pdf)
    root = trailer and _ROOT.search(trailer[1])
    if not trailer or not root:
        return pdf
    number = root[1]
    catalog = re.search(rb"(?<!\d)%s 0 obj\s*<<(.*?)>>\s*endobj" % number, pdf, re.DOTALL)
    if not catalog or b"/Lang" in catalog[1]:
        return pdf
    entry = b"%s 0 obj\n<<%s/Lang (%s)\n>>\nendobj\n" % (number, catalog[1], tag.encode("ascii"))
    table = len(pdf) + len(entry)
    return b"".join(
        (
            pdf,
            entry,
            b"xref\n%s 1\n%010d 00000 n \n" % (number, len(pdf)),
            b"trailer\n<<%s/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n"
            % (trailer[1], trailer[2], table),
        )
    )
