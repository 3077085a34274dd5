"""``kg show``: anything of the graph on a page."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import click

from kg.cli.output import ask, print_hanging, print_line, say
from kg.cli.pages.choice import find_shown
from kg.cli.store import reading
from queries.pages.page import read_page
from queries.pages.phrases import host_of
from queries.pages.values import Line, Page, Quote

# Characters of a line without quotes that is not split in two.
_ONE_LINE = 74
_LABELS = {"Event": "act", "Stay": "custody", "Provision": "article"}


@click.command()
@click.argument("name", nargs=-1)
@click.option(
    "--quotes", type=click.IntRange(0), default=1, show_default=True, help="Quote at most this many entries a line."
)
@click.option(
    "--most", type=click.IntRange(1), default=40, show_default=True, help="Show at most this many lines of a section."
)
@click.option("--addresses", is_flag=True, help="Show the whole address of the source behind a quote, not its host.")
@click.option("--ids", is_flag=True, help="Show the ids of family ties, lawyers and memberships too; it takes longer.")
@click.pass_obj
def show(workspace: Path, name: Sequence[str], quotes: int, most: int, addresses: bool, ids: bool) -> None:
    """Show everything about one thing, by any of its names or its id, with quotes from the reports.

    A person, organisation, court, facility, place, article, case, campaign, act, charge, sanction, custody, source,
    report or entry. kg prompts for the name if you leave it out, which keeps it out of the shell's history. Several
    people with exactly that name are shown one after the other.

    \b
    Example: kg show person-3f2a9c81d0b4e6f7
    Example: kg show CC 405/2
    Example: kg show 2022-10/7
    """
    text = " ".join(name) or ask("Name or id")
    with reading(workspace) as store:
        shown = find_shown(workspace, store, text)
        pages = [read_page(store, found.label, found.id, quotes) for found in shown]
    pages = [_with_own_ids(page, workspace, ids) for page in pages]
    for number, page in enumerate(pages):
        if number:
            print_line()
        _print_page(page, most, addresses)
    if len(pages) > 1:
        say(f"{len(pages)} things have this name. Give an id to see one of them.")


def _with_own_ids(page: Page, workspace: Path, ids: bool) -> Page:
    """A page whose lines have the ids to decide with: on an entry's page, those of what this entry says.

    Elsewhere, with ``ids``, a tie of two people, or of a person and a body, has an id for each entry that states it.
    """
    if page.label != "Entry" and not ids:
        return page
    from kg.cli.pages.mentions import mentions_of, ties_of  # noqa: PLC0415 (other pages do not derive anything)
    from queries.pages.entries import with_mention_ids, with_tie_ids  # noqa: PLC0415 (the same)

    if page.label == "Entry":
        return with_mention_ids(page, mentions_of(workspace, page.id))
    return with_tie_ids(page, ties_of(workspace))


def _print_page(page: Page, most: int, addresses: bool) -> None:
    print_hanging((page.name, "bold"))
    label = _LABELS.get(page.label, page.label.lower())
    print_hanging((label if page.id in page.name else f"{label} {page.id}", "dim"))
    for what, value in page.about:
        print_hanging((f"{what}: {value}" if what else value, ""))
    if page.text:
        print_line()
        print_hanging(*_marked(page), hang=0)
    for section in page.sections:
        print_line()
        print_line(section.title, "bold")
        for line in section.lines[:most]:
            _print_line(line, addresses)
        if len(section.lines) > most:
            left = len(section.lines) - most
            print_line(f"  and {left} more; --most {len(section.lines)} shows all", "dim")


def _print_line(line: Line, addresses: bool) -> None:
    mark = [(f"{{{line.mark}}} ", "dim")] if line.mark else []
    what = "; ".join((line.what, *line.details))
    known = "; ".join(filter(None, (*line.dates, line.standing, line.id)))
    if len(what) + len(known) < _ONE_LINE:
        print_hanging(*mark, (f"{what}; ", ""), (known, "dim"), indent=2)
    else:
        print_hanging(*mark, (what, ""), indent=2)
        print_hanging((known, "dim"), indent=6, hang=2)
    for quote in line.quotes:
        print_hanging((_source(quote, addresses), "dim"), (quote.words, "italic"), indent=6, hang=2)
    entries = len({passage.entry for passage in line.passages if passage.span})
    if entries > len(line.quotes) > 0:
        print_hanging((f"and in {entries - len(line.quotes)} more", "dim"), indent=6)


def _source(quote: Quote, addresses: bool) -> str:
    """``[2022-10/7, news.example] ``, with the whole address where it is asked for."""
    if not quote.url:
        return f"[{quote.entry}, no source] "
    return f"[{quote.entry}, {quote.url if addresses else host_of(quote.url)}] "


def _is_in_fact(start: int, end: int, page: Page) -> bool:
    return any(mark.span.start <= start and end <= mark.span.end for mark in page.marks)


def _marked(page: Page) -> list[tuple[str, str]]:
    """The page's text in parts: the words of each fact underlined, with its number in braces behind them."""
    ends = sorted({(mark.span.end, mark.number) for mark in page.marks})
    edges = sorted({0, len(page.text), *(edge for mark in page.marks for edge in mark.span)})
    parts = []
    for start, end in pairwise(edges):
        parts.append((page.text[start:end], "underline" if _is_in_fact(start, end, page) else ""))
        numbers = ",".join(str(number) for at, number in ends if at == end)
        if numbers:
            parts.append((f"{{{numbers}}}", "dim"))
    return parts
