"""A sample of what `benchmarks/fuzz_intake.py` tries: damaged files harm nobody, lose nothing."""

import pytest

pytest.importorskip("resource", reason="the benchmark limits memory as Unix does")

from benchmarks import fuzz_intake

# The first files, and those that showed a fault once.
SAMPLE = [*range(72), 611, 626, 1134, 1638, 3031, 3186, 3775, 3895, 5275, 5319, 5491, 5538, 6655]


@pytest.mark.parametrize("number", SAMPLE)
def test_a_damaged_file_is_read_whole_or_refused(number: int) -> None:
    assert fuzz_intake.outcome_of(number).fault == ""


def test_a_file_can_be_made_again() -> None:
    assert fuzz_intake.damaged(5) == fuzz_intake.damaged(5)
    assert fuzz_intake.damaged(5) != fuzz_intake.damaged(9)
