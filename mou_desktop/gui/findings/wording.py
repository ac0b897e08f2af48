"""What the screen says of the findings of the checks."""

from mou_desktop.gui.wording import N_, _
from mou_desktop.languages import registry
from mou_desktop.model.document import Article, Document
from mou_desktop.model.finding import Code, Finding, Level

TEXTS = {
    Code.DATE_IMPOSSIBLE: N_("there is no such day"),
    Code.MIXED_SCRIPT: N_("“{word}” has Latin and Cyrillic letters"),
    Code.LOOK_ALIKE: N_("“{word}” is written with letters of the other script"),
    Code.FOREIGN_LETTER: N_("“{word}” has a letter that the language does not have"),
    Code.DIGIT_IN_WORD: N_("“{word}” has a digit for a letter"),
    Code.LETTER_IN_NUMBER: N_("“{word}” has a letter for a digit"),
    Code.INVISIBLE_CHARACTER: N_("a character that nobody sees ({points})"),
    Code.DECOMPOSED_LETTER: N_("a letter and its mark are two characters"),
    Code.APOSTROPHE: N_("another character stands for an apostrophe"),
    Code.QUOTATION_MARK: N_("not a quotation mark of this language"),
    Code.UNPAIRED_MARK: N_("{mark} has no partner"),
    Code.SPACE_BEFORE_MARK: N_("a space where none belongs"),
    Code.SPACE_MISSING: N_("a space is missing"),
    Code.SPACES_DOUBLED: N_("more than one space"),
    Code.DASH_FOR_HYPHEN: N_("a dash where a hyphen belongs"),
    Code.HYPHEN_SPACED: N_("spaces around a hyphen"),
    Code.LETTERS_SPACED: N_("spaces between the letters of a word"),
    Code.MARK_DOUBLED: N_("one punctuation mark after another"),
    Code.FULL_STOP_MISSING: N_("the paragraph should end with {mark}"),
    Code.CAPITAL_MISSING: N_("a sentence begins with a small letter"),
    Code.DOUBLED_WORD: N_("“{words}” stands twice"),
    Code.DOUBLED_PASSAGE: N_("this was said already"),
    Code.FOREIGN_WORD: N_("“{word}” is a word of another language ({language})"),
    Code.FOREIGN_SENTENCE: N_("a sentence in another language ({language})"),
    Code.MISSPELT_WORD: N_("“{word}” is not in the dictionary; perhaps: {fix}"),
    Code.SPELLED_OTHERWISE: N_("“{word}” is perhaps “{fix}”"),
    Code.ARTICLE_MISSING: N_("missing in: {lacking}"),
    Code.ARTICLE_ORDER: N_("this is what the other versions say in article {other}"),
    Code.ARTICLE_NUMBER: N_("the number should be {expected}"),
    Code.PARAGRAPH_MISSING: N_("the versions have different numbers of paragraphs"),
    Code.SENTENCE_MISSING: N_("the versions have different numbers of sentences"),
    Code.TEXT_SHORT: N_("much shorter than in the other versions"),
    Code.NUMBER_DIFFERS: N_("numbers differ: {found} here, {expected} in the other versions"),
    Code.UNIT_DIFFERS: N_("{found}: the unit differs from the other versions"),
    Code.DATE_DIFFERS: N_("the date differs from the other versions"),
    Code.WORDS_AND_DIGITS: N_("digits and words differ: {digits} and {said}"),
    Code.COPIES_AND_LANGUAGES: N_("{copies} copies do not go into {languages} languages"),
    Code.LANGUAGES_LISTED: N_("the languages named are not those of the agreement"),
    Code.NAME_DIFFERS: N_("“{name}” is “{other}” elsewhere"),
    Code.NAME_TRANSLITERATION: N_("“{name}” is another name in the other versions: {others}"),
    Code.SIGNATORY_DIFFERS: N_("signed by “{signature}”, but introduced as “{preamble}”"),
    Code.POSITION_DIFFERS: N_("the position differs: “{signature}” and “{preamble}”"),
    Code.ORGANIZATION_DIFFERS: N_("“{name}” is “{other}” elsewhere"),
    Code.OBLIGATION_DIFFERS: N_("“{excerpt}”: said in {present}, but not in {lacking}"),
    Code.NEGATION_DIFFERS: N_("negations: {found} here, {expected} in the other versions"),
    Code.PLACEHOLDER: N_("something is still to be written here"),
    Code.BLANK_MISSING: N_("the blank or date of the other versions is missing"),
    Code.TERM_UNDEFINED: N_("“{term}” is used, but introduced nowhere"),
    Code.TERM_UNUSED: N_("“{term}” is introduced, but never used"),
    Code.TERM_EARLY: N_("“{term}” is used before it is introduced"),
    Code.TERM_LOWERCASE: N_("“{term}” is a defined term and has a capital letter"),
    Code.REFERENCE_UNKNOWN: N_("there is no {article}"),
    Code.REFERENCE_DIFFERS: N_("articles referred to: {found} here, {expected} in the others"),
}
_LEVELS = {Level.ERROR: N_("Error"), Level.WARNING: N_("Warning"), Level.NOTE: N_("Note")}
_LANGUAGES = frozenset({"language", "lacking", "present"})
_NOTHING = "–"


def message(finding: Finding) -> str:
    """What is wrong, without the place."""
    params = {
        name: (_named(value) if name in _LANGUAGES else value) or _NOTHING
        for name, value in finding.params
    }
    params["excerpt"] = finding.excerpt.strip("…")
    return _(TEXTS[finding.code]).format(**params)


def line(finding: Finding) -> str:
    """A finding in one line, as it is read out."""
    return f"{level_name(finding.level)}: {message(finding)}"


def full_line(documents: dict[str, Document], finding: Finding) -> str:
    """A finding in one line, with its place and versions."""
    where = (place_name(documents, finding.place), languages(finding), line(finding))
    return " · ".join(filter(None, where))


def level_name(level: Level) -> str:
    """«Error»."""
    return _(_LEVELS[level])


def languages(finding: Finding) -> str:
    """The versions that a finding is about."""
    return ", ".join(finding.languages)


def place_name(documents: dict[str, Document], where: str) -> str:
    """A place as the versions call it: the number of an article in the first of them."""
    names = {"title": _("Title"), "preamble": _("Preamble"), "signature": _("Signatures")}
    if where in names:
        return names[where]
    for document in documents.values():
        for block in document.blocks:
            if isinstance(block, Article) and block.id == where:
                return _("Article {number}").format(number=block.number)
    return where


def _named(tags: str) -> str:
    """Languages by their own names."""
    known = registry.tags()
    named = (registry.language(t).endonym if t in known else t for t in tags.split(", ") if t)
    return ", ".join(named)
