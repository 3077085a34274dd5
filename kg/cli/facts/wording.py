"""Facts in words, for a terminal."""

from collections.abc import Sequence

from kg.cli.output import print_line, print_table
from kg.corrections.kinds.fact import Fact


def describe_fact(fact: Fact) -> str:
    """Its kind and its fields: ``charge: person Orvane Ilka, code CC, article 207``."""
    fields = ", ".join(f"{name} {text}" for name, text in fact.values.items())
    return f"{fact.kind.name}: {fields}"


def print_fact(fact: Fact) -> None:
    """Print a fact, and the text of its entry."""
    print_line(f"{fact.id} in {fact.entry.id}", "dim")
    print_line(describe_fact(fact), "bold")
    print_line(fact.entry.facts.entry.text)


def print_facts(title: str, facts: Sequence[Fact]) -> None:
    """Print facts with their ids, one a row."""
    print_table(title, ["id", "entry", "fact"], [[fact.id, fact.entry.id, describe_fact(fact)] for fact in facts])
