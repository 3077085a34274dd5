"""Graphs to draw, of invented people."""

import random

from kg.graph.value import Graph, Node, Relationship, Value, make_graph

MARK = "window.ran = 1"
HOSTILE = (
    f"</script><script>{MARK}</script>",
    f"<img src=x onerror='{MARK}'>",
    f"<a href='javascript:{MARK}'>href</a>",
    f"\u2028{MARK}\u2029",
    f"'; {MARK}; '",
    "<!-- items -->",
    f'" onmouseover="{MARK}',
)


def words(text: str = "r/1") -> dict[str, Value]:
    return {"entries": [text], "spans": ["0-6"]}


def entry(text: str = "Marenth: ten days of arrest.") -> Node:
    return Node("Entry", "r/1", {"id": "r/1", "text": text, "date": "2031-03-05"})


def person(number: int, name: str = "") -> Node:
    id = f"person-{number:03}"
    return Node("Person", id, {"id": id, "name": name or f"Orvane Ilka {number}", "days_targeted": number % 9})


def involved(who: Node, act: Node, role: str = "to") -> Relationship:
    return Relationship("INVOLVED_IN", who.key, act.key, {"role": role, **words()})


def hostile_graph() -> Graph:
    people = [Node("Person", f"p{i}{text}", {"id": f"p{i}{text}", "name": text}) for i, text in enumerate(HOSTILE)]
    body = Node("Organisation", "o", {"id": "o", "name": HOSTILE[0]})
    acts = [Node("Event", f"e{text}", {"id": f"e{text}", "type": "attack", "reason": text}) for text in HOSTILE]
    told = [Node("Entry", "r/1", {"id": "r/1", "text": " ".join(HOSTILE)})]
    member = [Relationship("AFFILIATED_WITH", p.key, body.key, {"as": HOSTILE[1], **words()}) for p in people]
    done = [Relationship("INVOLVED_IN", people[0].key, act.key, {"role": "to", **words()}) for act in acts]
    return make_graph([*people, body, *acts, *told], [*member, *done])


def crowd(size: int) -> Graph:
    """People with charges, and acts that several took part in, as in a real month: ``size`` people and articles."""
    chance = random.Random(1)
    names = [f"{'Orvanevski' if i % 7 else 'Ro'} {'Ilkamarenth' if i % 3 else 'I.'} {i}" for i in range(size)]
    people = [person(i, name) for i, name in enumerate(names)]
    numbers = range(200, 200 + size // 8)
    articles = [Node("Provision", f"CC:{number}", {"id": f"CC:{number}", "level": "article"}) for number in numbers]
    charges = [Node("Charge", f"charge-{i}", {"id": f"charge-{i}", "stage": "charged"}) for i in range(size)]
    faces = [Relationship("FACES", p.key, c.key, words()) for p, c in zip(people, charges, strict=True)]
    under = [Relationship("UNDER", c.key, chance.choice(articles).key, words()) for c in charges]
    return make_graph([*people, *articles, *charges, entry()], [*faces, *under])
