"""The officer's own templates: a folder with a folder for each, in the files of `templates`."""

import os
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from mou_desktop.errors import TemplateError
from mou_desktop.model.template import Template
from mou_desktop.store import atomic, templates

LISTED_LIMIT = 200
_OTHER = re.compile(r"[^a-z0-9]+")
_ID_LENGTH = 40
# Windows gives no file such a short name as «con» or «lpt1».
_SHORT = 5


class OwnTemplate(NamedTuple):
    """A template of the officer's, or what is wrong with it."""

    folder: Path
    template: Template | None
    error: TemplateError | None = None


def listed(own: Path) -> list[OwnTemplate]:
    """Every own template in the folder `own`, broken ones included, by name of their folder."""
    return [_read(folder) for folder in _folders(own)]


def find(template_id: str, own: Path) -> Template:
    """A built-in template, or an own one. Raises `TemplateError` when there is none, or it is
    broken.
    """
    if template_id in (builtin := [folder.name for folder in templates.builtin_folders()]):
        return templates.builtin(template_id)
    known = listed(own)
    for each in known:
        if each.template is not None and each.template.id == template_id:
            return each.template
    for each in known:
        if each.error is not None and each.folder.name == template_id:
            raise each.error
    ids = builtin + [each.template.id for each in known if each.template is not None]
    raise TemplateError(
        "no template “{id}”; there are: {known}", id=template_id, known=", ".join(ids)
    )


def taken_names(own: Path) -> dict[str, set[str]]:
    """The names of all templates, by language."""
    known = [templates.builtin(folder.name) for folder in templates.builtin_folders()]
    known += [each.template for each in listed(own) if each.template is not None]
    taken: dict[str, set[str]] = {}
    for template in known:
        for tag, name in template.names.items():
            taken.setdefault(tag, set()).add(name)
    return taken


def free_id(name: str, own: Path) -> str:
    """An id for a template of this name, which no other has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    stem = _OTHER.sub("-", plain.lower())[:_ID_LENGTH].strip("-")
    if len(stem) < _SHORT:
        stem = f"template-{stem}".strip("-")
    taken = {folder.name.lower() for folder in (*templates.builtin_folders(), *_folders(own))}
    numbers = range(2, len(taken) + 3)
    candidates = [stem, *(f"{stem}-{number}" for number in numbers)]
    return next(each for each in candidates if each not in taken)


def save(template: Template, own: Path) -> Path:
    """Put a new template into the folder `own`, whole or not at all; gives its folder. Raises
    `TemplateError` when it is not usable or a name is taken, and `StorageError`.
    """
    templates.validate(template, template.id)
    _require_free(template, own)
    folder = own / template.id
    try:
        own.mkdir(parents=True, exist_ok=True)
        aside = own / f".{template.id}-{os.urandom(6).hex()}"
        aside.mkdir()
        try:
            _write(template, aside)
            aside.rename(folder)
        except BaseException:
            import shutil  # (the window opens sooner without)

            shutil.rmtree(aside, ignore_errors=True)
            raise
        atomic.sync_folder(own)
    except OSError as error:
        raise atomic.storage_error(folder, error) from error
    return folder


def delete(folder: Path) -> None:
    """Take an own template away. Raises `StorageError`."""
    import shutil  # (the same)

    try:
        if folder.is_symlink():
            folder.unlink()
            return
        aside = folder.with_name(f".{folder.name}-{os.urandom(6).hex()}")
        folder.rename(aside)
        shutil.rmtree(aside)
    except OSError as error:
        raise atomic.storage_error(folder, error) from error


def _folders(own: Path) -> list[Path]:
    """Where templates are, or should be; what begins with a point is none yet, or none any more."""
    try:
        inside = sorted(own.iterdir())
    except OSError:
        return []
    found = [each for each in inside if not each.name.startswith(".") and each.is_dir()]
    return found[:LISTED_LIMIT]


def _read(folder: Path) -> OwnTemplate:
    try:
        return OwnTemplate(folder, templates.load(folder))
    except TemplateError as error:
        return OwnTemplate(folder, None, error)


def _require_free(template: Template, own: Path) -> None:
    taken = taken_names(own)
    for tag, name in template.names.items():
        if name in taken.get(tag, ()):
            raise TemplateError("there is a template “{name}” already; change the name", name=name)


def _write(template: Template, folder: Path) -> None:
    from mou_desktop.store import template_writing  # (the same)

    for name, content in template_writing.files(template).items():
        atomic.write(folder / name, content.encode("utf-8"))
    if templates.load(folder) != template:
        raise TemplateError("the template “{name}” cannot be written", name=template.id)
