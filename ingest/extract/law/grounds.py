"""On which articles a sanction rests: those of the person under a code that has such a sanction.

An administrative arrest rests on no article of the criminal code, imprisonment on none of the administrative code,
unless the words put the two side by side.
"""

import re
from collections.abc import Sequence

from ingest.extract.addressees.scene import Scene
from ingest.facts import Charge, Party, Span
from ingest.vocabulary import CODE_OF_SANCTION, SanctionKind

# How far apart a sanction and an article may stand that the words put side by side.
_BESIDE = 45
# "15 days of arrest under Article 434", "under Article 434 to 15 days of arrest"
_UNDER = re.compile(
    r"[^.,;:()]*\b(?:under|on|by|per|pursuant to|according to|in accordance with)\s(?:the\s)?(?:\w+\s)?$"
)
_TO = re.compile(r"[^.,;:()]*\bto\s(?:an?\s)?[^.,;:()]{0,15}$")


def find_grounds(
    scene: Scene, kind: SanctionKind, span: Span, to: Sequence[Party], charges: Sequence[Charge]
) -> tuple[Span, ...]:
    """Where the articles stand on which a sanction of those persons (nobody: of nobody named) rests.

    Of several articles those of the same clause come before those of the sentence, and those before all others.
    """
    persons: set[int | None] = {party.index for party in to if party.kind == "person"}
    own = [charge for charge in charges if charge.person in (persons or {None})]
    fitting = [charge for charge in own if _fits(scene, kind, span, charge)]
    sentence = scene.sentence_at(span.start)
    near = _within(fitting, _clause(scene.text, sentence, span.start)) or _within(fitting, sentence)
    return tuple(sorted({charge.evidence.spans[0] for charge in near or fitting}))


def _fits(scene: Scene, kind: SanctionKind, span: Span, charge: Charge) -> bool:
    code = CODE_OF_SANCTION.get(kind)
    return code is None or charge.code in (code, None) or _are_beside(scene.text, span, charge.evidence.spans[0])


def _within(charges: Sequence[Charge], part: Span) -> list[Charge]:
    return [charge for charge in charges if part.start <= charge.evidence.spans[0].start < part.end]


def _are_beside(text: str, sanction: Span, article: Span) -> bool:
    """Whether the words say that a sanction is one under an article."""
    if sanction.end <= article.start <= sanction.end + _BESIDE:
        return _UNDER.fullmatch(text, sanction.end, article.start) is not None
    if article.end <= sanction.start <= article.end + _BESIDE:
        return _TO.fullmatch(text, article.end, sanction.start) is not None
    return False


def _clause(text: str, sentence: Span, position: int) -> Span:
    """The part of a sentence between semicolons."""
    end = text.find(";", position, sentence.end)
    return Span(max(sentence.start, text.rfind(";", sentence.start, position) + 1), end if end >= 0 else sentence.end)
