"""The graph as a value: sorted rows, digests, differences, files."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.graph.difference import Difference, compare_graphs
from kg.graph.files import read_graph, write_graph
from kg.graph.value import Graph, Key, Node, Relationship, make_graph

NODES = [Node("Person", f"p{i}", {"id": f"p{i}", "name": f"Ада {i}"}) for i in range(5)]
TIES = [
    Relationship("INVOLVED_IN", Key("Person", f"p{i}"), Key("Person", f"p{i + 1}"), {"role": role, "entries": ["r/1"]})
    for i in range(4)
    for role in ("to", "by")
]


def apply(old: Graph, difference: Difference) -> Graph:
    """What a store does with a difference, on plain values."""
    nodes = {n.key: n for n in old.nodes if n.key not in {d.key for d in difference.drop_nodes}}
    nodes |= {n.key: n for n in difference.put_nodes}
    ties = {r.key: r for r in old.relationships if r.key not in {d.key for d in difference.drop_relationships}}
    ties |= {r.key: r for r in difference.put_relationships}
    return make_graph(nodes.values(), ties.values())


def test_the_order_of_rows_does_not_matter() -> None:
    nodes, ties = list(NODES), list(TIES)
    random.Random(1).shuffle(nodes)
    random.Random(2).shuffle(ties)
    assert make_graph(nodes, ties) == make_graph(NODES, TIES)
    assert make_graph(nodes, ties).digest == make_graph(NODES, TIES).digest


def test_the_order_of_properties_does_not_matter() -> None:
    assert Node("Place", "a", {"id": "a", "name": "b"}).digest == Node("Place", "a", {"name": "b", "id": "a"}).digest


def test_role_tells_two_ties_apart_and_a_date_does_not() -> None:
    to, by = TIES[0], TIES[1]
    assert to.key != by.key
    assert replace(to, properties={**to.properties, "office": "judge"}).key == to.key


@pytest.mark.parametrize("nodes, ties", [([*NODES, NODES[0]], []), (NODES, [*TIES, TIES[0]]), (NODES[:2], TIES)])
def test_duplicates_and_missing_ends_are_refused(nodes: list[Node], ties: list[Relationship]) -> None:
    with pytest.raises(KgError, match="bug in the build"):
        make_graph(nodes, ties)


def test_a_difference_turns_one_graph_into_the_other() -> None:
    old = make_graph(NODES, TIES)
    changed = Node("Person", "p1", {"id": "p1", "name": "Вера"})
    new = make_graph([*NODES[2:4], changed, Node("Place", "x", {"id": "x"})], [t for t in TIES if t.start.id == "p2"])
    difference = compare_graphs(old, new)
    assert apply(old, difference) == new
    assert [n.key for n in difference.drop_nodes] == [Key("Person", "p0"), Key("Person", "p4")]
    assert changed in difference.put_nodes
    assert len(compare_graphs(new, new)) == 0


def test_written_and_read_again_it_is_the_same(tmp_path: Path) -> None:
    graph = make_graph(NODES, TIES)
    write_graph(graph, tmp_path)
    assert read_graph(tmp_path) == graph
    assert read_graph(tmp_path).digest == graph.digest


def test_a_written_graph_is_gone_through_row_by_row_and_again(tmp_path: Path) -> None:
    graph = make_graph(NODES, TIES)
    written = write_graph(graph, tmp_path)
    for _ in range(2):
        assert tuple(written.nodes) == graph.nodes and tuple(written.relationships) == graph.relationships
    assert len(written) == len(graph) == len(NODES) + len(TIES)


@pytest.mark.parametrize("damage", [lambda line: line.replace("Ада 2", "Ада 3"), lambda line: line[:20]])
def test_a_damaged_row_is_named_by_file_and_line(tmp_path: Path, damage: object) -> None:
    write_graph(make_graph(NODES, TIES), tmp_path)
    lines = (tmp_path / "nodes.jsonl").read_text(encoding="utf-8").splitlines()
    lines[2] = damage(lines[2])  # type: ignore[operator]
    (tmp_path / "nodes.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(KgError, match=r"nodes\.jsonl, line 3.*kg rebuild"):
        read_graph(tmp_path)
