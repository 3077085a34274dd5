"""Whatever happens to a line of a journal is seen, and a journal without checksums is still read."""

import re
from collections.abc import Callable

import pytest

from kg.decisions.checksums import drop_interrupted_line, find_damaged_lines, write_lines
from kg.decisions.journal import Decision, decide, read_journal, write_decision


def decisions(number: int = 4) -> list[Decision]:
    made: list[Decision] = []
    for i in range(number):
        made.append(decide("note", {"text": f"note {i}"}, "anna", "a “reason”", made))
    return made


def damaged(journal: bytes) -> list[int]:
    return [line.number for line in find_damaged_lines(journal)]


def test_a_journal_with_checksums_reads_as_one_without() -> None:
    made = decisions()
    journal = write_lines(made)
    assert read_journal(journal).decisions == tuple(made) and damaged(journal) == []
    assert journal != b"".join(map(write_decision, made))


def test_lines_that_are_added_continue_the_chain() -> None:
    made = decisions()
    first = write_lines(made[:2])
    assert first + write_lines(made[2:], first) == write_lines(made)


@pytest.mark.parametrize("bit", range(8))
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_any_flipped_bit_of_any_line_is_seen(number: int, bit: int) -> None:
    lines = write_lines(decisions()).splitlines(keepends=True)
    line = lines[number - 1]
    for position in range(len(line)):
        lines[number - 1] = line[:position] + bytes([line[position] ^ (1 << bit)]) + line[position + 1 :]
        journal = b"".join(lines)
        # A flip in a checksum is seen in the line after too, a flip in a line's end in both lines.
        assert number in damaged(journal) or number + 1 in damaged(journal), (position, journal)


EDITS: dict[str, tuple[Callable[[list[bytes]], list[bytes]], list[int]]] = {
    "the first line removed": (lambda lines: lines[1:], [1]),
    "a line removed": (lambda lines: [lines[0], *lines[2:]], [2]),
    "two lines exchanged": (lambda lines: [lines[0], lines[2], lines[1], lines[3]], [2, 3, 4]),
    "a line twice": (lambda lines: [*lines[:2], *lines[1:]], [3]),
    "a line cut": (lambda lines: [lines[0], lines[1][:30] + b"\n", *lines[2:]], [2, 3]),
    "a checksum taken out": (
        lambda lines: [lines[0], re.sub(rb',"checksum":"\w+"', b"", lines[1]), *lines[2:]],
        [2],
    ),
    "a line of another journal added": (lambda lines: [*lines, write_decision(decide("note", {}, "eve"))], [5]),
    "a line of another journal added with its checksum": (
        lambda lines: [*lines, write_lines([decide("note", {}, "eve")])],
        [5],
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_journal_is_seen(edit: str) -> None:
    change, numbers = EDITS[edit]
    assert damaged(b"".join(change(write_lines(decisions()).splitlines(keepends=True)))) == numbers


def test_a_journal_of_an_older_version_is_read_and_vouched_for_by_the_first_checksum() -> None:
    made = decisions()
    older = b"".join(map(write_decision, made[:2]))
    journal = older + write_lines(made[2:], older)
    assert damaged(older) == damaged(journal) == []
    assert read_journal(journal).decisions == tuple(made)
    assert damaged(journal.split(b"\n", 1)[1]) == [2]
    assert damaged(older[:-9]) == [2] and damaged(older.replace(b'"id"', b'"ix"', 1)) == [1]


def test_only_the_beginning_of_a_line_that_is_to_come_is_dropped() -> None:
    made = decisions()
    journal = write_lines(made[:2])
    begun = write_decision(made[2])[:40]
    assert drop_interrupted_line(journal + begun, made[2:]) == journal
    for kept in (journal, journal + begun[:-1] + b"#", journal + begun + b"\n"):
        assert drop_interrupted_line(kept, made[2:]) == kept
