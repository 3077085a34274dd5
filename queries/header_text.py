"""The header of a query file read from its text; a mistake has its line and column."""

from collections.abc import Container, Iterator, Sequence
from typing import Any

import msgspec
import yaml

from ingest.yaml_text import parse_yaml
from kg.schema.schema import load_schema
from kg.system.control_characters import has_control
from queries.header import Column, Header, Parameter, Path, problems_of, unknown_field

# Characters. The YAML parser ends the whole process where brackets are nested some ten thousand deep.
_LONGEST = 8_000


class HeaderMistake(Exception):
    """A header is not as it should be; ``line`` and ``column`` count from 1 and are of the file."""

    def __init__(self, said: str, line: int = 1, column: int = 1) -> None:
        super().__init__(said)
        self.said, self.line, self.column = said, line, column


def header_length(lines: Sequence[str], mark: str = "//") -> int:
    """How many lines from the first on are the header; each begins with the ``mark`` of a comment."""
    return next((i for i, line in enumerate(lines) if not line.startswith(mark)), len(lines))


def read_header(lines: Sequence[str], suggestions: Container[str], mark: str = "//") -> Header:
    """The header of a file, from its first lines. Raises ``HeaderMistake``.

    ``suggestions`` are the names of the suggestions that there are.
    """
    text = "\n".join(line.removeprefix(mark).removeprefix(" ") for line in lines)
    if len(text) > _LONGEST:
        raise HeaderMistake(f"the header has {len(text)} characters; {_LONGEST} are allowed")
    try:
        raw: Any = parse_yaml(text)
    except yaml.MarkedYAMLError as error:
        raise _at(error.problem_mark, lines, mark, f"the header is not valid ({error.problem})") from None
    except yaml.YAMLError as error:
        raise HeaderMistake(f"the header is not valid ({str(error).splitlines()[0]})") from None
    if any(map(has_control, _texts(raw))):
        raise HeaderMistake("the header has control characters, which a terminal would obey. Write it without them")
    place, said = _first_problem(raw, suggestions)
    if said:
        raise _at(_position_of(text, place), lines, mark, said)
    return msgspec.convert(_with_structs(raw), Header)


def _first_problem(raw: Any, suggestions: Container[str]) -> tuple[Path, str]:
    """Where the first mistake is, and what it is; empty if there is none."""
    if not isinstance(raw, dict):
        return (), "the header is not valid (it has no `title:` and `learns:`)"
    for section, kind in (("parameters", Parameter), ("columns", Column)):
        for name, value in _items(raw.get(section)):
            if place_and_said := _misfit(_expanded(section, value), kind, (section, str(name))):
                return place_and_said
    if place_and_said := _misfit(_with_structs(raw), Header, ()):
        return place_and_said
    return next(problems_of(msgspec.convert(_with_structs(raw), Header), load_schema(), suggestions), ((), ""))


def _misfit(raw: Any, kind: type, place: Path) -> tuple[Path, str] | None:
    """Where a value does not fit a struct, and why."""
    try:
        msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        said, _, inside = str(error).partition(" - at `$")
        steps = tuple(step for step in inside.rstrip("`").split(".") if step and "[" not in step)
        unknown = unknown_field(said)
        return (*place, *steps, *([unknown] if unknown else [])), f"the header is not valid ({said})"
    return None


def _items(section: Any) -> list[tuple[Any, Any]]:
    return list(section.items()) if isinstance(section, dict) else []


def _expanded(section: str, value: Any) -> Any:
    """A column may be written as the key that it holds alone."""
    return {"key": value} if section == "columns" and isinstance(value, str) else value


def _with_structs(raw: dict[str, Any]) -> dict[str, Any]:
    columns = raw.get("columns")
    if not isinstance(columns, dict):
        return raw
    return raw | {"columns": {name: _expanded("columns", value) for name, value in columns.items()}}


def _position_of(text: str, place: Path) -> yaml.Mark | None:
    """The position of a key in the header, or of the nearest one above it."""
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    position = node.start_mark if node else None
    for step in place:
        found = next((pair for pair in getattr(node, "value", ()) if _is_named(pair, step)), None)
        if found is None:
            break
        position, node = found[0].start_mark, found[1]
    return position


def _is_named(pair: Any, step: str) -> bool:
    return isinstance(pair, tuple) and pair[0].value == step


def _at(position: yaml.Mark | None, lines: Sequence[str], mark: str, said: str) -> HeaderMistake:
    if position is None or not lines:
        return HeaderMistake(said)
    row = min(position.line, len(lines) - 1)
    before = len(mark) + lines[row].startswith(f"{mark} ")
    return HeaderMistake(said, row + 1, position.column + before + 1)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value of YAML, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
