"""The types that the page declares of the API's answers are those of its OpenAPI document."""

import re
from typing import Any

from explorer.build import PAGE

OTHER_NAMES = {
    "Hit": "Found",
    "ThingPage": "Details",
    "Field": "Known",
    "Neighbour": "NeighbourCount",
    "Correctable": "Field",
    "Decision": "FactDecision",
    "Job": "JobAnswer",
}
"""What the page calls by a name of its own."""


def declared() -> dict[str, set[str]]:
    """The interfaces of ``types.ts`` with their properties, but for those of objects inside."""
    text = (PAGE / "src" / "api" / "types.ts").read_text(encoding="utf-8")
    found = {}
    for name, body in re.findall(r"^export interface (\w+) \{(.*?)\s?\}$", text, re.M | re.S):
        found[name] = set(re.findall(r"(\w+)\??:", _flat(body)))
    return found


def _flat(body: str) -> str:
    flat = re.sub(r"\{[^{}]*\}", "object", body)
    return flat if flat == body else _flat(flat)


def test_the_page_knows_what_the_api_answers(ask: Any) -> None:
    schemas = ask("/api/openapi.json")["components"]["schemas"]
    answered: dict[str, list[set[str]]] = {}
    for key, schema in schemas.items():
        answered.setdefault(schema.get("title", key).rpartition(".")[2], []).append(set(schema.get("properties", {})))
    wrong = {}
    for name, properties in declared().items():
        candidates = answered.get(OTHER_NAMES.get(name, name), [])
        if not any(properties <= each for each in candidates):
            wrong[name] = (sorted(properties), [sorted(each) for each in candidates])
    assert len(declared()) > 30 and wrong == {}
