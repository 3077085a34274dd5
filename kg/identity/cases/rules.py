"""The rules by which entries are of one case, in the order in which they are asked.

A rule of the first stage needs no other. Those of the stages after it ask which cases there are so far, and how many
entries each has, so what the stages before them joined matters.
"""

from collections.abc import Callable, Iterable, Iterator

from kg.identity.cases.bills import find_bills
from kg.identity.cases.context import CaseContext
from kg.identity.cases.dates import find_put_off, find_scenes, find_told_back
from kg.identity.cases.features import find_groups, find_strikes, signs_of
from kg.identity.cases.hearings import find_hearings_of_many, find_unnamed_hearings
from kg.identity.cases.in_custody import find_harms_inside, find_hunger_strikes
from kg.identity.cases.parties import (
    find_later_hearings,
    find_named_again,
    find_only_cases,
    find_rallies_held,
    find_together,
)
from kg.identity.cases.proceedings import find_next_steps, find_spoken_for
from kg.identity.cases.quoted_names import find_named_matters
from kg.identity.cases.shared_facts import find_same_articles, find_same_bodies, find_same_deaths
from kg.identity.cases.shared_sources import find_conferences, find_one_pages, find_one_plaintiffs, find_same_meetings
from kg.identity.links import LinkRule, Match, Stage, match_entries

Rule = LinkRule[CaseContext]
Pairs = Iterable[tuple[str, str]]


def _of_pairs(find: Callable[[CaseContext], Pairs]) -> Callable[[CaseContext], Iterator[Match]]:
    def matches(context: CaseContext) -> Iterator[Match]:
        for a, b in find(context):
            yield match_entries(context.by_id[a], (), context.by_id[b], (), "")

    return matches


def _signs(context: CaseContext) -> Iterator[tuple[str, str]]:
    first_of: dict[tuple[str, ...], str] = {}
    for entry in context.entries:
        for sign in signs_of(entry, context.bodies):
            yield first_of.setdefault(sign, entry.id), entry.id


def _unnamed_hearings(context: CaseContext) -> Pairs:
    return find_unnamed_hearings(context.entries, context.clusters, context.rare_in_hearings)


CASE_STAGES: tuple[Stage[CaseContext], ...] = (
    Stage(
        "What two entries share",
        (
            Rule("same-number", "the same case number, or the affairs of one party", _of_pairs(_signs)),
            Rule("same-article", "one person under one article of a criminal code", find_same_articles),
            Rule("same-body", "something done to the same body", find_same_bodies),
            Rule("same-death", "the death of the same person", find_same_deaths),
            Rule("next-step", "the next step against the same person", find_next_steps),
            Rule("spoken-for", "people spoken for, of whom one alone has a case", find_spoken_for),
            Rule("same-people", "the same people, and nobody else", find_together),
            Rule("bill", "one bill", _of_pairs(lambda c: find_bills(c.entries, c.rare)), makes="bill"),
            Rule("group", "a group without names", _of_pairs(lambda c: find_groups(c.entries))),
            Rule("strike", "a strike of workers", _of_pairs(lambda c: find_strikes(c.entries, c.bodies))),
            Rule("rally-held", "a rally refused, and held all the same", find_rallies_held),
            Rule(
                "conference",
                "one press conference",
                _of_pairs(lambda c: find_conferences(c.entries, c.people, c.bodies)),
            ),
            Rule("same-meeting", "the same meeting", _of_pairs(lambda c: find_same_meetings(c.entries))),
            Rule(
                "many-accused",
                "one court and as many accused",
                _of_pairs(lambda c: find_hearings_of_many(c.entries, c.bodies)),
            ),
            Rule("put-off", "a hearing put off to a day", find_put_off),
            Rule(
                "day-told-back",
                "the day of an earlier incident",
                _of_pairs(lambda c: find_told_back(c.entries, c.people, c.bodies, c.rare)),
            ),
            Rule("scene", "the same thing done on one day at one body", find_scenes),
            Rule(
                "quoted-name",
                "a name in quotation marks",
                _of_pairs(lambda c: find_named_matters(c.entries, c.people, c.rare_beside_bodies)),
            ),
        ),
    ),
    Stage(
        "Hearings that name nobody",
        (Rule("unnamed-hearing", "a hearing that names nobody", _of_pairs(_unnamed_hearings)),),
    ),
    Stage(
        "Hearings in later reports",
        (Rule("later-hearing", "the one criminal case of an earlier report", find_later_hearings),),
    ),
    Stage("Somebody spoken of", (Rule("only-case", "the only case of somebody spoken of", find_only_cases),)),
    Stage(
        "Harm without a name",
        (
            Rule("harm-inside", "harm in one facility", find_harms_inside),
            Rule("hunger-strike-inside", "a hunger strike in one place", find_hunger_strikes),
        ),
    ),
    Stage("Somebody named again", (Rule("named-again", "the only case of somebody named", find_named_again),)),
    Stage(
        "One page",
        (
            Rule("same-plaintiff", "one page and one plaintiff", find_one_plaintiffs),
            Rule("same-page", "one page", find_one_pages),
        ),
        single_entries_only=True,
    ),
)
"""Every rule, stage by stage."""
