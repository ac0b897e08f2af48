"""Changes of returned files that the officer did not want; kept in the draft by their keys, so that
nobody has to look at them twice.

A key belongs to the text of the returned version, too: what the other side proposes again, in a
text that reads otherwise, is to be looked at again.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from mou_desktop.errors import FieldError
from mou_desktop.model.draft import Draft

KEYS_LIMIT = 10_000
_KEY = re.compile(r"[0-9a-f]{32}")


def decline(draft: Draft, keys: Iterable[str]) -> Draft:
    """The draft with these changes declined. Raises `FieldError` when there are too many."""
    declined = tuple(dict.fromkeys((*draft.declined, *keys)))
    if len(declined) > KEYS_LIMIT:
        raise FieldError("{limit} changes are rejected already", limit=KEYS_LIMIT)
    return replace(draft, declined=declined)


def reconsider(draft: Draft, keys: Iterable[str]) -> Draft:
    """The draft in which these changes are open again."""
    wanted = frozenset(keys)
    return replace(draft, declined=tuple(each for each in draft.declined if each not in wanted))


def require_sound(draft: Draft) -> None:
    """Raises `FieldError` when what was read from a file could not have been declined here."""
    if len(draft.declined) > KEYS_LIMIT or not all(map(_KEY.fullmatch, draft.declined)):
        raise FieldError("what was rejected cannot be read")
