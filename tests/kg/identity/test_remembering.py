"""A memory kept from one gathering to the next saves comparisons, and changes nothing in the answer."""

from dataclasses import replace

import pytest

from benchmarks.populations import populate
from ingest.jurisdiction import load_jurisdiction
from kg.identity.people import Memory, mention_ids, read_memory, resolve_people, write_memory
from kg.identity.people.gathering import Gathering, gather
from kg.told import Told, tell
from tests.kg.identity.test_people import JURISDICTION, at, judge, telling
from tests.kg.telling import charge, entry, person, report

KAZAKHSTAN = load_jurisdiction("kazakhstan")


def gathered(told: list[Told], memory: Memory | None = None) -> Gathering:
    return gather(told, KAZAKHSTAN, mention_ids(told), memory=memory)


def who(work: Gathering) -> list[int]:
    return [work.bearers.of(i).first for i in range(len(work.mentions))]


@pytest.mark.parametrize("way", ["kept", "written"])
def test_a_month_added_is_as_the_whole_and_compares_little(way: str) -> None:
    told, _ = populate(6000)
    earlier = [one for one in told if one.report != told[-1].report]
    memory = Memory()
    gathered(earlier, memory)
    whole = gathered(told)
    added = gathered(told, memory if way == "kept" else read_memory(write_memory(memory)))
    assert who(added) == who(whole) and sorted(added.open) == sorted(whole.open)
    assert added.bearers.compared < 0.6 * whole.bearers.compared


def test_the_same_once_more_compares_no_surname_again() -> None:
    told, _ = populate(2000)
    memory = Memory()
    first = gathered(told, memory)
    again = gathered(told, memory)
    assert who(again) == who(first) and again.bearers.compared < first.bearers.compared / 4


def test_judgements_are_above_what_is_remembered() -> None:
    march = telling(("Sagymbek Rauan",), ("Sagymbek R.", "Tokpan Ilyas"), ("Tokpan I.",))
    april = telling(("Sagymbek Rakhym",), ("Sagymbek R.",), ("Tokpan Ilyas",), period="2031-04")
    memory = Memory()
    assert resolve_people(march, JURISDICTION, memory=memory) == resolve_people(march, JURISDICTION)
    both = [*march, *april]
    assert resolve_people(both, JURISDICTION, memory=memory) == resolve_people(both, JURISDICTION)
    parted = [judge(both, "different", at(1), at(2))]
    assert resolve_people(both, JURISDICTION, parted, memory) == resolve_people(both, JURISDICTION, parted)
    assert resolve_people(both, JURISDICTION, memory=memory) == resolve_people(both, JURISDICTION)


def test_names_whose_order_a_later_month_mends_are_settled_anew() -> None:
    march = telling(("Sagymbek Daniyar",), ("Daniyar Sagymbek",))
    april = telling(("Daniyar S.",), ("Sagymbek Daniyar",), ("Sagymbek D.",), period="2031-04")
    memory = Memory()
    resolve_people(march, JURISDICTION, memory=memory)
    both = [*march, *april]
    assert resolve_people(both, JURISDICTION, memory=memory) == resolve_people(both, JURISDICTION)


def test_a_corrected_file_in_which_an_entry_is_read_otherwise_is_settled_anew() -> None:
    """The entry's words stay, but what is read in them hangs on the report around it."""
    words = "March 1, Almaty, Sagymbek Rauan, Article 405"
    later = "April 2, Astana, Sagymbek R., Article 405"
    another = "April 3, Aktobe, Sagymbek Rakhym"

    def told(charged: bool, sha256: str) -> list[Told]:
        first = entry(1, "2031-03-01", words, "Almaty", persons=(person(words, "Sagymbek Rauan"),))
        second = entry(2, "2031-04-02", later, "Astana", persons=(person(later, "Sagymbek R."),))
        if charged:
            first = replace(first, charges=(charge(words, 0, "CC", "405", "2"),))
            second = replace(second, charges=(charge(later, 0, "CC", "405", "2"),))
        third = entry(3, "2031-04-03", another, "Aktobe", persons=(person(another, "Sagymbek Rakhym"),))
        march, april = report(first), report(second, third, period="2031-04")
        return tell([replace(march, sha256=sha256), replace(april, sha256=sha256)])

    memory = Memory()
    before, after = told(False, "a" * 64), told(True, "b" * 64)
    first = resolve_people(before, JURISDICTION, memory=memory)
    second = resolve_people(after, JURISDICTION, memory=memory)
    assert second == resolve_people(after, JURISDICTION)
    assert len(set(first.person.values())) == 3 and len(set(second.person.values())) == 2


def test_what_no_report_tells_any_more_is_not_written() -> None:
    told, _ = populate(2000)
    memory = Memory()
    gathered(told, memory)
    gathered(told[:40], memory)
    assert len(read_memory(write_memory(memory)).settled) < len(memory.settled)
