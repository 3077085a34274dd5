"""Random expressions of one type each, over what a question has named: the half of the fuzzer below its clauses."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from kg.schema.schema import load_schema

TEXT, WHOLE, DECIMAL, TRUTH, LIST = "text", "whole", "decimal", "truth", "list"
_TYPES = {"string": TEXT, "date": TEXT, "integer": WHOLE, "float": DECIMAL, "boolean": TRUTH, "strings": LIST}
_TEXTS = ("", "a", "A", "Br", "ov", "е", "Ж", "2031-03", "2031-03-15", "to", "'x'", "e\u0301")


@dataclass
class Scope:
    """What can be named: nodes with their labels, relationships with their types, values with the grammar's types."""

    nodes: dict[str, str] = field(default_factory=dict)
    ties: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)


class Expressions:
    """What can be said of the things in scope. One random source makes all choices."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.schema = load_schema()
        self.scope = Scope()
        self.names = 0
        self.bare = False
        # Whether patterns may be counted: not in the WHERE of an OPTIONAL MATCH.
        self.counting = True
        # Nodes that may be null: no pattern but a subquery's may begin at one.
        self.maybe: set[str] = set()

    def step(self, label: str) -> tuple[str, str]:
        ways = []
        for type, kind in self.schema.relationships.items():
            for ends in kind.ends:
                start, end = ends.split(" -> ")
                if start == label:
                    ways.append((type, end, "out"))
                if end == label:
                    ways.append((type, start, "in"))
        type, other, way = self.pick(ways)
        if type == "PART_OF" and self.happens(0.5):
            tie = f"[:{type}*{self.pick(('0..2', '1..2', '..3', '2'))}]"
        else:
            name = self.new("r")
            self.scope.ties[name] = type
            tie = f"[{name}:{type}]"
        arrows = {"out": f"-{tie}->", "in": f"<-{tie}-"}
        return other, f"-{tie}-" if self.happens(0.1) else arrows[way]

    # Expressions, each of one type, ``depth`` deep at most

    def expression(self, kind: str, depth: int) -> str:
        make: dict[str, Callable[[int], str]] = {
            TEXT: self.text,
            WHOLE: self.whole,
            DECIMAL: self.decimal,
            TRUTH: self.truth,
            LIST: self.listed,
        }
        return make[kind](depth)

    def known(self, kind: str) -> list[str]:
        found = [name for name, of in self.scope.values.items() if of == kind]
        for name, label in self.scope.nodes.items():
            properties = self.schema.nodes[label].properties
            found += [f"{name}.{p}" for p, d in properties.items() if _TYPES[d.type] == kind and p != "text"]
        for name, type in self.scope.ties.items():
            properties = self.schema.relationships[type].properties
            found += [f"{name}.{p}" for p, d in properties.items() if _TYPES[d.type] == kind and p != "as"]
        return found

    def text(self, depth: int) -> str:
        simple = self.known(TEXT) * 3 + [self.quoted()]
        if depth <= 0 or self.happens(0.4):
            return self.pick(simple)
        inner = self.text(depth - 1)
        return self.pick(
            (
                f"toUpper({inner})",
                f"toLower({inner})",
                f"trim({inner})",
                f"left({inner}, {self.chance.randrange(6)})",
                f"right({inner}, {self.chance.randrange(6)})",
                f"substring({inner}, {self.chance.randrange(4)}, {self.chance.randrange(4)})",
                f"replace({inner}, {self.quoted()}, 'z')",
                f"reverse({inner})",
                f"({inner} + {self.text(depth - 1)})",
                f"toString({self.whole(depth - 1)})",
                f"coalesce({inner}, {self.quoted()})",
                f"head({self.listed(depth - 1)})",
                f"({self.listed(depth - 1)})[{self.pick(('0', '1', '-1'))}]",
                *(f"type({name})" for name in self.scope.ties),
                *([] if self.bare else [f"CASE WHEN {self.truth(depth - 1)} THEN {inner} ELSE {self.quoted()} END"]),
            )
        )

    def whole(self, depth: int) -> str:
        simple = [*self.known(WHOLE), str(self.chance.randrange(-3, 20))]
        if depth <= 0 or self.happens(0.3):
            return self.pick(simple)
        inner = self.whole(depth - 1)
        return self.pick(
            (
                f"size({self.text(depth - 1)})",
                f"size({self.listed(depth - 1)})",
                f"({inner} {self.pick('+-*')} {self.whole(depth - 1)})",
                f"({inner} {self.pick('/%')} {self.chance.randrange(1, 5)})",
                f"abs({inner})",
                f"sign({inner})",
                f"coalesce({inner}, 0)",
                f"toInteger({self.decimal(depth - 1)})",
                f"toInteger({self.text(depth - 1)})",
                f"duration.inDays(date('2031-03-01'), date('2031-0{self.chance.randrange(1, 9)}-10')).days",
                *(f"size([{self.pointed(name)} | 1])" for name in self.pointing()),
                f"reduce(a = 0, x IN {self.listed(depth - 1)} | a + size(x))",
                *([] if self.bare else [f"CASE WHEN {self.truth(depth - 1)} THEN {inner} END"]),
                *([] if self.bare else [self.counted(name) for name in self.scope.nodes]),
            )
        )

    def pointing(self) -> list[str]:
        """The nodes that a pattern in brackets may begin at."""
        return [name for name in self.scope.nodes if self.counting and name not in self.maybe]

    def pointed(self, name: str) -> str:
        """A pattern from a node to others without names."""
        return self.counted(name).removeprefix("COUNT { ").removesuffix(" }")

    def counted(self, name: str) -> str:
        outer = self.scope
        self.scope = Scope(nodes=dict(outer.nodes))
        label, tie = self.step(outer.nodes[name])
        self.scope = outer
        return f"COUNT {{ ({name}){_anonymous(tie)}(:{label}) }}"

    def decimal(self, depth: int) -> str:
        simple = [*self.known(DECIMAL), f"{self.chance.randrange(-20, 50) / 4}"]
        if depth <= 0 or self.happens(0.3):
            return self.pick(simple)
        return self.pick(
            (
                f"round({self.decimal(depth - 1)}, {self.chance.randrange(1, 3)})",
                f"({self.whole(depth - 1)} / 4.0)",
                f"sqrt(abs({self.whole(depth - 1)}))",
                f"toFloat({self.whole(depth - 1)})",
                f"({self.decimal(depth - 1)} {self.pick('+-*')} 1.5)",
                f"coalesce({self.decimal(depth - 1)}, 0.5)",
                f"floor({self.decimal(depth - 1)})",
                f"ceil({self.decimal(depth - 1)})",
            )
        )

    def listed(self, depth: int) -> str:
        simple = [*self.known(LIST) * 2, f"[{self.quoted()}, {self.quoted()}]"]
        if depth <= 0 or self.happens(0.4):
            return self.pick(simple)
        inner = self.listed(depth - 1)
        return self.pick(
            (
                f"[x IN {inner} WHERE x CONTAINS {self.quoted()}]",
                f"[x IN {inner} | toUpper(x)]",
                f"[x IN {inner} WHERE size(x) > {self.chance.randrange(9)} AND x <> {self.quoted()} | left(x, 3)]",
                f"({inner} + {self.listed(depth - 1)})",
                f"tail({inner})",
                f"reverse([x IN {inner} | x])",
                f"({inner})[{self.pick(('..1', '1..', '0..2', '-2..'))}]",
                f"split({self.text(depth - 1)}, {self.pick(('-', ' ', 'a'))!r})",
                f"coalesce({inner}, [])",
            )
        )

    def truth(self, depth: int, where: bool = False) -> str:
        kinds: list[Callable[[], str]] = [self.compared, self.compared, self.tested, self.looked_up]
        if self.scope.nodes:
            kinds.append(self.existing)
        if where and self.scope.nodes and self.happens(0.1):
            return f"{self.counted(self.pick(self.scope.nodes))} > {self.chance.randrange(3)}"
        if depth <= 0 or self.happens(0.35):
            return self.pick(kinds)()
        a, b = self.truth(depth - 1, where), self.truth(depth - 1, where)
        joined = f"({a} {self.pick(('AND', 'OR', 'XOR'))} {b})"
        return self.pick((joined, joined, f"NOT ({a})", f"{a} AND {b} OR {self.truth(0, where)}", f"NOT {a}"))

    def compared(self) -> str:
        kind = self.pick((TEXT, WHOLE, DECIMAL))
        return f"{self.plain(kind)} {self.pick(('=', '<>', '<', '<=', '>', '>='))} {self.plain(kind)}"

    def tested(self) -> str:
        text = self.plain(TEXT)
        return self.pick(
            (
                f"{text} STARTS WITH {self.quoted()}",
                f"{text} ENDS WITH {self.quoted()}",
                f"{text} CONTAINS {self.quoted()}",
                f"{text} IS NULL",
                f"{self.plain(WHOLE)} IS NOT NULL",
                f"{text} =~ '.*[a-mА-М].*'",
                f"isEmpty({text})",
                *self.known(TRUTH),
            )
        )

    def looked_up(self) -> str:
        whole = ", ".join(str(self.chance.randrange(-1, 9)) for _ in range(3))
        among = self.pick(self.known(LIST) or [f"[{self.quoted()}]"])
        return self.pick(
            (
                f"{self.plain(TEXT)} IN [{self.quoted()}, {self.quoted()}, null]",
                f"{self.plain(WHOLE)} IN [{whole}]",
                f"{self.plain(TEXT)} IN {among}",
                f"{self.pick(('any', 'all', 'none', 'single'))}(x IN {among} WHERE x CONTAINS {self.quoted()})",
                f"size({among}) > 1",
            )
        )

    def existing(self) -> str:
        name = self.pick(self.scope.nodes)
        return self.counted(name).replace("COUNT", "EXISTS", 1)

    def plain(self, kind: str) -> str:
        """An expression without a CASE or COUNT, which may not stand inside AND in a RETURN."""
        before, self.bare = self.bare, True
        written = self.expression(kind, 1)
        self.bare = before
        return written

    # Words

    def quoted(self) -> str:
        if self.happens(0.4):
            return self.value_of(self.pick(self.schema.values))
        return "'" + self.pick(_TEXTS).replace("'", "\\'") + "'"

    def value_of(self, name: str) -> str:
        return f"'{self.pick(self.schema.values[name])}'"

    def new(self, letter: str) -> str:
        self.names += 1
        return f"{letter}{self.names}"

    def happens(self, probability: float) -> bool:
        return self.chance.random() < probability

    def pick(self, among):
        return self.chance.choice(list(among))

    def some(self, among: list[str], most: int) -> list[str]:
        return self.chance.sample(among, min(len(among), self.chance.randrange(most + 1)))


def _anonymous(tie: str) -> str:
    """A relationship's pattern without its name."""
    start = tie.index("[")
    return tie[: start + 1] + tie[tie.index(":", start) :]
