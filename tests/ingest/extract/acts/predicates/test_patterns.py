"""Each class of predicates: a sentence that fits one of its patterns, and a near miss."""

from pathlib import Path

import pytest
import yaml

from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.lexicon.predicates import Pattern
from tests.ingest.extract.acts.invented import JURISDICTION, facts_in, patterns_in, read_cases

CASES = read_cases(Path(__file__).with_name("patterns.yaml"))
CLASSES = load_acts(JURISDICTION).classes


def read_by(class_: str, text: str) -> list[str]:
    """What the patterns of a class read in a sentence."""
    found = (reading.split(": ") for reading in patterns_in(facts_in(text)))
    return [told for pattern, told in found if pattern.split("/")[0] == class_]


@pytest.mark.parametrize("class_", CASES)
def test_the_class_reads_what_fits(class_: str) -> None:
    assert read_by(class_, CASES[class_]["fits"]) == [CASES[class_]["reads"]]


@pytest.mark.parametrize("class_", CASES)
def test_the_class_leaves_its_near_miss_alone(class_: str) -> None:
    assert read_by(class_, CASES[class_]["misses"]) == []


@pytest.mark.parametrize("class_", CASES)
def test_the_near_miss_has_a_word_of_the_class(class_: str) -> None:
    words = CASES[class_]["misses"].lower().rstrip(".").split()
    lemmas = {lemma for word in words for lemma, _ in load_acts(JURISDICTION).forms.get(word, ())}
    verbs = {verb.split()[0] for verb, classes in CLASSES.of_verb.items() if class_ in classes}
    assert lemmas & verbs


TYPES: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("types.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "reads"), TYPES.items(), ids=TYPES.keys())
def test_the_type_depends_on_the_arguments(text: str, reads: list[str]) -> None:
    assert sorted({found.split(": ")[1] for found in patterns_in(facts_in(text))}) == reads


def test_every_class_has_its_sentences() -> None:
    patterns = (*CLASSES.verbs.values(), *CLASSES.nouns.values())
    assert {class_ for found in patterns for class_ in _classes_of(found)} == set(CASES)


def _classes_of(patterns: tuple[Pattern, ...]) -> set[str]:
    return {pattern.id.split("/")[0] for pattern in patterns}
