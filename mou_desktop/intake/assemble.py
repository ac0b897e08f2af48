"""Makes a draft of what was read: a template of its own, the values, and marks for review.

Whatever would not read exactly as it was read stays text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from mou_desktop.errors import FieldError
from mou_desktop.intake.marked import BLANK, Marked, Signer, Text, bare, spaced
from mou_desktop.languages import registry
from mou_desktop.languages.base import Sex
from mou_desktop.model import fields
from mou_desktop.model.document import Article, Document, Gap, Paragraph, Preamble, Title
from mou_desktop.model.document import SignatureBlock as Signatures
from mou_desktop.model.draft import Draft, Originals, blank_draft
from mou_desktop.model.slots import optional_slots
from mou_desktop.model.template import SignerText, Template, VersionText
from mou_desktop.render.assemble import render
from mou_desktop.render.fill import Filler
from mou_desktop.store.templates import PARTIES_LIMIT

ID = "imported"
_NOTHING = ("",)
_ROUNDS = 4
_NAME_LIMIT = 200


@dataclass
class Material:
    """Everything that was recognised. `forms` are the wordings of forms that the file has, by
    path with «#form», `sexes` those of persons by path («parties.0.signatory»); `exact` names the
    versions whose fields were tagged, so that open ones stay fields. `numbers` are the printed
    numbers that articles keep. A text that is to stay `as_is` has fields only where they have its
    very spaces.
    """

    texts: dict[str, Text]
    articles: list[str]
    values: dict[str, str]
    sexes: dict[str, Sex] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    exact: frozenset[str] = frozenset()
    numbers: dict[str, str] = field(default_factory=dict)
    as_is: bool = False


def assemble(material: Material, languages: Sequence[str], pattern: Template) -> Draft:
    """The draft; `languages` are those of the agreement, `pattern` has the fields."""
    signed = [len(text.signers) for text in material.texts.values()]
    parties = min(max([pattern.parties, *signed]), PARTIES_LIMIT)
    for _ in range(_ROUNDS):
        draft = _draft(material, languages, pattern, parties)
        if not _take_back(material, draft):
            break
    return _like(draft, material, pattern)


def _draft(material: Material, languages: Sequence[str], pattern: Template, parties: int) -> Draft:
    tags = registry.tags()
    texts = {
        tag: _version(material.texts.get(tag), tag, material.articles, pattern, parties)
        for tag in tags
    }
    articles = tuple(material.articles)
    is_known = bool(set(articles) & set(pattern.articles))
    names = {
        tag: pattern.names[tag] if is_known else _name(material.texts.get(tag), pattern, tag)
        for tag in tags
    }
    template = Template(ID, 1, names, pattern.fields, parties, articles, texts)
    draft = _filled(blank_draft(template), material, languages)
    review = _to_review(material, languages)
    return replace(draft, review=review, numbers=dict(material.numbers))


def _filled(draft: Draft, material: Material, languages: Sequence[str]) -> Draft:
    draft = _changed(draft, "languages", ",".join(languages))
    for person, sex in material.sexes.items():
        draft = _changed(draft, f"{person}.sex", sex)
    ranked = sorted(material.values.items(), key=lambda each: fields.INTRODUCED_AS in each[0])
    for path, value in ranked:
        if path != "languages":
            draft = _changed(draft, path, value)
    for path, text in material.forms.items():
        if fields.lemma(draft, path.partition("#")[0]):
            draft = _changed(draft, path, text)
    return draft


def _changed(draft: Draft, path: str, text: str) -> Draft:
    try:
        return fields.change(draft, path, text)
    except FieldError:
        return draft  # (too long, or out of range: then it stays text)


def _version(
    text: Text | None, tag: str, articles: Sequence[str], pattern: Template, parties: int
) -> VersionText:
    if text is None:
        signature = _unsigned(pattern, tag, parties)
        return VersionText(_NOTHING, "", _NOTHING, dict.fromkeys(articles, _NOTHING), signature)
    title = _notations(text.title)
    return VersionText(
        title=title,
        heading=_heading(text.title, title),
        preamble=_notations(text.preamble),
        articles={each: _notations(text.articles.get(each, ())) for each in articles},
        signature=tuple(
            _signer(text.signers[number])
            if number < len(text.signers)
            else SignerText("", "", "", "")
            for number in range(parties)
        ),
    )


def _notations(paragraphs: Iterable[Marked]) -> tuple[str, ...]:
    return tuple(each.notation for each in paragraphs if each.text) or _NOTHING


def _signer(signer: Signer) -> SignerText:
    return SignerText(
        party=signer.party.notation,
        position=signer.position.notation,
        name=signer.name.notation,
        seal=signer.seal.notation,
        details=tuple(line.notation for line in signer.details),
        second_position=signer.second[0].notation if signer.second else "",
        second_name=signer.second[1].notation if signer.second else "",
    )


def with_usual_signatures(draft: Draft, pattern: Template) -> Draft:
    """The draft with the signatures of the pattern in place of those that were read."""
    texts = {
        tag: replace(text, signature=_unsigned(pattern, tag, draft.template.parties))
        for tag, text in draft.template.texts.items()
    }
    return replace(draft, template=replace(draft.template, texts=texts))


def _unsigned(pattern: Template, tag: str, parties: int) -> tuple[SignerText, ...]:
    """The signatures of a version that is still to be written."""
    known = pattern.texts[tag].signature[0]

    def of(number: int, line: str) -> str:
        return line.replace("parties.0.", f"parties.{number}.")

    return tuple(
        SignerText(
            party=of(number, known.party),
            position=of(number, known.position),
            name=of(number, known.name),
            seal=of(number, known.seal),
            details=tuple(of(number, line) for line in known.details),
            second_position=of(number, known.second_position),
            second_name=of(number, known.second_name),
        )
        for number in range(parties)
    )


def _heading(lines: Sequence[Marked], title: Sequence[str]) -> str:
    from mou_desktop.intake.headings import names_a_document

    return next((each.notation for each in lines if names_a_document(each.text)), title[0])


def _name(text: Text | None, pattern: Template, tag: str) -> str:
    """What an agreement of its own is called: by its title."""
    title = " ".join(line.text for line in text.title) if text else ""
    return title[:_NAME_LIMIT].rstrip() or pattern.names[tag]


def _to_review(material: Material, languages: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The versions in which an article is missing that another version has."""
    found = {}
    for article in material.articles:
        empty = tuple(
            tag
            for tag in registry.tags()
            if tag in languages
            and not (tag in material.texts and material.texts[tag].articles.get(article))
        )
        if empty:
            found[article] = empty
    return found


