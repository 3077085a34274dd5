"""Whom "I" and "me" in a quotation mean: the one who speaks it."""

from collections.abc import Iterable

from ingest.analysis.quotations import Quotation
from ingest.extract.addressees.scene import Scene
from ingest.facts import Span


def find_speaker(scene: Scene, start: int) -> int | None:
    """The index of who speaks, where words at ``start`` are about "I" or "me" of a quotation; else ``None``."""
    quotation = scene.document.quotation_at(start)
    if quotation is None or not _is_about_speaker(scene, quotation, start):
        return None
    return _speaker_of(scene, quotation)


def _is_about_speaker(scene: Scene, quotation: Quotation, start: int) -> bool:
    """Whether a pronoun of the first person is nearer before the words than anybody named or described as kin."""
    sentence = scene.sentence_at(start)
    low = max(quotation.words.start, sentence.start)
    tokens = scene.document.tokens_within(low, start)
    at = max((t.start for t in tokens if t.word in scene.words.first_person), default=None)
    if at is None:
        return False
    between = {token.word for token in tokens if token.start > at}
    named = [group for group in scene.groups_within(at, start) if scene.eligible(group)]
    return not named and between.isdisjoint(scene.words.others)


def _speaker_of(scene: Scene, quotation: Quotation) -> int | None:
    """Who speaks a quotation: named beside its verb of saying, else the only one named outside quotations."""
    told = quotation.speaker
    if told is not None:
        return next(iter(_named_in(scene, told)), None)
    outside = {
        index
        for index, person in enumerate(scene.persons)
        if any(scene.document.quotation_at(span.start) is None for span in person.evidence.spans)
    }
    return outside.pop() if len(outside) == 1 else None


def _named_in(scene: Scene, words: Span) -> Iterable[int]:
    return (
        index
        for index, person in enumerate(scene.persons)
        if any(words.start <= span.start < words.end for span in person.evidence.spans)
    )
