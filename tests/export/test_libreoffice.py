"""PDF files through LibreOffice: here a stand-in that does what one tells it to."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from mou_desktop.errors import PdfError
from mou_desktop.export import batch, child_process, libreoffice
from mou_desktop.export.progress import Stopped
from mou_desktop.model.draft import Draft

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")

SCRIPT = """#!{python}
import os, subprocess, sys, time
from pathlib import Path
log = Path({log!r})
log.write_text("\\n".join([*sys.argv[1:], *(f"{{k}}={{v}}" for k, v in os.environ.items())]))
if "--version" in sys.argv:
    print("LibreOffice 24.8.1.2 40(Build:2)")
    sys.exit()
made = Path(sys.argv[sys.argv.index("--outdir") + 1])
made.mkdir()
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    {act}
    made.joinpath(name).with_suffix(".pdf").write_bytes(
        b"%PDF-1.6\\n" + Path(name).read_bytes() + b"\\n%%EOF\\n"
    )
"""


class StandIn:
    """A program of LibreOffice's name; `log` is what it was given."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "soffice"
        self._log = folder / "given.txt"
        self.does("pass")

    def does(self, act: str) -> None:
        """This is what it does before each file."""
        script = SCRIPT.format(python=sys.executable, log=str(self._log), act=act)
        self.file.write_text(script, "utf-8")
        self.file.chmod(0o755)

    @property
    def given(self) -> list[str]:
        return self._log.read_text("utf-8").splitlines()


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No LibreOffice is here; a folder on the search path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(libreoffice, "usual_places", lambda: iter(()))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return folder


@pytest.fixture
def office(nowhere: Path) -> StandIn:
    return StandIn(nowhere)


def left_behind(folder: Path) -> list[Path]:
    return list(folder.glob("mou-desktop-*"))


