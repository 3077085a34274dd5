"""A profile over a whole graph: who leaves how, what goes with them, and that nothing else is lost."""

from pathlib import Path

import pytest

from exports.profiles.application import Disclosure, apply_profile
from exports.profiles.plan import Consent
from exports.profiles.profile import find_profile, given_profile
from exports.profiles.pseudonyms import receivers_pseudonyms
from exports.profiles.words.sensitive_words import MASK, SensitiveWords
from ingest.errors import KgError
from ingest.jurisdictions.packs import load_jurisdiction
from kg.explain.rule_examples import read_example
from kg.graph.value import Graph
from kg.rows.build import build
from kg.schema.schema import load_schema
from kg.workspace import Workspace

VELMORIA = load_jurisdiction("velmoria")
ACME, BUREAU = (receivers_pseudonyms(b"k" * 32, name) for name in ("acme", "bureau"))


def graph_of(*entries: str) -> Graph:
    return build(read_example(entries, "velmoria"), VELMORIA).graph


def disclose(
    graph: Graph, profile: str, consents: dict[str, Consent] | None = None, pseudonyms: object = ACME
) -> Disclosure:
    given = given_profile(profile)
    return apply_profile(graph, given, pseudonyms, SensitiveWords(VELMORIA), load_schema(), consents or {})  # type: ignore[arg-type]


def names_in(graph: Graph) -> set[str]:
    return {str(node.properties["name"]) for node in graph.nodes if node.label == "Person"}


def person_id(graph: Graph, name: str) -> str:
    return next(n.id for n in graph.nodes if n.label == "Person" and name in str(n.properties["name"]))


DETAINED = "March 4, Pessarin, police officers detained Ilkuvel Orvane. His sister Marthena Dorvil has no news of him."
LATER = "March 9, Pessarin, judge Temmin Garro sentenced Ilkuvel Orvane to 15 days of arrest."


def test_full_is_the_graph_itself(sample_workspace: Path) -> None:
    graph = Workspace.open(sample_workspace).graph()
    assert disclose(graph, "full").graph == graph


def test_partner_names_adults_and_officials_and_no_relative() -> None:
    names = names_in(disclose(graph_of(DETAINED, LATER), "partner").graph)
    assert {"Ilkuvel Orvane", "Temmin Garro"} < names and len(names) == 3
    assert not any("Marthena" in name for name in names)


def test_public_names_only_officials() -> None:
    names = names_in(disclose(graph_of(DETAINED, LATER), "public").graph)
    assert "Temmin Garro" in names and not any("Orvane" in name or "Marthena" in name for name in names)


def test_a_protected_person_takes_the_words_of_the_entry_along() -> None:
    disclosed = disclose(graph_of(DETAINED, LATER), "partner")
    first, second = sorted(
        (n for n in disclosed.graph.nodes if n.label == "Entry"), key=lambda n: "text" in n.properties
    )
    assert set(first.properties) == {"date", "id"} and first.id not in ("2031-03/1", "2031-03/2")
    assert second.id == "2031-03/2" and second.properties["text"]
    rows = [r for r in disclosed.graph.relationships if first.key in (r.start, r.end)]
    assert rows and not any({"start", "end", "surface", "footnote"} & set(r.properties) for r in rows)
    resting = [r for r in disclosed.graph.relationships if first.id in (r.properties.get("entries") or ())]  # type: ignore[operator]
    assert resting
    for relationship in resting:
        entries, spans = relationship.properties["entries"], relationship.properties["spans"]
        assert isinstance(entries, list) and isinstance(spans, list)
        assert all(span == "" for entry, span in zip(entries, spans, strict=True) if entry == first.id)
    cited = {r.end.id for r in disclosed.graph.relationships if r.type == "CITES" and r.start == first.key}
    assert cited == {"https://news.example/"}


def test_a_tie_that_would_tell_who_a_pseudonym_is_goes_too() -> None:
    graph = graph_of(DETAINED)
    assert any(r.type == "RELATED_TO" for r in graph.relationships)
    assert not any(r.type == "RELATED_TO" for r in disclose(graph, "partner").graph.relationships)


def test_what_is_told_of_a_minor_is_less_exact() -> None:
    text = "March 4, Pessarin, police officers detained the schoolgirl Orvanela Temmin at the Pessarin police station."
    graph = disclose(graph_of(text), "partner").graph
    dates = {str(n.properties["date"]) for n in graph.nodes if "date" in n.properties}
    assert dates == {"2031-03"} and any(name.startswith("Minor ") for name in names_in(graph))
    assert not [n for n in graph.nodes if n.properties.get("name") == "Pessarin"]
    assert not [n for n in graph.nodes if n.label == "Facility"]


def test_what_else_an_entry_tells_that_names_a_minor_is_less_exact_too() -> None:
    text = "March 4, Pessarin, police officers detained the schoolgirl Orvanela Temmin. Ilkuvel Orvane held a picket."
    graph = disclose(graph_of(text), "partner").graph
    protests = [n for n in graph.nodes if n.properties.get("type") == "protest"]
    assert protests and {n.properties["date"] for n in protests} == {"2031-03"}
    assert "Ilkuvel Orvane" in names_in(graph)


def test_words_about_health_and_a_telephone_are_masked_and_the_rest_stays() -> None:
    text = (
        "March 4, Pessarin, police officers detained Ilkuvel Orvane. He has diabetes. Call 0700 12 34 56. "
        "A rally is planned."
    )
    (entry,) = (n for n in disclose(graph_of(text), "partner").graph.nodes if n.label == "Entry")
    left = str(entry.properties["text"])
    assert len(left) == len(text) + len("[11]") and "diabetes" not in left and "0700" not in left
    assert left.startswith(text.split(". ", maxsplit=1)[0]) and "A rally is planned." in left and MASK * 10 in left


