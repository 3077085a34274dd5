"""The report of a list: one entry for each row, in sentences that the rules of reading read."""

from collections.abc import Iterator, Sequence

from ingest.errors import KgError
from ingest.formats.written import WrittenText
from ingest.jurisdictions.lexicons import code_names
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import MONTH_NAMES
from kg.corrections.kinds.kind import Values
from kg.workspace.intake.lists.rows import ListedPrisoner
from kg.workspace.intake.lists.words import list_words
from kg.workspace.intake.own_entries import is_address, read_day


def write_report(prisoners: Sequence[ListedPrisoner], day: str, source: str, jurisdiction: Jurisdiction) -> WrittenText:
    """A report of the day (ISO) of the list; rows without a date of their own are of that day.

    ``source`` is what the list rests on: an address, which every row cites, or words. Raises ``KgError`` without one.
    """
    read_day(day)
    if not source:
        raise KgError("A list needs its source. Say who publishes it, or at least who gave it to whom.")
    addresses = [source] if is_address(source) else []
    paragraphs = []
    for prisoner in prisoners:
        own = prisoner.cells.get("source")
        addresses += [own] if own and own not in addresses else []
        cited = sorted({addresses.index(address) + 1 for address in (source, own) if address in addresses})
        paragraphs.append(_paragraph(prisoner, day, jurisdiction) + "".join(f"[{number}]" for number in cited))
    notes = [f"[{number}] {address}" for number, address in enumerate(addresses, 1)]
    return WrittenText(f"the list of {day}", "\n\n".join([*paragraphs, *notes]) + "\n")


def _paragraph(prisoner: ListedPrisoner, day: str, jurisdiction: Jurisdiction) -> str:
    cells = prisoner.cells
    date = read_day(cells.get("date", day))
    header = ", ".join(filter(None, [f"{date:%d.%m.%Y}", cells.get("place")]))
    note = cells.get("note", "")
    sentences = [*_sentences(prisoner, jurisdiction), *([note if note[-1] in ".!?" else f"{note}."] if note else [])]
    return f"{header}, {' '.join(sentences)}"


def _sentences(prisoner: ListedPrisoner, jurisdiction: Jurisdiction) -> Iterator[str]:
    cells, words = prisoner.cells, list_words(jurisdiction)
    parts = _parts(prisoner, jurisdiction)
    if "term" in cells:
        yield words.sentences["term"].format_map(parts)
    elif prisoner.provisions:
        yield words.sentences["charge"].format_map(parts)
    if "facility" in cells:
        yield words.sentences["held"].format_map(parts)
    elif "since" in cells:
        yield words.sentences["detained"].format_map(parts | {"on": _when(cells["since"], jurisdiction)})


def _parts(prisoner: ListedPrisoner, jurisdiction: Jurisdiction) -> dict[str, str]:
    """What the braces of a sentence stand for; empty what the row does not have."""
    cells, parts = prisoner.cells, list_words(jurisdiction).parts
    term = cells.get("term", "")
    if prisoner.bare_term:
        term = parts["days" if prisoner.days_only else "years"].format(term=term)
    articles = provision_words(prisoner.provisions, jurisdiction)
    since, court = cells.get("since"), cells.get("court")
    return {
        "name": cells["name"],
        "term": term,
        "facility": cells.get("facility", ""),
        "on": _when(cells["sentenced"], jurisdiction) if "sentenced" in cells else "",
        "by": parts["by"].format(court=court.removeprefix("the ")) if court else "",
        "under": parts["under"].format(articles=articles) if articles else "",
        "since": parts["since"].format(date=_day_in_words(since)) if since else "",
    }


def provision_words(provisions: Sequence[Values], jurisdiction: Jurisdiction) -> str:
    """Provisions as a report cites them: ``Article 207, Part 2 of the PC and Article 211 of the PC``."""
    words = list_words(jurisdiction).provision
    return words["between"].join(one_provision(provision, jurisdiction) for provision in provisions)


def one_provision(provision: Values, jurisdiction: Jurisdiction) -> str:
    """A provision as a report cites it."""
    words = list_words(jurisdiction).provision
    cited = words["article"].format(article=provision["article"])
    for level in ("part", "paragraph"):
        cited += words[level].format_map(provision) if provision.get(level) else ""
    code = code_names(jurisdiction).codes.get(provision.get("code", ""))
    return cited + words["code"].format(code=min(code.short)) if code and code.short else cited


def _when(date: str, jurisdiction: Jurisdiction) -> str:
    """``on March 2, 2030``, ``in March 2030``, ``in 2030``."""
    part = "day" if len(date) == len("2031-03-05") else "month"
    return list_words(jurisdiction).parts[part].format(date=_day_in_words(date))


def _day_in_words(date: str) -> str:
    year, *rest = date.split("-")
    if not rest:
        return year
    month = MONTH_NAMES[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"
