"""What becomes of the copies of sources when a report is erased."""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace

from ingest.facts import ReportFacts
from kg.workspace.sources.copies import Attachment


@dataclass(frozen=True)
class CopiesErased:
    """The attachments that are left, the hashes of the copies that go, and of those that another report cites too."""

    left: tuple[Attachment, ...]
    gone: frozenset[str]
    shared: frozenset[str]


def cited_in(reports: Iterable[ReportFacts]) -> frozenset[str]:
    """The addresses that reports cite."""
    return frozenset(url for facts in reports for entry in facts.report.cited() for _, url in entry)


def erase_copies(
    attachments: Sequence[Attachment], cited: Set[str], elsewhere: Set[str], names: Callable[[str], bool]
) -> CopiesErased:
    """What is left without the sources that only the erased report cites.

    ``cited`` are the addresses that the report cites, ``elsewhere`` those that others do. A copy stays as long as one
    address that is left leads to it. A file name or note of an attachment that is left goes where ``names`` says that
    it names somebody of the report.
    """
    left = tuple(_without_names(a, names) for a in attachments if a.url not in cited or a.url in elsewhere)
    kept = frozenset(attachment.sha256 for attachment in left)
    gone = frozenset(attachment.sha256 for attachment in attachments) - kept
    return CopiesErased(left, gone, frozenset(a.sha256 for a in attachments if a.url in cited) & kept)


def _without_names(attachment: Attachment, names: Callable[[str], bool]) -> Attachment:
    name, note = ("" if names(text) else text for text in (attachment.name, attachment.note))
    return replace(attachment, name=name, note=note)
