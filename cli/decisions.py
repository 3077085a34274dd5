"""``kg decisions``: what people decided, and the journals of others."""

import codecs
from collections import Counter
from pathlib import Path

import click

from cli.identity import say_faults
from cli.output import print_table, say
from exports.files import write_export
from ingest.errors import KgError
from kg.decisions.journal import in_order, write_decision
from kg.workspace import Workspace


@click.group("decisions", invoke_without_command=True)
@click.pass_context
def decisions_group(context: click.Context) -> None:
    """List every decision: what it is about, who took it, when, why, and whether it holds.

    Example: kg decisions
    """
    if context.invoked_subcommand:
        return
    listed = Workspace.open(context.obj).list_decisions()
    rows = [
        [d.decision.id, d.decision.verb, d.about, d.decision.who, d.decision.when[:16], d.decision.why, d.state]
        for d in listed
    ]
    print_table("Decisions", ["id", "decision", "about", "who", "when", "why", "state"], rows)
    say("`kg undo ID` takes one back.")


@decisions_group.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def export_decisions(workspace: Path, file: Path) -> None:
    """Write the journal into a file that a colleague can import. It quotes words of the reports: names are in it.

    Example: kg decisions export decisions.jsonl
    """
    opened = Workspace.open(workspace)
    opened.spare(file)
    decisions = in_order(opened.decisions())
    write_export(file, b"".join(write_decision(d) for d in decisions))
    say(f"Decisions in {file}: {len(decisions)}. They quote the words they are about: names are in it.")


@decisions_group.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_context
def import_decisions(context: click.Context, file: Path) -> None:
    """Take a colleague's journal in. Nothing of either is lost; what contradicts is shown.

    Exit code 1 when some lines of it are no whole decision.

    Example: kg decisions import colleague.jsonl
    """
    opened = Workspace.open_or_create(context.obj)
    try:
        taken = opened.import_decisions(file.read_bytes().removeprefix(codecs.BOM_UTF8))
    except KgError as error:
        raise KgError(f"{file}: {error}") from None
    verbs = ", ".join(f"{number} {verb}" for verb, number in sorted(Counter(d.verb for d in taken.new).items()))
    say(f"New decisions: {len(taken.new)}{f' ({verbs})' if verbs else ''}; already there: {taken.there}.")
    say_faults(opened)
    if taken.broken:
        say(f"{file}, line {', '.join(map(str, taken.broken))}: not a whole decision, left out.")
        context.exit(1)
