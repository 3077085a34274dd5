"""The workspace from outside: what an ingest, a correction, a withdrawal change, and what they leave alone."""

import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import KgError
from ingest.facts import ReportFacts
from ingest.formats.files import ReportFile
from kg.graph.difference import Difference
from kg.graph.value import GraphRows
from kg.rows.resolved_reports import ResolvedReports
from kg.stores import Progress, StoreDamaged
from kg.stores.arcadedb import EmbeddedEngine
from kg.workspace import Workspace
from kg.workspace.intake.outcomes import EntryChanges
from kg.workspace.state import VersionState
from kg.workspace.status import GenerationStatus
from tests.kg.workspace.fake_rules import APRIL, MARCH, OTHER_RULES, RULES, SAME_RULES_REWORDED, write_report


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace.create(tmp_path / "casefile", RULES)
    made.ingest([write_report(tmp_path, "march.txt", MARCH)])
    return made


def people(workspace: Workspace) -> list[str]:
    with workspace.reader() as store:
        return [row[0] for row in store.query("MATCH (p:Person) RETURN p.name AS name ORDER BY name").rows]


def generation(workspace: Workspace) -> GenerationStatus:
    found = workspace.status().generation
    assert found is not None
    return found


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_ingest_puts_reports_into_the_graph(workspace: Workspace, tmp_path: Path) -> None:
    assert people(workspace) == ["Orvane Ilka", "Tamsel Brio"]
    result = workspace.ingest([write_report(tmp_path, "april.md", APRIL, "2031-04")])
    assert [(f.outcome, f.report) for f in result.files] == [("added", "2031-04")]
    assert (result.totals["entries"], result.totals["people"], result.changed) == (5, len(people(workspace)), True)
    assert result.files[0].counts["people"] == 2 and result.files[0].issues[0].line == 2
    assert "Kestin Ura" in people(workspace)
    assert [(r.id, r.entries, r.in_force) for r in workspace.reports()] == [("2031-03", 3, True), ("2031-04", 2, True)]
    assert workspace.check() == []


def test_progress_counts_entries_over_all_files(tmp_path: Path) -> None:
    files = [write_report(tmp_path, "march.txt", MARCH), write_report(tmp_path, "april.txt", APRIL, "2031-04")]
    steps: list[tuple[int, int]] = []
    Workspace.create(tmp_path / "casefile", RULES).ingest(files, progress=lambda *counts: steps.append(counts))
    assert steps == [(3, 3), (5, 5)]


def test_the_same_report_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = files_in(workspace.folder / "graph") | files_in(workspace.folder / "reports")
    result = workspace.ingest([tmp_path / "march.txt"])
    assert [f.outcome for f in result.files] == ["already added"] and not result.changed
    assert files_in(workspace.folder / "graph") | files_in(workspace.folder / "reports") == before


def test_the_order_of_reports_does_not_matter(workspace: Workspace, tmp_path: Path) -> None:
    april = write_report(tmp_path, "april.txt", APRIL, "2031-04")
    workspace.ingest([april])
    other = Workspace.create(tmp_path / "other", RULES)
    other.ingest([april])
    other.ingest([tmp_path / "march.txt"])
    assert other.graph() == workspace.graph()


def test_a_corrected_report_comes_in_force_and_says_what_changed(workspace: Workspace, tmp_path: Path) -> None:
    corrected = write_report(
        tmp_path, "march2.txt", [MARCH[0], "Tamsel Brio was warned", MARCH[2], "Kestin Ura was held"]
    )
    result = workspace.ingest([corrected])
    [file] = result.files
    assert file.outcome == "corrected"
    assert EntryChanges(added=1, removed=0, changed=1, new_text=(2, 4)) in file.notes
    assert [(r.id, r.in_force) for r in workspace.reports()] == [("2031-03", True), ("2031-03", False)]
    assert "Kestin Ura" in people(workspace)
    [decision] = workspace.decisions()
    assert (decision.verb, decision.about["period"]) == ("in_force", "2031-03")
    workspace.undo(decision.id, "anna", "it was the wrong file")
    assert "Kestin Ura" not in people(workspace)
    again = workspace.ingest([corrected])
    assert again.files[0].outcome == "already added"
    assert [note.status for note in again.files[0].notes if isinstance(note, VersionState)] == ["replaced"]


