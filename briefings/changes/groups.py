"""The groups of what changed, in the order in which they are shown."""

from typing import Literal, get_args

Group = Literal[
    "new_people", "charges", "custody", "moved", "released", "sentenced", "again", "disagree", "ended", "others"
]
GROUPS: tuple[Group, ...] = get_args(Group)
HEADINGS: dict[str, str] = {
    "new_people": "New people, with what was done to them",
    "charges": "New charges against known people",
    "custody": "Known people detained or remanded",
    "moved": "In another facility than before",
    "released": "Released",
    "sentenced": "Sentences and other sanctions told for the first time",
    "again": "What else was done to known people",
    "disagree": "Accounts that now disagree",
    "ended": "Terms that ended",
    "others": "Others named for the first time",
}
