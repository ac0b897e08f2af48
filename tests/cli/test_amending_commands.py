"""The commands that write a protocol and the text in force."""

from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from mou_desktop.amend.edited_copy import begin
from mou_desktop.amend.reading import readings
from mou_desktop.cli.main import main
from mou_desktop.model import fields, final, texts
from mou_desktop.model.draft import Draft
from mou_desktop.model.record import SignatureRecord
from mou_desktop.store import drafts
from tests.golden.real_case import amended, mended, signed

Output = pytest.CaptureFixture[str]
NOW = datetime(2026, 5, 5, 12, 0, tzinfo=UTC)
BASE = final.mark(signed(), (), NOW)


class Desk:
    """A folder with the files of a case."""

    def __init__(self, folder: Path, output: Output) -> None:
        self.folder, self._output = folder, output
        self.put("signed.mou", BASE)
        self.put("edited.mou", amended(signed()))

    def put(self, name: str, draft: Draft) -> None:
        drafts.save(draft, self.folder / name)

    def load(self, name: str) -> Draft:
        return drafts.load(self.folder / name)

    def run(self, *words: str) -> int:
        files = (".mou", ".docx")
        named = [str(self.folder / word) if word.endswith(files) else word for word in words]
        return main(named)

    @property
    def printed(self) -> str:
        return self._output.readouterr().out

    @property
    def said(self) -> str:
        return self._output.readouterr().err.replace(f"{self.folder}/", "")


@pytest.fixture
def desk(tmp_path: Path, capsys: Output) -> Desk:
    return Desk(tmp_path, capsys)


def test_an_edited_copy_of_the_window_is_amended_from_but_is_no_agreement(desk: Desk) -> None:
    desk.put("copy.mou", amended(begin(BASE)))
    assert desk.run("amend", "signed.mou", "copy.mou", "--to", "p1.mou") == 1
    assert desk.run("amend", "signed.mou", "edited.mou", "--to", "p2.mou") == 1
    assert desk.load("p1.mou") == desk.load("p2.mou")
    assert desk.run("amend", "copy.mou", "edited.mou", "--to", "p3.mou") == 2
    assert "copy.mou is the edited copy of an agreement; name that one" in desk.said


def test_a_protocol_is_written_and_its_text_consolidated(desk: Desk) -> None:
    assert desk.run("amend", "signed.mou", "edited.mou", "--to", "p1.mou") == 1
    assert desk.said == (
        "mou-desktop: amendments/az.toml: a lawyer has still to confirm the wording of"
        " places.preamble, places.signature\n"
        "mou-desktop: amendments/kk.toml: a lawyer has still to confirm the wording of"
        " places.preamble, places.signature\n"
    )
    assert desk.load("p1.mou").values.number == 1
    desk.put("p1.mou", final.mark(desk.load("p1.mou"), (), NOW))
    assert desk.run("consolidate", "signed.mou", "p1.mou", "--to", "now.mou") == 1
    assert desk.said == (
        "mou-desktop: p1.mou: no signature is recorded; it is not in force yet\n"
        "mou-desktop: amendments/az.toml: a lawyer has still to confirm the wording of"
        " notes.amended, notes.inserted, notes.excluded\n"
        "mou-desktop: amendments/kk.toml: a lawyer has still to confirm the wording of"
        " notes.amended, notes.inserted, notes.excluded\n"
    )
    text = desk.load("now.mou")
    assert text.values.duration_years == 3
    assert readings(text)["en"]["new-1"].number == "9-1"
    assert desk.run("show", "now.mou", "--language", "en") == 0
    assert "\n(as amended by Protocol No. 1)\n" in desk.printed


def test_the_redline_of_the_text_in_force_shows_words_alone(desk: Desk) -> None:
    desk.run("amend", "signed.mou", "edited.mou", "--to", "p1.mou")
    desk.run("consolidate", "signed.mou", "p1.mou", "--to", "now.mou")
    assert desk.run("compare", "signed.mou", "now.mou", "--to", "redline.docx") == 1
    assert "as amended by" not in desk.printed
    word = docx.Document(str(desk.folder / "redline.docx"))
    assert "as amended by" not in "".join(word.element.itertext())
    assert word.element.xpath("count(//w:ins)") > 10


