"""Who may import whom: data flows from the lower floors up, and Qt stays on the topmost two.

Read from the source, so that imports for type checkers and within functions count as well.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mou_desktop

ROOT = Path(mou_desktop.__file__).parent
OURS = "mou_desktop"

FLOORS = {
    "languages": 0,
    "model": 1,
    "store": 2,
    "terminal": 2,
    "render": 3,
    "check": 4,
    "amend": 4,
    "export": 4,
    "intake": 4,
    "qtdoc": 5,
    "gui": 6,
}
FOR_ALL = {"errors", "paths"}
CLI_REACHES = 4
LANGUAGES = {"az", "kk", "ru", "en"}
QT = {"PySide6", "shiboken6"}
QT_OF_QTDOC = {"PySide6.QtCore", "PySide6.QtGui"}
HIDDEN = {"__import__", "importlib.import_module"}
FORBIDDEN = {
    "locale": "the process-wide locale is nobody's to read or set",
    **dict.fromkeys(HIDDEN, "an import must stand in the source as one"),
}
# Who may import whom against the rule of the floors, and why.
EXCEPTIONS = {
    # A batch is not exported while something in it is still to be completed.
    ("export.batch", "check.completeness"),
    # A redline is marked word by word as the comparison finds it.
    ("export.docx_redline", "amend.compare"),
}
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common"}


def module_name(file: Path) -> str:
    """«mou_desktop.model.draft»; a package has the name of its `__init__`."""
    return ".".join(file.relative_to(ROOT.parent).with_suffix("").parts)


def imports(module: str, source: str) -> Iterator[str]:
    """The full name of everything imported: modules, and names from modules."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = module.split(".")[: -node.level] if node.level else []
            origin += node.module.split(".") if node.module else []
            yield from (".".join([*origin, alias.name]) for alias in node.names)
        elif isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) in HIDDEN:
            yield ast.unparse(node)


def violations(module: str, source: str) -> list[str]:
    """Each forbidden import of a module, with the rule that it breaks."""
    return [
        f"{module} imports {imported}: {rule}"
        for imported in dict.fromkeys(imports(module, source))
        if (rule := broken_rule(module, imported))
    ]


def broken_rule(module: str, imported: str) -> str:
    for name, rule in FORBIDDEN.items():
        if within(imported, name):
            return rule
    if imported.partition(".")[0] in QT:
        return broken_qt_rule(part(module), imported)
    return broken_floor_rule(module, imported) if within(imported, OURS) else ""


def within(name: str, outer: str) -> bool:
    return name == outer or name.startswith(f"{outer}.")


def part(name: str) -> str:
    """The package or module right below `mou_desktop`; empty for what stands in its `__init__`."""
    below = name.split(".")[1:2]
    return below[0] if below and below[0] in {*FLOORS, *FOR_ALL, "cli", "__main__"} else ""


def broken_qt_rule(importer: str, imported: str) -> str:
    if importer == "gui":
        return ""
    if importer != "qtdoc":
        return "only qtdoc and gui use Qt"
    allowed = any(within(imported, name) for name in QT_OF_QTDOC)
    return "" if allowed else "qtdoc uses QtCore and QtGui only"


def broken_floor_rule(module: str, imported: str) -> str:
    importer, target = part(module), part(imported)
    if importer in FOR_ALL:
        return "errors and paths import nothing of ours"
    if importer == target == "languages":
        return broken_sibling_rule(module, imported)
    if target in ("", *FOR_ALL) or importer == target or is_exception(module, imported):
        return ""
    if importer == "__main__":
        return ""
    if target == "gui":
        return "only __main__ opens the window"
    if importer == "cli":
        return "" if FLOORS.get(target, 9) <= CLI_REACHES else "cli stays below Qt"
    if FLOORS.get(target, 9) < FLOORS.get(importer, -1):
        return ""
    return "a floor imports only lower floors"


def broken_sibling_rule(module: str, imported: str) -> str:
    importer, target = module.split(".")[2:3], imported.split(".")[2:3]
    siblings = importer != target and {*importer, *target} <= LANGUAGES and importer and target
    return "the languages never import each other" if siblings else ""


def is_exception(module: str, imported: str) -> bool:
    return any(
        module == f"{OURS}.{importer}" and within(imported, f"{OURS}.{target}")
        for importer, target in EXCEPTIONS
    )


SOURCES = sorted(ROOT.rglob("*.py"))


def test_the_program_keeps_the_rules() -> None:
    found = [
        line for file in SOURCES for line in violations(module_name(file), file.read_text("utf-8"))
    ]
    assert found == []


def test_every_folder_of_source_has_a_floor() -> None:
    folders = {file.relative_to(ROOT).parts[0] for file in SOURCES if file.parent != ROOT}
    assert folders <= {*FLOORS, "cli"}
    modules = {file.stem for file in SOURCES if file.parent == ROOT}
    assert modules <= {*FOR_ALL, "terminal", "__init__", "__main__"}


