"""Facts of the graph in words that cannot be misread: what a date is the date of, and what is only claimed."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from ingest.vocabulary import ChargeStage, Standing
from kg.schema.labels import load_labels
from kg.schema.sentences import phrase, say, say_number, say_word, spoken

STATED = phrase("stated as fact by the report")
STANDINGS: Mapping[Standing, str] = {
    "alleged": phrase("ALLEGED: somebody claims it"),
    "denied": phrase("DENIED: the only account is that it did not happen"),
    "found": phrase("FOUND by a court or official inquiry"),
}
STAGES: Mapping[ChargeStage, str] = {
    "suspected": phrase("suspected"),
    "charged": phrase("a case is reported (opened, suspicion or charge), no verdict"),
    "tried": phrase("on trial, no verdict reported"),
    "acquitted": phrase("ACQUITTED"),
    "dropped": phrase("DROPPED"),
    "reclassified": phrase("replaced by another charge"),
}
PARTS = {
    "target": phrase("accused or affected"),
    "perpetrator": phrase("ACCUSED of having done it to others"),
    "complainant": phrase("complained"),
}
"""The parts that people and bodies have in a case or charge; other words of the vocabulary stand for themselves."""
NAMED_ONLY = phrase("named with this article; no charge, trial or verdict is reported")
CONVICTED = phrase("convicted")
PENALISED = phrase("administrative penalty, no criminal conviction")
APPEALED = phrase("appeal reported, no verdict in these reports")
ADMINISTRATIVE = "CAO"
"""The code of administrative offences in the vocabulary: a penalty under it is no criminal conviction."""

_UNITS = {
    "Y": phrase("{n} year|{n} years"),
    "M": phrase("{n} month|{n} months"),
    "W": phrase("{n} week|{n} weeks"),
    "D": phrase("{n} day|{n} days"),
    "H": phrase("{n} hour|{n} hours"),
}
_PART = re.compile(r"(\d+(?:\.\d+)?)([YMWDH])")

REQUESTED = phrase("REQUESTED, not imposed")
TIE_STATED = phrase("in the words of the report")
"""The standing of a tie between two people, or a person and a body."""


def plain(word: object, of: str = "") -> str:
    """A code of the vocabulary as words: ``assembly_refusal`` is ``assembly refusal``. ``of`` is its list."""
    return say_word(str(word), of)


def say_kind(label: str) -> str:
    """A kind of thing in words."""
    language = spoken()
    return label.lower() if language == "en" else load_labels(language).nodes[label]


def say_part(role: str) -> str:
    """The part that somebody has in a case or charge, in words; other words of the vocabulary stand for themselves."""
    return say(PARTS[role]) if role in PARTS else plain(role)


def say_role(role: str) -> str:
    """The part that somebody has in a case: ``as lawyer``."""
    return say(PARTS[role]) if role in PARTS else say("as {role}", role=plain(role))


def name_act(type: str) -> str:
    """The type of an act in words; what is of no other type is ``another act``."""
    return say("another act") if type == "other" else plain(type, "act_type")


def name_own(id: str) -> str:
    """What a page calls its own person or body among others."""
    return say("this person") if id.startswith("person-") else say("this body")


def claim(standing: str | None) -> str:
    """What stands behind the name of one who is said to have done something; nothing where it is stated or found."""
    return f" ({plain(standing)})" if standing and standing != "found" else ""


def standing_of(standing: str | None) -> str:
    """The standing of an act in words."""
    return say(next((words for code, words in STANDINGS.items() if code == standing), STATED))


def format_duration(iso: str) -> str:
    """``P15D`` as ``15 days``, ``P3Y2M20D`` as ``3 years, 2 months and 20 days``; what is no duration, unchanged."""
    parts = [say_number(_UNITS[unit], float(number)) for number, unit in _PART.findall(iso)]
    return list_words(parts) or iso


def list_words(words: Iterable[str], most: int = 8) -> str:
    """``a, b and c``; of more than ``most`` the first, and how many others."""
    known = list(words)
    if len(known) > most:
        known = [*known[:most], say("{n} others", n=len(known) - most)]
    return say(" and ").join(filter(None, (", ".join(known[:-1]), *known[-1:])))


def name_provision(id: str) -> str:
    """``CC:405/2`` as ``CC 405/2``; ``?:918`` as ``article 918 of a code not named``."""
    code, _, article = id.partition(":")
    if code == "?":
        return say("article {article} of a code not named", article=article)
    return f"{code} {article}".strip()


HAPPENED, IMPOSED_ON = phrase("happened {date}"), phrase("imposed {date}")


def date_act(date: str | None, reported: str | None, happened: str = HAPPENED) -> tuple[str, ...]:
    """When an act happened and when it was reported; a report's own date is never the day of the act."""
    if date and reported and date != reported:
        return (say(happened, date=date), say("first reported {date}", date=reported))
    if reported or date:
        return (say("reported {date}", date=reported or date),)
    return (say("undated"),)


def date_mentions(first: str | None, last: str | None) -> tuple[str, ...]:
    """Between which entries something is mentioned."""
    if not first:
        return (say("mentioned in undated entries"),)
    if last and last != first:
        return (say("first mentioned {date}", date=first), say("last mentioned {date}", date=last))
    return (say("mentioned {date}", date=first),)


def count(number: int, one: str, many: str = "") -> str:
    """``1 entry``, ``3 entries``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def host_of(url: str) -> str:
    """The host of an address without ``www.``; the address itself if it is broken."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url
