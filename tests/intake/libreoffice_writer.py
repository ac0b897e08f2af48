"""LibreOffice Writer as the other side uses it: opens Word files, edits them, saves them again.

A macro does it, so that the edits are those of the word processor and not of our idea of its files.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

AUTHOR = "Sample Officer"
SECONDS = 120
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC '
    '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{code}</script:module>'
)
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items '
    'xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="givenname" '
    'oor:op="fuse"><value>Sample</value></prop></item>'
    '<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="sn" oor:op="fuse">'
    "<value>Officer</value></prop></item></oor:items>"
)
_BASIC = """
Sub ReplaceAll(document, wordsBefore, wordsAfter)
  descriptor = document.createReplaceDescriptor()
  descriptor.SearchString = wordsBefore
  descriptor.ReplaceString = wordsAfter
  descriptor.SearchCaseSensitive = True
  If document.replaceAll(descriptor) = 0 Then Fail("not found: " &amp; wordsBefore)
End Sub

Function Found(document, words)
  descriptor = document.createSearchDescriptor()
  descriptor.SearchString = words
  descriptor.SearchCaseSensitive = True
  place = document.findFirst(descriptor)
  If IsNull(place) Then Fail("not found: " &amp; words)
  Found = place
End Function

Sub AddBehind(document, words, added)
  place = Found(document, words)
  cursor = place.Text.createTextCursorByRange(place)
  cursor.gotoEndOfParagraph(False)
  place.Text.insertControlCharacter(cursor, 0, False)
  place.Text.insertString(cursor, added, False)
End Sub

Sub DeleteFromTo(document, first, following)
  place = Found(document, first)
  cursor = place.Text.createTextCursorByRange(place)
  cursor.gotoStartOfParagraph(False)
  behind = Found(document, following)
  ending = behind.Text.createTextCursorByRange(behind)
  ending.gotoStartOfParagraph(False)
  cursor.gotoRange(ending, True)
  cursor.String = ""
End Sub

Sub Fail(message)
  number = FreeFile
  Open "{log}" For Append As #number
  Print #number, message
  Close #number
End Sub

Sub Main
  On Error Goto Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
{work}
  Fail("done")
  StarDesktop.terminate()
  Exit Sub
Failed:
  Fail("line " &amp; Erl &amp; ": " &amp; Error$)
  StarDesktop.terminate()
End Sub
"""


class Editing:
    """What is to be done in one file; the words are found where they first stand, or everywhere."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.steps: list[str] = []

    def replace(self, old: str, new: str) -> "Editing":
        return self._do("ReplaceAll", old, new)

    def add_behind(self, words: str, line: str) -> "Editing":
        """A paragraph behind the one with these words."""
        return self._do("AddBehind", words, line)

    def delete(self, first: str, following: str) -> "Editing":
        """From the paragraph with the first words up to that with the following ones."""
        return self._do("DeleteFromTo", first, following)

    def _do(self, command: str, *texts: str) -> "Editing":
        said = ", ".join('"' + text.replace('"', '""') + '"' for text in texts)
        self.steps.append(f"  {command}(document, {escape(said)})")
        return self


def edited(folder: Path, work: Sequence[Editing], *, tracked: bool) -> list[Path]:
    """The files as Writer saves them after that, with change tracking or without."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing; see scripts/debian-packages"
    profile, log = folder / "writer-profile", folder / "writer.log"
    basic = profile / "user" / "basic" / "Standard"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # A first start lays out the profile, with an empty module in it.
    _run([*command, "--terminate_after_init"])
    lines, files = [], []
    for each in work:
        files.append(each.file.with_name(f"edited-{each.file.name}"))
        lines += [
            f'  document = StarDesktop.loadComponentFromURL("{each.file.as_uri()}", "_blank", 0, '
            "hidden())",
            f"  document.RecordChanges = {tracked}",
            *each.steps,
            "  document.RecordChanges = False",
            f'  document.storeToURL("{files[-1].as_uri()}", saving())',
            "  document.close(True)",
        ]
    code = _BASIC.format(work="\n".join(lines), log=log)
    (basic / "Module1.xba").write_text(_MODULE.format(code=code), "utf-8")
    _run([*command, "macro:///Standard.Module1.Main"])
    assert log.exists(), "the macro did not run"
    assert log.read_text("utf-8").split() == ["done"]
    return files


def _run(command: list[str]) -> None:
    """Start it in a group of its own, which ends with it: `soffice` only starts the program."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        assert process.wait(SECONDS) == 0
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
