"""The vocabulary as a page: ``python -m exports.rdf.ontology.page docs/ontology.md docs/ontology.html`` writes it."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from exports.rdf.ontology.matches import Matches, load_matches
from exports.rdf.ontology.rights import load_rights
from kg.rdf.terms import Terms, camel
from kg.rdf.vocabulary import ClassTerm, PropertyTerm, class_terms, property_terms
from kg.schema.labels import load_labels
from kg.schema.schema import Schema, load_schema

_INTRODUCTION = """# The RDF vocabulary

Made from `kg/schema.yaml` and `exports/rdf/ontology/` by `python -m exports.rdf.ontology.page docs/ontology.md
docs/ontology.html`; a test compares them. The same as OWL and SKOS: `exports/rdf/ontology/casegraph.ttl`.

Namespace: `{namespace}`, version {version}.

**Before the first query.** What is only alleged, denied or requested has classes and predicates of its own. Who asks
for `Event` and `underwent` gets what reports state as a fact or a court or an inquiry found, and nothing else. Ask for
`AllegedEvent` and `allegedlyUnderwent` as well, and say so when you publish.

Every relationship is also a resource, with `from`, `to`, its properties, and the words it `restsOn`. The words lead to
the `citedSource` that follows them in the report."""


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
    "code{background:#f3f3f3}"
)


def render_ontology(schema: Schema) -> str:
    """The page as Markdown."""
    terms, matches = Terms(schema, schema.namespace), load_matches()
    parts = [_INTRODUCTION.format(namespace=terms.namespace, version=schema.version), "## Classes"]
    classes = (_class_row(term, matches) for term in class_terms(schema))
    parts += [_table(("Class", "Russian", "Below", "Meaning", "Elsewhere"), classes), "## Properties"]
    properties = (_property_row(term, matches) for term in property_terms(schema))
    parts += [_table(("Property", "Russian", "From", "To", "Meaning", "Elsewhere"), properties), "## Concepts"]
    parts += _concept_sections(schema, matches)
    parts += ["## Rights", "By the type of an act alone; no finding that a right was violated."]
    parts += [_table(("Right", "English", "Russian", "Acts"), _right_rows()), "## Other vocabularies"]
    parts.append("\n".join(_document_lines(matches)))
    return "\n\n".join(parts) + "\n"


def render_html(schema: Schema) -> str:
    """The same page as HTML, complete in one file."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 (only who makes the page needs it)

    body = MarkdownIt("commonmark").enable("table").render(render_ontology(schema))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>The RDF vocabulary</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n{body}</body></html>\n"
    )


def _class_row(term: ClassTerm, matches: Matches) -> tuple[str, ...]:
    above = f"`{term.above}`" if term.above else ""
    return f"`{term.name}`", term.ru, above, term.about, _elsewhere(term.name, matches)


def _property_row(term: PropertyTerm, matches: Matches) -> tuple[str, ...]:
    ends = (", ".join(f"`{name}`" for name in sorted(names)) for names in (term.domains, term.ranges))
    return f"`{term.name}`", term.ru, *ends, term.about, _elsewhere(term.name, matches)


def _elsewhere(term: str, matches: Matches) -> str:
    found = [f"{match.how} `{match.other}`" for match in matches.matches if match.term == term]
    found += [f"HURIDOCS: {matches.huridocs[term]}"] if term in matches.huridocs else []
    return ", ".join(found)


def _concept_sections(schema: Schema, matches: Matches) -> Iterator[str]:
    en, ru = load_labels("en"), load_labels("ru")
    for name, values in schema.values.items():
        yield f"### {camel(name)}Scheme"
        codes = matches.huridocs_codes if name == "act_type" else {}
        rows = (
            (f"`{camel(name)}-{value}`", en.values[name][value], ru.values[name][value], about, *codes.get(value, ()))
            for value, about in values.items()
        )
        heads = ("Concept", "English", "Russian", "Meaning", *(("HURIDOCS", "Its term") if codes else ()))
        yield _table(heads, (row + ("",) * (len(heads) - len(row)) for row in rows))


def _right_rows() -> Iterator[tuple[str, ...]]:
    for name, right in load_rights().items():
        outcome = f" ({', '.join(right.outcomes)})" if right.outcomes else ""
        yield f"`{name}`", right.en, right.ru, ", ".join(right.acts) + outcome


_UNREAD = " Its own document could not be read: its lines are close or related matches that nobody has checked."


def _document_lines(matches: Matches) -> Iterator[str]:
    for name, document in matches.documents.items():
        read = "" if document.read else _UNREAD
        yield f"- `{name}:` {document.title}, `{matches.prefixes[name]}`.{read}"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(heads), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


if __name__ == "__main__":
    for path, render in zip(sys.argv[1:], (render_ontology, render_html), strict=False):
        Path(path).write_text(render(load_schema()), encoding="utf-8")
