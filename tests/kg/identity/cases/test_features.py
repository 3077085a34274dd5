"""Which entries share a case by what they tell beside one person's steps: each rule, and what it must not join.

People, groups and matters are invented.
"""

from collections.abc import Sequence

import pytest

from ingest.facts import EntryFacts, Occasion, Relation
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import collect_entries
from kg.identity.bodies.bodies import resolve_bodies
from kg.identity.cases.cases import resolve_cases
from kg.identity.cases.finders.shared_sources import page_of
from kg.identity.people.people import resolve_people
from tests.kg.scenes import act, body, charge, entry, person, report, sanction, words

COUNTRY = load_jurisdiction("kazakhstan")


def telling(
    day: int,
    text: str,
    acts: Sequence[str] = (),
    people: Sequence[str] = (),
    bodies: Sequence[str] = (),
    articles: Sequence[str] = (),
    **more: object,
) -> EntryFacts:
    """An entry of March 2031 in Almaty (or of ``place``).

    An act is ``type verb`` with ``>p0`` for whom it is done to, ``<p0`` for who does it, ``@2031-03-09`` for what is
    next, ``^upheld`` for the outcome; a person ``Name: role``; a body ``Name: kind type``; an article ``p0 CC 272``
    (``- CC 272`` for nobody).
    """
    place = str(more.pop("place", "Almaty"))
    text = f"March {day}, {place}, {text}"
    persons = [person(text, *p.split(": ")) for p in people]
    named = [body(text, *_body(b)) for b in bodies]
    charges = [_charge(text, *a.split()) for a in articles]
    read_acts = [_act(text, a) for a in acts]
    return entry(
        day,
        f"2031-03-{day:02}",
        text,
        place,
        persons=tuple(persons),
        bodies=tuple(named),
        acts=tuple(read_acts),
        charges=tuple(charges),
        **{key: make(text) for key, make in more.items()},  # type: ignore[operator]
    )


def _body(words: str) -> tuple[str, str, str]:
    name, what = words.split(": ")
    kind, type = what.split()
    return kind, name, type


def _charge(text: str, who: str, code: str, article: str) -> object:
    return charge(text, None if who == "-" else int(who[1:]), code, article)


def _act(text: str, words: str) -> object:
    type, *rest = words.split()
    marked = {mark: " ".join(w[1:] for w in rest if w[0] == mark) for mark in "><@^"}
    verb = " ".join(w for w in rest if w[0] not in marked)
    return act(text, type, verb, to=marked[">"], by=marked["<"], next=marked["@"] or None, outcome=marked["^"] or None)


def joined(*entries: EntryFacts) -> list[list[int]]:
    """The entries' days, case by case; only cases of several entries."""
    entries_in_force = collect_entries([report(*entries)])
    people = resolve_people(entries_in_force, COUNTRY)
    places = {e.id: e.facts.places[-1].id or "" for e in entries_in_force}
    cases = resolve_cases(
        entries_in_force, people.person, resolve_bodies(entries_in_force, places, COUNTRY), COUNTRY
    ).of_entry
    found: dict[str, list[int]] = {}
    for e in entries_in_force:
        if e.id in cases:
            found.setdefault(cases[e.id].id, []).append(e.facts.entry.number)
    return sorted(days for days in found.values() if len(days) > 1)


def lawyer_of(text: str) -> tuple[Relation, ...]:
    return (Relation(0, "lawyer", 1, words(text, "lawyer")),)


def on_the_day(text: str) -> tuple[Occasion, ...]:
    return (Occasion(text and "2031-03-08", words(text, "rally")),)


def _arrest(text: str) -> tuple[object, ...]:
    return (sanction(text, 0, "administrative_arrest", "15 days", duration="P15D"),)


SPOKEN = telling(3, "the book about the floods was presented[1].", ["statement presented"])
ATTACK = telling(3, "the window of New Wind was broken[3].", ["attack broken >b0"], [], ["New Wind: organisation ngo"])
ARREST = telling(
    2,
    "Orvin Tasel got 15 days under Article 488[2].",
    ["sentence got >p0"],
    ["Orvin Tasel"],
    articles=["p0 CAO 488"],
    sanctions=_arrest,
)
PUT_OFF = telling(4, "the trial of officers was put off[4].", ["trial put off @2031-03-18"], place="Astana")
REFUSED = telling(2, "Orvin Tasel was refused[2].", ["assembly_refusal refused >p0 @2031-03-08"], ["Orvin Tasel"])
CHARGED = telling(9, "Orvin Tasel is charged[9].", ["charge charged >p0"], ["Orvin Tasel"])
PAIR = telling(
    2,
    "Orvin Tasel and Mirel Dovan were held[2].",
    ["detention held >p0 >p1", "release held >p0 >p1"],
    ["Orvin Tasel", "Mirel Dovan"],
)