def test_a_simple_protocol_needs_no_word(desk: Desk) -> None:
    desk.put("edited.mou", fields.change(signed(), "duration_years", "3"))
    assert desk.run("amend", "signed.mou", "edited.mou", "--number", "4", "--to", "p.mou") == 0
    assert desk.said == ""
    assert desk.load("p.mou").values.number == 4


def test_protocols_are_applied_in_their_order(desk: Desk) -> None:
    desk.run("amend", "signed.mou", "edited.mou", "--to", "p1.mou")
    desk.run("consolidate", "signed.mou", "p1.mou", "--to", "now.mou")
    desk.put("again.mou", fields.change(desk.load("now.mou"), "duration_years", "9"))
    desk.run("amend", "now.mou", "again.mou", "--to", "p2.mou")
    assert desk.load("p2.mou").values.number == 2
    assert desk.said
    assert desk.run("consolidate", "signed.mou", "p1.mou", "p2.mou", "--to", "both.mou") == 1
    assert readings(desk.load("both.mou")) == readings(desk.load("again.mou"))
    assert desk.said
    assert desk.run("consolidate", "signed.mou", "p2.mou", "p1.mou", "--to", "x.mou") == 2
    assert desk.said == "mou-desktop: protocol № 2 is out of order: protocol № 1 comes before it\n"
    assert not (desk.folder / "x.mou").exists()


def test_the_text_of_any_day(desk: Desk) -> None:
    desk.run("amend", "signed.mou", "edited.mou", "--to", "p1.mou")
    record = SignatureRecord("2027-02-03", "Ganja", ("A", "B"))
    done = final.record(final.mark(desk.load("p1.mou"), (), NOW), record, NOW)
    desk.put("p1.mou", done)
    desk.put("mended.mou", mended(signed()))
    desk.run("amend", "--correct", "signed.mou", "mended.mou", "--to", "c1.mou")
    both = ("signed.mou", "p1.mou", "c1.mou")
    for day, years in (("2027-02-02", 5), ("2027-02-03", 3)):
        code = desk.run("consolidate", *both, "--on", day, "--overwrite", "--to", "then.mou")
        assert code == 1
        text = desk.load("then.mou")
        assert text.values.duration_years == years
        assert "Указанная информация" in readings(text)["ru"]["information"].text
    assert "c1.mou is not marked as final" in desk.said


def test_words_that_were_changed_by_hand_are_told_of(desk: Desk) -> None:
    desk.put("edited.mou", fields.change(signed(), "duration_years", "3"))
    desk.run("amend", "signed.mou", "edited.mou", "--to", "p.mou")
    draft = desk.load("p.mou")
    wording = [
        text.replace("3 (трёх)", "4 (четырёх)") for text in texts.paragraphs(draft, "ru", "changes")
    ]
    desk.put("p.mou", final.mark(texts.rewrite(draft, "ru", "changes", tuple(wording)), (), NOW))
    assert desk.run("consolidate", "signed.mou", "p.mou", "--to", "now.mou") == 1
    assert "p.mou: its amendments were worded by hand (ru); compare the text" in desk.said
    assert desk.load("now.mou").values.duration_years == 3


def test_articles_are_renumbered_when_asked_for(desk: Desk) -> None:
    desk.run("amend", "signed.mou", "edited.mou", "--renumber", "--to", "p.mou")
    record = desk.load("p.mou").protocol
    assert record is not None
    assert "9-1" not in {each.number for each in record.amendments}


