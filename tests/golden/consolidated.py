"""The real case's text in force: two protocols have amended the example, an error was corrected."""

from datetime import UTC, datetime

from mou_desktop.amend.consolidate import consolidate
from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.model import fields, final
from mou_desktop.model.draft import Draft
from mou_desktop.model.record import SignatureRecord
from tests.golden.real_case import amended, mended, signed

NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)


def signed_on(draft: Draft, day: str) -> Draft:
    """The draft as final, with a record of its signature."""
    record = SignatureRecord(day, "Ganja", ("A", "B"))
    return final.record(final.mark(draft, (), NOW), record, NOW)


BASE = signed_on(signed(), "2026-05-05")
FIRST = signed_on(protocol(BASE, amended(signed())), "2026-07-01")
AS_AMENDED = consolidate(BASE, [FIRST])
PROLONGED = fields.change(AS_AMENDED, "duration_years", "4")
SECOND = signed_on(protocol(AS_AMENDED, PROLONGED), "2027-07-02")
CORRECTION = signed_on(correction(BASE, mended(signed())), "2028-06-01")
IN_FORCE = consolidate(BASE, [FIRST, SECOND, CORRECTION])
