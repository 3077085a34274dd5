"""The groups of what changed, in the order in which they are shown."""

from typing import Literal, get_args

from kg.schema.sentences import phrase

Group = Literal[
    "new_people", "charges", "custody", "moved", "released", "sentenced", "again", "disagree", "ended", "others"
]
GROUPS: tuple[Group, ...] = get_args(Group)
HEADINGS: dict[str, str] = {
    "new_people": phrase("New people, with what was done to them"),
    "charges": phrase("New charges against known people"),
    "custody": phrase("Known people detained or remanded"),
    "moved": phrase("In another facility than before"),
    "released": phrase("Released"),
    "sentenced": phrase("Sentences and other sanctions told for the first time"),
    "again": phrase("What else was done to known people"),
    "disagree": phrase("Accounts that now disagree"),
    "ended": phrase("Terms that ended"),
    "others": phrase("Others named for the first time"),
}
