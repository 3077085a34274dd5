"""Where things stand in a workspace.

``reports/``, ``sources/``, ``decisions.jsonl``, ``ids.jsonl`` and ``export.key`` are what cannot be derived; ``graph/``
and ``cache/`` can be thrown away. ``incoming/`` holds reports until the generation that has them is in force,
``review.json`` answers until they are decisions.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layout:
    """The paths of a workspace."""

    folder: Path

    @property
    def settings(self) -> Path:
        """``kg.toml``."""
        return self.folder / "kg.toml"

    @property
    def reports(self) -> Path:
        """Reports by the hash of their bytes."""
        return self.folder / "reports"

    @property
    def sources(self) -> Path:
        """Copies of sources by the hash of their bytes."""
        return self.folder / "sources"

    @property
    def source_record(self) -> Path:
        """Which address each copy is of, and who attached it when."""
        return self.sources / "attached.jsonl"

    @property
    def incoming(self) -> Path:
        """Reports of an ingest that is not committed; the next writer throws them away."""
        return self.folder / "incoming"

    @property
    def decisions(self) -> Path:
        """The journal."""
        return self.folder / "decisions.jsonl"

    @property
    def draft(self) -> Path:
        """The answers of a review that is not over."""
        return self.folder / "review.json"

    @property
    def draft_lock(self) -> Path:
        """Held by the one who reviews."""
        return self.folder / "review.lock"

    @property
    def ids(self) -> Path:
        """Where every id once given out leads to."""
        return self.folder / "ids.jsonl"

    @property
    def export_key(self) -> Path:
        """The secret from which pseudonyms are made."""
        return self.folder / "export.key"

    @property
    def export_key_made(self) -> Path:
        """There once the key was made: without it a key is missing because none was needed yet."""
        return self.folder / "export.key.made"

    @property
    def cache(self) -> Path:
        """Facts, as derived."""
        return self.folder / "cache"

    @property
    def rule_versions(self) -> Path:
        """The versions of the rules found last."""
        return self.cache / "rule-versions"

    @property
    def graph(self) -> Path:
        """The generations."""
        return self.folder / "graph"

    @property
    def current(self) -> Path:
        """The file that names the generation in force."""
        return self.graph / "CURRENT"

    @property
    def lock(self) -> Path:
        """Held by the one writer."""
        return self.folder / "lock"

    @property
    def queries(self) -> Path:
        """The user's own saved queries."""
        return self.folder / "queries"

    @property
    def investigations(self) -> Path:
        """Canvases that people saved in the explorer."""
        return self.folder / "investigations"

    @property
    def own(self) -> tuple[Path, ...]:
        """What nobody else may write to. The folder of the user's own queries is not among it."""
        files = (self.settings, self.decisions, self.ids, self.lock, self.draft, self.draft_lock)
        keys = (self.export_key, self.export_key_made)
        return (*files, *keys, self.reports, self.sources, self.incoming, self.graph, self.cache, self.investigations)

    def generation(self, name: str) -> "Generation":
        """The paths of one generation."""
        return Generation(self.graph / name)


@dataclass(frozen=True)
class Generation:
    """The paths of a generation: a folder that nothing changes once ``CURRENT`` names it."""

    folder: Path

    @property
    def name(self) -> str:
        """``gen-0007``."""
        return self.folder.name

    @property
    def store(self) -> Path:
        """The loaded graph."""
        return self.folder / "store"

    @property
    def inputs(self) -> Path:
        """What it was made from."""
        return self.folder / "inputs.json"

    @property
    def search(self) -> Path:
        """The search index over names and texts."""
        return self.folder / "search.sqlite"

    @property
    def manifest(self) -> Path:
        """The hashes of its closed files."""
        return self.folder / "manifest.json"

    @property
    def erasure(self) -> Path:
        """What an erasure that this generation commits has to remove; there until all is removed."""
        return self.folder / "erasure.json"

    @property
    def lock(self) -> Path:
        """Shared by its readers; beside the folder, so that it outlives it."""
        return self.folder.with_name(f"{self.folder.name}.lock")
