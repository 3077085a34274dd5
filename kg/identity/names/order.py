"""Names whose two words the report's reader sorted once one way and once the other: ``Oralbek Zhandos`` both ways."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ingest.jurisdictions.packs import Jurisdiction
from kg.identity.names.comparison import match_initial
from kg.identity.names.lexicon import KnownNames, known_names

Printed = tuple[str | None, str | None]
"""A surname and a given name as a report's reader sorted them."""


def correct_order(names: Iterable[Printed], jurisdiction: Jurisdiction) -> Mapping[Printed, Printed]:
    """Those names that stand the other way round too, and are more likely so, with their order corrected.

    The given name is the one that is known as one, else the one without a surname's ending; else the way that is met
    more often counts.
    """
    known, key = known_names(jurisdiction), known_names(jurisdiction).folding.key
    counts: Counter[tuple[str, str]] = Counter()
    printed: dict[tuple[str, str], set[Printed]] = {}
    initials: dict[str, set[str]] = {}
    for surname, given in names:
        if not surname or not given:
            continue
        if "." in given:
            initials.setdefault(key(surname), set()).add(given.split(".")[0].strip())
        elif " " not in given:
            pair = key(surname), key(given)
            counts[pair] += 1
            printed.setdefault(pair, set()).add((surname, given))
    surnames = {pair[0] for pair in counts} | set(initials)
    corrected: dict[Printed, Printed] = {}
    for pair in counts:
        other = pair[::-1]
        if pair == other or other[0] not in surnames:
            continue
        # Where the other way is met only with an initial, the given name has to be known as one.
        met = other in counts or (
            pair[0] in known.given
            and any(match_initial(i, pair[0], known)[0] == "initial" for i in initials.get(pair[1], ()))
        )
        if met and _likelihood(other, known, counts) > _likelihood(pair, known, counts):
            corrected.update({name: name[::-1] for name in printed[pair]})
    return corrected


def _likelihood(
    pair: tuple[str, str], known: KnownNames, counts: Counter[tuple[str, str]]
) -> tuple[int, int, int, str]:
    surname, given = pair
    names = (given in known.given) - (surname in known.given)
    endings = surname.endswith(known.surname_endings) - given.endswith(known.surname_endings)
    return names, endings, counts[pair], surname
