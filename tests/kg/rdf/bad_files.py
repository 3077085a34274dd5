"""Files that a partner may send and nobody should take in, each with words of the sentence that says why."""

from kg.schema.schema import load_schema

NS = load_schema().namespace
HEAD = f"@prefix kg: <{NS}> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix d: <https://data.example/> .\n"
# Turtle of a partner, and words of the problem that must be named; an empty text where there is none.
CASES = [
    ('d:p a kg:Person ; kg:name "Orvin Tasel" .', ""),
    ("d:p a kg:Ship .", "Ship is no class"),
    ('d:p a kg:Person ; kg:colour "red" .', "colour is no property"),
    ('d:p a kg:Person ; <https://other.example/colour> "red" .', ""),
    ('d:s a kg:Stay ; kg:since "2031-02-30"^^xsd:date .', "2031-02-30 is no date"),
    ('d:s a kg:Stay ; kg:since "2031-02"^^xsd:gYearMonth .', ""),
    ('d:s a kg:Stay ; kg:since "yesterday" .', "since takes"),
    ('d:e a kg:Event ; kg:actType "torture" .', "actType leads to a resource"),
    ("d:e a kg:Event ; kg:actType kg:standing-alleged .", "actType has no value"),
    ('d:x a kg:Sanction ; kg:duration "two years"^^xsd:duration .', "two years is no duration"),
    ('d:x a kg:Sanction ; kg:duration "P2Y"^^xsd:duration .', ""),
    ('d:x a kg:Sanction ; kg:days "many"^^xsd:integer .', "many is no integer"),
    ('d:s a kg:Stay ; kg:since "2031"^^xsd:gYear, "2032"^^xsd:gYear .', "since: MaxCountConstraintComponent"),
    ("d:r a kg:Kinship ; kg:from d:p ; kg:restsOn d:w . d:p a kg:Person .", "to: MinCountConstraintComponent"),
    ("d:r a kg:Kinship ; kg:from d:p ; kg:to d:q . d:p a kg:Person . d:q a kg:Person .", "OrConstraintComponent"),
    ("d:r a kg:Kinship ; kg:from d:p ; kg:to d:q ; kg:restsOn d:w . d:p a kg:Person . d:q a kg:Court .", "to: Class"),
]  # fmt: skip

LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha" * 10}">' for i in range(9))
_XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="https://d.example/">'
_OF_X, _END = '<rdf:Description rdf:about="d:x">', "</rdf:Description></rdf:RDF>"
_FILE = '<!ENTITY l SYSTEM "file:///etc/hosts">'
_REMOTE = "https://context.example/c.jsonld"
# The file, its text, and words of the sentence that says what is wrong.
HOSTILE = [
    ("laughs.rdf", f'<!DOCTYPE r [{LAUGHS}]>{_XML}{_OF_X}<d:p>&l8;</d:p>{_END}', "XML entities"),
    ("file.rdf", f'<!DOCTYPE r [{_FILE}]>{_XML}{_OF_X}<d:p>&l;</d:p>{_END}', "XML entities"),
    ("ends.rdf", f'{_XML}{_OF_X}<d:p>x</d:p></rdf:Description>', "line 1"),
    ("relative.rdf", f'{_XML}<rdf:Description rdf:about="x"><d:p>x</d:p></rdf:Description></rdf:RDF>', "IRI 'x'"),
    ("remote.jsonld", f'{{"@context": "{_REMOTE}", "@id": "d:x", "name": "Orvin"}}', _REMOTE),
    ("list.jsonld", f'{{"@context": [{{"a": "d:a"}}, "{_REMOTE}"], "@id": "d:x", "a": "Orvin"}}', _REMOTE),
    ("import.jsonld", f'{{"@context": {{"@import": "{_REMOTE}"}}, "@id": "d:x", "d:a": "x"}}', _REMOTE),
    ("scoped.jsonld", f'{{"@context": {{"a": {{"@id": "d:a", "@context": "{_REMOTE}"}}}}, "a": "x"}}', _REMOTE),
    ("relative.jsonld", '{"@id": "orvin", "d:p": "x"}', "'orvin' is a relative address"),
    ("keys.jsonld", '{"@id": "d:x", "name": "Orvin"}', "key 'name'"),
    ("ends.jsonld", '[{"@id": "d:x", "d:p": "x"},', "line 1"),
    ("latin.jsonld", '{"@id": "d:x", "d:p": "\u00e9"}', "UTF-8"),
    ("relative.ttl", "<orvin> <knows> <lem> .", "line 1"),
    ("broken.ttl", HEAD + "d:x a kg:Person ;\n\n kg:name \"open", "line 4"),
    ("latin.ttl", '<d:x> <d:y> "\u00e9" .', "UTF-8"),
    ("broken.nq", "<d:x> <d:y> .", "line 1"),
    ("ends.nt", "<d:x> <d:y> <d:z> .\n<d:x> <d:y> <d:", "line 2"),
    ("letters.ttl", "d:\x00", "line 1"),
    ("empty.ttl", "", "empty"),
    ("prefixes.ttl", HEAD, "no statement"),
    ("graph.csv", "a,b", "end it with .ttl"),
]  # fmt: skip


def encoded(name: str, text: str) -> bytes:
    """The bytes of a file of ``HOSTILE``."""
    return text.encode("latin-1" if name.startswith("latin") else "utf-8")
