"""A file that states what cannot be taken in as stated is refused, and says what stands in the way."""

import pytest

from ingest.errors import ReportRefused
from kg.rdf.stated import StatedGraph, read_stated
from tests.kg.rdf.bad_files import CASES, HEAD, HOSTILE, encoded

REPORT = 'd:r a kg:Report ; kg:id "2031-03" ; kg:periodStart "2031-03-01"^^xsd:date . '
ENTRY = 'd:e a kg:Entry ; kg:id "2031-03/1" ; kg:text "Orvin Tasel was detained." . '
PERSON = "d:p a kg:Person . "
EVENT = "d:v a kg:Event ; kg:actType kg:actType-detention . "
ROLE = "kg:involvement kg:involvement-to"
OA = "http://www.w3.org/ns/oa#"


def words(start: int, end: int, quote: str) -> str:
    """A quotation of the entry."""
    return (
        f"d:w <{OA}hasSource> d:e ; <{OA}hasSelector> d:q, d:s . d:q <{OA}exact> {quote!r} . "
        f"d:s <{OA}start> {start} ; <{OA}end> {end} . "
    )


def involved(rest: str) -> str:
    return f"d:i a kg:Involvement ; kg:from d:p ; kg:to d:v ; {ROLE} ; {rest} . "


THINGS = REPORT + ENTRY + PERSON + EVENT
GOOD = THINGS + involved("kg:restsOn d:w") + words(0, 11, "Orvin Tasel") + "d:p kg:underwent d:v . "

REFUSED = [
    (PERSON, "no Report"),
    (REPORT + "d:e a kg:Entry .", "in no report"),
    (THINGS + "d:p a kg:Court .", "is a Person and a Court"),
    (THINGS + 'd:o a kg:Person ; kg:id "https://data.example/p" .', "have the same id"),
    (THINGS + "[] a kg:Person .", "neither an address nor an id"),
    (THINGS + 'd:p kg:duration "P2Y"^^xsd:duration .', "a Person has no duration"),
    (THINGS + 'd:p kg:name "Orvin", "Lem" .', "name has 2 values"),
    (THINGS + "d:a a kg:Event .", "a Event without a type"),
    (THINGS + "d:v kg:standing kg:standing-alleged .", "stated as Event, .* make it a AllegedEvent"),
    (THINGS + "d:u a kg:ReportedEvent .", "says too little"),
    (THINGS + 'd:u kg:name "Lem" .', "no class of the vocabulary"),
    (THINGS + involved("kg:restsOnEntry d:x"), "no entry in the file"),
    (THINGS + involved("kg:standing kg:standing-found"), "rests on no words"),
    (THINGS + "d:i a kg:Custody ; kg:from d:p ; kg:to d:v ; kg:restsOnEntry d:e .", "from a Person to a Event"),
    (THINGS + "d:i a kg:Involvement ; kg:from d:p ; kg:restsOnEntry d:e .", "0 values of 'to'"),
    (THINGS + "d:i a kg:Involvement ; kg:from d:p ; kg:to d:x ; kg:restsOnEntry d:e .", "does not describe"),
    (THINGS + involved("kg:restsOn d:w") + words(1, 11, "Orvin Tasel"), "does not stand at its position"),
    (THINGS + involved("kg:restsOn d:w") + words(11, 0, "Orvin Tasel"), "no stretch of characters"),
    (THINGS + involved("kg:restsOn d:w"), "of 0 entries"),
    (THINGS + "d:p kg:underwent d:v .", "no relationship that says what it rests on"),
]  # fmt: skip


# Those that the statement alone shows; what SHACL shapes find is refused in other words, above.
UNKNOWN = [(turtle, problem) for turtle, problem in CASES if problem and not problem.endswith(("Component", "Class"))]


def stated(turtle: str) -> StatedGraph:
    return read_stated((HEAD + turtle).encode(), ".ttl", "partner.ttl")


def test_a_small_file_becomes_a_graph() -> None:
    graph = stated(GOOD).graph
    (involvement,) = graph.relationships
    assert involvement.properties == {"role": "to", "entries": ["2031-03/1"], "spans": ["0-11"]}
    assert involvement.start.id == "https://data.example/p"


def test_a_class_says_what_its_things_are() -> None:
    alleged = "d:v a kg:AllegedEvent ; kg:actType kg:actType-torture . "
    (event,) = (n for n in stated(REPORT + alleged).graph.nodes if n.label == "Event")
    assert event.properties["standing"] == "alleged"


@pytest.mark.parametrize(("turtle", "problem"), REFUSED)
def test_what_cannot_be_taken_in_is_refused(turtle: str, problem: str) -> None:
    with pytest.raises(ReportRefused, match=f"(?s)partner.ttl: .*{problem}.*Nothing was taken in"):
        stated(turtle)


@pytest.mark.parametrize(
    ("turtle", "problem"), [case for case in CASES if case[1] and "Component" not in case[1] and "Class" not in case[1]]
)
def test_what_does_not_fit_the_vocabulary_is_refused(turtle: str, problem: str) -> None:
    with pytest.raises(ReportRefused, match=problem):
        stated(REPORT + turtle)


@pytest.mark.parametrize(("name", "text", "sentence"), HOSTILE)
def test_a_hostile_file_is_refused(name: str, text: str, sentence: str) -> None:
    with pytest.raises(ReportRefused, match=name) as error:
        read_stated(encoded(name, text), f".{name.rpartition('.')[2]}", name)
    assert sentence in str(error.value)
