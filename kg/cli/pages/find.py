"""``kg find``: things by any of their names, and entries by their words."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from ingest.errors import KgError
from kg.cli.context import EMBEDDED, chosen_store
from kg.cli.output import ask, print_hanging, print_json, print_line, say
from kg.search.finder import LIMIT, Answer, Hit
from kg.search.marks import MarkedText
from kg.workspace import Workspace

HIT = "bold underline"


@click.command()
@click.argument("words", nargs=-1)
@click.option("--exact", is_flag=True, help="Find the words only as you spell them; capitals make no difference.")
@click.option(
    "--limit",
    type=click.IntRange(1, 1_000),
    default=LIMIT,
    show_default=True,
    help="Show at most this many things, and this many entries.",
)
@click.option("--format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def find(workspace: Path, words: Sequence[str], exact: bool, limit: int, format: str) -> None:
    """Find people, bodies, places, articles, cases, campaigns and sources by any spelling, and entries by their words.

    The words may be in any order and alphabet. An initial finds the names it stands for, the beginning of the last word
    is enough, and words in quotation marks stand side by side. `CC 405/2` or `405` finds an article. kg prompts for the
    words if you leave them out, which keeps them out of the shell's history.

    Example: kg find orvane i.
    """
    if chosen_store() not in (None, EMBEDDED):
        raise KgError("`kg find` searches the workspace's own graph, not a server. Leave out --store.")
    text = " ".join(words) or ask("Words")
    with Workspace.open(workspace).finder() as finder:
        answer = finder.find(text, exact=exact, limit=limit)
        nearest = () if answer.things or answer.entries else finder.nearest(text)
    if format == "json":
        print_json({"things": list(map(asdict, answer.things)), "entries": list(map(asdict, answer.entries))})
    else:
        _print_answer(answer, limit)
    if not answer.things and not answer.entries:
        say("Nothing has these words." + (" The most similar names:" if nearest else ""))
        for hit in nearest:
            say(f"  {hit.name} ({hit.id})")
    if format == "text" and (answer.things or answer.entries or nearest):
        say("`kg show ID` shows one of them.")


def _print_answer(answer: Answer, limit: int) -> None:
    for hit in answer.things:
        _print_thing(hit)
    if answer.more_things:
        say(f"There are more things with these words: --limit {2 * limit} shows more, a further word fewer.")
    if answer.things and answer.entries:
        print_line()
    for hit in answer.entries:
        print_hanging((f"{hit.id}  ", "dim"), *marked(hit.words), hang=2)
    if answer.more_entries:
        say(f"There are more entries with these words, older ones: --limit {2 * limit} shows more.")


def _print_thing(hit: Hit) -> None:
    named = f"mentioned in {hit.entries} {'entry' if hit.entries == 1 else 'entries'}"
    name = marked(hit.words) if hit.words.text == hit.name else [(hit.name, "")]
    print_hanging(*name, (f"  {hit.kind.lower()}, {named}", "dim"))
    if hit.words.text not in hit.name:
        print_hanging(("spelled ", "dim"), *marked(hit.words), indent=2)
    if hit.name != hit.id:
        print_line(f"  {hit.id}", "dim")


def marked(words: MarkedText) -> list[tuple[str, str]]:
    """A text in parts with their styles: what was searched for is set off."""
    parts, reached = [], 0
    for start, end in words.marks:
        parts += [(words.text[reached:start], ""), (words.text[start:end], HIT)]
        reached = end
    return [*parts, (words.text[reached:], "")]
