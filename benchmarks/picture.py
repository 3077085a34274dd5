"""How long a network of N things takes to draw: ``python -m benchmarks.picture [N]`` (default 150).

Prints the seconds, the size of the page, and how much smaller than nominal the letters are at 1400 × 900; three runs.
"""

import random
import re
import sys
import time

from exports.picture.choice.connections import Connections
from exports.picture.choice.ties import draw_ties
from exports.picture.network.drawing import WINDOW, draw_network
from exports.picture.page import make_page
from kg.graph.value import Graph, Node, Relationship, make_graph
from kg.schema.schema import load_schema


def random_graph(size: int) -> Graph:
    """People, articles and bodies in the proportion of real reports, with a charge and two acts for each person."""
    chance = random.Random(1)
    people = [Node("Person", f"p{i}", {"id": f"p{i}", "name": f"Orvane Ilkamar {i}"}) for i in range(size * 3 // 4)]
    articles = [Node("Provision", f"CC:{i}", {"id": f"CC:{i}"}) for i in range(size // 8)]
    bodies = [Node("Court", f"b{i}", {"id": f"b{i}", "name": f"City court {i}"}) for i in range(size // 8)]
    facts, ties = [], []
    for i, person in enumerate(people):
        charge = Node("Charge", f"c{i}", {"id": f"c{i}", "stage": "charged"})
        ties += [
            Relationship("FACES", person.key, charge.key, {}),
            Relationship("UNDER", charge.key, chance.choice(articles).key, {}),
        ]
        act = Node("Event", f"e{i}", {"id": f"e{i}", "type": "sentence"})
        ties += [
            Relationship("INVOLVED_IN", person.key, act.key, {"role": "to"}),
            Relationship("INVOLVED_IN", chance.choice(bodies).key, act.key, {"role": "by"}),
        ]
        facts += [charge, act]
    return make_graph([*people, *articles, *bodies, *facts], ties)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    graph = random_graph(size)
    keys = [node.key for node in graph.nodes if node.label in ("Person", "Provision", "Court")]
    for _ in range(3):
        start = time.perf_counter()
        connections = Connections(graph)
        ties = draw_ties(keys, connections.by_hub.values(), connections)
        page = make_page(draw_network(graph, keys, ties, load_schema()), "", [])
        seconds = time.perf_counter() - start
        width = float(re.findall(r'viewBox="\S+ \S+ (\S+)', page)[0])
        print(
            f"{len(keys)} things, {len(ties.lines)} lines: {seconds:.2f} s, {len(page) // 1000} kB, "
            f"letters at {WINDOW.width / width:.2f} of their size"
        )


if __name__ == "__main__":
    main()
