"""Linked words, as Markdown writes them: ``[detained](https://…)``. The words are read, the address is a source.

Pages and documents whose links are no text are written down in this form too. A footnote mark that is a link
(``[12](https://…)``) is left as it is: it is a mark.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ingest.facts import Span

_ADDRESS = r"(?:https?://|www\.)[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,2000}){0,3}"
_LINK = re.compile(
    rf"(?<!!)\[(?!\s?\^?\d{{1,6}}\s?\])(?P<words>[^\[\]\n]{{0,400}})\]\(<?(?P<url>{_ADDRESS})>?(?:\s\"[^\"\n]{{0,200}}\")?\)",
    re.IGNORECASE,
)


class Link(NamedTuple):
    """Linked words of a text: ``words`` and ``mark`` (all that stands behind them) are spans of it."""

    words: Span
    mark: Span
    url: str


def find_links(text: str) -> Iterator[Link]:
    """Every link of a text, in order. Cost is linear in the text."""
    if "](" not in text:
        return
    for found in _LINK.finditer(text):
        words = Span(*found.span("words"))
        yield Link(words, Span(words.end, found.end()), found["url"])


def find_markup(links: Iterable[Link]) -> list[Span]:
    """What of the text is not the words of links but around them, in order."""
    return sorted(span for link in links for span in (Span(link.words.start - 1, link.words.start), link.mark))


def is_within(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether a range of the text lies over one of some spans, which are in order and apart."""
    last = bisect_right(spans, end - 1, key=_start_of)
    return last > 0 and spans[last - 1].end > start


def _start_of(span: Span) -> int:
    return span.start


def write_link(words: str, url: str) -> str:
    """Words with the address that they lead to, so that :func:`find_links` finds it."""
    address = url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if set(words) & set("[]\n"):
        return f"{words[:right]}[]({address}){words[right:]}"
    return f"{words[:left]}[{words[left:right]}]({address}){words[right:]}"
