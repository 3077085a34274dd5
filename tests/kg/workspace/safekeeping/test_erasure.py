"""An erased report is in no file of the workspace any more; everything else is there."""

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.decisions.journal import Decision
from kg.decisions.opinions import Opinion
from kg.review.draft import Draft, DraftAnswer, DraftFactAnswer
from kg.workspace import Workspace
from kg.workspace.files.drafts import Drafts
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report

CORRECTED = [*APRIL, "Vireo Nasta was questioned"]
ONLY_IN_APRIL = (b"Kestin", b"Vireo", b"Nasta", b"summoned", b"questioned")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """March, and two versions of April."""
    made = Workspace.create(tmp_path / "casefile", RULES)
    files = [write_report(tmp_path, "march.txt", MARCH), write_report(tmp_path, "april.txt", APRIL, "2031-04")]
    made.ingest([*files, write_report(tmp_path, "april2.txt", CORRECTED, "2031-04")])
    return made


def files_with(folder: Path, word: bytes) -> set[str]:
    """The files below a folder that have a word in their bytes."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix() for path in paths if word in path.read_bytes()}


def left_in(workspace: Workspace) -> dict[bytes, set[str]]:
    found = {word: files_with(workspace.folder, word) for word in ONLY_IN_APRIL}
    return {word: files for word, files in found.items() if files}


def mentions(workspace: Workspace, report: str, name: str) -> list[str]:
    found = workspace.mentions().mentions.by_id.values()
    return [m.id for m in found if m.label == "Person" and m.entry.report == report and m.description == name]


def decide(workspace: Workspace, *pairs: tuple[str, str], why: str = "") -> list[Decision]:
    return list(workspace.judge([Opinion("different", a, b, why) for a, b in pairs], "anna"))


def ids_in(workspace: Workspace) -> Iterator[str]:
    for line in (workspace.folder / "ids.jsonl").read_text(encoding="utf-8").splitlines():
        yield from json.loads(line).values()


def test_withdrawing_leaves_the_words_where_erasing_removes_them(workspace: Workspace) -> None:
    kinds = {file.split("/")[0] for word in ONLY_IN_APRIL for file in files_with(workspace.folder, word)}
    assert {"reports", "cache", "graph"} <= kinds
    workspace.withdraw("2031-04", "anna")
    assert left_in(workspace)
    erased = workspace.keeper.erase("2031-04", "anna", "consent withdrawn")
    assert erased.finished and left_in(workspace) == {}
    assert [r.id for r in workspace.reports()] == ["2031-03"] and workspace.check() == []
    assert files_with(workspace.folder, b"Tamsel")


def test_no_spelling_of_an_erased_name_stays_in_the_search_index(workspace: Workspace) -> None:
    folded = (b"kestin", b"vireo", b"nasta")
    (index,) = workspace.folder.glob("graph/gen-*/search.sqlite")
    assert all(word in index.read_bytes() for word in folded)
    with workspace.finder() as finder:
        assert [hit.name for hit in finder.find("Кестин").things] == ["Kestin Ura"]
    workspace.keeper.erase("2031-04", "anna", "consent withdrawn")
    assert {word: files for word in folded if (files := files_with(workspace.folder, word))} == {}
    with workspace.finder() as finder:
        answer = finder.find("Кестин")
        assert (answer.things, answer.entries, finder.nearest("Kestin Ura")) == ((), (), ())
        assert finder.find("Tamsel").things


def test_the_graph_is_the_one_that_the_other_reports_give(workspace: Workspace, tmp_path: Path) -> None:
    other = Workspace.create(tmp_path / "other", RULES)
    other.ingest([tmp_path / "march.txt"])
    workspace.keeper.erase("2031-04", "anna")
    assert workspace.graph().digest == other.graph().digest


def test_the_journal_says_that_something_was_erased_and_names_nobody(workspace: Workspace) -> None:
    march, april = mentions(workspace, "2031-03", "Tamsel Brio")[0], mentions(workspace, "2031-04", "Kestin Ura")[0]
    shared = decide(workspace, (march, april), why="Kestin Ura is older")[0]
    undone = workspace.undo(shared.id, "anna", "Kestin Ura is not older")
    orvane = mentions(workspace, "2031-03", "Orvane Ilka")[0]
    kept = decide(workspace, (march, orvane))[0]
    reworded = workspace.undo(kept.id, "boris", "as Kestin Ura said")
    (in_force,) = (d for d in workspace.decisions() if d.verb == "in_force")

    preview = workspace.keeper.preview_erasure("2031-04")
    assert (preview.versions, preview.entries, preview.decisions) == (2, 5, 3)
    assert (preview.shared_decisions, preview.reworded_decisions) == (1, 1)
    erased = workspace.keeper.erase("2031-04", "anna", "consent withdrawn").decision
    assert left_in(workspace) == {}
    first, second, third = workspace.decisions()
    assert first == kept and third == erased
    assert (second.verb, second.who, second.when, second.why) == ("undo", "boris", reworded.when, "(erased)")
    assert (erased.verb, erased.who, erased.why) == ("erased", "anna", "consent withdrawn")
    assert set(erased.about["decisions"].split()) == {shared.id, undone.id, in_force.id, reworded.id}
    assert workspace.check() == []


def test_what_was_erased_does_not_come_back_unless_somebody_decides_so(workspace: Workspace, tmp_path: Path) -> None:
    erased = workspace.keeper.erase("2031-04", "anna").decision
    for name, series in (("april.txt", ""), ("april2.txt", "acme")):
        (outcome,) = workspace.ingest([tmp_path / name], series=series).files
        assert outcome.outcome == "refused" and f"kg undo {erased.id}" in outcome.reason
    (corrected,) = workspace.ingest([write_report(tmp_path, "april3.txt", MARCH, "2031-04")]).files
    assert corrected.outcome == "refused" and left_in(workspace) == {}
    workspace.undo(erased.id, "anna")
    assert workspace.ingest([tmp_path / "april.txt"]).files[0].outcome == "added"
    assert workspace.check() == []


def test_a_colleagues_journal_does_not_bring_the_words_back(workspace: Workspace) -> None:
    march, april = mentions(workspace, "2031-03", "Tamsel Brio")[0], mentions(workspace, "2031-04", "Kestin Ura")[0]
    workspace.undo(decide(workspace, (march, april))[0].id, "anna", "Kestin Ura again")
    theirs = (workspace.folder / "decisions.jsonl").read_bytes()
    workspace.keeper.erase("2031-04", "anna")
    result = workspace.import_decisions(theirs)
    assert (result.new, result.erased) == ((), 3) and left_in(workspace) == {}


def test_ids_of_other_reports_still_resolve(workspace: Workspace) -> None:
    """A person's id is that of the earliest mention: where that was erased, the others lead to the next."""
    workspace.keeper.erase("2031-03", "anna")
    orvane = mentions(workspace, "2031-04", "Orvane Ilka")[0]
    with workspace.reader() as store:
        assert store.query("MATCH (p:Person {name: 'Orvane Ilka'}) RETURN p.id AS id").rows == ((orvane,),)
    assert workspace.resolve(orvane) == orvane
    assert set(ids_in(workspace)) <= workspace.mentions().mentions.by_id.keys()


