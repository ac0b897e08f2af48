"""What the command line says of findings, in English."""

from mou_desktop.languages import registry
from mou_desktop.model.finding import VERSION, Code, Finding

TEXTS = {
    Code.VALUE_MISSING: "{path}: nothing is entered",
    Code.FORM_UNSURE: "{path}: “{excerpt}” is a guess; confirm it, or set another",
    Code.INTRODUCTION_STALE: "{path}: the party's name has changed since; set this again",
    Code.SHORT_NAME_APART: "{path}: “{excerpt}” is no part of the name; nothing is bold",
    Code.DATE_IMPOSSIBLE: "there is no such day: {excerpt}",
    Code.ONE_LANGUAGE: "the closing clause speaks of several versions, but there is one",
    Code.WORDING_MISSING: "there is no text",
    Code.WORDING_REVIEW: "another version was changed, and this one was not",
    Code.COPIES_UNEVEN: "{excerpt} originals cannot be shared out evenly among the parties",
    Code.COPIES_TOO_FEW: "there is no original in: {excerpt}",
    Code.COPIES_APART: "every party gets as many originals, but not one in every language",
    Code.PREVAILING_ABSENT: "the text that prevails, {excerpt}, is none of this agreement",
    Code.ORDER_FIXED: "each party cannot be named first in its own originals",
    Code.PROTOCOL_UNWRITTEN: "an edited copy; the protocol of it is still to be written",
    Code.MIXED_SCRIPT: "“{word}” has Latin and Cyrillic letters",
    Code.LOOK_ALIKE: "“{word}” is written with letters of another script",
    Code.FOREIGN_LETTER: "“{word}” has a letter that the language does not have",
    Code.DIGIT_IN_WORD: "“{word}” has a digit for a letter",
    Code.LETTER_IN_NUMBER: "“{word}” has a letter for a digit",
    Code.INVISIBLE_CHARACTER: "a character that nobody sees ({points})",
    Code.DECOMPOSED_LETTER: "a letter and its mark are two characters",
    Code.APOSTROPHE: "another character stands for an apostrophe (’)",
    Code.QUOTATION_MARK: "not a quotation mark of this language",
    Code.UNPAIRED_MARK: "{mark} has no partner",
    Code.SPACE_BEFORE_MARK: "a space where none belongs",
    Code.SPACE_MISSING: "a space is missing",
    Code.SPACES_DOUBLED: "more than one space",
    Code.DASH_FOR_HYPHEN: "a dash where a hyphen belongs",
    Code.HYPHEN_SPACED: "spaces around a hyphen",
    Code.LETTERS_SPACED: "letters with spaces between them; spacing belongs to the style",
    Code.MARK_DOUBLED: "punctuation marks one after another",
    Code.FULL_STOP_MISSING: "the paragraph should end with {mark}",
    Code.CAPITAL_MISSING: "a sentence begins with a small letter",
    Code.DOUBLED_WORD: "“{words}” stands twice",
    Code.DOUBLED_PASSAGE: "this was said already",
    Code.FOREIGN_WORD: "“{word}” is a word of another language ({language})",
    Code.FOREIGN_SENTENCE: "a sentence in another language ({language})",
    Code.MISSPELT_WORD: "“{word}” is not in the dictionary; perhaps: {fix}",
    Code.SPELLED_OTHERWISE: "“{word}” is perhaps “{fix}”",
    Code.ARTICLE_MISSING: "missing in: {lacking}",
    Code.ARTICLE_ORDER: "this says what Article {other} says in the other versions",
    Code.ARTICLE_NUMBER: "the number should be {expected}",
    Code.PARAGRAPH_MISSING: "the versions have different numbers of paragraphs",
    Code.SENTENCE_MISSING: "the versions have different numbers of sentences",
    Code.TEXT_SHORT: "much shorter than in the other versions",
    Code.NUMBER_DIFFERS: "the versions have different numbers: {found} / {expected}",
    Code.UNIT_DIFFERS: "the versions have {found} of different units",
    Code.DATE_DIFFERS: "the versions have different dates: {found} / {expected}",
    Code.WORDS_AND_DIGITS: "digits and words say different numbers: {digits} / {said}",
    Code.COPIES_AND_LANGUAGES: "{copies} copies cannot be shared out among {languages} languages",
    Code.LANGUAGES_LISTED: "missing: {missing}; not in the agreement: {extra}; twice: {twice}",
    Code.NAME_DIFFERS: "“{name}” elsewhere is “{other}”",
    Code.NAME_TRANSLITERATION: "“{name}” is another name than {others}",
    Code.SIGNATORY_DIFFERS: "the signature has “{signature}”, the preamble “{preamble}”",
    Code.POSITION_DIFFERS: "the capacity differs: “{signature}” / “{preamble}”",
    Code.ORGANIZATION_DIFFERS: "“{name}” elsewhere is “{other}”",
    Code.OBLIGATION_DIFFERS: "“{name}”: said in {present}, not in {lacking}",
    Code.NEGATION_DIFFERS: "{found} negations, {expected} in the other versions",
    Code.PLACEHOLDER: "something is still to be filled in",
    Code.BLANK_MISSING: "the blank or date that the other versions have is missing",
    Code.TERM_UNDEFINED: "“{term}” is used, but introduced nowhere",
    Code.TERM_UNUSED: "“{term}” is introduced, but never used",
    Code.TERM_EARLY: "“{term}” is used before it is introduced",
    Code.TERM_LOWERCASE: "“{term}” is a defined term; write {fix}",
    Code.REFERENCE_UNKNOWN: "there is no {article}",
    Code.REFERENCE_DIFFERS: "the versions refer to different articles: {found} / {expected}",
}


def message(finding: Finding) -> str:
    """What is wrong, without the place."""
    params = {name: value or "–" for name, value in finding.params}
    return TEXTS[finding.code].format(path=finding.path, excerpt=finding.excerpt, **params)


def line(finding: Finding, article: str) -> str:
    """A finding as a line of text; `article` is the place as it is printed."""
    known = [tag for tag in finding.languages if tag in registry.tags()]
    where = " · ".join(part for part in (place(article), ", ".join(known)) if part)
    quoted = (
        f"  [{finding.excerpt}]" if finding.excerpt and finding.path.startswith(VERSION) else ""
    )
    return f"{finding.level}: {where}: {message(finding)}{quoted}"


def place(article: str) -> str:
    """A place as it is printed, as a heading."""
    return f"Article {article}" if article[:1].isdigit() else article
