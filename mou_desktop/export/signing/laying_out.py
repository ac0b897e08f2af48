"""The originals of a set as Word and PDF files, each that is the same as another made once."""

from collections.abc import Callable
from dataclasses import dataclass

from mou_desktop.export import libreoffice, pdf_pages
from mou_desktop.export.docx import combined_to_docx
from mou_desktop.export.signing.items import Item
from mou_desktop.export.signing.order import Order, Texts
from mou_desktop.render.assemble import render

Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An original as files; without `pdf`, and then without `pages`, when nothing could make it."""

    item: Item
    texts: Texts
    word: bytes
    pdf: bytes | None
    pages: int | None


def lay_out(order: Order, items: list[Item], tell: Tell) -> tuple[list[LaidOut], str]:
    """The originals, and what made their PDF files: empty when nothing did. `tell` is told how many
    different files are there, and may raise what ends the work.
    """
    texts = {_key(item): _texts(order, item) for item in items}
    words = {key: _word(order, each) for key, each in texts.items()}
    different = {word: key for key, word in reversed(words.items())}
    pdfs, pdf_by = _pdfs(order, [(word, texts[key]) for word, key in different.items()], tell)
    tell(len(texts))
    made = []
    for item in items:
        word = words[_key(item)]
        pdf = pdfs.get(word)
        pages = (pdf_pages.count(pdf) or None) if pdf is not None else None
        made.append(LaidOut(item, texts[_key(item)], word, pdf, pages))
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


def _pdfs(
    order: Order, files: list[tuple[bytes, Texts]], tell: Tell
) -> tuple[dict[bytes, bytes], str]:
    """The PDF file of each Word file, and what made them."""

    def progress(done: int, _total: int) -> bool:
        tell(done)
        return True

    words, program = [word for word, _texts in files], libreoffice.find()
    if program is not None:
        made = libreoffice.to_pdf(words, progress=progress)
        return dict(zip(words, made, strict=True)), libreoffice.version(program) or "LibreOffice"
    if order.pdf_maker is None:
        return {}, ""
    drawn = {}
    for done, (word, texts) in enumerate(files):
        tell(done)
        drawn[word] = order.pdf_maker.draw(texts)
    return drawn, order.pdf_maker.name
