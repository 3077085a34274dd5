"""What the build works on: every entry in force with its facts, in one order that does not depend on ingest's.

Ids are made here (design, rule 7): from the series, the period, a hash of the entry's text, what is said in it, and
which occurrence it is; never from a position in the report.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.facts import EntryFacts, Footnote, Place, ReportFacts, Span
from ingest.vocabulary import ActType
from kg.entries.custody import Custody, find_custodies
from kg.entries.ids import mention_id, short_hash


@dataclass(frozen=True)
class EntryDecisions:
    """What people decided about the facts of an entry, beyond the facts themselves.

    ``digest`` stands for everything decided, for caches. ``custodies`` are those of the entry, ``None`` where its acts
    give them.
    """

    digest: str
    custodies: tuple[Custody, ...] | None = None


@dataclass(frozen=True)
class ActiveReport:
    """A report that counts: its series (empty for the unnamed one), the hash of its file, and its facts.

    ``decided`` has the entries (numbers) with facts that people decided about.
    """

    series: str
    sha256: str
    facts: ReportFacts
    decided: Mapping[int, EntryDecisions] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """``2022-10``; in a named series ``acme:2022-10``."""
        period = self.facts.report.period
        return f"{self.series}:{period}" if self.series else period


@dataclass(frozen=True)
class ActiveEntry:
    """One entry of a report in force. ``copy`` counts entries of the same report with exactly the same text, from 0.

    ``sha256`` is that of the report's file: what is read in an entry may hang on the report around it. ``footnotes``
    are those that lead to an address, each with it as printed, in their order. ``decided`` is what people decided about
    its facts, if anything.
    """

    id: str
    report: str
    sha256: str
    order: tuple[str, str, int]
    fingerprint: str
    copy: int
    facts: EntryFacts
    footnotes: tuple[tuple[Footnote, str], ...] = ()
    decided: EntryDecisions | None = None

    def custodies(self) -> Sequence[Custody]:
        """Who is held where; a stay's mention is a position in this list."""
        known = self.decided.custodies if self.decided else None
        return find_custodies(self.facts) if known is None else known

    @property
    def sources(self) -> tuple[str, ...]:
        """The addresses that its footnotes lead to, in their order, as printed."""
        return tuple(address for _, address in self.footnotes)

    @property
    def date(self) -> str | None:
        """The header's date, as exact as it is."""
        return self.facts.entry.date

    @property
    def day(self) -> str | None:
        """The header's date if it is known to the day."""
        return self.date if self.date and len(self.date) == len("2022-10-28") else None

    @property
    def types(self) -> frozenset[ActType]:
        """The types of its acts."""
        return frozenset(act.type for act in self.facts.acts)

    @property
    def where(self) -> str | None:
        """The most specific place of its header: the gazetteer's id, else the name."""
        places = self.facts.places
        return (places[-1].id or places[-1].name) if places else None

    def mention_id(self, prefix: str, *what: str | int | None) -> str:
        """An id for something in this entry, such as ``person-3f…``."""
        return mention_id(self.report, self.fingerprint, self.copy, prefix, *what)

    def words_of_place(self, place: Place) -> list[tuple[str, Span]]:
        """The words of a place of the header, in this entry or in the one whose heading names it."""
        if place.heading is None:
            return self.words(place.evidence.spans)
        entry, span = place.heading
        return [(f"{self.id.rpartition('/')[0]}/{entry}", span)]

    def quote(self, span: Span) -> str:
        """The words of the entry that are there."""
        return self.facts.entry.text[span.start : span.end]

    def words(self, spans: Iterable[Span]) -> list[tuple[str, Span]]:
        """Evidence as the tables take it: the entry's id beside each span."""
        return [(self.id, span) for span in spans]


def collect_entries(reports: Sequence[ActiveReport]) -> list[ActiveEntry]:
    """Every entry in the order of time: by date (undated last), then report and number."""
    entries = []
    for report in reports:
        copies: Counter[str] = Counter()
        cited = report.facts.report.cited()
        for facts, footnotes in zip(report.facts.entries, cited, strict=True):
            fingerprint = short_hash(facts.entry.text)
            entries.append(
                ActiveEntry(
                    id=f"{report.id}/{facts.entry.number}",
                    report=report.id,
                    sha256=report.sha256,
                    order=(facts.entry.date or "9999", report.id, facts.entry.number),
                    fingerprint=fingerprint,
                    copy=copies[fingerprint],
                    facts=facts,
                    footnotes=footnotes,
                    decided=report.decided.get(facts.entry.number),
                )
            )
            copies[fingerprint] += 1
    return sorted(entries, key=lambda t: t.order)
