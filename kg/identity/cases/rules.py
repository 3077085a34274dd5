"""The rules by which entries are of one case, in the order in which they are asked.

A rule of the first stage needs no other. Those of the stages after it ask which cases there are so far, and how many
entries each has, so what the stages before them joined matters. Signs hold within one report unless a rule says
otherwise; each alone is enough. A wrong join is worse than a missed one: where a sign fits two cases, it joins nothing.
"""

from kg.identity.cases.context import CaseContext
from kg.identity.cases.finders.hearings import (
    find_hearings_on_events,
    find_hearings_on_harms,
    find_hearings_on_one_thing,
)
from kg.identity.cases.finders.in_custody import find_harms_inside, find_hunger_strikes
from kg.identity.cases.finders.parties import (
    find_later_hearings,
    find_named_again,
    find_only_cases,
)
from kg.identity.cases.finders.shared_sources import (
    find_one_pages,
    find_one_plaintiffs,
)
from kg.identity.cases.shared_rules import SHARED, TOLD_AGAIN, Rule
from kg.identity.links import Match, Stage

CASE_STAGES: tuple[Stage[CaseContext, Match], ...] = (
    TOLD_AGAIN,
    SHARED,
    Stage(
        "Hearings that name nobody, with the only trial they can be of",
        (
            Rule(
                "hearing-on-event",
                "a hearing that names nobody, and the only trial there about the same event",
                find_hearings_on_events,
                "several trials",
            ),
            Rule(
                "hearing-on-harm",
                "a step before a court that names nobody, and the only case there about the same harm in an event",
                find_hearings_on_harms,
                "several cases",
            ),
            Rule(
                "hearing-on-one-thing",
                "a hearing that names nobody, and the only case before a court there with two of its rare words",
                find_hearings_on_one_thing,
                "several cases; words that any hearing has",
            ),
        ),
    ),
    Stage(
        "Hearings, with the criminal case in an earlier report",
        (
            Rule(
                "later-hearing",
                "a hearing without an article, and the only criminal case of an earlier report, with a rare word",
                find_later_hearings,
                "several cases",
            ),
        ),
    ),
    Stage(
        "Somebody who is only spoken of",
        (
            Rule(
                "only-case",
                "somebody only spoken of, or whose lawyer undergoes something, and their only case",
                find_only_cases,
                "several people; several cases",
            ),
        ),
    ),
    Stage(
        "Harm without the name of the victim",
        (
            Rule(
                "harm-inside",
                "harm in a facility without the victim's name, and the only case of harm there",
                find_harms_inside,
                "several cases",
            ),
            Rule(
                "hunger-strike",
                "a hunger strike without a name, and the only one in that place",
                find_hunger_strikes,
                "several cases",
            ),
        ),
    ),
    Stage(
        "Somebody named where nobody undergoes anything",
        (
            Rule(
                "named-again",
                "somebody named again, with a rare word of their only case or a step before a court",
                find_named_again,
                "several cases; an official; a rally, bill or registration; a lawyer or speaker before a court",
            ),
        ),
    ),
    Stage(
        "Entries that rest on one page",
        (
            Rule(
                "same-plaintiff",
                "the same page and the same plaintiff",
                find_one_plaintiffs,
                "an article against somebody; a page under more than six entries",
            ),
            Rule(
                "same-page",
                "the same page, and a rare word or the same step of a bill or registration",
                find_one_pages,
                "something done to somebody in either; a page under more than six entries",
            ),
        ),
        single_entries_only=True,
    ),
)
"""Every rule, stage by stage."""
