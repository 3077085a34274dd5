"""The links that make entries one case or campaign, on the terminal: shown as a chain, and rejected one by one."""

from collections.abc import Sequence

from ingest.errors import KgError
from kg.cli.output import print_line, say
from kg.decisions.opinions import Opinion
from kg.entries.active import ActiveEntry
from kg.entries.mentions import Mention
from kg.explain.chains import Step, find_chain, mention_of_entry
from kg.identity.link_rules import find_rule, kind_of_rule
from kg.identity.links import Link, LinkKind
from kg.rows.resolved_reports import ResolvedReports
from kg.workspace import Workspace
from kg.workspace.derived_rows import MentionsInForce

KINDS: tuple[LinkKind, ...] = ("Case", "Campaign")


def entry_of(known: MentionsInForce, text: str) -> ActiveEntry | None:
    """The entry in force with an id such as ``2022-10/7``."""
    return next((entry for entry in known.mentions.entries if entry.id == text), None)


def mentions_in(known: MentionsInForce, a: ActiveEntry, b: ActiveEntry) -> tuple[str, str]:
    """The ids of two mentions of cases, or of campaigns: of one that both entries share, else of one that each has.

    Raises ``KgError`` if they do not both have a case, or both a campaign.
    """
    pairs = [(mention_of_entry(known.mentions, kind, a), mention_of_entry(known.mentions, kind, b)) for kind in KINDS]
    both = [(one.id, other.id) for one, other in pairs if one and other and {one.id, other.id} <= known.things.keys()]
    together = [pair for pair in both if known.leads_to(pair[0]) == known.leads_to(pair[1])]
    for pair in (*together, *both):
        return pair
    entries = " and ".join(dict.fromkeys((a.id, b.id)))
    raise KgError(
        f"{entries}: they do not both belong to a case, or both to a campaign. `kg why` also takes ids of mentions."
    )


def print_chains(known: ResolvedReports, a: Mention, b: Mention) -> None:
    """Print how two entries came to belong to one case, and to one campaign."""
    for kind in KINDS:
        chain = find_chain(known, kind, a.entry.id, b.entry.id)
        if chain:
            _print_chain(known, kind, chain)


def _print_chain(known: ResolvedReports, kind: LinkKind, chain: Sequence[Step]) -> None:
    entries = {entry.id: entry for entry in known.entries}
    things = [_thing(known, kind, entries[id]) for id in (chain[0].start, chain[-1].end)]
    joins = "makes" if things[0] == things[1] else "would make (a decision keeps them apart)"
    print_line(f"What {joins} {chain[0].start} and {chain[-1].end} one {kind.lower()}", "bold")
    for number, step in enumerate(chain, 1):
        print_line(f"  {number}. {step.start} and {step.end}: {_ground(step)}")
        if step.link:
            _print_words(entries, step.link, (step.start, step.end))


def _thing(known: ResolvedReports, kind: LinkKind, entry: ActiveEntry) -> str:
    mention = mention_of_entry(known.mentions, kind, entry)
    return known.leads_to(mention.id) if mention else ""


def _ground(step: Step) -> str:
    if step.link is None:
        return f"decision {step.decision} says they are the same"
    reason = f": {step.link.reason}" if step.link.reason else ""
    return f"{find_rule(step.link.rule).about}{reason} ({step.link.rule})"


def _print_words(entries: dict[str, ActiveEntry], link: Link, ends: tuple[str, str]) -> None:
    for id in ends:
        text = entries[id].facts.entry.text
        words = [f"“{text[quote.start : quote.end]}”" for quote in link.evidence if quote.entry == id]
        print_line(f"     {id}: {', '.join(words)}")


def refuse_link(opened: Workspace, known: ResolvedReports, a: Mention, b: Mention, rule: str, why: str) -> None:
    """Decide that a rule's link in the chain between two entries is wrong, and print whether they are still joined.

    Raises ``KgError`` if the rule has no link in the chain, or several.
    """
    if not {a.label, b.label} <= set(KINDS):
        raise KgError(f"{a.id} is a {a.label}. Only links of cases and campaigns can be rejected; give two entries.")
    kind = kind_of_rule(rule)
    start, end = _link_between(known, kind, a, b, rule)
    decisions = opened.judge([Opinion("different", start, end, why, rule)])
    if not decisions:
        say("That is already decided; nothing changed.")
        return
    say(f"Decision {decisions[0].id} rejects that link. `kg undo {decisions[0].id}` undoes it.")
    left = find_chain(opened.resolve_reports(), kind, a.entry.id, b.entry.id)
    names = ", ".join(dict.fromkeys(step.link.rule if step.link else f"decision {step.decision}" for step in left))
    if left:
        say(f"{a.entry.id} and {b.entry.id} are still one {kind.lower()}, by {names}; `kg why` shows how.")
    else:
        say(f"{a.entry.id} and {b.entry.id} are no longer one {kind.lower()}.")


def _link_between(known: ResolvedReports, kind: LinkKind, a: Mention, b: Mention, rule: str) -> tuple[str, str]:
    """The ids of the two mentions that are joined by a rule's only link between two entries."""
    direct = _direct(known, a, b, rule)
    link = _only(direct, rule) if direct else _in_chain(known, kind, a, b, rule)
    entries = {entry.id: entry for entry in known.entries}
    return _quotable(known, kind, entries[link.a]), _quotable(known, kind, entries[link.b])


def _in_chain(known: ResolvedReports, kind: LinkKind, a: Mention, b: Mention, rule: str) -> Link:
    """The only link of a rule in the chain from one entry to another."""
    chain = [step.link for step in find_chain(known, kind, a.entry.id, b.entry.id) if step.link]
    links = [link for link in chain if link.rule == rule]
    if not links:
        others = ", ".join(dict.fromkeys(link.rule for link in chain)) or "none"
        raise KgError(f"No {rule} link is in the chain from {a.entry.id} to {b.entry.id}. Its links are: {others}.")
    return _only(links, rule)


def _only(links: list[Link], rule: str) -> Link:
    if len(links) > 1:
        pairs = "; ".join(f"{link.a} {link.b}" for link in links)
        raise KgError(f"The chain has {len(links)} {rule} links. Give the two entries of one of them: {pairs}.")
    return links[0]


def _direct(known: ResolvedReports, a: Mention, b: Mention, rule: str) -> list[Link]:
    """The links that a rule makes between exactly these two entries."""
    ends = {a.entry.id, b.entry.id}
    return [link for link in known.resolution.links if link.rule == rule and {link.a, link.b} == ends]


def _quotable(known: ResolvedReports, kind: LinkKind, entry: ActiveEntry) -> str:
    mention = mention_of_entry(known.mentions, kind, entry)
    if mention is None:
        raise KgError(f"{entry.id} has no facts that a decision about its {kind.lower()} could quote.")
    return mention.id
