"""Facts of the graph in words that cannot be misread: what a date is the date of, and what is only claimed."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from ingest.vocabulary import ChargeStage, Standing

STATED = "stated as fact by the report"
STANDINGS: Mapping[Standing, str] = {
    "alleged": "ALLEGED: somebody claims it",
    "denied": "DENIED: the only account is that it did not happen",
    "found": "FOUND by a court or official inquiry",
}
STAGES: Mapping[ChargeStage, str] = {
    "suspected": "suspected",
    "charged": "a case is reported (opened, suspicion or charge), no verdict",
    "tried": "on trial, no verdict reported",
    "acquitted": "ACQUITTED",
    "dropped": "DROPPED",
    "reclassified": "replaced by another charge",
}
PARTS = {
    "target": "accused or affected",
    "perpetrator": "ACCUSED of having done it to others",
    "complainant": "complained",
}
"""The parts that people and bodies have in a case or charge; other words of the vocabulary stand for themselves."""
NAMED_ONLY = "named with this article; no charge, trial or verdict is reported"
CONVICTED = "convicted"
PENALISED = "administrative penalty, no criminal conviction"
APPEALED = "appeal reported, no verdict in these reports"
ADMINISTRATIVE = "CAO"
"""The code of administrative offences in the vocabulary: a penalty under it is no criminal conviction."""

_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}
_PART = re.compile(r"(\d+(?:\.\d+)?)([YMWDH])")

TIE_STATED = "in the words of the report"
"""The standing of a tie between two people, or a person and a body."""


def plain(word: object) -> str:
    """A code of the vocabulary as words: ``assembly_refusal`` is ``assembly refusal``."""
    return str(word).replace("_", " ")


def name_act(type: str) -> str:
    """The type of an act in words; what is of no other type is ``another act``."""
    return "another act" if type == "other" else plain(type)


def name_own(id: str) -> str:
    """What a page calls its own person or body among others."""
    return "this person" if id.startswith("person-") else "this body"


def claim(standing: str | None) -> str:
    """What stands behind the name of one who is said to have done something; nothing where it is stated or found."""
    return f" ({standing})" if standing and standing != "found" else ""


def standing_of(standing: str | None) -> str:
    """The standing of an act in words."""
    return next((words for code, words in STANDINGS.items() if code == standing), STATED)


def format_duration(iso: str) -> str:
    """``P15D`` as ``15 days``, ``P3Y2M20D`` as ``3 years, 2 months and 20 days``; what is no duration, unchanged."""
    parts = [f"{number} {_UNITS[unit]}{'' if number == '1' else 's'}" for number, unit in _PART.findall(iso)]
    return list_words(parts) or iso


def list_words(words: Iterable[str], most: int = 8) -> str:
    """``a, b and c``; of more than ``most`` the first, and how many others."""
    known = list(words)
    if len(known) > most:
        known = [*known[:most], f"{len(known) - most} others"]
    return " and ".join(filter(None, (", ".join(known[:-1]), *known[-1:])))


def name_provision(id: str) -> str:
    """``CC:405/2`` as ``CC 405/2``; ``?:918`` as ``article 918 of a code not named``."""
    code, _, article = id.partition(":")
    if code == "?":
        return f"article {article} of a code not named"
    return f"{code} {article}".strip()


def date_act(date: str | None, reported: str | None, happened: str = "happened") -> tuple[str, ...]:
    """When an act happened and when it was reported; a report's own date is never the day of the act."""
    if date and reported and date != reported:
        return (f"{happened} {date}", f"first reported {reported}")
    if reported or date:
        return (f"reported {reported or date}",)
    return ("undated",)


def date_mentions(first: str | None, last: str | None) -> tuple[str, ...]:
    """Between which entries something is mentioned."""
    if not first:
        return ("mentioned in undated entries",)
    if last and last != first:
        return (f"first mentioned {first}", f"last mentioned {last}")
    return (f"mentioned {first}",)


def count(number: int, one: str, many: str = "") -> str:
    """``1 entry``, ``3 entries``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def host_of(url: str) -> str:
    """The host of an address without ``www.``; the address itself if it is broken."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url
