"""The words that tell matters: the shape of ``matters.yaml``, and patterns made of its lists."""

import re
from collections.abc import Iterable

import msgspec

from ingest.jurisdictions.packs import Jurisdiction


class MatterWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``matters.yaml``, explained there."""

    cases: tuple[str, ...]
    number_signs: tuple[str, ...]
    named_cases: tuple[str, ...]
    named_case_links: tuple[str, ...]
    named_case_harms: tuple[str, ...]
    registrations: tuple[str, ...]
    registered_bodies: tuple[str, ...]
    party_founding: tuple[str, ...]
    groups: tuple[str, ...]
    not_groups: frozenset[str]
    asylum: tuple[str, ...]
    custody: tuple[str, ...]
    strikes: tuple[str, ...]
    other_strikes: tuple[str, ...]
    labour: tuple[str, ...]
    courts: tuple[str, ...]
    hears: tuple[str, ...]
    heard: tuple[str, ...]
    accused: tuple[str, ...]
    days_since: tuple[str, ...]
    press_conferences: tuple[str, ...]
    same_openers: tuple[str, ...]
    same_meetings: tuple[str, ...]
    topics: tuple[str, ...]
    slogans: tuple[str, ...]
    topic_ends: tuple[str, ...]
    not_in_topics: frozenset[str]
    street_protests: tuple[str, ...]
    causes: tuple[str, ...]
    demands: tuple[str, ...]
    demand_links: tuple[str, ...]
    crowds: tuple[str, ...]
    taking_part: tuple[str, ...]
    gathered: tuple[str, ...]
    gatherings: tuple[str, ...]
    punishments: tuple[str, ...]
    ages: tuple[str, ...]
    births: tuple[str, ...]
    birth_marks: tuple[str, ...]
    drafts: tuple[str, ...]
    laws: tuple[str, ...]
    title_openers: tuple[str, ...]
    bills: tuple[str, ...]
    common_in_titles: frozenset[str]


def matter_words(jurisdiction: Jurisdiction) -> MatterWords:
    """The lexicon of a jurisdiction. Raises ``LexiconError`` naming file and mistake."""
    return jurisdiction.lexicon("matters", MatterWords)


def either(phrases: Iterable[str]) -> str:
    """A group that matches one of the phrases, the longest first; any white space fits a blank."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first) + ")"


def any_word(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of the phrases as whole words, in capitals or not."""
    return re.compile(rf"\b{either(phrases)}\b", re.IGNORECASE)