def test_what_does_not_correspond_is_named(desk: Desk) -> None:
    one = texts.rewrite(signed(), "ru", "projects", ("По каждому проекту заключается договор.",))
    desk.put("edited.mou", one)
    assert desk.run("amend", "signed.mou", "edited.mou", "--to", "p.mou") == 1
    said = desk.said.replace("\N{NO-BREAK SPACE}", " ")
    assert said == (
        "mou-desktop: changed in ru and not in the versions beside: errors found after signature"
        " are corrected, not amended; for that add --correct\n"
        "mou-desktop: Статья 6: nothing corresponds in az, kk, en; write it too\n"
    )


def test_errors_are_corrected_in_the_versions_that_have_them(desk: Desk) -> None:
    desk.put("edited.mou", mended(signed()))
    assert desk.run("amend", "signed.mou", "edited.mou", "--to", "p.mou") == 1
    assert "changed in az, kk, ru and not in the versions beside" in desk.said
    assert desk.run("amend", "--correct", "signed.mou", "edited.mou", "--to", "c.mou") == 1
    said = desk.said
    assert "nothing corresponds" not in said
    assert (
        "amendments/kk.toml: a lawyer has still to confirm the wording of correction.item" in said
    )
    assert (
        "templates/correction/ru.toml: a lawyer has still to confirm the wording of title,"
        " preamble, changes, force, testimonium\n" in said
    )
    draft = desk.load("c.mou")
    assert drafts.kind(draft) == "correction"
    assert draft.values.number == 1
    assert desk.run("export", "c.mou", "--to", str(desk.folder / "out")) == 0
    assert len(list((desk.folder / "out").iterdir())) == 4


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("amend", "signed.mou", "signed.mou", "--to", "p.mou"), "nothing was changed"),
        (("amend", "signed.mou", "edited.mou", "--to", "signed.mou"), "exists already; to replace"),
        (("amend", "signed.mou", "none.mou", "--to", "p.mou"), "none.mou"),
        (("amend", "protocol.mou", "edited.mou", "--to", "p.mou"), "protocol.mou amends another"),
        (("amend", "signed.mou", "protocol.mou", "--to", "p.mou"), "a protocol or a correction"),
        (("amend", "signed.mou", "edited.mou", "--number", "0", "--to", "p.mou"), "number: “0” is"),
        (
            ("amend", "--correct", "--renumber", "signed.mou", "edited.mou", "--to", "p.mou"),
            "a correction does not renumber articles",
        ),
        (("amend", "changed.mou", "edited.mou", "--to", "p.mou"), "was changed since"),
        (("consolidate", "signed.mou", "edited.mou", "--to", "x.mou"), "this is no protocol"),
        (("consolidate", "other.mou", "protocol.mou", "--to", "x.mou"), "№ 1 does not fit: "),
        (
            ("consolidate", "signed.mou", "protocol.mou", "--only-signed", "--to", "x.mou"),
            "protocol № 1 is not signed",
        ),
        (
            ("consolidate", "signed.mou", "protocol.mou", "--on", "2027-02-03", "--to", "x.mou"),
            "protocol № 1 is not signed, so nobody knows since when it is in force",
        ),
        (
            ("consolidate", "signed.mou", "protocol.mou", "--on", "3.2.2027", "--to", "x.mou"),
            "argument --on: invalid day value: '3.2.2027'",
        ),
        (("consolidate", "signed.mou", "--to", "x.mou"), "see: mou-desktop consolidate -h"),
    ],
)  # fmt: skip
def test_refusals_leave_nothing_behind(desk: Desk, words: tuple[str, ...], says: str) -> None:
    desk.run("amend", "signed.mou", "edited.mou", "--to", "protocol.mou")
    other = texts.rewrite(signed(), "en", "information", ("Other words.",))
    desk.put("other.mou", other)
    desk.put("changed.mou", fields.change(BASE, "copies", "6"))
    assert desk.said
    before = {file.name: file.read_bytes() for file in desk.folder.iterdir()}
    assert desk.run(*words) == 2
    said = desk.said
    assert says in said
    assert said.count("\n") == 1
    assert {file.name: file.read_bytes() for file in desk.folder.iterdir()} == before
