"""Number words."""

from functools import cache


@cache
def words(number: int) -> str:
    """«жиырма бес»."""
    from num2words import num2words

    return str(num2words(number, lang="kz"))
