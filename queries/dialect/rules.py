"""The rules of the portable dialect: a trap each, with what to write instead and how it is found.

A rule finds places in a query; ``check`` turns them into lines. Where each rule comes from: the same questions asked of
both engines (``tests/conformance``), which is where a new one has to be shown too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from queries.dialect import conditions, expressions, patterns, projections, spelling
from queries.dialect.tokens import Query

Find = Callable[[Query], Iterator[int]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One trap. ``name`` is its heading in ``queries/README.md``; ``why`` is what the engines make of it."""

    name: str
    construct: str
    instead: str
    why: str
    find: Find


RULES: tuple[Rule, ...] = (
    Rule(
        "aggregate-in-logic",
        "an aggregate inside AND, OR, XOR, NOT, IN, IS NULL, STARTS WITH, ENDS WITH, CONTAINS or =~",
        "put it into a WITH first: `WITH p, count(c) AS n RETURN n > 1 AND …`",
        "the embedded engine does not aggregate there, silently",
        expressions.aggregates_in_logic,
    ),
    Rule(
        "case-in-logic",
        "CASE or COUNT { } inside AND, OR, XOR or NOT in a WITH or RETURN",
        "give it a name in a WITH first: `WITH p, COUNT { (p)-[:FACES]->() } AS n RETURN n > 1 AND …`",
        "the embedded engine gets the comparison wrong, silently; in a WHERE it does not",
        expressions.values_in_logic,
    ),
    Rule(
        "aggregate-beside-function",
        "an aggregate in one expression with another function",
        "put the aggregate, or the function's value, into a WITH first",
        "the embedded engine refuses it",
        expressions.aggregates_beside_functions,
    ),
    Rule(
        "aggregate-in-order",
        "an aggregate in ORDER BY",
        "give it a name with AS and order by the name",
        "the embedded engine does not order, silently, or Neo4j refuses it",
        expressions.aggregates_in_order,
    ),
    Rule(
        "average",
        "avg() without round()",
        "`round(avg(x), 6)`",
        "the last digit differs: the engines add up in different ways",
        expressions.averages,
    ),
    Rule(
        "percentile",
        "percentileCont() of a whole number",
        "`percentileCont(toFloat(x), 0.5)`",
        "the engines answer with a decimal, or with a whole number",
        expressions.percentiles,
    ),
    Rule(
        "round-to-nothing",
        "round(x, 0)",
        "`round(x)`",
        "a half below zero is rounded up by one engine and down by the other",
        expressions.roundings_to_nothing,
    ),
    Rule(
        "text-and-truth",
        "true or false added to a text",
        "`toString(x)`",
        "Neo4j refuses it",
        expressions.truth_added,
    ),
    Rule(
        "collect-unordered",
        "collect() without an ordering of what it collects before it",
        "`WITH p, c ORDER BY c.id WITH p, collect(c.stage) AS stages`; for a number of things, count()",
        "the order in the list is each engine's own; a list that is only taken apart again (UNWIND) has none",
        projections.unordered_collections,
    ),
    Rule(
        "keys-unordered",
        "keys() as a list",
        "`UNWIND keys(n) AS key WITH key ORDER BY key`, or `'x' IN keys(n)`",
        "the order in the list is each engine's own",
        projections.unordered_keys,
    ),
    Rule(
        "labels",
        "labels() as a list",
        "`n:Person`, or `'Person' IN labels(n)`",
        "on Neo4j every node of ours has one more label",
        projections.whole_labels,
    ),
    Rule(
        "reverse-list",
        "reverse() of a list in the graph",
        "`reverse([x IN n.names | x])`",
        "Neo4j ends with an error",
        expressions.lists_reversed,
    ),
    Rule(
        "cut-unordered",
        "LIMIT or SKIP without ORDER BY",
        "order by something that no two rows share",
        "which rows are left is each engine's own",
        projections.unordered_cuts,
    ),
    Rule(
        "return-star",
        "RETURN *",
        "name the columns",
        "the engines give the columns in different orders",
        projections.stars,
    ),
    Rule(
        "projection-unnamed",
        "`p {.id}` returned without AS",
        "`p {.id} AS person`",
        "the engines give the column different names",
        projections.unnamed_projections,
    ),
    Rule(
        "distinct-star",
        "WITH DISTINCT *",
        "name what is to be distinct: `WITH DISTINCT p, r, c`",
        "the embedded engine takes two relationships between the same two nodes for one, silently",
        projections.distinct_stars,
    ),
    Rule(
        "whole-thing",
        "a node, relationship or path returned as a whole",
        "its properties: `p.id`, `properties(p)`, `[n IN nodes(way) | n.id]`",
        "each engine has its own form; both are refused",
        projections.whole_things,
    ),
    Rule(
        "node-without-label",
        "a node alone in a pattern, without a label",
        "name the label, or several: `(n:Person|Court)`",
        "a Neo4j database may hold nodes that are not ours",
        patterns.nodes_without_label,
    ),
    Rule(
        "label-negation",
        "a label with ! or %",
        "name the labels that are meant: `(n:Person|Court)`",
        "a Neo4j database may hold nodes that are not ours",
        patterns.negated_labels,
    ),
    Rule(
        "shortest-keyword",
        "SHORTEST or another path selector",
        "`shortestPath(…)` or `allShortestPaths(…)`",
        "the embedded engine does not have it",
        patterns.path_selectors,
    ),
    Rule(
        "type-colon",
        "[r:A|:B]",
        "`[r:A|B]`",
        "Neo4j refuses it",
        patterns.second_colons,
    ),
    Rule(
        "shortest-same-ends",
        "shortestPath() or allShortestPaths() whose ends may be one node",
        "add `a <> b`, `a.id <> b.id` or `a.id < b.id` to the WHERE",
        "Neo4j ends with an error where both ends are one node",
        patterns.same_ends,
    ),
    Rule(
        "shortest-least-length",
        "shortestPath() or allShortestPaths() with a least length above 1",
        "leave it out: `*..4`, and look at length(way) afterwards",
        "Neo4j refuses it",
        patterns.least_lengths,
    ),
    Rule(
        "pattern-as-value",
        "a pattern as a value in a WITH or RETURN",
        "`EXISTS { (p)-[:FACES]->() }`",
        "the embedded engine refuses it",
        patterns.patterns_as_values,
    ),
    Rule(
        "pattern-maybe-null",
        "a pattern in a WHERE, exists() or [ ] that begins at a node of an OPTIONAL MATCH before it",
        "`EXISTS { (c)-[:UNDER]->() }`, `COUNT { … }`, `COLLECT { … }`",
        "where the node is null the embedded engine takes every node for it, silently",
        patterns.patterns_from_nothing,
    ),
    Rule(
        "pattern-to-null",
        "a pattern that leads to a node of an OPTIONAL MATCH before it",
        "begin at that node: `(c)<-[:PARTY_TO]-(p)` for `(p)-[:PARTY_TO]->(c)`",
        "where the node is null the embedded engine takes every node for it, silently",
        patterns.patterns_to_nothing,
    ),
    Rule(
        "condition-too-early",
        "in the WHERE of the first of several MATCH, a name that stands only in { }, CASE, any(…), reduce(…), a "
        "pattern in [ ] or before an index, beside another name",
        "`MATCH (p:Person)-[:FACES]->(c:Charge) WITH p, c WHERE c.id = $id OR p.names[0] = $name MATCH …`",
        "the embedded engine asks before that name is known, and loses rows, silently",
        conditions.conditions_too_early,
    ),
    Rule(
        "count-in-optional",
        "COUNT { }, COLLECT { } or [(p)-[…]-… | …] in the WHERE of an OPTIONAL MATCH",
        "EXISTS { }, or a `CALL (p) { MATCH … WITH c, COUNT { … } AS n WHERE … RETURN count(c) AS k }`",
        "Neo4j 5.26 loses rows, silently",
        expressions.counts_in_optional,
    ),
    Rule(
        "exists-property",
        "exists(n.name)",
        "`n.name IS NOT NULL`",
        "Neo4j refuses it",
        patterns.existing_properties,
    ),
    Rule(
        "function",
        "a function that only one engine has, or that they answer differently",
        "a function of the list below",
        "the engines have different functions",
        spelling.unknown_functions,
    ),
    Rule(
        "now",
        "date() without a date",
        "bind a parameter",
        "the answer changes from day to day",
        spelling.todays,
    ),
    Rule(
        "split-by-several",
        "split() with a list of separators",
        "split by one text",
        "the embedded engine refuses it",
        spelling.splits_by_several,
    ),
    Rule(
        "number-underscore",
        "a number with an underscore, such as 1_000",
        "`1000`",
        "the embedded engine refuses it",
        spelling.underscored_numbers,
    ),
    Rule(
        "unknown-quoted-name",
        "a quoted name that nothing in the query defines",
        "the name that was meant; a text stands in straight quotes",
        "the embedded engine takes it for null, silently",
        spelling.unknown_quoted_names,
    ),
    Rule(
        "procedure",
        "CALL of a procedure",
        "a pattern: `MATCH (n:Person) …`",
        "the engines have different procedures, and list other things",
        spelling.procedures,
    ),
    Rule(
        "call-with",
        "CALL { WITH p … }",
        "`CALL (p) { … }`",
        "Neo4j is about to drop it",
        spelling.importing_withs,
    ),
    Rule(
        "clause",
        "a clause or prefix that only one engine has: FILTER, LET, FINISH, NEXT, EXPLAIN, PROFILE, CYPHER, USE, SHOW",
        "WITH … WHERE for FILTER, WITH … AS for LET; leave the others out",
        "only one engine has it",
        spelling.unknown_clauses,
    ),
)
