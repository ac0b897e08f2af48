"""What is to be said about an imported document. The messages stand in the translation catalogs."""

from typing import NamedTuple


class Remark(NamedTuple):
    """Something to look at: an English template with named places, as in errors, and its values.

    `language` and `place` say where it is («ru», «events»), if it is anywhere. `lost` is text
    that stands nowhere in the draft.
    """

    message: str
    params: tuple[tuple[str, str], ...] = ()
    language: str = ""
    place: str = ""
    lost: str = ""

    def __str__(self) -> str:
        return self.message.format(**dict(self.params))


def remark(
    message: str, *, language: str = "", place: str = "", lost: str = "", **params: object
) -> Remark:
    """A remark; the name of this function marks its message for translation."""
    values = tuple((name, str(value)) for name, value in params.items())
    return Remark(message, values, language, place, lost)
