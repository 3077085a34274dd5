"""Deciding who and what is one, as a user types it: case by case, in a review, in a spreadsheet, with journals."""

import csv
import io
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ingest.errors import KgError
from kg.cli.main import kg as command
from kg.decisions.journal import Decision, decide, write_decision
from kg.decisions.opinions import Opinion
from kg.graph.value import Graph
from kg.workspace import Workspace
from tests.conftest import SAMPLE, Kg
from tests.doubtful_samples import write_may

JOURNALIST, TEACHER = "Talidora Ilvane", "Halmuvel Oswen"


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


@pytest.fixture
def unsure(kg: Kg, workspace: Path, tmp_path: Path) -> Path:
    """A workspace whose reports leave at least two questions open."""
    assert kg("ingest", write_may(tmp_path), workspace=workspace).exit_code == 0
    return workspace


def typed(workspace: Path, *arguments: str, keys: str) -> Result:
    return CliRunner().invoke(command, ["-w", str(workspace), *arguments], input=keys)


def graph(workspace: Path) -> Graph:
    return Workspace.open(workspace).graph()


def decision_in(result: Result) -> str:
    found = re.search(r"kg undo (\w{12})", result.output)
    assert found, result.output
    return found[1]


def ids(kg: Kg, workspace: Path, label: str) -> dict[str, list[str]]:
    rows = kg("cypher", f"MATCH (n:{label}) RETURN n.id, n.name ORDER BY n.id", "--format", "csv", workspace=workspace)
    by_name: dict[str, list[str]] = {}
    for id, name in list(csv.reader(io.StringIO(rows.stdout)))[1:]:
        by_name.setdefault(name, []).append(id)
    return by_name


def test_merge_why_and_undo(kg: Kg, workspace: Path) -> None:
    before = graph(workspace)
    result = kg("merge", JOURNALIST, TEACHER, "--why", "one passport", workspace=workspace)
    assert result.exit_code == 0, result.output
    assert len(ids(kg, workspace, "Person").get(TEACHER, [])) == 0 or JOURNALIST not in ids(kg, workspace, "Person")
    answer = kg("why", JOURNALIST, TEACHER, workspace=workspace)
    assert "one in the graph" in answer.output and "one passport" in answer.output
    assert "one passport" in kg("decisions", workspace=workspace).output
    assert kg("check", workspace=workspace).exit_code == 0
    assert kg("undo", decision_in(result), workspace=workspace).exit_code == 0
    assert graph(workspace) == before
    assert "two in the graph" in kg("why", JOURNALIST, TEACHER, workspace=workspace).output
    assert "undone" in kg("decisions", workspace=workspace).output


