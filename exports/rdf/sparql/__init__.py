"""Questions for a receiver of RDF, as files that every SPARQL 1.1 engine runs; they mirror the main saved queries."""

from importlib import resources

from kg.schema.schema import load_schema


def read_queries(namespace: str) -> dict[str, str]:
    """The text of each file by its name, sorted, with the terms of the vocabulary beginning with ``namespace``."""
    ours = f"<{load_schema().namespace}>"
    files = resources.files("exports.rdf.sparql").iterdir()
    texts = {file.name.removesuffix(".rq"): file for file in files if file.name.endswith(".rq")}
    return {name: texts[name].read_text(encoding="utf-8").replace(ours, f"<{namespace}>") for name in sorted(texts)}