def test_withdraw_and_undo(workspace: Workspace, tmp_path: Path) -> None:
    workspace.ingest([write_report(tmp_path, "april.txt", APRIL, "2031-04")])
    whole = workspace.graph()
    decision = workspace.withdraw("2031-03", "anna", "consent")
    assert people(workspace) == ["Kestin Ura", "Orvane Ilka"]
    assert [r.state.status for r in workspace.reports()] == ["withdrawn", "in force"]
    workspace.undo(decision.id, "anna")
    assert workspace.graph() == whole and workspace.check() == []
    with pytest.raises(KgError, match="is not in effect"):
        workspace.undo(decision.id, "anna")
    with pytest.raises(KgError, match="2030-01"):
        workspace.withdraw("2030-01")


def test_all_reports_withdrawn_leave_an_empty_graph(workspace: Workspace) -> None:
    workspace.withdraw("2031-03", "anna")
    assert people(workspace) == [] and workspace.check() == []


def test_series_stand_side_by_side(workspace: Workspace, tmp_path: Path) -> None:
    result = workspace.ingest([write_report(tmp_path, "b.txt", APRIL, "2031-03")], series="bureau")
    assert result.files[0].report == "bureau:2031-03" and result.files[0].outcome == "added"
    assert [r.id for r in workspace.reports()] == ["2031-03", "bureau:2031-03"]


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda folder: folder / "missing.txt", "no such file"),
        (lambda folder: write_report(folder, "empty.txt", []), "no entry"),
        (lambda folder: write_report(folder, "other.txt", MARCH, "2031-05", "kazakhstan"), "workspace of its own"),
    ],
)
def test_one_refused_file_does_not_stop_the_rest(workspace: Workspace, tmp_path: Path, make, reason) -> None:
    april = write_report(tmp_path, "april.txt", APRIL, "2031-04")
    result = workspace.ingest([make(tmp_path), april])
    assert [f.outcome for f in result.files] == ["refused", "added"]
    refused = result.files[0]
    assert reason in refused.reason and str(tmp_path) not in refused.reason
    assert [r.id for r in workspace.reports()] == ["2031-03", "2031-04"]


@pytest.mark.parametrize(
    ("options", "reason"),
    [({"period": "June"}, "not a period"), ({"series": "A b"}, "series"), ({"jurisdiction": "kazakhstan"}, "velmoria")],
)
def test_wrong_options_are_refused(workspace: Workspace, tmp_path: Path, options, reason) -> None:
    with pytest.raises(KgError, match=reason):
        workspace.ingest([write_report(tmp_path, "april.txt", APRIL, "2031-04")], **options)


def test_facts_are_cached_under_the_rules_and_derived_again_where_damaged(workspace: Workspace) -> None:
    [cached] = (workspace.folder / "cache").glob("*.json")
    content = cached.read_bytes()
    cached.write_bytes(content.replace(b"Orvane", b"Ovrane"))
    assert workspace.facts()["2031-03"].entries[0].persons[0].surname == "Orvane"
    assert cached.read_bytes() == content
    older = Workspace.open(workspace.folder, OTHER_RULES)
    assert not generation(older).rules_are_current
    older.rebuild()
    assert [p.name for p in (workspace.folder / "cache").glob("*.json")] != [cached.name]


def test_code_that_was_only_reworded_outdates_nothing(workspace: Workspace) -> None:
    [cached] = (workspace.folder / "cache").glob("*.json")
    reworded = Workspace.open(workspace.folder, SAME_RULES_REWORDED)
    assert generation(reworded).rules_are_current and reworded.facts()
    assert [*(workspace.folder / "cache").glob("*.json")] == [cached]


def test_modules_are_digested_once_after_a_change(workspace: Workspace) -> None:
    digested: list[str] = []

    def reading() -> str:
        digested.append("reading")
        return "1"

    source = replace(RULES.versions, sources=lambda: "2", reading=reading)
    for _ in range(3):
        assert generation(Workspace.open(workspace.folder, replace(RULES, versions=source))).rules_are_current
    assert digested == ["reading"]
    (workspace.folder / "cache" / "rule-versions").write_bytes(b"{")
    assert generation(Workspace.open(workspace.folder, replace(RULES, versions=source))).rules_are_current
    assert digested == ["reading"] * 2


