"""The places of an entry's header (annotation, entry)."""

from dataclasses import replace

from ingest.analysis.document import Document
from ingest.facts import Confidence, Evidence, HeaderPlace, Heading, Place
from ingest.jurisdictions.gazetteer import containers, which_place
from ingest.jurisdictions.packs import Jurisdiction
from ingest.report.headers.locations import LEVELS

PLACE_ABOVE = "places.of_heading"
_DOUBT = {
    "gazetteer": "",
    "kind": "",
    "position": "Only its position in the header says that this is a place.",
}


def find_places(document: Document, jurisdiction: Jurisdiction) -> tuple[Place, ...]:
    """The header's location, most general first, in the words of the text; empty if the header gives none.

    ``kind`` follows the text's word for it, else the gazetteer. Two names of one place, as in ``Shelby (Old Shelby)``,
    are one: the first. A heading above gives its places to an entry that has none.
    """
    heading, named = document.entry.heading, document.entry.places
    text = heading.text if heading else document.text
    found: dict[str, None] = {}
    places: list[Place] = []
    for one in named:
        place = _place(text, one, frozenset(p.id for p in places if p.id), jurisdiction)
        key = place.id or place.name
        if key not in found:
            found[key] = None
            places.append(place)
    # Once more with all of them at hand: what contains a place may follow it.
    beside = frozenset(p.id for p in places if p.id)
    by_span = {one.span: one for one in named}
    places = [_place(text, by_span[p.evidence.spans[0]], beside - {p.id or ""}, jurisdiction) for p in places]
    found_here = sorted(places, key=lambda place: _level(place, places, jurisdiction))
    return tuple(_of_heading(place, heading) if heading else place for place in found_here)


def _of_heading(place: Place, heading: Heading) -> Place:
    """A place that the heading above the entry names: its words are in another entry."""
    evidence = replace(place.evidence, spans=(), further=(PLACE_ABOVE,))
    return replace(place, evidence=evidence, heading=(heading.entry, place.evidence.spans[0]))


def _level(place: Place, places: list[Place], jurisdiction: Jurisdiction) -> float:
    """How general a place is: by its kind, but a district of a city that is named too follows the city."""
    level = LEVELS.index(place.kind)
    known = jurisdiction.gazetteer.get(place.id or "")
    around = containers(known, jurisdiction) if known else []
    return max([level, *(LEVELS.index(other.kind) + 0.5 for other in places if other.id in around)])


def _place(text: str, named: HeaderPlace, beside: frozenset[str], jurisdiction: Jurisdiction) -> Place:
    known, spelled = which_place(text[slice(*named.name)], named.kind, beside, jurisdiction)
    doubt = _DOUBT[named.grounds] if spelled else "Spelled otherwise than in the gazetteer."
    confidence: Confidence = "high" if not doubt else "low" if named.grounds == "position" else "medium"
    kind = named.kind or (known.kind if known else "other")
    evidence = Evidence((named.span,), named.rule, confidence, doubt)
    return Place(text[slice(*named.span)], kind, evidence, known.id if known else None)
