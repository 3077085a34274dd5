"""A report that somebody wrote at a prompt: it is in no file yet."""

from dataclasses import dataclass

from ingest.errors import ReportRefused


@dataclass(frozen=True, order=True)
class WrittenText:
    """A text under a name for messages, which holds no word of it."""

    name: str
    text: str

    @property
    def suffix(self) -> str:
        """The ending of the file that it is kept in."""
        return ".txt"

    def __str__(self) -> str:
        return self.name

    def read(self, limit: int) -> bytes:
        """Its bytes in UTF-8. Raises ``ReportRefused`` for more than ``limit``."""
        data = self.text.encode()
        if len(data) > limit:
            raise ReportRefused(f"{self.name}: larger than {limit // 1024**2} MB. Add it in parts.")
        return data
