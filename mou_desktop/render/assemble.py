"""Puts the blocks of one language version together."""

from collections.abc import Mapping

from mou_desktop.languages import registry
from mou_desktop.model import texts
from mou_desktop.model.document import (
    Article,
    Block,
    Document,
    Paragraph,
    Preamble,
    SignatureBlock,
    Signer,
    Title,
)
from mou_desktop.model.draft import Draft
from mou_desktop.render.fill import Filler


def render(draft: Draft, tag: str) -> Document:
    """The version of the agreement in the language `tag`."""
    fill = Filler(draft, tag).paragraph
    text = draft.template.texts[tag]

    def body(place: str) -> tuple[Paragraph, ...]:
        return tuple(fill(paragraph) for paragraph in texts.paragraphs(draft, tag, place))

    title = texts.paragraphs(draft, tag, texts.TITLE)
    blocks: list[Block] = [
        Title(
            tuple(fill(line, in_title=True) for line in title),
            heading=title.index(text.heading) if text.heading in title else 0,
        ),
        Preamble(body(texts.PREAMBLE)),
    ]
    for number, article in enumerate(draft.articles, start=1):
        heading = registry.language(tag).article(number, "heading")
        blocks.append(Article(article, number, heading, body(article)))
    seals = draft.layout.seals
    signers = (
        Signer(
            fill(each.party),
            fill(each.position),
            fill(each.name),
            fill(each.seal) if seals else Paragraph(()),
        )
        for each in text.signature
    )
    return Document(tag, (*blocks, SignatureBlock(tuple(signers))))


def render_changed(
    draft: Draft, before: Draft, documents: Mapping[str, Document]
) -> dict[str, Document]:
    """The same as `render_all`, where `documents` are those of the draft `before` a change: a
    version is taken over when nothing that it shows was touched.
    """
    shared = ("template", "values", "articles", "forms", "computed")
    alike = draft.layout.seals == before.layout.seals and all(
        getattr(draft, part) is getattr(before, part) for part in shared
    )
    return {
        tag: documents[tag]
        if alike and tag in documents and draft.edits.get(tag) is before.edits.get(tag)
        else render(draft, tag)
        for tag in draft.values.languages
    }


def render_all(draft: Draft) -> dict[str, Document]:
    """The versions in the languages of the agreement, in their order."""
    return {tag: render(draft, tag) for tag in draft.values.languages}
