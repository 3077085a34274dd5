"""Decisions about every fact of the bundled reports: all lead back to their fact, and what is right changes nothing."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from ingest.facts import Act, Affiliation, Body, Charge, Person, Place, Relation, Sanction
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from kg.corrections.corrections import correct_reports
from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.registry import KINDS
from kg.corrections.known_facts import KnownFacts
from kg.corrections.targets import SET
from kg.decisions.journal import Decision, Verb, decide
from kg.entries.active import ActiveReport
from kg.entries.custody import Custody
from kg.rows.build import build
from kg.workspace import Workspace

NOT_CORRECTED = {"evidence", "acts", "title", "heading", "grounds"}
"""What a fact has and nobody states: its words, also in a heading above; a custody's acts; the pack's title; the
charges that a sanction follows."""


@pytest.fixture(scope="module")
def reports(sample_workspace: Path) -> list[ActiveReport]:
    return Workspace.open(sample_workspace).in_force()


@pytest.fixture(scope="module")
def jurisdiction(sample_workspace: Path) -> Jurisdiction:
    return load_jurisdiction(Workspace.open(sample_workspace).settings.jurisdiction)


def decisions_about(reports: list[ActiveReport], verb: Verb) -> Iterator[tuple[Fact, Decision]]:
    known = KnownFacts(reports, [])
    for entry in known.mentions.entries:
        for fact in known.of_entry(entry):
            stated = {f"{SET}{name}": text for name, text in fact.values.items()} if verb == "right" else {}
            yield fact, decide(verb, known.about(fact) | stated, "anna")


def test_every_fact_may_be_confirmed_and_the_graph_is_the_same(
    reports: list[ActiveReport], jurisdiction: Jurisdiction
) -> None:
    said = list(decisions_about(reports, "right"))
    corrected = correct_reports(reports, [decision for _, decision in said])
    assert len(said) > 500 and corrected.lost == () and corrected.conflicts == ()
    led = {(target.entry.id, target.kind, target.index) for target in corrected.targets.values()}
    assert led == {(fact.entry.id, fact.kind.name, fact.mention.index) for fact, _ in said}
    assert build(corrected.reports, jurisdiction).graph == build(reports, jurisdiction).graph


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_of_a_kind_may_be_wrong(kind: str, reports: list[ActiveReport], jurisdiction: Jurisdiction) -> None:
    wrong = [decision for fact, decision in decisions_about(reports, "wrong") if fact.kind.name == kind]
    built = build(reports, jurisdiction, wrong)
    assert wrong and built.lost == () and built.graph != build(reports, jurisdiction).graph
    left = KnownFacts(reports, wrong)
    assert not [f for entry in left.mentions.entries for f in left.of_entry(entry) if f.kind.name == kind]


@pytest.mark.parametrize("fact", [Act, Affiliation, Body, Charge, Custody, Person, Place, Relation, Sanction])
def test_every_field_of_a_fact_may_be_corrected(fact: type) -> None:
    kind = next(kind for kind in KINDS.values() if kind.make is fact or (fact is Body and kind.name == "body"))
    stated = {field.attribute for field in kind.fields.values()}
    assert {field.name for field in fields(fact)} - NOT_CORRECTED == stated
