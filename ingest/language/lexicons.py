"""Lexicons: words as YAML files, merged and checked when they are read.

``ingest/lexicons/`` holds the words of English that every country's reports share. A jurisdiction's file of the same
name adds to them: lists are joined, maps merged key by key.
"""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
import yaml

from ingest.errors import LexiconError
from ingest.yaml_text import parse_yaml

SHARED = Path(__file__).parents[1] / "lexicons"

T = TypeVar("T")


def read_lexicon(name: str, shape: type[T], more: Path | None = None) -> T:
    """The shared lexicon ``name``, with what the folder ``more`` adds, as a value of ``shape`` (a msgspec Struct).

    Raises ``LexiconError`` naming the file and the path of the mistake.
    """
    return cast(T, _read(name, cast(Any, shape), more))


@cache
def _read(name: str, shape: type[Any], more: Path | None) -> Any:
    """Read once: some rules ask for their words with every entry."""
    merged: Any = {}
    files = lexicon_files(name, more)
    for path in files:
        merged = merge_words(merged, read_yaml(path))
    return convert_lexicon(merged, shape, files)


def lexicon_files(name: str, more: Path | None = None) -> list[Path]:
    """The shared file of a lexicon and that of the folder ``more``, those there are.

    Raises ``LexiconError`` when there is none.
    """
    folders = [SHARED, *([more] if more else [])]
    files = [path for folder in folders if (path := folder / f"{name}.yaml").exists()]
    if not files:
        raise LexiconError(f"No lexicon {name}.yaml in {' or '.join(map(str, folders))}.")
    return files


def convert_lexicon(value: Any, shape: type[Any], files: list[Path]) -> Any:
    """What YAML files hold as a value of ``shape``. Raises ``LexiconError`` naming the files."""
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{' + '.join(map(str, files))}: {error}.") from None


def read_yaml(path: Path) -> Any:
    """What a YAML file holds, an empty map for an empty file. Raises ``LexiconError`` naming the file and line."""
    try:
        return parse_yaml(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise LexiconError(f"{path}{where}: not valid YAML.") from None


def merge_words(base: Any, more: Any) -> Any:
    """Lists joined, the words of ``base`` first; maps merged key by key."""
    if isinstance(base, dict) and isinstance(more, dict):
        return {**base, **{key: merge_words(base[key], value) if key in base else value for key, value in more.items()}}
    if isinstance(base, list) and isinstance(more, list):
        return base + more
    return more
