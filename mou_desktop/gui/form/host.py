"""What the rows of the form need of the form that holds them."""

from typing import Protocol

from mou_desktop.gui.form.inputs import Input


class Host(Protocol):
    """Learns of each input, and changes fields for the buttons beside them."""

    def register(self, path: str, box: Input) -> None:
        """Fill this input from the field of this path, and pass its edits on."""

    def choose(self, path: str, value: str) -> None:
        """Put a value into a field, as a step of its own."""

    def reset(self, path: str) -> None:
        """Let the grammar say the form of this path («parties.0.name.ru#genitive») anew."""
