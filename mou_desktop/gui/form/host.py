"""What the rows of the form need of the form that holds them."""

from typing import Protocol

from mou_desktop.gui.form.inputs import Input


class Host(Protocol):
    """Learns of each input, and takes back what the officer wrote for a form."""

    def register(self, path: str, box: Input) -> None:
        """Fill this input from the field of this path, and pass its edits on."""

    def reset(self, path: str) -> None:
        """Let the grammar say the form of this path («parties.0.name.ru#genitive») anew."""
