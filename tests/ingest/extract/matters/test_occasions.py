"""Rallies called for a day: which entries say that their news has to do with one."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.matters.occasions import find_occasions
from ingest.facts import Entry
from ingest.jurisdictions.packs import load_jurisdiction

KAZAKHSTAN = load_jurisdiction("kazakhstan")


@pytest.mark.parametrize(
    "text, days",
    [
        ("on the day of the announced peaceful rally, police detained Torgayev A.", ["2031-03-08"]),
        ("Torgayev A. was detained on the way to the place of the supposed rally", ["2031-03-08"]),
        ("in the day of the announced peaceful protests officers came", ["2031-03-08"]),
        ("Torgayev A. was arrested for his call to come out to the rally on 25 March in Almaty", ["2031-03-25"]),
        ("he took part in an unauthorized rally on March 2, 2031", ["2031-03-02"]),
        ("20 people were held on March 2, the day of the rallies for free schools", ["2031-03-02"]),
        ("on the day when rallies for schools were announced, roads were closed", ["2031-03-08"]),
        ("she was warned not to take part in the action announced for the next day", ["2031-03-09"]),
        ("a survey announced for the next day", []),
        ("Torgayev A. was detained at a rally", []),
        ("workers held a rally and demanded higher wages", []),
        ("a call to a rally was posted", []),
    ],
)
def test_the_day_of_the_rally_is_told(text: str, days: list[str]) -> None:
    entry = Entry(1, text, 1, "2031-03-08")
    found = find_occasions(analyse(entry, KAZAKHSTAN), KAZAKHSTAN)
    assert [o.day for o in found] == days
    assert all(text[s.start : s.end].strip() for o in found for s in o.evidence.spans)
