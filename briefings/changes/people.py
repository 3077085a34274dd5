"""People who are named for the first time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefings.changes.groups import Group
from briefings.changes.periods import Periods
from briefings.lines import Line, Person
from kg.schema.sentences import say
from queries.pages.phrases import claim, list_words, name_act, plain

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Named:
    """Where people are named, by person."""

    rows: Mapping[str, Sequence[Row]]

    def is_known(self, person: str, periods: Periods) -> bool:
        """Whether an earlier report names somebody."""
        return periods.is_known(row["place"] for row in self.rows.get(person, ()))


def named_by_person(rows: Sequence[Row]) -> Named:
    """Mentions by person."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["person"]].append(row)
    return Named(found)


def new_people(shown: Named, everywhere: Named, acts: Sequence[Row], periods: Periods) -> Iterator[Line]:
    """A line for everybody whom a new report names and no earlier one, with what was done to them."""
    done: dict[str, list[Row]] = defaultdict(list)
    for row in acts:
        done[row["person"]].append(row)
    for person, rows in shown.rows.items():
        places = periods.new_places(row["place"] for row in rows)
        if not places or everywhere.is_known(person, periods):
            continue
        group, what = _what_of(rows, done[person])
        first = min(row["told"] for row in rows)
        yield Line(group, first, (Person(person, rows[0]["name"]),), what, "", tuple(places))


def _what_of(rows: Sequence[Row], acts: Sequence[Row]) -> tuple[Group, str]:
    """The group of somebody new, and what is said: what was done to them, or in which role they are named."""
    roles = dict.fromkeys(row["role"] for row in rows if row["role"])
    done = dict.fromkeys(f"{name_act(row['type'])}{claim(row['standing'])}" for row in acts)
    if "target" in roles or any(row["against"] for row in acts):
        return "new_people", list_words(done) if done else say("named as target")
    offices = [plain(office, "office") for office in rows[0]["offices"] or ()]
    office = f" ({list_words(offices)})" if offices else ""
    named = say("named as {roles}", roles=list_words(plain(role, "role") for role in roles)) if roles else say("named")
    return "others", f"{named}{office}"
