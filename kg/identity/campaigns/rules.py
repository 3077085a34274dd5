"""The rules by which entries share a campaign, in the order in which they are asked."""

from kg.identity.campaigns.context import Answer, CampaignContext
from kg.identity.campaigns.finders.meetings import find_meetings, find_over_meetings
from kg.identity.campaigns.finders.rally_days import (
    find_days,
    find_gathered_on_the_day,
    find_refused_on_the_day,
    find_undated_refusals,
)
from kg.identity.campaigns.finders.topics import find_causes, find_topics
from kg.identity.links import LinkRule, Stage

Rule = LinkRule[CampaignContext, Answer]

CAMPAIGN_STAGES: tuple[Stage[CampaignContext, Answer], ...] = (
    Stage(
        "Rallies called for a day",
        (
            Rule(
                "rally-day",
                "rallies for one day in any report, or for days that one entry plans together, and news of such a day",
                find_days,
                "of several days in the news, the first counts",
            ),
        ),
    ),
    Stage(
        "Rallies under one topic",
        (
            Rule(
                "rally-topic",
                "rallies under one topic, whatever their days",
                find_topics,
                "fewer than three words, or 60 % of the shorter topic, in common",
            ),
        ),
    ),
    Stage(
        "Refusals that name neither day nor topic",
        (
            Rule(
                "undated-refusal",
                "a refusal that names no day, and the only campaign that plans a rally there within a week",
                find_undated_refusals,
                "several campaigns",
            ),
        ),
    ),
    Stage(
        "What happens on the day, where several rallies were refused for it",
        (
            Rule(
                "refused-on-day",
                "somebody who was refused a rally for the day does or undergoes something on it",
                find_refused_on_the_day,
                "nobody else was refused a rally for that day",
            ),
            Rule(
                "gathered-on-day",
                "people who had gathered are held on the day",
                find_gathered_on_the_day,
                "nobody else was refused a rally for that day",
            ),
        ),
    ),
    Stage(
        "Protests that nobody called for a day",
        (
            Rule(
                "protest-cause",
                "protests in two places within a week, for or against one thing by a rare word",
                find_causes,
                "two of one place",
            ),
        ),
    ),
    Stage(
        "The meetings of a body, where no rally is shared",
        (
            Rule(
                "body-meetings",
                "persecution for taking part in the meetings of one body",
                find_meetings,
                "membership; a rally; a meeting that is only mentioned",
            ),
        ),
    ),
    Stage(
        "What happens next to people persecuted over meetings",
        (
            Rule(
                "over-meetings",
                "something else about such a person, in an entry that names the body",
                find_over_meetings,
                "somebody else",
            ),
        ),
    ),
)
"""Every rule, stage by stage."""
