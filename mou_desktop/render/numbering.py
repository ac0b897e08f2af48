"""The numbers of the articles, which headings and references follow."""

from mou_desktop.model.draft import Draft
from mou_desktop.model.slots import ARTICLE


def number(draft: Draft, path: str) -> int:
    """The printed number of the article that a slot names («article.validity»)."""
    return draft.articles.index(path.removeprefix(ARTICLE)) + 1
