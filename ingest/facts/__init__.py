"""What is read out of a report: plain, frozen values with their evidence.

The words are those of ``docs/annotation.md``. Inside one entry facts point at each other by
position: ``Charge.person`` is an index into ``EntryFacts.persons``, ``Party.index`` one into ``persons`` or
``bodies``. Every span is a half-open range of characters of ``Entry.text``: ``entry.text[start:end]`` are the words.
"""

from typing import TYPE_CHECKING

from ingest.facts.evidence import Confidence, Evidence, Span

if TYPE_CHECKING:
    from ingest.facts.acts import Act, Charge, Party, Sanction
    from ingest.facts.entries import EntryFacts, ReportFacts, party_name
    from ingest.facts.matters import ContentWord, Matter, MatterKind, Occasion
    from ingest.facts.people import Affiliation, Body, Person, Place, Relation
    from ingest.facts.reports import Entry, Footnote, HeaderPlace, Heading, ParseIssue, Reference, Report, UnreadPassage

__all__ = [
    "Act",
    "Affiliation",
    "Body",
    "Charge",
    "Confidence",
    "ContentWord",
    "Entry",
    "EntryFacts",
    "Evidence",
    "Footnote",
    "HeaderPlace",
    "Heading",
    "Matter",
    "MatterKind",
    "Occasion",
    "ParseIssue",
    "Party",
    "Person",
    "Place",
    "Reference",
    "Relation",
    "Report",
    "ReportFacts",
    "Sanction",
    "Span",
    "UnreadPassage",
    "party_name",
]


def __getattr__(name: str) -> object:
    # Loaded when the first of them is asked for: what prints a page needs a span, and none of the other classes.
    if name in __all__:
        from ingest.facts import acts, entries, matters, people, reports  # noqa: PLC0415

        return next(vars(module)[name] for module in (acts, entries, matters, people, reports) if name in vars(module))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
