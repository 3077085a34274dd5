"""The closed lists of ``ingest/vocabulary.py`` and the values of the schema are the same, word by word."""

import re
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ingest import facts, vocabulary
from kg.schema.schema import load_schema

# Put together from other lists, so the schema has none of their name.
COMBINED = {"body_kind", "body_type", "relation_kind"}


def lists() -> dict[str, tuple[str, ...]]:
    """Every ``Literal`` of the module under the schema's name for it: ``ActType`` is ``act_type``."""
    named = {name: value for name, value in vars(vocabulary).items() if get_origin(value) is Literal}
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower(): get_args(value) for name, value in named.items()}


def test_the_lists_are_the_schema_s() -> None:
    declared = {name: tuple(words) for name, words in load_schema().values.items()}
    assert {name: words for name, words in lists().items() if name not in COMBINED} == declared


def test_the_combined_lists_have_no_word_of_their_own() -> None:
    schema = load_schema()
    values = {name: set(words) for name, words in schema.values.items()}
    combined = {name: set(lists()[name]) for name in COMBINED}
    assert combined["body_kind"] == {"court", "facility", "organisation"}
    assert combined["body_kind"] <= {label.lower() for label in schema.nodes}
    assert combined["body_type"] == values["court_kind"] | values["facility_kind"] | values["organisation_kind"]
    assert combined["relation_kind"] == values["kinship"] | {"lawyer"}


def words_of(annotation: Any) -> set[str]:
    """The words that an annotation allows; empty if it is no closed list."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return set().union(*(words_of(part) for part in get_args(annotation)))


def test_a_fact_s_words_are_those_of_the_graph() -> None:
    declared = {name: set(words) for name, words in load_schema().values.items()}
    for fact, field, name in (
        (facts.Act, "type", "act_type"),
        (facts.Act, "standing", "standing"),
        (facts.Act, "outcome", "outcome"),
        (facts.Person, "role", "role"),
        (facts.Person, "office", "office"),
        (facts.Place, "kind", "place_kind"),
        (facts.Sanction, "kind", "sanction_kind"),
        (facts.Sanction, "status", "sanction_status"),
    ):
        assert words_of(get_type_hints(fact)[field]) == declared[name], f"{fact.__name__}.{field}"
