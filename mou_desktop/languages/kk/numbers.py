"""Number words."""

from functools import cache


@cache
def words(number: int) -> str:
    """«жиырма бес»."""
    from num2words import num2words

    return str(num2words(number, lang="kz"))


# What the last word of a number becomes (Қазақ грамматикасы, 2002: the ordinal numerals).
_ORDINALS = {
    "нөл": "нөлінші",
    "бір": "бірінші",
    "екі": "екінші",
    "үш": "үшінші",
    "төрт": "төртінші",
    "бес": "бесінші",
    "алты": "алтыншы",
    "жеті": "жетінші",
    "сегіз": "сегізінші",
    "тоғыз": "тоғызыншы",
    "он": "оныншы",
    "жиырма": "жиырмасыншы",
    "отыз": "отызыншы",
    "қырық": "қырқыншы",
    "елу": "елуінші",
    "алпыс": "алпысыншы",
    "жетпіс": "жетпісінші",
    "сексен": "сексенінші",
    "тоқсан": "тоқсаныншы",
    "жүз": "жүзінші",
    "мың": "мыңыншы",
}


def ordinal_words(number: int) -> str:
    """«жиырма бесінші»."""
    before, space, last = words(number).rpartition(" ")
    return f"{before}{space}{_ORDINALS[last]}"
