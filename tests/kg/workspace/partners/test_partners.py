"""A partner's file is kept, derived from, backed up, withdrawn and erased like a report; a bad one changes nothing."""

import hashlib
from pathlib import Path

import pytest

from exports.rdf import Bases, Release, write_rdf
from kg.graph.value import Graph
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from kg.workspace.files.layout import Layout
from kg.workspace.ids import former_ids
from kg.workspace.safekeeping.backup import restore_backup
from tests.kg.rdf.bad_files import CASES, HEAD, HOSTILE, encoded
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report


def write_graph(workspace: Workspace, path: Path, publisher: str = "", **former: str) -> Path:
    """The whole graph of a workspace as RDF."""
    schema = load_schema()
    release = Release("2031-05-01", publisher=publisher, jurisdiction="velmoria")
    write_rdf(
        workspace.graph(), schema, Bases("https://data.example/", schema.namespace), "turtle", path, release, former
    )
    return path


@pytest.fixture(scope="module")
def partner(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("partner")
    made = Workspace.create(folder / "casefile", RULES)
    made.ingest([write_report(folder, "march.txt", MARCH), write_report(folder, "april.txt", APRIL, "2031-04")])
    return made


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "casefile", RULES)


def bytes_in(folder: Path) -> dict[str, str]:
    """The hash of every file, but for locks and the cache."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "lock" not in path.name)
    files = (path for path in files if path.parent.name != "cache")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_an_empty_workspace_gets_the_same_graph(partner: Workspace, empty: Workspace, tmp_path: Path) -> None:
    path = write_graph(
        partner, tmp_path / "graph.ttl", "Tasel Committee", **{"person-old": any_person(partner.graph())}
    )
    (outcome,) = empty.ingest([path]).files
    assert (outcome.outcome, outcome.report) == ("added", "tasel-committee:2031-03-01--2031-04-28")
    assert outcome.counts["people"] == 5
    assert empty.graph().nodes == partner.graph().nodes
    assert empty.graph().relationships == partner.graph().relationships
    assert empty.check() == []
    assert empty.resolve("person-old") == any_person(partner.graph()) == former_ids(Layout(empty.folder))["person-old"]
    assert [(report.id, report.entries) for report in empty.reports()] == [
        ("tasel-committee:2031-03-01--2031-04-28", 5)
    ]
    (again,) = empty.ingest([path]).files
    assert again.outcome == "already added"


def any_person(graph: Graph) -> str:
    return next(node.id for node in graph.nodes if node.label == "Person")


def test_it_is_rebuilt_backed_up_withdrawn_and_erased(partner: Workspace, empty: Workspace, tmp_path: Path) -> None:
    empty.ingest([write_graph(partner, tmp_path / "graph.ttl")])
    id = "partner:2031-03-01--2031-04-28"
    empty.rebuild()
    assert empty.graph() == partner.graph()
    empty.keeper.back_up(tmp_path / "backup.zip")
    restore_backup(tmp_path / "backup.zip", tmp_path / "restored")
    restored = Workspace.open(tmp_path / "restored", RULES)
    restored.rebuild()
    assert restored.graph() == partner.graph()
    withdrawn = restored.withdraw(id)
    assert len(restored.graph()) == 0
    restored.undo(withdrawn.id)
    assert restored.graph() == partner.graph()
    assert b"Orvane" in b"".join(path.read_bytes() for path in (tmp_path / "restored").rglob("*") if path.is_file())
    restored.keeper.erase(id)
    assert b"Orvane" not in b"".join(path.read_bytes() for path in (tmp_path / "restored").rglob("*") if path.is_file())


def test_it_stands_beside_our_own_reports(partner: Workspace, empty: Workspace, tmp_path: Path) -> None:
    """Without a series its March would be another March than ours; nothing is changed then."""
    path = write_graph(partner, tmp_path / "graph.ttl")
    empty.ingest([write_report(tmp_path, "ours.txt", ["Kestin Ura was fined"])])
    before = bytes_in(empty.folder)
    (refused,) = empty.ingest([path]).files
    assert refused.outcome == "refused"
    assert "different reports of the id 2031-03" in refused.reason
    assert bytes_in(empty.folder) == before
    (added,) = empty.ingest([path], series="tasel").files
    assert added.report == "tasel:2031-03-01--2031-04-28"
    reports = {node.id for node in empty.graph().nodes if node.label == "Report"}
    assert reports == {"2031-03", "tasel:2031-03", "tasel:2031-04"}
    assert empty.check() == []
    (later,) = empty.ingest([write_report(tmp_path, "more.txt", ["Lem Asha was tried"], "2031-04")]).files
    assert later.outcome == "added"


def test_a_report_is_not_taken_in_beside_another_that_a_partner_has(
    partner: Workspace, empty: Workspace, tmp_path: Path
) -> None:
    empty.ingest([write_graph(partner, tmp_path / "graph.ttl")])
    (same,) = empty.ingest([write_report(tmp_path, "march.txt", MARCH)]).files
    assert same.outcome == "added"  # the very report that the partner read
    assert len([node for node in empty.graph().nodes if node.label == "Report"]) == 2
    (other,) = empty.ingest([write_report(tmp_path, "april.txt", MARCH, "2031-04")]).files
    assert "different reports of the id 2031-04" in other.reason


def test_another_countrys_codes_are_refused(partner: Workspace, tmp_path: Path) -> None:
    path = write_graph(partner, tmp_path / "graph.ttl")
    path.write_text(path.read_text().replace('kg:jurisdictionPack "velmoria"', 'kg:jurisdictionPack "elsewhere"'))
    made = Workspace.create(tmp_path / "casefile", RULES)
    (refused,) = made.ingest([path]).files
    assert "jurisdiction pack" in refused.reason


def test_a_folder_gives_no_graph(partner: Workspace, empty: Workspace, tmp_path: Path) -> None:
    """An export of one's own may lie beside the reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    write_graph(partner, folder / "graph.ttl")
    write_report(folder, "march.txt", MARCH)
    outcomes = {Path(file.name).name: file for file in empty.ingest([folder]).files}
    assert outcomes["march.txt"].outcome == "added"
    assert (outcomes["graph.ttl"].outcome, "itself is named" in outcomes["graph.ttl"].reason) == ("skipped", True)


# What the vocabulary does not have, and values that are none of their kind.
UNFIT = [
    (f"{number}.ttl", HEAD + turtle, words)
    for number, (turtle, words) in enumerate(CASES)
    if words and not words.endswith(("Component", "Class"))
]


@pytest.mark.parametrize(("name", "text", "words"), [*HOSTILE[:-1], *UNFIT])
def test_a_bad_file_changes_nothing(empty: Workspace, tmp_path: Path, name: str, text: str, words: str) -> None:
    before, path = bytes_in(empty.folder), tmp_path / name
    path.write_bytes(encoded(name, text))
    (refused,) = empty.ingest([path]).files
    assert refused.outcome == "refused"
    assert words in refused.reason
    assert bytes_in(empty.folder) == before
