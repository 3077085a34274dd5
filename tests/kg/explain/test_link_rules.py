"""Every rule that links entries, on its own examples; and the page that shows them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ingest.errors import KgError
from ingest.jurisdictions.packs import load_jurisdiction
from kg.explain.rule_examples import load_examples, read_example
from kg.explain.rules_page import render_rules
from kg.identity.link_rules import RULES, STAGES, find_rule
from kg.identity.links import Link
from kg.rows.resolved_reports import ResolvedReports, resolve_reports

PAGE = Path(__file__).parents[3] / "docs" / "rules-of-identity.md"


def resolved(entries: Sequence[str], country: str) -> ResolvedReports:
    return resolve_reports(read_example(tuple(entries), country), load_jurisdiction(country))


def links_by(rule: str, known: ResolvedReports) -> list[Link]:
    return [link for link in known.resolution.links if link.rule == rule]


def examples(what: str) -> Iterator[object]:
    for rule, of_rule in load_examples().items():
        for number, entries in enumerate(getattr(of_rule, what), 1):
            yield pytest.param(rule, entries, of_rule.country, id=f"{rule} {number}")


@pytest.mark.parametrize(("rule", "entries", "country"), list(examples("ties")))
def test_a_rule_ties_the_first_entry_to_the_last(rule: str, entries: Sequence[str], country: str) -> None:
    known = resolved(entries, country)
    ends = {known.entries[0].id, known.entries[-1].id}
    assert [link for link in links_by(rule, known) if {link.a, link.b} == ends]
    for link in links_by(rule, known):
        assert link.reason and {quote.entry for quote in link.evidence} == {link.a, link.b}
        texts = {entry.id: entry.facts.entry.text for entry in known.entries}
        assert all(texts[quote.entry][quote.start : quote.end].strip() for quote in link.evidence)


@pytest.mark.parametrize(("rule", "entries", "country"), list(examples("leaves")))
def test_a_rule_ties_nothing_of_what_it_leaves(rule: str, entries: Sequence[str], country: str) -> None:
    known = resolved(entries, country)
    assert len(known.entries) == len(entries) and not links_by(rule, known)


def test_every_rule_has_examples_of_both_kinds_and_every_example_a_rule() -> None:
    assert load_examples().keys() == RULES.keys()
    assert all(of_rule.ties and of_rule.leaves for of_rule in load_examples().values())


def test_names_of_rules_are_given_once() -> None:
    names = [rule.name for stages in STAGES.values() for stage in stages for rule in stage.rules]
    assert len(names) == len(set(names)) and all(rule.about for rule in RULES.values())


def test_a_rule_that_is_not_there_is_said_with_those_that_are() -> None:
    assert find_rule("next-step").name == "next-step"
    with pytest.raises(KgError, match=r"There is no rule next-stop\. The rules are: .*next-step"):
        find_rule("next-stop")


def test_the_page_of_the_rules_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_rules()
