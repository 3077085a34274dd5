"""A memory kept from one gathering to the next saves comparisons, and changes nothing in the answer."""

from dataclasses import replace

import pytest

from benchmarks.generators.populations import populate
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import ActiveEntry, collect_entries
from kg.entries.mentions import person_mention_ids
from kg.identity.people.block_cache import BlockCache, read_block_cache, write_block_cache
from kg.identity.people.clustering import cluster_mentions
from kg.identity.people.partition import Partition
from kg.identity.people.people import resolve_people
from tests.kg.identity.people.test_people import JURISDICTION, at, entry_naming, judge
from tests.kg.scenes import entry, person, report

KAZAKHSTAN = load_jurisdiction("kazakhstan")


def gathered(entries: list[ActiveEntry], block_cache: BlockCache | None = None) -> Partition:
    return cluster_mentions(entries, KAZAKHSTAN, person_mention_ids(entries), block_cache=block_cache)


def who(work: Partition) -> list[int]:
    return [work.clusters.of(i).first for i in range(len(work.mentions))]


@pytest.mark.parametrize("way", ["kept", "written"])
def test_a_month_added_is_as_the_whole_and_compares_little(way: str) -> None:
    entries, _ = populate(6000)
    earlier = [one for one in entries if one.report != entries[-1].report]
    block_cache = BlockCache()
    gathered(earlier, block_cache)
    whole = gathered(entries)
    added = gathered(entries, block_cache if way == "kept" else read_block_cache(write_block_cache(block_cache)))
    assert who(added) == who(whole) and sorted(added.open) == sorted(whole.open)
    assert added.clusters.compared < 0.6 * whole.clusters.compared


def test_the_same_once_more_compares_no_surname_again() -> None:
    entries, _ = populate(2000)
    block_cache = BlockCache()
    first = gathered(entries, block_cache)
    again = gathered(entries, block_cache)
    assert who(again) == who(first) and again.clusters.compared < first.clusters.compared / 4


def test_judgements_are_above_what_is_remembered() -> None:
    march = entry_naming(("Sagymbek Rauan",), ("Sagymbek R.", "Tokpan Ilyas"), ("Tokpan I.",))
    april = entry_naming(("Sagymbek Rakhym",), ("Sagymbek R.",), ("Tokpan Ilyas",), period="2031-04")
    block_cache = BlockCache()
    assert resolve_people(march, JURISDICTION, block_cache=block_cache) == resolve_people(march, JURISDICTION)
    both = [*march, *april]
    assert resolve_people(both, JURISDICTION, block_cache=block_cache) == resolve_people(both, JURISDICTION)
    parted = [judge(both, "different", at(1), at(2))]
    assert resolve_people(both, JURISDICTION, parted, block_cache) == resolve_people(both, JURISDICTION, parted)
    assert resolve_people(both, JURISDICTION, block_cache=block_cache) == resolve_people(both, JURISDICTION)


def test_names_whose_order_a_later_month_mends_are_settled_anew() -> None:
    march = entry_naming(("Sagymbek Daniyar",), ("Daniyar Sagymbek",))
    april = entry_naming(("Daniyar S.",), ("Sagymbek Daniyar",), ("Sagymbek D.",), period="2031-04")
    block_cache = BlockCache()
    resolve_people(march, JURISDICTION, block_cache=block_cache)
    both = [*march, *april]
    assert resolve_people(both, JURISDICTION, block_cache=block_cache) == resolve_people(both, JURISDICTION)


def test_a_corrected_file_in_which_an_entry_is_read_otherwise_is_settled_anew() -> None:
    """The entry's words stay, but what is read in them hangs on the report around it."""
    words, later = "March 1, Almaty, Sagymbek Rauan", "April 2, Astana, Sagymbek R."

    def entries(role: str, sha256: str) -> list[ActiveEntry]:
        march = report(entry(1, "2031-03-01", words, "Almaty", persons=(person(words, "Sagymbek Rauan"),)))
        named = (person(later, "Sagymbek R.", role),)
        april = report(entry(2, "2031-04-02", later, "Astana", persons=named), period="2031-04")
        return collect_entries([march, replace(april, sha256=sha256)])

    block_cache = BlockCache()
    before, after = entries("target", "a" * 64), entries("lawyer", "b" * 64)
    first = resolve_people(before, JURISDICTION, block_cache=block_cache)
    second = resolve_people(after, JURISDICTION, block_cache=block_cache)
    assert second == resolve_people(after, JURISDICTION)
    assert len(set(first.person.values())) == 1 and len(set(second.person.values())) == 2


def test_what_no_report_tells_any_more_is_not_written() -> None:
    entries, _ = populate(2000)
    block_cache = BlockCache()
    gathered(entries, block_cache)
    gathered(entries[:40], block_cache)
    assert len(read_block_cache(write_block_cache(block_cache)).results) < len(block_cache.results)
