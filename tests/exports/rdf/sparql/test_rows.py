"""A SPARQL file gives a partner the rows that Cypher gives us, in two engines, over what left the house."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph
import pytest
import rdflib

from exports.profiles.application import Disclosure
from exports.rdf import Bases, Release, write_rdf
from exports.rdf.sparql import read_queries
from kg.cli.profiles.disclosure import disclose
from kg.cli.profiles.terms import Terms
from kg.schema.schema import load_schema
from kg.stores import Store
from kg.stores.arcadedb import ENGINE
from queries.catalogue import load_queries
from queries.execute import ask, bind_parameters

SPARQL = read_queries(load_schema().namespace)
BETWEEN = " | "
ARTICLE, DAY = "CAO:61", "2031-04-30"
GIVEN: Mapping[str, Mapping[str, str]] = {"shared_charges": {}}

# What no saved query asks in this form.
EVIDENCE = "[i IN range(0, size(r.entries) - 1) | r.entries[i] + '#' + r.spans[i]] AS evidence"
CYPHER = {
    "charged_under": f"""
MATCH (p:Person)-[r:FACES]->(c:Charge)-[:UNDER]->(v:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.id = '{ARTICLE}'
RETURN p.name AS name, v.id AS provision, c.stage AS stage, r.role AS role, c.first_seen AS first, c.last_seen AS last,
       p.id AS person, {EVIDENCE}""",
    "sentences_under_article": f"""
MATCH (s:Sanction)-[:UNDER]->(:Provision)-[:PART_OF*0..3]->(a:Provision)
WHERE a.id = '{ARTICLE}'
WITH DISTINCT s
MATCH (p:Person)-[r:RECEIVED]->(s)
OPTIONAL MATCH (s)-[:UNDER]->(v:Provision)
OPTIONAL MATCH (s)-[:IMPOSED_BY]->(b:Court|Organisation|Facility)
WITH p, r, s, v.id AS provision, b.name AS body
ORDER BY provision, body
WITH p, r, s, collect(DISTINCT provision) AS provisions, collect(DISTINCT body) AS imposed_by
RETURN s.status AS status, s.kind AS kind, s.duration AS duration, s.amount AS amount, p.name AS name, imposed_by,
       s.date AS date, provisions, p.id AS person, {EVIDENCE}""",
    "requested_only": f"""
MATCH (p:Person)-[r:RECEIVED]->(s:Sanction) WHERE s.status = 'requested'
OPTIONAL MATCH (s)-[:UNDER]->(v:Provision)
WITH p, r, s, v.id AS id ORDER BY id
WITH p, r, s, collect(DISTINCT id) AS provisions
RETURN p.name AS name, s.kind AS kind, s.duration AS duration, s.amount AS amount, s.date AS date, p.id AS person,
       provisions, {EVIDENCE}""",
    "in_custody": f"""
CALL {{
  MATCH (p:Person)-[r:IN_CUSTODY]->(y:Stay) WHERE y.first_seen IS NOT NULL
  OPTIONAL MATCH (y)-[:AT]->(f:Facility)
  RETURN p, r, 'stay' AS kind, f.name AS facility, coalesce(y.since, y.first_seen) AS begun, y.until AS until,
         null AS days, y.last_seen AS told
  UNION ALL
  MATCH (p:Person)-[r:RECEIVED]->(s:Sanction)
  WHERE s.status = 'imposed' AND s.kind IN ['administrative_arrest', 'imprisonment', 'remand'] AND s.date IS NOT NULL
  RETURN p, r, s.kind AS kind, null AS facility, s.date AS begun, s.until AS until, s.days AS days, null AS told
}}
WITH p, r, kind, facility, begun, until, days, told
WHERE begun <= '{DAY}' AND (until IS NULL OR until >= '{DAY}')
  AND (days IS NULL OR size(begun) < 10 OR toString(date(begun) + duration({{days: days}})) >= '{DAY}')
OPTIONAL MATCH (p)-[:INVOLVED_IN]->(e:Event)
WHERE e.date > begun AND e.date <= '{DAY}'
  AND (e.type = 'death' OR (e.type = 'release' AND coalesce(e.outcome, '') <> 'dismissed'))
WITH p, r, kind, facility, begun, until, days, told, count(e) AS ended
WHERE ended = 0
RETURN p.name AS name, kind, facility, begun, until, days, told, p.id AS person, {EVIDENCE}""",
}


class Exported(NamedTuple):
    """What left under a profile: as Turtle, and as the same graph in a store that is asked in Cypher."""

    turtle: Path
    store: Store


@pytest.fixture(scope="module", params=["full", "partner"])
def exported(
    request: pytest.FixtureRequest, sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Exported]:
    folder = tmp_path_factory.mktemp("exported")
    left: Disclosure = disclose(sample_workspace, Terms(request.param, "a partner"))
    schema, path = load_schema(), folder / "graph.ttl"
    write_rdf(
        left.graph, schema, Bases("https://data.example/", schema.namespace), "turtle", path, Release("2031-05-01")
    )
    ENGINE.load(left.graph, folder / "store")
    store = ENGINE.open(folder / "store")
    yield Exported(path, store)
    store.close()


@pytest.fixture(scope="module")
def parsed(exported: Exported) -> rdflib.Graph:
    return rdflib.Graph().parse(exported.turtle)


def given(sparql: str) -> str:
    return sparql.replace('"CC:405"', f'"{ARTICLE}"').replace('"9999-12-31"', f'"{DAY}"')


def plain(value: Any) -> object:
    """A value without what differs between engines: the order of a list, 5 and 5.0, nothing and an empty text."""
    if value is None or value in ("", []):
        return None
    if isinstance(value, str) and BETWEEN in value:
        value = [part for part in value.split(BETWEEN) if part]
    if isinstance(value, list):
        return tuple(sorted({str(part) for part in value if part is not None}))
    return float(value) if re.fullmatch(r"\d+(\.\d+)?", str(value)) else str(value)


def rows_of(columns: Sequence[str], rows: Sequence[Sequence[Any]], shared: Sequence[str]) -> list[str]:
    places = [list(columns).index(name) for name in shared]
    return sorted(repr([plain(row[place]) for place in places]) for row in rows)


def in_cypher(name: str, store: Store) -> tuple[Sequence[str], list[Sequence[Any]]]:
    if name in CYPHER:
        answer = store.query(f"{CYPHER[name]}\nORDER BY person")
    else:
        query = load_queries()[name]
        answer = ask(query, bind_parameters(query, GIVEN.get(name, {}), store), store)
    return answer.columns, list(answer.rows)


def in_oxigraph(sparql: str, turtle: Path) -> tuple[list[str], list[list[str | None]]]:
    store = pyoxigraph.Store()
    store.load(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    answer = store.query(sparql)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    columns = [variable.value for variable in answer.variables]
    return columns, [[None if term is None else term.value for term in row] for row in answer]


@pytest.mark.parametrize("name", SPARQL)
def test_the_rows_are_those_of_cypher(name: str, exported: Exported, parsed: rdflib.Graph) -> None:
    sparql = given(SPARQL[name])
    columns, ours = in_cypher(name, exported.store)
    names, theirs = in_oxigraph(sparql, exported.turtle)
    answer = parsed.query(sparql)
    in_rdflib = [[None if term is None else str(term) for term in row] for row in answer]  # type: ignore[union-attr]
    shared = [column for column in names if column in columns]
    assert len(shared) >= 5 and {"evidence", "name"} & set(names) <= set(shared)
    assert ours, "the sample has no such row"
    assert rows_of(names, theirs, shared) == rows_of(columns, ours, shared)
    assert rows_of(names, in_rdflib, names) == rows_of(names, theirs, names)


def test_quotes_and_sources_are_the_words_of_the_charge(exported: Exported) -> None:
    columns, rows = in_oxigraph(given(SPARQL["charged_under"]), exported.turtle)
    for row in rows:
        quotes, evidence = (str(row[columns.index(name)]).split(BETWEEN) for name in ("quotes", "evidence"))
        assert len(quotes) <= len(evidence), "words of something else"
    assert any("61" in str(row[columns.index("quotes")]) for row in rows)


def test_a_file_says_what_one_learns() -> None:
    assert len(SPARQL) >= 10
    for name, text in SPARQL.items():
        lines = text.splitlines()
        assert [line.split(":")[0] for line in lines[:3]] == ["# title", "# learns", "# limits"], name


def test_another_vocabulary_is_asked_by_its_own_terms() -> None:
    for text in read_queries("https://terms.example/v#").values():
        assert "PREFIX kg: <https://terms.example/v#>" in text and "w3id.org" not in text
