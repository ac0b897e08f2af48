"""The numbers of the articles, which headings and references follow."""

from mou_desktop.model.slots import ARTICLE
from mou_desktop.model.template import Template


def number(template: Template, path: str) -> int:
    """The printed number of the article that a slot names («article.validity»)."""
    return template.articles.index(path.removeprefix(ARTICLE)) + 1
