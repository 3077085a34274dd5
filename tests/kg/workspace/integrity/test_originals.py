"""Damage to the journal, the reports' records and the redirects stops every writer, and no advice loses a version."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.decisions.journal import decide, write_decision
from kg.decisions.opinions import Opinion
from kg.workspace import Workspace
from kg.workspace.files.decision_files import replace_journal
from kg.workspace.files.inputs import verified_inputs
from kg.workspace.files.layout import Generation, Layout
from kg.workspace.integrity.originals import OriginalsDamaged, find_damage
from tests.kg.workspace.fake_rules import APRIL, MARCH, RULES, write_report

CORRECTED = [*MARCH, "Kestin Ura was held"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with four lines in its journal (one report is withdrawn) and two versions of a report."""
    folder = tmp_path_factory.mktemp("made")
    workspace = Workspace.create(folder / "casefile", RULES)
    april = write_report(folder, "april.txt", APRIL, "2031-04")
    workspace.ingest([write_report(folder, "march.txt", MARCH), april])
    workspace.ingest([write_report(folder, "march2.txt", CORRECTED)])
    first = workspace.withdraw("2031-04", "anna", "by mistake")
    workspace.undo(first.id, "anna")
    workspace.withdraw("2031-04", "anna", "consent")
    workspace.ingest([write_report(folder, "may.txt", ["Ashmid Loren was fined"], "2031-05")])
    return folder


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return Workspace.open(tmp_path / "casefile", RULES)


def files_in(folder: Path) -> dict[str, bytes]:
    """Everything but the lock, the cache, and the locks of generations, which say nothing."""
    files = {str(p.relative_to(folder)): p for p in sorted(folder.rglob("*")) if p.is_file()}
    return {name: p.read_bytes() for name, p in files.items() if not name.endswith("lock") and "cache" not in name}


WRITERS: dict[str, Callable[[Workspace], object]] = {
    "ingest": lambda w: w.ingest([write_report(w.folder.parent, "june.txt", APRIL, "2031-06")]),
    "ingest again": lambda w: w.ingest([w.folder.parent / "april.txt"]),
    "withdraw": lambda w: w.withdraw("2031-03"),
    "undo": lambda w: w.undo(w.decisions()[0].id),
    "judge": lambda w: w.judge([Opinion("same", "a", "b")]),
    "import": lambda w: w.import_decisions(write_decision(decide("note", {}, "eve"))),
    "rebuild": lambda w: w.rebuild(),
    "backup": lambda w: w.keeper.back_up(w.folder.parent / "backup.zip"),
    "lock": lambda w: w.keeper.lock("correct horse battery staple"),
}


def check_that_every_writer_stops(workspace: Workspace, words: str, apart_from: tuple[str, ...] = ()) -> None:
    before = files_in(workspace.folder)
    for name, write in WRITERS.items():
        if name not in apart_from:
            with pytest.raises(KgError, match=words):
                write(workspace)
            assert files_in(workspace.folder) == before, name


def flip(data: bytes, position: int) -> bytes:
    return data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :]


def without(data: bytes, number: int) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(lines[:number] + lines[number + 1 :])


def flipped_in(number: int, part: float) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        lines = data.splitlines(keepends=True)
        return flip(data, sum(map(len, lines[:number])) + int(len(lines[number]) * part))

    return change


def damage_to_lines() -> Iterator[tuple[str, Callable[[bytes], bytes | None]]]:
    for number in range(4):
        yield f"line {number + 1} removed", lambda data, n=number: without(data, n)  # type: ignore[misc]
        for part in (0.0, 0.1, 0.4, 0.7, 0.95):
            yield f"a bit of line {number + 1} flipped at {part}", flipped_in(number, part)
    yield "the file deleted", lambda data: None
    yield "the file emptied", lambda data: b""
    yield "the file cut to half", lambda data: data[: len(data) // 2]
    yield "the last line cut", lambda data: data[:-30]
    yield "filled with zeros", lambda data: bytes(len(data))
    yield "of an older state", lambda data: b"".join(data.splitlines(keepends=True)[:2])


JOURNAL = dict(damage_to_lines())


def put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)


