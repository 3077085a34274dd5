"""What went wrong, in a sentence for the person who asked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """Why there is no answer, and what to do. ``line`` and ``column`` are places in a query that was typed."""

    message: str
    line: int | None = None
    column: int | None = None
