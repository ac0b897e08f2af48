"""The program finds its files however it was installed, from whatever folder it is started."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, checkout: bool = False) -> str:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    env |= {"PYTHONUTF8": "1"} | ({"PYTHONPATH": str(ROOT)} if checkout else {})
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel made from the sdist, so that the sdist is seen to be whole."""
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, ROOT, cwd=dist)
    return next(dist.glob("*.whl"))


class Installed:
    """A fresh environment that borrows every dependency from the present one."""

    def __init__(self, kind: str, folder: Path, request: pytest.FixtureRequest) -> None:
        self.kind = kind
        self.env = folder / "env"
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        venv.create(self.env, symlinks=os.name != "nt")
        self.scripts = self.env / ("Scripts" if os.name == "nt" else "bin")
        scheme = {"base": str(self.env), "platbase": str(self.env)}
        site = Path(sysconfig.get_path("purelib", "venv", vars=scheme))
        # Python does not follow .pth files in a folder named here: no way to an editable install.
        (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        if kind == "wheel":
            self._pip("--no-index", request.getfixturevalue("wheel"))
        elif kind == "editable":
            self._pip("--no-index", "--no-build-isolation", "--editable", ROOT)

    def _pip(self, *args: str | Path) -> None:
        python = self.scripts / "python"
        install = (sys.executable, "-m", "pip", "--python", python, "install", "--no-deps")
        run(*install, *args, cwd=self.elsewhere)

    def python(self, *args: str | Path) -> str:
        checkout = self.kind == "checkout"
        return run(self.scripts / "python", *args, cwd=self.elsewhere, checkout=checkout)


@pytest.fixture(scope="module", params=["wheel", "editable", "checkout"])
def installed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Installed:
    return Installed(request.param, tmp_path_factory.mktemp(request.param), request)


def test_finds_its_files(installed: Installed) -> None:
    code = (
        "from mou_desktop import paths; print(paths.resources(), paths.translations(), sep='\\n')"
    )
    resources, translations = map(Path, installed.python("-c", code).splitlines())
    home = installed.env if installed.kind == "wheel" else ROOT
    assert resources.is_relative_to(home)
    assert translations.is_relative_to(home)
    assert (resources / "templates/memorandum/template.toml").is_file()
    for language in ("az", "kk", "ru", "en"):
        assert (resources / "guide" / f"{language}.md").is_file()
        assert (translations / language / "LC_MESSAGES/mou_desktop.mo").is_file()


def test_makes_and_shows_a_draft_in_a_foreign_folder(installed: Installed) -> None:
    installed.python("-m", "mou_desktop", "new", "X.mou", "--example")
    text = installed.python("-m", "mou_desktop", "show", "X.mou", "--language", "ru")
    assert "меморандум" in text.casefold()


@pytest.mark.parametrize("installed", ["wheel", "editable"], indirect=True)
def test_has_a_command(installed: Installed) -> None:
    command = installed.scripts / "mou-desktop"
    run(command, "new", "by-command.mou", "--example", cwd=installed.elsewhere)
    assert (installed.elsewhere / "by-command.mou").is_file()


def test_wheel_holds_the_package_alone(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"mou_desktop"}
