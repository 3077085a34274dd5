"""The answers of a review that is not over, kept in the workspace until they are recorded or dropped."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import KgError
from kg.review.draft import Draft, read_draft, write_draft
from kg.system.durable_files import write_durably
from kg.workspace.files.layout import Layout
from kg.workspace.files.lock import review_lock


class Drafts:
    """The one draft of a workspace: there is one review at a time."""

    def __init__(self, workspace: Path) -> None:
        self._layout = Layout(workspace)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the review. Raises ``WorkspaceHeld`` if one is going on in another terminal."""
        with review_lock(self._layout):
            yield

    def read(self) -> Draft | None:
        """The answers left by a review that was not finished. Raises ``KgError`` if the file is damaged."""
        path = self._layout.draft
        try:
            return read_draft(path.read_bytes())
        except FileNotFoundError:
            return None
        except KgError as error:
            raise KgError(f"{path}: {error}") from None

    def keep(self, draft: Draft) -> None:
        """Keep the answers, its owner's alone, in one step; a draft of no answer is dropped. Raises ``OSError``."""
        if draft.answers:
            write_durably(self._layout.draft, write_draft(draft))
        else:
            self.drop()

    def drop(self) -> None:
        """Delete the answers: they are recorded, or not wanted."""
        self._layout.draft.unlink(missing_ok=True)
