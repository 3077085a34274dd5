"""Whether a term behind a name in the header is the news. Invented people."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

KAZAKHSTAN = load_jurisdiction("kazakhstan")
HEADER = "March 3, Taraz, Torgayev Asan, Article 174 of the Criminal Code, 5 years of imprisonment"
CASES = {
    # Who somebody is, beside what is told of them.
    f"{HEADER}. Torgayev Asan was threatened in the cell[1].": {"threat"},
    f"{HEADER}. The convict declared a hunger strike[1].": {"hunger_strike"},
    f"{HEADER}. He was beaten by guards[1].": {"torture"},
    "March 3, Taraz, Torgayev Asan, Article 300 of the CAO, 10 days of arrest, walked out today[1].": {"release"},
    # The news, or a part of it.
    f"{HEADER}, for participation in a banned organisation[1].": {"sentence"},
    f"{HEADER}. Salova Vera stated that she was not admitted[1].": {"sentence", "statement"},
    "March 3, Taraz, Torgayev Asan, Article 488 of the CAO, 10 days of arrest[1].": {"sentence"},
    "March 3, Taraz, the court sentenced Torgayev Asan to 5 years of imprisonment. He declared a hunger strike[1].": {
        "sentence",
        "hunger_strike",
    },
    # A court holds that a term is over.
    f"{HEADER}. The court considered the term of Torgayev Asan served[1].": {"release"},
    "March 3, Taraz, the court sentenced Torgayev Asan to 2 years of imprisonment. Taking custody into account, the "
    "sentence was found to have been served[1].": {"sentence", "release"},
    "March 3, Taraz, the lawyer asked to consider the term of Torgayev Asan served. He was beaten[1].": {"attack"},
}


@pytest.mark.parametrize(("text", "types"), CASES.items())
def test_which_acts_an_entry_with_a_term_tells(text: str, types: set[str]) -> None:
    (facts,) = read_report(text, KAZAKHSTAN, "2031-03").entries
    assert {act.type for act in facts.acts} - {"due_process"} == types
