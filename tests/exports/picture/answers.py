"""Answers of saved queries, made by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from exports.picture.answer import Answer
from exports.picture.map.outlines import Outline
from exports.picture.pictures import Picture, Request, draw_answer
from kg.graph.value import Graph
from kg.schema.schema import load_schema
from kg.stores import Rows
from queries.header import Header

OUTLINE = Outline((((-15.0, -39.5), (-8.5, -39.5), (-8.5, -44.2), (-15.0, -44.2), (-15.0, -39.5)),), "Invented.")


def header(columns: Mapping[str, Any], **keys: Any) -> Header:
    written = {name: {"key": value} if isinstance(value, str) else value for name, value in columns.items()}
    return msgspec.convert({"title": "T", "learns": "L", "columns": written, **keys}, Header)


def answer(head: Header, *rows: Sequence[Any]) -> Answer:
    return Answer(Rows(list(head.columns), [list(row) for row in rows], cut=False), head)


def draw(graph: Graph, head: Header, *rows: Sequence[Any], format: Any = "html") -> Picture:
    (spec,) = head.drawings.values()
    request = Request(graph, head, answer(head, *rows).rows, 150, lambda: OUTLINE)
    return draw_answer(request, spec, format, load_schema())


def page_of(graph: Graph, head: Header, *rows: Sequence[Any]) -> str:
    return draw(graph, head, *rows).content.decode()
