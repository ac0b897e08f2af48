"""Records that the agreement was signed: when, where, by whom, with scans of the pages."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mou_desktop.errors import MouError
from mou_desktop.gui.prompts import Prompts
from mou_desktop.gui.session import Session
from mou_desktop.gui.wording import DAY_FORMAT, _, error_text, party_label, screen_language
from mou_desktop.model import final, scans
from mou_desktop.model.draft import Draft, Localized, Party
from mou_desktop.model.fields import RANGES, clean
from mou_desktop.model.record import Scan, SignatureRecord
from mou_desktop.store import atomic

KILOBYTE = 1024


class SignatureDialog(QDialog):
    """The record of the session's draft, to be made, corrected or withdrawn. The parts have names
    like `signature.date`, `signature.party0`, `signature.scans` and `signature.record`.
    """

    def __init__(self, session: Session, prompts: Prompts, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._prompts = session, prompts
        self.setWindowTitle(_("Record of the signature"))
        draft, known = session.draft, session.draft.signature
        self._date = QDateEdit()
        self._date.setCalendarPopup(True)
        self._date.setLocale(QLocale(screen_language()))
        self._date.setDisplayFormat(DAY_FORMAT)
        first, last = RANGES["date.year"]
        self._date.setDateRange(QDate(first, 1, 1), QDate(last, 12, 31))
        day = date.fromisoformat(known.date) if known else _proposed_day(draft)
        self._date.setDate(QDate(day.year, day.month, day.day))
        self._place = QLineEdit(known.place if known else _in_screen_language(draft.values.place))
        signed = (
            known.signatories if known else [_signatories(each) for each in draft.values.parties]
        )
        self._signed = [QLineEdit(text) for text in signed]
        for box in self._signed:
            box.setCursorPosition(0)
        self._scans: list[Scan] = list(known.scans) if known else []
        self._list = QListWidget()
        self._add = QPushButton(_("&Add…"))
        self._save = QPushButton(_("Save a &copy…"))
        self._remove = QPushButton(_("&Remove"))
        self._buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._record = self._buttons.addButton(_("Record signature"), role.AcceptRole)
        self._withdraw = self._buttons.addButton(_("&Withdraw the record…"), role.DestructiveRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out(draft)
        self._name_parts()
        self._connect()
        self._show_scans()

    def _lay_out(self, draft: Draft) -> None:
        hint = QLabel(_("The record is kept in the draft. It can be corrected or withdrawn later."))
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(_("Date of signing"), self._date)
        form.addRow(_("Place of signing"), self._place)
        for number, (party, box) in enumerate(zip(draft.values.parties, self._signed, strict=True)):
            label = QLabel(_("Signed for {party}").format(party=party_label(number)))
            label.setBuddy(box)
            label.setToolTip(_in_screen_language(party.short_name or party.name))
            form.addRow(label, box)
        beside = QVBoxLayout()
        for button in (self._add, self._save, self._remove):
            button.setAutoDefault(False)
            beside.addWidget(button)
        beside.addStretch()
        row = QHBoxLayout()
        row.addWidget(self._list, stretch=1)
        row.addLayout(beside)
        form.addRow(_("Scans of the signed pages"), row)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(620)

    def _name_parts(self) -> None:
        parts: dict[str, QWidget] = {
            "date": self._date,
            "place": self._place,
            "scans": self._list,
            "add": self._add,
            "save": self._save,
            "remove": self._remove,
            "record": self._record,
            "withdraw": self._withdraw,
            **{f"party{number}": box for number, box in enumerate(self._signed)},
        }
        for name, part in parts.items():
            part.setObjectName(f"signature.{name}")
        self._list.setAccessibleName(_("Scans of the signed pages"))

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_scans)
        self._save.clicked.connect(self._save_copy)
        self._remove.clicked.connect(self._remove_scan)
        self._list.currentRowChanged.connect(self._show_access)
        self._list.itemActivated.connect(self._save_copy)
        self._record.clicked.connect(self._on_record)
        self._withdraw.clicked.connect(self._on_withdraw)
        self._buttons.rejected.connect(self.reject)

    def _show_scans(self) -> None:
        self._list.clear()
        self._list.addItems(
            [f"{each.name} · {_size_text(scans.size(each))}" for each in self._scans]
        )
        self._list.setCurrentRow(len(self._scans) - 1)
        self._show_access()

    def _show_access(self) -> None:
        may_change, chosen = not self._session.read_only, self._list.currentRow() >= 0
        self._add.setEnabled(may_change)
        self._record.setEnabled(may_change)
        self._remove.setEnabled(may_change and chosen)
        self._save.setEnabled(chosen)
        self._withdraw.setVisible(self._session.draft.signature is not None)
        self._withdraw.setEnabled(may_change)

    def _add_scans(self) -> None:
        try:
            for file in self._prompts.scans():
                added = [*self._scans, scans.scan(file.name, _read(file))]
                scans.require_sound(added)
                self._scans = added
        except MouError as error:
            self._prompts.error(error_text(error))
        self._show_scans()

    def _remove_scan(self) -> None:
        del self._scans[self._list.currentRow()]
        self._show_scans()

    def _save_copy(self) -> None:
        scan = self._scans[self._list.currentRow()]
        file = self._prompts.copy_of(scan.name)
        if file is None:
            return
        try:
            atomic.write(file, scans.content(scan))
        except MouError as error:
            self._prompts.error(error_text(error))

    def _on_record(self) -> None:
        day = self._date.date()
        record = SignatureRecord(
            date(day.year(), day.month(), day.day()).isoformat(),
            clean(self._place.text()).strip(),
            tuple(clean(box.text()).strip() for box in self._signed),
            tuple(self._scans),
        )
        try:
            if record != self._session.draft.signature:
                self._session.conclude(final.record(self._session.draft, record, _now()))
        except MouError as error:
            self._prompts.error(error_text(error))
        else:
            self.accept()

    def _on_withdraw(self) -> None:
        reason = self._prompts.reason(
            _("Withdraw the record"),
            _(
                "When, where and by whom was signed, and the scans, are taken out of the draft. "
                "Its history will say why:"
            ),
        )
        if reason is None:
            return
        try:
            self._session.conclude(final.withdraw(self._session.draft, _now(), reason))
        except MouError as error:
            self._prompts.error(error_text(error))
        else:
            self.accept()


def _read(file: Path) -> bytes:
    """The content of a scan, as far as one may be long. Raises `StorageError`."""
    try:
        with file.open("rb") as stream:
            return stream.read(scans.SIZE_LIMIT + 1)
    except OSError as error:
        raise atomic.storage_error(file, error) from error


def _proposed_day(draft: Draft) -> date:
    """The date of the draft, if that is whole; else today's."""
    given = draft.values.date
    try:
        return date(given.year or 0, given.month or 0, given.day or 0)
    except ValueError:
        return date.today()


def _signatories(party: Party) -> str:
    """Who is to sign for a party, and as what."""
    people = (party.signatory, party.second_signatory)
    texts = [map(_in_screen_language, (each.name, each.position)) for each in people]
    return "; ".join(filter(None, (", ".join(filter(None, text)) for text in texts)))


def _in_screen_language(texts: Localized) -> str:
    return texts.get(screen_language()) or next(iter(texts.values()), "")


def _size_text(size: int) -> str:
    return QLocale(screen_language()).formattedDataSize(size)


def _now() -> datetime:
    return datetime.now().astimezone()
