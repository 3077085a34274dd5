"""How officials, journalists and translators word a sanction, and what only sounds like one: ``wordings.yaml``."""

from functools import cache
from pathlib import Path

import msgspec
import pytest

from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from tests.ingest.extract.fact_forms import forms_of

HEADER = "March 4, Almaty. "
PREFIX = "sanction: "


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, and the sanctions that it tells, in short form."""

    text: str
    sanctions: list[str]


WORDINGS = msgspec.yaml.decode(Path(__file__).with_name("wordings.yaml").read_bytes(), type=list[Wording])


@cache
def entries() -> dict[str, EntryFacts]:
    """All texts, read as one report, by their text."""
    text = "\n\n".join(HEADER + wording.text for wording in WORDINGS)
    found = read_report(text, load_jurisdiction("kazakhstan"), "2031-03")
    return {facts.entry.text.removeprefix(HEADER): facts for facts in found.entries}


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.text[:60])
def test_a_wording_tells_its_sanctions(wording: Wording) -> None:
    forms = (form for form, _ in forms_of(entries()[wording.text]))
    assert [form.removeprefix(PREFIX) for form in forms if form.startswith(PREFIX)] == wording.sanctions
