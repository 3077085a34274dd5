"""A review in a real terminal: its end, what is left when the terminal or the process is gone, and how it goes on."""

import errno
import os
import shutil
import signal
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import kg as command
from kg.graph.value import Graph
from kg.review.draft import Draft, read_draft
from kg.workspace import Workspace
from kg.workspace.files.drafts import Drafts
from tests.conftest import Kg
from tests.doubtful_samples import write_may
from tests.kg.cli.terminal import Terminal


@pytest.fixture(scope="module")
def doubtful(kg: Kg, sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose reports leave three questions open; tests copy it."""
    folder = tmp_path_factory.mktemp("doubtful")
    workspace = Path(shutil.copytree(sample_workspace, folder / "casefile"))
    assert kg("ingest", write_may(folder), workspace=workspace).exit_code == 0
    return workspace


@pytest.fixture
def workspace(doubtful: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(doubtful, tmp_path / "casefile"))


def verbs(workspace: Path) -> list[str]:
    return [d.verb for d in Workspace.open(workspace).decisions()]


def graph(workspace: Path) -> Graph:
    return Workspace.open(workspace).graph()


def questions(workspace: Path) -> int:
    return len(Workspace.open(workspace).resolve_reports().resolution.people.questions)


def review(workspace: Path) -> Terminal:
    return Terminal(workspace, "review", "people")


def answer_one(workspace: Path) -> Terminal:
    """A review in which the first question is answered with no."""
    terminal = review(workspace)
    terminal.wait_for("Question 1,")
    terminal.press("n")
    terminal.wait_for("Question 2,")
    return terminal


def test_the_last_answer_can_be_taken_back_at_the_end(workspace: Path) -> None:
    number = questions(workspace)
    terminal = review(workspace)
    for nth in range(1, number + 1):
        terminal.wait_for(f"Question {nth}, {number - nth + 1} left")
        terminal.press("u")
    terminal.wait_for("No questions are left")
    assert verbs(workspace) == []
    terminal.press("z")
    terminal.wait_for(f"Question {number}, 1 left")
    terminal.press("n")
    terminal.wait_for("record the answers")
    terminal.press("x")
    terminal.wait_for("Unknown key")
    terminal.press("\r")
    terminal.wait_for(f"Decisions recorded: {number}")
    assert terminal.end() == 0
    assert verbs(workspace) == ["unsure"] * (number - 1) + ["different"]
    assert not (workspace / "review.json").exists()


def hang_up(terminal: Terminal) -> int:
    return terminal.close()


def send(number: signal.Signals) -> Callable[[Terminal], int]:
    def end(terminal: Terminal) -> int:
        os.kill(terminal.pid, number)
        return terminal.end()

    return end


def press_ctrl_c_twice(terminal: Terminal) -> int:
    terminal.press("\x03")
    terminal.wait_for("Record the answers given so far (1)?")
    tries = 0
    while not os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        # Python may miss one that comes just before it waits for the line: then somebody presses again.
        if tries % 50 == 0:
            os.write(terminal.master, b"\x03")
        tries += 1
        time.sleep(0.1)
    return terminal.end()


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        (hang_up, -signal.SIGHUP),
        (send(signal.SIGHUP), -signal.SIGHUP),
        (send(signal.SIGTERM), 128 + signal.SIGTERM),
        (send(signal.SIGKILL), -signal.SIGKILL),
        (press_ctrl_c_twice, 130),
    ],
    ids=["closed", "hangup", "term", "kill", "ctrl-c"],
)
def test_answers_outlive_the_review_and_the_next_goes_on_with_them(
    kg: Kg, workspace: Path, ends: Callable[[Terminal], int], code: int
) -> None:
    before = graph(workspace)
    assert ends(answer_one(workspace)) == code
    assert verbs(workspace) == [] and graph(workspace) == before and Workspace.open(workspace).check() == []
    draft = workspace / "review.json"
    assert draft.stat().st_mode & 0o777 == 0o600
    assert "unfinished review" in kg("status", workspace=workspace).output
    terminal = review(workspace)
    terminal.wait_for("An earlier review left answers that are not recorded: 1 ")
    terminal.press("g")
    terminal.wait_for("Question 2,")
    terminal.press("u")
    terminal.wait_for("Question 3,")
    terminal.press("q")
    terminal.wait_for("Decisions recorded: 2")
    assert terminal.end() == 0
    assert verbs(workspace) == ["different", "unsure"] and not draft.exists()
    assert "unfinished review" not in kg("status", workspace=workspace).output


def test_answers_left_can_be_taken_at_once_left_again_or_dropped(workspace: Path) -> None:
    answer_one(workspace).close()
    for keys, shown, left, taken in [
        ("q", "not recorded: 1 ", True, []),
        ("dn", "not recorded: 1 ", True, []),
        ("t", "Decisions recorded: 1", False, ["different"]),
    ]:
        terminal = review(workspace)
        terminal.wait_for("q leave them for later")
        terminal.press(keys[0])
        if keys == "dn":
            terminal.wait_for("Delete these answers (1)?")
            terminal.type("n")
            terminal.wait_for("not recorded: 1 ")
            terminal.press("q")
        elif keys == "t":
            terminal.wait_for(shown)
        assert terminal.end() == 0
        assert (workspace / "review.json").exists() == left and verbs(workspace) == taken


def test_dropped_answers_are_gone_and_every_question_is_asked(workspace: Path) -> None:
    answer_one(workspace).close()
    terminal = review(workspace)
    terminal.wait_for("q leave them for later")
    terminal.press("d")
    terminal.wait_for("Delete these answers (1)?")
    terminal.type("y")
    terminal.wait_for("Question 1,")
    assert not (workspace / "review.json").exists()
    terminal.press("q")
    assert terminal.end() == 0 and verbs(workspace) == []


def test_the_terminal_is_as_it_was_when_the_process_is_ended(workspace: Path) -> None:
    terminal = review(workspace)
    settings = termios.tcgetattr(terminal.master)
    terminal.wait_for("Question 1,")
    os.kill(terminal.pid, signal.SIGTERM)
    os.waitpid(terminal.pid, 0)
    assert termios.tcgetattr(terminal.master)[:4] == settings[:4]
    os.close(terminal.master)


def test_one_review_at_a_time(kg: Kg, workspace: Path) -> None:
    terminal = answer_one(workspace)
    second = kg("review", "people", workspace=workspace)
    assert second.exit_code == 1 and "another terminal" in str(second.exception)
    terminal.press("q")
    assert terminal.end() == 0 and verbs(workspace) == ["different"]


def test_a_damaged_draft_is_named_and_not_written_over(kg: Kg, workspace: Path) -> None:
    draft = workspace / "review.json"
    draft.write_bytes(b'{"given":[{"a":"pers')
    result = kg("review", "people", workspace=workspace)
    assert result.exit_code == 1 and str(draft) in str(result.exception)
    assert draft.read_bytes() == b'{"given":[{"a":"pers' and kg("status", workspace=workspace).exit_code == 0


def test_answers_about_words_that_are_gone_are_said_and_left_out(kg: Kg, workspace: Path) -> None:
    answer_one(workspace).close()
    [given] = read_draft((workspace / "review.json").read_bytes()).given
    told_in = Workspace.open(workspace).resolve_reports().mentions.by_id[given.a].entry.report
    assert kg("withdraw", told_in, workspace=workspace).exit_code == 0
    terminal = review(workspace)
    terminal.wait_for("not recorded: 1 ")
    terminal.press("t")
    terminal.wait_for("no report in force has their words: 1")
    assert terminal.end() == 0 and verbs(workspace) == ["withdrawn"]


def test_a_terminal_that_gives_no_more_keys_decides_nothing(workspace: Path) -> None:
    result = CliRunner().invoke(command, ["-w", str(workspace), "review", "people"], input="n")
    assert result.exit_code == 1 and "kept for the next `kg review people`: 1" in result.output
    assert verbs(workspace) == [] and Drafts(workspace).read() is not None


def test_a_disk_that_refuses_is_said_at_once_and_the_review_goes_on(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Drafts, draft: Draft) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Drafts, "keep", full)
    result = CliRunner().invoke(command, ["-w", str(workspace), "review", "people"], input="nq")
    assert "cannot be saved (No space left on device)" in result.output
    assert result.exit_code == 0 and verbs(workspace) == ["different"]
