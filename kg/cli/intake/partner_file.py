"""A partner's file on the screen: whose it is, when it came in, under which terms, and what was not understood."""

from collections.abc import Iterator

from kg.cli.output import print_table, say
from kg.workspace.partners.listing import PartnerFile

UNKNOWN = "the file does not say"


def print_partner_file(file: PartnerFile, unread: bool) -> None:
    """Print what a file brought; with ``unread``, every predicate of another vocabulary."""
    print_table(file.kept.id, ["", ""], [list(row) for row in _rows(file)])
    number = sum(file.foreign.values())
    if not number:
        say("Everything in it was taken in.")
        return
    say(f"Not understood: {number} statements with {len(file.foreign)} predicates of other vocabularies.")
    if unread:
        print_table("Not understood", ["predicate", "statements"], [[name, n] for name, n in file.foreign.items()])
    else:
        say(f"`kg report show {file.kept.id} --unread` lists them.")


def _rows(file: PartnerFile) -> Iterator[tuple[str, object]]:
    header, kept = file.header, file.kept
    yield "from", header.publisher or UNKNOWN
    yield "came in", kept.received or "not recorded"
    yield "issued", header.issued or UNKNOWN
    yield "signed with", kept.signer or "no signature"
    yield "licence", header.licence or UNKNOWN
    yield "terms of use", header.terms_of_use or UNKNOWN
    yield "profile", header.profile or UNKNOWN
    yield "part", header.part or "everything that the profile lets out"
    yield "made by", "; ".join(filter(None, [header.software, header.rules])) or UNKNOWN
    yield "file", f"{kept.sha256[:12]} ({kept.suffix})"
    yield "reports in it", ", ".join(file.reports)
    yield from ((f"things: {label}", number) for label, number in sorted(file.kinds.items()))
    yield "relationships", file.relationships
