"""The graph of a bundle, read only when the whole bundle is as its manifest says."""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ingest.errors import KgError
from kg.rdf.bundle.manifest import MANIFEST, SIGNATURE, Manifest
from kg.rdf.bundle.verification import opened_bundle

ONTOLOGY, SHAPES = "casegraph.ttl", "shapes.ttl"
"""The vocabulary and its shapes, which every bundle has."""

_GRAPHS = ("graph.nq", "graph.nt", "graph.ttl", "graph.trig", "graph.jsonld", "graph.rdf")
"""The files that have the graph, whichever is read fastest first. RDF/XML cannot write every character."""
_OWN = frozenset({MANIFEST, SIGNATURE, ONTOLOGY, SHAPES})


@dataclass(frozen=True)
class BundledGraph:
    """The graph of a verified bundle: the name and bytes of its file. ``signer`` is the key, if any."""

    manifest: Manifest
    signer: str
    name: str
    data: bytes = field(repr=False)

    @property
    def suffix(self) -> str:
        """The ending of the file's name, with the full stop."""
        return PurePosixPath(self.name).suffix


def is_bundle(path: Path) -> bool:
    """Whether a zip file has a name in it that only bundles have, be it whole or not.

    Only a regular file is opened: opening a pipe waits for whoever writes into it, for ever.
    """
    if not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return not _OWN.isdisjoint(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def read_bundled_graph(path: Path, limit: int, signers: Path | None = None) -> BundledGraph:
    """Verify a bundle (``verify_bundle``), then read its graph.

    Raises ``KgError`` where it is not whole, is not signed by one of ``signers``, has no graph in RDF, or one of more
    than ``limit`` bytes.
    """
    with opened_bundle(path, signers) as bundle:
        files = bundle.verified.manifest.files
        name = next((name for name in _GRAPHS if name in files), None)
        if name is None:
            raise KgError(f"{path}: it has no graph in RDF. Ask the sender for a bundle with --format turtle.")
        if files[name].size > limit:
            raise KgError(
                f"{path}: its {name} is larger than {limit // 1024**2} MB. Ask the sender for a part (--since)."
            )
        return BundledGraph(bundle.verified.manifest, bundle.verified.signer, name, bundle.read(name))
