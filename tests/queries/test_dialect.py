"""The portable dialect: every rule finds its trap and names the line, leaves others alone, and is written down."""

import re
from pathlib import Path

import pytest

from ingest.errors import KgError, LexiconError
from kg.stores import QueryRefused
from queries.catalogue import load_queries, query_files, read_query
from queries.dialect.check import QueryNotPortable, check, check_file, require_portable
from queries.dialect.functions import load_functions
from queries.dialect.rules import RULES
from queries.dialect.tokens import Query

README = Path(__file__).parents[2] / "queries" / "README.md"

# A rule, and queries that break it and no other.
# After a first MATCH, and before another.
SANCTIONED = "MATCH (s:Sanction)<-[r:RECEIVED]-(p:Person) WHERE"
ACCUSED = "OPTIONAL MATCH (p)-[:FACES]->(c:Charge) RETURN count(c) AS x"
TOO_EARLY = [
    "p.names[0] <> s.id",
    "p.id > 'a' AND s.id <> p.names[0..1][0]",
    "s.id <> [p.name][0]",
    "any(x IN p.names WHERE x > 'A') OR s.id = 'x'",
    "none(x IN p.names WHERE x = 'A') XOR s.id = 'x'",
    "NOT (all(x IN p.names WHERE x = 'A') AND s.id > 'a')",
    "s.id > 'a' AND (single(x IN p.names WHERE x > 'A') OR s.id = 'x')",
    "reduce(n = 0, x IN p.names | n + 1) > 0 OR s.id = 'x'",
    "CASE WHEN p.name IS NULL THEN 1 ELSE 2 END = 2 OR s.id = 'x'",
    "COUNT { (p)-[:FACES]->(:Charge) } < 3 OR s.id = 'x'",
    "COUNT { (p)-[:FACES]->(:Charge) } < size(s.id)",
    "NOT EXISTS { (p)-[:REPRESENTS]->(:Person) } OR s.id = 'x'",
    "size([(p)-[:FACES]->(c) | 1]) < 9 OR s.id = 'x'",
    "p {.id}.id <> s.id",
    "r.entries[0] <> s.id",
]
IN_TIME = [
    "p.name <> s.id",
    "p.surname IS NULL OR s.id = 'x'",
    "s.kind IN ['fine', 'arrest'] OR p.id = 'x'",
    "s.id > 'a' AND any(x IN p.names WHERE x > 'A')",
    "COUNT { (p)-[:FACES]->(:Charge) } < 3 AND s.id > 'a'",
    "any(x IN p.names WHERE x = s.id)",
    "any(x IN p.names WHERE x > 'A') OR p.id = 'x'",
    "s.id + p.id <> p.names[0]",
    "(p)-[:FACES]->(:Charge) OR s.id = 'x'",
    "size([x IN p.names WHERE x > 'A']) > 0 OR s.id = 'x'",
    "NOT s.id IN [p.id, 'x']",
    "'Person' IN labels(p) OR s.id = 'x'",
]
EARLY = TOO_EARLY[0]

