"""Every verb of the lexicons has its forms, irregular ones too."""

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.lexicon.verb_forms import Form
from tests.ingest.extract.acts.invented import JURISDICTION
from tests.ingest.extract.acts.misreadings import KNOWN


class FormTable(TypedDict):
    """``verb_forms.yaml``."""

    past: dict[str, tuple[str, str]]
    ing: dict[str, str]


TABLE: FormTable = yaml.safe_load(Path(__file__).with_name("verb_forms.yaml").read_text(encoding="utf-8"))
FORMS = load_acts(JURISDICTION).forms
CASES: list[tuple[str, str, Form]] = [
    *((verb, past, "past") for verb, (past, _) in TABLE["past"].items()),
    *((verb, participle, "participle") for verb, (_, participle) in TABLE["past"].items()),
    *((verb, ing, "ing") for verb, ing in TABLE["ing"].items()),
]


@pytest.mark.parametrize(("verb", "word", "form"), CASES)
def test_a_form_is_known(verb: str, word: str, form: Form) -> None:
    assert ((verb, form) in FORMS.get(word, ())) is (word not in KNOWN["forms"])


def test_every_verb_of_the_classes_has_five_forms() -> None:
    forms: dict[str, set[Form]] = {}
    for readings in FORMS.values():
        for verb, form in readings:
            forms.setdefault(verb, set()).add(form)
    verbs = {verb.split()[0] for verb in load_acts(JURISDICTION).classes.verbs}
    assert verbs <= forms.keys()
    assert {verb for verb in verbs if forms[verb] != {"base", "s", "past", "participle", "ing"}} == set()


def test_an_irregular_verb_is_one_that_the_lexicons_know() -> None:
    assert {verb for verb in TABLE["past"] if (verb, "base") not in FORMS.get(verb, ())} == set()
