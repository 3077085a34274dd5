"""Closest paths: what exploring the surroundings finds is what a search of the whole graph finds."""

import random
from collections.abc import Mapping
from itertools import pairwise
from math import log2
from typing import Any

import networkx as nx
import pytest

from kg.stores import Rows
from queries.connections.links import KINDS
from queries.connections.shortest_paths import answer

Members = Mapping[tuple[str, str], list[str]]


def asked(members: Members, person: str, other: str, **given: Any) -> list[tuple[Any, ...]]:
    """The answer where the things have these members; a person's acts are as many as their things."""
    acts = {p: sum(p in people for people in members.values()) for people in members.values() for p in people}

    def rows(wanted: list[str]) -> list[tuple[Any, ...]]:
        return [
            (p, p.upper(), acts[p], kind, id, id, "2031-03-01", len(people), f"2031-03/{i}#0-{len(p)}")
            for i, ((kind, id), people) in enumerate(members.items())
            for p in people
            if p in wanted and (len(people) > 1)
        ]

    def read(name: str, **further: Any) -> Rows:
        if name == "links_of_people":
            return Rows((), tuple(rows(further["people"])))
        if name == "people_of_things":
            opened = [(kind, id) for kind, ids in further.items() for id in ids]
            return Rows((), tuple((*thing, p, acts[p]) for thing in opened for p in members[thing]))
        if name == "sizes_of_bodies":
            return Rows((), tuple((id, len(members["author", id])) for id in further["bodies"]))
        days = [(k, id, len(people)) for (k, id), people in members.items() if k.endswith("day") and len(people) > 1]
        return Rows((), tuple(days))

    asked = {"person": person, "other": other, "paths": 3, "distance": 10, "kinds": ""}
    return list(answer(read, asked | given))


def distances(rows: list[tuple[Any, ...]]) -> list[float]:
    return list({row[0]: row[7] for row in rows}.values())


def test_a_rare_link_comes_before_a_hub() -> None:
    crowd = [f"p{i}" for i in range(60)]
    members = {("act", "e1"): ["ann", "bo"], ("case", "c1"): ["bo", "cy"], ("author", "court"): ["ann", "cy", *crowd]}
    rows = asked(members, "ann", "cy")
    assert [row[1:4] for row in rows] == [
        ("ANN", "e1", "BO"),
        ("BO", "case: c1", "CY"),
        ("ANN", "acts by court", "CY"),
    ]
    assert distances(rows) == [3.0, round(log2(62), 1)]
    assert rows[0][-1] == ["2031-03/0#0-3", "2031-03/0#0-2"]


def test_people_refused_for_one_day_and_people_detained_on_one_are_connected() -> None:
    members = {("refusal_day", "2031-03-20"): ["ann", "bo"], ("detention_day", "2031-03-20"): ["bo", "cy"]}
    rows = asked(members, "ann", "cy")
    assert [row[2] for row in rows] == ["refused for 2031-03-20", "detained on 2031-03-20"]
    assert [row[5] for row in rows] == [2, 2]


def test_whatever_else_two_people_share_is_listed_and_no_path_goes_round() -> None:
    members = {("act", "e1"): ["ann", "bo", "cy"], ("case", "c1"): ["ann", "bo", "cy"], ("member", "o1"): ["ann", "bo"]}
    (row,) = asked(members, "ann", "bo")
    assert row[2] == "both of o1" and row[6] == ["e1", "case: c1"]
    assert row[10:15] == (["e1"], ["c1"], [], ["o1"], [])


def test_there_is_no_path_to_oneself_or_beyond_the_distance() -> None:
    members = {("act", "e1"): ["ann", "bo"]}
    assert asked(members, "ann", "ann") == asked(members, "ann", "cy") == []
    crowd = {("author", "court"): ["ann", "bo", *[f"p{i}" for i in range(2_000)]]}
    assert asked(crowd, "ann", "bo") == [] and distances(asked(crowd, "ann", "bo", distance=12)) == [11.0]


@pytest.mark.parametrize("seed", range(60))
def test_the_cheapest_paths_are_those_of_the_whole_graph(seed: int) -> None:
    rng = random.Random(seed)
    people = [f"p{i:02}" for i in range(25)]
    kinds = [kind for kind in KINDS if kind != "pair"]
    members = {
        (rng.choice(kinds), f"t{i:02}"): sorted(rng.sample(people, min(25, int(2 + rng.expovariate(0.4)))))
        for i in range(24)
    }
    acts = {p: sum(p in shared for shared in members.values()) for p in people}
    graph = nx.Graph()
    for thing, shared in members.items():
        for p in shared:
            ends = 1 if p in ("p00", "p01") else max(acts[p], 1)
            graph.add_edge(p, thing, weight=(log2(len(shared)) + log2(ends)) / 2)
    within = nx.single_source_dijkstra_path_length(graph, "p00", 10) if "p00" in graph else {}
    found = distances(asked(members, "p00", "p01", paths=4))
    if "p01" not in within:
        assert not found
        return
    assert found[0] == round(within["p01"], 1) and found == sorted(found)
    rows = asked(members, "p00", "p01", paths=4)
    for number in {row[0] for row in rows}:
        steps = [row for row in rows if row[0] == number]
        assert steps[0][8] == "p00" and steps[-1][9] == "p01"
        assert all(a[9] == b[8] for a, b in pairwise(steps))
        between = sum(log2(acts[row[9]]) for row in steps[:-1])
        assert sum(log2(row[5]) for row in steps) + between == pytest.approx(steps[0][7], abs=0.051)
