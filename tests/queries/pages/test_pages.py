"""Pages of a small graph, made by hand: what each line says, and that nothing reads as more than it is."""

from collections.abc import Iterator

import pytest

from ingest.errors import KgError
from kg.graph.value import Key, Node, Relationship, Value, make_graph
from kg.stores import DEFAULT_LIMITS, Limits, Parameters, Rows, Store
from kg.stores.arcadedb import ENGINE
from queries.dialect.check import check
from queries.pages.page import read_page
from queries.pages.values import Line, Page

TEXTS = {
    "2031-03/1": "March 1, Tolvane, Orvane I., a witness, Article 207 of the Penal Code[1].",
    "2031-03/2": "March 2, Tolvane, Orvane Ilka was sentenced to 15 days under Article 45. Brasuvel E. appealed[2].",
    "2031-03/3": "March 3, Tolvane, the guard Mordevant I. is said to have beaten Orvane Ilka in January.",
}
PEOPLE = {"person-1": "Orvane Ilka", "person-2": "Brasuvel E.", "person-3": "Mordevant I.", "person-4": "Tessa Orvane"}


def node(label: str, id: str, key: str = "id", **properties: Value) -> Node:
    return Node(label, id, {key: id, **properties})


def tie(
    type: str, start: Key, end: Key, words: str = "", entry: str = "2031-03/2", **properties: Value
) -> Relationship:
    place = TEXTS[entry].index(words) if words else 0
    told = {"entries": [entry], "spans": [f"{place}-{place + len(words)}"]} if words else {}
    return Relationship(type, start, end, {**told, **properties})


def key(id: str, label: str = "") -> Key:
    labels = {
        "person": "Person",
        "court": "Court",
        "event": "Event",
        "charge": "Charge",
        "sanction": "Sanction",
        "stay": "Stay",
        "case": "Case",
        "org": "Organisation",
        "fac": "Facility",
    }
    return Key(label or labels[id.split("-", maxsplit=1)[0]], id)


def records(entry: str, id: str, words: str) -> Relationship:
    start = TEXTS[entry].index(words)
    return Relationship("RECORDS", Key("Entry", entry), key(id), {"start": start, "end": start + len(words)})


def mention(entry: str, end: Key, words: str, **properties: Value) -> Relationship:
    start = TEXTS[entry].index(words)
    place = {"surface": words, "start": start, "end": start + len(words)}
    return Relationship("MENTIONS", Key("Entry", entry), end, {**place, **properties})