def test_answers_of_a_review_about_the_report_go(workspace: Workspace) -> None:
    a, b = mentions(workspace, "2031-03", "Tamsel Brio")[0], mentions(workspace, "2031-03", "Orvane Ilka")[0]
    gone = mentions(workspace, "2031-04", "Kestin Ura")[0]
    answers = (DraftAnswer(a, b, "different"), DraftAnswer(a, gone, "same"))
    facts = (
        DraftFactAnswer(a, "2031-03/2", "corrected", {"surname": "Tamsell"}),
        DraftFactAnswer(gone, "2031-04/2", "wrong"),
        DraftFactAnswer(b, "2031-03/1", "right", why="Kestin Ura knows"),
    )
    Drafts(workspace.folder).keep(Draft(answers, "2031-05-01 10:00 UTC", "as Kestin Ura said", facts))
    assert workspace.keeper.preview_erasure("2031-04").draft_answers == 3
    workspace.keeper.erase("2031-04", "anna")
    assert Drafts(workspace.folder).read() == Draft(answers[:1], "2031-05-01 10:00 UTC", "", facts[:1])
    assert left_in(workspace) == {}


def test_the_users_own_files_are_named_and_not_changed(workspace: Workspace) -> None:
    query = workspace.folder / "queries" / "mine.cypher"
    query.parent.mkdir()
    query.write_text("// about Kestin Ura", encoding="utf-8")
    assert workspace.keeper.preview_erasure("2031-04").other_files == (query,)
    assert workspace.keeper.erase("2031-04", "anna").other_files == (query,) and query.exists()


