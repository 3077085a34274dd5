"""People decide about what a partner states as about what was read: it holds, survives newer files, can be undone."""

import shutil
from pathlib import Path

import pytest

from exports.profiles.disclosure import disclose_workspace
from ingest.errors import KgError
from kg.corrections.opinions import FactOpinion
from kg.decisions.opinions import Opinion
from kg.explain.comparison import compare
from kg.graph.value import Graph, Key
from kg.review.stated import open_questions
from kg.workspace import Workspace
from tests.kg.workspace.fake_rules import RULES, write_report
from tests.kg.workspace.partners.stated_files import SERIES, TEXT, stated_graph, write_stated


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Ours tells of one Tamsel Brio, a partner of another of that name."""
    made = Workspace.create(tmp_path / "casefile", RULES)
    made.ingest([write_report(tmp_path, "april.txt", ["Tamsel Brio was tried", "Kestin Ura was fined"], "2031-04")])
    made.ingest([write_stated(tmp_path, "graph.nq", stated_graph({"person-p": "Tamsel Brio", "person-q": "Lem Asha"}))])
    return made


def names(workspace: Workspace) -> list[str]:
    return sorted(str(n.properties["name"]) for n in workspace.graph().nodes if n.label == "Person")


def own(workspace: Workspace, name: str) -> str:
    """The id of a person of our own report."""
    found = (n for n in workspace.graph().nodes if n.label == "Person" and n.id not in ("person-p", "person-q"))
    return next(n.id for n in found if n.properties["name"] == name)


def holds_after_all(workspace: Workspace) -> Graph:
    """The graph, which a rebuild and an undo of nothing leave as it is."""
    graph = workspace.graph()
    assert workspace.build().graph == graph
    workspace.rebuild()
    assert workspace.graph() == graph and workspace.check() == []
    return graph


def test_what_is_wrong_leaves_and_comes_back(workspace: Workspace) -> None:
    before = workspace.graph()
    (decision,) = workspace.decide_facts([FactOpinion("wrong", f"person-q@{SERIES}", why="a street")])
    graph = holds_after_all(workspace)
    assert names(workspace) == ["Kestin Ura", "Tamsel Brio", "Tamsel Brio"]
    assert Key("Event", "event-person-q") in graph.by_key
    assert not [r for r in graph.relationships if Key("Person", "person-q") in (r.start, r.end)]
    (listed,) = workspace.list_decisions()
    assert (listed.status, listed.about) == ("holds", f"Person “Lem Asha” ({SERIES}:2031-03)")
    assert workspace.known_facts().find(f"person-q@{SERIES}") is not None
    assert workspace.decide_facts([FactOpinion("wrong", f"person-q@{SERIES}")]) == ()
    workspace.undo(decision.id)
    assert workspace.graph() == before


def test_a_tie_can_be_wrong_by_itself(workspace: Workspace) -> None:
    tie = next(m for m in workspace.mentions().mentions.stated if m.label == "INVOLVED_IN" and "Asha" in m.description)
    workspace.decide_facts([FactOpinion("wrong", tie.id)])
    graph = holds_after_all(workspace)
    assert [r.end.id for r in graph.relationships if r.type == "INVOLVED_IN" and r.end.id.startswith("event-p")] == [
        "event-person-p"
    ]
    with pytest.raises(KgError, match="no fields"):
        workspace.decide_facts([FactOpinion("corrected", tie.id, {"role": "by"})])
    other = next(m for m in workspace.mentions().mentions.stated if m.label == "INVOLVED_IN")
    with pytest.raises(KgError, match="ties two things"):
        workspace.judge([Opinion("same", other.id, f"person-p@{SERIES}")])


def test_what_is_corrected_stays_so_in_a_newer_file(workspace: Workspace, tmp_path: Path) -> None:
    workspace.decide_facts([FactOpinion("corrected", f"person-q@{SERIES}", {"name": "Lem Ashar"})])
    workspace.decide_facts([FactOpinion("corrected", f"event-person-q@{SERIES}", {"date": "2031-03"})])
    graph = holds_after_all(workspace)
    asha = graph.by_key[Key("Person", "person-q")].properties
    assert (asha["name"], asha["names"]) == ("Lem Ashar", ["Lem Ashar"])
    assert graph.by_key[Key("Event", "event-person-q")].properties["date"] == "2031-03"
    for wrong, said in (({"date": "soon"}, "Date"), ({"type": "gift"}, "Type"), ({"colour": "red"}, "no field colour")):
        with pytest.raises(KgError, match=said):
            workspace.decide_facts([FactOpinion("corrected", f"event-person-q@{SERIES}", wrong)])
    newer = stated_graph({"person-p": "Tamsel Brio", "person-q": "Lem Asha"}, "Brio Tamsel was detained, it is said.")
    (file,) = workspace.ingest([write_stated(tmp_path, "newer.nq", newer)]).files
    assert file.outcome == "corrected"
    assert "Lem Ashar" in names(workspace) and holds_after_all(workspace)


def test_a_decision_about_what_no_file_states_any_more_is_shown(workspace: Workspace, tmp_path: Path) -> None:
    workspace.decide_facts([FactOpinion("wrong", f"person-q@{SERIES}")])
    workspace.ingest([write_stated(tmp_path, "newer.nq", stated_graph({"person-p": "Tamsel Brio"}))])
    listed, _ = workspace.list_decisions()
    assert listed.status == "lost" and "no file of the series" in listed.reason
    assert workspace.decision_problems().lost
    workspace.withdraw(f"{SERIES}:2031-03")
    assert workspace.decision_problems().lost


def test_confirmed_and_noted(workspace: Workspace) -> None:
    before = workspace.graph()
    id = f"event-person-p@{SERIES}"
    (right,) = workspace.decide_facts([FactOpinion("right", id)], who="Irel")
    (note,) = workspace.decide_facts([FactOpinion("note", id, why="ask them")])
    assert workspace.graph() == before
    (wrong,) = workspace.decide_facts([FactOpinion("wrong", id)], who="Osk")
    assert workspace.graph() == before  # Irel was first; the two are shown as contradicting each other
    statuses = {listed.decision.id: listed.status for listed in workspace.list_decisions()}
    assert statuses == {right.id: "contradicted", note.id: "holds", wrong.id: "not done"}


def test_people_become_one_by_decision(workspace: Workspace, tmp_path: Path) -> None:
    before, ours = workspace.graph(), own(workspace, "Tamsel Brio")
    (decision,) = workspace.judge([Opinion("same", f"person-p@{SERIES}", ours)])
    graph = holds_after_all(workspace)
    assert names(workspace) == ["Kestin Ura", "Lem Asha", "Tamsel Brio"]
    (acts,) = [r for r in graph.relationships if r.type == "INVOLVED_IN" and r.end.id == "event-person-p"]
    assert acts.start == Key("Person", ours)
    counted = graph.by_key[Key("Person", ours)].properties
    assert (counted["entries_naming"], counted["reports_naming"], counted["days_targeted"]) == (2, 2, 1)
    assert workspace.resolve("person-p") == ours
    workspace.undo(decision.id)
    assert workspace.graph() == before and workspace.resolve("person-p") == "person-p"


def test_a_partners_person_joins_two_of_ours(workspace: Workspace) -> None:
    brio, ura = own(workspace, "Tamsel Brio"), own(workspace, "Kestin Ura")
    workspace.judge([Opinion("same", f"person-p@{SERIES}", brio), Opinion("same", f"person-p@{SERIES}", ura)])
    assert len(names(workspace)) == 2
    compared = compare(workspace.resolve_reports(), brio, ura, workspace.decisions())
    assert compared.one and compared.verdict.answer == "same"
    holds_after_all(workspace)
    with pytest.raises(KgError, match=r"."):
        workspace.judge([Opinion("same", f"person-p@{SERIES}", f"event-person-p@{SERIES}")])


def test_what_differs_stays_apart_even_under_one_id(workspace: Workspace, tmp_path: Path) -> None:
    """Another partner uses the same id for somebody else."""
    other = stated_graph({"person-p": "Ardan Vesk"})
    path = write_stated(tmp_path, "other.nq", other, "Vesk Union")
    (file,) = workspace.ingest([path], series="vesk").files
    assert file.outcome == "added"
    assert "Ardan Vesk" not in names(workspace)  # one id, one person
    workspace.judge([Opinion("different", f"person-p@{SERIES}", "person-p@vesk")])
    assert sorted(names(workspace)) == ["Ardan Vesk", "Kestin Ura", "Lem Asha", "Tamsel Brio", "Tamsel Brio"]
    holds_after_all(workspace)


def test_who_has_somebodys_name_is_asked_about(workspace: Workspace) -> None:
    (asked,) = open_questions(workspace.resolve_reports())
    assert {asked.a.id, asked.b.id} == {f"person-p@{SERIES}", own(workspace, "Tamsel Brio")}
    (theirs,) = [side for side in (asked.a, asked.b) if "@" in side.id]
    assert theirs.entries[0].text == TEXT and theirs.descriptions == (f"stated by {SERIES}:2031-03",)
    assert workspace.status().generation is not None and workspace.status().generation.open_questions == 1
    workspace.judge([Opinion("different", asked.a.id, asked.b.id)])
    assert open_questions(workspace.resolve_reports()) == []


@pytest.mark.parametrize("profile", ["partner", "public", "full"])
def test_who_refused_is_named_in_no_export(workspace: Workspace, profile: str) -> None:
    (decision,) = workspace.decide_facts([FactOpinion("protect", f"person-q@{SERIES}", {"consent": "refused"})])
    left = disclose_workspace(workspace, profile, "Receiver")
    assert "Asha" not in str(left.graph) and "person-q" not in str(left.graph)
    workspace.undo(decision.id)
    named = "Asha" in str(disclose_workspace(workspace, profile, "Receiver").graph)
    assert named == (profile != "public")


def test_a_refusal_holds_once_two_are_one(workspace: Workspace) -> None:
    workspace.decide_facts([FactOpinion("protect", f"person-p@{SERIES}", {"consent": "refused"})])
    workspace.judge([Opinion("same", f"person-p@{SERIES}", own(workspace, "Tamsel Brio"))])
    assert "Brio" not in str(disclose_workspace(workspace, "full", "").graph)


def test_erasing_the_file_erases_the_decisions_too(workspace: Workspace) -> None:
    workspace.decide_facts([FactOpinion("corrected", f"person-q@{SERIES}", {"name": "Lem Ashar"})])
    workspace.judge([Opinion("same", f"person-p@{SERIES}", own(workspace, "Tamsel Brio"))])
    workspace.keeper.erase(f"{SERIES}:2031-03")
    files = [path for path in workspace.folder.rglob("*") if path.is_file()]
    assert not [path for path in files if b"Asha" in path.read_bytes()]
    assert not [path for path in files if b"person-q" in path.read_bytes() or b"person-p" in path.read_bytes()]
    assert names(workspace) == ["Kestin Ura", "Tamsel Brio"] and workspace.check() == []
    (refused,) = workspace.ingest([workspace.folder.parent / "graph.nq"]).files
    assert "was erased by decision" in refused.reason


def test_the_graph_is_parsed_once(workspace: Workspace) -> None:
    (cached,) = workspace.folder.glob("cache/*.graph")
    parsed = Workspace.open(workspace.folder, RULES).known_facts().find(f"person-q@{SERIES}")
    cached.write_bytes(cached.read_bytes()[:-3])  # damaged: it is parsed again
    assert Workspace.open(workspace.folder, RULES).known_facts().find(f"person-q@{SERIES}") == parsed
    shutil.rmtree(workspace.folder / "cache")
    assert Workspace.open(workspace.folder, RULES).check() == []
    (again,) = workspace.folder.glob("cache/*.graph")
    assert again.name == cached.name
