"""Notes of a consolidated text («as amended by Protocol No. 1»), which are no part of it: by their
content control and their styles they are told from what stands around them.
"""

from collections.abc import Iterable

from mou_desktop.intake.remarks import Remark, remark

NOTE = "amendment-note"
_STYLES = "amendment note"


def is_note(style: str) -> bool:
    """Whether paragraphs of a style are such notes, whichever word processor wrote its name."""
    return style.replace("_20_", " ").lower().startswith(_STYLES)


def notes_left_out(file: str, notes: Iterable[str]) -> Remark:
    """That a file has some: whoever put other words there sees them told."""
    text = " ".join(dict.fromkeys(notes))
    return remark(
        "{file}: the notes on amendments were left out, they are no part of the text: {text}",
        file=file,
        text=text,
        lost=text,
    )
