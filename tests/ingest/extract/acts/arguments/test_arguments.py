"""Who stands in the places of a predicate: voice, lists, clauses, control, possession, prepositions, pronouns."""

from pathlib import Path

import pytest

from tests.ingest.extract.acts.invented import Case, read_cases, tied_in

CASES = read_cases(Path(__file__).with_name("arguments.yaml"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_who_stands_in_which_place(case: Case) -> None:
    assert tied_in(case) == set(case["reads"])
