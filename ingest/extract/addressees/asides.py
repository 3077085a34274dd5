"""Who stands before words of law and is not the one they are about: who complained, is a witness, or was harmed."""

import re
from functools import cache

from ingest.extract.addressees.scene import Group, Scene
from ingest.extract.addressees.words import AddresseeWords

# How far before and behind a list of names the words that set it apart may be.
_REACH = 60
# "X’s brother was sentenced": not X; in "X’s brother Y" and "X’s brother, Y" it is Y.
_KIN_OF = re.compile(
    r"[’']s?\s(?:[a-z]+\s){0,2}(?:brother|sister|son|daughter|mother|father|wife|husband|widow|parents|fiancée?|"
    r"nephew|niece|uncle|aunt|cousin|neighbour|colleague)s?\b(?!,?\s[A-Z])"
)


def is_aside(scene: Scene, group: Group, start: int) -> bool:
    """Whether people named before ``start`` are only those on whose complaint something was done, its witnesses, or
    those it was done to.
    """
    if is_harmed(scene, group) or _KIN_OF.match(scene.text, group.end, start):
        return True
    before = scene.text[max(scene.sentence_at(group.start).start, group.start - _REACH) : group.start]
    behind = scene.text[group.end : min(start, group.end + _REACH)]
    patterns = _patterns(scene.words)
    if patterns.complaint_of.search(before) or patterns.complaint_behind.match(behind):
        return patterns.occasion.search(before) is not None
    if patterns.witness_before.search(before) is None and patterns.witness_behind.search(behind) is None:
        return False
    # "Summoned as a witness, X became a suspect under …".
    return scene.words.accusing.isdisjoint(scene.document.words_within(group.end, start))


def is_witness(scene: Scene, group: Group) -> bool:
    """Whether the words right behind people say that they are witnesses."""
    end = min(scene.sentence_at(group.start).end, group.end + _REACH)
    behind = _patterns(scene.words).witness_behind.search(scene.text, group.end, end)
    return behind is not None and set(scene.text[group.end : behind.start()]).isdisjoint(".;:")


def is_harmed(scene: Scene, group: Group) -> bool:
    """Whether people are named only as those who were harmed: "for the torture of X", "had beaten the driver X"."""
    low = max(scene.sentence_at(group.start).start, group.start - _REACH)
    return _patterns(scene.words).harming.search(scene.text, low, group.start) is not None


def is_dead(scene: Scene, index: int, start: int) -> bool:
    """Whether the text before ``start`` says that a person is dead: "the late X", "X, who died", "X was killed"."""
    patterns = _patterns(scene.words)
    for span in scene.persons[index].evidence.spans:
        sentence = scene.sentence_at(span.start)
        if span.end > start:
            break
        if patterns.dead_before.search(scene.text, max(sentence.start, span.start - _REACH), span.start):
            return True
        if patterns.dead_behind.match(scene.text, span.end, min(sentence.end, start)):
            return True
    return False


class _Patterns:
    """The words of ``addressees.yaml`` that set a list of people apart, compiled."""

    def __init__(self, words: AddresseeWords) -> None:
        complaints, witnesses = _either(words.complaints), _either(words.witnesses)
        described = r"(?:[\w’'-]+\s){0,4}"
        self.occasion = re.compile(rf"(?i)\b{_either(words.occasions)}\b")
        self.complaint_of = re.compile(rf"(?i)\b{complaints}\s(?:of|by|from)\s{described}$")
        self.complaint_behind = re.compile(rf"(?i)[’']s?\s(?:\w+\s)?{complaints}\b")
        # "Was beaten by X" is what X did; "insulting the mayor of the town, X" is against X.
        object_ = rf"\s(?:of\s)?(?!by\b|and\b){described}(?:[\w’'-]+,\s)?"
        self.harming = re.compile(rf"(?i)(?<!was )(?<!were )(?<!been )\b{_either(tuple(words.harming))}{object_}$")
        self.dead_before = re.compile(rf"(?i)\b{_either(words.dead)}\s{described}$")
        died, killed = _either(words.dying), _either(words.killing)
        told = rf"(?:{died}|(?:was|were|been)\s(?:\w+\s)?(?:{died}|{killed}))"
        self.dead_behind = re.compile(rf"(?i),?\s(?:who\s)?(?:[\w’'-]+\s){{0,3}}?{told}\b")
        self.witness_before = re.compile(rf"(?i)\b{witnesses}\s$")
        self.witness_behind = re.compile(
            rf"(?i)(?:\bas\s(?:an?\s|the\s)?|,\s(?:an?\s|the\s)|\b(?:is|was|remains)\s(?:so\sfar\s|still\s|only\s|for\snow\s)?an?\s){witnesses}\b"
        )


@cache
def _patterns(words: AddresseeWords) -> _Patterns:
    return _Patterns(words)


def _either(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
