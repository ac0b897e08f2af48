"""Writes `resources/checks/words`: the words of each language that the program's own texts use.

The checks tell by them what language a word belongs to; more words stand in the tables.
"""

import re
import tomllib

from mou_desktop.languages import registry
from mou_desktop.paths import resources, translations

FOLDER = resources() / "checks" / "words"
_WORD = re.compile(r"[^\W\d_]+")
_MESSAGE = re.compile(r'^msgstr(?:\[\d\])? ((?:"[^\n]*"\n?)+)', re.M)


def own_words(tag: str) -> set[str]:
    """What the templates, the example, the guide and the catalog of a language say."""
    texts = [_guide(tag), _catalog(tag)]
    for folder in (resources() / "templates").iterdir():
        texts.append(" ".join(_strings(tomllib.loads((folder / f"{tag}.toml").read_text("utf-8")))))
    for file in (resources() / "examples").glob("*.toml"):
        data = tomllib.loads(file.read_text("utf-8"))
        values = {**data["fields"], **data["computed"]}
        own = {path: text for path, text in values.items() if f".{tag}" in path}
        texts += [text for path, text in own.items() if ".signatory.name." not in path]
    read = re.sub(r"\{[^}]*\}|`[^`]*`", " ", " ".join(texts))
    lower = registry.language(tag).lower
    return {lower(word) for word in _WORD.findall(read)}


def _guide(tag: str) -> str:
    text = (resources() / "guide" / f"{tag}.md").read_text("utf-8")
    return re.sub(r"\]\([^)]*\)|\*\*", " ", text)


def _catalog(tag: str) -> str:
    file = translations() / tag / "LC_MESSAGES" / "mou_desktop.po"
    messages = _MESSAGE.findall(file.read_text("utf-8").partition("\n\n")[2])
    joined = " ".join(re.sub(r'^"|"$', "", part, flags=re.M) for part in messages)
    return joined.replace("\\n", " ").replace("&", "")


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for each in value for text in _strings(each)] if isinstance(value, list) else []


def main() -> None:
    """Write the lists of all languages."""
    found = {tag: own_words(tag) for tag in registry.tags()}
    for tag, words in found.items():
        file = FOLDER / f"{tag}.txt"
        listed = tomllib.loads((resources() / "checks" / f"{tag}.toml").read_text("utf-8"))
        letters = set(listed["letters"])
        kept = sorted(word for word in words if len(word) > 2 and set(word) <= letters)
        file.write_text("\n".join(kept) + "\n", "utf-8")
        print(tag, len(kept))


if __name__ == "__main__":
    main()
