"""Writes a bundle: the chosen formats, vocabulary, shapes, questions, README, manifest and signature in one zip."""

import hashlib
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import BinaryIO

import rdflib
from rdflib import BNode, URIRef
from rdflib.term import Node

from exports.bundle.parts import PARTS, Contents
from exports.files import archive_entry, replace_export, write_export
from exports.part import describe_part
from exports.rdf.ontology.owl import Ontology
from exports.rdf.sparql import read_queries
from exports.rdf.validation.shapes import Shapes
from ingest.errors import KgError
from kg.rdf.bundle.graph import ONTOLOGY, SHAPES
from kg.rdf.bundle.manifest import MANIFEST, SIGNATURE, VERSION, BundleFile, Manifest, encode_manifest
from kg.rdf.bundle.signature import NAMESPACE, sign
from kg.rdf.terms import Terms
from kg.system.durable_files import make_folder_beside

_CHUNK = 1 << 20


def write_bundle(contents: Contents, formats: Sequence[str], path: Path, key: Path | None) -> Manifest:
    """Write a bundle with ``formats`` of ``PARTS``, signed with ``key`` if there is one.

    The same contents, issued on the same day, give the same bytes. Raises ``KgError`` as each format does.
    """
    with _folder_beside(path.resolve()) as folder:
        abouts = _write_parts(contents, formats, folder) | _write_companions(contents, folder)
        readme = _readme(contents, {PARTS[format].file: PARTS[format].about for format in formats})
        write_export(folder / "README.md", readme.encode())
        abouts["README.md"] = "How to verify and to read the bundle."
        manifest = _manifest(contents, folder, abouts)
        encoded = encode_manifest(manifest)
        write_export(folder / MANIFEST, encoded)
        if key is not None:
            write_export(folder / SIGNATURE, sign(encoded, key))
        with replace_export(path) as file:
            _zip(folder, contents.release.issued, file)
    return manifest


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """A folder on the disk that the user chose; what a killed export left there is removed."""
    try:
        folder = make_folder_beside(path)
    except OSError as error:
        raise KgError(
            f"{path} cannot be written ({error.strerror}); name a file in a folder that you can write to."
        ) from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _write_parts(contents: Contents, formats: Sequence[str], folder: Path) -> dict[str, str]:
    for format in formats:
        PARTS[format].write(contents, folder / PARTS[format].file)
    return {PARTS[format].file: PARTS[format].about for format in formats}


def _write_companions(contents: Contents, folder: Path) -> dict[str, str]:
    """The vocabulary, its shapes and the questions."""
    terms = Terms(contents.schema, contents.bases.vocabulary)
    ontology = Ontology(contents.schema).graph().serialize(format="turtle")
    ours = ontology.replace(Terms(contents.schema, contents.schema.namespace).namespace, terms.namespace)
    write_export(folder / ONTOLOGY, ours.encode())
    write_export(folder / SHAPES, _write_shapes(terms))
    (folder / "sparql").mkdir()
    abouts = {ONTOLOGY: "The vocabulary (OWL, SKOS).", SHAPES: "What fits the vocabulary (SHACL)."}
    for name, text in read_queries(terms.namespace).items():
        write_export(folder / "sparql" / f"{name}.rq", text.encode())
        abouts[f"sparql/{name}.rq"] = text.partition("\n")[0].removeprefix("# title: ")
    return abouts


def _write_shapes(terms: Terms) -> bytes:
    """The shapes as Turtle, sorted: rdflib names blank nodes at random, and the bytes must not change."""
    shapes = Shapes(terms).graph()
    named = sorted({node for node in shapes.subjects() if isinstance(node, URIRef)})
    lines = [f"{node.n3()} {_properties(shapes, node)} .\n" for node in named]
    return "".join(lines).encode()


def _properties(graph: rdflib.Graph, node: Node) -> str:
    """What is said of a node; a blank node stands in brackets where it is named."""
    said = (f"{predicate.n3()} {_written(graph, value)}" for predicate, value in graph.predicate_objects(node))
    return " ;\n    ".join(sorted(said))


def _written(graph: rdflib.Graph, value: Node) -> str:
    return f"[ {_properties(graph, value)} ]" if isinstance(value, BNode) else value.n3()


def _readme(contents: Contents, parts: Mapping[str, str]) -> str:
    release = contents.release
    text = resources.files("exports.bundle").joinpath("readme.md").read_text(encoding="utf-8")
    listed = "\n".join(f"- `{file}`: {about}" for file, about in parts.items())
    values = {
        "files": listed,
        "issued": release.issued,
        "profile": release.profile,
        "publisher": release.publisher or "not stated",
        "licence": release.licence or "not stated: ask the sender",
        "terms": release.terms_of_use.rstrip(".") or "not stated: ask the sender",
        "namespace": NAMESPACE,
        "part": f"\n**{describe_part(release.part)}** What is not in it may be in the rest.\n" if release.part else "",
    }
    for name, value in values.items():
        text = text.replace(f"$({name})", value)
    return text


def _manifest(contents: Contents, folder: Path, abouts: Mapping[str, str]) -> Manifest:
    release = contents.release
    counts = Counter(node.label for node in contents.graph.nodes)
    counts.update(relationship.type for relationship in contents.graph.relationships)
    return Manifest(
        format=VERSION,
        issued=release.issued,
        profile=release.profile,
        publisher=release.publisher,
        licence=release.licence,
        terms_of_use=release.terms_of_use,
        software=release.software,
        rules=release.rules,
        vocabulary=contents.bases.vocabulary,
        part=describe_part(release.part),
        counts=dict(sorted(counts.items())),
        files={name: _describe(folder / name, abouts[name]) for name in sorted(abouts)},
    )


def _describe(path: Path, about: str) -> BundleFile:
    with path.open("rb") as file:
        return BundleFile(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest(), about)


def _zip(folder: Path, issued: str, file: BinaryIO) -> None:
    """All files of a folder, in order of name, dated as the bundle."""
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = archive_entry(path.relative_to(folder).as_posix(), issued)
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, _CHUNK)
