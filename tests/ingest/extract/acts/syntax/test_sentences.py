"""How subjects, relative clauses, "had", particles and fronted words are read."""

from pathlib import Path

import pytest

from tests.ingest.extract.acts.invented import Case, read_cases, tied_in

CASES = read_cases(Path(__file__).with_name("sentences.yaml"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_sentences_are_read_by_their_grammar(case: Case) -> None:
    assert tied_in(case) == set(case["reads"])
