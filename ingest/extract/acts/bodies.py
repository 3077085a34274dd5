"""Which body a noun stands for: ``the newspaper``, ``the Ministry`` mean the only one named before that it fits."""

from ingest.extract.acts.words import Token
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import OrganisationKind

# Nouns for a body named before, and the kind of body each means.
TYPE_OF: dict[str, OrganisationKind] = {
    "company": "company", "firm": "company", "bank": "company", "employer": "company", "plant": "company",
    "party": "party", "movement": "movement", "newsroom": "media", "newspaper": "media", "portal": "media",
    "publication": "media", "channel": "media", "site": "media", "website": "media", "outlet": "media",
    "foundation": "ngo", "fund": "ngo", "organisation": "ngo", "organization": "ngo", "association": "ngo",
}  # fmt: skip


def named_before(word: Token, facts: EntryFacts) -> list[Party]:
    """`The Ministry returned …`: the only body named before the word whose name or type holds it, or none."""
    named = [
        Party("body", index)
        for index, body in enumerate(facts.bodies)
        if body.evidence.spans[0].start < word.start
        and (word.word in body.name.lower().split() or body.type == TYPE_OF.get(word.word))
    ]
    return named if len(named) == 1 else []