@pytest.mark.parametrize("damage", JOURNAL)
def test_a_damaged_journal_stops_every_writer_and_is_restored(workspace: Workspace, damage: str) -> None:
    path = workspace.folder / "decisions.jsonl"
    whole = path.read_bytes()
    put(path, JOURNAL[damage](whole))
    check_that_every_writer_stops(workspace, r"decisions\.jsonl.*(restore|`kg check`)", apart_from=("undo",))
    problems = workspace.check()
    assert problems and all("restore BACKUP" in p and "kg rebuild" not in p for p in problems)
    assert workspace.status().broken_lines or workspace.status().missing_decisions or "flipped" in damage
    path.write_bytes(whole)
    assert workspace.check() == []


@pytest.mark.parametrize("damage", ["line 4 removed", "the file deleted", "a bit of line 4 flipped at 0.4"])
def test_what_is_derived_from_a_journal_that_lost_a_withdrawal_is_refused(workspace: Workspace, damage: str) -> None:
    path = workspace.folder / "decisions.jsonl"
    put(path, JOURNAL[damage](path.read_bytes()))
    for derive in (workspace.facts, workspace.reports, workspace.decisions, workspace.build):
        with pytest.raises(KgError, match="kg check"):
            derive()
    assert workspace.status().missing_decisions


def test_the_writer_names_the_line_and_the_way_back_keeps_what_is_left(workspace: Workspace) -> None:
    folder = workspace.folder.parent
    workspace.keeper.back_up(folder / "backup.zip")
    late = workspace.withdraw("2031-05", "anna", "a late decision")
    workspace.ingest([write_report(folder, "june.txt", APRIL, "2031-06")])
    graph = workspace.graph()
    path = workspace.folder / "decisions.jsonl"
    path.write_bytes(flipped_in(1, 0.4)(path.read_bytes()))
    with pytest.raises(OriginalsDamaged, match=r"decisions\.jsonl, line 2: .*Nothing was changed") as stopped:
        workspace.rebuild()
    assert "decisions import" in str(stopped.value)

    from kg.workspace.safekeeping.backup import restore_backup

    restore_backup(folder / "backup.zip", folder / "restored")
    restored = Workspace.open(folder / "restored", RULES)
    assert [d.id for d in restored.import_decisions(path.read_bytes()).new] == [late.id]
    restored.ingest([folder / "june.txt"])
    assert restored.graph() == graph and restored.check() == []


def test_a_line_that_the_graph_does_without_is_to_be_removed(workspace: Workspace) -> None:
    path = workspace.folder / "decisions.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"verb":"in_fo')
    with pytest.raises(OriginalsDamaged, match=r"line 5: .*remove the line"):
        workspace.withdraw("2031-03")
    path.write_bytes(whole)
    workspace.withdraw("2031-03")
    assert workspace.check() == []


def test_a_line_that_the_last_commit_did_not_finish_is_written_by_the_next(workspace: Workspace) -> None:
    workspace.withdraw("2031-05")
    path = workspace.folder / "decisions.jsonl"
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    for unfinished in (b"".join(lines[:-1]), b"".join(lines[:-1]) + lines[-1][:50]):
        path.write_bytes(unfinished)
        assert workspace.check() == []
        workspace.keeper.back_up(workspace.folder.parent / f"{len(unfinished)}.zip")
        assert path.read_bytes() == whole


def test_a_journal_of_an_older_version_is_compared_with_the_graph_too(workspace: Workspace) -> None:
    path = workspace.folder / "decisions.jsonl"
    older = b"".join(write_decision(d) for d in workspace.decisions())
    path.write_bytes(older)
    assert workspace.check() == []
    for number in range(4):
        for damage in (without(older, number), flipped_in(number, 0.4)(older)):
            path.write_bytes(damage)
            assert workspace.check()
            with pytest.raises(OriginalsDamaged):
                workspace.withdraw("2031-05")
    path.write_bytes(older)
    workspace.withdraw("2031-05")
    assert workspace.check() == [] and path.read_bytes().startswith(older)
    assert b"checksum" in path.read_bytes().splitlines()[-1]


