"""How subjects, relative clauses, "had", particles and fronted words are read: invented people."""

from dataclasses import replace

import pytest

from tests.ingest.extract.acts.test_acts import COURT, facts_of, told

POLICE = ("organisation", "City Police", "state")
MINISTRY = ("organisation", "Ministry of Press", "state")
SITE = ("organisation", "Dawn Portal", "media")
COALITION = ("organisation", "Open Roof", "ngo")

CASES = {
    "a verb in -s behind a noun": (
        "Orlan Timur is in a colony whose administration puts pressure on him[1].",
        ["Orlan Timur"],
        (),
        [("threat", ["Orlan Timur"], [])],
    ),
    "the present in -s": (
        "The Ministry of Press refuses accreditation to Orlan Timur[1].",
        ["Orlan Timur"],
        (MINISTRY,),
        [("media_restriction", ["Orlan Timur"], ["Ministry of Press"])],
    ),
    "a preposition within the subject": (
        "The criminal case against Orlan Timur was closed[1].",
        ["Orlan Timur"],
        (),
        [("charge", ["Orlan Timur"], [])],
    ),
    "recognized as the man who did it": (
        "Orlan Timur recognized Denko Ivan as the man who had hit him with a truncheon[1].",
        ["Orlan Timur", "Denko Ivan"],
        (),
        [("statement", ["Orlan Timur"], ["Orlan Timur"]), ("torture", ["Orlan Timur"], ["Denko Ivan"])],
    ),
    "charges of a harm against who did it": (
        "Charges of torture against Denko Ivan have been dropped[1].",
        ["Denko Ivan"],
        (),
        [("torture", [], ["Denko Ivan"]), ("investigation", ["Denko Ivan"], [])],
    ),
    "over a thing that somebody owns": (
        "Somebody poured paint over the car of Orlan Timur[1].",
        ["Orlan Timur"],
        (),
        [("attack", ["Orlan Timur"], [])],
    ),
    "none of what was asked": (
        "Orlan Timur, Article 10 of the Code. The district court granted none of the motions[1].",
        ["Orlan Timur"],
        (COURT,),
        [("due_process", ["Orlan Timur"], ["district court"])],
    ),
    "the object of a gerund": (
        "The district court would not hear of letting Orlan Timur out early[1].",
        ["Orlan Timur"],
        (COURT,),
        [("release", ["Orlan Timur"], ["district court"])],
    ),
    "decided behind will": (
        "Orlan Timur will sit in a special detention facility for 20 days[1].",
        ["Orlan Timur"],
        (),
        [("sentence", ["Orlan Timur"], [])],
    ),
    "sued, and won": (
        "Orlan Timur sued the Ministry of Press, and won[1].",
        ["Orlan Timur"],
        (MINISTRY,),
        [("complaint", ["Orlan Timur"], ["Orlan Timur"])],
    ),
    "the subject goes on behind a relative clause": (
        "The body of Orlan Timur, who was awaiting a transfer, was found in the yard[1].",
        ["Orlan Timur"],
        (),
        [("death", ["Orlan Timur"], [])],
    ),
    "done to whoever had it": (
        "Orlan Timur had his arm twisted and his phone taken away[1].",
        ["Orlan Timur"],
        (),
        [("attack", ["Orlan Timur"], []), ("seizure", ["Orlan Timur"], [])],
    ),
    "a licence suspended behind a relative clause": (
        "Denko Ivan, who defended miners, had his licence suspended by the Ministry of Press[1].",
        ["Denko Ivan"],
        (MINISTRY,),
        [("dismissal", ["Denko Ivan"], ["Ministry of Press"])],
    ),
    "caused by whoever had it done": (
        "The Ministry of Press had access to Dawn Portal cut off[1].",
        [],
        (MINISTRY, SITE),
        [("media_restriction", ["Dawn Portal"], ["Ministry of Press"])],
    ),
    "summoned and held there": (
        "Orlan Timur was summoned to the police and held there for four hours[1].",
        ["Orlan Timur"],
        (),
        [("summons", ["Orlan Timur"], []), ("detention", ["Orlan Timur"], [])],
    ),
    "the main verb behind a that-clause": (
        "The district court found that Orlan Timur had beaten Denko Ivan, and sentenced him to a fine[1].",
        ["Orlan Timur", "Denko Ivan"],
        (COURT,),
        [("attack", ["Denko Ivan"], ["Orlan Timur"]), ("sentence", ["Orlan Timur"], ["district court"])],
    ),
    "were acquitted": (
        "Orlan Timur and Denko Ivan were acquitted[1].",
        ["Orlan Timur", "Denko Ivan"],
        (),
        [("sentence", ["Orlan Timur", "Denko Ivan"], [])],
    ),
    "fronted circumstances": (
        "Behind closed doors the district court heard the case of Orlan Timur[1].",
        ["Orlan Timur"],
        (COURT,),
        [("due_process", ["Orlan Timur"], ["district court"])],
    ),
    "its first hearing is no verb": (
        "Orlan Timur, Article 405: the district court held its first hearing[1].",
        ["Orlan Timur"],
        (COURT,),
        [("trial", ["Orlan Timur"], ["district court"])],
    ),
    "a case opened on somebody's complaint": (
        "The City Police opened a criminal case on the complaint of Orlan Timur[1].",
        ["Orlan Timur"],
        (POLICE,),
        [("investigation", ["Orlan Timur"], ["City Police"])],
    ),
    "a coalition speaks beside other news": (
        "Orlan Timur was detained near his house. The Open Roof condemned the detention[1].",
        ["Orlan Timur"],
        (COALITION,),
        [("detention", ["Orlan Timur"], []), ("statement", [], ["Open Roof"])],
    ),
    "a relative clause of the past says who somebody is": (
        "Orlan Timur, convicted of theft, went on hunger strike[1].",
        ["Orlan Timur"],
        (),
        [("hunger_strike", ["Orlan Timur"], [])],
    ),
}


