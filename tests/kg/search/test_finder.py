"""What is found by what somebody types: any spelling, order, alphabet, initials; articles; the words of entries."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import KgError
from ingest.jurisdictions.packs import load_jurisdiction
from kg.graph.value import Graph, Key, Node, Relationship, Value, make_graph
from kg.search.finder import Finder, Hit, open_finder
from kg.search.index import write_index

ENTRIES = {
    "2031-03/1": ("2031-03-01", "March 1, Port Auvren, Zhelvane Marod began a hunger strike in the colony."),
    "2031-03/2": (
        "2031-03-02",
        "March 2, Pessarin, Zhelvane M., Article 272, Part 2, was on strike; hunger was not\nit. More is not known.",
    ),
    "2031-04/1": ("2031-04-05", "April 5, Tolvane: Yurmeth’s lawyer Kh. Orlan spoke of the hunger strike."),
}


def node(label: str, id: str, key: str = "id", **properties: Value) -> Node:
    return Node(label, id, {key: id, **properties})


def person(id: str, *names: str) -> Node:
    return node("Person", id, name=names[0], names=list(names))


NODES = (
    person("person-1", "Zhelvane Marod", "Zhelvane M.", "Jelvane Marod"),
    person("person-2", "Zhelvane Ruvo"),
    person("person-3", "Yurmeth Tessaly", "Yurmeth T."),
    person("person-4", "Ombreth Yu."),
    person("person-5", "Élvuvel Al'mar"),
    node("Court", "court-1", name="Pessarin city court", names=["Pessarin city court", "City Court of Pessarin"]),
    node("Place", "vm-port-auvren", name="Port Auvren", names=["Port Auvren", "Old Quay"]),
    node("Provision", "CC:272", code="CC", article="272", title="Mass disorder"),
    node("Provision", "CC:272/2", code="CC", article="272", part="2", title="Mass disorder"),
    node("Provision", "CAO:272", code="CAO", article="272"),
    node("Case", "case-1", kind="incident", title="Incident, Zhelvane Marod, Port Auvren, 2031-03-01"),
    node("Campaign", "campaign-1", title="Assemblies called for 2031-03-08"),
    node("Source", "https://quay.example/news/strike-in-the-colony", key="url", host="quay.example"),
    node("Report", "2031-03", title="Chronicle of March"),
    *(node("Entry", id, date=date, text=text, number=1) for id, (date, text) in ENTRIES.items()),
)
MENTIONED = {
    "person-1": ("2031-03/1", "2031-03/2"),
    "person-3": ("2031-04/1",),
    "CC:272/2": ("2031-03/1", "2031-03/2"),
    "CC:272": ("2031-03/2",),
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    keys = {n.id: n.key for n in NODES}
    mentions = [
        Relationship("MENTIONS", Key("Entry", entry), keys[id], {"start": place, "end": place + 1, "surface": ""})
        for id, entries in MENTIONED.items()
        for entry in entries
        for place in (1, 9)
    ]
    told = Relationship(
        "PARTY_TO",
        Key("Person", "person-1"),
        Key("Case", "case-1"),
        {"role": "target", "entries": ["2031-03/1", "2031-03/2", "2031-03/1"], "spans": ["0-1", "0-1", "3-4"]},
    )
    return make_graph(NODES, [*mentions, told])


@pytest.fixture(scope="module")
def index(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "search.sqlite"
    write_index(graph, load_jurisdiction("kazakhstan"), path)
    return path


@pytest.fixture
def finder(index: Path) -> Iterator[Finder]:
    with open_finder(index) as opened:
        yield opened


def marked(hit: Hit) -> list[str]:
    return [hit.words.text[mark.start : mark.end] for mark in hit.words.marks]


@pytest.mark.parametrize(
    ("words", "first", "spelling", "hits"),
    [
        ("zhelvane marod", "person-1", "Zhelvane Marod", ["Zhelvane", "Marod"]),
        ("Marod Zhelvane", "person-1", "Zhelvane Marod", ["Zhelvane", "Marod"]),
        ("Желване", "person-1", "Zhelvane Marod", ["Zhelvane"]),
        ("Желване Марод", "person-1", "Zhelvane Marod", ["Zhelvane", "Marod"]),
        ("JELVANE", "person-1", "Zhelvane Marod", ["Zhelvane"]),
        ("M. Zhelvane", "person-1", "Zhelvane M.", ["Zhelvane", "M"]),
        ("Zhelvane R", "person-2", "Zhelvane Ruvo", ["Zhelvane", "Ruvo"]),
        ("zhelv", "person-1", "Zhelvane Marod", ["Zhelvane"]),
        ("Ombreth Yuvane", "person-4", "Ombreth Yu.", ["Ombreth", "Yu"]),
        ("Ombreth Y.", "person-4", "Ombreth Yu.", ["Ombreth", "Yu"]),
        ("elvuvel almar", "person-5", "Élvuvel Al'mar", ["Élvuvel", "Al'mar"]),
        ("court of pessarin", "court-1", "City Court of Pessarin", ["Court", "of", "Pessarin"]),
        ("old quay", "vm-port-auvren", "Old Quay", ["Old", "Quay"]),
        ("272", "CC:272", "272", ["272"]),
        ("CC 272/2", "CC:272/2", "CC:272/2", ["CC", "272", "2"]),
        ("272/2", "CC:272/2", "272/2", ["272", "2"]),
        ("mass disorder", "CC:272/2", "Mass disorder", ["Mass", "disorder"]),
        ("person-3", "person-3", "Yurmeth Tessaly", []),
        ("2031-03-08", "campaign-1", "Assemblies called for 2031-03-08", ["2031-03-08"]),
        ("quay.example", "https://quay.example/news/strike-in-the-colony", None, ["quay", "example"]),
        ("chronicle", "2031-03", "Chronicle of March", ["Chronicle"]),
        ("incident zhelvane", "case-1", "Incident, Zhelvane Marod, Port Auvren, 2031-03-01", ["Incident", "Zhelvane"]),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(
    finder: Finder, words: str, first: str, spelling: str | None, hits: list[str]
) -> None:
    hit = finder.find(words).things[0]
    assert (hit.id, hit.words.text) == (first, spelling or first)
    assert marked(hit) == hits


@pytest.mark.parametrize(
    "words",
    ["Marod Ruvo", "Ruvo M.", "X. Y.", "Zhelvane Marod Pessarin", "", "!?", '"', '" OR *', "NEAR(", "-", "names:a"],
)
def test_nothing_else_is_found(finder: Finder, words: str) -> None:
    assert finder.find(words).things == ()


def test_the_most_mentioned_comes_first_and_says_how_often(finder: Finder) -> None:
    things = finder.find("zhelvane").things
    assert [(hit.id, hit.name, hit.entries) for hit in things] == [
        ("person-1", "Zhelvane Marod", 2),
        ("case-1", "Incident, Zhelvane Marod, Port Auvren, 2031-03-01", 2),
        ("person-2", "Zhelvane Ruvo", 0),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zhelvane", ["person-1", "case-1", "person-2"]),
        ("ZHELVANE", ["person-1", "case-1", "person-2"]),
        ("jelvane", ["person-1"]),
        ("zhelv", []),
        ("Желване", []),
        ("Zhelvane M.", ["person-1"]),
        ("Elvuvel", []),
        ("élvuvel", ["person-5"]),
    ],
)
def test_exact_words_are_not_folded(finder: Finder, words: str, found: list[str]) -> None:
    assert [hit.id for hit in finder.find(words, exact=True).things] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hunger strike", ["2031-04/1", "2031-03/2", "2031-03/1"]),
        ('"hunger strike"', ["2031-04/1", "2031-03/1"]),
        ("“hunger strike” colony", ["2031-03/1"]),
        ("zhelvane 272", ["2031-03/2"]),
        ("Юрмет", ["2031-04/1"]),
        ("yurmeth orlan", ["2031-04/1"]),
        ("hung", ["2031-04/1", "2031-03/2", "2031-03/1"]),
        ("2031-03/2", ["2031-03/2"]),
        ("zhelvane ruvo", []),
    ],
)
def test_entries_are_found_by_their_words_the_newest_first(finder: Finder, words: str, found: list[str]) -> None:
    assert [hit.id for hit in finder.find(words).entries] == found


def test_an_entry_is_shown_where_its_words_stand_together_on_one_line(finder: Finder) -> None:
    (hit,) = finder.find('"was not it"').entries
    assert (
        hit.words.text
        == "March 2, Pessarin, Zhelvane M., Article 272, Part 2, was on strike; hunger was not it. More is not known."
    )
    assert marked(hit) == ["was", "was", "not", "it", "not"]
    assert (hit.kind, hit.name, hit.entries) == ("Entry", "2031-03/2", 1)


def test_a_limit_says_that_there_is_more(finder: Finder) -> None:
    answer = finder.find("zhelvane", limit=1)
    assert (len(answer.things), answer.more_things, len(answer.entries), answer.more_entries) == (1, True, 1, True)
    answer = finder.find("zhelvane", limit=3)
    assert (len(answer.things), answer.more_things, answer.more_entries) == (3, False, False)


@pytest.mark.parametrize("words", ["Zhelvene Marot", "Yurmet Tesaly", "Юрмет Тесали"])
def test_the_nearest_names_are_offered_where_none_is_found(finder: Finder, words: str) -> None:
    assert finder.find(words).things == ()
    assert finder.nearest(words)[0].id in ("person-1", "person-3")


def test_nothing_is_near_to_a_name_that_nobody_has(finder: Finder) -> None:
    assert finder.nearest("Qqxxw Bbffg") == () and finder.nearest("") == ()


def test_a_very_long_query_is_cut(finder: Finder) -> None:
    assert finder.find("zhelvane " * 10_000).things[0].id == "person-1"


def test_the_file_is_its_owners_alone_and_not_changed_by_searching(index: Path) -> None:
    before = index.read_bytes()
    with open_finder(index) as finder:
        finder.find("zhelvane")
    assert stat.S_IMODE(index.stat().st_mode) == 0o600
    assert index.read_bytes() == before and [path.name for path in index.parent.iterdir()] == ["search.sqlite"]


def test_the_same_graph_gives_the_same_bytes(graph: Graph, index: Path, tmp_path: Path) -> None:
    write_index(graph, load_jurisdiction("kazakhstan"), tmp_path / "again.sqlite")
    assert (tmp_path / "again.sqlite").read_bytes() == index.read_bytes()


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0", b"noise" * 1000])
def test_a_damaged_index_is_an_error_that_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "search.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KgError, match="kg rebuild"), open_finder(path) as finder:
        finder.find("zhelvane")


def test_bodies_of_one_name_are_found_with_their_places(tmp_path: Path) -> None:
    courts = [node("Court", f"court-{n}", name="city court", names=["city court"]) for n in (1, 2, 3)]
    places = [node("Place", f"place-{name}", name=name, names=[name]) for name in ("Marenth", "Velouth")]
    located = [Relationship("LOCATED_IN", c.key, p.key, {}) for c, p in zip(courts, places, strict=False)]
    index = tmp_path / "search.sqlite"
    write_index(make_graph([*courts, *places], located), load_jurisdiction("kazakhstan"), index)
    with open_finder(index) as finder:
        assert {hit.name for hit in finder.named("city court")} == {
            "city court, Marenth",
            "city court, Velouth",
            "city court",
        }
