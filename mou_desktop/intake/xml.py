"""XML of unknown origin: no entities, no document type, no network, bounded size and depth."""

from lxml import etree

from mou_desktop.errors import IntakeError

# Opening marks and attributes: each becomes an object in memory.
MARKS_LIMIT = 2_000_000
_DEFINES = [
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
]


def parse(content: bytes, name: str) -> etree._Element:
    """The root of a document; `name` is what messages call the file. Raises `IntakeError`."""
    if content.count(b"<") + content.count(b"=") > MARKS_LIMIT:
        raise IntakeError(
            "{file} is too large to be an agreement when it is unpacked; "
            "take out the pictures and save it anew",
            file=name,
        )
    if any(mark in content for mark in _DEFINES):
        raise _hostile(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "depth" in str(error).lower():
            raise IntakeError(
                "{file} is nested too deeply to be an agreement; save it anew in Word", file=name
            ) from error
        raise IntakeError(
            "{file} is damaged or incomplete; ask for it again, or save it anew in Word", file=name
        ) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise _hostile(name)
    return root


def _hostile(name: str) -> IntakeError:
    return IntakeError(
        "{file} defines XML entities, which no word processor does; it was not read", file=name
    )
