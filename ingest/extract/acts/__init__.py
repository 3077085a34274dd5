"""Acts: who did what to whom, from the words of an entry (annotation, acts).

Way of the words: ``syntax`` cuts a sentence into tokens and clauses, ``arguments`` finds the phrases of each predicate
and whom they mean; ``predicates`` and ``frames`` say which act a predicate may tell (classes of typed arguments, narrow
phrases); ``entry_types`` says which types of act the whole entry tells; ``news`` decides which candidates are acts of
the entry; ``details`` reads dates, hours, outcomes and reasons, and who did it where the entry leaves one answer only;
``ties`` says who stands in each act.
"""

from ingest.analysis.document import Document
from ingest.extract.acts.details.actors import add_actors
from ingest.extract.acts.details.details import add_details
from ingest.extract.acts.details.matters import add_matters
from ingest.extract.acts.lexicon.frames import load_frames
from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.news.candidates import Candidate
from ingest.extract.acts.news.choose import choose_acts
from ingest.extract.acts.readings import Models, Readings, find_candidates, load_models, weigh_readings
from ingest.extract.acts.reasons import Reasons, find_reasons
from ingest.extract.acts.ties.features import Scene, read_scene
from ingest.extract.acts.ties.model import tie_parties
from ingest.facts import Act, EntryFacts, Evidence, Party, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import Role

__all__ = ["Models", "Readings", "choose_from", "explain_acts", "find_acts", "find_candidates", "load_models"]

# Whose doing an entry may be that tells nothing else.
_ACTIVE: frozenset[Role] = frozenset({"target", "speaker", "other"})


def find_acts(
    document: Document, facts: EntryFacts, jurisdiction: Jurisdiction, models: Models | None = None
) -> tuple[Act, ...]:
    """The acts of an entry whose places, persons, bodies, charges and sanctions are read already.

    In the order of the text; ``evidence.spans[0]`` is the verb or noun. ``models`` are the project's own where none are
    given. Raises ``LexiconError`` for a faulty lexicon.
    """
    models = models or load_models()
    readings, scene = _read(document, facts, jurisdiction, models)
    return tie_parties(scene, models.ties) or _other(document, facts, readings.candidates)


def explain_acts(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Reasons | None, ...]:
    """Why each act that ``find_acts`` finds was read; ``None`` where no candidate became it.

    Raises ``LexiconError`` for a faulty lexicon.
    """
    models, frames = load_models(), load_frames(jurisdiction)
    readings, scene = _read(document, facts, jurisdiction, models)
    told = scene.acts or _other(document, facts, readings.candidates)
    return tuple(find_reasons(act, readings, scene, models, frames) for act in told)


def _read(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction, models: Models) -> tuple[Readings, Scene]:
    """What the acts are chosen from, and the acts before anybody but their patterns says who stands in them."""
    readings = weigh_readings(document, facts, jurisdiction, models)
    acts = choose_from(readings, document, facts, jurisdiction)
    return readings, read_scene(document, facts, readings.header, readings.candidates, acts)


def choose_from(
    readings: Readings, document: Document, facts: EntryFacts, jurisdiction: Jurisdiction
) -> tuple[Act, ...]:
    """The acts of an entry with their details, and with those who stand in them by their patterns."""
    lexicon = load_acts(jurisdiction)
    chosen = choose_acts(readings.candidates, readings.ratings, facts, readings.header, lexicon)
    detailed = add_details(add_matters(chosen, document, facts), document, facts, jurisdiction)
    return add_actors(detailed, document, facts, jurisdiction)


def _other(document: Document, facts: EntryFacts, candidates: list[Candidate]) -> tuple[Act, ...]:
    """What an entry tells that is of no known type, by those it names (annotation, acts)."""
    named = tuple(Party("person", i) for i, person in enumerate(facts.persons) if person.role in _ACTIVE)
    body = facts.entry.body
    sentence = next((s for s in document.sentences if s.end > body), None)
    if sentence is None:
        return ()
    span = Span(max(sentence.start, body), sentence.end)
    if candidates:
        span = Span(candidates[0].trigger.start, candidates[0].trigger.end)
    evidence = Evidence((span,), "acts.other", "low", "no word tells an act of another type")
    return (Act("other", evidence, by=named),)
