"""Where, how long, how many and who ran the place, on invented people."""

import pytest

from tests.ingest.extract.acts.invented import AKIMAT, COLONY, STATION, acts_of, facts_of, told


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("for 5 hours", 5.0),
        ("for two hours", 2.0),
        ("for an hour and a half", 1.5),
        ("for two and a half hours", 2.5),
        ("for 45 minutes", 0.75),
        ("an hour after lunch", None),
    ],
)
def test_hours_at_a_station(words, hours):
    text = f"Orlan Timur was held at the Northern police station {words}[1]."
    facts = facts_of(text, "Orlan Timur", bodies=(STATION,))
    [act] = acts_of(facts)
    # 2 and 2.0 are equal, and make two graphs: a cache reads the latter.
    assert (act.type, repr(act.hours)) == ("detention", repr(hours))


def test_what_is_done_to_the_detained_is_done_at_their_station():
    text = "Orlan Timur was taken to the Northern police station. There an officer took away his phone[1]."
    acts = acts_of(facts_of(text, "Orlan Timur", bodies=(STATION,)))
    assert [(act.type, act.at) for act in acts] == [("detention", 0), ("seizure", 0)]


def test_the_day_of_a_hunger_strike_tells_that_it_goes_on():
    text = "On the 9th day of the hunger strike of Orlan Timur he was moved to the punishment cell[1]."
    acts = acts_of(facts_of(text, "Orlan Timur"))
    told_to = [(act.type, [p.index for p in act.to]) for act in acts]
    assert told_to == [("hunger_strike", [0]), ("prison_conditions", [0])]


COUNTS = {
    "counted beside a name": ("Orlan Timur and four other activists were detained[1].", ("detention", [0], 4)),
    "named among the counted": (
        "Eight others, among them Orlan Timur and Denko Ivan, were fined[1].",
        ("sentence", [0, 1], 8),
    ),
    "some of those told of": ("Police took away three of the women[1].", ("detention", [], 3)),
    "two hundred": ("Two hundred people were detained[1].", ("detention", [], 200)),
    "several hundred are no number": ("Several hundred people were detained[1].", ("detention", [], None)),
}


@pytest.mark.parametrize(("text", "expected"), COUNTS.values(), ids=COUNTS)
def test_how_many_it_was_done_to(text, expected):
    names = [name for name in ("Orlan Timur", "Denko Ivan") if name in text]
    (act,) = acts_of(facts_of(text, *names))
    assert (act.type, [p.index for p in act.to], act.count) == expected


def test_what_guards_do_is_done_by_their_prison():
    text = "Orlan Timur complained about AB-12/9, where guards doused him with water[1]."
    acts = told(facts_of(text, "Orlan Timur", bodies=(COLONY,)))
    assert ("torture", ["Orlan Timur"], ["AB-12/9"]) in acts


def test_what_is_only_denied_is_denied():
    text = "AB-12/9, Orlan Timur, Article 10 of the Code. The administration denies that he was tortured[1]."
    (act,) = acts_of(facts_of(text, "Orlan Timur", bodies=(COLONY,)))
    assert (act.type, act.standing) == ("torture", "denied")


def test_the_next_session_is_due_though_told_later():
    text = (
        "The trial of Orlan Timur opened. He was calm. The defence asked for water. "
        "The next session will be on March 10[1]."
    )
    acts = acts_of(facts_of(text, "Orlan Timur", bodies=(AKIMAT,)))
    assert [act.next for act in acts if act.type == "trial"] == ["2031-03-10"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Orlan Timur told reporters that in September 2030 policemen had tortured him[1].", "2030-09"),
        ("Orlan Timur was detained in September 2030 and tortured by policemen[1].", None),
    ],
)
def test_a_time_behind_that_is_of_what_is_said(text, date):
    acts = acts_of(facts_of(text, "Orlan Timur"))
    assert [act.date for act in acts if act.type == "torture"] == [date]


DAYS = {
  "4": "Orlan Timur is on hunger strike for the 4th day[1].",
  "17": "On the 17th day of his dry hunger strike Orlan Timur was taken to a hospital[1].",
  "21": "On the twenty-first day of the hunger strike Orlan Timur was taken to a hospital[1].",
  "12": "Orlan Timur has been on hunger strike for twelve days[1].",
  "5": "Orlan Timur stopped his hunger strike on the 5th day[1].",
  "None, the arrest's": "Orlan Timur went on hunger strike on the 5th day of his arrest[1].",
  "None, a plan": "Orlan Timur declared a hunger strike for 3 days[1].",
  "None, a row": "For the 4th day in a row rain fell; Orlan Timur went on hunger strike[1].",
}  # fmt: skip


@pytest.mark.parametrize(("day", "text"), DAYS.items(), ids=DAYS)
def test_which_day_of_a_hunger_strike_is_told(day, text):
    (act,) = [act for act in acts_of(facts_of(text, "Orlan Timur")) if act.type == "hunger_strike"]
    assert str(act.day_number) == day.split(",")[0]


NOTICES = {
    "counted": ("In response to 6 notifications the akimat refused Orlan Timur a rally on May 4[1].", [6]),
    "in a word": ("In response to two notices the akimat refused Orlan Timur a rally on May 4 and 5[1].", [1, 1]),
    "more than days": ("In response to five notices the akimat refused Orlan Timur a rally on May 4 and 5[1].", [4, 1]),
    "not counted": ("In response to a notification the akimat refused Orlan Timur a rally on May 4[1].", [None]),
    "of other things": ("The akimat refused Orlan Timur a rally on May 4 for 6 people[1].", [None]),
}


@pytest.mark.parametrize(("text", "expected"), NOTICES.values(), ids=NOTICES)
def test_how_many_notices_a_refusal_answers(text, expected):
    acts = acts_of(facts_of(text, "Orlan Timur", bodies=(AKIMAT,)))
    assert [act.notices for act in acts if act.type == "assembly_refusal"] == expected


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Orlan Timur has refused food for six days in AB-12/9[1].", 0),
        ("Orlan Timur went on hunger strike. A doctor came to AB-12/9 on Monday[1].", 0),
        ("Orlan Timur went on hunger strike[1].", None),
    ],
)
def test_a_hunger_strike_is_in_the_only_prison_of_its_entry(text, at):
    bodies = (COLONY,) if "AB-12/9" in text else ()
    acts = acts_of(facts_of(text, "Orlan Timur", bodies=bodies))
    assert [act.at for act in acts if act.type == "hunger_strike"] == [at]
