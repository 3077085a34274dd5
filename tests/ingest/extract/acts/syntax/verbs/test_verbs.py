"""Which words are verbs, in which form, voice and mood."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ingest.extract.acts.syntax.verbs.verb import Verb
from tests.ingest.extract.acts.invented import facts_in, sentences_of

TABLE: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("verbs.yaml").read_text(encoding="utf-8"))


def described(verb: Verb) -> Iterator[str]:
    """The words of the table for a verb."""
    yield from (verb.lemma, verb.form)
    yield from (mark for mark in ("passive", "negated", "relative", "modal", "pluperfect") if getattr(verb, mark))
    if verb.governor is not None:
        yield f"of {verb.governor.lemma}"


@pytest.mark.parametrize(("text", "verbs"), TABLE.items(), ids=TABLE.keys())
def test_the_verbs_of_a_sentence(text: str, verbs: list[str]) -> None:
    (sentence,) = sentences_of(facts_in(text))
    assert [" ".join(described(verb)) for verb in sentence.verbs] == verbs
