"""The rows of a saved query's answer, asked for by column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.errors import KgError
from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.stores import Rows
from queries.drawings import Columns
from queries.header import EVIDENCE, Header
from queries.pages.phrases import format_duration, list_words, name_provision, plain

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
_DURATION = re.compile(r"P(T?\d+[YMWDH])+$")


@dataclass(frozen=True)
class Row:
    """One row: ``values`` by column."""

    values: dict[str, Any]
    header: Header

    def texts(self, column: str | None) -> list[str]:
        """What is in a column, each value of a list by itself; nothing where it is empty."""
        value = self.values.get(column) if column else None
        return [str(item) for item in (value if isinstance(value, list) else [value]) if item is not None]

    def keys(self, column: str) -> list[Key]:
        """The things whose keys are in a column."""
        label = self.header.label_of(column)
        return [Key(label, text) for text in self.texts(column)] if label else []

    def words_in(self, column: str) -> list[str]:
        """What is in a column, in an investigator's words: ``15 days``, ``hunger strike``, ``CC 405/2``."""
        is_provision = self.header.label_of(column) == "Provision"
        return [name_provision(text) if is_provision else _worded(text) for text in self.texts(column)]

    def names_in(self, columns: Columns) -> list[str]:
        """Each value of one column, or the values of several as one name.

        A value that the name has already is not said again: ``Harbour district court``, of the ``Harbour district``.
        """
        if isinstance(columns, str):
            return self.words_in(columns)
        parts: list[str] = []
        for word in (word for column in columns for word in self.words_in(column)):
            if not any(word.lower() in part.lower() for part in parts):
                parts.append(word)
        return [", ".join(parts)] if parts else []

    def dates(self, column: str | None) -> list[str]:
        """The dates in a column, each as exact as known. Raises ``KgError`` where it holds something else."""
        found = self.texts(column)
        for text in found:
            if not _DATE.match(text):
                raise KgError(f"The column {column} holds '{text}', which is no date. Name another in the header.")
        return found

    def number(self, column: str) -> float:
        """The number in a column; how many there are where it holds a list. Raises ``KgError`` if it is no number."""
        value = self.values.get(column)
        if isinstance(value, list):
            return len(value)
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise KgError(
                f"The column {column} holds no numbers, so it cannot be added up. Name another in the header."
            )
        return value

    def said(self) -> list[str]:
        """What a reader sees of the row: each heading with what is under it."""
        schema = load_schema()
        keys = {name for name in self.values if self.header.holds_ids(name, schema)}
        shown = ((name, self.words_in(name)) for name in self.values if name not in keys and name != EVIDENCE)
        return [f"{self.header.heading_of(name)}: {list_words(words)}" for name, words in shown if words]

    @property
    def words(self) -> list[str]:
        """The words that the row rests on, each as ``ENTRY#START-END``."""
        return self.texts(EVIDENCE)


@dataclass(frozen=True)
class Answer:
    """An answer, and what its query's header says of it."""

    rows: Rows
    header: Header

    def __iter__(self) -> Iterator[Row]:
        """Its rows."""
        return (Row(dict(zip(self.rows.columns, row, strict=True)), self.header) for row in self.rows.rows)


def _worded(text: str) -> str:
    if _DURATION.match(text):
        return format_duration(text)
    return plain(text) if text.split(" (", maxsplit=1)[0] in _closed_words() else text


@cache
def _closed_words() -> frozenset[str]:
    return frozenset(word for words in load_schema().values.values() for word in words)
