"""The committed reference page is what the schema says."""

from pathlib import Path

from kg.schema.reference import render_vocabulary
from kg.schema.schema import load_schema

PAGE = Path(__file__).parents[3] / "docs" / "vocabulary.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_vocabulary(load_schema()), (
        "docs/vocabulary.md is behind the schema: python -m kg.schema.reference > docs/vocabulary.md"
    )


def test_every_kind_stands_on_it() -> None:
    schema, page = load_schema(), PAGE.read_text(encoding="utf-8")
    assert all(f"### {name}\n" in page for name in (*schema.nodes, *schema.relationships, *schema.values))
