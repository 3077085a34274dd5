"""The English of a dossier, in one place; what facts are called is in ``queries.pages.phrases``."""

from collections.abc import Mapping
from typing import Literal

Certainty = Literal["stated", "found", "alleged", "denied", "imposed", "requested", "accused", "convicted"]
Heading = Literal[
    "identity",
    "arrest",
    "detention",
    "treatment",
    "trial",
    "authorities",
    "reasons",
    "legal_basis",
    "rights",
    "remedies",
    "to_be_added",
]

TITLE = "Dossier: {}"
NOT_TOLD = "Not told in the reports."
NOT_KEPT = "To be filled in: not read from reports."
NO_WORDS = "The words are left out under the profile of this file."
NO_SOURCE = "no source is cited for these words"
HOW_TO_READ = (
    "Everything here is read from monitoring reports by a program. Check each fact against the words quoted below it"
    " before you submit it.",
    "An act marked ALLEGED is somebody's claim, one marked DENIED has only a denial, and a sanction marked REQUESTED"
    " was asked for by a prosecutor and not imposed. None of these is a finding. A charge is an accusation"
    " until a court convicts.",
    f"“{NOT_TOLD}” means that the program read nothing of it, or that the profile of this file leaves it out. It may"
    " still have happened.",
)
PROFILE = "Profile of this file: {}. {}"
ISSUED = "Issued {}. Made by {}."

SUMMARY = "Summary"
QUESTIONNAIRE = "For a submission"
QUESTIONNAIRE_NOTE = (
    "The headings are those of the model questionnaire of the United Nations Working Group on Arbitrary Detention,"
    " and what a complaint to a treaty body tells beside them. Numbers lead to the facts below."
)
FACTS = "Facts in order of dates"
CONTRADICTIONS = "Accounts that contradict each other"
LAW = "Law"
PEOPLE = "People and bodies"
SOURCES = "Sources"
NO_FACTS = "The reports tell no act, charge, sanction or custody."

HEADINGS: Mapping[Heading, str] = {
    "identity": "Identity",
    "arrest": "Arrest",
    "detention": "Detention",
    "treatment": "Treatment and conditions",
    "trial": "Charges, trial and sentence",
    "authorities": "Authorities",
    "reasons": "Reasons given",
    "legal_basis": "Legal basis",
    "rights": "Rights that acts of these kinds touch",
    "remedies": "Remedies taken",
    "to_be_added": "To be added by who submits it",
}
RIGHTS_NOTE = "By the kind of act alone. This is no finding that a right was violated."
TO_BE_ADDED = (
    "Whether a warrant or another decision was shown at the arrest, and who issued it.",
    "Where the person is held now, and in what state of health, if that may be told.",
    "Why the detention is arbitrary: the Working Group's categories I to V.",
    "Which remedies were not taken or had no effect, and why.",
    "For a treaty body: the State party, the articles said to be violated, and whether the case is before another"
    " international body.",
    "Who submits it, their address, and the consent of the person or the family.",
)
TO_FILL_IN = "Date of birth, sex, nationality, identity document, address"

ROWS = {
    "subject": "Person or case",
    "acts": "Acts",
    "unproven": "Only alleged or denied",
    "charges": "Charges (accusations)",
    "imposed": "Sanctions imposed",
    "requested": "Sanctions only requested",
    "custody": "Custody",
    "courts": "Courts",
    "disputed": "Contradictions",
    "entries": "Rests on",
}

BADGES: Mapping[Certainty, str] = {
    "stated": "",
    "found": "FOUND",
    "alleged": "ALLEGED",
    "denied": "DENIED",
    "imposed": "",
    "requested": "REQUESTED",
    "accused": "ACCUSATION",
    "convicted": "",
}

TIES = {
    "AFFILIATED_WITH": "{start}: {what} of {end}",
    "RELATED_TO": "{start}: {what} of {end}",
    "REPRESENTS": "{start}: lawyer of {end}",
    "BEFORE": "{end}: court of the case",
    "PARTY_TO": "{start}: {what}",
}
AFFILIATED = "member"
RELATIVE = "relative"
IN_OFFICE = "{}: {}, in fact {}"


def name_fact(number: int) -> str:
    """How text refers to a fact."""
    return f"fact {number}"


def list_facts(numbers: list[int]) -> str:
    """How text refers to several facts."""
    return f"{'fact' if len(numbers) == 1 else 'facts'} {', '.join(map(str, numbers))}"
