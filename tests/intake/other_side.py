"""A Word file in the hands of the other side."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tests.intake.conftest import WORD, zipped

W = f"{{{WORD}}}"


class Word:
    """A file that can be edited, with change tracking or without."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self._parts["word/document.xml"])

    @property
    def content(self) -> bytes:
        main = etree.tostring(self.root, encoding="UTF-8", xml_declaration=True)
        return zipped({**self._parts, "word/document.xml": main})

    def block(self, tag: str) -> etree._Element:
        (found,) = self.root.xpath(f"//*[local-name()='sdt'][*/*[@*='{tag}']]")
        return found

    def runs(self, words: str) -> list[etree._Element]:
        return [each for each in self.root.iter(f"{W}t") if words in (each.text or "")]

    def replace(self, old: str, new: str, *, every: bool = False) -> "Word":
        runs = self.runs(old)
        assert runs, old
        for each in runs if every else runs[:1]:
            each.text = (each.text or "").replace(old, new)
        return self

    def track(self, old: str, new: str, author: str = "Ann") -> "Word":
        """Replace words with change tracking."""
        (text,) = self.runs(old)
        run = text.getparent()
        before, _old, after = (text.text or "").partition(old)
        by = f'w:author="{author}" w:date="2026-03-01T10:00:00Z" xmlns:w="{WORD}" w:id="9"'
        space = 'xml:space="preserve"'
        new_runs = (
            f"<w:r><w:t {space}>{before}</w:t></w:r>",
            f"<w:del {by}><w:r><w:delText>{old}</w:delText></w:r></w:del>",
            f"<w:ins {by}><w:r><w:t>{new}</w:t></w:r></w:ins>",
            f"<w:r><w:t {space}>{after}</w:t></w:r>",
        )
        parent = etree.fromstring(f'<x xmlns:w="{WORD}">{"".join(new_runs)}</x>')
        at = run.getparent().index(run)
        run.getparent()[at : at + 1] = list(parent)
        return self

    def comment(self, words: str, said: str, author: str = "Ann") -> "Word":
        """Say something beside a run that has these words."""
        (text,) = self.runs(words)
        run = text.getparent()
        for kind, put in (("Start", run.addprevious), ("End", run.addnext)):
            put(etree.fromstring(f'<w:commentRange{kind} xmlns:w="{WORD}" w:id="1"/>'))
        self._parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{WORD}"><w:comment w:id="1" w:author="{author}" '
            f'w:date="2026-03-01T10:00:00Z"><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:comment>'
            "</w:comments>"
        ).encode()
        rels = self._parts["word/_rels/document.xml.rels"].decode()
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        self._parts["word/_rels/document.xml.rels"] = rels.replace(
            "</Relationships>",
            f'<Relationship Id="rC" Type="{kind}" Target="comments.xml"/></Relationships>',
        ).encode()
        return self

    def delete(self, tag: str) -> "Word":
        block = self.block(tag)
        block.getparent().remove(block)
        return self

    def add(self, behind: str, *lines: str, inside: bool = False) -> "Word":
        """Paragraphs behind a block, or at its end as Enter puts them."""
        block = self.block(behind)
        found = [
            etree.fromstring(f'<w:p xmlns:w="{WORD}"><w:r><w:t>{line}</w:t></w:r></w:p>')
            for line in lines
        ]
        if inside:
            block[-1].extend(found)
        else:
            at = block.getparent().index(block) + 1
            block.getparent()[at:at] = found
        return self

    def untagged(self) -> "Word":
        """As some word processors save it: the content controls are gone."""
        while controls := self.root.xpath("//*[local-name()='sdt']"):
            control = controls[0]
            at = control.getparent().index(control)
            control.getparent()[at : at + 1] = list(control[-1])
        return self
