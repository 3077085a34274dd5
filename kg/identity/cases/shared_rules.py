"""The rules of cases that need no other: what two entries have in common, whatever else they say."""

from kg.identity.cases.context import CaseContext
from kg.identity.cases.finders.bills import find_steps, find_titles, find_untitled
from kg.identity.cases.finders.dates import find_put_off, find_scenes, find_told_back
from kg.identity.cases.finders.groups import find_groups, find_strikes
from kg.identity.cases.finders.hearings import (
    find_hearings_of_many,
)
from kg.identity.cases.finders.parties import (
    find_rallies_held,
    find_together,
)
from kg.identity.cases.finders.proceedings import find_next_steps, find_spoken_for
from kg.identity.cases.finders.quoted_names import find_named_matters
from kg.identity.cases.finders.shared_facts import (
    find_party_affairs,
    find_same_articles,
    find_same_bodies,
    find_same_deaths,
    find_same_numbers,
)
from kg.identity.cases.finders.shared_sources import (
    find_conferences,
    find_same_meetings,
)
from kg.identity.cases.finders.told_again import find_same_entries, find_told_again
from kg.identity.links import LinkRule, Match, Stage
from kg.identity.retellings.retellings import RULE as RETOLD

Rule = LinkRule[CaseContext, Match]

SHARED = Stage(
    "What two entries have in common, whatever else they say",
    (
        Rule("same-case-number", "the same case number", find_same_numbers),
        Rule(
            "same-article",
            "the same person under the same article of a criminal code, in any report",
            find_same_articles,
        ),
        Rule("same-body", "the same body suffers an attack, a threat, a search or similar", find_same_bodies),
        Rule("told-again", "one act against the same people on one day, in two reports", find_told_again),
        Rule("same-death", "the death of the same person, in any report", find_same_deaths),
        Rule("party-affairs", "the founding or registration of the same party", find_party_affairs, "a rally's slogan"),
        Rule(
            "next-step",
            "the next step against the same person",
            find_next_steps,
            "other articles or another code, unless the sanction is the same or a hunger strike lasts; let go after "
            "hours before; stopped on the way to a rally; another verdict days later; a new step after an "
            "administrative verdict; more than three people without articles",
        ),
        Rule(
            "spoken-for",
            "several people spoken for, of whom one alone has a case",
            find_spoken_for,
            "two of them have cases",
        ),
        Rule("same-people", "the same people undergo something, and nobody else", find_together, "other articles"),
        Rule("bill-title", "bills with a word of their titles in common", find_titles, makes="bill"),
        Rule(
            "untitled-bill",
            "a step of a bill without a title, in the words of a bill's title",
            find_untitled,
            "words of two titles",
            makes="bill",
        ),
        Rule(
            "bill-steps",
            "two steps of legislation with two rare words in common",
            find_steps,
            "two titles without a word in common",
            makes="bill",
        ),
        Rule(
            "asylum-group",
            "a group without names that seeks asylum or may be sent back",
            find_groups,
            "no entry about the group mentions asylum",
        ),
        Rule(
            "workers-strike",
            "a strike of workers in one place",
            find_strikes,
            "each names firms or groups, and none of them is the other's",
        ),
        Rule(
            "rally-held",
            "a rally refused for a day, and held on it by those who were refused",
            find_rallies_held,
            "another day",
        ),
        Rule(
            "press-conference",
            "one press conference: day, place, and somebody whom both name",
            find_conferences,
            "a charge or a sanction",
        ),
        Rule(
            "same-meeting",
            "“at the same meeting”, and the entry before it, of the same day and place",
            find_same_meetings,
            "another day or place",
        ),
        Rule(
            "number-of-accused",
            "hearings that name nobody, with one court and the same number of accused",
            find_hearings_of_many,
            "fewer than three accused",
        ),
        Rule(
            "hearing-put-off",
            "a hearing put off to a day, and the only hearing in that place on the day",
            find_put_off,
            "both name people whom they are about, and nobody is the same",
        ),
        Rule(
            "day-of-incident",
            "the day of the only earlier incident in that place, with a person, a body or a rare word of it",
            find_told_back,
            "a rally",
        ),
        Rule(
            "same-scene",
            "the same thing done to people without names, on one day at one body",
            find_scenes,
            "a rally",
        ),
        Rule(
            "quoted-name",
            "one thing by its own name in quotation marks, and two rare words (one within three days) or a person",
            find_named_matters,
            "people undergo something in both, and nobody is the same; other articles; two verdicts; both only say or "
            "publish; a name in more than eight entries; a rally",
        ),
    ),
)

TOLD_AGAIN = Stage(
    "Entries of two reports in the same words, such as the week's and the month's",
    (
        Rule(
            RETOLD,
            "the same day and, but for marks of footnotes, the same words; or most of the same words, the same place "
            "and the same people",
            find_same_entries,
            "other numbers or acts, where nobody is named; another entry nearly as like it",
        ),
    ),
)
