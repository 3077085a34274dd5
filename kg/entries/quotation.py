"""Words of a report quoted with some of the text around them."""

from typing import NamedTuple

from ingest.facts import Span


class Quotation(NamedTuple):
    """The quoted words and the text before and after them, named as in the W3C's TextQuoteSelector.

    An ellipsis at the beginning of ``prefix`` or the end of ``suffix`` says that the text goes on there.
    """

    prefix: str
    exact: str
    suffix: str

    @property
    def text(self) -> str:
        """The whole on one line."""
        return one_line("".join(self))


def quote(text: str, span: Span, around: int) -> Quotation:
    """Quote a span of a text with up to ``around`` characters on either side, cut between words."""
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    prefix = text[start : span.start] if start == 0 else "…" + text[start : span.start].partition(" ")[2]
    suffix = text[span.end : end] if end == len(text) else text[span.end : end].rpartition(" ")[0] + "…"
    return Quotation(prefix, text[span.start : span.end], suffix)


def one_line(text: str) -> str:
    """A text with every run of white space as one blank."""
    return " ".join(text.split())
