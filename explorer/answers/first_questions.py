"""The questions that people ask first, asked once before them: an engine answers the first of each kind slowly."""

from explorer.answers.details import read_details
from explorer.answers.networks import count_ways, read_around
from explorer.graphs.opened import OpenGraph
from queries.networks.entries import read_entries, read_reports
from queries.networks.neighbours import ways_from

_LOOKED_AT = 5


def ask_first_questions(graph: OpenGraph) -> None:
    """Look at the first people whom the last report names, as somebody does on the canvas; nobody gets the answers."""
    reports = read_reports(graph.store)
    entries = read_entries(graph.store, reports[-1].id, 0, _LOOKED_AT) if reports else []
    named = dict.fromkeys(mark.thing for entry in entries for mark in entry.marks if mark.thing.label == "Person")
    for person in list(named)[:_LOOKED_AT]:
        count_ways(graph.store, person)
        read_around(graph.store, person, list(dict.fromkeys(ways_from(person.label))), 20)
        read_details(graph.store, person.id)
    if graph.finder:
        graph.finder.nearest("?")
