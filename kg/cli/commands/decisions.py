"""``kg decisions``: list, export and import what people decided."""

import codecs
from collections import Counter
from pathlib import Path

import click

from exports.files import write_export
from ingest.errors import KgError
from ingest.formats.regular_files import read_regular_file
from kg.cli.decision_problems import print_problems
from kg.cli.output import print_table, say
from kg.decisions.journal import sort_decisions, write_decision
from kg.explain.decision_list import DecisionListed
from kg.workspace import Workspace

_LARGEST = 256 * 1024 * 1024


@click.group("decisions", invoke_without_command=True)
@click.pass_context
def decisions_group(context: click.Context) -> None:
    """List every decision: what it is about, who made it, when, why, and whether it is in effect.

    Example: kg decisions
    """
    if context.invoked_subcommand:
        return
    rows = []
    for listed in Workspace.open(context.obj).list_decisions():
        decision = listed.decision
        made = [decision.who, decision.when[:16], decision.why]
        rows.append([decision.id, decision.verb, listed.about, *made, _describe_status(listed)])
    print_table("Decisions", ["id", "decision", "about", "who", "when", "why", "state"], rows)
    say("`kg undo ID` undoes one.")


@decisions_group.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def export_decisions(workspace: Path, file: Path) -> None:
    """Write the decisions to a file that a colleague can import. It quotes the reports, so it contains names.

    Example: kg decisions export decisions.jsonl
    """
    opened = Workspace.open(workspace)
    opened.refuse_own_file(file)
    decisions = sort_decisions(opened.decisions())
    write_export(file, b"".join(write_decision(d) for d in decisions))
    say(f"Decisions in {file}: {len(decisions)}. They quote the reports, so the file contains names.")


@decisions_group.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_context
def import_decisions(context: click.Context, file: Path) -> None:
    """Import a colleague's decisions. Nothing is overwritten; decisions that contradict each other are shown.

    Exit code 1 when some lines are not complete decisions.

    Example: kg decisions import colleague.jsonl
    """
    opened = Workspace.open_or_create(context.obj)
    data = read_regular_file(file, _LARGEST)
    try:
        result = opened.import_decisions(data.removeprefix(codecs.BOM_UTF8))
    except KgError as error:
        raise KgError(f"{file}: {error}") from None
    verbs = ", ".join(f"{number} {verb}" for verb, number in sorted(Counter(d.verb for d in result.new).items()))
    say(f"New decisions: {len(result.new)}{f' ({verbs})' if verbs else ''}; already known: {result.known}.")
    if result.erased:
        say(f"Left out: {result.erased}, because they quote a report that was erased here.")
    print_problems(opened)
    if result.broken:
        say(f"{file}, line {', '.join(map(str, result.broken))}: not a complete decision, skipped.")
        context.exit(1)


def _describe_status(listed: DecisionListed) -> str:
    others = ", ".join(listed.others)
    words = {
        "holds": "in effect",
        "contradicted": f"in effect; contradicted by {others}",
        "undone": "undone",
        "without effect": "has no effect yet",
        "replaced": f"replaced by {others}",
        "lost": f"lost: {listed.reason}",
        "not done": f"has no effect: it contradicts {others}",
        "waiting": f"waiting: {listed.reason}",
    }
    return words[listed.status]
