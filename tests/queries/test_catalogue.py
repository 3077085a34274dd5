"""Headers of saved queries: read, checked, and loud when they are not as they should be."""

import os
import re
from pathlib import Path

import pytest

from ingest.errors import LexiconError
from kg.schema.schema import load_schema
from queries.catalogue import (
    LARGEST,
    SUGGESTIONS,
    QueryUnknown,
    find_query,
    load_queries,
    project_titles,
    read_query,
    read_suggestions,
)

GOOD = """// title: Who is there
// learns: Everybody.
// parameters:
//   at_least: {type: integer, default: 2, about: How many}
//   person: {type: Person, about: The person, suggest: people}
// columns: {person: Person.id}
MATCH (p:Person) RETURN p.id AS person
"""


def write(folder: Path, text: str, name: str = "mine.cypher") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_header_says_what_the_query_is(tmp_path: Path) -> None:
    query = read_query(write(tmp_path, GOOD))
    assert (query.name, query.header.title, query.header.learns) == ("mine", "Who is there", "Everybody.")
    assert query.header.parameters["person"].label == "Person"
    assert query.header.parameters["at_least"].label is None
    assert query.header.label_of("person") == "Person"
    assert query.cypher == "MATCH (p:Person) RETURN p.id AS person"


@pytest.mark.parametrize(
    "old, new, said",
    [
        (
            "title: Who",
            "titel: Who",
            "line 1, column 4: the header is not valid (Object contains unknown field",
        ),
        ("integer", "whole", "unknown type 'whole'"),
        ("default: 2, ", "", "neither a default nor suggestions"),
        ("suggest: people", "suggest: people, cuts: true", "person cuts the rows, so its type has to be integer"),
        (
            "//   person",
            "//   a: {type: integer, default: 1, cuts: true, about: A}\n"
            "//   b: {type: integer, default: 1, cuts: true, about: B}\n//   person",
            "more than one parameter cuts the rows",
        ),
        ("suggest: people", "suggest: folk", "unknown suggestions 'folk'"),
        ("suggest: people", "suggest: ../suggestions/people", "unknown suggestions '../suggestions/people'"),
        ("suggest: people", "suggest: ../cases/tried_together", "unknown suggestions '../cases/tried_together'"),
        ("suggest: people", "suggest: /tmp/people", "unknown suggestions '/tmp/people'"),
        ("Person.id", "Person.name", "line 6, column 14: column person holds no key"),
        ("default: 2,", "defalt: 2,", "line 4, column 32: the header is not valid (Object contains unknown field"),
        ("// columns", "// view: pie\n// columns", "line 6, column 4: the header is not valid (Invalid enum value"),
        ("Person.id", "{key: Person.id, priority: 9}", "column person has the priority 9"),
        ("// columns: {", "// columns: {{", "header is not valid"),
        ("// title", "title", "header is not valid"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(LexiconError, match=rf"mine\.cypher.*{re.escape(said)}"):
        read_query(write(tmp_path, GOOD.replace(old, new, 1)))


def test_the_workspace_s_own_query_wins(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "tried_together.cypher")
    assert load_queries([tmp_path])["tried_together"].header.title == "Who is there"
    assert load_queries([tmp_path / "missing"])["tried_together"].header.title != "Who is there"


def test_titles_alone_are_those_of_the_headers() -> None:
    assert project_titles() == sorted((q.theme, q.name, q.header.title) for q in load_queries().values())


def test_an_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(QueryUnknown, match="repeated_targeting"):
        find_query("nothing", load_queries())


def test_a_renamed_query_is_found_by_both_names(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("// learns", "// formerly: theirs\n// learns"))
    queries = load_queries([tmp_path])
    assert "theirs" not in queries
    assert find_query("theirs", queries) is find_query("mine", queries)


def test_every_parameter_of_the_project_s_queries_is_used_and_declared() -> None:
    for query in load_queries().values():
        text = query.path.read_text(encoding="utf-8")
        used = re.findall(r'given\["(\w+)"\]' if query.is_python else r"\$(\w+)", text)
        # The rows of a Python query are cut behind its function.
        cut = {query.header.cutting} if query.is_python and query.header.cutting else set()
        assert (set(used) | cut) - {"filtered"} == set(query.header.parameters), query.name


def test_every_file_of_suggestions_answers_with_value_and_caption() -> None:
    for path in SUGGESTIONS.glob("*.cypher"):
        assert " AS value" in (text := read_suggestions(path.stem)) and " AS caption" in text


def test_paths_run_through_what_connects_and_nothing_else() -> None:
    types = re.search(r"\[:([A-Z_|]+)\*", load_queries()["how_connected"].cypher)
    assert types and tuple(sorted(types[1].split("|"))) == load_schema().connecting()


@pytest.mark.parametrize("name", ["../cases/tried_together", "/etc/passwd", "", "none"])
def test_suggestions_are_read_from_their_folder_alone(name: str) -> None:
    with pytest.raises(LexiconError, match="no suggestions"):
        read_suggestions(name)


@pytest.mark.parametrize(
    ("name", "near"), [("tried_togther", "tried_together"), ("charges", "shared_charges"), ("held", "held_on_date")]
)
def test_near_names_are_offered(name: str, near: str) -> None:
    with pytest.raises(QueryUnknown, match=rf"'{name}'\. Did you mean .*{near}\b.*\?$"):
        find_query(name, load_queries())


def test_a_query_file_is_a_regular_file_in_the_folder(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "queries", tmp_path / "elsewhere"
    (folder / "theme").mkdir(parents=True)
    elsewhere.mkdir()
    write(folder / "theme", GOOD, "inside.cypher")
    (folder / "link.cypher").symlink_to("theme/inside.cypher")
    assert {"inside", "link"} <= load_queries([folder]).keys()
    bad = folder / "bad.cypher"
    for target in (write(elsewhere, GOOD), Path("/dev/zero"), Path("../../elsewhere/mine.cypher"), Path("/")):
        bad.symlink_to(target)
        with pytest.raises(LexiconError, match=r"bad\.cypher: a link to a file outside"):
            load_queries([folder])
        bad.unlink()
    os.mkfifo(bad)
    with pytest.raises(LexiconError, match=r"bad\.cypher: not a regular file"):
        load_queries([folder])
    bad.unlink()
    bad.mkdir()
    with pytest.raises(LexiconError, match=r"bad\.cypher: not a regular file"):
        load_queries([folder])
    bad.rmdir()
    write(folder, "// title: " + "[" * 100_000, "bad.cypher")
    with pytest.raises(LexiconError, match=r"bad\.cypher, line 1, column 1: the header has 100007 characters"):
        load_queries([folder])
    write(folder, GOOD + "// " + "x" * LARGEST, "bad.cypher")
    with pytest.raises(LexiconError, match=r"bad\.cypher: larger than 256 KB"):
        load_queries([folder])
    bad.unlink()
    bad.symlink_to("none")
    with pytest.raises(LexiconError, match=r"bad\.cypher: it cannot be read"):
        load_queries([folder])
    linked = tmp_path / "linked"
    linked.symlink_to(elsewhere)
    with pytest.raises(LexiconError, match="linked: a link"):
        load_queries([linked])
