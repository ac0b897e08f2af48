"""The originals of a set as Word and PDF files, each that is the same as another made once."""

from collections.abc import Callable
from dataclasses import dataclass

from mou_desktop.export import libreoffice, pdf_pages
from mou_desktop.export.docx import combined_to_docx, end_of
from mou_desktop.export.signing.items import Item
from mou_desktop.export.signing.order import Drawn, Order, Texts
from mou_desktop.render.assemble import render

Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An original as files; without `pdf`, and then without `pages`, when nothing could make it.
    `ends` are the last pages of its texts, counted through the file, as far as they are known.
    """

    item: Item
    texts: Texts
    word: bytes
    pdf: bytes | None
    pages: int | None
    ends: tuple[int | None, ...]


def lay_out(order: Order, items: list[Item], tell: Tell) -> tuple[list[LaidOut], str]:
    """The originals, and what made their PDF files: empty when nothing did. `tell` is told how many
    different files are there, and may raise what ends the work.
    """
    texts = {_key(item): _texts(order, item) for item in items}
    words = {key: _word(order, each) for key, each in texts.items()}
    different = {word: key for key, word in reversed(words.items())}
    drawn, pdf_by = _drawn(order, [(word, texts[key]) for word, key in different.items()], tell)
    tell(len(texts))
    made = []
    for item in items:
        each, word = texts[_key(item)], words[_key(item)]
        pdf, ends = drawn.get(word, Drawn(None, (None,) * len(each)))
        pages = (pdf_pages.count(pdf) or None) if pdf is not None else None
        made.append(LaidOut(item, each, word, pdf, pages, ends))
    return made, pdf_by


def different(items: list[Item]) -> int:
    """How many different files there may be."""
    return len({_key(item) for item in items})


def _key(item: Item) -> tuple[tuple[str, ...], int]:
    return item.original.languages, item.original.party


def _texts(order: Order, item: Item) -> Texts:
    original = item.original
    return tuple(render(order.draft, tag, original.party) for tag in original.languages)


def _word(order: Order, texts: Texts) -> bytes:
    subject = order.draft.template.names.get(texts[0].language, "")
    return combined_to_docx(texts, subject=subject, layout=order.draft.layout)


def _drawn(
    order: Order, files: list[tuple[bytes, Texts]], tell: Tell
) -> tuple[dict[bytes, Drawn], str]:
    """The PDF file of each Word file, and what made them."""

    def progress(done: int, _total: int) -> bool:
        tell(done)
        return True

    words, program = [word for word, _texts in files], libreoffice.find()
    if program is not None:
        made = libreoffice.to_pdf(words, progress=progress)
        drawn = {
            word: Drawn(pdf, _ends(pdf, texts))
            for (word, texts), pdf in zip(files, made, strict=True)
        }
        return drawn, libreoffice.told_name(program)
    if order.pdf_maker is None:
        return {}, ""
    drawn = {}
    for done, (word, texts) in enumerate(files):
        tell(done)
        drawn[word] = order.pdf_maker.draw(texts)
    return drawn, order.pdf_maker.name


def _ends(pdf: bytes, texts: Texts) -> tuple[int | None, ...]:
    if len(texts) == 1:
        return (pdf_pages.count(pdf) or None,)
    places = pdf_pages.named(pdf)
    return tuple(places.get(end_of(text)) for text in texts)
