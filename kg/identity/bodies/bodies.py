"""Which courts, facilities and organisations are one: a body is its kind, its name and its place (design, rule 3).

Two names are one body's when they are the same after folding (quotation marks, case, small words, the words for what
kind of body it is, the state's own name), when the pack lists them as one body's, when one is the acronym of the only
full name that its letters fit, or, for a facility, when they hold the same code (``LA-155/14``, also with blanks or in
Cyrillic letters). A generic name (``city court``, ``city hall``) takes the place its words name, else the place of its
entry; without one it stays apart, entry by entry, and never joins two cities. What stands as a facility in one entry
and as an organisation of the same name and place in another is the facility.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from ingest.facts import Body
from ingest.jurisdictions.packs import GazetteerPlace, Jurisdiction
from ingest.language.folding import fold
from kg.entries.active import ActiveEntry
from kg.entries.ids import thing_id
from kg.entries.mentions import BODY_LABELS, MentionKey
from kg.graph.value import Key
from kg.identity.bodies.places import place_of_words

_SMALL_WORDS = frozenset({"the", "of", "a", "an", "in", "for", "and"})
# Cyrillic letters of the codes of institutions, with the Latin ones the same codes are written in.
_LATIN = str.maketrans("АБВГДЕЖЗИКЛМНОПРСТУХЦ", "ABVGDEZZIKLMNOPRSTUKC")
_CODE = re.compile(r"\b([A-ZА-Я]{1,3})[\s-]{0,2}(\d{2,4})\s?/\s?(\d{1,3})\b")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_NUMBER_SIGN = re.compile(r"№|\bno\b\.?|\bnumber\b", re.IGNORECASE)


class BodyNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``bodies.yaml``, explained there."""

    one_body: tuple[tuple[str, ...], ...]
    kind_words: tuple[str, ...] = ()
    state_adjectives: dict[str, str] = {}


def resolve_bodies(
    entries: Sequence[ActiveEntry], entry_place: Mapping[str, str], jurisdiction: Jurisdiction
) -> dict[MentionKey, tuple[Key, str | None]]:
    """Every mention of a body with its node's key and the id of the place it is in, where known.

    ``entry_place`` is the most specific place of each entry, by entry id.
    """
    full = _acronyms(entries, jurisdiction)
    resolved: dict[MentionKey, tuple[Key, str | None]] = {}
    also: dict[MentionKey, Key] = {}
    for entry in entries:
        for index, body in enumerate(entry.facts.bodies):
            here = entry_place.get(entry.id)
            named = place_of_words(_words_of_place(body), jurisdiction, here or "") if body.place else None
            own = body.generic and not body.place
            place = named or (here if own else None)
            id = _body_id(entry, body, place, full, jurisdiction)
            resolved[entry.id, index] = Key(BODY_LABELS[body.kind], id), place
            if body.kind == "organisation":
                held_at = _body_id(entry, replace(body, kind="facility"), place, full, jurisdiction)
                also[entry.id, index] = Key("Facility", held_at)
    # One name in one place is one thing: a police department that acts here and holds people there is the facility.
    facilities = {key for key, _ in resolved.values() if key.label == "Facility"}
    return resolved | {m: (key, resolved[m][1]) for m, key in also.items() if key in facilities}


def _body_id(
    entry: ActiveEntry, body: Body, place: str | None, full: Mapping[str, str], jurisdiction: Jurisdiction
) -> str:
    code = _CODE.search(body.name.translate(_LATIN)) if body.kind == "facility" else None
    if code:
        return thing_id(body.kind, f"{code[1]}-{code[2]}/{code[3]}")
    name = full.get(body.name) or known_name(body, jurisdiction)
    listed = body.kind == "organisation" and name in _names(jurisdiction).values()
    if not body.generic or listed or (body.place and place is None):
        return thing_id(body.kind, name)  # no place is needed, or the words name one that no gazetteer has
    known = jurisdiction.gazetteer.get(place or "")
    name = comparable(body.name, " ".join(_left_out(body, known)))
    if place is None:
        return entry.mention_id(body.kind, name)
    return thing_id(body.kind, name, place)