def test_who_was_one_is_remembered_under_the_rules_and_found_anew_where_damaged(
    workspace: Workspace, tmp_path: Path
) -> None:
    [block_cache] = (workspace.folder / "cache").glob("*.memory")
    for broken in (b"", block_cache.read_bytes()[:-1], b"0" * 64 + b"\n\x00"):
        block_cache.write_bytes(broken)
        workspace.ingest([write_report(tmp_path, "april.txt", APRIL, "2031-04")])
        assert workspace.check() == [] and people(workspace) == ["Kestin Ura", "Orvane Ilka", "Tamsel Brio"]
        workspace.undo(workspace.withdraw("2031-04").id)
        assert workspace.check() == []
    older = Workspace.open(workspace.folder, OTHER_RULES)
    older.rebuild()
    assert [p.name for p in (workspace.folder / "cache").glob("*.memory")] != [block_cache.name]


def test_a_newer_workspace_is_refused(workspace: Workspace) -> None:
    path = workspace.folder / "kg.toml"
    path.write_text(path.read_text().replace("version = 1", "version = 2"))
    with pytest.raises(KgError, match="newer"):
        Workspace.open(workspace.folder, RULES)


def test_settings_take_the_jurisdiction_and_keep_the_rest(workspace: Workspace) -> None:
    text = (workspace.folder / "kg.toml").read_text()
    assert 'jurisdiction = "velmoria"' in text and "# What addresses" in text
    assert Workspace.open(workspace.folder).settings.jurisdiction == "velmoria"