def test_packages_say_what_they_take_and_give() -> None:
    packages = {file.parent / "__init__.py" for file in SOURCES}
    silent = [module_name(file) for file in packages if not has_docstring(file)]
    assert silent == []


def has_docstring(file: Path) -> bool:
    return file.exists() and bool(ast.get_docstring(ast.parse(file.read_text("utf-8"))))


def test_modules_are_named_for_what_they_do() -> None:
    vague = [file for file in SOURCES for word in file.stem.split("_") if word in VAGUE]
    folders = [file for file in SOURCES if VAGUE & set(file.relative_to(ROOT).parts[:-1])]
    assert vague + folders == []


@pytest.mark.parametrize(
    ("module", "source", "rule"),
    [
        ("languages.az", "from mou_desktop.model import draft", "only lower floors"),
        ("languages.az", "from mou_desktop.languages.ru import Russian", "never import each other"),
        ("languages.az", "from mou_desktop.languages import kk", "never import each other"),
        ("languages.az", "from . import en", "never import each other"),
        ("languages.az", "from .en import English", "never import each other"),
        ("model.draft", "import mou_desktop.store.drafts", "only lower floors"),
        ("model.draft", "from mou_desktop import render", "only lower floors"),
        ("model.draft", "from ..store import drafts", "only lower floors"),
        ("model.draft", "def f():\n    from mou_desktop.store import drafts", "only lower floors"),
        (
            "store.drafts",
            "if TYPE_CHECKING:\n    from mou_desktop.render.fill import Filler",
            "only lower floors",
        ),
        ("check.completeness", "from mou_desktop.export import text", "only lower floors"),
        ("amend.compare", "from mou_desktop.intake import text", "only lower floors"),
        ("export.docx", "from mou_desktop.check.completeness import f", "only lower floors"),
        ("export.batch", "from mou_desktop.check.spelling import f", "only lower floors"),
        ("export.text", "from mou_desktop.qtdoc import pdf", "only lower floors"),
        ("export.text", "from mou_desktop.cli.main import main", "only lower floors"),
        ("qtdoc.blocks", "from mou_desktop.gui import session", "only __main__ opens"),
        ("qtdoc.blocks", "from PySide6.QtWidgets import QWidget", "QtCore and QtGui only"),
        ("qtdoc.blocks", "from PySide6 import QtWidgets", "QtCore and QtGui only"),
        ("qtdoc.blocks", "import PySide6", "QtCore and QtGui only"),
        ("export.pdf", "from PySide6.QtGui import QPdfWriter", "only qtdoc and gui"),
        ("cli", "def f():\n    from PySide6 import QtCore", "only qtdoc and gui"),
        ("__main__", "import shiboken6", "only qtdoc and gui"),
        ("cli", "from mou_desktop.qtdoc import pdf", "cli stays below Qt"),
        ("cli", "from mou_desktop.gui.app import run", "only __main__ opens"),
        ("cli", "from mou_desktop import __main__", "cli stays below Qt"),
        ("errors", "from mou_desktop.model import draft", "nothing of ours"),
        ("paths", "from mou_desktop.errors import MouError", "nothing of ours"),
        ("gui.app", "import locale", "locale"),
        ("model.fields", "from locale import setlocale", "locale"),
        ("cli", "import importlib\nimportlib.import_module('x')", "as one"),
        ("cli", "from importlib import import_module", "as one"),
        ("cli", "__import__('mou_desktop.gui')", "as one"),
    ],
)
def test_a_planted_violation_is_reported(module: str, source: str, rule: str) -> None:
    (found,) = violations(f"{OURS}.{module}", source)
    assert found.startswith(f"{OURS}.{module} imports ")
    assert rule in found


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("languages.az", "from mou_desktop.languages.base import Language"),
        ("languages.az", "from mou_desktop.languages.initials import initials"),
        ("languages.registry", "from mou_desktop.languages.az import Azerbaijani"),
        ("model.draft", "from mou_desktop.model.template import Template"),
        ("model.draft", "from mou_desktop.languages.base import Sex"),
        ("render.fill", "from mou_desktop.model import fields"),
        ("check.completeness", "from mou_desktop.errors import FieldError"),
        ("export.batch", "from mou_desktop.check.completeness import to_complete"),
        ("export.batch", "from mou_desktop.check import completeness"),
        ("qtdoc.blocks", "from PySide6.QtGui import QTextDocument"),
        ("qtdoc.blocks", "from PySide6 import QtCore"),
        ("gui.app", "from PySide6.QtWidgets import QApplication\nfrom mou_desktop.qtdoc import a"),
        ("cli", "from mou_desktop import __version__\nfrom mou_desktop.export import text"),
        ("__main__", "from mou_desktop import cli\nfrom mou_desktop.gui import app"),
        ("paths", "from pathlib import Path\nfrom importlib import resources"),
        ("gui.session", "from PySide6.QtCore import QLocale"),
    ],
)
def test_what_is_allowed_is_not_reported(module: str, source: str) -> None:
    assert violations(f"{OURS}.{module}", source) == []
