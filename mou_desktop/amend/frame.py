"""Takes amendments; gives the template of the draft that words them, and fills in what is known."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mou_desktop.amend.citation import cited
from mou_desktop.amend.formulas import formulas
from mou_desktop.amend.wording import correction_items, items
from mou_desktop.languages.base import NAMES
from mou_desktop.model import fields
from mou_desktop.model.amendment import ADDITIONS, CHANGES, Amendment, Instrument
from mou_desktop.model.draft import Computed, Draft, SigningDate, blank_draft
from mou_desktop.model.slots import literal
from mou_desktop.model.template import FieldSpec, Template, VersionText
from mou_desktop.store import templates

_OF_PARTIES = "parties."
_ARTICLE = "amended.article"


def frame(instrument: Instrument, base: Draft, amendments: Sequence[Amendment]) -> Template:
    """The template of an instrument in the languages of the agreement, with the amendments, and
    with the signatures of the agreement.
    """
    own = templates.builtin(instrument)
    tags = base.values.languages
    specs = {spec.path: spec for spec in own.fields}
    specs |= {spec.path: spec for spec in base.template.fields if spec.path.startswith(_OF_PARTIES)}
    worded = _corrections if instrument is Instrument.CORRECTION else _amendments
    texts = {tag: worded(own.texts[tag], tags, amendments, tag) for tag in tags}
    return replace(
        own,
        names={tag: own.names[tag] for tag in tags},
        fields=tuple(specs.values()),
        texts={
            tag: replace(text, signature=base.template.texts[tag].signature)
            for tag, text in texts.items()
        },
    )


def filled(template: Template, base: Draft, edited: Draft) -> Draft:
    """A draft with its own values; the parties are those of now, the rest is as in the agreement,
    but for the date.
    """
    draft = blank_draft(template)
    amended = cited(base)
    if template.field(_ARTICLE) is None:
        amended = replace(amended, article="")
    values = replace(
        draft.values, parties=edited.values.parties, amended=amended, date=SigningDate()
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


def _amendments(
    own: VersionText, tags: Sequence[str], amendments: Sequence[Amendment], tag: str
) -> VersionText:
    scope, scopes = _scope(amendments), formulas(tag).scopes
    both, present = scopes["title"]["both"], scopes["title"][scope]
    changes = (scopes["items"][scope], *map(literal, items(amendments, tag)))
    return replace(
        own,
        title=tuple(line.replace(both, present) for line in own.title),
        articles={**own.articles, CHANGES: changes},
    )


def _corrections(
    own: VersionText, tags: Sequence[str], amendments: Sequence[Amendment], tag: str
) -> VersionText:
    listed = map(literal, correction_items(amendments, tag, tags))
    return replace(own, articles={**own.articles, CHANGES: (*own.articles[CHANGES], *listed)})


def _scope(amendments: Iterable[Amendment]) -> str:
    """Whether a protocol brings changes, additions, or both."""
    added = {each.technique in ADDITIONS for each in amendments}
    if len(added) > 1:
        return "both"
    return "additions" if added == {True} else "changes"


def _of(template: Template, path: str) -> FieldSpec | None:
    """The field of a path that may end with a language or a part of a date."""
    return template.field(path) or template.field(path.rpartition(".")[0])
