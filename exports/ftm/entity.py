"""One FollowTheMoney entity, and values in the form in which its library keeps them.

Its library leaves out without a word what it cannot read: an impossible date, an address with blanks, control
characters. So nothing is written here that it would leave out or change.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from kg.graph.value import Key
from kg.system.control_characters import replace_control
from kg.system.digests import short_digest

_BLANK = re.compile(r"\s")
_LONG = frozenset({"bodyText", "notes", "summary"})
"""Properties whose values have lines; all others are on one."""

_SAFE_IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True)
class Entity:
    """``properties`` has only names of the schema, and no empty values."""

    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def as_json(self) -> dict[str, Any]:
        """The object of one line."""
        return {
            "id": self.id,
            "schema": self.schema,
            "properties": {name: list(values) for name, values in sorted(self.properties.items())},
        }


def make_entity(id: str, schema: str, **properties: object) -> Entity:
    """An entity of what there is: absent and empty values are left out, texts come without control characters."""
    kept = {name: _values(value, name in _LONG) for name, value in properties.items()}
    return Entity(id, schema, {name: values for name, values in kept.items() if values})


def entity_id(key: Key) -> str:
    """The id of a node's entity. FollowTheMoney takes no slashes and colons, which ids of entries and laws have."""
    return f"{key.label.lower()}-{short_digest('/'.join(key).encode())}"


def web_address(url: object) -> str:
    """A web address as the library keeps it, percent-encoded; empty for all others, which it leaves out."""
    try:
        parts = urlsplit(str(url or ""))
        host = parts.hostname or ""
    except ValueError:  # half a bracket
        return ""
    if parts.scheme not in ("http", "https") or "." not in host or _BLANK.search(parts.netloc):
        return ""
    path, query, fragment = (quote(part, safe=_SAFE_IN_ADDRESS) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, parts.netloc, path or "/", query, fragment))


def _values(value: object, long: bool) -> tuple[str, ...]:
    values: Iterable[object] = value if isinstance(value, list | tuple) else (value,)
    texts = (_text(part, long) for part in values if part is not None)
    return tuple(dict.fromkeys(text for text in texts if text))


def _text(value: object, long: bool) -> str:
    text = unicodedata.normalize("NFC", replace_control(str(value)))
    return text.strip() if long else " ".join(text.split())
