"""How far each charge of a graph has come, in words, as ``kg show`` says it (``queries.pages.stages``)."""

from collections import defaultdict

from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT
from kg.graph.value import Graph, Key
from queries.pages.stages import IMPOSED, STEPS, word_stage

_CONCERNING = frozenset({"FACES", "RECEIVED"})


class Stages:
    """The stages of a graph's charges."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._recorded: dict[Key, list[Key]] = defaultdict(list)
        self._entries: dict[Key, list[Key]] = defaultdict(list)
        self._people: dict[Key, set[Key]] = defaultdict(set)
        self._code: dict[Key, str] = {}
        for r in graph.relationships:
            if r.type == "RECORDS":
                self._recorded[r.start].append(r.end)
                self._entries[r.end].append(r.start)
            elif r.type in _CONCERNING or (r.type == "INVOLVED_IN" and r.properties.get("role") == "to"):
                self._people[r.end].add(r.start)
            elif r.type == "UNDER" and r.start.label == "Charge":
                self._code[r.start] = str(graph.by_key[r.end].properties.get("code", ""))

    def word(self, charge: Key) -> str:
        """The stage of a charge in words."""
        facing = self._people[charge]
        steps = {
            step
            for entry in self._entries[charge]
            for fact in self._recorded[entry]
            if (step := self._step(fact)) and (not facing or self._people[fact] & facing)
        }
        stage = str(self._graph.by_key[charge].properties.get("stage", ""))
        return word_stage(stage, self._code.get(charge), steps)

    def _step(self, fact: Key) -> str:
        """Which step of a charge a fact is; empty if none."""
        p = self._graph.by_key[fact].properties
        if fact.label == "Event":
            return str(p["type"]) if p["type"] in STEPS else ""
        imposed = fact.label == "Sanction" and p.get("status") == "imposed"
        return IMPOSED if imposed and p["kind"] not in CUSTODY_BEFORE_JUDGEMENT else ""
