"""The rules that score two people: what speaks for their being one person, or against it, and by how many points.

The scale is the project's own, set by reading reports and by the invented pairs of
``tests/kg/identity/people/pairs.csv``. ``docs/rules-of-identity.md`` is generated from these values and
``examples.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.identity.names.comparison import MatchLevel, SurnameMatch


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """One ground for or against. ``name`` is stable; ``about`` says in a sentence when the points count."""

    name: str
    points: int
    about: str

    @property
    def signed(self) -> str:
        """The points with their sign, such as ``+2``, ``−4`` or ``0``."""
        return f"{self.points:+}".replace("-", "−") if self.points else "0"


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that counts for two people, and why in words."""

    rule: ScoreRule
    words: str


NAMES: Mapping[tuple[MatchLevel, SurnameMatch], ScoreRule] = {
    ("full", "equal"): ScoreRule("full-name", 5, "Surname and given name are equal."),
    ("full", "family"): ScoreRule(
        "full-name-without-ending", 3, "The given names are equal, and one surname is the other without its ending."
    ),
    ("full", "slip"): ScoreRule(
        "full-name-surname-slip", 3, "The given names are equal, and the surnames are one letter apart."
    ),
    ("full", "gender"): ScoreRule(
        "full-name-other-gender",
        0,
        "The given names are equal, and the surnames are the form for a man and the form for a woman.",
    ),
    ("slip", "equal"): ScoreRule("given-name-slip", 2, "The surnames are equal; the given names are one letter apart."),
    ("slip", "family"): ScoreRule(
        "given-name-slip-without-ending",
        0,
        "The given names are one letter apart, and one surname is the other without its ending.",
    ),
    ("slip", "slip"): ScoreRule("two-slips", -1, "Both the surnames and the given names are one letter apart."),
    ("initial", "equal"): ScoreRule("initial", 1, "The surnames are equal, and an initial fits."),
    ("initial", "family"): ScoreRule(
        "initial-without-ending", -1, "An initial fits, and one surname is the other without its ending."
    ),
    ("initial", "slip"): ScoreRule(
        "initial-surname-slip", -1, "An initial fits, and the surnames are one letter apart."
    ),
    ("lookalike", "equal"): ScoreRule(
        "misread-initial", -1, "The surnames are equal, and an initial fits only if it was misread or cut short."
    ),
    ("lookalike", "family"): ScoreRule(
        "misread-initial-without-ending",
        -3,
        "An initial fits only if it was misread, and one surname is the other without its ending.",
    ),
    ("lookalike", "slip"): ScoreRule(
        "misread-initial-surname-slip",
        -3,
        "An initial fits only if it was misread, and the surnames are one letter apart.",
    ),
    ("single", "equal"): ScoreRule("surname-alone", 0, "One of the two is named by the surname alone."),
    ("single", "none"): ScoreRule("given-name-alone", 0, "One of the two is named by the given name alone."),
    ("single", "initial"): ScoreRule(
        "given-name-alone-beside-initial", -3, "A given name alone fits the initial of the other."
    ),
}
"""The points of two names, by how near the given names and the surnames are. Exactly one of these rules counts."""

BOTH_FREQUENT = ScoreRule("both-names-frequent", -3, "The full names are equal, and both parts are frequent names.")
FREQUENT_SURNAME = ScoreRule(
    "frequent-surname", -2, "The surname is a frequent one, and the given name of one of the two is not in full."
)
SLIP_FREQUENT_GIVEN = ScoreRule(
    "slip-frequent-given-name", -1, "The surnames are one letter apart, and the given name is a frequent one."
)
SLIP_LONG = ScoreRule(
    "slip-long-surname", 1, "The surnames are one letter apart, and so long that they have few neighbours."
)
SLIP_REPEATED = ScoreRule(
    "slip-repeated", -3, "The surnames are one letter apart, and each is written that way in three entries."
)

SAME_PATRONYMIC = ScoreRule("same-patronymic", 2, "Both have a patronymic, or an initial of one, and the two fit.")

ONE_REPORT_FULL = ScoreRule(
    "one-report-full-names", 1, "All reports of the one name the other as well, and both are named in full."
)
ONE_REPORT_INITIAL = ScoreRule(
    "one-report-initial",
    4,
    "All reports of the one name the other as well, and one is named by an initial or by the surname alone.",
)
ONE_REPORT_MISREAD = ScoreRule(
    "one-report-misread-initial",
    2,
    "All reports of the one name the other as well, and an initial fits only if it was misread.",
)
ONE_REPORT_GIVEN = ScoreRule(
    "one-report-given-name",
    2,
    "All reports of the one name the other as well, and one is named by the given name alone.",
)
ONE_REPORT_PROMINENT = ScoreRule(
    "one-report-prominent",
    2,
    "The same, and one of the two is named in three entries.",
)
OTHER_REPORT_SINGLE = ScoreRule(
    "other-report-single-word", -2, "One is named by a single word, and each has a report without the other."
)