TRAPS = [
    ("aggregate-in-logic", "MATCH (p:Person) RETURN count(p) > 1 AND true AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN true OR (count(p)) > 1 AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN NOT count(p) = 1 AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN count(*) IN [1, 2] AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN max(p.name) IS NOT NULL AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN min(p.name) STARTS WITH 'A' AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN min(p.name) =~ 'A.*' AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN 'x' CONTAINS min(p.name) AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN CASE WHEN count(p) > 1 XOR true THEN 1 END AS x"),
    ("aggregate-in-logic", "MATCH (p:Person) RETURN coalesce(max(p.name), 'x') > 'y' AND true AS x"),
    ("case-in-logic", "MATCH (p:Person) RETURN CASE WHEN p.name < 'D' THEN 1 END > 1 AND true AS x"),
    ("case-in-logic", "MATCH (p:Person) WITH NOT COUNT { (p)-[:FACES]->() } > 1 AS x RETURN x"),
    ("aggregate-beside-function", "MATCH (p:Person) RETURN p.name AS n, count(*) + size(p.name) AS x"),
    ("aggregate-in-order", "MATCH (p:Person) RETURN p.name AS n, count(*) AS c ORDER BY count(*) + 1, n"),
    ("average", "MATCH (s:Sanction) RETURN avg(s.days) AS x"),
    ("percentile", "MATCH (s:Sanction) RETURN percentileCont(s.days, 0.5) AS x"),
    ("round-to-nothing", "MATCH (n:Place) RETURN round(n.lat, 0) AS x"),
    ("text-and-truth", "MATCH (p:Person) RETURN p.name + true AS x"),
    *(("condition-too-early", f"MATCH (s:Sanction)<-[r:RECEIVED]-(p:Person) WHERE {w} {ACCUSED}") for w in TOO_EARLY),
    ("condition-too-early", f"{SANCTIONED} {EARLY} WITH s, p MATCH (p)-[:FACES]->(c:Charge) RETURN count(c) AS x"),
    ("condition-too-early", f"{SANCTIONED} {EARLY} CALL (p) {{ {ACCUSED} }} RETURN x"),
    ("condition-too-early", f"MATCH (r:Report) CALL (r) {{ {SANCTIONED} {EARLY} {ACCUSED} }} RETURN x"),
    ("condition-too-early", f"UNWIND [1] AS one {SANCTIONED} {EARLY} {ACCUSED}"),
    ("collect-unordered", "MATCH (p:Person) RETURN collect(p.name) AS x"),
    ("collect-unordered", "MATCH (p:Person) WITH collect(p.name) AS evidence RETURN evidence"),
    (
        "collect-unordered",
        "MATCH (p:Person) CALL (p) { RETURN collect(p.name) AS evidence } RETURN size(evidence) AS x",
    ),
    ("collect-unordered", "MATCH (p:Person) WITH collect(p.name) AS evidence WITH evidence[0] AS x RETURN x"),
    ("collect-unordered", "MATCH (p:Person) WITH p ORDER BY p.surname WITH collect(p.given) AS x RETURN x"),
    ("collect-unordered", "MATCH (p:Person) WITH p ORDER BY p.id MATCH (p)-[:FACES]->(c) RETURN collect(c.stage) AS x"),
    ("collect-unordered", "MATCH (p:Person) WITH collect(p) AS x UNWIND x AS p RETURN p.id AS id, x[0] AS y"),
    ("collect-unordered", "MATCH (p:Person) WITH collect(p) AS x CALL (x) { UNWIND x AS y RETURN 1 AS z } RETURN x"),
    ("collect-unordered", "MATCH (p:Person) WITH collect(p.id) AS x WITH x, x[0] AS y UNWIND x AS z RETURN y, z"),
    ("collect-unordered", "MATCH (p:Case) WITH p.id AS n, collect(p) AS x WITH DISTINCT x UNWIND x AS y RETURN 1 AS k"),
    ("collect-unordered", "MATCH (p:Case) WITH p.id AS n, collect(p) AS x WITH x, max(n) AS m UNWIND x AS y RETURN m"),
    ("keys-unordered", "MATCH (p:Person) RETURN keys(p) AS x"),
    ("labels", "MATCH (p:Person) RETURN labels(p) AS x"),
    ("labels", "MATCH (p:Person) RETURN [l IN labels(p) | l] AS x"),
    ("reverse-list", "MATCH (p:Person) RETURN reverse(p.names) AS x"),
    ("reverse-list", "MATCH (:Person)-[r:FACES]->() RETURN tail(reverse(r.entries)) AS x"),
    ("cut-unordered", "MATCH (p:Person) RETURN p.id AS id LIMIT 3"),
    ("cut-unordered", "MATCH (p:Person) WITH p SKIP 1 LIMIT 3 RETURN p.id AS id ORDER BY id"),
    ("return-star", "MATCH (p:Person) WITH p.id AS id, p.name AS name RETURN *"),
    ("projection-unnamed", "MATCH (p:Person) RETURN p {.id, .name}"),
    ("projection-unnamed", "MATCH (p:Person) RETURN DISTINCT p.id AS id, ((`p`{.id}))"),
    ("distinct-star", "MATCH (p:Person)-[r:FACES]->(c) WITH DISTINCT *, p.name AS name RETURN count(*) AS x"),
    ("whole-thing", "MATCH (p:Person) RETURN p"),
    ("whole-thing", "MATCH (:Person)-[r:FACES]->() RETURN r AS x"),
    ("whole-thing", "MATCH way = (:Person)-[:FACES]->(:Charge) RETURN way"),
    ("whole-thing", "MATCH way = (:Person)-[:FACES]->(:Charge) RETURN nodes(way) AS x"),
    ("node-without-label", "MATCH (n) RETURN count(*) AS x"),
    ("node-without-label", "MATCH (p:Person), (n {id: 'x'}) RETURN count(*) AS x"),
    ("label-negation", "MATCH (n:!Person) RETURN count(*) AS x"),
    ("label-negation", "MATCH (n:Person&!Court) RETURN count(*) AS x"),
    ("label-negation", "MATCH (n:%) RETURN count(*) AS x"),
    ("shortest-keyword", "MATCH p = SHORTEST 1 (a:Person)-[:FACES]-+(b:Person) RETURN length(p) AS x"),
    ("shortest-keyword", "MATCH p = ALL SHORTEST (a:Person)-[:FACES]-+(b:Person) RETURN length(p) AS x"),
    ("shortest-keyword", "MATCH p = ANY (a:Person)-[:FACES]-+(b:Person) RETURN length(p) AS x"),
    ("type-colon", "MATCH (p:Person)-[r:FACES|:RECEIVED]->() RETURN count(*) AS x"),
    ("shortest-same-ends", "MATCH p = shortestPath((a:Person)-[:FACES*..4]-(b:Person)) RETURN length(p) AS x"),
    ("shortest-same-ends", "MATCH p = shortestPath((a:Person)-[:FACES*..4]-(a)) WHERE a <> a RETURN length(p) AS x"),
    (
        "shortest-least-length",
        "MATCH p = shortestPath((a:Person)-[:FACES*2..4]-(b:Person)) WHERE a.id < b.id RETURN length(p) AS x",
    ),
    ("pattern-as-value", "MATCH (p:Person) RETURN NOT (p)-[:FACES]->() AS x"),
    (
        "pattern-maybe-null",
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:FACES]->(c) RETURN size([(c)-[:UNDER]->(v) | v.id]) AS x",
    ),
    (
        "pattern-maybe-null",
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:FACES]->(c) WITH p, c WHERE (p)-[:FACES]->(c) RETURN p.id AS x",
    ),
    (
        "pattern-to-null",
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:INVOLVED_IN]->(e:Event)-[:IN_CASE]->(c) "
        "OPTIONAL MATCH (p)-[r:PARTY_TO]->(c) RETURN p.id AS x, r IS NULL AS y",
    ),
    (
        "pattern-to-null",
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:PARTY_TO]->(c) WITH p, c "
        "WHERE EXISTS { MATCH (p)-[:PARTY_TO]->(c) } RETURN p.id AS x",
    ),
    (
        "count-in-optional",
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:FACES]->(c) WHERE p.id < 'x' OR COUNT { (c)-[:UNDER]->() } > 1 "
        "RETURN p.id AS x",
    ),
    (
        "count-in-optional",
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:FACES]->(c) WHERE NOT (p.id < 'x' OR size([(p)-[:FACES]->(d) | 1]) > 1) "
        "RETURN p.id AS x",
    ),
    (
        "count-in-optional",
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:FACES]->(c) WHERE COUNT { (c)-[:UNDER]->() } > 1 RETURN p.id AS x",
    ),
    ("exists-property", "MATCH (p:Person) WHERE exists(p.name) RETURN count(*) AS x"),
    ("function", "MATCH (p:Person) RETURN id(p) AS x"),
    ("function", "MATCH (p:Person) RETURN elementId(p) AS x"),
    ("function", "RETURN apoc.text.join(['a'], ',') AS x"),
    ("function", "RETURN point.distance(null, null) AS x"),
    ("function", "RETURN datetime('2022-01-01T00:00Z') AS x"),
    ("now", "RETURN date() AS x"),
    ("split-by-several", "RETURN split('a,b', [',', ';']) AS x"),
    ("number-underscore", "RETURN 1_000 AS x"),
    ("unknown-quoted-name", "MATCH (p:Person) RETURN `Anna` AS x"),
    ("procedure", "CALL db.labels() YIELD label RETURN label ORDER BY label"),
    ("call-with", "MATCH (p:Person) CALL { WITH p RETURN p.id AS x } RETURN x ORDER BY x"),
    ("clause", "MATCH (p:Person) FILTER p.name > 'A' RETURN p.id AS x"),
    ("clause", "EXPLAIN MATCH (p:Person) RETURN p.id AS x"),
]

