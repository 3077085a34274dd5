"""The build on facts made by hand: each rule of the design that one month can show."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ingest.facts import Affiliation, EntryFacts, Occasion, Relation
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import ActiveReport
from kg.graph.value import Graph, Key, Relationship
from kg.rows.build import Built, build
from kg.schema.schema import load_schema
from tests.kg.scenes import act, body, charge, entry, person, report, sanction, words

COUNTRY = load_jurisdiction("kazakhstan")

ARREST = "March 3, Almaty, Orvin Tasel, Article 488 of the CAO, the city court sentenced him to 10 days of arrest[1]."
AGAIN = "March 5, Almaty, O. Tasel and Orvin Tasel's arrest for 10 days under Article 488 were told again[2]."
HUNGER = (
    "March 9, Almaty, facility ZK-1/2, Orvin Tasel is on hunger strike, says his lawyer Mirel Dovan of “Free Word”[3]."
)
OFFICER = (
    "March 10, Almaty, officer Karn Bolt, Article 146 of the CC, is tried for the alleged torture of Lem Sorak[4]."
)
REFUSED = "March 11, {place}, the city akimat refused {name} a rally on March 20. Reason: repair works[5]."


def arrest(text: str, number: int, date: str) -> EntryFacts:
    return entry(
        number,
        date,
        text,
        "Almaty",
        persons=(person(text, "Orvin Tasel"),),
        bodies=(body(text, "court", "city court", "city", generic=True),) if "city court" in text else (),
        charges=(charge(text, 0, "CAO", "488"),),
        sanctions=(sanction(text, 0, "administrative_arrest", "10 days", duration="P10D"),),
        acts=(act(text, "sentence", "arrest", to="p0", by="b0" if "city court" in text else "", date="2031-03-03"),),
    )


def refusal(number: int, place: str, name: str) -> EntryFacts:
    text = REFUSED.format(place=place, name=name)
    return entry(
        number,
        "2031-03-11",
        text,
        place,
        persons=(person(text, name),),
        bodies=(body(text, "organisation", "city akimat", "state", generic=True),),
        acts=(
            act(
                text,
                "assembly_refusal",
                "refused",
                to="p0",
                by="b0",
                next="2031-03-20",
                reason=words(text, "repair works").spans[0],
            ),
        ),
    )


MONTH = report(
    arrest(ARREST, 1, "2031-03-03"),
    arrest(AGAIN, 2, "2031-03-05"),
    entry(
        3,
        "2031-03-09",
        HUNGER,
        "Almaty",
        persons=(person(HUNGER, "Orvin Tasel"), person(HUNGER, "Mirel Dovan", "lawyer")),
        bodies=(body(HUNGER, "facility", "ZK-1/2", "prison"), body(HUNGER, "organisation", "Free Word", "ngo")),
        acts=(act(HUNGER, "hunger_strike", "hunger strike", to="p0", at=0),),
        relations=(Relation(1, "lawyer", 0, words(HUNGER, "his lawyer")),),
        affiliations=(Affiliation(1, 1, "lawyer", words(HUNGER, "lawyer")),),
    ),
    entry(
        4,
        "2031-03-10",
        OFFICER,
        "Almaty",
        persons=(person(OFFICER, "Karn Bolt", "perpetrator", "police"), person(OFFICER, "Lem Sorak")),
        charges=(charge(OFFICER, 0, "CC", "146"),),
        acts=(
            act(OFFICER, "trial", "tried", to="p0"),
            act(OFFICER, "torture", "torture", to="p1", by="p0", standing="alleged"),
        ),
    ),
    refusal(5, "Almaty", "Nadir Quell"),
    refusal(6, "Astana", "Sanna Pryde"),
)


@pytest.fixture(scope="module")
def built() -> Built:
    return build([MONTH], COUNTRY)


def test_everybody_has_the_days_on_which_something_was_done_to_them(built: Built) -> None:
    found = {n.properties["name"]: n.properties["days_targeted"] for n in built.graph.nodes if n.label == "Person"}
    once, never = dict.fromkeys(("Lem Sorak", "Nadir Quell", "Sanna Pryde"), 1), {"Karn Bolt": 0, "Mirel Dovan": 0}
    assert found == {"Orvin Tasel": 2, **once, **never}


def ids(graph: Graph, label: str, **properties: object) -> list[str]:
    return [
        n.id
        for n in graph.nodes
        if n.label == label and all(n.properties.get(name) == value for name, value in properties.items())
    ]


def ties(graph: Graph, type: str, start: str | None = None, end: str | None = None) -> list[Relationship]:
    return [
        r for r in graph.relationships if r.type == type and start in (None, r.start.id) and end in (None, r.end.id)
    ]


def test_the_same_arrest_told_twice_is_one_of_each_with_two_evidences(built: Built) -> None:
    (tasel,) = ids(built.graph, "Person", name="Tasel Orvin") or ids(built.graph, "Person", name="Orvin Tasel")
    assert len(ties(built.graph, "FACES", tasel)) == 1
    (received,) = ties(built.graph, "RECEIVED", tasel)
    assert {"2031-03/1", "2031-03/2"} == set(received.properties["entries"])  # type: ignore[arg-type]
    assert (
        len(
            [
                t
                for t in ties(built.graph, "INVOLVED_IN", tasel)
                if built.graph.by_key[t.end].properties["type"] == "sentence"
            ]
        )
        == 1
    )
    (measure,) = [built.graph.by_key[received.end]]
    assert (measure.properties["days"], measure.properties["date"]) == (10, "2031-03-03")


def test_every_tie_between_things_says_which_words_it_rests_on(built: Built) -> None:
    schema = load_schema()
    texts = {n.id: str(n.properties["text"]) for n in built.graph.nodes if n.label == "Entry"}
    checked = 0
    for tie in built.graph.relationships:
        if not schema.relationships[tie.type].evidence:
            continue
        entries, spans = tie.properties["entries"], tie.properties["spans"]
        assert len(entries) == len(spans) > 0  # type: ignore[arg-type]
        for entry_id, span in zip(entries, spans, strict=True):  # type: ignore[arg-type]
            if entry_id != "pack":
                start, end = map(int, str(span).split("-"))
                assert texts[str(entry_id)][start:end]
                checked += 1
    assert checked > 30


def test_every_row_is_of_the_vocabulary(built: Built) -> None:
    schema = load_schema()
    for node in built.graph.nodes:
        declared = schema.nodes[node.label].properties
        assert set(node.properties) <= set(declared)
        for name, value in node.properties.items():
            if declared[name].values and name != "offices":
                assert value in schema.values[str(declared[name].values)], (node.label, name)
    for tie in built.graph.relationships:
        kind = schema.relationships[tie.type]
        assert kind.joins(tie.start.label, tie.end.label), (tie.type, tie.start.label, tie.end.label)
        assert set(tie.properties) - {"entries", "spans"} <= set(kind.properties), tie.type


def test_an_accusation_keeps_its_standing_on_the_act_and_on_every_tie(built: Built) -> None:
    (torture,) = ids(built.graph, "Event", type="torture")
    assert built.graph.by_key[Key("Event", torture)].properties["standing"] == "alleged"
    assert {t.properties["standing"] for t in ties(built.graph, "INVOLVED_IN", end=torture)} == {"alleged"}


def test_the_accused_officer_never_faces_a_charge_as_a_target(built: Built) -> None:
    (bolt,) = ids(built.graph, "Person", offices=["police"])
    assert [t.properties["role"] for t in ties(built.graph, "FACES", bolt)] == ["perpetrator"]
    assert {t.properties["role"] for t in ties(built.graph, "PARTY_TO", bolt)} == {"perpetrator"}


def test_two_cities_administrations_are_two(built: Built) -> None:
    assert len(ids(built.graph, "Organisation", name="city akimat")) == 2


def test_rallies_of_one_day_share_a_campaign_and_no_case(built: Built) -> None:
    (campaign,) = ids(built.graph, "Campaign")
    arising = ties(built.graph, "ARISES_FROM", end=campaign)
    assert len(arising) == 2
    assert not [t for t in built.graph.relationships if t.type == "IN_CASE" and t.start in {a.start for a in arising}]


def test_a_prisoner_stays_where_the_words_hold_him(built: Built) -> None:
    (stay,) = ids(built.graph, "Stay")
    (at,) = ties(built.graph, "AT", stay)
    assert built.graph.by_key[at.end].properties["name"] == "ZK-1/2"


def test_the_lawyer_represents_and_is_affiliated(built: Built) -> None:
    (represents,) = ties(built.graph, "REPRESENTS")
    (affiliated,) = ties(built.graph, "AFFILIATED_WITH")
    assert represents.start == affiliated.start
    assert affiliated.properties["as"] == "lawyer"


def test_who_is_only_named_stands_in_no_act() -> None:
    text = "March 4, Almaty, activists demanded freedom for Lem Sorak in front of the city court[1]."
    reported = entry(
        1,
        "2031-03-04",
        text,
        "Almaty",
        persons=(person(text, "Lem Sorak", "subject"),),
        acts=(act(text, "protest", "demanded"),),
    )
    graph = build([report(reported)], COUNTRY).graph
    (sorak,) = ids(graph, "Person")
    assert not [t for t in graph.relationships if t.start.id == sorak]
    assert ties(graph, "MENTIONS", end=sorak)


def orders() -> Sequence[Sequence[ActiveReport]]:
    other = report(arrest(ARREST, 1, "2031-04-03"), period="2031-04")
    named = report(arrest(AGAIN, 1, "2031-03-05"), series="acme")
    return [(MONTH, other, named), (named, other, MONTH), (other, MONTH, named)]


def test_the_reports_order_does_not_matter() -> None:
    graphs = {build(order, COUNTRY).graph.digest for order in orders()}
    assert len(graphs) == 1


def test_an_entry_inserted_above_changes_no_id(built: Built) -> None:
    inserted = entry(1, "2031-03-01", "March 1, Almaty, a press conference was held[9].", "Almaty")
    moved = [replace(e, entry=replace(e.entry, number=e.entry.number + 1)) for e in MONTH.facts.entries]
    graph = build([report(inserted, *moved)], COUNTRY).graph
    for label in ("Person", "Event", "Charge", "Sanction", "Case", "Stay"):
        assert ids(graph, label) == ids(built.graph, label), label


def test_every_mention_leads_to_a_node_that_is_there(built: Built) -> None:
    there = {n.id for n in built.graph.nodes}
    assert set(built.ids.values()) <= there
    assert len(built.ids) > len(set(built.ids.values()))


def test_who_is_detained_on_the_day_of_the_rally_belongs_to_the_campaign() -> None:
    text = "March 20, Almaty, Lem Sorak was detained on the day of the announced rally[7]."
    occasion = Occasion("2031-03-20", words(text, "day of the announced rally"))
    detained = entry(
        7,
        "2031-03-20",
        text,
        "Almaty",
        persons=(person(text, "Lem Sorak"),),
        acts=(act(text, "detention", "detained", to="p0"),),
        occasions=(occasion,),
    )
    graph = build([report(refusal(5, "Almaty", "Nadir Quell"), detained)], COUNTRY).graph
    (campaign,) = ids(graph, "Campaign")
    (detention,) = ids(graph, "Event", type="detention")
    (arises,) = ties(graph, "ARISES_FROM", detention, campaign)
    start, end = map(int, str(arises.properties["spans"][0]).split("-"))  # type: ignore[index]
    assert text[start:end] == "day of the announced rally"


def test_rallies_of_days_that_one_refusal_names_are_one_campaign() -> None:
    first, second, third = (
        refusal(n, "Almaty", name) for n, name in ((5, "Nadir Quell"), (6, "Sanna Pryde"), (8, "Lem Sorak"))
    )
    both = replace(first, acts=(*first.acts, replace(first.acts[0], next="2031-03-21")))
    later = replace(second, acts=(replace(second.acts[0], next="2031-03-21"),))
    alone = replace(third, acts=(replace(third.acts[0], next="2031-05-01"),))
    graph = build([report(both, later, alone)], COUNTRY).graph
    assert len(ids(graph, "Campaign")) == 1
    assert len(ties(graph, "ARISES_FROM")) == 3


@pytest.mark.parametrize(
    ("first", "second", "bodies"),
    [
        (("city akimat", None), ("akimat of the city", None), 1),
        (("akimat", None), ("Akimat of Almaty", "Almaty"), 1),
        (("Akimat of Astana", "Astana"), ("akimat", None), 2),
        (("akimat of Dalny", "Dalny"), ("akimat", None), 2),
        (("regional akimat", None), ("akimat", None), 2),
    ],
)
def test_a_city_s_administration_is_one_under_its_names(
    first: tuple[str, str | None], second: tuple[str, str | None], bodies: int
) -> None:
    reported = []
    for number, (name, place) in enumerate((first, second), 1):
        text = f"March {number}, Almaty, the {name} refused Nadir Quell a rally[{number}]."
        found = body(text, "organisation", name, "state", generic=True, place=place)
        reported.append(entry(number, f"2031-03-0{number}", text, "Almaty", bodies=(found,)))
    assert len(ids(build([report(*reported)], COUNTRY).graph, "Organisation")) == bodies


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("March 4, Orvin Tasel was remanded, they took him to facility ZK-1/2[1].", 1),
        ("March 4, Orvin Tasel was remanded, moved from facility ZK-1/2 to ZK-1/5[1].", 0),
    ],
)
def test_who_is_remanded_is_held_in_the_only_prison_named(text: str, stays: int) -> None:
    prisons = tuple(body(text, "facility", code, "prison") for code in ("ZK-1/2", "ZK-1/5") if code in text)
    reported = entry(
        1,
        "2031-03-04",
        text,
        persons=(person(text, "Orvin Tasel"),),
        bodies=prisons,
        acts=(act(text, "remand", "remanded", to="p0"),),
    )
    assert len(ids(build([report(reported)], COUNTRY).graph, "Stay")) == stays


def test_who_is_under_a_measure_is_a_party_to_the_case() -> None:
    text = "March 4, neighbours want the 15 days of Orvin Tasel and Lem Sorak cancelled[1]."
    reported = entry(
        1,
        "2031-03-04",
        text,
        persons=(person(text, "Orvin Tasel"), person(text, "Lem Sorak")),
        sanctions=tuple(sanction(text, i, "administrative_arrest", "15 days", duration="P15D") for i in (0, 1)),
        acts=(act(text, "complaint", "want"),),
    )
    graph = build([report(reported)], COUNTRY).graph
    assert len([r for r in graph.relationships if r.type == "PARTY_TO"]) == 2
