"""Counts that queries read instead of counting anew, by rows made by hand."""

from kg.graph.value import Graph, Key
from kg.rows.counts import put_counts
from kg.rows.tables import Tables


def counted(tables: Tables, key: Key, name: str) -> object:
    put_counts(tables)
    graph: Graph = tables.take_graph()
    return graph.by_key[key].properties[name]


def entry(tables: Tables, id: str, *sources: tuple[str, str]) -> Key:
    """An entry of the report before its slash that cites sources: url and publisher."""
    report, key = tables.put_node("Report", id.split("/", maxsplit=1)[0]), tables.put_node("Entry", id)
    tables.put_relationship("IN_REPORT", key, report, ())
    for number, (url, publisher) in enumerate(sources):
        source = tables.put_node("Source", url, key="url", publisher=publisher)
        tables.put_relationship("CITES", key, source, (), start=number)
    return key


def test_an_entry_that_names_somebody_twice_is_one() -> None:
    tables, person = Tables(), Key("Person", "p")
    tables.put_node("Person", "p")
    for id, start in (("2031-03/1", 3), ("2031-03/1", 40), ("2031-03/2", 5), ("2031-04/1", 5)):
        tables.put_relationship("MENTIONS", entry(tables, id), person, (), start=start)
    put_counts(tables)
    properties = tables.take_graph().by_key[person].properties
    assert (properties["entries_naming"], properties["reports_naming"]) == (3, 2)


def test_two_addresses_of_one_publisher_are_one_publisher() -> None:
    tables = Tables()
    first = entry(tables, "2031-03/1", ("https://a.example/1", "a.example"), ("https://m.a.example/2", "a.example"))
    assert counted(tables, first, "publishers") == 1


def test_an_entry_without_a_source_has_no_publisher() -> None:
    tables = Tables()
    assert counted(tables, entry(tables, "2031-03/1", ("nothing", "")), "publishers") == 0


def test_the_publishers_of_an_act_are_those_of_all_entries_that_report_it() -> None:
    tables = Tables()
    event = tables.put_node("Event", "e", type="detention")
    for id, publisher in (("2031-03/1", "a.example"), ("2031-04/1", "b.example"), ("2031-04/2", "b.example")):
        told = entry(tables, id, (f"https://{publisher}/{id}", publisher))
        tables.put_relationship("RECORDS", told, event, (), start=0, end=5)
    assert counted(tables, event, "publishers") == 2