def test_a_journal_that_is_changed_on_purpose_has_fresh_checksums(workspace: Workspace) -> None:
    path = workspace.folder / "decisions.jsonl"
    before = path.read_bytes()
    replace_journal(path, workspace.decisions())
    assert path.read_bytes() == before and workspace.check() == []


@pytest.mark.parametrize("damage", ["the file deleted", "line 1 removed", "the file cut to half"])
def test_a_damaged_graph_and_a_damaged_journal_are_not_to_be_rebuilt(workspace: Workspace, damage: str) -> None:
    path = workspace.folder / "decisions.jsonl"
    put(path, JOURNAL[damage](path.read_bytes()))
    for bucket in (workspace.folder / "graph").glob("gen-*/store/Person_0.*.bucket"):
        bucket.write_bytes(b"")
    assert workspace.check() and not any("kg rebuild" in problem for problem in workspace.check())
    with pytest.raises(OriginalsDamaged):
        workspace.rebuild()


RECORDS: dict[str, Callable[[bytes], bytes | None]] = {
    "deleted": lambda data: None,
    "emptied": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "no text": lambda data: b"\xff" * len(data),
    "another period": lambda data: data.replace(b'"2031-0', b'"2032-0'),
    "another hash": lambda data: data.replace(json.loads(data)["sha256"].encode(), b"0" * 64),
    "another encoding": lambda data: data.replace(b"utf-8", b"cp1251"),
}


@pytest.mark.parametrize("damage", RECORDS)
@pytest.mark.parametrize("which", range(4))
def test_a_damaged_record_stops_every_writer_and_a_rebuild_writes_it_again(
    workspace: Workspace, which: int, damage: str
) -> None:
    graph = workspace.graph()
    path = sorted((workspace.folder / "reports").glob("*/*.json"))[which]
    whole = path.read_bytes()
    put(path, RECORDS[damage](whole))
    check_that_every_writer_stops(workspace, rf"{path.name}.*kg rebuild", apart_from=("rebuild",))
    [problem] = workspace.check()
    assert path.name in problem and "`kg rebuild` writes it again" in problem
    if which == 0:
        workspace.rebuild()
        assert path.read_bytes() == whole and workspace.graph() == graph and workspace.check() == []


def test_a_record_that_no_ingest_added_stops_every_writer(workspace: Workspace) -> None:
    path = sorted((workspace.folder / "reports").glob("*/*.json"))[0]
    shutil.copy(path, path.with_name("bureau_2031-03.json"))
    check_that_every_writer_stops(workspace, r"bureau_2031-03\.json.*Move it out")
    assert "bureau_2031-03.json" in workspace.check()[0]


