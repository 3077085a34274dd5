"""The selection of trials that runs with the suite. ``make torture`` runs all of them, and prints a table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.torture.commands import Runner
from tests.torture.selection import all_trials
from tests.torture.templates import Templates
from tests.torture.trials import Trial


class _Names(Templates):
    """Templates of which nothing is made: for the names of the trials alone."""

    def __init__(self) -> None: ...


NAMES = [(trial.area, trial.name) for trial in all_trials(_Names()) if trial.in_ci]


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    opened = Runner()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def trials(runner: Runner, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Trial]:
    templates = Templates(tmp_path_factory.mktemp("templates"), runner)
    return {(trial.area, trial.name): trial for trial in all_trials(templates)}


def test_every_area_has_trials_with_names_of_their_own() -> None:
    trials = all_trials(_Names())
    assert len({(trial.area, trial.name) for trial in trials}) == len(trials) > 700
    assert {trial.area for trial in trials} == {area for area, _ in NAMES}
    assert sum(trial.area == "hostile file" for trial in trials) > 90


@pytest.mark.parametrize("name", NAMES, ids=": ".join)
def test_nothing_falls_short(
    name: tuple[str, str], trials: dict[tuple[str, str], Trial], runner: Runner, tmp_path: Path
) -> None:
    assert trials[name].run(tmp_path, runner) == []


def test_a_run_that_falls_short_is_told(runner: Runner, tmp_path: Path) -> None:
    """The harness sees what it looks for: a run that is stopped, and one that writes on no more."""
    (tmp_path / "reports").mkdir()
    stopped = runner.kg(tmp_path, "ingest", "reports", megabytes=1)
    assert stopped.faults() and "memory" in stopped.faults()[0]
    killed = runner.kg(tmp_path, "ingest", "reports", kill_at=1)
    assert killed.code == -9 and killed.faults()
