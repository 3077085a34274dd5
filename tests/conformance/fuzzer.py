"""Random questions of the portable dialect over the graph's vocabulary, the same ones for the same seed.

A small grammar with types: a chain of nodes and relationships that the schema allows, conditions, an optional pattern,
stages of WITH that group or pass on, and a RETURN ordered by every column, so that there is one right order. What it
writes is what ``queries/README.md`` allows; a trap it learns of becomes a rule there and is left out here.
"""

import random
from collections.abc import Iterator

from queries.dialect.rules.conditions import conditions_too_early
from queries.dialect.tokens import Query
from tests.conformance.expressions import DECIMAL, LIST, TEXT, TRUTH, WHOLE, Expressions, Scope


def questions(seed: int, number: int) -> Iterator[str]:
    """So many questions."""
    for n in range(number):
        chance = random.Random(f"{seed}/{n}")
        # Whether a condition comes too early hangs on all that follows, which is not written yet: write another.
        question = _Writer(chance).question()
        while next(conditions_too_early(Query(question)), None) is not None:
            question = _Writer(chance).question()
        yield question


class _Writer(Expressions):
    def question(self) -> str:
        clauses = [self.match("MATCH")]
        if self.happens(0.4):
            clauses.append(self.match("OPTIONAL MATCH"))
        if self.happens(0.15):
            clauses.append(self.subquery())
        if self.happens(0.15):
            clauses.append(self.unwinding())
        for _ in range(self.chance.choice((0, 0, 1, 1, 2))):
            clauses.append(self.grouping() if self.happens(0.6) else self.passing())
        clauses.append(self.answer())
        return "\n".join(clauses)

    # Clauses

    def match(self, keyword: str) -> str:
        surely = keyword == "MATCH"
        before = set(self.scope.nodes)
        pattern = self.pattern(most=3 if surely else 2, known=not surely)
        if not surely:
            self.maybe |= set(self.scope.nodes) - before
        self.counting = surely
        where = f"\nWHERE {self.truth(2, where=surely)}" if self.happens(0.45) else ""
        self.counting = True
        return f"{keyword} {pattern}{where}"

    def pattern(self, most: int, known: bool) -> str:
        if known and self.scope.nodes:
            name = self.pick(self.scope.nodes)
            label, written = self.scope.nodes[name], f"({name})"
        else:
            label = self.pick([label for label in self.schema.nodes if label not in ("Report", "Source")])
            written = self.node(label)
        steps = self.chance.randrange(1 if known else 0, most + 1)
        for _ in range(steps):
            label, tie = self.step(label)
            written += tie + self.node(label)
        return written

    def node(self, label: str) -> str:
        name = self.new("n")
        self.scope.nodes[name] = label
        kept = [p for p, d in self.schema.nodes[label].properties.items() if d.values]
        if kept and self.happens(0.04):
            value = self.value_of(self.schema.nodes[label].properties[kept[0]].values or "")
            return f"({name}:{label} {{{kept[0]}: {value}}})"
        return f"({name}:{label})"

    def subquery(self) -> str:
        name = self.pick(self.scope.nodes)
        outer, self.scope = self.scope, Scope(nodes={name: self.scope.nodes[name]})
        pattern = self.pattern(most=1, known=True)
        kind = self.pick((TEXT, WHOLE, DECIMAL))
        inner = self.expression(kind, 1)
        made = self.new("v")
        written = f"CALL ({name}) {{ MATCH {pattern} RETURN min({inner}) AS {made} }}"
        self.scope = outer
        self.scope.values[made] = kind
        return written

    def unwinding(self) -> str:
        kind, made = self.pick((TEXT, WHOLE)), self.new("v")
        of = self.listed(1) if kind == TEXT else f"range({self.chance.randrange(3)}, {self.chance.randrange(-1, 5)})"
        self.scope.values[made] = kind
        return f"UNWIND {of} AS {made}"

    def grouping(self) -> str:
        keys = self.some([*self.scope.nodes], 2)
        values = {self.new("v"): self.pick((TEXT, WHOLE, TRUTH)) for _ in range(self.chance.randrange(2))}
        items = [*keys, *(f"{self.expression(kind, 1)} AS {name}" for name, kind in values.items())]
        before = ""
        for _ in range(self.chance.randrange(1, 4)):
            name = self.new("v")
            written, kind = self.aggregate()
            if written == "collect":
                # A list has an order only if its rows have one.
                made = self.new("v")
                kind_of = self.pick((TEXT, WHOLE))
                before = f"WITH *, {self.expression(kind_of, 1)} AS {made}\nORDER BY {made}\n"
                written = f"collect({self.pick(('', 'DISTINCT '))}{made})"
                kind = "collected"
                items.append(f"{written} AS {name}")
                values[name] = kind
                break
            items.append(f"{written} AS {name}")
            values[name] = kind
        where = ""
        self.scope = Scope(nodes={name: self.scope.nodes[name] for name in keys}, values=values)
        if self.happens(0.3):
            where = f"\nWHERE {self.truth(1, where=True)}"
        return f"{before}WITH {', '.join(items)}{where}"

    def aggregate(self) -> tuple[str, str]:
        whole, decimal, text = (self.expression(kind, 1) for kind in (WHOLE, DECIMAL, TEXT))
        return self.pick(
            (
                ("count(*)", WHOLE),
                (f"count({text})", WHOLE),
                (f"count(DISTINCT {self.pick([*self.scope.nodes] or [text])})", WHOLE),
                (f"count(DISTINCT {text})", WHOLE),
                (f"sum({whole})", WHOLE),
                (f"min({whole})", WHOLE),
                (f"max({text})", TEXT),
                (f"min({text})", TEXT),
                (f"round(avg({whole}), 6)", DECIMAL),
                (f"max({decimal})", DECIMAL),
                (f"round(sum({decimal}), 6)", DECIMAL),
                (f"percentileDisc({whole}, 0.5)", WHOLE),
                ("collect", LIST),
            )
        )

    def passing(self) -> str:
        kind, made = self.pick((TEXT, WHOLE, TRUTH, DECIMAL, LIST)), self.new("v")
        carried = "*"
        if self.happens(0.4):
            carried = f"DISTINCT {', '.join([*self.scope.nodes, *self.scope.ties, *self.scope.values])}"
        written = f"WITH {carried}, {self.expression(kind, 2)} AS {made}"
        self.scope.values[made] = kind
        return written + (f"\nWHERE {self.truth(1, where=True)}" if self.happens(0.4) else "")

    def answer(self) -> str:
        columns = {}
        for _ in range(self.chance.randrange(1, 4)):
            kind = self.pick((TEXT, TEXT, WHOLE, TRUTH, DECIMAL, LIST))
            columns[self.new("c")] = self.expression(kind, 2)
        for name in self.some([*self.scope.values], 2):
            columns[self.new("c")] = name
        distinct = self.pick(("", "", "DISTINCT "))
        named = ", ".join(f"{written} AS {name}" for name, written in columns.items())
        order = ", ".join(name + self.pick(("", "", " DESC")) for name in columns)
        cut = f"\nSKIP {self.chance.randrange(3)} LIMIT {self.chance.randrange(1, 30)}" if self.happens(0.2) else ""
        return f"RETURN {distinct}{named}\nORDER BY {order}{cut}"
