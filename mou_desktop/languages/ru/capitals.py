"""Takes a position; gives it as it is written inside a sentence."""

import re

# The highest offices of a state keep their capital in official texts, «Президент Российской
# Федерации», «Премьер-министр» (Правила русской орфографии и пунктуации, 2006, § 196).
_HIGH_OFFICE = (
    r"Президент\w* (?:\w+ой )?(?:Республики|Федерации|Казахстана|Азербайджана|России|Турции"
    r"|Узбекистана|Кыргызстана|Таджикистана|Туркменистана|Грузии|Беларуси)"
    r"|Премьер-[Мм]инистр\w*"
    r"|Председател\w+ (?:Правительства|(?:Верховного|Конституционного) Суда|Сената|Мажилиса"
    r"|Милли Меджлиса|Парламента|Государственной Думы|Совета Федерации)"
    r"|Генеральн\w+ секретар\w+ (?:ООН|Организации Объедин[её]нных Наций)"
    r"|Чрезвычайн\w+ и Полномочн\w+ "
)


def inside_sentence(position: str) -> str:
    """With a small first letter, unless it is a high office or begins with an abbreviation or
    another word with a capital inside.
    """
    first = re.match(r"\w\S*", position)
    if not first or any(map(str.isupper, first[0][1:])):
        return position
    if re.match(_HIGH_OFFICE, re.sub(r"\s", " ", position)):
        return position
    return position[0].lower() + position[1:]
