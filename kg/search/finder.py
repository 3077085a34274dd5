"""Finding things and entries by what somebody types, in the index of a graph."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

import msgspec

from ingest.errors import KgError
from ingest.jurisdictions.romanisation import Folding, Romanisation
from kg.search.index import FORMAT, spelled
from kg.search.marks import MarkedText, Wanted, excerpt, mark
from kg.search.query import Query, Tier, match_names, match_texts, read_query
from kg.search.spellings import NAMED
from kg.search.words import WordFolder

LIMIT = 10
"""Things, and entries, that a search gives unless it is asked for more."""

# The file may come from somebody else: nothing in its schema runs, and damaged pages are noticed.
_OPENING = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;"
# Rows looked at for further spellings of what is found already, and for words that are spelled otherwise (`exact`).
_MOST_ROWS = 5_000
_THING = "t.kind, t.id, t.name, t.entries"
# All kinds where none is named.
_OF_KINDS = " AND (?2 = '[]' OR t.kind IN (SELECT value FROM json_each(?2)))"
_BY_ID = f"SELECT t.name, {_THING} FROM things t WHERE t.id = ?{_OF_KINDS}"
_WHOLE_NAMES = f"""
SELECT s.text, {_THING} FROM spellings s JOIN things t ON t.number = s.thing
WHERE s.sorted = ?{_OF_KINDS} ORDER BY s.number"""
_NAMES = f"""
SELECT s.text, {_THING} FROM names n JOIN spellings s ON s.number = n.rowid JOIN things t ON t.number = s.thing
WHERE names MATCH ?{_OF_KINDS} ORDER BY n.rowid LIMIT {_MOST_ROWS}"""
_TEXTS = f"""
SELECT e.id, e.text, x.words FROM texts x JOIN entries e ON e.number = x.rowid
WHERE texts MATCH ? ORDER BY x.rowid LIMIT {_MOST_ROWS}"""
_ENTRY_BY_ID = """
SELECT e.id, e.text, x.words FROM entries e JOIN texts x ON x.rowid = e.number WHERE e.id = ?"""
_ALL_NAMES = "SELECT s.number, s.sorted FROM spellings s JOIN things t ON t.number = s.thing WHERE t.kind <> 'Source'"
# Of a hundred: how similar a name is that is offered where none is found.
_SIMILAR = 70
_ALL_KINDS = "[]"
_BY_NUMBER = f"SELECT s.text, {_THING} FROM spellings s JOIN things t ON t.number = s.thing WHERE s.number = ?"


@dataclass(frozen=True)
class Hit:
    """Something found: its label in the schema, its key, and the name it is shown under.

    ``words`` is the spelling that matched, or a part of the entry's text, with the words that were searched for marked.
    ``entries`` is how many entries mention it; 1 for an entry.
    """

    kind: str
    id: str
    name: str
    words: MarkedText
    entries: int


@dataclass(frozen=True)
class Answer:
    """What a search found: things by name, the best match and the most mentioned first; entries by text, newest first.

    ``more_things`` and ``more_entries`` say that there are others.
    """

    things: tuple[Hit, ...]
    entries: tuple[Hit, ...]
    more_things: bool = False
    more_entries: bool = False


class Finder:
    """Searches an open index. Threads may share it, one search at a time."""

    def __init__(self, database: sqlite3.Connection, folding: Folding) -> None:
        self._database = database
        self._folder = WordFolder(folding)

    def find(self, text: str, *, exact: bool = False, limit: int = LIMIT, kinds: Collection[str] = ()) -> Answer:
        """Find what has all the words: things among whose spellings one has, and entries in whose text they are.

        Words fit in any order, script and romanisation, the last one also as the beginning of a word, and initials fit
        the names that they stand for. With ``exact`` they fit only as written, but for capitals. Words in quotation
        marks stand side by side in an entry. At most ``limit`` things and ``limit`` entries, of some ``kinds`` (labels)
        alone where these are named.
        """
        query = read_query(text, self._folder)
        if not query.words:
            return Answer((), ())
        things = list(_first(self._things(query, exact, kinds), limit + 1))
        entries = list(_first(self._entries(query, exact), limit + 1)) if "Entry" in (kinds or ("Entry",)) else []
        return Answer(tuple(things[:limit]), tuple(entries[:limit]), len(things) > limit, len(entries) > limit)

    def named(self, text: str) -> tuple[Hit, ...]:
        """The things that have exactly this id or name, in whichever order, script and romanisation its words stand."""
        query = read_query(text, self._folder)
        return self._collected(self._whole(query, _ALL_KINDS), query)

    def partly_named(self, text: str) -> tuple[Hit, ...]:
        """The people, bodies, places and provisions among whose names one has all these words, as whole words."""
        query = read_query(text, self._folder)
        found = self._named(match_names(query, "whole", self._folder), _ALL_KINDS) if query.words else ()
        return self._collected((row for row in found if row[1] in (*NAMED, "Provision")), query)

    def _collected(self, rows: Iterable[tuple[Any, ...]], query: Query) -> tuple[Hit, ...]:
        return tuple(_first((self._hit(row, Wanted(query.words, initials=True)) for row in rows), _MOST_ROWS))

    def _whole(self, query: Query, kinds: str) -> Iterator[tuple[Any, ...]]:
        yield from self._database.execute(_BY_ID, (query.text, kinds))
        yield from self._database.execute(_WHOLE_NAMES, (spelled(query.words), kinds))

    def _named(self, expression: str, kinds: str) -> Iterator[tuple[Any, ...]]:
        yield from self._database.execute(_NAMES, (expression, kinds))

    def nearest(self, text: str, limit: int = 5) -> tuple[Hit, ...]:
        """The things with the most similar names, for a name that nothing has; none if no name is similar."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 (only a name that is not found needs it)

        query = read_query(text, self._folder)
        wanted = spelled(query.words)
        near = process.extract(wanted, self._names, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=4 * limit)
        rows = (self._database.execute(_BY_NUMBER, (number,)).fetchone() for _, _, number in near)
        return tuple(_first((self._hit(row, Wanted(query.words, initials=True)) for row in rows), limit))

    @cached_property
    def _names(self) -> dict[int, str]:
        """The words of every spelling, by its number: read once, for who asks while somebody types."""
        return dict(self._database.execute(_ALL_NAMES))

    def _things(self, query: Query, exact: bool, kinds: Collection[str]) -> Iterator[Hit]:
        wanted = Wanted(query.words, exact, initials=True)
        for row in self._spellings(query, exact, json.dumps(sorted(kinds))):
            hit = self._hit(row, wanted)
            if not exact or wanted.all_in(list(self._folder.words(row[0]))):
                yield hit

    def _spellings(self, query: Query, exact: bool, kinds: str) -> Iterator[tuple[Any, ...]]:
        """The spellings that fit, the best first: an id, a whole name, all words, the beginning of a word, initials."""
        yield from self._whole(query, kinds)
        tiers: tuple[Tier, ...] = ("whole",) if exact else get_args(Tier)
        for tier in tiers:
            if expression := match_names(query, tier, self._folder):
                yield from self._named(expression, kinds)

    def _entries(self, query: Query, exact: bool) -> Iterator[Hit]:
        wanted = Wanted(query.words, exact)
        for id, text, keys in self._texts(query, exact):
            words = list(self._folder.words(text, keys.split()))
            if not exact or wanted.all_in(words):
                yield Hit("Entry", id, id, excerpt(text, words, wanted), 1)

    def _texts(self, query: Query, exact: bool) -> Iterator[tuple[str, str, str]]:
        """The entries that fit: by id, by whole words, and with the last word as the beginning of one."""
        yield from self._database.execute(_ENTRY_BY_ID, (query.text,))
        for beginning in (False,) if exact else (False, True):
            yield from self._database.execute(_TEXTS, (match_texts(query, beginning),))

    def _hit(self, row: tuple[Any, ...], wanted: Wanted) -> Hit:
        spelling, kind, id, name, entries = row
        return Hit(kind, id, name, mark(spelling, list(self._folder.words(spelling)), wanted), entries)


@contextmanager
def open_finder(path: Path) -> Iterator[Finder]:
    """Open an index for searching; it is never written to. Raises ``KgError`` where it is missing or damaged."""
    damaged = f"{path}: the search index is missing or damaged. Run `kg rebuild` to derive the graph again."
    if not path.is_file():
        raise KgError(damaged)
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        database.executescript(_OPENING)
        about = dict(database.execute("SELECT name, value FROM about"))
        if about.get("format") != FORMAT:
            raise KgError(f"{path}: another version of kg made the search index. Run `kg rebuild`.")
        yield Finder(database, Folding(msgspec.json.decode(about["romanisation"], type=Romanisation)))
    except (sqlite3.DatabaseError, msgspec.MsgspecError, KeyError):
        raise KgError(damaged) from None
    finally:
        database.close()


def _first(hits: Iterable[Hit], limit: int) -> Iterator[Hit]:
    """The first hits, each thing once."""
    seen: set[tuple[str, str]] = set()
    for hit in hits:
        if len(seen) == limit:
            return
        if (hit.kind, hit.id) not in seen:
            seen.add((hit.kind, hit.id))
            yield hit
