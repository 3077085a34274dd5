"""A checksum on each line of the journal, chained to the line before, so that a changed, lost or moved line is seen.

A line's checksum is a digest of the line without it and of the checksum before. Lines of older versions have none; the
first line that has one vouches for them too. What is lost at the end no checksum shows: the list of decisions in the
generation in force does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields

import msgspec

from kg.decisions.journal import Decision, read_decision, write_decision
from kg.system.digests import short_digest

_CHECKED = re.compile(rb'(.*),"checksum":"([0-9a-f]{16})"\}')
_FIELDS = frozenset(field.name for field in fields(Decision))


@dataclass(frozen=True)
class DamagedLine:
    """A line of a journal that is not as it was written: its number, from 1, and what is wrong."""

    number: int
    reason: str


def write_lines(decisions: Iterable[Decision], before: bytes = b"") -> bytes:
    """The lines of decisions with their checksums, for a journal that holds ``before``."""
    lines, previous = [], _last_checksum(before)
    for decision in decisions:
        line = write_decision(decision).rstrip(b"\n")
        previous = _checksum(previous, line)
        lines.append(line[:-1] + b',"checksum":"' + previous + b'"}\n')
    return b"".join(lines)


def find_damaged_lines(data: bytes) -> tuple[DamagedLine, ...]:
    """The lines of a journal that are no decision, or do not match their checksum and the line before."""
    damaged, previous, has_checksums = [], b"", False
    for number, line in _lines(data):
        checked = _CHECKED.fullmatch(line)
        reason = _problem_with_checksum(line, previous) if checked else _problem_without(line, has_checksums)
        if reason:
            damaged.append(DamagedLine(number, reason))
        previous = _checksum_after(line, previous)
        has_checksums = has_checksums or checked is not None
    return tuple(damaged)


def drop_interrupted_line(data: bytes, decisions: Iterable[Decision]) -> bytes:
    """A journal without the beginning of one of ``decisions`` at its end, which an older version was stopped in."""
    tail = data.rpartition(b"\n")[2]
    interrupted = tail and any(write_decision(decision).startswith(tail) for decision in decisions)
    return data[: len(data) - len(tail)] if interrupted else data


def _lines(data: bytes) -> Iterable[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(data.split(b"\n"), 1) if line.strip())


def _problem_with_checksum(line: bytes, previous: bytes) -> str:
    decision, checksum = _split(line)
    if read_decision(decision) is None:
        return "the line was changed; it is not a complete decision"
    if _checksum(previous, decision) != checksum:
        return "its checksum does not match; the line was changed, or the one before it was changed or removed"
    return ""


def _problem_without(line: bytes, has_checksums: bool) -> str:
    if read_decision(line) is None or not _has_only_known_fields(line):
        return "the line is not a complete decision"
    return "its checksum is missing, and the lines before it have theirs" if has_checksums else ""


def _has_only_known_fields(line: bytes) -> bool:
    """Whether no field's name was damaged, above all that of the checksum."""
    try:
        return msgspec.json.decode(line, type=dict[str, object]).keys() <= _FIELDS
    except ValueError:
        return False


def _last_checksum(data: bytes) -> bytes:
    previous = b""
    for _, line in _lines(data):
        previous = _checksum_after(line, previous)
    return previous


def _checksum_after(line: bytes, previous: bytes) -> bytes:
    """What the next line is chained to: the checksum that this one states, so that one damage is one damaged line."""
    decision, checksum = _split(line)
    return checksum or _checksum(previous, decision)


def _split(line: bytes) -> tuple[bytes, bytes]:
    """The line of a decision as ``write_decision`` wrote it, and the checksum that was put into it, if any."""
    checked = _CHECKED.fullmatch(line)
    return (checked[1] + b"}", checked[2]) if checked else (line, b"")


def _checksum(previous: bytes, line: bytes) -> bytes:
    return short_digest(previous + line).encode()