def _words_of_place(body: Body) -> str:
    """`Shelby district` where a `district police` is mentioned: a town elsewhere may have the name without the word."""
    district = f"{body.place} district"
    return district if district in body.name else body.place or ""


def _left_out(body: Body, known: GazetteerPlace | None) -> list[str]:
    """Words that only repeat where a generic body is."""
    words = [body.place or "", *(known.names if known else ())]
    # A city's administration is called `council`, `city council` and `council of the city`; likewise `court No. 2`.
    numbered = body.kind == "court" and any(c.isdigit() for c in body.name)
    return [*words, "city"] if known and known.kind == "city" and (numbered or body.kind == "organisation") else words


def known_name(body: Body, jurisdiction: Jurisdiction) -> str:
    """A body's name made comparable: as the pack knows it, else without what only says which kind of body it is."""
    known = _names(jurisdiction)
    plain = comparable(body.name)
    if plain in known:
        return known[plain]
    states = jurisdiction.lexicon("bodies", BodyNames).state_adjectives
    if body.kind == "organisation":
        plain = " ".join(sorted(states.get(word, word) for word in plain.split()))
    if body.type == "state" or body.kind == "court":
        plain = comparable(plain, " ".join((*jurisdiction.pack.country, "republic")))
        return known.get(plain, plain)
    shorter = _without_kind(fold(body.name), jurisdiction)
    plain = comparable(shorter) if shorter else plain
    return known.get(plain, plain)


@cache
def _names(jurisdiction: Jurisdiction) -> dict[str, str]:
    """Every listed name, made comparable, with the first of its list."""
    listed = jurisdiction.lexicon("bodies", BodyNames).one_body
    return {comparable(name): comparable(names[0]) for names in listed for name in names}


def _without_kind(folded: str, jurisdiction: Jurisdiction) -> str:
    """`adil soz foundation` is `adil soz`; a name that is nothing but such words stays."""
    for kind in _kind_words(jurisdiction):
        if folded.startswith(f"{kind} "):
            return folded.removeprefix(f"{kind} ")
        if folded.endswith(f" {kind}"):
            return folded.removesuffix(f" {kind}")
    return folded


@cache
def _kind_words(jurisdiction: Jurisdiction) -> tuple[str, ...]:
    """The words for what kind of body it is, folded, the longest first."""
    return tuple(map(fold, sorted(jurisdiction.lexicon("bodies", BodyNames).kind_words, key=len, reverse=True)))


def _acronyms(entries: Sequence[ActiveEntry], jurisdiction: Jurisdiction) -> dict[str, str]:
    """Acronyms that fit the first letters of one full name only, with that name made comparable."""
    short: set[str] = set()
    full: dict[str, set[str]] = {}
    for entry in entries:
        for body in entry.facts.bodies:
            if body.generic:
                continue
            if _ACRONYM.fullmatch(body.name):
                short.add(body.name)
            letters = "".join(w[0] for w in re.findall(r"\w+", body.name) if w[0].isupper())
            if len(letters) > 1 and not _ACRONYM.fullmatch(body.name):
                full.setdefault(letters, set()).add(known_name(body, jurisdiction))
    listed = _names(jurisdiction)
    return {
        acronym: next(iter(full[acronym]))
        for acronym in short
        if len(full.get(acronym, ())) == 1 and comparable(acronym) not in listed
    }


def comparable(name: str, without: str = "") -> str:
    """Folded words in order of the alphabet, small ones and the place's own left out.

    ``council of the city`` and ``city council`` are one; ``Council of Shelby`` is the council that is in Shelby.
    """
    left_out = _SMALL_WORDS | set(fold(without).split())
    words = fold(_NUMBER_SIGN.sub(" no ", name)).split()
    return " ".join(sorted({w for w in words if w not in left_out})) or fold(name)
