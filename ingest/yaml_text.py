"""YAML read by the C parser where there is one: ten times faster, which every command notices."""

from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str) -> Any:
    """Parse YAML into plain values. Raises ``yaml.YAMLError``."""
    return yaml.load(text, Loader=_Loader)
