"""The command `check`."""

import json
from pathlib import Path

import docx
import pytest

from mou_desktop.check.run import check
from mou_desktop.cli import findings
from mou_desktop.cli.main import main
from mou_desktop.export.text import to_text
from mou_desktop.model.acceptance import accept
from mou_desktop.model.fields import change
from mou_desktop.model.finding import Code
from mou_desktop.model.texts import paragraphs, rewrite
from mou_desktop.render.assemble import render_all
from mou_desktop.store import drafts, examples

Output = pytest.CaptureFixture[str]
EXAMPLE = examples.load("memorandum")
KEYS = ["code", "level", "languages", "article", "paragraph", "excerpt", "message"]


def checked(file: Path, capsys: Output) -> list[dict[str, object]]:
    code = main(["check", str(file), "--json"])
    said = capsys.readouterr()
    assert said.err == ""
    found = json.loads(said.out)["findings"]
    assert code == (1 if found else 0)
    return list(found)


def written(file: Path, tag: str, place: str, old: str, new: str) -> None:
    """The example with other words in a place."""
    wording = tuple(text.replace(old, new) for text in paragraphs(EXAMPLE, tag, place))
    drafts.save(rewrite(EXAMPLE, tag, place, wording), file)


def test_the_example_has_nothing_but_notes(tmp_path: Path, capsys: Output) -> None:
    drafts.save(EXAMPLE, tmp_path / "memo.mou")
    found = checked(tmp_path / "memo.mou", capsys)
    assert {each["level"] for each in found} == {"note"}


def test_a_finding_for_other_programs(tmp_path: Path, capsys: Output) -> None:
    written(tmp_path / "memo.mou", "kk", "coordination", "алмасады", "алмасадy")
    found = checked(tmp_path / "memo.mou", capsys)
    assert all(list(each) == KEYS for each in found)
    (mixed,) = [each for each in found if each["code"] == "mixed-script"]
    assert mixed == {
        "code": "mixed-script",
        "level": "error",
        "languages": ["kk"],
        "article": "1",
        "paragraph": 1,
        "excerpt": "…жөнінде ақпарат алмасадy және мәдени мұраны…",
        "message": "“алмасадy” has Latin and Cyrillic letters",
    }


def test_places_that_are_no_articles(tmp_path: Path, capsys: Output) -> None:
    drafts.save(change(EXAMPLE, "parties.0.signatory.name.en", "Vusal Aleyov"), tmp_path / "a.mou")
    found = checked(tmp_path / "a.mou", capsys)
    assert ("preamble", ["en"]) in [(each["article"], each["languages"]) for each in found]


def test_what_is_still_to_be_filled_in(tmp_path: Path, capsys: Output) -> None:
    drafts.save(change(EXAMPLE, "copies", ""), tmp_path / "memo.mou")
    found = checked(tmp_path / "memo.mou", capsys)
    (missing,) = [each for each in found if each["code"] == "value-missing"]
    assert missing["message"] == "copies: nothing is entered"
    assert missing["article"] == "11"


def test_characters_that_nobody_sees_are_found_and_not_refused(
    tmp_path: Path, capsys: Output
) -> None:
    written(tmp_path / "memo.mou", "ru", "disputes", "споры", "споры!")
    file = tmp_path / "memo.mou"
    file.write_text(file.read_text("utf-8").replace("споры!", "спо\u200bры"), "utf-8")
    assert main(["show", str(file), "--language", "ru"]) == 2
    capsys.readouterr()
    assert "invisible-character" in [each["code"] for each in checked(file, capsys)]


def test_what_was_accepted_is_not_said_again(tmp_path: Path, capsys: Output) -> None:
    written(tmp_path / "memo.mou", "kk", "coordination", "алмасады", "алмасадy")
    draft = drafts.load(tmp_path / "memo.mou")
    (mixed,) = [each for each in check(render_all(draft)) if each.code == "mixed-script"]
    drafts.save(accept(draft, mixed, "a quotation"), tmp_path / "memo.mou")
    codes = [each["code"] for each in checked(tmp_path / "memo.mou", capsys)]
    assert "mixed-script" not in codes


