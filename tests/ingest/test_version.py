"""The version of the rules changes when any file that makes them does."""

from pathlib import Path

from ingest.version import digest_files


def test_a_file_and_a_folder_count_by_name_and_content(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    alone, inside = tmp_path / "judging.py", tmp_path / "rules" / "cases.py"
    seen = set()
    for path in (alone, inside):
        for text in ("a = 1", "a = 2"):
            path.write_text(text)
            seen.add(digest_files([tmp_path / "rules", alone]))
    assert len(seen) == 4
    (tmp_path / "rules" / "notes.txt").write_text("no rule")
    assert digest_files([tmp_path / "rules", alone]) in seen
