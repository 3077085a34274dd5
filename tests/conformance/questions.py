"""The questions of the suite: those of ``questions.yaml`` and every saved query."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg.stores import Store
from queries.catalogue import SavedQuery, load_queries
from queries.execute import ask, bind_parameters, suggest
from tests.conformance.comparison import ask_both, difference, is_ordered

# Of the values that a saved query suggests for a parameter, the most telling are asked.
SUGGESTIONS = 10


@dataclass(frozen=True)
class Question:
    """A question with its parameters. ``not_large`` says why it cannot be asked of a large graph."""

    name: str
    cypher: str
    parameters: dict[str, Any] = field(default_factory=dict)
    not_large: str = ""


def read_questions() -> list[Question]:
    """Those of the file, in its order."""
    raw = yaml.safe_load(Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8"))
    return [_question(name, {"ask": asked} if isinstance(asked, str) else asked) for name, asked in raw.items()]


def _question(name: str, fields: dict[str, Any]) -> Question:
    if unknown := set(fields) - {"ask", "parameters", "not_large"}:
        raise ValueError(f"questions.yaml, {name}: unknown {sorted(unknown)}")
    return Question(name, fields["ask"], dict(fields.get("parameters", {})), fields.get("not_large", ""))


def differing(first: Store, second: Store, cypher: str, parameters: dict[str, object]) -> str:
    """How two stores differ on a question; empty if they agree."""
    return difference(*ask_both(first, second, cypher, parameters), ordered=is_ordered(cypher))


def differing_saved(name: str, first: Store, second: Store) -> Iterator[str]:
    """The differences of a saved query with its defaults and with the first suggestions of each parameter."""
    query = load_queries()[name]
    bound = bind_parameters(query, {}, first)
    if bind_parameters(query, {}, second) != bound:
        yield f"{name}: other defaults"
    for parameter, declared in query.header.parameters.items():
        suggested = suggest(declared, bound, first)
        if suggested != suggest(declared, bound, second):
            yield f"{name}: other suggestions for {parameter}"
        for value, _ in suggested[:SUGGESTIONS]:
            if found := _differing_answers(query, bound | {parameter: value}, first, second):
                yield f"{name}, {parameter}: {found}"
    if found := _differing_answers(query, bound, first, second):
        yield f"{name}: {found}"
    bare = [ask(query, bound, store, evidence=False) for store in (first, second)]
    if found := difference(*bare, ordered=True):
        yield f"{name}, without evidence: {found}"


def _differing_answers(query: SavedQuery, bound: dict[str, Any], first: Store, second: Store) -> str:
    return difference(ask(query, bound, first), ask(query, bound, second), ordered=True)
