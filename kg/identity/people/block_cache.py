"""Results of an earlier clustering, so that a month can be added without comparing all with all again.

The result of a part of a surname's block is a function of its mentions: of the files they are in, their corrected
names, and which surnames of the block are rare. So are the features of an entry's people. Both are cached under a hash
of these, and the answer with a cache is the answer without one. A cache is valid for one pack and one version of the
rules. Results are small and outlive the process (``write_block_cache``); features do not.
"""

import hashlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from kg.entries.active import ActiveEntry
from kg.identity.names.order import Printed
from kg.identity.people.features import FeatureLabels, Features

Pairs = tuple[tuple[int, int], ...]


class PartResult(msgspec.Struct, frozen=True, array_like=True):
    """The result of a part: the pairs joined, in their order, and the pairs left open, by positions in the part."""

    joined: Pairs
    open: Pairs


class _Written(msgspec.Struct, frozen=True):
    """A cache as bytes; the machine that reads it has written it."""

    results: dict[bytes, PartResult]
    ruled_out: bytes


@dataclass
class BlockCache:
    """Parts of blocks and features of entries, each under a hash of what it follows from."""

    results: dict[bytes, PartResult] = field(default_factory=dict)
    features: dict[bytes, list[Features]] = field(default_factory=dict)
    ruled_out: set[int] = field(default_factory=set)
    """Pairs of persons with surnames a letter apart that are two, by what the two are (``scores.pairs``)."""
    labels: FeatureLabels = field(default_factory=FeatureLabels)
    used: set[bytes] = field(default_factory=set)
    """The parts that the last clustering met: the others are of reports that are no longer in force."""


def stamp_of(entry: ActiveEntry, corrected: Mapping[Printed, Printed]) -> bytes:
    """What an entry's people follow from: its words, the file they are in, what was decided, the order of its names."""
    names = [corrected.get((person.surname, person.given)) for person in entry.facts.persons] if corrected else ()
    decided = entry.decided.digest if entry.decided else ""
    order = repr(names) if any(names) else ""
    return hash_of([entry.report, entry.sha256, entry.fingerprint, str(entry.copy), decided, order])


def hash_of(parts: Iterable[str | bytes]) -> bytes:
    """128 bits: no two of a million parts share one by chance."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() if isinstance(part, str) else part)
        digest.update(b"\x1f")
    return digest.digest()[:16]


def write_block_cache(block_cache: BlockCache) -> bytes:
    """The results that the last clustering met, and the pairs ruled out, as bytes."""
    results = {key: block_cache.results[key] for key in sorted(block_cache.used & block_cache.results.keys())}
    return msgspec.msgpack.encode(_Written(results, array("Q", sorted(block_cache.ruled_out)).tobytes()))


def read_block_cache(data: bytes) -> BlockCache:
    """Read a cache. Raises ``msgspec.DecodeError`` if the bytes are none."""
    written = msgspec.msgpack.decode(data, type=_Written)
    ruled_out = array("Q")
    ruled_out.frombytes(written.ruled_out)
    return BlockCache(dict(written.results), ruled_out=set(ruled_out))