ONE = [
    pytest.param(
        SPOKEN,
        telling(4, "the book counts the floods of five years[1].", ["statement counts"]),
        id="one page, one matter",
    ),
    pytest.param(
        telling(3, "Orvin Tasel sued[1].", ["complaint sued >p0 <p0"], ["Orvin Tasel"]),
        telling(4, "Orvin Tasel claims a breach of law[1].", ["complaint claims <p0"], ["Orvin Tasel: speaker"]),
        id="one page, one plaintiff",
    ),
    pytest.param(
        telling(3, "Orvin Tasel told a press conference[3].", ["statement told <p0"], ["Orvin Tasel: speaker"]),
        entry(
            4,
            "2031-03-03",
            text := "March 3, Almaty, Orvin Tasel gave plans at the press-conference[4].",
            "Almaty",
            persons=(person(text, "Orvin Tasel", "speaker"),),
            acts=(act(text, "statement", "gave", by="p0"),),
        ),
        id="one press conference",
    ),
    pytest.param(
        ATTACK,
        telling(
            7,
            "two suspects were held over the window broken on March 3[7].",
            ["charge held"],
            articles=[],
        ),
        id="the day of the attack, and a rare word",
    ),
    pytest.param(
        ARREST,
        telling(
            9,
            "the appeal of Orvin Tasel against 15 days was lost, a case under Article 380 was opened[9].",
            ["appeal appeal >p0", "charge opened >p0"],
            ["Orvin Tasel"],
            articles=["p0 CC 380"],
            sanctions=_arrest,
        ),
        id="the appeal against the same measure",
    ),
    pytest.param(
        PUT_OFF,
        telling(18, "Orvin Tasel was tried[18].", ["trial tried >p0"], ["Orvin Tasel: perpetrator"], place="Astana"),
        id="put off to the day of the hearing",
    ),
    pytest.param(
        REFUSED,
        telling(8, "Orvin Tasel stood with a poster[8].", ["protest stood <p0"], ["Orvin Tasel"]),
        id="a rally refused and held",
    ),
    pytest.param(
        PAIR,
        telling(
            19,
            "Orvin Tasel and Mirel Dovan were warned under Article 488[19].",
            ["sentence warned >p0 >p1"],
            ["Orvin Tasel", "Mirel Dovan"],
            articles=["p0 CAO 488", "p1 CAO 488"],
        ),
        id="the same two people",
    ),
    pytest.param(
        CHARGED,
        telling(12, "friends of Orvin Tasel came out[12].", ["protest came out"], ["Orvin Tasel: target"]),
        id="only of him is spoken",
    ),
    pytest.param(
        CHARGED,
        telling(
            12,
            "Mirel Dovan, the lawyer of Orvin Tasel, was summoned[12].",
            ["summons summoned >p0"],
            ["Mirel Dovan: target", "Orvin Tasel: subject"],
            relations=lawyer_of,
        ),
        id="what is done to the lawyer",
    ),
    pytest.param(
        telling(5, "in the case of Orvin Tasel a medic was tried[5].", ["trial tried"], ["Orvin Tasel: target"]),
        telling(
            25,
            "the trial of Orvin Tasel 's killers began[25].",
            ["trial began", "torture killers >p0"],
            ["Orvin Tasel: target"],
        ),
        id="a case named after the victim",
    ),
    pytest.param(
        telling(5, "Orvin Tasel was tried over the bridge blockade[5].", ["trial tried >p0"], ["Orvin Tasel"]),
        telling(25, "the trial about the bridge blockade went on[25].", ["trial trial"]),
        id="a hearing about the same",
    ),
    pytest.param(
        telling(5, "Zarvani activists were detained[5].", ["detention detained"]),
        telling(6, "four Zarvani activists asked for asylum[6].", ["statement asked"]),
        id="a group that asks for asylum",
    ),
    pytest.param(
        telling(5, "amendments obliging fishing boats to carry meters passed[5].", ["legislation passed"]),
        telling(9, "the law that lets fishing boats be metered passed[9].", ["legislation passed"]),
        id="two steps of one bill",
    ),
    pytest.param(
        telling(5, "the draft law on water rationing was read[5].", ["legislation read"]),
        telling(9, "a bill that allows rationing was sent[9].", ["legislation sent"]),
        id="a bill without its title",
    ),
    pytest.param(
        telling(5, "deputies spoke of the draft law ‘On Mass Media’[5].", ["statement spoke"]),
        telling(9, "cards are new in the draft law “On Mass Media”[9].", ["statement new"]),
        id="a bill that is only spoken of",
    ),
    pytest.param(
        telling(3, "a stone broke the porch of “Dawn News”, the watchman says[3].", ["attack broke"]),
        telling(5, "“Dawn News” was warned by telephone, so the watchman[5].", ["charge warned"]),
        id="one newspaper by its own name, and a rare word",
    ),
    pytest.param(
        telling(3, "the “Dawn Bloc” initiative group asked for registration[3].", ["registration asked"]),
        telling(9, "the list of the initiative group of “Dawn Bloc” was called faulty[9].", ["statement called"]),
        id="one party by its own name, whatever the entry takes it for",
    ),
    pytest.param(
        telling(
            3,
            "Orvin Tasel is charged with using a shocker on a shepherd[3].",
            ["charge charged >p0"],
            ["Orvin Tasel"],
        ),
        telling(9, "a doctor spoke of the shocker and the shepherd in the trial of an officer[9].", ["trial trial"]),
        id="a charge with a name, and a hearing without",
    ),
]