@pytest.mark.parametrize(("text", "names", "bodies", "expected"), CASES.values(), ids=CASES.keys())
def test_sentences_are_read_by_their_grammar(
    text: str,
    names: list[str],
    bodies: tuple[tuple[str, str, str], ...],
    expected: list[tuple[str, list[str], list[str]]],
) -> None:
    assert told(facts_of(text, *names, bodies=bodies)) == expected


ROLES = {"Salova Vera": "relative", "Denko Ivan": "perpetrator", "Orlan Timur": "target"}

BESIDE = {
    "refused to a wife is refused to the prisoner": (
        "Orlan Timur, Article 405, has been refusing food. His wife, Salova Vera, was refused a visit[1].",
        ["Orlan Timur", "Salova Vera"],
        [("hunger_strike", ["Orlan Timur"], []), ("prison_conditions", ["Orlan Timur"], [])],
    ),
    "he is the one of the header, not whoever hit him": (
        "Orlan Timur, Article 677. Major Denko Ivan twisted his arms. He was fined[1].",
        ["Orlan Timur", "Denko Ivan"],
        [("attack", ["Orlan Timur"], ["Denko Ivan"]), ("sentence", ["Orlan Timur"], [])],
    ),
    "out of the flat that was searched": (
        "Police searched the flat of Orlan Timur. Two laptops were seized[1].",
        ["Orlan Timur"],
        [("search", ["Orlan Timur"], []), ("seizure", ["Orlan Timur"], [])],
    ),
}


@pytest.mark.parametrize(("text", "names", "expected"), BESIDE.values(), ids=BESIDE.keys())
def test_whom_an_act_is_done_to_where_others_stand_beside(
    text: str, names: list[str], expected: list[tuple[str, list[str], list[str]]]
) -> None:
    facts = facts_of(text, *names)
    facts = replace(facts, persons=tuple(replace(p, role=ROLES[p.name]) for p in facts.persons))
    assert told(facts) == expected
