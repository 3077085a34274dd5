"""What is wrong with values that a person wrote, as in ``kg.toml``: where each is, and what is allowed there."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import inspect


class WrongValue(NamedTuple):
    """A wrong value: the keys that lead to it, joined by full stops, and what is allowed there."""

    where: str
    said: str


def find_wrong_values(value: object, shape: type[Any]) -> Iterator[WrongValue]:
    """Every value that does not fit a type that msgspec knows, in the order of the text."""
    yield from _find(value, inspect.type_info(shape), ())


def _find(value: object, shape: inspect.Type, where: tuple[str, ...]) -> Iterator[WrongValue]:
    if isinstance(shape, inspect.StructType | inspect.DictType):
        if isinstance(value, Mapping):
            yield from _find_inside(value, shape, where)
        else:
            yield _wrong(where, f"{value!r} is no table of keys and values")
    elif isinstance(shape, inspect.LiteralType):
        if value not in shape.values:
            yield _wrong(where, f"{value!r} is none of {_listed(shape.values)}")
    elif (kind := _KINDS.get(type(shape))) and not _is_of(value, kind[0]):
        yield _wrong(where, f"{value!r} is not {kind[1]}")


_KINDS: Mapping[type[inspect.Type], tuple[type[Any], str]] = {
    inspect.StrType: (str, 'text; write it in quotation marks, "…"'),
    inspect.IntType: (int, "a whole number"),
    inspect.BoolType: (bool, "true or false"),
}


def _is_of(value: object, kind: type[Any]) -> bool:
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _find_inside(
    value: Mapping[object, object], shape: inspect.StructType | inspect.DictType, where: tuple[str, ...]
) -> Iterator[WrongValue]:
    if isinstance(shape, inspect.StructType):
        fields = {field.encode_name: field.type for field in shape.fields}
        allowed: tuple[object, ...] = tuple(fields)
    else:
        fields = {}
        allowed = shape.key_type.values if isinstance(shape.key_type, inspect.LiteralType) else tuple(value)
    for key, inner in value.items():
        if key not in allowed:
            yield _wrong(where, f"there is no {key!r} here, only {_listed(allowed)}")
        else:
            inside = fields[str(key)] if isinstance(shape, inspect.StructType) else shape.value_type
            yield from _find(inner, inside, (*where, str(key)))


def _wrong(where: tuple[str, ...], said: str) -> WrongValue:
    return WrongValue(".".join(where), said)


def _listed(values: tuple[object, ...]) -> str:
    return ", ".join(map(str, values))