TWO = [
    pytest.param(
        telling(3, "“Dawn Watch” published its survey of quarries[3].", ["statement published"]),
        telling(5, "“Dawn Watch” published its survey of quarries[5].", ["statement published"]),
        id="what one body says every week",
    ),
    pytest.param(
        telling(3, "“Dawn Watch” released its digest of quarries[3].", ["release released"]),
        telling(5, "“Dawn Watch” released its digest of quarries[5].", ["release released"]),
        id="what one body publishes every week, read as a release of nobody",
    ),
    pytest.param(
        telling(3, "Orvin Tasel was fined over a picnic of “Dawn Club”[3].", ["sentence fined >p0"], ["Orvin Tasel"]),
        telling(5, "Mirel Dovan was fined over a picnic of “Dawn Club”[5].", ["sentence fined >p0"], ["Mirel Dovan"]),
        id="one club, two people",
    ),
    pytest.param(
        telling(3, "a stone broke the porch of “Dawn News”, the watchman says[3].", ["attack broke"]),
        telling(9, "the watchman left “Dawn News”[9].", ["dismissal left"]),
        id="one newspaper a week later, and one rare word",
    ),
    pytest.param(
        telling(3, "a stone broke the porch of “Dawn News”, the watchman says[3].", ["attack broke"]),
        telling(5, "“Dawn News” was warned, so the watchman[5].", ["charge warned"], place="Astana"),
        id="one name in two cities",
    ),
    pytest.param(
        telling(3, "the draft law “On Granaries” was sent by a hurried vote[3].", ["legislation sent"]),
        telling(9, "the draft law “On Lighthouses” was sent by a hurried vote[9].", ["legislation sent"]),
        id="two bills by their titles, in the same words",
    ),
    pytest.param(
        SPOKEN, telling(4, "the minister praised his budget[1].", ["statement praised"]), id="one page, two matters"
    ),
    pytest.param(
        SPOKEN,
        telling(4, "Orvin Tasel was fined for the floods book[1].", ["sentence fined >p0"], ["Orvin Tasel"]),
        id="one page, and a step against somebody",
    ),
    pytest.param(
        telling(3, "Orvin Tasel told a press conference[3].", ["statement told <p0"], ["Orvin Tasel: speaker"]),
        telling(9, "Orvin Tasel told a press conference[9].", ["statement told <p0"], ["Orvin Tasel: speaker"]),
        id="press conferences of two days",
    ),
    pytest.param(
        ATTACK,
        telling(7, "two suspects were held over a brawl on March 3[7].", ["charge held"]),
        id="the day alone",
    ),
    pytest.param(
        ARREST,
        telling(
            9,
            "Orvin Tasel got 15 days under Article 434[9].",
            ["sentence got >p0"],
            ["Orvin Tasel"],
            articles=["p0 CAO 434"],
            sanctions=_arrest,
        ),
        id="another verdict with the same term",
    ),
    pytest.param(
        PUT_OFF,
        telling(18, "Orvin Tasel was tried[18].", ["trial tried >p0"], ["Orvin Tasel"], place="Almaty"),
        id="put off, elsewhere",
    ),
    pytest.param(
        telling(4, "the trial of Mirel Dovan was put off[4].", ["trial put off >p0 @2031-03-18"], ["Mirel Dovan"]),
        telling(18, "Orvin Tasel was tried[18].", ["trial tried >p0"], ["Orvin Tasel"]),
        id="put off, somebody else",
    ),
    pytest.param(
        REFUSED,
        telling(9, "Orvin Tasel stood with a poster[9].", ["protest stood <p0"], ["Orvin Tasel"]),
        id="a rally of another day",
    ),
    pytest.param(
        PAIR,
        telling(
            19,
            "Orvin Tasel was warned under Article 488[19].",
            ["sentence warned >p0"],
            ["Orvin Tasel"],
            articles=["p0 CAO 488"],
        ),
        id="one of the two",
    ),
    pytest.param(
        CHARGED,
        telling(
            12,
            "friends of Orvin Tasel and Mirel Dovan came out[12].",
            ["protest came out"],
            ["Orvin Tasel: target", "Mirel Dovan: target"],
        ),
        id="spoken of beside others",
    ),
    pytest.param(
        telling(
            8,
            "on the day of the rally they tried to take Orvin Tasel[8].",
            ["threat tried >p0"],
            ["Orvin Tasel"],
            occasions=on_the_day,
        ),
        telling(
            9,
            "Orvin Tasel faces Article 147[9].",
            ["charge faces >p0"],
            ["Orvin Tasel"],
            articles=["p0 CAO 147"],
        ),
        id="stopped on the way to a rally",
    ),
    pytest.param(
        telling(5, "Orvin Tasel was tried over the bridge[5].", ["trial tried >p0"], ["Orvin Tasel"]),
        telling(25, "the trial about the granary went on[25].", ["trial trial"]),
        id="a hearing about something else",
    ),
    pytest.param(
        telling(5, "Zarvani activists were detained[5].", ["detention detained"]),
        telling(6, "Zarvani activists were detained[6].", ["detention detained"]),
        id="a group of which nobody asks for asylum",
    ),
    pytest.param(
        telling(5, "amendments about fishing passed[5].", ["legislation passed"]),
        telling(9, "the law that frees bakers passed[9].", ["legislation passed"]),
        id="two laws",
    ),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_what_tells_that_two_entries_are_of_one_case(first: EntryFacts, second: EntryFacts):
    assert joined(first, second) == [[first.entry.number, second.entry.number]]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_what_does_not(first: EntryFacts, second: EntryFacts):
    assert joined(first, second) == []


def test_a_page_joins_no_two_matters_that_other_signs_tell_apart():
    floods = telling(3, "the flood relief was late, said many; case No. 11111[3].", ["statement said"])
    more = telling(4, "flood relief again, case No. 11111[1].", ["statement relief"])
    fires = telling(5, "flood relief and fires, case No. 22222[1].", ["statement relief"])
    last = telling(6, "the fires, case No. 22222[6].", ["statement fires"])
    assert joined(floods, more, fires, last) == [[3, 4], [5, 6]]


def test_a_later_hearing_goes_on_with_the_one_case_an_earlier_report_tells():
    text = "March 2, Orvin Tasel is charged under Article 272 over the bridge blockade[1]."
    charged = entry(
        1,
        "2031-03-02",
        text,
        persons=(person(text, "Orvin Tasel"),),
        acts=(act(text, "charge", "charged", to="p0"),),
        charges=(charge(text, 0, "CC", "272"),),
    )

    def tried(about: str) -> EntryFacts:
        later = f"June 2, Orvin Tasel was tried over the {about}[1]."
        return entry(
            1,
            "2031-06-02",
            later,
            persons=(person(later, "Orvin Tasel"),),
            acts=(act(later, "trial", "tried", to="p0"),),
        )

    def cases(later: EntryFacts) -> int:
        entries_in_force = collect_entries([report(charged), report(later, period="2031-06")])
        people = resolve_people(entries_in_force, COUNTRY)
        assert len(set(people.person.values())) == 1
        found = resolve_cases(
            entries_in_force, people.person, resolve_bodies(entries_in_force, {}, COUNTRY), COUNTRY
        ).of_entry
        return len({case.id for case in found.values()})

    assert cases(tried("bridge blockade")) == 1
    assert cases(tried("granary")) == 2


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("https://news.example/a?fbclid=1", "http://www.news.example/a/?utm_source=x", True),
        ("https://news.example/watch?v=1", "https://news.example/watch?v=2", False),
        ("https://news.example/", "https://news.example", None),
        ("http://[broken", "http://[broken", None),
    ],
)
def test_a_page_is_its_address_without_how_a_reader_came_to_it(first: str, second: str, one: bool | None):
    if one is None:
        assert page_of(first) is None and page_of(second) is None
    else:
        assert (page_of(first) == page_of(second)) is one
