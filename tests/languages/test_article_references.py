"""Articles: the heading and the reference within a sentence."""

import pytest

from mou_desktop.languages.base import NBSP, Kind
from mou_desktop.languages.registry import language, tags


@pytest.mark.parametrize(
    ("tag", "number", "form", "expected"),
    [
        ("ru", 9, "heading", "Статья 9"),
        ("ru", 9, "nominative", "статья 9"),
        ("ru", 9, "genitive", "статьи 9"),
        ("ru", 9, "dative", "статье 9"),
        ("ru", 9, "accusative", "статью 9"),
        ("ru", 9, "instrumental", "статьёй 9"),
        ("ru", 9, "prepositional", "статье 9"),
        ("kk", 9, "heading", "9-бап"),
        ("kk", 9, "nominative", "9-бап"),
        ("kk", 9, "genitive", "9-баптың"),
        ("kk", 9, "dative", "9-бапқа"),
        ("kk", 9, "accusative", "9-бапты"),
        ("kk", 9, "locative", "9-бапта"),
        ("kk", 9, "ablative", "9-баптан"),
        ("kk", 9, "instrumental", "9-баппен"),
        ("kk", 9, "relative", "9-баптағы"),
        ("az", 9, "heading", "Maddə 9"),
        ("az", 9, "nominative", "9-cu maddə"),
        ("az", 9, "genitive", "9-cu maddənin"),
        ("az", 9, "dative", "9-cu maddəyə"),
        ("az", 9, "accusative", "9-cu maddəni"),
        ("az", 9, "locative", "9-cu maddədə"),
        ("az", 9, "ablative", "9-cu maddədən"),
        ("az", 1, "locative", "1-ci maddədə"),
        ("az", 3, "locative", "3-cü maddədə"),
        ("az", 6, "locative", "6-cı maddədə"),
        ("az", 10, "locative", "10-cu maddədə"),
        ("az", 20, "locative", "20-ci maddədə"),
        ("az", 40, "locative", "40-cı maddədə"),
        ("az", 100, "locative", "100-cü maddədə"),
        ("kk", 9, "possessed-nominative", "9-бабы"),
        ("kk", 9, "possessed-genitive", "9-бабының"),
        ("kk", 9, "possessed-dative", "9-бабына"),
        ("kk", 9, "possessed-locative", "9-бабында"),
        ("kk", 9, "possessed-relative", "9-бабындағы"),
        ("az", 7, "possessed-nominative", "7-ci maddəsi"),
        ("az", 7, "possessed-dative", "7-ci maddəsinə"),
        ("az", 7, "possessed-locative", "7-ci maddəsində"),
        ("ru", "9-1", "heading", "Статья 9-1"),
        ("ru", "9-1", "instrumental", "статьёй 9-1"),
        ("kk", "9-1", "instrumental", "9-1-баппен"),
        ("az", "9-1", "heading", "Maddə 9-1"),
        ("az", "9-1", "nominative", "9-1-ci maddə"),
        ("az", "9-13", "locative", "9-13-cü maddədə"),
        ("en", "9-1", "nominative", "Article 9-1"),
        ("en", 9, "heading", "Article 9"),
        ("en", 9, "nominative", "Article 9"),
    ],
)
def test_article(tag: str, number: int | str, form: str, expected: str) -> None:
    assert language(tag).article(number, form) == expected.replace(" ", NBSP)


@pytest.mark.parametrize("tag", tags())
def test_every_form_of_every_article_has_its_number(tag: str) -> None:
    for form in language(tag).forms(Kind.ARTICLE):
        texts = [language(tag).article(number, form) for number in range(1, 1000)]
        assert all(str(number) in text for number, text in enumerate(texts, start=1))


@pytest.mark.parametrize(
    ("tag", "number", "form", "expected"),
    [
        ("ru", 2, "genitive", "абзаца второго"),
        ("ru", 3, "instrumental", "абзацем третьим"),
        ("ru", 2, "accusative", "абзац второй"),
        ("kk", 2, "instrumental", "екінші абзацпен"),
        ("kk", 20, "nominative", "жиырмасыншы абзац"),
        ("kk", 2, "possessed-relative", "екінші абзацындағы"),
        ("az", 2, "nominative", "ikinci hissə"),
        ("az", 2, "possessed-ablative", "ikinci hissəsindən"),
        ("en", 21, "nominative", "twenty-first paragraph"),
    ],
)
def test_paragraph(tag: str, number: int, form: str, expected: str) -> None:
    assert language(tag).paragraph(number, form) == expected
