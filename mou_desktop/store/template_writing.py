"""A template as the files that `templates.load` reads, laid out for people who edit them."""

import json
from collections.abc import Iterable, Iterator, Mapping

from mou_desktop.model.template import FieldSpec, Template, VersionText
from mou_desktop.store.templates import HEAD


def files(template: Template) -> dict[str, str]:
    """The content of each file of the template's folder, by name."""
    written = {HEAD: _lines(_head(template))}
    for tag, text in template.texts.items():
        written[f"{tag}.toml"] = _lines(_version(text))
    return written


def _head(template: Template) -> Iterator[str]:
    yield f"id = {_text(template.id)}"
    yield f"version = {template.version}"
    yield f"parties = {template.parties}"
    yield f"languages = [{', '.join(map(_text, template.languages))}]"
    yield from _list("articles", map(_text, template.articles))
    yield from _list("fields", map(_field, template.fields))
    yield ""
    yield from _table("names", template.names)


def _version(text: VersionText) -> Iterator[str]:
    yield from _list("title", map(_text, text.title))
    yield f"heading = {_text(text.heading)}"
    yield from _list("preamble", map(_text, text.preamble))
    yield ""
    yield "[articles]"
    for article, paragraphs in text.articles.items():
        yield from _list(article, map(_text, paragraphs))
    for signer in text.signature:
        yield ""
        yield "[[signature]]"
        for key in ("party", "position", "name", "second_position", "second_name", "seal"):
            if text := getattr(signer, key):
                yield f"{key} = {_text(text)}"
        if signer.details:
            yield from _list("details", map(_text, signer.details))


def _field(spec: FieldSpec) -> str:
    pairs = [f"path = {_text(spec.path)}", f"kind = {_text(spec.kind)}"]
    pairs += [f"{key} = true" for key in ("per_language", "required") if getattr(spec, key)]
    return f"{{ {', '.join(pairs)} }}"


def _table(name: str, texts: Mapping[str, str]) -> Iterator[str]:
    yield f"[{name}]"
    yield from (f"{key} = {_text(text)}" for key, text in texts.items())


def _list(key: str, values: Iterable[str]) -> Iterator[str]:
    yield f"{key} = ["
    yield from (f"    {value}," for value in values)
    yield "]"


def _text(text: str) -> str:
    """A TOML basic string: what JSON escapes is escaped alike there, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