@pytest.mark.parametrize("how", ["cut", "gone", "flipped"])
def test_a_damaged_store_is_found_and_rebuilt(workspace: Workspace, how: str) -> None:
    [path] = (workspace.folder / "graph").glob("gen-*/store/Person_0.*.bucket")
    data = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(data[:1000] if how == "cut" else data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(StoreDamaged, match="kg rebuild"), workspace.reader():
        pass
    assert "kg rebuild" in workspace.check()[0]
    workspace.rebuild()
    assert workspace.check() == [] and people(workspace) == ["Orvane Ilka", "Tamsel Brio"]


@pytest.mark.parametrize("what", ["CURRENT", "inputs.json", "nodes.jsonl", "manifest.json", "all"])
def test_whatever_is_derived_can_be_damaged_and_rebuilt(workspace: Workspace, what: str) -> None:
    graph = workspace.graph()
    for path in [*(workspace.folder / "graph").rglob("*")]:
        if path.is_file() and (path.name == what or (what == "all" and path.suffix != ".lock")):
            path.write_bytes(b"\x00")
    assert workspace.check()
    workspace.rebuild()
    assert workspace.graph() == graph and workspace.check() == []


def test_a_file_that_vanishes_after_it_was_found_is_refused_alone(workspace: Workspace, tmp_path: Path) -> None:
    april = write_report(tmp_path, "april.txt", APRIL, "2031-04")
    vanishing = write_report(tmp_path, "vanishing.txt", APRIL, "2031-05")
    failing = write_report(tmp_path, "failing.txt", APRIL, "2031-06")

    def read(path: Path) -> ReportFile:
        vanishing.unlink(missing_ok=True)
        if path == failing:
            raise OSError(5, "Input/output error", str(path))
        return RULES.read_file(path)

    opened = Workspace.open(workspace.folder, replace(RULES, read_file=read))
    result = opened.ingest([vanishing, failing, april])
    assert [f.outcome for f in result.files] == ["refused", "refused", "added"]
    assert "no such file" in result.files[0].reason and "input/output error" in result.files[1].reason


def test_the_mentions_of_a_graph_are_found_without_resolving_them_again(workspace: Workspace) -> None:
    def refuse(*_: object) -> ResolvedReports:
        raise AssertionError("everything was resolved again")

    resolved = workspace.resolve_reports()
    found = Workspace.open(workspace.folder, replace(RULES, resolve_reports=refuse)).mentions()
    ids = [*resolved.mentions.by_id]
    assert [*found.mentions.by_id] == ids and len(ids) > 3
    assert [found.leads_to(id) for id in ids] == [resolved.leads_to(id) for id in ids]
    with pytest.raises(AssertionError, match="resolved again"):
        Workspace.open(workspace.folder, replace(OTHER_RULES, resolve_reports=refuse)).mentions()


def test_ids_once_given_out_resolve(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.reader() as store:
        id = store.query("MATCH (p:Person {name: 'Orvane Ilka'}) RETURN p.id AS id").rows[0][0]
    workspace.ingest([write_report(tmp_path, "february.txt", ["Orvane Ilka was warned"], "2031-02")])
    known = {node.id for node in workspace.graph().nodes}
    assert workspace.resolve(id) in known
    for line in (workspace.folder / "ids.jsonl").read_bytes().splitlines():
        assert workspace.resolve(json.loads(line)["id"]) in known


def test_everything_is_its_owners_alone(workspace: Workspace) -> None:
    for path in [workspace.folder, *workspace.folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_files_own_name_is_kept_nowhere(workspace: Workspace) -> None:
    assert not any(b"march.txt" in data for data in files_in(workspace.folder).values())


def test_no_workspace_and_no_graph_are_said(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="kg ingest"):
        Workspace.open(tmp_path)
    empty = Workspace.open_or_create(tmp_path / "new", RULES)
    assert empty.reports() == [] and empty.check() == [] and empty.graph().nodes == ()
    with pytest.raises(KgError, match="no graph yet"), empty.reader():
        pass


class CountingEngine(EmbeddedEngine):
    """The real engine, which counts what it is asked to do."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def load(self, graph: GraphRows, folder: Path, progress: Progress | None = None) -> None:
        self.calls.append("load")
        super().load(graph, folder, progress)

    def apply(self, difference: Difference, folder: Path, progress: Progress | None = None) -> None:
        self.calls.append("apply")
        super().apply(difference, folder, progress)


def test_a_small_difference_is_applied_to_a_copy_and_checked(tmp_path: Path) -> None:
    engine = CountingEngine()
    workspace = Workspace.create(tmp_path / "casefile", RULES, engine)
    workspace.ingest([write_report(tmp_path, "long.txt", [f"Surname{i} Given was held" for i in range(60)])])
    workspace.ingest([write_report(tmp_path, "april.txt", APRIL, "2031-04")])
    assert engine.calls == ["load", "apply"] and workspace.check() == []
    workspace.withdraw("2031-04")
    assert engine.calls == ["load", "apply", "apply"] and workspace.check() == []
    for path in (workspace.folder / "graph").glob("gen-*/store/Person_0.*.bucket"):
        path.write_bytes(b"")
    workspace.ingest([write_report(tmp_path, "may.txt", APRIL, "2031-05")])
    assert engine.calls[-1] == "load" and workspace.check() == []


def test_a_file_on_which_the_program_fails_is_left_out_and_named(workspace: Workspace, tmp_path: Path) -> None:
    def failing(text: str, *rest: object) -> ReportFacts:
        if "secret" in text:
            raise ValueError("secret words of the report")
        return RULES.read_report(text, *rest)

    bad = write_report(tmp_path, "bad.txt", ["Orvane Secret was secret"], "2031-05")
    april = write_report(tmp_path, "april.txt", APRIL, "2031-04")
    result = Workspace.open(workspace.folder, replace(RULES, read_report=failing)).ingest([bad, april])
    assert [f.outcome for f in result.files] == ["refused", "added"]
    assert "ValueError" in result.files[0].reason and "secret" not in result.files[0].reason


def test_a_file_that_changes_after_it_was_read_is_kept_as_it_was_read(workspace: Workspace, tmp_path: Path) -> None:
    path = write_report(tmp_path, "april.txt", APRIL, "2031-04")
    before = path.read_bytes()

    def read_then_changed(path: Path) -> ReportFile:
        file = RULES.read_file(path)
        path.write_bytes(before + b"Tamsel Brio was summoned\n")
        return file

    Workspace.open(workspace.folder, replace(RULES, read_file=read_then_changed)).ingest([path])
    assert before in [kept.read_bytes() for kept in (workspace.folder / "reports").rglob("report.txt")]
    assert workspace.check() == []


def test_a_report_keeps_its_period_when_newer_rules_read_another(workspace: Workspace, tmp_path: Path) -> None:
    def read_days(*arguments: Any) -> ReportFacts:
        facts = RULES.read_report(*arguments)
        return replace(facts, report=replace(facts.report, period="2031-03-03--2031-03-09"))

    newer = Workspace.open(workspace.folder, replace(OTHER_RULES, read_report=read_days))
    before = [report.id for report in newer.reports()]
    newer.rebuild()
    assert [report.id for report in newer.reports()] == before == ["2031-03"]
    assert newer.check() == []
    newer.withdraw("2031-03")
    result = newer.ingest([write_report(tmp_path, "week.txt", APRIL)])
    assert result.files[0].report == "2031-03-03--2031-03-09"
