"""How a protocol cites the agreement that it amends: subject, date, article on amendments."""

from datetime import date

from mou_desktop.amend.formulas import formulas
from mou_desktop.languages import registry
from mou_desktop.model.draft import Amended, Draft, SigningDate
from mou_desktop.model.numbering import numbers
from mou_desktop.model.slots import Literal, parse
from mou_desktop.model.texts import TITLE, paragraphs

AMENDMENTS = "amendments"


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
    words = [text for line in lines if (text := _own_words(line, tag))]
    return " ".join(words)


def _own_words(line: str, tag: str) -> str:
    """A line of a title that names no party, without the word behind which one is named."""
    pieces = parse(line)
    if not all(isinstance(piece, Literal) for piece in pieces):
        return ""
    text = " ".join("".join(piece.text for piece in pieces if isinstance(piece, Literal)).split())
    if text in registry.language(tag).joiners:
        return ""
    for word in formulas(tag).around_title:
        text = text.removesuffix(word).rstrip() if f" {text}".endswith(f" {word}") else text
    return text


def _date(draft: Draft) -> SigningDate:
    """The day on which it was signed; else what the text says."""
    if draft.signature is None:
        return draft.values.date
    day = date.fromisoformat(draft.signature.date)
    return SigningDate(day.year, day.month, day.day)
