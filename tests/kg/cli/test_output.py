"""The terminal: hostile text never reaches it with a control character, and only one module prints."""

import ast
import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import kg as command
from kg.cli.output import print_json, print_line, print_rows, print_table, say
from kg.stores import Rows
from tests.conftest import ROOT, Kg

# A colour, an erased line, a window's title, a link, the C1 form of an escape, text shown backwards, half a character.
HOSTILE = (
    "\x1b[31mred",
    "ALLEGED\x1b[2K\rfound",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2Jgone",
    "\u202edemaerT\u202c",
    "\u2066x\u2069",
    "half \udcff",
    "back\x08\x08space\x7f",
)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ASK_SECRET = r"""
import sys
sys.path.insert(0, sys.argv[1])
from kg.cli.output import ask_secret
sys.exit(ask_secret("Pass\x1b[31mword") != "a secret")
"""
RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from kg.cli import run; run()"


def run(*arguments: object, cwd: Path | None = None) -> tuple[int, str]:
    """``kg`` in a process of its own: how it ended, and all that it printed."""
    words = [os.fsencode(str(a)) for a in (sys.executable, "-c", RUN, ROOT, *arguments)]
    done = subprocess.run(words, cwd=cwd, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_is_printed_has_no_control_character(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = Rows((f"column {hostile}",), ((hostile,), ([hostile, hostile],)))
    say(hostile)
    print_line(hostile, "bold")
    print_table(hostile, [hostile], [[hostile]])
    for format in ("table", "csv", "json"):
        print_rows(rows, format, title=hostile)
    printed = "".join(capsys.readouterr())
    assert not CONTROL.search(printed)
    assert printed.count("\ufffd") >= 10, "it is replaced by what one can see, not dropped"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_json_loses_nothing(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_json({hostile: [hostile]})
    assert json.loads(capsys.readouterr().out) == {hostile: [hostile]}


@pytest.mark.parametrize("formula", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\n=1", "\uff1d1+1"])
def test_no_cell_of_csv_is_a_formula(formula: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(Rows((formula, "n"), ((formula, -1.5),)), "csv")
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows == [[f"'{formula}", "n"], [f"'{formula}", "-1.5"]]


def test_the_name_of_a_file_is_shown_without_its_escapes(tmp_path: Path) -> None:
    (tmp_path / "bad\x1b[31m.txt").write_text("no report", encoding="utf-8")
    (tmp_path / os.fsdecode(b"odd\xff\x9b.txt")).write_text("no report", encoding="utf-8")
    for arguments in (
        ("ingest", tmp_path),
        ("ingest", tmp_path / "bad\x1b[31m.txt"),
        ("restore", tmp_path / "gone\x1b]0;x\x07.zip"),
        ("query", "check", tmp_path / "none\x1b[2K"),
        ("nosuch\x1b[31m",),
        ("query", "no\x1b[31m"),
    ):
        code, printed = run("-w", tmp_path / "case\x1b[31m", *arguments)
        assert code in (1, 2) and printed.strip()
        assert "Traceback" not in printed and not CONTROL.search(printed), printed


@pytest.mark.parametrize(
    ("name", "title"),
    [("mine", r'"\e[31mred"'), ("mine", r'"\u202edeR"'), ("mine", r'"\x9b2J"'), ("mi\x1b[31mne", "Fine")],
)
def test_a_query_file_with_escapes_is_refused_by_name(
    sample_workspace: Path, tmp_path: Path, name: str, title: str
) -> None:
    (tmp_path / "queries").mkdir()
    (tmp_path / "kg.toml").write_text("version = 1\n", encoding="utf-8")
    text = f"// title: {title}\n// learns: Something.\nRETURN 1 AS one\n"
    (tmp_path / "queries" / f"{name}.cypher").write_text(text, encoding="utf-8")
    for arguments in (("query",), ("query", "--help"), ("query", "--format", "json")):
        code, printed = run("-w", tmp_path, *arguments)
        assert code == 0 and "mi" in printed and "control characters" in printed
        assert not CONTROL.search(printed), printed


def test_an_address_in_the_settings_is_asked_about_without_its_escapes(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('version = 1\n[store]\nuri = "bolt://a\\u001b[31m:1"\nuser = "\\u009b2J"\n')
    code, printed = run("-w", tmp_path, "status")
    assert code == 1 and printed.strip() and not CONTROL.search(printed), printed


def test_a_title_with_escapes_reaches_no_command(kg: Kg, tmp_path: Path) -> None:
    report = (ROOT / "ingest/jurisdictions/velmoria/sample/2031-03.txt").read_text(encoding="utf-8")
    title, rest = report.split("\n", 1)
    rest = rest.replace(" was ", " \u202ewas\x1b[2K ", 3)
    text = f"{title}\x1b[31m\x9b2J\n{rest}"
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    workspace = tmp_path / "casefile"
    result = kg("ingest", tmp_path / "report.txt", workspace=workspace)
    printed = result.output
    for words in (("reports",), ("status",), ("cypher", "MATCH (e:Entry) RETURN e.text"), ("query", "tried_together")):
        for format in ((), ("--format", "csv"), ("--format", "json")) if words[0] in ("cypher", "query") else ((),):
            result = kg(*words, *format, workspace=workspace)
            assert result.exit_code == 0, result.output
            printed += result.output
    assert len(printed) > 10_000 and not CONTROL.search(printed)


def test_a_secret_comes_through_a_pipe_without_a_warning(sample_workspace: Path) -> None:
    words = [sys.executable, "-c", RUN, str(ROOT), "-w", str(sample_workspace), "lock"]
    done = subprocess.run(words, input="x\n", capture_output=True, text=True, check=False, start_new_session=True)
    assert done.returncode == 1 and "two lines" in done.stderr and len(done.stderr.splitlines()) == 1
    done = subprocess.run(words, input="x\nx\n", capture_output=True, text=True, check=False, start_new_session=True)
    assert "too short" in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_secret_is_not_shown_as_it_is_typed() -> None:
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-c", ASK_SECRET, str(ROOT)])
    shown = b""
    while b":" not in shown:
        shown += os.read(terminal, 1000)
    os.write(terminal, b"a secret\r")
    while chunk := _read(terminal):
        shown += chunk
    assert os.waitpid(child, 0)[1] == 0
    assert b"a secret" not in shown and b"\x1b" not in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux says so when the other side is closed
        return b""


def printers() -> Iterator[tuple[str, str]]:
    """What prints or asks in the command line, as (module, call or import), outside the one module that may."""
    for path in sorted((ROOT / "kg/cli").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = ""
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
            elif isinstance(node, ast.ImportFrom):
                name = " ".join(f"{node.module}.{alias.name}" for alias in node.names)
            if PRINTS.search(name):
                yield path.relative_to(ROOT).as_posix(), name


PRINTS = re.compile(
    r"^print$|click\.(secho|echo|prompt|confirm|pause|progressbar|edit)|echo_via_pager|rich\.(text|print)|"
    r"Console$|^Text|(stdout|stderr)\.write|\.print$|getpass|os\.write"
)


def test_one_module_prints() -> None:
    found = list(printers())
    assert {module for module, _ in found} == {"kg/cli/output.py"}, found
    assert len(found) > 5


def test_an_unknown_query_is_answered_with_near_names() -> None:
    code, printed = run("query", "tried_togther")
    assert code == 2 and "Did you mean tried_together" in printed


def test_a_wrong_command_is_explained_as_click_does() -> None:
    assert "No such command" in CliRunner().invoke(command, ["nosuch"]).output
    code, printed = run("nosuch")
    assert code == 2 and "Usage: " in printed and "No such command 'nosuch'" in printed


PRINT = r"""
import sys
sys.path.insert(0, sys.argv[1])
from kg.cli.main import run
from kg.cli.output import print_json, print_line, print_rows, say
from kg.stores import Rows
from kg.system.output_encoding import allow_any_letter
allow_any_letter(sys.stdout)
allow_any_letter(sys.stderr)
name = "Жұмәлі “Özdal” №7 … \N{CJK UNIFIED IDEOGRAPH-5B57}"
say(name)
print_line(name)
print_rows(Rows(("name",), ((name,),)), sys.argv[2])
"""


def print_under(encoding: str, format: str, out: Path | None = None) -> bytes:
    """What a process prints in an encoding, to a pipe or to a file."""
    words = [sys.executable, "-c", PRINT, str(ROOT), format]
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    if out is None:
        done = subprocess.run(words, capture_output=True, env=environment, check=False)
    else:
        with out.open("wb") as file:
            done = subprocess.run(words, stdout=file, stderr=subprocess.PIPE, env=environment, check=False)
    assert done.returncode == 0 and b"Traceback" not in done.stderr, done.stderr
    return out.read_bytes() if out else done.stdout


@pytest.mark.parametrize("format", ["table", "csv", "json"])
@pytest.mark.parametrize("encoding", ["cp1251", "cp1252", "cp866", "latin-1"])
def test_a_letter_that_the_encoding_lacks_is_no_fault(encoding: str, format: str) -> None:
    printed = print_under(encoding, format).decode(encoding)
    assert "Ozdal" in printed or "Özdal" in printed
    assert "7 " in printed


def test_letters_are_as_near_as_the_encoding_has_them() -> None:
    first = print_under("cp866", "table").decode("cp866").splitlines()[0]
    assert first == 'Ж?м?л? "Ozdal" №7 ... ?'
    _, _, rows = print_under("cp866", "json").decode("cp866").partition("\n")
    assert json.loads(rows)[0]["name"].startswith("Жұмәлі “Özdal”")


def test_csv_in_a_file_has_a_byte_order_mark_and_every_letter(tmp_path: Path) -> None:
    data = print_under("cp1252", "csv", tmp_path / "names.csv")
    mark = data.index(b"\xef\xbb\xbf")
    assert "Жұмәлі" in data[mark:].decode("utf-8-sig")
    assert b"\xef\xbb\xbf" not in print_under("utf-8", "csv"), "a program that reads a pipe gets none"