def test_the_search_path_comes_before_the_usual_places(
    office: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "soffice"
    elsewhere.write_text("")
    monkeypatch.setattr(libreoffice, "usual_places", lambda: iter([tmp_path / "none", elsewhere]))
    assert libreoffice.find() == office.file
    office.file.unlink()
    assert libreoffice.find() == elsewhere


@pytest.mark.parametrize(
    ("system", "place"),
    [
        ("linux", "/usr/bin/soffice"),
        ("darwin", "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("win32", "C:/Program Files/LibreOffice/program/soffice.com"),
    ],
)
def test_each_system_has_its_usual_places(
    monkeypatch: pytest.MonkeyPatch, system: str, place: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("ProgramFiles", "C:/Program Files")
    assert Path(place) in libreoffice.usual_places()


def test_it_says_its_version(office: StandIn) -> None:
    assert libreoffice.version(office.file) == "LibreOffice 24.8.1.2"


def test_a_program_that_says_nothing_has_no_version(tmp_path: Path) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\n")
    silent.chmod(0o755)
    assert libreoffice.version(silent) == ""


def test_many_files_are_made_in_one_call_and_come_in_their_order(office: StandIn) -> None:
    made = libreoffice.to_pdf([b"one", b"two", b"three"])
    assert [each.splitlines()[1] for each in made] == [b"one", b"two", b"three"]
    assert office.given[:4][1:] == ["--headless", "--nologo", "--norestore"]


def test_very_many_files_take_several_calls(
    office: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "FILES_OF_A_CALL", 2)
    told: list[tuple[int, int]] = []
    made = libreoffice.to_pdf([b"%d" % n for n in range(5)], progress=lambda *n: not told.append(n))
    assert [each.splitlines()[1] for each in made] == [b"0", b"1", b"2", b"3", b"4"]
    assert {total for _done, total in told} == {5}
    assert [done for done, _total in told] == sorted(done for done, _total in told)


def test_the_officers_own_profile_and_settings_are_left_alone(
    office: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    office.does("assert 'PYTHONHOME' not in os.environ")
    libreoffice.to_pdf([b"one"])
    profile = office.given[0].removeprefix("-env:UserInstallation=file://")
    assert profile.startswith(f"{tmp_path}/mou-desktop-")
    assert f"TMPDIR={Path(profile).parent}" in office.given
    assert left_behind(tmp_path) == []


def test_the_profile_asks_for_an_archive_file_and_no_network(office: StandIn) -> None:
    office.does(
        "log.write_text((made.parent / 'profile/user/registrymodifications.xcu').read_text())"
    )
    libreoffice.to_pdf([b"one"])
    asked = "\n".join(office.given)
    for name, value in (
        ("SelectPdfVersion", "2"),
        ("UseTaggedPDF", "true"),
        ("BlockUntrustedRefererLinks", "true"),
        ("DisableMacrosExecution", "true"),
    ):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in asked


def test_where_there_is_none_it_is_said_what_to_install(nowhere: Path) -> None:
    with pytest.raises(PdfError, match=r"install LibreOffice .*libreoffice-writer"):
        libreoffice.to_pdf([b"one"])
    assert libreoffice.to_pdf([]) == []


def test_a_file_that_it_does_not_convert_is_an_error(office: StandIn) -> None:
    office.does("print('Error: source file could not be loaded'); continue")
    with pytest.raises(PdfError, match="source file could not be loaded"):
        libreoffice.to_pdf([b"one"])


def test_half_a_file_is_an_error(office: StandIn) -> None:
    office.does("made.joinpath('0001.pdf').write_bytes(b'%PDF-1.6'); sys.exit(1)")
    with pytest.raises(PdfError, match=r"made no PDF file \(0001\.pdf\)"):
        libreoffice.to_pdf([b"one"])


def test_a_program_that_cannot_be_started_is_an_error(office: StandIn) -> None:
    office.file.write_text("#!/nowhere/python\n")
    with pytest.raises(PdfError, match="No such file"):
        libreoffice.to_pdf([b"one"])


def test_one_that_is_stuck_is_ended_with_all_that_it_started(
    office: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "PATIENCE", 0.3)
    child = tmp_path / "child"
    office.does(
        "p = subprocess.Popen(['/bin/sleep', '60']); "
        f"Path({str(child)!r}).write_text(str(p.pid)); time.sleep(60)"
    )
    with pytest.raises(PdfError, match="has done nothing for"):
        libreoffice.to_pdf([b"one"])
    assert_ended(int(child.read_text()))
    assert left_behind(tmp_path) == []


def test_cancelling_ends_it_at_once(office: StandIn, tmp_path: Path) -> None:
    office.does("time.sleep(60 if name == '0002.docx' else 0)")
    start = time.monotonic()
    with pytest.raises(Stopped):
        libreoffice.to_pdf([b"one", b"two"], progress=lambda done, total: done < 1)
    assert time.monotonic() - start < 20
    assert left_behind(tmp_path) == []


def test_it_can_work_in_another_thread(office: StandIn) -> None:
    made: list[bytes] = []
    thread = threading.Thread(target=lambda: made.extend(libreoffice.to_pdf([b"one"])))
    thread.start()
    thread.join(20)
    assert len(made) == 1


def assert_ended(number: int) -> None:
    for _ in range(100):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
        status = Path(f"/proc/{number}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return
    raise AssertionError("it still runs")


def test_what_is_ours_alone_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/packed")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/of/the/system")
    monkeypatch.setenv("PYTHONPATH", "/ours")
    found = child_process.surroundings(TMPDIR="/there")
    assert (found["LD_LIBRARY_PATH"], found["TMPDIR"]) == ("/of/the/system", "/there")
    assert "PYTHONPATH" not in found


def planned(draft: Draft, folder: Path, *formats: str) -> list[batch.Target]:
    return [
        target
        for format in formats
        for target in batch.plan(draft, folder, "memo", languages=("ru", "en"), format=format)
    ]


def test_an_export_makes_word_and_pdf_files(
    office: StandIn, example: Draft, tmp_path: Path
) -> None:
    told: list[int] = []
    targets = planned(example, tmp_path / "out", "docx", "pdf")
    report = batch.export(targets, progress=lambda done, total: not told.append(done))
    assert report.written == tuple(targets)
    assert told == sorted(told)
    word, page = (tmp_path / "out" / f"memo-ru.{kind}" for kind in ("docx", "pdf"))
    assert word.read_bytes() in page.read_bytes()


def test_an_export_without_libreoffice_writes_nothing(
    nowhere: Path, example: Draft, tmp_path: Path
) -> None:
    with pytest.raises(PdfError, match="install LibreOffice"):
        batch.export(planned(example, tmp_path / "out", "docx", "pdf"))
    assert not (tmp_path / "out").exists()


def test_a_cancelled_export_writes_no_pdf(office: StandIn, example: Draft, tmp_path: Path) -> None:
    report = batch.export(planned(example, tmp_path, "pdf"), progress=lambda done, total: False)
    assert (report.written, report.refused) == ((), ())


@pytest.mark.parametrize("number", ["TERM", "HUP"])
def test_a_command_that_is_ended_ends_libreoffice_too(
    office: StandIn, tmp_path: Path, number: str
) -> None:
    root = Path(__file__).parents[2]
    program = [sys.executable, "-m", "mou_desktop"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    memo, child = tmp_path / "memo.mou", tmp_path / "child"
    subprocess.run([*program, "new", str(memo), "--example"], cwd=root, check=True)
    office.does(f"Path({str(child)!r}).write_text(str(os.getpid())); time.sleep(60)")
    command = [*program, "export", str(memo), "--to", str(tmp_path / "out"), "--format", "pdf"]
    running = subprocess.Popen(command, cwd=root, env=environment)
    for _ in range(400):
        if child.exists() and child.read_text():
            break
        time.sleep(0.05)
    running.send_signal(getattr(signal, f"SIG{number}"))
    assert running.wait(20) == 130
    assert_ended(int(child.read_text()))
    assert left_behind(tmp_path) == []
