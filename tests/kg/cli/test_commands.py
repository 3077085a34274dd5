"""Every command on the sample, as a user types it: what it prints, what it writes, how it ends."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli.main import kg as command
from queries.catalogue import load_queries
from tests.conftest import SAMPLE, Kg

PROGRAM = Path(sys.executable).with_name("kg")


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def test_every_command_has_help_with_an_example() -> None:
    context = click.Context(command)
    names = command.list_commands(context)
    assert {"status", "query", "show", "ingest"} <= set(names)
    for name in names:
        sub = command.get_command(context, name)
        assert sub is not None and sub.name == name
        assert "Example: kg" in (sub.help or ""), name
        for nested, inner in getattr(sub, "commands", {}).items():
            assert "Example: kg" in (inner.help or ""), (name, nested)


def test_ingest_says_what_it_read_and_what_it_could_not(kg: Kg, tmp_path: Path) -> None:
    result = kg("ingest", SAMPLE, workspace=tmp_path / "new")
    assert result.exit_code == 0, result.output
    for word in (
        "entries",
        "people",
        "charges",
        "sanctions",
        "courts",
        "facilities",
        "organisations",
        "acts",
        "sources",
    ):
        assert word in result.output
    assert "no date" in result.output and "no address" in result.output and "no footnote" in result.output


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--period", "2030-01"), "Its title says 2031-03; --period makes it 2030-01."),
        (
            ("--jurisdiction", "kazakhstan", "--force"),
            "looks like a report of another country (Republic of Velmoria); it was",
        ),
        (("--period", "2031-03", "--jurisdiction", "velmoria"), ""),
    ],
)
def test_an_option_against_the_text_is_taken_and_said(
    kg: Kg, tmp_path: Path, option: tuple[str, ...], said: str
) -> None:
    result = kg("ingest", SAMPLE / "2031-03.txt", *option, workspace=tmp_path / "new")
    assert result.exit_code == 0
    assert said in result.output and ("Its title" in result.output or "looks like" in result.output) == bool(said)


def test_a_folder_in_a_folder_is_not_searched_and_named(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "reports/older").mkdir(parents=True)
    for source, to in (("2031-03.txt", "reports"), ("2031-04.txt", "reports/older")):
        shutil.copy(SAMPLE / source, tmp_path / to)
    result = kg("ingest", tmp_path / "reports", workspace=tmp_path / "casefile")
    assert result.exit_code == 0
    assert "skipped" in result.output
    assert f"{tmp_path / 'reports/older'}: folders inside a folder are not searched. Give its path" in result.output
    assert kg("ingest", tmp_path / "reports/older", workspace=tmp_path / "casefile").exit_code == 0


def test_the_same_reports_again_change_nothing_and_say_so(kg: Kg, workspace: Path) -> None:
    before = kg("status", workspace=workspace).output
    result = kg("ingest", SAMPLE, workspace=workspace)
    assert result.exit_code == 0
    assert result.output.count("already added") == 2
    assert kg("status", workspace=workspace).output == before


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("empty.txt", b"", "empty"),
        ("noise.txt", bytes(range(256)) * 40, "noise.txt"),
        ("letter.txt", b"Dear all, nothing happened.\n", "letter.txt"),
        ("picture.pdf", b"%PDF-1.4", "picture.pdf"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_nothing_is_written(
    kg: Kg, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = kg("ingest", tmp_path / name, workspace=tmp_path / "new")
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_one_bad_file_among_good_ones_is_exit_code_1(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("not a report", encoding="utf-8")
    result = kg("ingest", SAMPLE / "2031-03.txt", tmp_path / "bad.txt", workspace=tmp_path / "new")
    assert result.exit_code == 1
    assert "bad.txt" in result.output


def test_a_missing_workspace_is_said_in_a_sentence(kg: Kg, tmp_path: Path) -> None:
    result = kg("status", workspace=tmp_path / "nowhere")
    assert result.exit_code != 0
    assert "kg ingest" in str(result.exception)


def test_a_report_is_withdrawn_and_comes_back(kg: Kg, workspace: Path) -> None:
    before = digest(kg, workspace)
    withdrawn = kg("withdraw", "2031-03", "--why", "consent", workspace=workspace)
    decision = re.search(r"kg undo (\S+)`", withdrawn.output)
    assert withdrawn.exit_code == 0 and decision, withdrawn.output
    entries = kg("cypher", "MATCH (e:Entry) RETURN count(e) AS n", "--format", "json", workspace=workspace)
    assert json.loads(entries.output) == [{"n": 50}]
    assert digest(kg, workspace) != before
    assert kg("undo", decision[1], workspace=workspace).exit_code == 0
    assert digest(kg, workspace) == before


def digest(kg: Kg, workspace: Path) -> str:
    """The digest of the whole graph, from `kg status`."""
    found = re.search(r"digest\W+([0-9a-f]{16})", kg("status", workspace=workspace).output)
    assert found
    return found[1]


def test_query_lists_the_saved_queries(kg: Kg, sample_workspace: Path) -> None:
    listed = json.loads(kg("query", "--format", "json", workspace=sample_workspace).output)
    assert {q["name"] for q in listed} == set(load_queries())
    assert all(q["title"] and "parameters" in q for q in listed)


@pytest.mark.parametrize("name", load_queries())
def test_every_saved_query_has_rows_with_its_defaults(kg: Kg, sample_workspace: Path, name: str) -> None:
    result = kg("query", name, "--format", "json", workspace=sample_workspace)
    assert result.exit_code == 0, result.output
    rows = json.loads(result.stdout)
    header = load_queries()[name].header
    assert rows or header.example is None or header.example.given
    assert all(set(header.columns) <= set(row) for row in rows)


def test_a_query_takes_a_person_by_name_in_any_order(kg: Kg, sample_workspace: Path) -> None:
    answers = [
        kg("query", "path_through_system", "--person", person, "--format", "csv", workspace=sample_workspace)
        for person in ("Estridor Lomar", "Lomar Estridor", "lomar estridor")
    ]
    rows = [list(csv.DictReader(io.StringIO(a.stdout))) for a in answers]
    assert rows[0] and rows[0] == rows[1] == rows[2]


def test_an_answer_without_rows_has_its_header(kg: Kg, sample_workspace: Path) -> None:
    ask = ("query", "repeated_targeting", "--format", "csv")
    some = kg(*ask, workspace=sample_workspace).stdout.splitlines()
    none = kg(*ask, "--at-least", "9999", workspace=sample_workspace).stdout.splitlines()
    assert len(some) > 1 and none == some[:1]


def test_an_answer_that_is_cut_says_how_to_see_more(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    cut = kg("query", "repeated_targeting", "--most", "1", workspace=sample_workspace)
    assert "Cut at 1 row: ask for more with --most 2." in cut.output
    assert "Cut" not in kg("query", "repeated_targeting", workspace=sample_workspace).output
    refused = kg("query", "repeated_targeting", "--most", "0", workspace=sample_workspace)
    assert "--most takes a number from 1 on, not 0." in str(refused.exception)


def test_an_unknown_person_or_query_is_said_in_a_sentence(kg: Kg, sample_workspace: Path) -> None:
    unknown = kg("query", "path_through_system", "--person", "Nobody Atall", workspace=sample_workspace)
    assert "No Person of that name" in str(unknown.exception)
    assert kg("query", "no_such_query", workspace=sample_workspace).exit_code == 2


def test_a_renamed_query_runs_and_says_its_name(kg: Kg, sample_workspace: Path) -> None:
    ask = ("query", "refusals_by_administration", "--format", "csv")
    renamed = kg(ask[0], "refusals_by_akimat", *ask[2:], workspace=sample_workspace)
    assert renamed.stdout == kg(*ask, workspace=sample_workspace).stdout
    assert "'refusals_by_akimat' is now called 'refusals_by_administration'." in renamed.stderr


def test_a_workspace_s_own_query_is_found(kg: Kg, workspace: Path) -> None:
    own = workspace / "queries" / "mine.cypher"
    own.parent.mkdir(exist_ok=True)
    own.write_text("// title: Mine\n// learns: How many.\nMATCH (c:Court) RETURN count(c) AS courts", encoding="utf-8")
    assert json.loads(kg("query", "mine", "--format", "json", workspace=workspace).stdout)[0]["courts"] > 0


@pytest.mark.parametrize(
    "text", ["CREATE (:Person {id: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (p:Person) RETURN p"]
)
def test_cypher_only_asks(kg: Kg, sample_workspace: Path, text: str) -> None:
    result = kg("cypher", text, workspace=sample_workspace)
    assert result.exit_code == 1
    assert str(result.exception)


@pytest.mark.parametrize(
    "arguments, drawn",
    [
        (("--query", "tried_together", "--person", "Ombreth Jorvan"), "Perevanta Nerisse"),
        (("--around", "Estridor Lomar", "--hops", "2"), "Estridor Lomar"),
        (("--around", "lomar estridor"), "Estridor Lomar"),
        (("--around", "CC 207"), "CC 207/2"),
    ],
)
def test_view_draws_a_query_and_a_neighbourhood(
    kg: Kg, sample_workspace: Path, tmp_path: Path, arguments: tuple[str, ...], drawn: str
) -> None:
    picture = tmp_path / "picture.html"
    result = kg("view", *arguments, "-o", picture, workspace=sample_workspace)
    assert result.exit_code == 0, result.exception
    assert drawn in picture.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments, name, begins",
    [
        (("--query", "repeated_targeting"), "p.html", b"<!DOCTYPE html>"),
        (("--query", "articles_by_court"), "p.html", b"<!DOCTYPE html>"),
        (("--query", "acts_by_place"), "p.html", b"<!DOCTYPE html>"),
        (("--query", "refusals_by_administration", "--as", "network"), "p.html", b"<!DOCTYPE html>"),
        (("--query", "bodies"), "p.png", b"\x89PNG"),
        (("--query", "hunger_strikes"), "p.html", b"<!DOCTYPE html>"),
        (("--query", "bodies"), "p.svg", b"<?xml"),
    ],
)
def test_view_draws_what_fits_an_answer(
    kg: Kg, sample_workspace: Path, tmp_path: Path, arguments: tuple[str, ...], name: str, begins: bytes
) -> None:
    result = kg("view", *arguments, "-o", tmp_path / name, workspace=sample_workspace)
    assert result.exit_code == 0, result.exception
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_title_says_what_was_asked(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.html"
    arguments = ("path_through_system", "--person", "ombreth jorvan", "--from", "2031")
    result = kg("view", "--query", *arguments, "-o", picture, workspace=sample_workspace)
    assert result.exit_code == 0, result.exception
    assert "path through the system (person Ombreth Jorvan, from 2031)</h1>" in picture.read_text(encoding="utf-8")


def test_the_options_of_a_query_hold_for_its_picture(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    said = []
    for options in ((), ("--to", "2031-03"), ("--at-least", "5")):
        picture = tmp_path / "picture.html"
        result = kg("view", "--query", "shared_charges", *options, "-o", picture, workspace=sample_workspace)
        assert result.exit_code == 0, result.exception
        said.append(result.stderr)
    assert len(set(said)) == 3 and all("things and" in line for line in said)


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("--query", "entries_without_source"), "is a table, and no picture of it would say more"),
        (("--query", "shared_charges", "--as", "map"), "It can be drawn as: network"),
        (("--query", "bodies"), "-o FILE.svg or -o FILE.png"),
        (("--query", "shared_charges", "--at-least", "1000"), "has no rows. Try other options."),
        (("--query", "shared_charges", "--fro", "2031"), "No such option"),
        (("--around", "Estridor Lomar", "--from", "2031"), "No such option"),
        (("--around", "nobody of this name"), "Nothing has this name"),
        (("--query", "shared_charges", "--around", "x"), "Say what to draw"),
    ],
)
def test_view_says_why_it_draws_nothing(
    kg: Kg, sample_workspace: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    picture = tmp_path / "picture.html"
    result = kg("view", *arguments, "-o", picture, workspace=sample_workspace)
    assert result.exit_code != 0 and not picture.exists()
    assert said in f"{result.output}{result.exception}"


@pytest.mark.parametrize("label", ["Case", "Event", "Charge", "Sanction", "Provision", "Stay", "Entry", "Campaign"])
def test_view_draws_around_a_thing_of_any_kind_by_its_id(
    kg: Kg, sample_workspace: Path, tmp_path: Path, label: str
) -> None:
    asked = kg("cypher", f"MATCH (n:{label}) RETURN n.id AS id LIMIT 1", "--format", "json", workspace=sample_workspace)
    id = json.loads(asked.stdout)[0]["id"]
    result = kg("view", "--around", id, "-o", tmp_path / "picture.html", workspace=sample_workspace)
    assert result.exit_code == 0, result.exception


def test_exports_are_written_and_say_that_nothing_is_left_out(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    for kind, name in ((("rdf", "--format", "ntriples"), "graph.nt"), (("facts",), "facts.jsonl")):
        result = kg("export", *kind, "--profile", "full", "-o", tmp_path / name, workspace=sample_workspace)
        assert result.exit_code == 0, result.output
        assert "othing is left out" in result.output
        assert (tmp_path / name).stat().st_size > 10_000
    lines = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 98
    assert all(person["id"] for line in lines for person in line["persons"])


def test_check_and_rebuild(kg: Kg, workspace: Path) -> None:
    assert kg("check", workspace=workspace).exit_code == 0
    for path in (workspace / "graph").rglob("nodes.jsonl"):
        path.write_bytes(path.read_bytes()[:-200])
    damaged = kg("check", workspace=workspace)
    assert damaged.exit_code == 1
    assert "kg rebuild" in damaged.output + str(damaged.exception)
    assert kg("rebuild", workspace=workspace).exit_code == 0
    assert kg("check", workspace=workspace).exit_code == 0


def test_the_command_itself_ends_with_the_documented_codes(sample_workspace: Path, tmp_path: Path) -> None:
    """As a shell sees it: exit codes, one sentence, no traceback."""
    (tmp_path / "empty.txt").touch()
    cases = [
        (["-w", tmp_path / "new", "ingest", tmp_path / "empty.txt"], 2),
        (["-w", tmp_path / "nowhere", "status"], 1),
        (["-w", sample_workspace, "query", "path_through_system", "--person", "Nobody Atall"], 1),
        (["-w", sample_workspace, "no-such-command"], 2),
        (["status", "-w", sample_workspace], 2),
        (["-w", sample_workspace, "status"], 0),
        (["--version"], 0),
    ]
    for arguments, code in cases:
        done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False)
        assert done.returncode == code, (arguments, done.stderr)
        assert "Traceback" not in done.stderr
        assert done.stdout or done.stderr


@pytest.mark.parametrize(
    ("option", "value"), [("-w", "FOLDER"), ("--workspace=casefile", "FOLDER"), ("--store", "URI")]
)
def test_an_option_of_all_commands_behind_one_of_them_is_told_its_place(option: str, value: str) -> None:
    done = subprocess.run([PROGRAM, "status", option], capture_output=True, text=True, check=False)
    name = option.partition("=")[0]
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{name} goes before the command, as in: kg {name} {value} status\n"


@pytest.mark.parametrize("damage", ["changed", "cut", "gone"])
def test_check_finds_a_report_that_is_not_as_it_came(kg: Kg, workspace: Path, damage: str) -> None:
    report = next(p for p in (workspace / "reports").rglob("*") if p.is_file() and p.stat().st_size > 5_000)
    data = report.read_bytes()
    report.unlink()
    if damage != "gone":
        report.write_bytes(data[:-9] if damage == "cut" else b"X" + data[1:])
    assert kg("check", workspace=workspace).exit_code == 1
    assert kg("rebuild", workspace=workspace).exit_code != 0


def test_a_withdrawal_is_not_overruled_by_a_corrected_file(kg: Kg, workspace: Path, tmp_path: Path) -> None:
    withdrawn = kg("withdraw", "2031-03", workspace=workspace)
    corrected = tmp_path / "corrected.txt"
    corrected.write_text((SAMPLE / "2031-03.txt").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    result = kg("ingest", corrected, workspace=workspace)
    decision = re.search(r"kg undo (\S+)`", withdrawn.output)
    assert decision and result.exit_code == 2
    assert f"kg undo {decision[1]}" in result.output


def test_a_faulty_query_of_the_workspace_is_named_and_passed_over(kg: Kg, workspace: Path) -> None:
    own = workspace / "queries"
    own.mkdir(exist_ok=True)
    (own / "broken.cypher").write_bytes(b"\xff\xfe no text")
    listed = kg("query", workspace=workspace)
    assert listed.exit_code == 0 and "broken.cypher" in listed.output and "tried_together" in listed.output
    result = kg("query", "tried_together", workspace=workspace)
    assert result.exit_code == 0 and "Thennor B." in result.output
    (own / "broken.cypher").rename(own / "tried_together.cypher")
    result = kg("query", "tried_together", workspace=workspace)
    assert result.exit_code == 0 and "tried_together.cypher" in result.output and "Thennor B." in result.output


@pytest.mark.parametrize("option", [("--period", "2023-13"), ("--period", "soon"), ("--jurisdiction", "nowhere")])
def test_a_wrong_option_of_ingest_reads_nothing(kg: Kg, tmp_path: Path, option: tuple[str, str]) -> None:
    result = kg("ingest", SAMPLE / "2031-03.txt", *option, workspace=tmp_path / "new")
    assert result.exit_code == 2
    assert option[1] in result.output
