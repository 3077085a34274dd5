"""Addresses in a text: printed with a scheme or ``www.``, behind linked words, in a note also as ``news.example/a``."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.facts import Footnote, Span

STARTS_ADDRESS = re.compile(r"[<(\[]?(?:https?://|www\.)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(
    r"(?<![\w@./:-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}[a-z]{2,18}(?:/[^\s<>\"]*|(?=[\s.,;>)\]]*$))"
)
_TAIL = ".,;>*]}"


class LinkedAddress(NamedTuple):
    """What words of a text lead to; ``end`` is the position behind them."""

    end: int
    url: str


def find_cited(text: str, start: int, links: Sequence[LinkedAddress]) -> Iterator[Footnote]:
    """The addresses that an entry prints or links to, as footnotes without a number; ``start`` is where it begins."""
    for span, url in find_addresses(text):
        if not text.startswith("](", span.start - 2):
            yield Footnote("", span, "footnotes.address", url)
    for link in links_within(links, start, start + len(text)):
        yield Footnote("", Span(link.end - start, link.end - start), "footnotes.linked_words", link.url)


def links_within(links: Sequence[LinkedAddress], start: int, end: int) -> Sequence[LinkedAddress]:
    """The links whose words end between two positions of the text; ``links`` are in its order."""
    return links[bisect_right(links, start, key=_end_of) : bisect_right(links, end, key=_end_of)]


def _end_of(link: LinkedAddress) -> int:
    return link.end


def find_addresses(text: str) -> Iterator[tuple[Span, str]]:
    """Every address of a text that has a scheme or ``www.``, without the punctuation after it."""
    for found in _ADDRESS.finditer(text):
        url = _without_tail(found.group())
        yield Span(found.start(), found.start() + len(url)), url


def address_in(text: str) -> str | None:
    """The first address of a text."""
    return next((url for _, url in find_addresses(text)), None)


def address_without_scheme(note: str) -> str | None:
    """An address in a note that has neither a scheme nor ``www.``: a host with a path, or one that ends the note."""
    found = _WITHOUT_SCHEME.search(note)
    return _without_tail(found.group()) if found else None


def _without_tail(words: str) -> str:
    url = words.rstrip(_TAIL)
    # Brackets that the address opens are its own: "/wiki/Court_(law)".
    closing = len(url) - len(url.rstrip(")"))
    return url[: len(url) - min(closing, max(0, url.count(")") - url.count("(")))].rstrip(_TAIL)
