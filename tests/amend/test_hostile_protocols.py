"""Protocols whose files somebody has altered: each is refused, or told as one that does not fit."""

import json
from random import Random
from typing import Any

import pytest

from mou_desktop.amend import chain
from mou_desktop.amend.protocol import correction, protocol
from mou_desktop.errors import DraftError, MouError
from mou_desktop.store import drafts
from tests.golden.consolidated import BASE
from tests.golden.real_case import amended, mended, signed

FILES = [
    drafts.dumps(protocol(BASE, amended(signed()))),
    drafts.dumps(correction(BASE, mended(signed()))),
]
ODD: tuple[Any, ...] = ("", " ", "0", "9-", "title", "signature", "x" * 50, 0, -1, 99, [], {}, None)


@pytest.mark.parametrize(
    ("technique", "change"),
    [
        ("replace", {"was": []}),
        ("replace", {"becomes": []}),
        ("replace", {"was": [""]}),
        ("insert", {"becomes": [""]}),
        ("exclude", {"becomes": ["more"]}),
        ("renumber", {"was": ["1", "2"], "becomes": ["3"]}),
        ("renumber", {"was": ["1"], "becomes": ["IX"]}),
        ("throughout", {"forms": [["", "x"]]}),
    ],
)
def test_an_amendment_that_cannot_be_one_is_refused(technique: str, change: dict[str, Any]) -> None:
    data = json.loads(FILES[0])
    first = data["protocol"]["amendments"][0]
    first["technique"] = technique
    first["wordings"] = {"en": {"was": ["a"], "becomes": ["b"], "forms": [], **change}}
    with pytest.raises(DraftError, match="is damaged: protocol: "):
        drafts.loads(json.dumps(data).encode(), "p.mou")


@pytest.mark.parametrize("change", [{"wordings": {}}, {"number": "IX"}, {"paragraph": -1}])
def test_so_is_one_of_no_place(change: dict[str, Any]) -> None:
    data = json.loads(FILES[0])
    data["protocol"]["amendments"][0].update(change)
    with pytest.raises(DraftError, match="is damaged: protocol: "):
        drafts.loads(json.dumps(data).encode(), "p.mou")


@pytest.mark.parametrize("start", range(0, 40, 10))
def test_whatever_is_altered_the_chain_tells_of_it(start: int) -> None:
    for seed in range(start, start + 10):
        altered = _altered(seed)
        try:
            draft = drafts.loads(altered, "p.mou")
        except MouError:
            continue
        found = chain.of(BASE, [("p", draft)])
        assert len(found.links) + len(found.misfits) == 1
        chain.related(BASE, [("p", draft)])


def _altered(seed: int) -> bytes:
    """A file of which a few values are others, mostly of what is amended."""
    chance = Random(seed)
    data = json.loads(chance.choice(FILES))
    for _ in range(chance.randint(1, 3)):
        part: Any = data["protocol"]
        path = chance.choice(["amendments", "amendments", "amendments", "before", "after"])
        while True:
            inner = part[path]
            if not isinstance(inner, dict | list) or not inner or chance.random() < 0.08:
                break
            part, path = (
                inner,
                chance.choice([*(inner if isinstance(inner, dict) else range(len(inner)))]),
            )
        part[path] = chance.choice(ODD)
    return json.dumps(data).encode()
