"""A paragraph while it is being read: text that grows, with everything that is tied to places."""

from mou_desktop.intake.source import Cell, Comment, Control, Revision, SourceParagraph
from mou_desktop.model.change import Fate


class Line:
    """Collects the pieces of a paragraph in reading order."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self._revisions: list[Revision] = []
        self._comments: list[Comment] = []
        self._controls: list[Control] = []
        self._strong: list[tuple[int, int]] = []

    def add(self, text: str, *, strong: bool = False) -> None:
        """Text that stands in the document."""
        if not text:
            return
        start = self.length
        self._pieces.append(text)
        self.length += len(text)
        if strong and self._strong and self._strong[-1][1] == start:
            start = self._strong.pop()[0]
        if strong:
            self._strong.append((start, self.length))

    def revise(self, fate: Fate, start: int, text: str, author: str, time: str) -> None:
        """A tracked change; changes of one author that follow each other are one."""
        if not text:
            return
        last = self._revisions[-1] if self._revisions else None
        if last and (last.fate, last.author, last.time) == (fate, author, time):
            end = last.start + (len(last.text) if fate is Fate.INSERTED else 0)
            if end == start:
                self._revisions[-1] = last._replace(text=last.text + text)
                return
        self._revisions.append(Revision(fate, start, text, author, time))

    def comment(self, comment: Comment) -> None:
        self._comments.append(comment)

    def widen(self, comment: Comment, start: int, end: int) -> None:
        """A comment turns out to belong to a longer stretch."""
        number = self._comments.index(comment)
        self._comments[number] = comment._replace(start=start, end=end)

    def control(self, tag: str, start: int) -> None:
        """A content control that began at `start` ends here."""
        self._controls.append(Control(tag, start, self.length))

    @property
    def mark(self) -> int:
        """Where the paragraph is now, for `text_since`."""
        return len(self._pieces)

    def text_since(self, mark: int) -> str:
        """What was added after a mark."""
        return "".join(self._pieces[mark:])

    def read(
        self,
        *,
        style: str = "",
        level: int = 0,
        label: str = "",
        blocks: tuple[str, ...] = (),
        cell: Cell | None = None,
    ) -> SourceParagraph:
        """The paragraph, which has come to its end."""
        return SourceParagraph(
            "".join(self._pieces),
            style,
            level,
            label,
            blocks,
            tuple(sorted(self._controls, key=lambda control: (control.start, -control.end))),
            tuple(self._revisions),
            tuple(self._comments),
            tuple(self._strong),
            cell,
        )