# What looks like a trap and is none.
PORTABLE = [
    *(f"{SANCTIONED} {condition} {ACCUSED}" for condition in IN_TIME),
    f"{SANCTIONED} {EARLY} RETURN count(p) AS x",
    f"{SANCTIONED} {EARLY} RETURN count(p) AS x UNION ALL MATCH (p:Person) RETURN count(p) AS x",
    f"{SANCTIONED} {EARLY} WITH p, COUNT {{ MATCH (p)-[:FACES]->(c:Charge) }} AS n RETURN sum(n) AS x",
    f"{SANCTIONED.removesuffix('WHERE')} WITH s, p WHERE {EARLY} {ACCUSED}",
    f"MATCH (s:Sanction) MATCH (s)<-[:RECEIVED]-(p:Person) WHERE {EARLY} {ACCUSED}",
    f"MATCH (s:Sanction) OPTIONAL MATCH (s)<-[:RECEIVED]-(p:Person) WHERE {EARLY} RETURN count(p) AS x",
    "MATCH (p:Person) WITH collect(p) AS people UNWIND people AS p RETURN p.id AS id ORDER BY id",
    "MATCH (p:Person) WITH collect(p.id) AS x CALL (x) { UNWIND x AS y RETURN max(y) AS z } RETURN z",
    "MATCH (p:Person) WITH p.surname AS x, count(*) AS n, collect(p) AS y RETURN x, n ORDER BY x",
    "MATCH (p:Person) WITH p.name AS n, collect(p) AS x WITH n, x UNWIND x AS y RETURN y.id AS z ORDER BY z",
    "MATCH (p:Person) RETURN p {.id} AS x, {id: p.id} AS y, COUNT { (p)-[:FACES]->() }, [p {.id}], {a: p {.id}}",
    "MATCH (p:Person) CALL (p) { RETURN p {.id} AS x } RETURN x, EXISTS { (p)-[:FACES]->() }, (p.id)",
    "MATCH (p:Person) RETURN count(p) > 1 AS x, [count(*)] AS y, {n: count(*)} AS m",
    "MATCH (p:Person) WITH count(p) AS n WHERE n > 1 AND true RETURN n",
    "MATCH (p:Person) RETURN CASE WHEN count(p) > 1 THEN 'many' ELSE 'few' END AS x",
    "MATCH (p:Person) WITH p ORDER BY p.id RETURN [x IN collect(p.name) WHERE x > 'D' AND x < 'E'] AS x",
    "MATCH (p:Person) WITH p.name AS n ORDER BY n RETURN all(x IN collect(n) WHERE x IS NOT NULL) AS x",
    "MATCH (p:Person) WITH p.name AS n ORDER BY n RETURN reduce(s = 0, x IN collect(n) | s + size(x)) AS x",
    "MATCH (p:Person) WHERE COUNT { (p)-[:FACES]->() } > 1 AND p.name IS NOT NULL RETURN p.id AS id",
    "MATCH (p:Person) RETURN EXISTS { (p)-[:FACES]->() } AND true AS x",
    "MATCH (p:Person) OPTIONAL MATCH (p)-[:FACES]->(c) WHERE (c)-[:UNDER]->() RETURN [(p)-[:FACES]->(d) | 1] AS x",
    "MATCH (p:Person) OPTIONAL MATCH (p)-[:FACES]->(c) RETURN COUNT { (c)-[:UNDER]->() } AS x, 7-(size(c.id)) AS y",
    "MATCH (p:Person) WHERE (p)-[:FACES]->() OR NOT (p)-[:RECEIVED]->() RETURN count(*) AS x",
    "MATCH (p:Person) RETURN size([(p)-[:FACES]->(c) | c.id]) AS x",
    "MATCH (p:Person) RETURN 'count(p) > 1 AND true // FILTER' AS x // AND count(p)",
    "MATCH (p:Person) /* SHORTEST 1 [r:A|:B] */ RETURN p.`id` AS `LIMIT 1`",
    "MATCH (c:Case) WITH c.id AS case, c.end AS end ORDER BY case RETURN case, end",
    "MATCH (p:Person) WITH p, p.name AS filter WHERE filter > 'A' RETURN filter ORDER BY filter",
    "MATCH (p:Person) MATCH (p) RETURN count(*) AS x",
    "MATCH (p:Person)-[r:!FACES]->(x) RETURN count(*) AS x",
    "MATCH (p:Person) RETURN round(avg(size(p.names)), 6) AS x, count(*) * 2 AS y",
    "MATCH (p:Person) RETURN percentileCont(toFloat(size(p.names)), 0.5) AS x",
    "MATCH (p:Person) RETURN coalesce(max(p.name), '') AS x, toString(count(*)) AS y",
    "MATCH (p:Person) UNWIND keys(p) AS key RETURN DISTINCT key ORDER BY key",
    "MATCH (p:Person) WHERE 'Person' IN labels(p) RETURN [l IN labels(p) WHERE NOT l STARTS WITH '_'] AS x",
    "MATCH (p:Person) RETURN p.id AS id ORDER BY id SKIP 1 LIMIT 3",
    "MATCH (p:Person) RETURN properties(p) AS all, p {.id, .name} AS some",
    "MATCH (p:Person) WITH p.name AS p RETURN p",
    "MATCH (p:Person) RETURN reverse(p.name) AS x, reverse([n IN p.names | n]) AS y, size(p.names) AS z",
    "MATCH (a:Person), (b:Person) WHERE a.id < b.id MATCH w = shortestPath((a)-[:FACES*..4]-(b)) RETURN length(w) AS x",
    "MATCH (p:Person) CALL (p) { MATCH (p)-[:FACES]->(c) RETURN count(c) AS n } RETURN p.id AS id, n",
    "MATCH (v:Provision)-[:PART_OF*0..3]->(a:Provision) RETURN [1, 2, 3][0..2] AS x, 7 % 2 AS y, exists((a)--()) AS z",
    "MATCH (p:Person) WITH p, p.name AS n ORDER BY p.name DESC, p.id WITH collect(p.name) AS names RETURN names",
    "MATCH (p:Person) RETURN count(*) AS x UNION ALL MATCH (c:Court) RETURN count(*) AS x",
    "MATCH (p:Person) CALL (p) { MATCH (p)-[r:FACES]->(:Charge) RETURN collect(r.role) AS evidence } "
    "RETURN p.id AS x, evidence ORDER BY x",
]


