"""Puts right what LibreOffice writes when the first words of a content control are deleted or put
in with change tracking: `<w:del …><w:sdt>…<w:sdtContent></w:del>`, which is no XML. It reads such
files itself, so nobody who works with it notices.
"""

import re

# A text with more of them was not written by a word processor.
_LIMIT = 1000
# As far before its end as such a tracked change begins.
_REACH = 4000
_SLIP = re.compile(rb"<w:sdtContent>(</w:(del|ins)>)")


def mended(content: bytes) -> bytes:
    """The same part, without tracked changes that hold nothing but the beginning of a control."""
    pieces, done = [], 0
    for number, slip in enumerate(_SLIP.finditer(content)):
        begin = content.rfind(b"<w:%s " % slip[2], max(done, slip.start() - _REACH), slip.start())
        if number == _LIMIT or begin < 0:
            return content
        pieces += [content[done:begin], content[content.index(b">", begin) + 1 : slip.start(1)]]
        done = slip.end()
    return b"".join((*pieces, content[done:]))
