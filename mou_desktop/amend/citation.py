"""How a protocol cites the agreement that it amends: subject, date, article on amendments."""

from datetime import date

from mou_desktop.amend.formulas import formulas
from mou_desktop.languages import registry
from mou_desktop.model.draft import Amended, Draft, SigningDate
from mou_desktop.model.numbering import numbers
from mou_desktop.model.slots import Literal, parse
from mou_desktop.model.texts import TITLE, paragraphs

AMENDMENTS = "amendments"
_NAMES = ("{parties.0.name:", "{parties.1.name:")


def cited(draft: Draft) -> Amended:
    """What is known of it; the officer fills in the rest."""
    found = {tag: subject(draft, tag) for tag in draft.values.languages}
    return Amended(
        subject={tag: text for tag, text in found.items() if text},
        date=_date(draft),
        article=numbers(draft).get(AMENDMENTS, ""),
    )


def subject(draft: Draft, tag: str) -> str:
    """What the title says the agreement is about («о сотрудничестве»): its lines without the name
    of the document, the parties, and the words that join them.
    """
    heading = draft.template.texts[tag].heading
    lines = [line for line in paragraphs(draft, tag, TITLE) if line != heading]
    return " ".join(filter(None, (_own_words(line, tag) for line in _without_names(lines, tag))))


def _without_names(lines: list[str], tag: str) -> list[str]:
    """The lines of a title but those that name parties without a field, as imported titles may."""
    known = formulas(tag)
    at = next((n for n, line in enumerate(lines) if _joining(line, tag)), None)
    if at is None or all(any(name in line for line in lines) for name in _NAMES):
        return lines
    if known.parties_behind:
        behind = lines[at + 1 :]
        named = [line for line in behind if _literal(line).partition(" ")[0] in known.about]
        return [*lines[: at + 1], *named]
    return lines[at if lines[at] in known.around_title else at + 1 :]


def _own_words(line: str, tag: str) -> str:
    """A line of a title that names no party, without the word behind which one is named."""
    text = _literal(line)
    if text in registry.language(tag).joiners:
        return ""
    word = _joining(line, tag)
    return text.removesuffix(word).rstrip() if text else ""


def _joining(line: str, tag: str) -> str:
    """The word between title and parties with which a line ends."""
    ends = f" {line}"
    return next((word for word in formulas(tag).around_title if ends.endswith(f" {word}")), "")


def _literal(line: str) -> str:
    """The words of a line without fields."""
    pieces = parse(line)
    if not all(isinstance(piece, Literal) for piece in pieces):
        return ""
    return " ".join("".join(piece.text for piece in pieces if isinstance(piece, Literal)).split())


def _date(draft: Draft) -> SigningDate:
    """The day on which it was signed; else what the text says."""
    if draft.signature is None:
        return draft.values.date
    day = date.fromisoformat(draft.signature.date)
    return SigningDate(day.year, day.month, day.day)
