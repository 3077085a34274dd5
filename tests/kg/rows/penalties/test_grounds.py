"""Which stage entries give a charge, by acts, sanctions and words. Invented people."""

import pytest

from ingest.facts import Charge, EntryFacts, Sanction
from ingest.vocabulary import ChargeStage
from kg.rows.penalties.grounds import latest_stage, read_stage, rests_on
from tests.kg.scenes import act, charge, entry, person, sanction

TEXT = "March 4, Orvin Tasel, Article 405, Article 488: tried, sentenced, appealed; 15 days, 3 years, 2 million[1]."


def facts(*acts: str, charges: tuple[Charge, ...] = (), sanctions: tuple[Sanction, ...] = ()) -> EntryFacts:
    words = {"trial": "tried", "sentence": "sentenced", "appeal": "appealed"}
    done = tuple(act(TEXT, type, words[type], to="p0") for type in acts)
    return entry(
        1, "2031-03-04", TEXT, persons=(person(TEXT, "Orvin Tasel"),), charges=charges, sanctions=sanctions, acts=done
    )


CRIMINAL, ADMINISTRATIVE = charge(TEXT, 0, "CC", "405"), charge(TEXT, 0, "CAO", "488")
ARREST = sanction(TEXT, 0, "administrative_arrest", "15 days", duration="P15D")
PRISON = sanction(TEXT, 0, "imprisonment", "3 years", duration="P3Y")
DAMAGES = sanction(TEXT, 0, "damages", "2 million", amount=2000000.0)


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        (facts("sentence"), "convicted"),
        (facts("trial"), "tried"),
        (facts(sanctions=(PRISON,)), "convicted"),
        # An appeal may be against custody, damages are no verdict, and another sanction is one of another case.
        (facts("appeal"), None),
        (facts(sanctions=(DAMAGES,)), None),
        (facts("sentence", sanctions=(ARREST,)), None),
        (facts(), None),
    ],
)
def test_the_stage_that_an_entry_gives(told: EntryFacts, stage: ChargeStage | None) -> None:
    assert read_stage(told, CRIMINAL) == stage


def test_an_administrative_arrest_rests_on_no_article_of_the_criminal_code() -> None:
    assert rests_on(ARREST, ADMINISTRATIVE) and not rests_on(ARREST, CRIMINAL)
    assert rests_on(PRISON, CRIMINAL) and not rests_on(PRISON, ADMINISTRATIVE)


def test_the_articles_that_the_words_give_a_sanction_come_first() -> None:
    beside = sanction(TEXT, 0, "administrative_arrest", "15 days", grounds=CRIMINAL.evidence.spans)
    assert rests_on(beside, CRIMINAL) and not rests_on(beside, ADMINISTRATIVE)


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        (["charged", "tried", "convicted"], "convicted"),
        # A later step of the same case, or a new charge beside it, takes nothing back.
        (["convicted", "tried"], "convicted"),
        (["convicted", "charged"], "convicted"),
        (["tried", "suspected"], "tried"),
        (["convicted", "acquitted"], "acquitted"),
        (["acquitted", "tried"], "acquitted"),
        (["dropped", "convicted"], "convicted"),
        ([], None),
    ],
)
def test_the_latest_stage(told: list[ChargeStage], stage: ChargeStage | None) -> None:
    assert latest_stage([(f"2031-03-{day:02}", step) for day, step in enumerate(told, 1)]) == stage
