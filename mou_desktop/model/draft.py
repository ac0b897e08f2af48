"""A draft: what the officer entered, with its own copy of the template's text."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from mou_desktop.languages.base import Form, Sex
from mou_desktop.model.amendment import AS_USUAL, Amendment, Choices, Deed, Instrument
from mou_desktop.model.layout import Layout
from mou_desktop.model.record import Event, Final, SignatureRecord
from mou_desktop.model.template import Template

Localized = dict[str, str]


@dataclass(frozen=True, slots=True)
class Signatory:
    """The person who signs for a party, and in what capacity."""

    name: Localized = field(default_factory=dict)
    position: Localized = field(default_factory=dict)
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation that signs.

    `name` is the full official name with its superior bodies, `short_name` the part of it that
    is set in bold, `introduced_as` how the preamble introduces the party where that differs.
    `introduced_for` is the name for which that introduction was written: after the name has
    changed, the officer must look at the introduction again. `language` is the tag of the party's
    own language, where it has one. A second signatory and what stands from `address` on are
    optional: the latter are the requisites under the party's signature, `registration` its number
    in the register.
    """

    name: Localized = field(default_factory=dict)
    short_name: Localized = field(default_factory=dict)
    introduced_as: Localized = field(default_factory=dict)
    introduced_for: Localized = field(default_factory=dict)
    signatory: Signatory = field(default_factory=Signatory)
    language: str | None = None
    second_signatory: Signatory = field(default_factory=Signatory)
    address: Localized = field(default_factory=dict)
    registration: str = ""
    bank: Localized = field(default_factory=dict)
    phone: str = ""
    email: str = ""


class Originals(StrEnum):
    """What the number of copies counts: originals in one language each, or in all languages."""

    SEPARATE = "separate"
    COMBINED = "combined"