def test_a_reason_that_names_somebody_is_refused(workspace: Workspace) -> None:
    with pytest.raises(KgError, match="without names") as refused:
        workspace.keeper.erase("2031-04", "anna", "kestin ura asked for it")
    assert "Kestin" not in str(refused.value) and len(workspace.reports()) == 3


def test_an_unknown_report_is_refused_with_those_there_are(workspace: Workspace) -> None:
    with pytest.raises(KgError, match=r"There is no report 2031-05; there are: 2031-03, 2031-04\."):
        workspace.keeper.erase("2031-05", "anna")


def test_the_last_report_can_be_erased(workspace: Workspace) -> None:
    for report in ("2031-03", "2031-04"):
        workspace.keeper.erase(report, "anna")
    assert left_in(workspace) == {} and files_with(workspace.folder, b"Orvane") == set()
    assert workspace.reports() == [] and workspace.check() == [] and len(workspace.decisions()) == 2


def test_the_same_file_in_another_series_stays_and_is_named(workspace: Workspace, tmp_path: Path) -> None:
    workspace.ingest([tmp_path / "april.txt"], series="acme")
    assert workspace.keeper.preview_erasure("2031-04").same_file_in == ("acme:2031-04",)
    workspace.keeper.erase("2031-04", "anna")
    assert [r.id for r in workspace.reports()] == ["2031-03", "acme:2031-04"] and workspace.check() == []
    workspace.keeper.erase("acme:2031-04", "anna")
    assert left_in(workspace) == {}


def test_who_still_reads_the_old_graph_is_waited_for(workspace: Workspace) -> None:
    said: list[str] = []
    with workspace.reader():
        erased = workspace.keeper.erase("2031-04", "anna", waiting=said.append, patience=0.3)
        assert not erased.finished and "still reads" in said[0]
        assert any("not finished" in problem for problem in workspace.check())
    Workspace.open(workspace.folder, RULES)
    assert left_in(workspace) == {} and workspace.check() == []


def test_it_waits_until_the_reader_is_done(workspace: Workspace) -> None:
    opened, close = threading.Event(), threading.Event()

    def read() -> None:
        with workspace.reader():
            opened.set()
            close.wait(30)

    reader = threading.Thread(target=read)
    reader.start()
    assert opened.wait(30)
    threading.Timer(0.5, close.set).start()
    assert workspace.keeper.erase("2031-04", "anna").finished
    reader.join(30)
    assert left_in(workspace) == {}


def test_a_preview_changes_nothing(workspace: Workspace) -> None:
    before = {p: p.read_bytes() for p in workspace.folder.rglob("*") if p.is_file() and os.sep + "graph" not in str(p)}
    workspace.keeper.preview_erasure("2031-04")
    assert {p: p.read_bytes() for p in before} == before