def test_a_line_for_each_finding(tmp_path: Path, capsys: Output) -> None:
    written(tmp_path / "memo.mou", "ru", "validity", "{notice_months:accusative}", "2 (два) месяца")
    assert main(["check", str(tmp_path / "memo.mou")]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("error: Article 9 · ru: the versions have") for line in lines)


def test_the_findings_as_a_word_file(tmp_path: Path, capsys: Output) -> None:
    written(tmp_path / "memo.mou", "kk", "coordination", "алмасады", "алмасадy")
    order = ["check", str(tmp_path / "memo.mou"), "--to", str(tmp_path / "report.docx")]
    assert main(order) == 1
    word = docx.Document(str(tmp_path / "report.docx"))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "“алмасадy” has Latin and Cyrillic letters" in cells
    assert "Checked: memo.mou" in [each.text for each in word.paragraphs]
    assert main(order) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert main([*order, "--overwrite"]) == 1


def test_a_file_that_is_no_draft_is_refused(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "memo.mou").write_text("{}")
    assert main(["check", str(tmp_path / "memo.mou")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


class TestForeignFiles:
    """One file that holds all versions, or one file per language."""

    def files(self, folder: Path, *, what: str = "", instead: str = "") -> list[str]:
        """The example as text files, with other words in one of them."""
        names = []
        for tag, document in render_all(EXAMPLE).items():
            file = folder / f"memo-{tag}.txt"
            file.write_text(to_text(document).replace(what or "\0", instead, 1), "utf-8")
            names.append(str(file))
        return names

    def found(self, capsys: Output, *names: str) -> list[dict[str, object]]:
        assert main(["check", "--json", *names]) == 1
        return list(json.loads(capsys.readouterr().out)["findings"])

    def test_a_correct_text_has_only_notes(self, tmp_path: Path, capsys: Output) -> None:
        found = self.found(capsys, *self.files(tmp_path))
        assert {each["level"] for each in found} == {"note"}

    def test_all_versions_in_one_file(self, tmp_path: Path, capsys: Output) -> None:
        texts = [Path(name).read_text("utf-8") for name in self.files(tmp_path)]
        (tmp_path / "all.txt").write_text("\n\n".join(texts), "utf-8")
        found = self.found(capsys, str(tmp_path / "all.txt"))
        assert {each["level"] for each in found} == {"note"}

    @pytest.mark.parametrize(
        ("what", "instead", "code", "article"),
        [
            ("споры", "спо\u200bры", "invisible-character", "8"),
            ("through consultations", "through  consultations", "spaces-doubled", "8"),
            ("в течение 5 (пяти) лет", "в течение 6 (шести) лет", "number-differs", "9"),
            ("____________ Vüsal Alıyev", "____________ Vüsal Aliyev", "signatory-differs", ""),
        ],
    )
    def test_defects_are_found(
        self, tmp_path: Path, capsys: Output, what: str, instead: str, code: str, article: str
    ) -> None:
        found = self.found(capsys, *self.files(tmp_path, what=what, instead=instead))
        assert (code, article or "signature") in [(each["code"], each["article"]) for each in found]

    def test_an_article_that_a_version_lacks(self, tmp_path: Path, capsys: Output) -> None:
        names = self.files(tmp_path)
        file = Path(names[2])
        text = file.read_text("utf-8")
        start, end = text.index("Статья 10"), text.index("Статья 11")
        file.write_text(text[:start] + text[end:], "utf-8")
        found = self.found(capsys, *names)
        assert ("wording-missing", ["ru"]) in [(e["code"], e["languages"]) for e in found]

    def test_a_draft_is_checked_by_itself(self, tmp_path: Path, capsys: Output) -> None:
        drafts.save(EXAMPLE, tmp_path / "memo.mou")
        assert main(["check", str(tmp_path / "memo.mou"), *self.files(tmp_path)]) == 2
        assert "one draft holds all versions" in capsys.readouterr().err


def test_each_code_has_its_words() -> None:
    """One that has not would end in a fault."""
    assert set(findings.TEXTS) == set(Code)


class TestFilesOfTheOtherSide:
    @pytest.fixture
    def theirs(self, tmp_path: Path) -> list[Path]:
        """The example as text files, a version each."""
        files = []
        for tag, document in render_all(EXAMPLE).items():
            files.append(tmp_path / f"theirs-{tag}.txt")
            files[-1].write_text(to_text(document), "utf-8")
        return files

    def codes(self, files: list[Path], capsys: Output) -> list[object]:
        main(["check", *map(str, files), "--json"])
        found = json.loads(capsys.readouterr().out)["findings"]
        return [each["code"] for each in found if each["level"] != "note"]

    def test_a_right_one_has_nothing_but_notes(self, theirs: list[Path], capsys: Output) -> None:
        assert self.codes(theirs, capsys) == []

    def test_all_versions_in_one_word_file(self, tmp_path: Path, capsys: Output) -> None:
        drafts.save(EXAMPLE, tmp_path / "memo.mou")
        arguments = ["--to", str(tmp_path), "--arrange", "combined"]
        assert main(["export", str(tmp_path / "memo.mou"), *arguments]) == 0
        capsys.readouterr()
        assert self.codes([tmp_path / "memo-az-kk-ru-en.docx"], capsys) == []

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("Все споры", "Все спо\u200bры", "invisible-character"),
            ("Все споры", "Все  споры", "spaces-doubled"),
            ("Все споры", "Все спopы", "mixed-script"),
            ("5 (пяти) лет", "5 (четырёх) лет", "words-and-digits"),
            ("Статья 6\n", "Статья 26\n", "article-number"),
            ("Статья 6\n", "Статья 5\n", "article-number"),
            ("Статья 6\n", "Статья 8\n", "article-number"),
            ("Любые изменения", "Any amendments are made in writing. Любые", "foreign-sentence"),
            ("Министерства культуры и информации Республики Казахстан, в лице", "в лице", "*"),
            ("Азербайджанской Республики, в", "Азербайджанской  Республики, в", "spaces-doubled"),
            ("музей-заповедник", "музей–заповедник", "dash-for-hyphen"),
            ("настоящего Меморандума", "настоящего\u2003Меморандума", "invisible-character"),
            ("результаты реализации", "результатыреализации", "spelled-otherwise"),
            ("результаты реализации", "резуль таты реализации", "spelled-otherwise"),
            ("результаты реализации", "резУльтаты реализации", "spelled-otherwise"),
        ],
    )
    def test_what_is_wrong_is_found(
        self, theirs: list[Path], capsys: Output, old: str, new: str, code: str
    ) -> None:
        text = theirs[2].read_text("utf-8")
        assert old in text
        theirs[2].write_text(text.replace(old, new), "utf-8")
        found = self.codes(theirs, capsys)
        assert code in found or (code == "*" and found)

    def test_a_passage_in_another_language_stays_in_its_file(
        self, theirs: list[Path], capsys: Output
    ) -> None:
        others = theirs[3].read_text("utf-8").split("\n\n")
        passage = next(text for text in others if text.startswith("Any amendments"))
        text = theirs[2].read_text("utf-8")
        own = next(each for each in text.split("\n\n") if each.startswith("Любые изменения"))
        theirs[2].write_text(text.replace(own, passage), "utf-8")
        assert "foreign-sentence" in self.codes(theirs, capsys)

    def test_articles_in_another_order(self, theirs: list[Path], capsys: Output) -> None:
        parts = theirs[2].read_text("utf-8").split("Статья ")
        parts[4], parts[5] = parts[5], parts[4]
        theirs[2].write_text("Статья ".join(parts), "utf-8")
        assert self.codes(theirs, capsys) == ["article-number"]

    def test_a_draft_is_not_checked_with_others(self, theirs: list[Path], capsys: Output) -> None:
        assert main(["check", str(theirs[0]), "memo.mou"]) == 2
        assert "check memo.mou by itself" in capsys.readouterr().err
