"""The officer's own templates on disk: written whole, read with what is wrong, taken away."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mou_desktop.errors import MouError, StorageError, TemplateError
from mou_desktop.model.fields import clean
from mou_desktop.model.slots import literal
from mou_desktop.model.template import Template
from mou_desktop.store import atomic, own_templates, template_writing, templates

BUILTIN = templates.builtin("memorandum")
NAMES = {"az": "Muzeylər", "kk": "Мұражайлар", "ru": "Музеи", "en": "Museums"}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "data" / "templates"


def named(template_id: str = "museums", **names: str) -> Template:
    return replace(BUILTIN, id=template_id, names={**NAMES, **names})


def test_a_saved_template_is_read_as_it_was(own: Path) -> None:
    folder = own_templates.save(named(), own)
    assert folder == own / "museums"
    assert templates.load(folder) == named()
    assert own_templates.listed(own) == [own_templates.OwnTemplate(folder, named())]
    assert own_templates.find("museums", own) == named()
    assert [each.name for each in own.iterdir()] == ["museums"]


@given(st.text(max_size=60))
def test_any_text_is_read_as_it_was(text: str) -> None:
    import tomllib

    text = clean(text).encode("utf-8", "ignore").decode("utf-8") or "–"
    article = {**BUILTIN.texts["ru"].articles, "events": (literal(text), '"\\')}
    russian = replace(BUILTIN.texts["ru"], articles=article)
    written = template_writing.files(replace(BUILTIN, texts={**BUILTIN.texts, "ru": russian}))
    assert tomllib.loads(written["ru.toml"])["articles"]["events"] == [literal(text), '"\\']


def test_nothing_is_there_before_the_first_one_is_saved(own: Path) -> None:
    assert own_templates.listed(own) == []
    assert own_templates.find("memorandum", own) is BUILTIN


def test_a_template_that_cannot_be_used_is_not_saved(own: Path) -> None:
    russian = replace(BUILTIN.texts["ru"], preamble=("{place:dative}",))
    with pytest.raises(TemplateError, match=r"museums/ru.toml"):
        own_templates.save(replace(named(), texts={**BUILTIN.texts, "ru": russian}), own)
    assert not own.exists()


def test_a_name_stands_for_one_template(own: Path) -> None:
    own_templates.save(named(), own)
    with pytest.raises(TemplateError, match="there is a template “Музеи” already"):
        own_templates.save(named("other", az="A", kk="Б", en="C"), own)
    with pytest.raises(TemplateError, match="there is a template “Меморандум о"):
        own_templates.save(
            named("other", **{"az": "A", "kk": "Б", "ru": BUILTIN.names["ru"], "en": "C"}), own
        )


def test_half_a_template_never_appears(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[own_templates.OwnTemplate]] = []
    write = atomic.write

    def failing(file: Path, content: bytes) -> None:
        seen.append(own_templates.listed(own))
        if file.name == "ru.toml":
            raise StorageError("the disk is full")
        write(file, content)

    monkeypatch.setattr(atomic, "write", failing)
    with pytest.raises(StorageError):
        own_templates.save(named(), own)
    assert seen == [[]] * len(seen)
    assert len(seen) > 1
    assert list(own.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MouError, match="file"):
        own_templates.save(named(), tmp_path / "file")


def test_a_broken_template_is_listed_with_its_error(own: Path) -> None:
    own_templates.save(named(), own)
    shutil.copytree(own / "museums", own / "broken")
    (own / "broken" / "kk.toml").unlink()
    (own / "empty").mkdir()
    (own / ".museums-0f3a").mkdir()
    (own / "readme.txt").write_text("no template")
    broken, empty, good = own_templates.listed(own)
    assert good.template == named()
    assert "broken/kk.toml: cannot be read" in str(broken.error)
    assert "empty/template.toml: cannot be read" in str(empty.error)
    with pytest.raises(TemplateError, match=r"broken/kk.toml"):
        own_templates.find("broken", own)


def test_an_own_template_does_not_hide_the_built_in_one(own: Path) -> None:
    folder = own_templates.save(named("memorandum"), own)
    assert own_templates.find("memorandum", own) is BUILTIN
    assert own_templates.listed(own) == [own_templates.OwnTemplate(folder, named("memorandum"))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Museum reserves, 2026", "museum-reserves-2026"),
        ("Café façade", "cafe-facade"),
        ("Музеи", "template"),
        ("Con", "template-con"),
        ("Memorandum", "memorandum-2"),
        ("x" * 99, "x" * 40),
    ],
)
def test_the_id_is_made_from_the_name(own: Path, name: str, expected: str) -> None:
    assert own_templates.free_id(name, own) == expected


def test_an_id_is_given_once(own: Path) -> None:
    (own / "museums").mkdir(parents=True)
    (own / "museums-2").mkdir()
    assert own_templates.free_id("Museums!", own) == "museums-3"


def test_a_deleted_template_is_gone(own: Path) -> None:
    folder = own_templates.save(named(), own)
    own_templates.delete(folder)
    assert list(own.iterdir()) == []
    with pytest.raises(StorageError, match="no such file or folder"):
        own_templates.delete(folder)
