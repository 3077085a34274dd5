"""What holds follows from the decisions alone."""

from dataclasses import replace

import pytest

from ingest.errors import KgError
from kg.decisions.journal import Decision, _with_id, decide, effective, find_held, merge, read_journal, write_decision
from kg.decisions.versions import version_in_force

OLD, NEW, THIRD = "a" * 64, "b" * 64, "c" * 64


def chain(*steps: tuple[str, str]) -> list[Decision]:
    """Decisions about one period's report: ``("in_force", hash)``, or ``("undo", position)`` of an earlier one."""
    taken: list[Decision] = []
    for verb, what in steps:
        about = (
            {"decision": taken[int(what)].id} if verb == "undo" else {"series": "", "period": "2031-03", "sha256": what}
        )
        taken.append(decide(verb, about, "anna", "", taken))
    return taken


@pytest.mark.parametrize(
    ("versions", "steps", "counts"),
    [
        ([OLD], [], OLD),
        ([OLD], [("withdrawn", OLD)], None),
        ([OLD], [("withdrawn", OLD), ("undo", "0")], OLD),
        ([OLD], [("withdrawn", OLD), ("undo", "0"), ("undo", "1")], None),
        ([OLD, NEW], [("in_force", NEW)], NEW),
        ([OLD, NEW], [("in_force", NEW), ("undo", "0")], OLD),
        ([OLD, NEW], [("in_force", NEW), ("withdrawn", NEW)], None),
        ([OLD, NEW], [("in_force", NEW), ("withdrawn", NEW), ("undo", "1")], NEW),
        ([OLD, NEW], [("in_force", NEW), ("withdrawn", OLD)], NEW),
        ([OLD, NEW, THIRD], [("in_force", NEW), ("in_force", THIRD), ("undo", "1")], NEW),
        ([OLD, NEW], [], None),
        ([], [], None),
    ],
)
def test_which_version_counts(versions: list[str], steps: list[tuple[str, str]], counts: str | None) -> None:
    decisions = chain(*steps)
    assert version_in_force("", "2031-03", versions, decisions) == counts
    assert version_in_force("", "2031-03", reversed(versions), decisions[::-1]) == counts
    assert version_in_force("bureau", "2031-03", [OLD], decisions) == OLD


def test_undo_is_itself_undone_and_never_effective() -> None:
    first, second, undo, again = chain(("in_force", OLD), ("in_force", NEW), ("undo", "1"), ("undo", "2"))
    assert effective([first, second, undo]) == (first,)
    assert effective([again, undo, second, first]) == (first, second)


def test_a_journal_is_read_as_it_was_written_and_broken_lines_are_counted() -> None:
    first, second = chain(("in_force", OLD), ("withdrawn", OLD))
    lines = write_decision(first), write_decision(second)
    assert read_journal(b"".join(lines)).decisions == (first, second)
    journal = read_journal(lines[0] + lines[1][:20] + b"\n" + lines[1].replace(b"anna", b"otto") + lines[1][:-5])
    assert (journal.decisions, journal.broken) == ((first,), (2, 3, 4))


def test_journals_are_merged_by_id() -> None:
    first, second, third = chain(("in_force", OLD), ("withdrawn", OLD), ("undo", "1"))
    assert merge([third, first], [second, first]) == (first, second, third)


def test_time_never_goes_back() -> None:
    late = Decision("note", {}, "anna", "2999-01-01T00:00:00.000000Z")
    assert decide("note", {}, "anna", "", [late]).when == "2999-01-01T00:00:00.000001Z"


def dated(when: str) -> Decision:
    made = decide("note", {"text": "x"}, "anna")
    return _with_id(replace(made, when=when))


@pytest.mark.parametrize("when", ["9999-12-31T23:59:59.999999Z", "2026-11-24T10:00:00.1Z", "yesterday"])
def test_a_time_that_cannot_be_put_in_order_makes_no_decision(when: str) -> None:
    assert read_journal(write_decision(dated(when))).broken == (1,)


def test_a_decision_is_later_than_one_of_a_wrong_clock_as_long_as_there_is_a_later_moment() -> None:
    ahead = dated("2999-12-31T23:59:59.999999Z")
    assert decide("note", {}, "ben", "", [ahead]).when == "3000-01-01T00:00:00.000000Z"
    last = dated("8999-12-31T23:59:59.999999Z")
    with pytest.raises(KgError, match=last.id):
        decide("note", {}, "ben", "", [last])


def test_a_decision_is_found_by_the_beginning_of_its_id_where_no_other_has_it() -> None:
    taken = chain(*(("in_force", f"{number:064}") for number in range(40)))
    ids = [decision.id for decision in taken]
    assert find_held(ids[3], taken) == ids[3] and find_held(ids[3][:11], taken) == ids[3]
    first = next(id[0] for id in ids if sum(other.startswith(id[0]) for other in ids) > 1)
    with pytest.raises(KgError, match=f"decisions begin with '{first}'"):
        find_held(first, taken)
    for absent in ("", "x"):
        with pytest.raises(KgError, match="There is no decision"):
            find_held(absent, taken)
    undone = decide("undo", {"decision": ids[3]}, "anna", "", taken)
    with pytest.raises(KgError, match="not in effect any more"):
        find_held(ids[3], [*taken, undone])