REDIRECTS: dict[str, Callable[[bytes], bytes | None]] = {
    "deleted": lambda data: None,
    "emptied": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "the first line removed": lambda data: without(data, 0),
    "a bit flipped": lambda data: flip(data, len(data) // 2),
    "a line that is no redirect": lambda data: data + b"{}\n",
    "another target": lambda data: data + b'{"id":"a","to":"b"}\n',
}


@pytest.mark.parametrize("damage", REDIRECTS)
def test_damaged_redirects_stop_every_writer(workspace: Workspace, damage: str) -> None:
    path = workspace.folder / "ids.jsonl"
    whole = path.read_bytes()
    put(path, REDIRECTS[damage](whole))
    check_that_every_writer_stops(workspace, r"ids\.jsonl.*restore")
    [problem] = workspace.check()
    assert "ids.jsonl" in problem and "kg rebuild" not in problem
    path.write_bytes(whole)
    assert workspace.check() == []


@pytest.mark.parametrize("damage", ["deleted", "emptied", "cut"])
@pytest.mark.parametrize("name", ["march.txt", "march2.txt", "may.txt"])
def test_the_text_of_a_report_is_restored_from_the_original_file(workspace: Workspace, name: str, damage: str) -> None:
    original = workspace.folder.parent / name
    [kept] = [p for p in (workspace.folder / "reports").glob("*/report.txt") if p.read_bytes() == original.read_bytes()]
    cached = files_in(workspace.folder / "cache")
    put(kept, RECORDS[damage](original.read_bytes()))
    [problem] = workspace.check()
    assert "kg ingest" in problem and "withdraw" not in problem
    for writer in ("ingest", "rebuild"):
        with pytest.raises(KgError, match="original file again"):
            WRITERS[writer](workspace)
    assert cached.items() <= files_in(workspace.folder / "cache").items()
    result = workspace.ingest([original])
    assert result.files[0].outcome == "already added" and "restored" in str(result.files[0].notes[-1])
    assert workspace.check() == []


@pytest.mark.parametrize("graph", ["CURRENT deleted", "CURRENT damaged", "manifest damaged"])
@pytest.mark.parametrize("damage", ["the file deleted", "line 4 removed"])
def test_a_lost_withdrawal_is_seen_where_the_generation_in_force_is_not_known(
    workspace: Workspace, graph: str, damage: str
) -> None:
    path = workspace.folder / "decisions.jsonl"
    put(path, JOURNAL[damage](path.read_bytes()))
    name, how = graph.split()
    [file] = (workspace.folder / "graph").rglob("CURRENT" if name == "CURRENT" else "manifest.json")
    put(file, None if how == "deleted" else b"\xff")
    assert not any("kg rebuild" in problem for problem in workspace.check())
    check_that_every_writer_stops(workspace, r"decisions\.jsonl", apart_from=("undo",))


def test_a_report_whose_folder_is_gone_comes_back_from_its_original_file(workspace: Workspace) -> None:
    graph = workspace.graph()
    original = workspace.folder.parent / "may.txt"
    [kept] = [p for p in (workspace.folder / "reports").glob("*/report.txt") if p.read_bytes() == original.read_bytes()]
    shutil.rmtree(kept.parent)
    with pytest.raises(OriginalsDamaged, match="kg rebuild"):
        workspace.withdraw("2031-03")
    with pytest.raises(KgError, match="original file again"):
        workspace.rebuild()
    assert workspace.graph() == graph
    assert workspace.ingest([original]).files[0].outcome == "already added"
    workspace.rebuild()
    assert workspace.graph() == graph and workspace.check() == []


def test_a_month_of_an_unfinished_commit_that_was_deleted_is_missed_by_a_rebuild(workspace: Workspace) -> None:
    june = write_report(workspace.folder.parent, "june.txt", ["Ombreth Jorvan was warned"], "2031-06")
    workspace.ingest([june])
    [text] = [p for p in (workspace.folder / "reports").glob("*/report.txt") if p.read_bytes() == june.read_bytes()]
    incoming = workspace.folder / "incoming" / text.parent.name
    incoming.parent.mkdir()
    text.parent.rename(incoming)  # as a disk that was full after the commit leaves it
    assert workspace.check() == []
    shutil.rmtree(incoming)
    with pytest.raises(KgError, match="2031-06 is missing"):
        workspace.rebuild()
    workspace.ingest([june])
    workspace.rebuild()
    assert "2031-06" in [report.id for report in workspace.reports()] and workspace.check() == []


def test_a_generation_of_an_older_version_says_nothing_about_redirects(workspace: Workspace) -> None:
    [folder] = (workspace.folder / "graph").glob("gen-*/")
    inputs = verified_inputs(Generation(folder))
    (workspace.folder / "ids.jsonl").unlink()
    assert find_damage(Layout(workspace.folder), inputs)
    assert find_damage(Layout(workspace.folder), replace(inputs, redirects="")) == []


@pytest.mark.parametrize("bit", [0, 7])
@pytest.mark.parametrize("name", ["inputs.json", "manifest.json", "nodes.jsonl", "mentions.jsonl"])
def test_a_bit_flipped_in_a_file_of_the_graph_is_seen_and_rebuilt(workspace: Workspace, name: str, bit: int) -> None:
    graph = workspace.graph()
    [path] = (workspace.folder / "graph").rglob(name)
    data = path.read_bytes()
    middle = len(data) // 2
    path.write_bytes(data[:middle] + bytes([data[middle] ^ (1 << bit)]) + data[middle + 1 :])
    assert "kg rebuild" in workspace.check()[0]
    workspace.rebuild()
    assert workspace.graph() == graph and workspace.check() == []
