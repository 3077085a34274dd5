"""Articles that a text only speaks of: demanded against somebody, explained to them, changed by a draft law."""

from itertools import pairwise

from ingest.extract.addressees.scene import Scene
from ingest.extract.law.tokens import ProvisionWords

# So many words may be between "warned of liability under" and the article.
_TOLD_REACH = 14
_CITED_REACH = 3
_PAST_REACH = 4


def is_only_mentioned(scene: Scene, before: list[str], words: ProvisionWords) -> bool:
    """Whether an article is only spoken of; ``before`` are the words before it in its sentence."""
    if _is_demanded(before, words) or _is_of_the_past(before, words):
        return True
    return _is_explained(scene, before, words) or _is_drafted(scene, before, words)


def _is_of_the_past(before: list[str], words: ProvisionWords) -> bool:
    """ "Previously convicted under": it only says who somebody is."""
    near = before[-_PAST_REACH:]
    return any(a in words.past and b in words.held_under for a, b in pairwise(near))


def _is_demanded(before: list[str], words: ProvisionWords) -> bool:
    """ "demanded that the officers be held liable under": what is only demanded against somebody."""
    demanded = next((i for i, word in enumerate(before) if word in words.demand), len(before))
    later = set(before[demanded + 1 :])
    return bool(later & words.hold and later & words.liability)


def _is_explained(scene: Scene, before: list[str], words: ProvisionWords) -> bool:
    """ "Was warned of liability under", "an explanation of": somebody is told of an article, not held under it."""
    if words.cited & set(before[-_CITED_REACH:]):
        return True
    near = before[-_TOLD_REACH:]
    told = next((i for i in range(len(near) - 1, -1, -1) if near[i] in words.told_of), None)
    if told is None:
        return False
    later = set(near[told + 1 :])
    return not later & _holding(scene, words) and bool(later & words.liability or near[told] not in words.warning)


def _is_drafted(scene: Scene, before: list[str], words: ProvisionWords) -> bool:
    """ "A draft law which supplements": the article is what a law says or is to say."""
    drafted = next((i for i, word in enumerate(before) if word in words.drafting), None)
    return drafted is not None and not set(before[drafted + 1 :]) & _holding(scene, words)


def _holding(scene: Scene, words: ProvisionWords) -> frozenset[str]:
    return scene.words.accusing | words.opening | words.punished
