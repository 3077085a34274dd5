"""Every rule of reading: its examples are read, its counterexamples are not, and code and files name the same rules."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import ingest
from ingest.errors import LexiconError
from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from ingest.rules.reference import render_rules
from ingest.rules.registry import Counterexample, Example, load_rules, load_sections
from ingest.vocabulary import ActType
from tests.conftest import SAMPLE
from tests.ingest.extract.fact_forms import read_example

INGEST = Path(ingest.__file__).parent
PAGE = INGEST.parent / "docs" / "rules-of-reading.md"
RULES = load_rules()
READS = [(rule.name, pack, example) for rule in RULES.values() for pack, example in rule.reads]
REJECTS = [(rule.name, pack, example) for rule in RULES.values() for pack, example in rule.rejects]


def _id(value: object) -> str:
    return value.text[-40:] if isinstance(value, Example | Counterexample) else str(value)


@pytest.mark.parametrize(("rule", "pack", "example"), READS, ids=_id)
def test_the_rule_reads_its_example(rule: str, pack: str, example: Example) -> None:
    found = read_example(rule, example.text, example.beside, pack)
    assert (example.fact, True) in [(form, rule in rules) for form, rules in found], found


@pytest.mark.parametrize(("rule", "pack", "example"), REJECTS, ids=_id)
def test_the_rule_leaves_its_counterexample_alone(rule: str, pack: str, example: Counterexample) -> None:
    found = read_example(rule, example.text, example.beside, pack)
    assert [form for form, rules in found if rule in rules] == []


def test_every_rule_fires_on_an_example() -> None:
    fired = set()
    for rule, pack, example in READS:
        fired |= {name for _, rules in read_example(rule, example.text, example.beside, pack) for name in rules}
    assert set(RULES) - fired == set()


def names_in_code() -> Iterator[tuple[str, str]]:
    """Every string of the code that is written like a rule's name, with its module; docstrings and files are none."""
    for folder in ("extract", "report"):
        for path in sorted((INGEST / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                value = node.value if isinstance(node, ast.Constant) else None
                if isinstance(value, str) and re.fullmatch(r"[a-z_]+\.(?!yaml|csv)[a-z_]+", value):
                    yield value, path.relative_to(INGEST).as_posix()


def test_the_code_names_only_declared_rules() -> None:
    assert [(name, module) for name, module in names_in_code() if name not in RULES] == []


def test_every_declared_rule_is_named_in_the_code() -> None:
    assert set(RULES) - {name for name, _ in names_in_code()} == set()


def test_every_fact_of_the_sample_names_declared_rules() -> None:
    velmoria = load_jurisdiction("velmoria")
    reports = [read_report(path.read_text(encoding="utf-8"), velmoria) for path in sorted(SAMPLE.glob("*.txt"))]
    named = {rule for report in reports for facts in report.entries for e in facts.evidences() for rule in e.rules}
    assert len(named) > 50
    patterns = {p.id for found in load_acts(velmoria).classes.verbs.values() for p in found}
    patterns |= {p.id for found in load_acts(velmoria).classes.nouns.values() for p in found}
    patterns |= {f"{reading}/{type_}" for type_ in get_args(ActType) for reading in ("frame", "words")}
    assert named - set(RULES) <= patterns and {"acts.verb", "acts.noun", "acts.frame"} <= named


def test_no_name_of_a_rule_is_put_together() -> None:
    """A name that the code makes from parts could not be searched for."""
    families = {name.split(".")[0] for name in RULES}
    for path in sorted(INGEST.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                assert not any(start.startswith(f"{family}.") for family in families), f"{path}: {start}"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_rules(load_sections()), (
        "docs/rules-of-reading.md is behind the rules: python -m ingest.rules.reference > docs/rules-of-reading.md"
    )


HEAD = "title: Places\nabout: Where things happened.\norder: 1\nrules:\n"
GOOD = "  - {name: places.known, about: A place., reads: [{text: a, fact: b}], rejects: [{text: a, why: b}]}\n"
FAULTS = [
    ("rules: []", "give the file a title"),
    (HEAD + "  - {name: Places}", r"rule 'Places': write the name as module\.rule"),
    (HEAD + GOOD + GOOD, r"rule 'places\.known': declared twice"),
    (HEAD + "  - {name: places.known}", r"rule 'places\.known': say in a sentence"),
    (HEAD + "  - {name: places.known, about: A place.}", r"rule 'places\.known': give at least one example"),
    (HEAD + GOOD.replace("why", "because"), r"rule 'places\.known': Object contains unknown field `because`"),
    (HEAD + "  - {name: [", "line 5: not valid YAML"),
]


@pytest.mark.parametrize(("content", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_a_faulty_file_is_named_with_its_rule(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "extract").mkdir()
    (tmp_path / "extract" / "rules.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=f"rules.yaml.*{message}"):
        load_sections(tmp_path)


def test_a_pack_adds_examples_to_a_declared_rule_only(tmp_path: Path) -> None:
    for folder, content in (
        ("extract", HEAD + GOOD),
        ("jurisdictions/ruritania", "rules:\n  - {name: places.known, reads: [{text: c, fact: d}]}\n"),
    ):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "rules.yaml").write_text(content, encoding="utf-8")
    assert load_rules(tmp_path)["places.known"].reads[-1] == ("ruritania", Example("c", "d"))
    (tmp_path / folder / "rules.yaml").write_text("rules:\n  - {name: places.unknown}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"rule 'places\.unknown': no extractor declares it"):
        load_sections(tmp_path)