@pytest.mark.parametrize(("rule", "cypher"), TRAPS)
def test_a_trap_is_found_and_no_other(rule: str, cypher: str) -> None:
    assert {finding.rule.name for finding in check(cypher)} == {rule}


@pytest.mark.parametrize("cypher", PORTABLE)
def test_what_is_portable_is_left_alone(cypher: str) -> None:
    assert [finding.sentence for finding in check(cypher)] == []


def test_every_rule_has_its_trap() -> None:
    assert {rule for rule, _ in TRAPS} == {rule.name for rule in RULES}


def test_the_line_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.cypher"
    head = "// title: Mine\n// learns: Something.\n"
    path.write_text(head + "MATCH (p:Person)\n/* a\nb */\nRETURN p.id AS id,\n  'x\ny' AS t, id(p) AS x\n", "utf-8")
    (finding,) = check_file(path)
    assert finding.line == 8
    assert "the function id()" in finding.sentence and "n.id" in finding.sentence
    with pytest.raises(QueryNotPortable, match=r"mine\.cypher, line 8, column \d+: the function id\(\)"):
        require_portable(read_query(path))


def test_files_that_are_no_queries_are_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text("MATCH (p:Person) RETURN p.id AS id", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.cypher.*header"):
        check_file(path)
    path.write_text("// title: a\n// learns: b\nRETURN '\\u0041' AS x", encoding="utf-8")
    with pytest.raises(KgError, match=r"mine\.cypher: .*line 3"):
        check_file(path)


def test_the_project_s_own_files_are_portable() -> None:
    files = list(query_files())
    assert len(files) > len(load_queries())
    assert [finding.sentence for path in files for finding in check_file(path)] == []


@pytest.mark.parametrize(
    "cypher", ["(" * 9_000, "CASE " * 4_000, "[x IN " * 3_000, "count(" * 3_000 + "AND", "{`" * 9_000]
)
def test_hostile_text_costs_little(cypher: str) -> None:
    assert isinstance(check("RETURN " + cypher), tuple)


def test_an_escape_is_refused() -> None:
    with pytest.raises(QueryRefused, match="line 1"):
        check("RETURN '\\u0027'")


def test_brackets_and_clauses() -> None:
    query = Query("MATCH (a {b: [1]}) WHERE a.x IN [1] RETURN CASE WHEN a.y THEN 1 END AS case")
    assert [(c.keyword, c.inside) for c in query.clauses] == [("MATCH", -1), ("WHERE", -1), ("RETURN", -1)]
    case = query.keywords.index("CASE")
    assert query.value(query.partner[case]) == "END" and query.tokens[-1].value == "case"
    assert -1 in query.inside and len(query.inside) == len(query.tokens)


def test_the_readme_says_what_the_rules_say() -> None:
    page = README.read_text(encoding="utf-8")
    written = re.findall(r"^\| `([\w-]+)` \| (.+?) \| (.+?) \| (.+?) \|$", page, re.M)
    assert [tuple(cell.replace("\\|", "|") for cell in row) for row in written] == [
        (rule.name, rule.construct, rule.instead, rule.why) for rule in RULES
    ]
    functions = load_functions()
    listed = set(re.findall(r"`([\w.]+)\(\)`", page.split("## Functions")[1].split("\n## ")[0]))
    assert listed == {name for group in (*functions.portable, functions.aggregates) for name in group}
    assert set(re.findall(r"^- `([\w.]+)\(\)`: ", page, re.M)) == set(functions.instead)
