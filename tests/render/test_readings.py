"""Reading each block once, as long as it is shown."""

from mou_desktop.model.document import Block, Preamble
from mou_desktop.render.readings import Readings


def test_a_block_is_read_again_only_after_it_was_gone() -> None:
    read: list[Block] = []

    def number(block: Block) -> int:
        read.append(block)
        return len(read)

    readings = Readings(number)
    first, second = Preamble(()), Preamble(())
    assert readings.of([first, second]) == [1, 2]
    assert readings.of([second]) == [2]
    assert readings.of([first, second]) == [3, 2]
    assert len(read) == 3
