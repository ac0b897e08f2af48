"""Takes an agreement and its edited copy; gives the protocol that amends it.

It is a draft like any other, which names its base by digest and carries all that it needs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mou_desktop.amend.amend import AS_USUAL, Choices, amend, missing, onto
from mou_desktop.amend.citation import cited
from mou_desktop.amend.formulas import formulas
from mou_desktop.amend.reading import text_digest
from mou_desktop.amend.wording import items
from mou_desktop.errors import AmendmentError
from mou_desktop.languages.base import NAMES
from mou_desktop.model import fields
from mou_desktop.model.amendment import ADDITIONS, CHANGES, Amendment
from mou_desktop.model.contents import content
from mou_desktop.model.document import Document
from mou_desktop.model.draft import Computed, Draft, Protocol, SigningDate, blank_draft
from mou_desktop.model.slots import literal
from mou_desktop.model.template import FieldSpec, Template, VersionText
from mou_desktop.render import forms
from mou_desktop.render.assemble import render_all
from mou_desktop.store import templates

PARTIES = 2
_OF_PARTIES = "parties."
_OWN = frozenset({"number", "amended.subject", "amended.date", "amended.article"})


def next_number(base: Draft) -> int:
    """The number that the next protocol to an agreement has."""
    return max((source.number for source in base.sources), default=0) + 1


def protocol(
    base: Draft,
    edited: Draft,
    number: int | None = None,
    choices: Choices = AS_USUAL,
    documents: Mapping[str, Document] | None = None,
) -> Draft:
    """The protocol of all that distinguishes the edited copy from the base; `documents` are the
    versions of the base, where they are at hand. Raises `AmendmentError` when nothing does.
    """
    if base.protocol is not None or edited.protocol is not None:
        raise AmendmentError("a protocol cannot be amended; amend the agreement once more")
    if base.template.parties != PARTIES:
        raise AmendmentError("a protocol can only be drafted for an agreement of two parties")
    edited = onto(base, edited, renumber=choices.renumber)
    amendments = amend(base, edited, choices, documents)
    if not amendments:
        raise AmendmentError("nothing was changed, so there is no protocol to write")
    template = _template(base, amendments)
    draft = _filled(template, base, edited)
    draft = fields.change(draft, "number", str(next_number(base) if number is None else number))
    record = Protocol(
        text_digest(base, documents), base.template, content(base), content(edited), amendments
    )
    draft = replace(draft, protocol=record, review=_review(base, edited, amendments))
    return forms.keep(draft, render_all(draft).values())


def worded_by_hand(draft: Draft) -> tuple[str, ...]:
    """The languages in which the officer has changed how a protocol words its amendments. The text
    in force does not follow such words: it is that of the amendments themselves.
    """
    return tuple(tag for tag in draft.values.languages if CHANGES in draft.edits.get(tag, {}))


def _template(base: Draft, amendments: Sequence[Amendment]) -> Template:
    """The template of protocols in the languages of the agreement, with the amendments, and with
    the signatures of the agreement.
    """
    frame = templates.builtin("protocol")
    tags = base.values.languages
    specs = {spec.path: spec for spec in frame.fields}
    specs |= {spec.path: spec for spec in base.template.fields if spec.path.startswith(_OF_PARTIES)}
    return replace(
        frame,
        names={tag: frame.names[tag] for tag in tags},
        fields=tuple(specs.values()),
        texts={tag: _version(frame.texts[tag], base, amendments, tag) for tag in tags},
    )


def _version(
    frame: VersionText, base: Draft, amendments: Sequence[Amendment], tag: str
) -> VersionText:
    scope, scopes = _scope(amendments), formulas(tag).scopes
    both, present = scopes["title"]["both"], scopes["title"][scope]
    changes = (scopes["items"][scope], *map(literal, items(amendments, tag)))
    return replace(
        frame,
        title=tuple(line.replace(both, present) for line in frame.title),
        articles={**frame.articles, CHANGES: changes},
        signature=base.template.texts[tag].signature,
    )


def _scope(amendments: Iterable[Amendment]) -> str:
    """Whether a protocol brings changes, additions, or both."""
    added = {each.technique in ADDITIONS for each in amendments}
    if len(added) > 1:
        return "both"
    return "additions" if added == {True} else "changes"


def _filled(template: Template, base: Draft, edited: Draft) -> Draft:
    """The protocol's own values; the parties are those of now, the rest is as in the agreement,
    but for the date.
    """
    draft = blank_draft(template)
    values = replace(
        draft.values,
        parties=edited.values.parties,
        amended=cited(base),
        date=SigningDate(),
    )
    draft = replace(draft, values=values, layout=base.layout)
    for path in fields.paths(draft):
        spec = _of(base.template, path)
        if spec is not None and spec.path != "date" and not path.startswith(_OF_PARTIES):
            draft = fields.change(draft, path, fields.get(base, path))
    names = {
        path for path in fields.paths(draft) if (spec := _of(template, path)) and spec.kind in NAMES
    }
    own = {path: by_lemma for path, by_lemma in edited.forms.items() if path in names}
    computed: Computed = {path: by_key for path, by_key in edited.computed.items() if path in names}
    return replace(draft, forms=own, computed=computed)


def _of(template: Template, path: str) -> FieldSpec | None:
    """The field of a path that may end with a language or a part of a date."""
    return template.field(path) or template.field(path.rpartition(".")[0])


def _review(
    base: Draft, edited: Draft, amendments: Sequence[Amendment]
) -> dict[str, tuple[str, ...]]:
    """The languages that have still to follow: nothing corresponds in them to an amendment, or
    the officer has not written it yet.
    """
    open_tags = {tag for each in amendments for tag in missing(each, base)}
    places = {each.place for each in amendments}
    open_tags |= {tag for place in places for tag in edited.review.get(place, ())}
    tags = tuple(tag for tag in base.values.languages if tag in open_tags)
    return {CHANGES: tags} if tags else {}
