"""What is wrong with a file of formulas is said with file and formula."""

import shutil
from pathlib import Path

import pytest

from mou_desktop import paths
from mou_desktop.amend import formulas
from mou_desktop.errors import TemplateError
from mou_desktop.languages import registry
from mou_desktop.paths import resources


@pytest.mark.parametrize("tag", registry.tags())
def test_the_files_that_come_with_the_program_are_right(tag: str) -> None:
    assert formulas.formulas(tag).tag == tag


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "{place:prepositional} {was",
            "{place:locative} {was",
            "ru.toml, replace: nothing is known for “{place:locative}”",
        ),
        (
            "{was:accusative} заменить",
            "{was:dative} заменить",
            "nothing is known for “{was:dative}”",
        ),
        (
            "дополнить {paragraph:instrumental}",
            "дополнить {paragraph:locative}",
            "“{paragraph:locative}”",
        ),
        (
            "{article:instrumental}",
            "{party:instrumental}",
            "new-article: nothing is known for “{party:instrumental}”",
        ),
        ("{place:accusative} исключить", "{place:accusative исключить", "cannot read"),
        ("[formulas.restate]", "[formulas.tell-anew]", "formulas.restate is not a table of texts"),
        ("слово {quoted}", "слово", "{quoted} must stand once"),
        ("{language:prepositional}", "{language:locative}", "it needs {formula} and {language}"),
        ("{formula}", "", "ru.toml, item: it needs {formula} and {language} in a form"),
        ('last = "{number}"', "", "ru.toml: last is missing"),
        ("[words.one]", "[words.one", "ru.toml: cannot be read"),
    ],
)
def test_mistakes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, says: str
) -> None:
    shutil.copytree(resources() / "amendments", tmp_path / "amendments")
    file = tmp_path / "amendments" / "ru.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr(formulas, "resources", lambda: tmp_path)
    assert paths.resources() != tmp_path
    with pytest.raises(TemplateError) as error:
        formulas.formulas.__wrapped__("ru")
    assert says in str(error.value)
