"""A form with the words around it, as the form's row shows it."""

from mou_desktop.model.document import Gap
from mou_desktop.model.fields import change
from mou_desktop.render.assemble import render
from mou_desktop.render.forms import shown
from mou_desktop.render.usage import InSentence, sentences
from mou_desktop.store import examples

EXAMPLE = examples.load("memorandum")
RU = render(EXAMPLE, "ru")


def test_words_before_and_after() -> None:
    found = sentences(RU.blocks).get(("parties.0.signatory.name.ru", "genitive"))
    assert found == InSentence(
        "…Республики, в лице директора ",
        "Вусала Алиева",
        ", и Республиканское государственное казённое…",
        None,
    )


def test_a_line_of_the_title_is_read_with_its_neighbours() -> None:
    found = sentences(RU.blocks).get(("parties.0.name.ru", "instrumental"))
    assert found is not None
    assert found.before.endswith("сотрудничестве между ")
    assert found.text.startswith("Гянджинским государственным")
    assert found.text.endswith("Азербайджанской Республики")
    assert found.after.startswith(" и ")


def test_a_line_of_the_signatures_stands_alone() -> None:
    found = sentences(RU.blocks).get(("parties.1.signatory.name.ru", "initials"))
    assert found is not None
    assert (found.before, found.after) == ("____________ ", "")


def test_a_form_that_the_version_does_without() -> None:
    assert sentences(RU.blocks).get(("parties.0.name.ru", "dative")) is None


def test_the_doubt_of_a_form() -> None:
    draft = change(EXAMPLE, "parties.0.signatory.name.ru", "X")
    found = sentences(render(draft, "ru").blocks).get(("parties.0.signatory.name.ru", "genitive"))
    assert found is not None
    assert found.gap is Gap.UNSURE


def test_a_short_names_form_is_shown_though_only_its_bold_is_seen() -> None:
    path = "parties.0.short_name.ru"
    found = shown(EXAMPLE, sentences(RU.blocks), path, "instrumental")
    expected = "Гянджинским государственным историко-культурным заповедником"
    assert found == InSentence("", expected, "", None)
    assert shown(change(EXAMPLE, path, ""), sentences(RU.blocks), path, "instrumental") is None
