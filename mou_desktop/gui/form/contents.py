"""What stands in the form, from top to bottom."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mou_desktop.gui.form import choices
from mou_desktop.gui.form.host import Host
from mou_desktop.gui.form.inputs import ChoiceInput, LanguagesInput, LineInput, NumberInput
from mou_desktop.gui.form.plan import PlanRow
from mou_desktop.gui.form.rows import LocalizedRow, SingleRow
from mou_desktop.languages.base import Kind
from mou_desktop.model import fields
from mou_desktop.model.template import FieldSpec, Template
from mou_desktop.render.usage import forms_asked

LONG = (Kind.ORGANIZATION, Kind.TEXT)
PARTY = "parties.*."
SIGNING = ("place", "date", "copies", "originals", "languages", "prevailing", "alternat")
TERM = ("duration_years", "notice_months")
PROTOCOL = ("number", "amended.subject", "amended.date")
SECOND, DETAILS = "second_signatory", "details"
DETAIL_FIELDS = ("address", "registration", "bank", "phone", "email")


def section_names(template: Template) -> list[str]:
    """The sections: one for each party («parties.0»), then `signing` and `term`; a protocol begins
    with one of its own, and has no term. What few parties need stands in sections within theirs,
    behind the rest: «parties.0.details».
    """
    parties = [f"parties.{number}" for number in range(template.parties)]
    inner = dict.fromkeys(section_of(path) for path, _spec, _number in _of_parties(template))
    is_protocol = template.field(PROTOCOL[0]) is not None
    own = ["protocol", *parties, "signing"] if is_protocol else [*parties, "signing", "term"]
    return [*own, *(name for name in inner if outer_section(name))]


def section_of(path: str) -> str:
    """The section where the input of a field stands."""
    first, *rest = path.split(".")
    if first in ("number", "amended"):
        return "protocol"
    if first != "parties":
        return "term" if first in TERM else "signing"
    number, field, *_more = rest
    inner = DETAILS if field in DETAIL_FIELDS else field
    return f"parties.{number}.{inner}" if inner in (SECOND, DETAILS) else f"parties.{number}"


def outer_section(name: str) -> str:
    """The section in which another one stands; empty when it stands by itself."""
    return name.rpartition(".")[0] if name.count(".") > 1 else ""


def _of_parties(template: Template) -> Iterator[tuple[str, FieldSpec, int]]:
    """The fields of the parties, each with its path and the number of its party."""
    for number in range(template.parties):
        for spec in template.fields:
            if spec.path.startswith(PARTY):
                yield spec.path.replace("*", str(number)), spec, number


class Contents:
    """The rows of a template's form; each input in them is registered with `host`."""

    def __init__(self, template: Template, host: Host) -> None:
        self._template = template
        self._host = host
        self._forms: dict[str, list[str]] = {}
        for tag in template.languages:
            self._forms |= forms_asked(template, tag)

    def rows(self) -> Iterator[tuple[str, QWidget]]:
        """Every row with the name of its section, made when the iterator comes to it; without those
        of inner sections.
        """
        template = self._template
        for path in PROTOCOL:
            own = template.field(path)
            if own is not None:
                yield section_of(path), self._row(own)
        for path, spec, number in _of_parties(template):
            if not outer_section(section_of(path)):
                yield section_of(path), self._row(spec, number)
        others = {path: template.field(path) for path in (*SIGNING, *TERM)}
        for path, found in others.items():
            if found is not None:
                yield section_of(path), self._row(found)
            if path == "originals" and found is not None:
                yield section_of(path), PlanRow(self._host)

    def inner_rows(self, section: str) -> Iterator[tuple[str, QWidget]]:
        """Those of an inner section, likewise."""
        for path, spec, number in _of_parties(self._template):
            if section_of(path) == section:
                yield section, self._row(spec, number)

    def _row(self, spec: FieldSpec, number: int = 0) -> QWidget:
        field = spec.path.removeprefix(PARTY)
        path = spec.path.replace("*", str(number))
        if spec.per_language:
            return self._localized(field, path, spec.kind)
        offered = self._choices(spec)
        if offered is not None:
            return SingleRow(field, path, ChoiceInput(offered), self._host)
        if spec.kind is Kind.CODE:
            return SingleRow(field, path, LineInput(), self._host)
        if spec.kind is Kind.LANGUAGES:
            box = LanguagesInput(self._template.languages)
            return SingleRow(field, path, box, self._host)
        return self._date(path) if spec.kind is Kind.DATE else self._number(path)

    def _choices(self, spec: FieldSpec) -> choices.Choices | None:
        """What may be chosen for a field that has few values."""
        match spec.kind:
            case Kind.SEX:
                return choices.sexes
            case Kind.ORIGINALS:
                return choices.originals
            case Kind.YES_NO:
                return choices.yes_or_no
            case Kind.LANGUAGE:
                of_party = spec.path.startswith(PARTY)
                offer = choices.own_language if of_party else choices.prevailing
                return partial(offer, self._template.languages)
        return None

    def _localized(self, field: str, path: str, kind: Kind) -> LocalizedRow:
        tags = self._template.languages
        long = kind in LONG
        return LocalizedRow(field, path, tags, self._forms, long=long, host=self._host)

    def _date(self, path: str) -> QWidget:
        date = QWidget()
        layout = QHBoxLayout(date)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._number(f"{path}.day"))
        name = f"{path}.month"
        month = SingleRow(name, name, ChoiceInput(choices.months), self._host)
        layout.addWidget(month, stretch=1)
        layout.addWidget(self._number(f"{path}.year"))
        return date

    def _number(self, path: str) -> SingleRow:
        low, high = fields.RANGES[path]
        return SingleRow(path, path, NumberInput(low, high), self._host)
