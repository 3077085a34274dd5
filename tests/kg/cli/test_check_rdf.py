"""``kg check rdf``: a sentence for each problem, exit code 1, and no workspace needed."""

from pathlib import Path

from click.testing import CliRunner

from kg.cli.main import kg
from kg.schema.schema import load_schema


def test_a_file_is_checked_without_a_workspace(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.ttl", tmp_path / "bad.ttl"
    good.write_text(f'<d:p> a <{load_schema().namespace}Person> ; <{load_schema().namespace}name> "Orvin Tasel" .')
    bad.write_text(f"<d:p> a <{load_schema().namespace}Ship> .")
    folder = str(tmp_path / "none")
    fits = CliRunner().invoke(kg, ["-w", folder, "check", "rdf", str(good)])
    assert fits.exit_code == 0, fits.output
    assert "2 statements fit the vocabulary; 1 things fit their SHACL shapes." in fits.output
    fails = CliRunner().invoke(kg, ["-w", folder, "check", "rdf", str(bad)])
    assert fails.exit_code == 1
    assert "Ship is no class of the vocabulary." in fails.output
