"""The days that a briefing is about."""

from dataclasses import dataclass
from datetime import timedelta

from briefings.lines import day_of


@dataclass(frozen=True)
class Window:
    """From the day after ``after`` to ``on`` (ISO); an empty ``after`` is before all days."""

    after: str
    on: str

    def __contains__(self, day: object) -> bool:
        return isinstance(day, str) and self.after < day <= self.on

    def moved_back(self, days: int) -> "Window":
        """The window so many days earlier."""
        return Window(_earlier(self.after, days), _earlier(self.on, days))


def _earlier(iso: str, days: int) -> str:
    day = day_of(iso)
    return (day - timedelta(days=days)).isoformat() if day else iso