def test_pseudonyms_are_the_same_for_one_receiver_and_others_for_another() -> None:
    graph = graph_of(DETAINED)
    first, again = (disclose(graph, "partner").graph for _ in range(2))
    other = disclose(graph, "partner", pseudonyms=BUREAU).graph
    assert first == again and names_in(first) & names_in(other) == {"Ilkuvel Orvane"}
    ids = [{n.id for n in g.nodes if n.label in ("Person", "Event", "Case")} for g in (graph, first, other)]
    assert not (ids[0] & ids[1] or ids[1] & ids[2] or ids[0] & ids[2])


def test_consent_and_refusal_win_over_every_profile() -> None:
    graph = graph_of(DETAINED, LATER)
    orvane, sister = person_id(graph, "Ilkuvel Orvane"), person_id(graph, "Marthena")
    assert "Ilkuvel Orvane" in names_in(disclose(graph, "public", {orvane: "given"}).graph)
    assert any("Marthena" in name for name in names_in(disclose(graph, "partner", {sister: "given"}).graph))
    for profile in ("full", "partner", "public"):
        refused = disclose(graph, profile, {orvane: "refused"}).graph
        assert "Ilkuvel Orvane" not in names_in(refused)
        assert {n.id for n in refused.nodes if n.label == "Source"} == {"https://news.example/"}
        assert not any(n.properties.get("text") for n in refused.nodes)


@pytest.mark.parametrize("profile", ["partner", "public"])
def test_the_sample_keeps_its_facts(sample_workspace: Path, profile: str) -> None:
    graph = Workspace.open(sample_workspace).graph()
    disclosed = disclose(graph, profile)
    for label in ("Event", "Charge", "Sanction", "Stay", "Case", "Entry"):
        assert sum(n.label == label for n in disclosed.graph.nodes) == sum(n.label == label for n in graph.nodes)
    standings = [
        sorted(str(n.properties.get("standing")) for n in g.nodes if n.label == "Event")
        for g in (graph, disclosed.graph)
    ]
    assert standings[0] == standings[1]
    people = sum(disclosed.record.count(outcome, "Person") for outcome in ("kept", "changed", "left out"))
    assert people == sum(n.label == "Person" for n in graph.nodes) and disclosed.record.count("changed", "Person")


def test_an_act_counts_only_the_people_who_leave_with_it() -> None:
    graph = graph_of(DETAINED)
    own = {"press": {"extends": "public", "people": {"target": {"name": "drop"}}}}
    pressed = apply_profile(graph, find_profile("press", own), ACME, SensitiveWords(VELMORIA), load_schema(), {}).graph

    def targeted(graph: Graph) -> list[object]:
        acts = [node.properties for node in graph.nodes if node.label == "Event"]
        return [act["people_targeted"] for act in acts if act["type"] == "detention"]

    assert (targeted(graph), targeted(pressed)) == ([1], [0])
    assert targeted(disclose(graph, "public").graph) == [1]  # who leaves under a pseudonym counts


def test_an_organisation_writes_a_profile_of_its_own() -> None:
    own = {"press": {"extends": "public", "people": {"lawyer": {"name": "keep"}}, "kinds": {"Source": "drop"}}}
    profile = find_profile("press", own)
    assert profile.of_group("lawyer").name == "keep" and profile.of_group("lawyer").dates == "month"
    assert profile.of_group("target").name == "pseudonym" and profile.kinds == {"Source": "drop"}


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"x": {"people": {"minr": {"name": "keep"}}}}, "people: there is no 'minr' here, only .*minor"),
        (
            {"x": {"people": {"minor": {"dates": "day"}}}},
            "people.minor.dates: 'day' is none of drop, keep, month",
        ),
        ({"x": {"people": {"minor": {"date": "month"}}}}, "people.minor: there is no 'date' here, only name, dates"),
        ({"x": {"people": {"minor": "drop"}}}, "people.minor: 'drop' is no table"),
        ({"x": {"words": {"health": "mask"}}}, "words.health: 'mask' is none of drop, keep"),
        ({"x": {"links": {"personal": "none"}}}, "links.personal: 'none' is none of drop, host, keep"),
        ({"x": {"texts": "some"}}, "texts: 'some' is none of drop, keep"),
        ({"x": {"keyed_ids": "yes"}}, "keyed_ids: 'yes' is not true or false"),
        ({"x": {"properties": {"Event.reason": "week"}}}, "Event.reason: 'week' is none of drop, keep, month, year"),
        ({"x": {"kinds": {"Source": "hide"}}}, "kinds.Source: 'hide' is none of drop, keep"),
        ({"x": {"properties": {"Event.reasn": "drop"}}}, "no property Event.reasn"),
        ({"x": {"properties": {"Event.reason": "month"}}}, "Event.reason is no date"),
        ({"x": {"properties": {"INVOLVED_IN.standing": "drop"}}}, "as a finding"),
        ({"x": {"kinds": {"Persn": "drop"}}}, "no kind Persn"),
        ({"x": {"extends": "secret"}}, "none of full, partner, public"),
        ({}, "no profile 'x'"),
        ({"partner": {}}, "given profile"),
    ],
)
def test_a_wrong_profile_is_refused_with_a_sentence(own: dict[str, dict[str, object]], message: str) -> None:
    with pytest.raises(KgError, match=message):
        find_profile("partner" if "partner" in own else "x", own)
