"""What an earlier gathering found, so that a month can be added without comparing all with all again.

What a part of a surname's block comes to is a function of its mentions: of the files they stand in, their names as
mended, and which surnames of the block are one person's. What an entry tells of its people is one of the same. So both
can be remembered under a hash of those, and the answer with a memory is that without one. A memory holds for one pack
and one version of the rules; what settled is small and outlives the process (``write_memory``), signs do not.
"""

import hashlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from kg.entries.active import ActiveEntry
from kg.identity.names.order import Printed
from kg.identity.people.features import Shown, Signs

Pairs = tuple[tuple[int, int], ...]


class Settled(msgspec.Struct, frozen=True, array_like=True):
    """What a part came to: the pairs joined, in their order, and the pairs left open, by positions in the part."""

    joined: Pairs
    open: Pairs


class _Written(msgspec.Struct, frozen=True):
    """A memory as bytes; the machine that reads it has written it."""

    settled: dict[bytes, Settled]
    hopeless: bytes


@dataclass
class Memory:
    """Parts of blocks and signs of entries, each under a hash of what it follows from."""

    settled: dict[bytes, Settled] = field(default_factory=dict)
    signs: dict[bytes, list[Signs]] = field(default_factory=dict)
    hopeless: set[int] = field(default_factory=set)
    """Pairs of persons with surnames a letter apart that are two, by what the two are (``pairs``)."""
    shown: Shown = field(default_factory=Shown)
    used: set[bytes] = field(default_factory=set)
    """Which of the parts the last gathering came upon: the others are of reports that are no longer in force."""


def stamp_of(entry: ActiveEntry, mended: Mapping[Printed, Printed]) -> bytes:
    """What an entry's people follow from: its words, the file they stand in, and the order of its names."""
    names = [mended.get((person.surname, person.given)) for person in entry.facts.persons] if mended else ()
    return hash_of([entry.report, entry.sha256, entry.fingerprint, str(entry.copy), repr(names) if any(names) else ""])


def hash_of(parts: Iterable[str | bytes]) -> bytes:
    """128 bits: no two of a million parts share one by chance."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() if isinstance(part, str) else part)
        digest.update(b"\x1f")
    return digest.digest()[:16]


def write_memory(memory: Memory) -> bytes:
    """What the last gathering came upon, and the hopeless pairs, as bytes."""
    settled = {key: memory.settled[key] for key in sorted(memory.used & memory.settled.keys())}
    return msgspec.msgpack.encode(_Written(settled, array("Q", sorted(memory.hopeless)).tobytes()))


def read_memory(data: bytes) -> Memory:
    """A memory of what was settled. Raises ``msgspec.DecodeError`` where the bytes are of none."""
    written = msgspec.msgpack.decode(data, type=_Written)
    hopeless = array("Q")
    hopeless.frombytes(written.hopeless)
    return Memory(dict(written.settled), hopeless=set(hopeless))
