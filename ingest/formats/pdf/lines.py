"""The lines of a page: fragments on one baseline, with raised numbers as marks and links written out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.formats.pdf.fragments import Fragment, LinkArea, Page
from ingest.language.links import write_link

# Parts of a line's size: how far a baseline may be off, how small and how far up a raised number is.
_OFF = 0.6
_SMALL = 0.8
_RAISED = 0.15
_GOOD_PART = 0.2
_NUMBERS = re.compile(r"\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,5}")
_ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_MARGIN = 2.0


@dataclass(frozen=True)
class Line:
    """A line of a page; ``words`` has marks and links, ``number`` is that of the note which it begins, if it is one.

    ``plain`` is what is printed.
    """

    x: float
    y: float
    size: float
    words: str
    plain: str
    number: str = ""


def find_lines(page: Page) -> list[Line]:
    """The lines of a page in the order in which they are drawn, without runs of blanks."""
    links = [link for link in page.links if _ADDRESS.match(link.url)]
    lines = [line for group in _baselines(page.fragments) if (line := _line(group, links)).plain]
    for link in links:
        if not any(_leads(link, fragment) for fragment in page.fragments):
            lines = [
                replace(line, words=f"{line.words}[]({link.url})") if _crosses(link, line) else line for line in lines
            ]
    return lines


def main_size(lines: Iterable[Line]) -> float:
    """The size in which a text is printed: the largest that a good part of it has; 0 without lines."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.plain)
    return max((size for size, number in sizes.items() if number >= _GOOD_PART * sizes.total()), default=0.0)


def _baselines(fragments: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    group: list[Fragment] = []
    for fragment in fragments:
        size = max(each.size for each in (*group, fragment))
        if group and (abs(fragment.y - group[0].y) > _OFF * size):
            yield group
            group = []
        group.append(fragment)
    if group:
        yield group


def _line(fragments: Sequence[Fragment], links: Sequence[LinkArea]) -> Line:
    printed = [each for each in fragments if each.text.strip()]
    size = _size(printed)
    base = next((each.y for each in printed if each.size >= _SMALL * size), fragments[0].y)
    number = ""
    parts: list[str] = []
    for fragment in fragments:
        text = fragment.text
        if _is_raised(fragment, size, base):
            if not parts and printed[-1] is not fragment:
                number = text.strip()
                continue
            text = f"[{text.strip()}]"
        parts.append(_linked(text, fragment, links))
    words = " ".join("".join(parts).split())
    plain = " ".join("".join(each.text for each in fragments).split())
    left = min((each.x for each in printed), default=0.0)
    return Line(left, base, size, words, plain, number)


def _size(printed: Sequence[Fragment]) -> float:
    sizes: Counter[float] = Counter()
    for each in printed:
        sizes[each.size] += len(each.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_raised(fragment: Fragment, size: float, base: float) -> bool:
    if not _NUMBERS.fullmatch(fragment.text.strip()):
        return False
    return fragment.size < _SMALL * size or (fragment.size < size and fragment.y > base + _RAISED * size)


def _linked(text: str, fragment: Fragment, links: Sequence[LinkArea]) -> str:
    """The text with the address it leads to, where it begins within a link and is not the address itself."""
    words = text.strip()
    if not words or _ADDRESS.match(words) or words.startswith("["):
        return text
    url = next((link.url for link in links if _leads(link, fragment)), "")
    return write_link(text, url) if url else text


def _leads(link: LinkArea, fragment: Fragment) -> bool:
    """Whether a fragment begins within a link."""
    across = link.left - _MARGIN <= fragment.x < link.right - _MARGIN / 2
    return across and link.bottom - _MARGIN <= fragment.y <= link.top + _MARGIN


def _crosses(link: LinkArea, line: Line) -> bool:
    """Whether a link is somewhere within a line, which does not tell of which words."""
    return link.left >= line.x and link.bottom - _MARGIN <= line.y <= link.top
