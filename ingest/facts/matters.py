"""What an entry is about: words by which entries about the same thing are found."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ingest.facts.evidence import Evidence, Span


@dataclass(frozen=True, slots=True)
class Occasion:
    """A rally called for a day (ISO), which the entry says its news has to do with."""

    day: str
    evidence: Evidence


MatterKind = Literal[
    "case_number",  # the number of a case: `case No. 123/24`
    "case_of",  # a case, trial or verdict that is named after `person`
    "party_affairs",  # words that speak of founding or registering a party
    "group",  # a group mentioned without names; `value` is the word before it: `Ruthenian activists`
    "asylum",  # words for asylum, extradition or refugees
    "custody",  # words for detention or arrest
    "held_at",  # words by which `person` is held in the facility `body`
    "strike",  # a strike of workers
    "hearing",  # words by which a court hears a case
    "accused_count",  # how many are accused: `seven people in the dock`
    "day",  # a day that is spoken of, ISO, as exact as the words
    "named_event",  # an event that everybody calls by name; `value` is when it was
    "press_conference",
    "same_meeting",  # `at the same meeting`
    "rally_topic",  # the topic a rally is announced under
    "street_protest",  # words for a protest in the street
    "protest_cause",  # what a protest is for or against: `against the dam`
    "crowd",  # people who had come together
    "meeting_of",  # a body whose meetings somebody took part in: `body`, or only its name in quotation marks
    "punishment",  # words of being made to answer for something
    "quoted_name",  # a name in quotation marks, as it stands
    "age",  # the age of `person`, in years
    "birth_year",  # the year in which `person` was born
    "bill_title",  # the title of a draft law
    "law_title",  # the title of a law, which beside a step of legislation is a bill's
    "bill",  # words for a bill, titled or not
    "own_name",  # such a name of any entry of the report, in quotation marks or not; in lower case
]
"""What a :class:`Matter` is; a kind without a value of its own has the words it rests on as its value."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Words by which a reader knows what an entry is about, and so which other entries are about the same.

    ``value`` is comparable between entries: what ``kind`` says, else the words in lower case. ``person`` is an index
    into ``EntryFacts.persons``, ``body`` one into ``bodies``. ``stems`` are those of the value's content words, for
    kinds that are compared word by word, such as a topic.
    """

    kind: MatterKind
    value: str
    evidence: Evidence
    person: int | None = None
    body: int | None = None
    stems: tuple[str, ...] = ()


class ContentWord(NamedTuple):
    """A word that carries meaning: its stem, and where it first occurs in the entry after the header.

    Words with a capital are left out, as names.
    """

    stem: str
    span: Span