GRAPH = make_graph(
    [
        node("Report", "2031-03", title="Chronicle of March", period_start="2031-03-01", period_end="2031-03-31"),
        *(node("Entry", id, text=text, date=f"2031-03-0{id[-1]}", number=int(id[-1])) for id, text in TEXTS.items()),
        *(node("Person", id, name=name, names=[name]) for id, name in PEOPLE.items()),
        node("Place", "vm-tolvane", name="Tolvane", names=["Tolvane"], kind="city"),
        node("Court", "court-1", name="Tolvane city court", names=["Tolvane city court"], kind="city"),
        node("Facility", "fac-1", name="VT-40/3", names=["VT-40/3"], kind="prison"),
        node("Organisation", "org-1", name="Open Sky", names=["Open Sky"], kind="party"),
        node("Provision", "CC:207", code="CC", article="207", level="article"),
        node("Provision", "CAO", code="CAO", level="code"),
        node("Provision", "CAO:45", code="CAO", article="45", level="article"),
        node("Source", "https://quay.example/2", key="url", host="quay.example", publisher="quay.example"),
        node("Charge", "charge-1", stage="charged", first_seen="2031-03-01", last_seen="2031-03-01"),
        node("Charge", "charge-2", stage="convicted", first_seen="2031-03-02", last_seen="2031-03-02"),
        node("Charge", "charge-3", stage="charged", first_seen="2031-03-02", last_seen="2031-03-03"),
        node(
            "Sanction", "sanction-1", kind="administrative_arrest", duration="P15D", status="imposed", date="2031-03-02"
        ),
        node("Sanction", "sanction-2", kind="imprisonment", duration="P3Y6M", status="requested"),
        node("Stay", "stay-1", first_seen="2031-03-02", last_seen="2031-03-02"),
        node("Case", "case-1", kind="proceeding", title="Proceeding, Orvane Ilka", first_seen="2031-03-02"),
        node("Campaign", "campaign-1", title="Assemblies called for 2031-03-08", first_seen="2031-03-02"),
        node("Event", "event-1", type="sentence", date="2031-03-02", reported="2031-03-02"),
        node("Event", "event-2", type="appeal", date="2031-03-02", reported="2031-03-02"),
        node("Event", "event-3", type="torture", date="2031-01", reported="2031-03-03", standing="alleged"),
    ],
    [
        *(Relationship("IN_REPORT", Key("Entry", id), Key("Report", "2031-03")) for id in TEXTS),
        *(Relationship("LOCATED_IN", Key("Entry", id), Key("Place", "vm-tolvane")) for id in TEXTS),
        Relationship(
            "CITES", key("2031-03/2", "Entry"), key("https://quay.example/2", "Source"), {"footnote": "2", "start": 93}
        ),
        mention("2031-03/1", key("person-1"), "Orvane I.", role="subject"),
        mention("2031-03/2", key("person-1"), "Orvane Ilka", role="target"),
        mention("2031-03/1", Key("Provision", "CC:207"), "Article 207"),
        records("2031-03/1", "charge-1", "Article 207"),
        records("2031-03/2", "charge-2", "Article 45"),
        records("2031-03/2", "charge-3", "Article 45"),
        records("2031-03/2", "sanction-1", "15 days"),
        records("2031-03/2", "sanction-2", "15 days"),
        records("2031-03/2", "event-1", "sentenced"),
        records("2031-03/2", "event-2", "appealed"),
        records("2031-03/3", "event-3", "beaten"),
        tie("FACES", key("person-1"), key("charge-1"), "Article 207", "2031-03/1", role="target"),
        tie("FACES", key("person-1"), key("charge-2"), "Article 45", role="target"),
        tie("FACES", key("person-2"), key("charge-3"), "Article 45", role="target"),
        tie("UNDER", key("charge-1"), Key("Provision", "CC:207"), "Article 207", "2031-03/1"),
        Relationship(
            "PART_OF", Key("Provision", "CAO:45"), Key("Provision", "CAO"), {"entries": ["pack"], "spans": [""]}
        ),
        tie("UNDER", key("charge-2"), Key("Provision", "CAO:45"), "Article 45"),
        tie("UNDER", key("charge-3"), Key("Provision", "CAO:45"), "Article 45"),
        tie("RECEIVED", key("person-1"), key("sanction-1"), "15 days"),
        tie("RECEIVED", key("person-2"), key("sanction-2"), "15 days"),
        tie("IMPOSED_BY", key("sanction-1"), key("court-1"), "sentenced"),
        tie("IN_CUSTODY", key("person-1"), key("stay-1"), "15 days"),
        tie("AT", key("stay-1"), key("fac-1"), "15 days"),
        tie("INVOLVED_IN", key("person-1"), key("event-1"), "sentenced", role="to"),
        tie("INVOLVED_IN", key("person-2"), key("event-2"), "appealed", role="to"),
        tie("INVOLVED_IN", key("person-1"), key("event-3"), "beaten", "2031-03/3", role="to"),
        tie("INVOLVED_IN", key("person-3"), key("event-3"), "beaten", "2031-03/3", role="by", standing="alleged"),
        tie("PARTY_TO", key("person-1"), key("case-1"), "Orvane Ilka", role="target"),
        tie("IN_CASE", key("event-1"), key("case-1"), "sentenced"),
        tie("BEFORE", key("case-1"), key("court-1"), "sentenced", first_seen="2031-03-02", last_seen="2031-03-02"),
        tie("ARISES_FROM", key("event-1"), Key("Campaign", "campaign-1"), "sentenced"),
        tie("RELATED_TO", key("person-4"), key("person-1"), "Orvane Ilka", kind="mother"),
        tie("REPRESENTS", key("person-2"), key("person-1"), "Brasuvel E."),
        tie("AFFILIATED_WITH", key("person-1"), key("org-1"), "Orvane Ilka", **{"as": "leader"}),
    ],
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("pages") / "store"
    ENGINE.load(GRAPH, folder)
    opened = ENGINE.open(folder)
    yield opened
    opened.close()


def lines(page: Page, title: str) -> tuple[Line, ...]:
    return next(section.lines for section in page.sections if section.title.startswith(title))


def test_a_person_has_everything_with_dates_standings_and_ids(store: Store) -> None:
    page = read_page(store, "Person", "person-1", 1)
    assert {section.title: [(line.what, line.id) for line in section.lines] for section in page.sections} == {
        "Charges (accusations, proven or not)": [("CC 207", "charge-1"), ("CAO 45", "charge-2")],
        "Sanctions": [("administrative arrest, 15 days", "sanction-1")],
        "Custody": [("held at VT-40/3", "stay-1")],
        "Acts": [("sentence", "event-1"), ("torture", "event-3")],
        "Cases": [("Proceeding, Orvane Ilka", "case-1")],
        "Family": [("mother: Tessa Orvane", "person-4")],
        "Lawyers and clients": [("lawyer: Brasuvel E.", "person-2")],
        "Bodies": [("leader, Open Sky", "org-1")],
        "Mentions": [("“Orvane I.”", "2031-03/1"), ("“Orvane Ilka”", "2031-03/2")],
    }
    assert lines(page, "Acts")[0].quotes[0].url == "https://quay.example/2"


def test_an_article_beside_a_witness_is_no_charge(store: Store) -> None:
    (named, _) = lines(read_page(store, "Person", "person-1", 0), "Charges")
    assert named.standing == "named with this article; no charge, trial or verdict is reported"
    assert named.dates == ("mentioned 2031-03-01",)


@pytest.mark.parametrize(
    ("person", "charge", "standing"),
    [
        ("person-1", "charge-2", "administrative penalty, no criminal conviction"),
        ("person-2", "charge-3", "appeal reported, no verdict in these reports"),
    ],
)
def test_nothing_reads_as_a_conviction_that_is_none(store: Store, person: str, charge: str, standing: str) -> None:
    charges = {line.id: line for line in lines(read_page(store, "Person", person, 0), "Charges")}
    assert charges[charge].standing == standing


def test_a_request_is_no_sanction(store: Store) -> None:
    (line,) = lines(read_page(store, "Person", "person-2", 0), "Sanctions")
    assert (line.what, line.standing) == ("imprisonment, 3 years and 6 months", "REQUESTED, not imposed")


def test_what_is_alleged_says_so_on_every_page(store: Store) -> None:
    said = "ALLEGED: somebody claims it"
    (line,) = lines(read_page(store, "Person", "person-3", 0), "Acts")
    assert (line.what, line.details, line.standing) == ("torture of Orvane Ilka", ("by this person (alleged)",), said)
    assert line.dates == ("happened 2031-01", "first reported 2031-03-03")
    page = read_page(store, "Event", "event-3", 0)
    assert ("Standing", said) in page.about
    assert [(who.what, who.details, who.standing) for who in lines(page, "Who")] == [
        ("Mordevant I.", ("did it (alleged)",), said),
        ("Orvane Ilka", ("it was done to",), ""),
    ]


@pytest.mark.parametrize(
    ("label", "id", "titles"),
    [
        ("Court", "court-1", ["Cases before it", "Sanctions"]),
        ("Facility", "fac-1", ["Held there"]),
        ("Organisation", "org-1", ["People"]),
        ("Place", "vm-tolvane", ["Entries"]),
        ("Provision", "CAO:45", ["Charges (accusations, proven or not)"]),
        ("Case", "case-1", ["Parties", "Before", "Acts"]),
        ("Campaign", "campaign-1", ["Acts"]),
        ("Event", "event-1", ["Who", "In cases", "Reported in"]),
        ("Charge", "charge-2", ["Who", "Articles", "Reported in"]),
        ("Sanction", "sanction-1", ["Who", "Imposed by", "Reported in"]),
        ("Stay", "stay-1", ["Who", "Where"]),
        ("Source", "https://quay.example/2", ["Cited behind these words"]),
        ("Report", "2031-03", ["Entries"]),
    ],
)
def test_every_kind_of_thing_has_a_page_without_empty_sections(
    store: Store, label: str, id: str, titles: list[str]
) -> None:
    page = read_page(store, label, id, 1)
    assert [section.title for section in page.sections] == titles
    assert all(line.what and line.id for section in page.sections for line in section.lines)


def test_an_entry_is_shown_as_printed_with_every_fact_marked(store: Store) -> None:
    page = read_page(store, "Entry", "2031-03/2", 0)
    assert page.text == TEXTS["2031-03/2"]
    marked = {mark.number: page.text[mark.span.start : mark.span.end] for mark in page.marks}
    shown = [line for section in page.sections for line in section.lines if line.mark]
    assert {line.id: marked[line.mark] for line in shown if line.mark} == {
        "person-1": "Orvane Ilka",
        "event-1": "sentenced",
        "sanction-1": "15 days",
        "sanction-2": "15 days",
        "charge-2": "Article 45",
        "charge-3": "Article 45",
        "event-2": "appealed",
    }
    assert list(marked) == sorted(marked) and lines(page, "Sources")[0].id == "https://quay.example/2"


def test_an_article_has_the_charges_and_sanctions_under_its_parts(store: Store) -> None:
    code = read_page(store, "Provision", "CAO", 0)
    assert [line.id for line in lines(code, "Charges")] == ["charge-2", "charge-3"]
    assert [line.id for line in lines(code, "Parts of it")] == ["CAO:45"]


class Listening:
    """A store that keeps what it is asked."""

    def __init__(self, store: Store) -> None:
        self.asked: set[str] = set()
        self._store = store

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
        self.asked.add(cypher)
        return self._store.query(cypher, parameters, limits)

    def close(self) -> None:
        self._store.close()


def test_both_engines_answer_what_pages_ask_alike(store: Store) -> None:
    listening = Listening(store)
    for thing in GRAPH.nodes:
        read_page(listening, thing.label, thing.id, 1)
    assert len(listening.asked) > 60
    assert [(finding.sentence, cypher) for cypher in listening.asked for finding in check(cypher)] == []


def test_a_kind_that_the_graph_does_not_have_is_refused(store: Store) -> None:
    with pytest.raises(KgError, match="no Vessel"):
        read_page(store, "Vessel", "x", 0)