SAME_PART = ScoreRule("charged-under-same-part", 3, "Both are charged under one part of an article.")
SAME_ARTICLE = ScoreRule(
    "charged-under-same-article", 2, "Both are charged under one article, and no part is the same."
)
SAME_FACILITY = ScoreRule("same-facility", 3, "Both are held in one facility.")
SAME_COMPANION = ScoreRule("same-companion", 3, "Both are named beside one person, who holds no office.")
SAME_COURT = ScoreRule("same-court", 1, "Both are before one court that has a name of its own.")
SAME_ORGANISATION = ScoreRule("same-organisation", 2, "Both are of one organisation.")

SAME_PLACE = ScoreRule("same-place", 2, "Both are in one place, and one of them is in no other.")
SAME_PLACE_OF_SEVERAL = ScoreRule("same-place-of-several", 1, "Both are in one place, and each is also in others.")
NEAR_PLACES = ScoreRule(
    "near-places", 1, "They are in no place in common, but in two within 100 km or of which one is in the other."
)
DIFFERENT_PLACES = ScoreRule(
    "different-places", -2, "They are in places that are not near, and they are not both speakers or both lawyers."
)

SAME_OFFICE = ScoreRule("same-office", 2, "Both hold one office.")
OFFICE_HOLDER = ScoreRule(
    "office-holder",
    5,
    "Both have the surname of a known holder of an office (`holders` of `offices.yaml`), one is said to hold one, and "
    "it is not so that only one of them is persecuted or a lawyer.",
)
SAME_ROLE = ScoreRule("same-role", 1, "Both have one role.")
BOTH_SIDES = ScoreRule(
    "both-sides",
    -2,
    "One is both persecuted and in power, the other persecuted only; a given name is not in full: in place of "
    "`same-role`.",
)
OPPOSED_ROLES = ScoreRule(
    "opposed-roles", -1, "They have roles that one person rarely has, such as the persecuted and an official."
)
OPPOSED_ROLES_LASTING = ScoreRule(
    "opposed-roles-lasting",
    -4,
    "The same, and a given name is not in full, or each is named in three entries: in place of `opposed-roles`.",
)
SAME_OCCUPATION = ScoreRule(
    "same-occupation", 1, "Both have one occupation, in the same words, which are not among the known callings."
)
SAME_CALLING = ScoreRule("same-calling", 2, "Both have one calling, in whatever words.")
DIFFERENT_CALLINGS = ScoreRule("different-callings", -5, "They have different callings.")
DIFFERENT_AGES = ScoreRule("different-ages", -9, "Their years of birth are more than two years apart.")

RARE_SURNAME = ScoreRule(
    "rare-surname",
    4,
    "An initial fits, no two given names do, and the surname occurs with one or two first letters.",
)
FREQUENT_IN_SEVERAL_REPORTS = ScoreRule(
    "frequent-surname-in-several-reports",
    2,
    "An initial fits, no two given names do, the surname is a frequent one, and one of the two is named in full in "
    "several reports.",
)
WELL_KNOWN = ScoreRule(
    "well-known",
    2,
    "The surnames fit, one of the two is named by an initial or by the surname alone, the surname is not a frequent "
    "one, and one of the two is named in full and has five entries in at least two reports.",
)
NO_RIVAL = ScoreRule(
    "no-rival",
    1,
    "The surnames fit, one of the two is named by an initial or by the surname alone, and no rule above counts.",
)

SCORE_RULES: Mapping[str, tuple[ScoreRule, ...]] = {
    "How near the names are": tuple(NAMES.values()),
    "How frequent the names are, and how often they are written": (
        BOTH_FREQUENT,
        FREQUENT_SURNAME,
        SLIP_FREQUENT_GIVEN,
        SLIP_LONG,
        SLIP_REPEATED,
    ),
    "What their entries have in common": (
        SAME_PATRONYMIC,
        ONE_REPORT_FULL,
        ONE_REPORT_INITIAL,
        ONE_REPORT_MISREAD,
        ONE_REPORT_GIVEN,
        ONE_REPORT_PROMINENT,
        OTHER_REPORT_SINGLE,
        SAME_PART,
        SAME_ARTICLE,
        SAME_FACILITY,
        SAME_COMPANION,
        SAME_COURT,
        SAME_ORGANISATION,
        SAME_PLACE,
        SAME_PLACE_OF_SEVERAL,
        NEAR_PLACES,
        DIFFERENT_PLACES,
        SAME_OFFICE,
        OFFICE_HOLDER,
        SAME_ROLE,
        BOTH_SIDES,
        OPPOSED_ROLES,
        OPPOSED_ROLES_LASTING,
        SAME_OCCUPATION,
        SAME_CALLING,
        DIFFERENT_CALLINGS,
        DIFFERENT_AGES,
    ),
    "Where nobody else of the name is a candidate": (
        RARE_SURNAME,
        FREQUENT_IN_SEVERAL_REPORTS,
        WELL_KNOWN,
        NO_RIVAL,
    ),
}
"""Every rule by what it looks at, in the order in which the page lists them."""