def _take_back(material: Material, draft: Draft) -> bool:
    """Make text of every field that does not read as it was read; says whether there was one."""
    found = False
    for tag, text in material.texts.items():
        for paragraph, shown in _pairs(text, render(draft, tag)):
            is_open = any(run.gap not in (None, Gap.STALE) for run in shown.runs)
            same = _exactly if material.as_is else bare
            differs = same(shown.text) != same(paragraph.text)
            if differs or (is_open and tag not in material.exact):
                found = found or bool(paragraph.marks)
                paragraph.marks.clear()
        for signer in text.signers:
            lost = [line for line in signer.details if not line.marks]
            if not any(line.marks for line in signer.second):
                lost, signer.second = [*lost, *signer.second], []
            if lost:
                signer.details = [line for line in signer.details if line.marks]
                signer.put_aside(lost)
                found = True
    return found


def _exactly(text: str) -> str:
    return BLANK.sub("__", spaced(text))


def _pairs(text: Text, document: Document) -> list[tuple[Marked, Paragraph]]:
    """What was read, with what the draft shows of it."""
    pairs: list[tuple[Marked, Paragraph]] = []
    for block in document.blocks:
        match block:
            case Title(lines=shown):
                read = text.title
            case Preamble(paragraphs=shown):
                read = text.preamble
            case Article(id=name, paragraphs=shown):
                read = text.articles.get(name, [])
            case Signatures(signers=signers):
                for signer, other in zip(text.signers, signers, strict=False):
                    pairs += zip(signer.lines, other.lines, strict=False)
                continue
        pairs += zip([each for each in read if each.text], shown, strict=False)
    return pairs


