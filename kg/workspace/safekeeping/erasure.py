"""What goes from a workspace when a report is erased: all its versions, and everything that holds its words.

A report is erased with all its versions: whoever withdrew consent is named in each of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ingest.errors import KgError
from ingest.facts import ReportFacts
from kg.corrections.known_facts import KnownFacts
from kg.decisions.consents import PeopleInForce
from kg.decisions.erasure import JournalErasure, erase_from_journal, pattern_of, quotes_another_report
from kg.decisions.journal import Decision, decide, sort_decisions
from kg.entries.active import ActiveReport
from kg.review.draft import Draft, DraftFactAnswer, write_draft
from kg.workspace.derivation import Derivation
from kg.workspace.files.decision_files import follow, load_redirects, places_without, redirects_without
from kg.workspace.files.drafts import Drafts
from kg.workspace.files.erasure import Erasure
from kg.workspace.files.layout import Layout
from kg.workspace.files.reports import KeptReport
from kg.workspace.investigations.erasure import ErasedReport, erase_investigations
from kg.workspace.investigations.files import list_investigations
from kg.workspace.safekeeping.consents import move_consents
from kg.workspace.safekeeping.names import files_with, names_only_in
from kg.workspace.sources.copies import copy_path, encode_attachments, read_attachments
from kg.workspace.sources.erasure import CopiesErased, cited_in, erase_copies
from kg.workspace.state import State


@dataclass(frozen=True)
class ErasurePreview:
    """What an erasure takes, counted; nothing in it is a word of the report.

    ``decisions`` go, ``shared_decisions`` of them also quote another report;
    of ``reworded_decisions`` only the reason goes. ``draft_answers`` are answers of an unfinished review that go.
    ``same_file_in`` are other reports (ids) that were made from the same file, and stay. ``other_files`` are files in
    the workspace's folder that are not its own and contain a name; they are not changed. ``copies`` of sources go: no
    other report cites these. ``kept_copies`` stay, though the report cites them too or a name of it is in them.
    ``moved_consents`` are decisions about consent that come in the place of some that go. Saved
    ``investigations`` of the explorer change.
    """

    report: str
    versions: int
    entries: int
    decisions: int
    shared_decisions: int
    reworded_decisions: int
    draft_answers: int
    same_file_in: tuple[str, ...]
    other_files: tuple[Path, ...]
    copies: int = 0
    kept_copies: tuple[Path, ...] = ()
    moved_consents: int = 0
    investigations: int = 0


class ErasurePlan:
    """An erasure of a report that is thought out and not done. Made while the workspace is held for writing."""

    def __init__(self, layout: Layout, derivation: Derivation, state: State, report_id: str) -> None:
        self._layout = layout
        self._derivation = derivation
        self._state = state
        self.report = report_id
        self.versions = tuple(report for report in state.reports if report.id == report_id)
        if not self.versions:
            known = ", ".join(sorted({report.id for report in state.reports})) or "none"
            raise KgError(f"There is no report {report_id}; there are: {known}.")
        self.series, self.period = self.versions[0].series, self.versions[0].period
        self.kept = tuple(report for report in state.reports if report.id != report_id)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that no other report has."""
        others = (self._derivation.partners(self._state).text_of(report) for report in self.kept)
        return names_only_in(self._facts.values(), others)

    @cached_property
    def journal(self) -> JournalErasure:
        """What goes from the journal."""
        return erase_from_journal(self._state.decisions, self.series, self.period, self.names)

    @cached_property
    def consents(self) -> tuple[Decision, ...]:
        """Decisions about consent that come in the place of those that go: the people are named elsewhere too."""
        if not any(decision.verb == "protect" for decision in self.journal.gone):
            return ()
        in_force, redirects = self._derivation.mentions(), load_redirects(self._layout.ids)
        people = PeopleInForce(in_force.mentions, in_force.things, lambda id: follow(id, redirects))
        known = self._derivation.known_facts(self._state)
        return tuple(move_consents(self.journal.gone, self._state.decisions, self.report, known, people))

    @cached_property
    def copies(self) -> CopiesErased:
        """What becomes of the copies of sources."""
        cited = cited_in(self._facts.values())
        return erase_copies(read_attachments(self._layout), cited, self._cited_elsewhere, self.is_named_in)

    @cached_property
    def draft(self) -> Draft | None:
        """What stays of an unfinished review: no answer about the report, and no reason that names somebody."""
        draft = Drafts(self._layout.folder).read()
        if draft is None:
            return None
        given = tuple(given for given in draft.given if not {given.a, given.b} & self._ids)
        facts = tuple(answer for answer in draft.facts if not self._rests_on_report(answer))
        return replace(draft, given=given, why="" if self.is_named_in(draft.why) else draft.why, facts=facts)

    def is_named_in(self, text: str) -> bool:
        """Whether a text names somebody whom only this report names."""
        pattern = pattern_of(self.names)
        return bool(pattern and pattern.search(text))

    def _rests_on_report(self, answer: DraftFactAnswer) -> bool:
        """Whether an answer is about a fact of the report, or names somebody whom only this report names."""
        said = " ".join([answer.why, *answer.values.values()])
        return answer.entry.rpartition("/")[0] == self.report or self.is_named_in(said)

    def preview(self) -> ErasurePreview:
        """What it would take."""
        gone = self.journal.gone
        draft = Drafts(self._layout.folder).read()
        hashes = {version.sha256 for version in self.versions}
        return ErasurePreview(
            report=self.report,
            versions=len(self.versions),
            entries=sum(len(facts.entries) for facts in self._facts.values()),
            decisions=len(gone),
            shared_decisions=sum(quotes_another_report(d, self.series, self.period) for d in gone),
            reworded_decisions=len(self.journal.reworded),
            draft_answers=draft.answers - (self.draft.answers if self.draft else 0) if draft else 0,
            same_file_in=tuple(sorted({report.id for report in self.kept if report.sha256 in hashes})),
            other_files=self.find_other_files(),
            copies=len(self.copies.gone),
            kept_copies=self._kept_copies(),
            moved_consents=len(self.consents),
            investigations=sum(map(bool, self._investigations({}).values())),
        )

    def find_other_files(self) -> tuple[Path, ...]:
        """The files in the folder that are not the workspace's own, and contain a name."""
        return tuple(files_with(self.names, _other_files(self._layout)))

    def decide(self, who: str, why: str) -> Decision:
        """The decision that says what was erased. Raises ``KgError`` if its reason names somebody."""
        if self.is_named_in(why):
            raise KgError("The reason names somebody of the erased report, and it would stay. Give one without names.")
        about = {
            "series": self.series,
            "period": self.period,
            "sha256": " ".join(version.sha256 for version in self.versions),
            "decisions": " ".join(self.journal.ids),
        }
        return decide("erased", about, who, why, self._state.decisions)

    def state_after(self, added: Sequence[Decision]) -> State:
        """The reports and decisions that are left, with those that come."""
        gone = set(self.journal.ids)
        kept = [d for d in self._state.decisions if d.id not in gone]
        return State(self._state.inputs, self.kept, sort_decisions((*kept, *added)))

    def erasure(self, added: Sequence[Decision], redirects: Mapping[str, str], new: Mapping[str, str]) -> Erasure:
        """What the commit has to remove; ``redirects`` are those before, ``new`` those of the graph without it."""
        return Erasure(
            reports=self.versions,
            decisions=self.journal.ids,
            added=tuple(added),
            redirects=redirects_without(redirects, self._ids, new),
            draft=write_draft(self.draft) if self.draft and self.draft.answers else b"",
            sources=encode_attachments(self.copies.left),
            investigations=self._investigations(places_without(redirects, self._ids, new)),
        )

    def _investigations(self, places: Mapping[str, str]) -> dict[str, bytes]:
        """The investigations that change, as files; ``places`` are where ids of the report lead without it."""
        only_here = cited_in(self._facts.values()) - self._cited_elsewhere

        def lead(id: str) -> str | None:
            # The report's own id may be a month that somebody filters by, and stays: it says nothing.
            is_entry = id.rpartition("/")[0] == self.report
            return places.get(id) if is_entry or id in self._ids or id in only_here else id

        return erase_investigations(list_investigations(self._layout), ErasedReport(lead, self.is_named_in))

    @cached_property
    def _cited_elsewhere(self) -> frozenset[str]:
        return cited_in(self._derivation.facts_of(report, self._state) for report in self.kept)

    def _kept_copies(self) -> tuple[Path, ...]:
        left = sorted({copy_path(self._layout, attachment.sha256) for attachment in self.copies.left})
        named = files_with(self.names, (path for path in left if path.is_file()))
        shared = {copy_path(self._layout, sha256) for sha256 in self.copies.shared}
        return tuple(path for path in left if path in shared or path in named)

    @cached_property
    def _facts(self) -> Mapping[KeptReport, ReportFacts]:
        return {version: self._derivation.facts_of(version, self._state) for version in self.versions}

    @cached_property
    def _ids(self) -> frozenset[str]:
        """The ids of everything that the report mentions, as it was read and as people corrected it."""
        versions = (ActiveReport(version.series, version.sha256, facts) for version, facts in self._facts.items())
        read = {id for version in versions for id in KnownFacts([version], self._state.decisions).ids()}
        return frozenset(read | self._stated_ids())

    def _stated_ids(self) -> set[str]:
        """The ids that a partner gave in this file alone: no other file has them, and nothing of ours."""
        partners, things = self._derivation.partners(self._state), self._derivation.mentions().things
        gone = {id for version in self.versions if version.is_stated for id in partners.ids_of(version)}
        left = {id for report in self.kept if report.is_stated for id in partners.ids_of(report)}
        ours = ((mention, thing) for mention, thing in things.items() if "@" not in mention)
        return gone - left - {id for ids in ours for id in ids}


def _other_files(layout: Layout) -> Iterator[Path]:
    """The files in a workspace's folder that an erasure does not look into: the user's queries, and whatever else."""
    for path in sorted(layout.folder.rglob("*")):
        own = any(path.is_relative_to(place) for place in layout.own)
        if not own and path.is_file() and not path.is_symlink():
            yield path
