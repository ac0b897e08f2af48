"""What must hold of an amendment that comes from a file, so that it can be done and told of."""

from mou_desktop.errors import FieldError
from mou_desktop.model.amendment import WORDS, Amendment, Technique, Wording
from mou_desktop.model.fields import clean
from mou_desktop.model.typed import ARTICLE_NUMBER


def require_sound(amendment: Amendment) -> None:
    """Raises `FieldError` when it cannot be an amendment, whichever text it is made for."""
    numbers = (amendment.number, amendment.after)
    is_sound = (
        amendment.wordings
        and amendment.paragraph >= 0
        and all(ARTICLE_NUMBER.fullmatch(number) for number in numbers if number)
        and all(_is_sound(amendment.technique, each) for each in amendment.wordings.values())
    )
    if not is_sound:
        place = clean(amendment.place) or amendment.technique
        raise FieldError("protocol: {problem}", problem=place)


def _is_sound(technique: Technique, wording: Wording) -> bool:
    was, becomes = wording.was, wording.becomes
    if technique in WORDS:
        new = 0 if technique is Technique.EXCLUDE else 1
        return (len(was), len(becomes)) == (1, new) and all((*was, *becomes))
    if technique is Technique.RENUMBER:
        numbers = map(ARTICLE_NUMBER.fullmatch, (*was, *becomes))
        return len(was) == len(becomes) and all(numbers)
    return all(form for form, _new in wording.forms)
