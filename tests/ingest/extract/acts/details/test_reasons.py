"""Where the reason of an act stands, on invented people: behind, before and around the words that tell it."""

import pytest

from tests.ingest.extract.acts.invented import AKIMAT, COURT, acts_of, facts_of

REASONS = {
    "what somebody is given to understand": (
        "The akimat did not give Salova Vera leave for a rally. She was given to understand that the park is wet[1].",
        (AKIMAT,),
        ("assembly_refusal", "the park is wet"),
    ),
    "according to the reply": (
        "The akimat refused Salova Vera a rally. According to the reply, the stadium is being painted[1].",
        (AKIMAT,),
        ("assembly_refusal", "the stadium is being painted"),
    ),
    "what stands in the way, though nothing opens it": (
        "The akimat refused Salova Vera a rally; the square is occupied by a circus[1].",
        (AKIMAT,),
        ("assembly_refusal", "the square is occupied by a circus"),
    ),
    "tied to what went before": (
        "Somebody set the car of Salova Vera on fire. She ties the arson to her series on timber[1].",
        (),
        ("attack", "her series on timber"),
    ),
    "put down to it": (
        "Salova Vera has received threats. She puts them down to her series on timber[1].",
        (),
        ("threat", "her series on timber"),
    ),
    "a deed behind over": (
        "Salova Vera was summoned to the police over a post about timber[1].",
        (),
        ("summons", "a post about timber"),
    ),
    "a deed behind for": (
        "The district court fined Salova Vera for a short video about timber[1].",
        (COURT,),
        ("sentence", "a short video about timber"),
    ),
    "no deed but a term": (
        "The district court sent Salova Vera to prison for the same term[1].",
        (COURT,),
        ("sentence", None),
    ),
    "closed by what is called so": (
        "Salova Vera was fined by the district court. “Contempt” is what the judge called it[1].",
        (COURT,),
        ("sentence", "Contempt"),
    ),
    "ended by what the court did": (
        "The district court found Salova Vera guilty of singing and gave her a suspended term[1].",
        (COURT,),
        ("sentence", "singing"),
    ),
}


@pytest.mark.parametrize(("text", "bodies", "expected"), REASONS.values(), ids=REASONS)
def test_the_reason_of_an_act(text, bodies, expected):
    act = acts_of(facts_of(text, "Salova Vera", bodies=bodies))[0]
    assert (act.type, act.reason and text[act.reason.start : act.reason.end]) == expected
