"""How officials, journalists and translators word a fact, and what only sounds like one: the files of ``wordings``."""

from functools import cache
from pathlib import Path

import msgspec
import pytest

from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from tests.ingest.extract.fact_forms import forms_of

HEADER = "March 4, Almaty. "
FOLDER = Path(__file__).with_name("wordings")


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, and the facts of one kind that it tells, in short form."""

    text: str
    facts: list[str]


def wordings(kind: str) -> list[Wording]:
    """All of a file: ``charge``, ``sanction``."""
    return msgspec.yaml.decode((FOLDER / f"{kind}s.yaml").read_bytes(), type=list[Wording])


@cache
def entries(kind: str) -> dict[str, EntryFacts]:
    """The texts of a file, read as one report."""
    text = "\n\n".join(HEADER + wording.text for wording in wordings(kind))
    found = read_report(text, load_jurisdiction("kazakhstan"), "2031-03")
    return {facts.entry.text.removeprefix(HEADER): facts for facts in found.entries}


CASES = [(kind, wording) for kind in ("charge", "sanction") for wording in wordings(kind)]


@pytest.mark.parametrize(("kind", "wording"), CASES, ids=[wording.text[:60] for _, wording in CASES])
def test_a_wording_tells_its_facts(kind: str, wording: Wording) -> None:
    forms = (form for form, _ in forms_of(entries(kind)[wording.text]) if form.startswith(f"{kind}: "))
    assert sorted(form.removeprefix(f"{kind}: ") for form in forms) == sorted(wording.facts)
