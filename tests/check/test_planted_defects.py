"""Of the defects planted into the correct memorandum nearly all are found, and nothing else is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pytest

from mou_desktop.check.run import check
from mou_desktop.model.finding import Finding, Level
from mou_desktop.render.assemble import render_all
from mou_desktop.store import examples
from tests.check.planting import PLANTERS, Planted, Planter, planted

CORRECT = render_all(examples.load("memorandum"))
KNOWN = {(each.code, each.languages, each.place, each.params) for each in check(CORRECT)}
RECALL = PRECISION = 0.95


class Result(NamedTuple):
    """`near` are the findings about the defect, `far` the errors and warnings that are not."""

    defect: Planted
    near: list[Finding]
    far: list[Finding]


def results(planters: Sequence[Planter], seeds: range) -> Iterator[Result]:
    for planter in planters:
        for tag in CORRECT:
            for seed in seeds:
                for defect in planted(CORRECT, planter, tag, seed):
                    yield judged(defect)


def judged(defect: Planted) -> Result:
    new = [
        finding
        for finding in check(defect.documents)
        if (finding.code, finding.languages, finding.place, finding.params) not in KNOWN
    ]
    near = [each for each in new if is_about(each, defect)]
    far = [each for each in new if each.level is not Level.NOTE and not is_about(each, defect)]
    return Result(defect, near, far)


def is_about(finding: Finding, defect: Planted) -> bool:
    return finding.place in defect.places and bool(defect.tags & set(finding.languages))


def require(found: list[Result]) -> None:
    assert found
    missed = [result.defect.what for result in found if not result.near]
    false = [(each.defect.what, each.far) for each in found if each.far]
    serious = sum(
        each.level is not Level.NOTE for result in found for each in (*result.near, *result.far)
    )
    wrong = sum(len(result.far) for result in found)
    assert 1 - len(missed) / len(found) >= RECALL, missed
    assert 1 - wrong / max(serious, 1) >= PRECISION, false


@pytest.mark.parametrize("kind", PLANTERS)
def test_defects_of_each_kind_are_found(kind: str) -> None:
    require(list(results(PLANTERS[kind], range(2))))


@pytest.mark.slow
@pytest.mark.parametrize("tag", CORRECT)
def test_many_defects_of_each_language_are_found(tag: str) -> None:
    every = [planter for planters in PLANTERS.values() for planter in planters]
    found = [
        judged(defect)
        for planter in every
        for seed in range(100, 125)
        for defect in planted(CORRECT, planter, tag, seed)
    ]
    require(found)
