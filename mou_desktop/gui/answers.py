"""What the officer can answer to a question."""

from enum import Enum, auto


class Answer(Enum):
    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()
    OVERWRITE = auto()
    SAVE_AS = auto()
    READ_ONLY = auto()
    ANYWAY = auto()
    RECOVER = auto()
    IMPORT = auto()
    COMPARE = auto()
