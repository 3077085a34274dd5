"""How far each charge has come, in words, by the steps that the entries themselves report."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, ActType
from kg.schema.sentences import say
from kg.stores import Store
from queries.pages.phrases import ADMINISTRATIVE, APPEALED, CONVICTED, NAMED_ONLY, PENALISED, STAGES
from queries.pages.rows import ask

_STAGES = """UNWIND $ids AS id MATCH (c:Charge)-[:UNDER]->(v:Provision) WHERE c.id = id
RETURN c.id AS id, c.stage AS stage, v.code AS code ORDER BY id, code"""
_ENTRIES = """UNWIND $ids AS id MATCH (c:Charge)<-[:RECORDS]-(n:Entry) WHERE c.id = id
RETURN c.id AS id, n.id AS entry ORDER BY id, entry"""
_STEPS = """UNWIND $ids AS id MATCH (n:Entry)-[:RECORDS]->(e:Event)
WHERE n.id = id AND e.type IN ['charge', 'remand', 'trial', 'sentence', 'appeal']
OPTIONAL MATCH (e)<-[r:INVOLVED_IN]-(p:Person) WHERE r.role = 'to'
RETURN n.id AS entry, e.type AS step, p.id AS person ORDER BY entry, step, person"""
_SANCTIONS = """UNWIND $ids AS id MATCH (n:Entry)-[:RECORDS]->(s:Sanction)<-[:RECEIVED]-(p:Person) WHERE n.id = id
RETURN n.id AS entry, s.kind AS kind, s.status AS status, p.id AS person ORDER BY entry, kind, person"""
_FACING = """UNWIND $ids AS id MATCH (c:Charge)<-[:FACES]-(p:Person) WHERE c.id = id
RETURN c.id AS id, p.id AS person ORDER BY id, person"""
IMPOSED = "imposed"
STEPS: tuple[ActType, ...] = ("charge", "remand", "trial", "sentence", "appeal")
"""The types of act that are steps of a charge."""


def find_stages(store: Store, charges: Sequence[str]) -> dict[str, str]:
    """The stage of each charge (id) in words.

    A charge that entries only name beside somebody is called so. Under the code of administrative offences whoever is
    convicted got a penalty.
    """
    steps = _steps_reported(store, charges)
    rows = ask(store, _STAGES, ids=list(charges))
    return {row["id"]: word_stage(str(row["stage"]), row["code"], steps[row["id"]]) for row in rows}


def word_stage(stage: str, code: str | None, steps: Collection[str]) -> str:
    """The stage of a charge in words, by the steps that its entries report of whoever faces it.

    Steps are types of act; ``IMPOSED`` stands for an imposed sanction that is no custody before judgement.
    """
    if stage == "charged" and set(steps) <= {"appeal"}:
        return say(APPEALED if steps else NAMED_ONLY)
    if stage != "convicted":
        return say(next((words for known, words in STAGES.items() if known == stage), stage))
    return say(PENALISED if code == ADMINISTRATIVE else CONVICTED)


def _steps_reported(store: Store, charges: Sequence[str]) -> dict[str, set[str]]:
    """The steps that a charge's entries report of whoever faces it, or of nobody by name."""
    entries: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, _ENTRIES, ids=list(charges)):
        entries[row["id"]].append(row["entry"])
    facing = {row["id"]: row["person"] for row in ask(store, _FACING, ids=list(charges))}
    told: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    asked = sorted({entry for found in entries.values() for entry in found})
    for row in ask(store, _STEPS, ids=asked):
        told[row["entry"]].append((row["step"], row["person"]))
    for row in ask(store, _SANCTIONS, ids=asked):
        if row["status"] == IMPOSED and row["kind"] not in CUSTODY_BEFORE_JUDGEMENT:
            told[row["entry"]].append((IMPOSED, row["person"]))
    steps: dict[str, set[str]] = defaultdict(set)
    for charge, found in entries.items():
        person = facing.get(charge)
        steps[charge] = {step for entry in found for step, whose in told[entry] if whose == person or person is None}
    return steps
