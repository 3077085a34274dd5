"""The slots that arguments are put into, and the places of a pattern that say who stands in ``to`` and ``by``."""

PREPOSITIONS = frozenset({
    "about", "across", "after", "against", "alongside", "among", "around", "at", "because", "before", "behind",
    "beside", "between", "by", "concerning", "despite", "due", "during", "for", "from", "in", "including", "inside",
    "into", "involving", "like", "near", "of", "on", "outside", "over", "per", "regarding", "since", "than",
    "through", "till", "to", "toward", "towards", "under", "until", "upon", "via", "with", "within", "without",
})  # fmt: skip
SLOTS = PREPOSITIONS | {"subject", "object", "second", "owner", "as", "out"}
# Behind the dot of a place: whose it is, all whom it names, or who stands in another slot where this one is filled.
_PARTS = frozenset({"of", "owner", "first", "against", "by", "in"})
# Places that are found elsewhere than in a slot of the predicate.
_BESIDE = frozenset({"topic", "party", "claimant"})


def is_condition_slot(name: str) -> bool:
    """Whether ``when`` and ``unless`` may speak of it: a slot, what "of" governs in it (``object.of``), or ``any``."""
    return name == "any" or name.removesuffix(".of") in SLOTS


def is_place(name: str) -> bool:
    """Whether ``to`` and ``by`` may name it: ``object``, ``object.owner``, ``comp.object``, ``topic``."""
    slot, _, part = name.partition(".")
    if slot == "comp":
        return part in SLOTS
    if not part:
        return slot in SLOTS or slot in _BESIDE
    return slot in SLOTS and part in _PARTS
