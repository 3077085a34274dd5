"""What commands give to the queries of briefings that need it: here everybody, every case and report, and all days."""

import re
from typing import Any

from kg.stores import Store

_LISTS = {"people": "Person", "cases": "Case", "reports": "Report"}


def widest_parameters(cypher: str, store: Store) -> dict[str, Any]:
    """The parameters that a query uses, with values that leave nothing out."""
    widest: dict[str, Any] = {"after": "", "on": "9999"}
    for name, kind in _LISTS.items():
        widest[name] = [id for (id,) in store.query(f"MATCH (x:{kind}) RETURN x.id AS id ORDER BY id").rows]
    return {name: value for name, value in widest.items() if re.search(rf"\${name}\b", cypher)}
