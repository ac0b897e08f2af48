"""scripts/setup.sh asks for system packages, or installs them, and nothing it should not."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN, TEST = (
    [line for line in path.read_text().splitlines() if not line.startswith("#")]
    for path in (ROOT / f"scripts/debian-packages/{name}.txt" for name in ("run", "test"))
)
LIBERATION = "fonts-liberation2|fonts-liberation"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for Linux and macOS")


def first_names(packages: list[str]) -> str:
    return " ".join(package.partition("|")[0] for package in packages)


@pytest.mark.parametrize("shell", ["sh", "bash"])
@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("*.sh")), ids=lambda p: p.name)
def test_script_is_valid(shell: str, script: Path) -> None:
    subprocess.run([shell, "-n", script], check=True)
    assert os.access(script, os.X_OK)


def test_ci_script_is_valid() -> None:
    subprocess.run(["bash", "-n", ROOT / ".ci/run"], check=True)


class Machine:
    """A copy of what setup.sh reads, on a machine with faked system tools."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        shutil.copytree(ROOT / "scripts", self.project / "scripts")
        for name in ("pyproject.toml", "requirements-dev.lock"):
            shutil.copy(ROOT / name, self.project)
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.log = folder / "apt-get.log"
        self.fake("apt-get", f'echo "$@" >>{self.log}; [ "$1" = update ]')
        self.fake("apt-cache", "exit 0")
        self.fake("dpkg-query", "exit 0")
        self.fake("id", "echo 1000")
        self.fake("sudo", "exit 1")

    def fake(self, tool: str, script: str) -> None:
        path = self.bin / tool
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def setup(self, purpose: str) -> subprocess.CompletedProcess[str]:
        before = self._files()
        done = subprocess.run(
            [self.project / "scripts/setup.sh", purpose],
            env=os.environ | {"PATH": f"{self.bin}:{os.environ['PATH']}"},
            capture_output=True,
            encoding="utf-8",
        )
        assert self._files() == before
        return done

    def _files(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.project.rglob("*") if path.is_file()}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize(("purpose", "packages"), [("run", RUN), ("test", RUN + TEST)])
def test_prints_the_command_for_an_administrator(
    machine: Machine, purpose: str, packages: list[str]
) -> None:
    done = machine.setup(purpose)
    assert done.returncode == 1
    command = f"sudo apt-get install -y --no-install-recommends {first_names(packages)}"
    assert done.stderr.splitlines()[-1].strip() == command
    assert not machine.log.exists()


def test_names_only_what_is_missing(machine: Machine) -> None:
    """Other names of a package count, and so does the newer name of the fonts."""
    here = [name for name in RUN if name not in ("libgl1", "libglib2.0-0", LIBERATION)]
    here += ["libglib2.0-0t64 libglib2.0-0 (= 2.84.4-3), libother", "fonts-liberation"]
    machine.fake("dpkg-query", f"printf 'installed %s\\n' {' '.join(map(repr, here))}")
    machine.fake("apt-cache", '[ "$2" != fonts-liberation2 ]')
    done = machine.setup("run")
    assert done.stderr.endswith("--no-install-recommends libgl1\n")


@pytest.mark.parametrize("tool", ["id", "sudo"])
def test_installs_with_the_rights_of_root(machine: Machine, tool: str) -> None:
    machine.fake(tool, {"id": "echo 0", "sudo": 'shift; exec "$@"'}[tool])
    done = machine.setup("run")  # the faked installation fails, and setup stops there
    assert done.returncode != 0
    assert machine.log.read_text(encoding="utf-8").splitlines() == [
        "update",
        f"install -y --no-install-recommends {first_names(RUN)}",
    ]


def test_refuses_an_old_python(machine: Machine) -> None:
    machine.fake("python3", '[ "$1" = -V ] && echo Python 3.10.1')
    done = machine.setup("run")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "Python 3.10.1" in done.stderr


def test_says_how_it_is_called(machine: Machine) -> None:
    done = machine.setup("")
    assert done.returncode == 1
    assert "setup.sh test" in done.stderr
