"""``kg show`` on the sample: anything by name or id, in lines that fit."""

import json
import re
from pathlib import Path

import pytest

from kg.schema.schema import load_schema
from kg.workspace import Workspace
from tests.conftest import Kg

ID = re.compile(r"\b(?:person|event|charge|sanction|stay|case|court|facility|organisation)-[0-9a-f]{16}")


def ids(kg: Kg, workspace: Path, label: str, most: int = 4) -> list[str]:
    key = load_schema().key_of(label)
    asked = f"MATCH (n:{label}) RETURN n.{key} AS id ORDER BY id LIMIT {most}"
    return [str(row["id"]) for row in json.loads(kg("cypher", asked, "--format", "json", workspace=workspace).stdout)]


@pytest.mark.parametrize("label", sorted(load_schema().nodes))
def test_anything_is_shown_by_its_id_in_lines_that_fit(kg: Kg, sample_workspace: Path, label: str) -> None:
    found = ids(kg, sample_workspace, label)
    assert found
    for id in found:
        result = kg("show", id, workspace=sample_workspace)
        assert result.exit_code == 0, result.output
        lines = result.output.splitlines()
        assert lines[0].strip() and id in "".join(lines[:4])
        assert [line for line in lines if len(line) > 80 and "://" not in line] == []
        assert not re.search(r"\bP\d+[YMD]\b", result.output)
        assert "\n\n\n" not in result.output


def test_every_line_of_a_person_has_a_date_a_standing_and_an_id(kg: Kg, sample_workspace: Path) -> None:
    page = kg("show", "Halmuvel Oswen", "--quotes", 0, workspace=sample_workspace).output
    charges, sanctions, custody, acts, *_ = page.split("\n\n")[1:]
    for section in (charges, sanctions, custody, acts):
        facts = re.split(r"\n  (?=\S)", section)[1:]
        for fact in facts:
            assert ID.search(fact) and re.search(r"(mentioned|reported|happened) 2031-\d\d-\d\d", fact), fact
    assert "charge-" in charges and "probation, 3 years; by Ishkarra city court" in sanctions
    assert "stated as fact by the" in acts and "[2031-" not in page


def test_quotes_have_their_entry_and_source(kg: Kg, sample_workspace: Path) -> None:
    assert "[2031-03/2, social.example] March 2" in kg("show", "Halmuvel Oswen", workspace=sample_workspace).output
    whole = kg("show", "Halmuvel Oswen", "--addresses", workspace=sample_workspace).output
    assert re.search(r"\[2031-03/2, https://social\.example/\S+\] March 2", " ".join(whole.split()))


@pytest.mark.parametrize("name", ["Oswen Halmuvel", "Халмувел Освен", "halmuvel o.", "Halmuvel"])
def test_a_person_is_shown_by_any_spelling(kg: Kg, sample_workspace: Path, name: str) -> None:
    assert kg("show", *name.split(), workspace=sample_workspace).output.startswith("Halmuvel Oswen\nperson person-")


def test_an_article_is_shown_by_its_number(kg: Kg, sample_workspace: Path) -> None:
    assert kg("show", "CC", "207/2", workspace=sample_workspace).output.startswith("CC 207/2\narticle CC:207/2\n")


def test_an_entry_has_its_facts_marked(kg: Kg, sample_workspace: Path) -> None:
    output = kg("show", "2031-04/44", workspace=sample_workspace).output
    assert "April 28, Ishkarra{1}, Halmuvel O.{2}, 3 years{3} of probation: the Ishkarra\n" in output
    assert "\n  {2} Halmuvel Oswen; person; as target; person-" in output


def test_an_entry_has_the_ids_of_what_it_says_itself(kg: Kg, sample_workspace: Path) -> None:
    known = Workspace.open(sample_workspace).mentions()
    shown = ID.findall(kg("show", "2031-04/44", workspace=sample_workspace).output)
    assert len(shown) > 5
    assert {known.mentions.by_id[id].entry.id for id in shown} == {"2031-04/44"}
    person = next(id for id in shown if id.startswith("person-"))
    assert person != known.leads_to(person) == "person-2a7ac6d01a55c488"
    assert kg("show", person, workspace=sample_workspace).output.startswith("Halmuvel Oswen\nperson person-2a7ac6d01")


def test_every_fact_of_a_page_can_be_decided_about_by_its_id(kg: Kg, sample_workspace: Path) -> None:
    known = Workspace.open(sample_workspace).mentions().mentions.by_id
    shown = set(ID.findall(kg("show", "Halmuvel Oswen", workspace=sample_workspace).output))
    assert {id.split("-")[0] for id in shown} == {"person", "charge", "sanction", "stay", "event", "case"}
    assert shown <= known.keys()
    facts = Workspace.open(sample_workspace).known_facts()
    assert all(facts.find(id) for id in shown if not id.startswith("case-"))


def test_an_entry_lists_who_is_whose_with_an_id(kg: Kg, sample_workspace: Path) -> None:
    facts = Workspace.open(sample_workspace).known_facts()
    tie = next(mention for mention in facts.mentions.by_id.values() if mention.label == "Relation")
    output = " ".join(kg("show", tie.entry.id, workspace=sample_workspace).output.split())
    assert f"Family, lawyers and bodies {tie.description}; {tie.id}" in output and facts.find(tie.id)


def test_the_nearest_names_are_named_where_nothing_fits(kg: Kg, sample_workspace: Path) -> None:
    result = kg("show", "Halmovel", "Oswin", workspace=sample_workspace)
    assert result.exit_code == 1
    assert "most similar names:\n  Halmuvel Oswen, person (person-2a7ac6d01a55c488)" in str(result.exception)
    assert "kg find" in str(kg("show", "qqxxzz", workspace=sample_workspace).exception)


def test_several_that_fit_are_listed_with_their_ids(kg: Kg, sample_workspace: Path) -> None:
    result = kg("show", "Talidora", workspace=sample_workspace)
    assert result.exit_code == 1
    assert "2 things fit:\n  Talidora " in str(result.exception) and "Give the id" in str(result.exception)


def test_long_sections_are_cut_and_say_so(kg: Kg, sample_workspace: Path) -> None:
    output = kg("show", "2031-03", "--most", 3, workspace=sample_workspace).output
    assert re.search(r"\n  and \d+ more; --most \d+ shows all\n", output)


def test_with_ids_a_persons_page_has_those_of_family_ties_and_a_bodys_those_of_its_people(
    kg: Kg, sample_workspace: Path
) -> None:
    known = Workspace.open(sample_workspace).mentions()
    ties = [mention for mention in known.mentions.by_id.values() if mention.label in ("Relation", "Affiliation")]
    assert {mention.label for mention in ties} == {"Relation", "Affiliation"}
    for tie in (next(m for m in ties if m.label == label) for label in ("Relation", "Affiliation")):
        facts = tie.entry.facts
        index = facts.relations[tie.index].source if tie.label == "Relation" else facts.affiliations[tie.index].person
        people = [m for m in known.mentions.by_id.values() if m.label == "Person" and m.entry.id == tie.entry.id]
        person = known.leads_to(next(m.id for m in people if m.index == index))
        shown = kg("show", person, "--ids", workspace=sample_workspace).output
        assert tie.id in shown and tie.id not in kg("show", person, workspace=sample_workspace).output