def test_a_decision_outlives_a_corrected_report(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    one, other = ids(kg, workspace, "Court")["examining court"][:2]
    kg("merge", JOURNALIST, TEACHER, workspace=workspace)
    kg("merge", one, other, workspace=workspace)
    text = (SAMPLE / "2031-03.txt").read_text(encoding="utf-8")
    text = re.sub(r"\[(\d+)\]", lambda note: f"[{int(note[1]) + 1}]", text)
    inserted = "March 1, Velouth, the pensioner Corvannel Ishta was fined for a song[1].\n\nMarch 1, Port Auvren"
    corrected = tmp_path / "corrected.txt"
    corrected.write_text(text.replace("March 1, Port Auvren", inserted, 1), encoding="utf-8")
    result = kg("ingest", corrected, workspace=workspace)
    assert result.exit_code == 0 and "corrected" in result.output
    assert "lost" not in kg("decisions", workspace=workspace).output
    assert "one in the graph" in kg("why", JOURNALIST, TEACHER, workspace=workspace).output
    assert len(ids(kg, workspace, "Court")["examining court"]) == 2


def test_names_may_be_given_at_a_prompt(kg: Kg, workspace: Path) -> None:
    result = typed(workspace, "merge", keys=f"{JOURNALIST}\n{TEACHER}\n")
    assert result.exit_code == 0 and "one thing by decision" in result.output
    assert "one in the graph" in typed(workspace, "why", keys=f"{JOURNALIST}\nnobody at all\n{TEACHER}\n").output


def test_a_mention_is_split_from_its_person(kg: Kg, workspace: Path) -> None:
    listed = kg("why", JOURNALIST, TEACHER, workspace=workspace).output
    mentions = re.findall(r"(person-\w{16}) │ 2031-0\d/\d+ +│ (?:Talidora|Talydora|I\.)", listed)
    assert len(mentions) > 2
    result = kg("split", mentions[0], mentions[1], workspace=workspace)
    assert result.exit_code == 0, result.output
    assert "two in the graph" in kg("why", mentions[0], mentions[1], workspace=workspace).output


def test_why_prints_the_rules_of_two_people_with_their_points(kg: Kg, workspace: Path) -> None:
    listed = kg("why", JOURNALIST, TEACHER, workspace=workspace).output
    assert "Points" not in listed  # their names make them two, so nothing is counted
    first, *_, last = re.findall(r"(person-\w{16}) │ 2031-0\d/\d+ +│ (?:Talidora|Talydora|I\.)", listed)
    counted = re.search(r"Points: (\S+) \((.*?)\)", kg("why", first, last, workspace=workspace).output, re.S)
    assert counted and re.match(r"initial \+1, \S+ [+−]\d", counted[2])
    points = [int(number.replace("−", "-")) for number in re.findall(r" ([+−]?\d+)", counted[2])]
    assert sum(points) == int(counted[1].replace("−", "-"))


def test_bodies_are_merged_and_split_too(kg: Kg, workspace: Path) -> None:
    before, courts = graph(workspace), ids(kg, workspace, "Court")
    one, other = courts["examining court"][:2]
    result = kg("merge", one, other, workspace=workspace)
    assert result.exit_code == 0, result.output
    assert len(ids(kg, workspace, "Court")["examining court"]) == len(courts["examining court"]) - 1
    assert Workspace.open(workspace).resolve(one) == Workspace.open(workspace).resolve(other)
    assert "one in the graph" in kg("why", one, other, workspace=workspace).output
    kg("undo", decision_in(result), workspace=workspace)
    assert graph(workspace) == before
    assert [Workspace.open(workspace).resolve(id) for id in (one, other)] == [one, other]


def test_several_of_one_name_ask_for_the_id(kg: Kg, workspace: Path) -> None:
    one, other = ids(kg, workspace, "Court")["examining court"][:2]
    result = kg("merge", "examining court", other, workspace=workspace)
    assert result.exit_code == 1 and result.exception is not None and one in str(result.exception)
    asked = typed(workspace, "merge", keys=f"examining court\n{one}\n{other}\n")
    assert asked.exit_code == 0 and asked.output.count(one) >= 1 and "by decision" in asked.output


@pytest.mark.parametrize(
    ("b", "said"),
    [
        ("Supreme Court", "different kinds"),
        (JOURNALIST, "twice"),
        ("Nobody Known", "Nothing in the graph has that name"),
    ],
)
def test_what_cannot_be_one_is_said(kg: Kg, workspace: Path, b: str, said: str) -> None:
    courts = ids(kg, workspace, "Person")[JOURNALIST]
    result = kg("merge", courts[0], courts[0] if said == "twice" else b, workspace=workspace)
    assert result.exit_code == 1 and said in str(result.exception)
    assert kg("decisions", workspace=workspace).output.count("person-") == 0


def questions(workspace: Path) -> int:
    return len(Workspace.open(workspace).resolve_reports().resolution.people.questions)


def test_a_review_takes_effect_at_its_end(kg: Kg, unsure: Path) -> None:
    before, number = graph(unsure), questions(unsure)
    assert number >= 2 and f"{number}; answer them with `kg review people`" in kg("status", workspace=unsure).output
    assert typed(unsure, "review", "people", keys="q").exit_code == 0
    assert graph(unsure) == before and Workspace.open(unsure).decisions() == ()
    result = typed(unsure, "review", "people", "--why", "asked them", keys="yzxnuq")
    assert f"Question 1, {number} left" in result.output and f"Question 2, {number - 1} left" in result.output
    assert "y one person" in result.output and "against: in different places" in result.output
    taken = Workspace.open(unsure).decisions()
    assert [(d.verb, d.why) for d in taken] == [("different", "asked them"), ("unsure", "asked them")]
    assert questions(unsure) <= number - 2
    for decision in taken:
        kg("undo", decision.id, workspace=unsure)
    assert graph(unsure) == before and questions(unsure) == number


def test_no_question_left_is_said(kg: Kg, unsure: Path) -> None:
    typed(unsure, "review", "people", keys="n" * questions(unsure) + "q")
    assert questions(unsure) == 0 and "open questions" not in kg("status", workspace=unsure).output
    result = kg("review", "people", workspace=unsure)
    assert result.exit_code == 0 and "no open questions" in result.output


@pytest.mark.parametrize(("keep", "decisions"), [("y", 1), ("n", 0), ("", 0)])
def test_ctrl_c_asks_what_becomes_of_the_answers(
    unsure: Path, monkeypatch: pytest.MonkeyPatch, keep: str, decisions: int
) -> None:
    before = graph(unsure)
    keys = iter("y")

    def pressed(echo: bool = False) -> str:
        key = next(keys, None)
        if key is None:
            raise KeyboardInterrupt
        return key

    runner = CliRunner()
    with runner.isolation(input=f"{keep}\n" if keep else ""):
        monkeypatch.setattr(click, "getchar", pressed)
        arguments = ["-w", str(unsure), "review", "people"]
        if decisions:
            command.main(arguments, standalone_mode=False)
        else:
            with pytest.raises(click.Abort):
                command.main(arguments, standalone_mode=False)
    assert len(Workspace.open(unsure).decisions()) == decisions
    assert (graph(unsure) == before) == (not decisions) and Workspace.open(unsure).check() == []


def test_a_spreadsheet_goes_out_and_comes_back(kg: Kg, unsure: Path, tmp_path: Path) -> None:
    path = tmp_path / "questions.csv"
    result = kg("review", "people", "--export", path, workspace=unsure)
    assert result.exit_code == 0 and path.stat().st_mode & 0o077 == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == questions(unsure)
    rows[0]["answer"], rows[1]["answer"] = "n", "perhaps"
    rows.append({**rows[0], "answer": "y", "a": "person-of-another-month"})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    result = kg("review", "people", "--import", path, workspace=unsure)
    assert result.exit_code == 1
    assert "row 3" in result.output and "no report in force has their words: 1" in result.output
    assert [d.verb for d in Workspace.open(unsure).decisions()] == ["different"]
    again = kg("review", "people", "--import", path, workspace=unsure)
    assert "Decisions recorded: 0" in again.output


def test_journals_are_handed_on_and_merged(
    kg: Kg, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copytree(workspace, tmp_path / "other"))
    ours = decision_in(kg("merge", JOURNALIST, TEACHER, "--why", "one passport", workspace=workspace))
    monkeypatch.setattr("getpass.getuser", lambda: "ben")
    theirs = decision_in(kg("split", JOURNALIST, TEACHER, "--why", "met both", workspace=other))
    journal = tmp_path / "theirs.jsonl"
    assert kg("decisions", "export", journal, workspace=other).exit_code == 0
    assert journal.stat().st_mode & 0o077 == 0
    journal.write_bytes(journal.read_bytes() + journal.read_bytes()[:30])
    result = kg("decisions", "import", journal, workspace=workspace)
    assert result.exit_code == 1 and "line 2" in result.output and "New decisions: 1 (1 different)" in result.output
    listed = kg("decisions", workspace=workspace).output
    assert "one passport" in listed and "met both" in listed
    assert f"contradicted by {theirs}" in listed and f"it contradicts {ours}" in listed
    assert f"{theirs} against {ours}" in kg("status", workspace=workspace).output


def test_a_journal_may_come_before_the_reports(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    kg("merge", JOURNALIST, TEACHER, workspace=workspace)
    journal, new = tmp_path / "journal.jsonl", tmp_path / "new"
    kg("decisions", "export", journal, workspace=workspace)
    assert kg("decisions", "import", journal, workspace=new).exit_code == 0
    assert "no report 2031-03 is in force" in kg("decisions", workspace=new).output
    assert kg("ingest", SAMPLE, workspace=new).exit_code == 0
    assert graph(new) == graph(workspace)


def test_lost_decisions_are_said_by_status_and_check(kg: Kg, workspace: Path) -> None:
    decision = decision_in(kg("merge", JOURNALIST, TEACHER, workspace=workspace))
    withdrawn = decision_in(kg("withdraw", "2031-03", workspace=workspace))
    for name in ("status", "check"):
        result = kg(name, workspace=workspace)
        assert result.exit_code == 0 and decision in result.output and "lost decisions" in result.output
    assert "lost: a: no report 2031-03 is in force" in kg("decisions", workspace=workspace).output
    kg("undo", withdrawn, workspace=workspace)
    assert "lost decisions" not in kg("status", workspace=workspace).output


@pytest.mark.parametrize("content", [b"", b"no journal at all\n", b"\x00" * 40])
def test_what_is_no_journal_is_refused(kg: Kg, workspace: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "noise.jsonl"
    path.write_bytes(content)
    result = kg("decisions", "import", path, workspace=workspace)
    assert result.exit_code == 1 and "has no decisions" in str(result.exception)


def test_a_foreign_journal_cannot_steer_the_terminal(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    journal = tmp_path / "theirs.jsonl"
    journal.write_bytes(write_decision(decide("note", {}, "eve\x1b[2J", "[bold]\x1b]0;owned\x07 [/bold]")))
    assert kg("decisions", "import", journal, workspace=workspace).exit_code == 0
    listed = kg("decisions", workspace=workspace).output
    assert "owned" in listed and "[bold]" in listed and "\x1b" not in listed and "\x07" not in listed


def test_the_journal_is_not_written_over(kg: Kg, unsure: Path) -> None:
    kg("merge", JOURNALIST, TEACHER, workspace=unsure)
    journal = unsure / "decisions.jsonl"
    before = journal.read_bytes()
    for arguments in (("decisions", "export", journal), ("review", "people", "--export", journal)):
        result = kg(*arguments, workspace=unsure)
        assert result.exit_code == 1 and "belongs to the workspace" in str(result.exception)
    assert journal.read_bytes() == before


def test_a_journal_that_an_editor_put_a_mark_before_is_read(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    journal = tmp_path / "theirs.jsonl"
    journal.write_bytes(b"\xef\xbb\xbf" + write_decision(decide("note", {}, "eve", "seen")))
    assert kg("decisions", "import", journal, workspace=workspace).exit_code == 0


def press(monkeypatch: pytest.MonkeyPatch, *pressed: str) -> None:
    keys = iter(pressed)
    monkeypatch.setattr(click, "getchar", lambda echo=False: next(keys))


def test_a_key_of_another_layout_is_said_and_keys_typed_ahead_answer_nothing_unseen(
    kg: Kg, unsure: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CliRunner().isolation() as (_, said, _):
        press(monkeypatch, "н", "\x1b[A", "nnnn", "q")
        command.main(["-w", str(unsure), "review", "people"], standalone_mode=False)
        output = said.getvalue().decode()
    assert output.count("Unknown key") == 2 and "Latin letters" in output
    assert [d.verb for d in Workspace.open(unsure).decisions()] == ["different"]


def test_without_a_terminal_a_review_points_at_the_spreadsheet(
    kg: Kg, unsure: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(echo: bool = False) -> str:
        raise OSError(6, "No such device or address", "/dev/tty")

    with CliRunner().isolation():
        monkeypatch.setattr(click, "getchar", closed)
        with pytest.raises(KgError, match=r"needs a terminal.*--export"):
            command.main(["-w", str(unsure), "review", "people"], standalone_mode=False)


@pytest.mark.parametrize("hindrance", [KgError("The disk is full."), KeyboardInterrupt()])
def test_answers_are_not_lost_where_they_cannot_be_taken_at_once(
    unsure: Path, monkeypatch: pytest.MonkeyPatch, hindrance: BaseException
) -> None:
    judge, hindrances = Workspace.judge, [hindrance]

    def hindered(self: Workspace, opinions: Sequence[Opinion], who: str = "") -> tuple[Decision, ...]:
        if hindrances:
            raise hindrances.pop()
        return judge(self, opinions, who)

    monkeypatch.setattr(Workspace, "judge", hindered)
    with CliRunner().isolation(input="y\n"):
        press(monkeypatch, "n", "q")
        command.main(["-w", str(unsure), "review", "people"], standalone_mode=False)
    assert [d.verb for d in Workspace.open(unsure).decisions()] == ["different"]


def test_rows_about_no_two_people_are_left_out_and_the_rest_is_taken(kg: Kg, unsure: Path, tmp_path: Path) -> None:
    path = tmp_path / "questions.csv"
    kg("review", "people", "--export", path, workspace=unsure)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    court = next(q.id for q in Workspace.open(unsure).resolve_reports().mentions.by_id.values() if q.label == "Court")
    lines = [f"y,{rows[0]['a']},{court}", f"y,{rows[0]['a']},{rows[0]['a']}", f"n,{rows[1]['a']},{rows[1]['b']}"]
    path.write_text("\n".join(["answer,a,b", *lines]), encoding="utf-8")
    result = kg("review", "people", "--import", path, workspace=unsure)
    assert result.exit_code == 1 and "has their words: 1" in result.output and "row 3" in result.output
    assert [d.verb for d in Workspace.open(unsure).decisions()] == ["different"]


def test_an_old_id_leads_to_the_thing_it_became_and_an_export_spares_the_journal(
    kg: Kg, workspace: Path, tmp_path: Path
) -> None:
    with Workspace.open(workspace).reader() as store:
        ids = dict(store.query("MATCH (p:Person) RETURN p.name, p.id").rows)
    first, second = ids[JOURNALIST], ids[TEACHER]
    assert kg("merge", first, second, "--why", "one pen", workspace=workspace).exit_code == 0
    pages = [kg("show", id, workspace=workspace) for id in (first, second)]
    assert [page.exit_code for page in pages] == [0, 0]
    assert pages[0].stdout == pages[1].stdout
    picture = tmp_path / "around.html"
    assert kg("view", "--around", second, "-o", picture, workspace=workspace).exit_code == 0
    journal = workspace / "decisions.jsonl"
    before = journal.read_bytes()
    for writing in (("export", "facts", "--profile", "full"), ("export", "rdf"), ("view", "--around", first)):
        assert kg(*writing, "-o", journal, workspace=workspace).exit_code == 1
    assert journal.read_bytes() == before
