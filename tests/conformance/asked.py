"""The questions of the suite: those of ``questions.yaml`` and every saved query."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Question:
    """A question with its parameters."""

    name: str
    cypher: str
    parameters: dict[str, Any]


def read_questions() -> list[Question]:
    """Those of the file, in its order."""
    raw = yaml.safe_load(Path(__file__).with_name("questions.yaml").read_text(encoding="utf-8"))
    return [
        Question(name, asked if isinstance(asked, str) else asked["ask"], _parameters(asked))
        for name, asked in raw.items()
    ]


def _parameters(asked: Any) -> dict[str, Any]:
    return {} if isinstance(asked, str) else dict(asked["parameters"])
