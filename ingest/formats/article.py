"""Which blocks of a saved page are its article: menus, lists of other pages and the like stand around it.

HTML has elements for both (``main``, ``article``; ``aside``, ``header``, ``footer``), and most pages name the rest in a
few ways. Whatever they say, what holds most of the page's letters is kept.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Area = Literal["article", "around", "page"]
"""Where a block is: within the article, in what stands around it, or neither."""

_ARTICLE = frozenset(("article", "main"))
_AROUND = frozenset(("aside", "button", "dialog", "footer", "form", "header", "menu"))
_ROLES: Mapping[str, Area] = {
    "main": "article",
    "article": "article",
    "banner": "around",
    "complementary": "around",
    "contentinfo": "around",
    "navigation": "around",
    "search": "around",
}
_NAMES = (
    "advert|banner|breadcrumbs?|comments?|cookies?|menu|nav|navbar|navigation|newsletter|pagination|popup|promo|related"
    "|share|sharing|sidebar|social|subscribe|widget"
)
_NAMED = re.compile(rf"(?:(?:{_NAMES})(?:[-_]\S*)?|\S+[-_](?:{_NAMES}))", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2"))


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text and its area; ``is_kept`` holds of headings and notes, wherever they are."""

    text: str
    area: Area
    is_kept: bool = False


class Areas:
    """Follows the elements that are open, and says which area they make."""

    def __init__(self) -> None:
        self._open: list[Area | None] = []
        self._number: dict[Area, int] = {"article": 0, "around": 0, "page": 0}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        area = self._area_of(tag, attributes)
        self._open.append(area)
        if area:
            self._number[area] += 1

    def end(self) -> None:
        """The innermost element ends."""
        if self._open and (area := self._open.pop()):
            self._number[area] -= 1

    @property
    def area(self) -> Area:
        """Where text is that comes now."""
        return "around" if self._number["around"] else "article" if self._number["article"] else "page"

    def _area_of(self, tag: str, attributes: Mapping[str, str]) -> Area | None:
        if tag in _ARTICLE:
            return "article"
        if tag in ("html", "body"):
            return None
        if role := _ROLES.get(attributes.get("role", "").lower()):
            return role
        # An article has a header and a footer of its own: its title, its notes.
        if tag in _AROUND and not (tag in ("footer", "header") and self._number["article"]):
            return "around"
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()
        return "around" if any(map(_NAMED.fullmatch, names)) else None


def is_page_heading(tag: str) -> bool:
    """Whether an element is a heading that may be a report's title."""
    return tag in _HEADINGS


def keep_article(blocks: Sequence[Block]) -> tuple[list[str], int]:
    """The text of the article's blocks, headings and notes, and how many other blocks were left out."""
    choices: tuple[tuple[Area, ...], ...] = (("article",), ("article", "page"))
    for areas in choices:
        if _letters(blocks, areas) * 2 > _letters(blocks, ("article", "page", "around")):
            kept = [block.text for block in blocks if block.area in areas or block.is_kept]
            return kept, len(blocks) - len(kept)
    return [block.text for block in blocks], 0


def _letters(blocks: Iterable[Block], areas: Collection[Area]) -> int:
    return sum(len(block.text) for block in blocks if block.area in areas)
