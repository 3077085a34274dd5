"""The rows of a saved query's answer, asked for by column."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.graph.value import Key
from kg.stores import Rows
from queries.header import EVIDENCE, Header


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
