"""The closed lists of words: types of act, roles, offices, kinds, stages, and the groups of them that rules share.

Each ``Literal`` is a list of ``values`` in ``kg/schema.yaml`` of the same name (``ActType`` is ``act_type``), which
explains every word; a test compares the two both ways. A misspelt word is an error of the type checker in code and a
``LexiconError`` in a lexicon.
"""

from collections.abc import Mapping
from typing import Literal

Role = Literal["target", "perpetrator", "official", "lawyer", "relative", "speaker", "subject", "other"]

Office = Literal[
    "judge",
    "prosecutor",
    "police",
    "investigator",
    "prison",
    "local_head",
    "security",
    "legislator",
    "government",
    "foreign",
]

Code = Literal["CC", "CAO", "CIV", "?"]
ProvisionLevel = Literal["code", "article", "part", "paragraph"]

ActType = Literal[
    "detention", "summons", "search", "charge", "remand", "trial", "sentence", "appeal", "release",
    "prison_conditions", "hunger_strike", "torture", "death", "attack", "threat",
    "assembly_refusal", "protest", "complaint", "statement", "legislation", "registration", "media_restriction",
    "investigation", "assembly_notice", "due_process", "extradition", "seizure", "dismissal", "other",
]  # fmt: skip

Standing = Literal["alleged", "denied", "found"]
Outcome = Literal["granted", "dismissed", "upheld", "changed", "adjourned", "dropped", "acquitted"]
Involvement = Literal["to", "by"]

ChargeStage = Literal["suspected", "charged", "tried", "convicted", "acquitted", "dropped", "reclassified"]

SanctionKind = Literal[
    "administrative_arrest", "imprisonment", "restriction_of_liberty", "probation", "fine", "remand", "house_arrest",
    "ban", "damages", "warning", "compulsory_treatment",
]  # fmt: skip
SanctionStatus = Literal["imposed", "requested"]

PartyRole = Literal["target", "perpetrator", "complainant", "lawyer", "judge", "prosecutor"]
Kinship = Literal["mother", "father", "wife", "husband", "daughter", "son", "sister", "brother", "relative"]
CaseKind = Literal["proceeding", "incident", "registration", "bill"]

PlaceKind = Literal["country", "region", "district", "city", "village", "other"]
CourtKind = Literal[
    "supreme", "appeal", "regional", "district", "city", "military", "juvenile", "administrative", "criminal", "civil",
    "investigating", "constitutional", "international", "other",
]  # fmt: skip
FacilityKind = Literal["prison", "remand", "special_detention", "police_station", "other"]
OrganisationKind = Literal["party", "movement", "ngo", "media", "company", "state", "international", "other"]

# What the graph stores in two places, or as labels.
BodyKind = Literal["court", "facility", "organisation"]
BodyType = Literal[CourtKind, FacilityKind, OrganisationKind]
RelationKind = Literal[Kinship, "lawyer"]

# Groups of words that several rules share. A group that one rule alone needs is beside that rule.

RALLY_PLANS: frozenset[ActType] = frozenset({"assembly_refusal", "assembly_notice"})
"""Notices of rallies, and what the authorities answer: no case arises from them alone."""
VIOLENCE: frozenset[ActType] = frozenset({"torture", "attack", "death"})
"""Bodily harm done to somebody."""
SPOKEN: frozenset[ActType] = frozenset({"statement", "legislation"})
"""Nothing is done to a person by these."""
FILINGS: frozenset[ActType] = frozenset({"complaint", "appeal"})
"""What people file, and somebody decides on."""
COURT_STEPS: frozenset[ActType] = frozenset({"remand", "trial", "sentence", "appeal"})
"""Steps of a case before a court."""
PROSECUTION_STEPS: frozenset[ActType] = COURT_STEPS | {"charge"}
"""Steps of a case against somebody, the charge among them."""
POLICE_STEPS: frozenset[ActType] = frozenset({"detention", "search", "summons"})
"""What is done to somebody before there is a case in court."""
JUDGES_ACTS: frozenset[ActType] = COURT_STEPS | {"due_process"}
"""What judges do or decide."""

PERSECUTED: frozenset[Role] = frozenset({"target", "subject"})
"""Who is persecuted, in this entry or elsewhere."""
FAMILY_AND_LAWYERS: frozenset[Role] = frozenset({"relative", "lawyer"})
"""Who acts for somebody else and is no news by themselves."""
OFFICIALS_AND_LAWYERS: frozenset[Role] = frozenset({"official", "lawyer"})
"""Who is in the matter by office."""
PROFESSIONALS: frozenset[Role] = OFFICIALS_AND_LAWYERS | {"speaker"}
"""Who is in the matter because of their work."""
VOICES: frozenset[Role] = frozenset({"official", "speaker"})
"""Whose words are news."""
ADVOCATES: frozenset[Role] = frozenset({"speaker", "lawyer"})
"""Who speaks or acts for many others."""

OFFICERS: frozenset[Office] = frozenset({"police", "prison", "security", "investigator"})
"""Officers of the state, who stand accused in a report as often as they act."""
JUDICIARY: frozenset[Office] = frozenset({"judge", "prosecutor"})
"""Who is never the one a trial is about."""

CODE_OF_SANCTION: Mapping[SanctionKind, Code] = {
    "administrative_arrest": "CAO",
    "imprisonment": "CC",
    "restriction_of_liberty": "CC",
    "remand": "CC",
}
"""The code that has a sanction, where only one has it."""

PUNISHMENTS: frozenset[SanctionKind] = frozenset(
    {"imprisonment", "restriction_of_liberty", "probation", "compulsory_treatment"}
)
"""Sanctions that last, and replace each other when a verdict is changed or its regime is made easier."""
CUSTODY_BEFORE_JUDGEMENT: frozenset[SanctionKind] = frozenset({"remand", "house_arrest"})
"""Sanctions that end with the verdict."""

ADMINISTRATIVE_PENALTIES: frozenset[SanctionKind] = frozenset({"administrative_arrest", "fine"})
"""What a court gives for an administrative offence."""

PRISONS: frozenset[FacilityKind] = frozenset({"prison", "remand"})
"""Where people are held for months, not hours."""
POLITICAL_BODIES: frozenset[OrganisationKind] = frozenset({"party", "movement"})
"""What activists are active in."""