@dataclass(frozen=True, slots=True)
class SigningDate:
    """Each missing part is a blank for the pen."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Amended:
    """The agreement that is amended or corrected, as it is cited: what it is about («о
    сотрудничестве»), its date, and the number of its article on amendments.
    """

    subject: Localized = field(default_factory=dict)
    date: SigningDate = field(default_factory=SigningDate)
    article: str = ""


@dataclass(frozen=True, slots=True)
class Values:
    """The fields of an agreement; `languages` are BCP 47 tags in the order of Article 11.

    `originals` says what `copies` counts, `prevailing` is the language whose text prevails where
    the texts differ; without one all are equal. `alternat` says whether each party is named first
    in its own originals. `number` and `amended` are those of a protocol or a correction.
    """

    parties: tuple[Party, ...]
    languages: tuple[str, ...]
    place: Localized = field(default_factory=dict)
    date: SigningDate = field(default_factory=SigningDate)
    copies: int | None = None
    duration_years: int | None = None
    notice_months: int | None = None
    originals: Originals = Originals.SEPARATE
    prevailing: str | None = None
    alternat: bool = True
    number: int | None = None
    amended: Amended = field(default_factory=Amended)


Forms = dict[str, dict[str, dict[str, str]]]
Computed = dict[str, dict[str, dict[str, Form]]]
Edits = dict[str, dict[str, tuple[str, ...]]]
Review = dict[str, tuple[str, ...]]
Numbers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Content:
    """What an agreement of a template says, at one time."""

    values: Values
    articles: tuple[str, ...]
    forms: Forms = field(default_factory=dict)
    computed: Computed = field(default_factory=dict)
    edits: Edits = field(default_factory=dict)
    numbers: Numbers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """What a draft held when it was kept under a name; `time` is ISO 8601 with the zone."""

    name: str
    time: str
    values: Values
    articles: tuple[str, ...]
    forms: Forms
    computed: Computed
    edits: Edits
    review: Review
    numbers: Numbers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Protocol:
    """What makes a draft a protocol that amends an agreement, or an instrument that corrects it.

    `base` is the digest of the text that is amended, `template` that of the agreement, `before` and
    `after` what it said and says then. `amendments` lead from the one to the other, `choices` are
    what the officer wanted for them: so the same draft can be made again. `review` and `versions`
    are those of the edited copy of the agreement.
    """

    base: str
    template: Template
    before: Content
    after: Content
    amendments: tuple[Amendment, ...]
    choices: Choices = AS_USUAL
    instrument: Instrument = Instrument.PROTOCOL
    review: Review = field(default_factory=dict)
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """A protocol or correction as it was left to change its amendments; `own` are the paths of the
    fields that the officer has filled in otherwise than the program would.
    """

    template: Template
    content: Content
    review: Review = field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amending:
    """What makes a draft the edited copy of an agreement, of which an instrument is written.

    `before` is what the agreement says without the edits, `signed` the day of its signature (ISO
    8601, empty where none is recorded), `number` that of the instrument. `written` is there when
    that was written before.
    """

    before: Content
    number: int
    signed: str = ""
    choices: Choices = AS_USUAL
    instrument: Instrument = Instrument.PROTOCOL
    written: Aside | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A protocol that has amended the text of a draft, or an instrument that has corrected it: its
    number (zero where it has none) and date (ISO 8601, empty where it is not known), and the places
    that it changed. `done` says what was done to a place that was not merely amended, `languages`
    in which versions something was done to one, where that was not in all of them.
    """

    number: int
    date: str
    places: tuple[str, ...]
    instrument: Instrument = Instrument.PROTOCOL
    done: dict[str, Deed] = field(default_factory=dict)
    languages: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """One agreement in preparation.

    `forms` holds what the officer typed or confirmed for a grammatical form, by field path with
    language, then lemma, then form. A form belongs to the lemma it was made for: after the lemma
    changes it rests, and applies again when the lemma comes back. A person's sex belongs
    to the lemma where the form depends on it: «Vusal Alyev|m».
    `computed` holds what the grammar said for the forms that the text uses, in the same order; a
    person's sex always belongs to the lemma there. So the text stays as it was read and signed
    when a later version of the program would decline a name in another way.
    `articles` are the ids of the articles in their order, new ones among them. `edits` replaces
    paragraphs of the template, by language, then place (an article's id, `title` or `preamble`).
    `review` names, by place, the languages whose wording has still to follow another's.
    `numbers` are the printed numbers («9-1») that articles keep, those of excluded ones among them;
    without any the articles are counted through. `protocol` is there when the draft amends or
    corrects another agreement, `amending` when it is the edited copy of one. `sources` are the
    protocols and corrections of this one, in order.
    `versions` are the states that the officer kept, the oldest first. `layout` is that of the pages
    now, whichever version is gone back to.
    `final` stands while the draft must not be changed, `signature` when it has been signed, and
    `history` tells how it came to that, the oldest event first.
    `accepted` has the officer's reasons for findings that stay as they are, by what they say
    (`model/acceptance.py`), `declined` the keys of changes in returned files that were not wanted
    (`model/declined.py`).
    """

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    template: Template
    values: Values
    articles: tuple[str, ...]
    forms: Forms = field(default_factory=dict)
    computed: Computed = field(default_factory=dict)
    edits: Edits = field(default_factory=dict)
    review: Review = field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    final: Final | None = None
    signature: SignatureRecord | None = None
    history: tuple[Event, ...] = ()
    layout: Layout = field(default_factory=Layout)
    accepted: dict[str, str] = field(default_factory=dict)
    numbers: Numbers = field(default_factory=dict)
    protocol: Protocol | None = None
    sources: tuple[Source, ...] = ()
    amending: Amending | None = None
    declined: tuple[str, ...] = ()


def blank_draft(template: Template) -> Draft:
    """A new draft of this template with nothing filled in."""
    parties = tuple(Party() for _ in range(template.parties))
    return Draft(template, Values(parties, languages=template.languages), template.articles)