def _like(draft: Draft, material: Material, pattern: Template) -> Draft:
    """With the notation of the pattern, where that reads the same: it has passages that come and
    go with their fields, and with what the copies are.
    """
    if draft.template.parties != pattern.parties:
        return _changed(draft, "alternat", "no")
    choices = max(_choices(draft), key=lambda each: _alike(each, material, pattern))
    texts = dict(choices.template.texts)
    for tag in material.texts:
        texts[tag] = replace(
            texts[tag],
            preamble=_same(choices, tag, texts[tag].preamble, pattern.texts[tag].preamble),
            signature=_same_signatures(choices, tag, pattern),
            articles={
                name: _same(choices, tag, lines, pattern.texts[tag].articles.get(name, ()))
                for name, lines in texts[tag].articles.items()
            },
        )
    made_of_it = replace(choices, template=replace(choices.template, texts=texts))
    if material.exact or all(_swaps(texts[tag], pattern.texts[tag]) for tag in material.texts):
        return made_of_it
    return _changed(made_of_it, "alternat", "no")


def _same_signatures(draft: Draft, tag: str, pattern: Template) -> tuple[SignerText, ...]:
    """Those of the pattern have lines that stand only when there is something in them."""
    own, known = draft.template.texts[tag].signature, pattern.texts[tag].signature
    texts = {**draft.template.texts, tag: replace(draft.template.texts[tag], signature=known)}
    usual = replace(draft, template=replace(draft.template, texts=texts))
    pairs = zip(_signed(draft, tag), _signed(usual, tag), strict=True)
    return tuple(
        theirs if read == other else ours
        for ours, theirs, (read, other) in zip(own, known, pairs, strict=True)
    )


def _signed(draft: Draft, tag: str) -> list[list[str]]:
    """What stands in the signatures, party by party."""
    block = render(draft, tag).blocks[-1]
    assert isinstance(block, Signatures)
    return [[line.text for line in signer.lines] for signer in block.signers]


def _swaps(own: VersionText, known: VersionText) -> bool:
    """Whether a version is known to be one in which the parties can change places."""
    return (own.title, own.preamble) == (known.title, known.preamble)


def _choices(draft: Draft) -> Iterator[Draft]:
    """The draft with everything that could have been chosen and shows in the closing clause."""
    prevailing = (draft.values.prevailing, None, *draft.values.languages)
    for originals in dict.fromkeys((draft.values.originals, *Originals)):
        for tag in dict.fromkeys(prevailing):
            yield _changed(_changed(draft, "originals", originals), "prevailing", tag or "")


def _alike(draft: Draft, material: Material, pattern: Template) -> int:
    """How many paragraphs of the pattern with passages read as those of the draft."""
    count = 0
    for tag in material.texts:
        for name, lines in pattern.texts[tag].articles.items():
            own = draft.template.texts[tag].articles.get(name, ())
            has_passages = any(any(optional_slots(line)) for line in lines)
            if has_passages and len(own) == len(lines):
                pairs = zip(own, lines, strict=True)
                count += sum(_reads_alike(draft, tag, ours, theirs) for ours, theirs in pairs)
    return count


def _same(draft: Draft, tag: str, own: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    if len(own) != len(known):
        return own
    return tuple(
        theirs if ours != theirs and _reads_alike(draft, tag, ours, theirs) else ours
        for ours, theirs in zip(own, known, strict=True)
    )


def _reads_alike(draft: Draft, tag: str, ours: str, theirs: str) -> bool:
    fill = Filler(draft, tag)
    one, other = fill.paragraph(ours), fill.paragraph(theirs)
    return one.text == other.text and not any(
        run.gap is not None and run.text for run in other.runs
    )
