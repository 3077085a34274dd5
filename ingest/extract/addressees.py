"""Whom the words of a charge or a measure are about.

The rule reads one sentence, then what went before: the list of people nearest before the words, the one that a word of
law and "against" lead to, people behind the words, and for pronouns those against whom the entry has told something
already. People who are counted or described without a name are nobody (guide, charges: ``person`` is ``null``).
"""

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import msgspec

from ingest.facts import Entry, Person, Span, Sureness
from ingest.jurisdiction import Jurisdiction

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:-year-old)?")
_STOP = re.compile(r"[.!?]+[”»\"’]*(?:\s{0,3}\[\d{1,4}\]){0,9}[.”]?(?=\s|[A-ZА-Я]|$)")
_ABBREVIATION = re.compile(r"(?:^|[\s(.])(?:[A-Z][a-z]?|Art|No|Nos|Mr|Mrs|Ms|Dr|St|p|pp|para|Inc|Ltd|etc)$")
_STARTERS = re.compile(
    r"\s+(?:The|He|She|They|It|In|On|At|According|His|Her|Their|A|An|After|Also|All|Both|This|These|Later|Earlier|As|"
    r"During|Police|Court|Judge|By|For|However|When|Now|Two|Three|One|Previously|Subject|Reason|If|There|Then|Its)\b"
)
# How far apart two names of one list may stand, and a word of law from its "against".
_LIST_GAP = 60
_REACH = 160


class AddresseeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``addressees.yaml``, explained there."""

    roles: frozenset[str]
    one: frozenset[str]
    several: frozenset[str]
    everybody: tuple[str, ...]
    claims: frozenset[str]
    people: frozenset[str]
    how_many: frozenset[str]
    ends_list: frozenset[str]


@cache
def addressee_words(jurisdiction: Jurisdiction) -> AddresseeWords:
    """The lexicon, read once for each jurisdiction. Raises ``LexiconError``."""
    return jurisdiction.lexicon("addressees", AddresseeWords)


class Group(NamedTuple):
    """Names that stand in one list: where it begins and ends, and the indexes of its people, in order."""

    start: int
    end: int
    members: tuple[int, ...]


class Addressees(NamedTuple):
    """Indexes into the entry's persons (none: nobody named), how sure that is, and why it may be doubted."""

    persons: tuple[int, ...]
    sureness: Sureness = "high"
    doubt: str = ""


@dataclass(frozen=True)
class Scene:
    """An entry's text cut into sentences, with its people in lists, for asking :func:`find_addressees`."""

    entry: Entry
    persons: tuple[Person, ...]
    sentences: tuple[Span, ...]
    groups: tuple[Group, ...]
    words: AddresseeWords

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a position."""
        return self.sentences[max(0, bisect_right(self.sentences, (position, len(self.entry.text) + 1)) - 1)]

    def eligible(self, group: Group) -> tuple[int, ...]:
        """Those of a list whose role lets a charge or a measure be theirs."""
        return tuple(i for i in group.members if self.persons[i].role in self.words.roles)


def set_scene(entry: Entry, persons: tuple[Person, ...], jurisdiction: Jurisdiction) -> Scene:
    """Cut an entry into sentences and its people into lists."""
    words = addressee_words(jurisdiction)
    mentions = sorted((*span, i) for i, person in enumerate(persons) for span in person.evidence.spans)
    groups: list[Group] = []
    for start, end, person in mentions:
        if groups and start < groups[-1].end:
            continue
        gap = entry.text[groups[-1].end : start] if groups and start - groups[-1].end <= _LIST_GAP else "."
        if groups and _joins(gap, words):
            last = groups[-1]
            members = last.members if person in last.members else (*last.members, person)
            groups[-1] = Group(last.start, end, members)
        else:
            groups.append(Group(start, end, (person,)))
    return Scene(entry, persons, split_sentences(entry, persons), tuple(groups), words)


def split_sentences(entry: Entry, persons: tuple[Person, ...]) -> tuple[Span, ...]:
    """The sentences of an entry; full stops of initials and abbreviations end none, unless a sentence plainly begins."""
    text = entry.text
    inside = sorted(span for person in persons for span in person.evidence.spans)
    starts = [span.start for span in inside]
    found = []
    start = 0
    for match in _STOP.finditer(text):
        end = match.end()
        at = bisect_right(starts, match.start()) - 1
        within = at >= 0 and inside[at].start <= match.start() < inside[at].end
        initial = within or _ABBREVIATION.search(text, max(start, match.start() - 6), match.start())
        if within and match.start() < inside[at].end - 1:
            continue
        if initial and not _STARTERS.match(text, end) and end < len(text) and "[" not in match.group():
            continue
        if text[end : end + 1].isupper() and not text[max(0, match.start() - 1)].islower():
            if "[" not in match.group():
                continue
        if end < len(text) and text[end : end + 2].strip()[:1].islower():
            continue
        found.append(Span(start, end))
        start = end
    if start < len(text) or not found:
        found.append(Span(start, len(text)))
    return tuple(found)


def find_addressees(scene: Scene, start: int, end: int, held: Collection[int] = ()) -> Addressees:
    """Whom the words from ``start`` to ``end`` are about. ``held`` are those against whom something is told already."""
    sentence = scene.sentence_at(start)
    before = scene.entry.text[sentence.start : start]
    lowered = before.lower()
    preceding = [g for g in scene.groups if sentence.start <= g.start and g.end <= start]
    followed = [g for g in scene.groups if end <= g.start and g.end <= sentence.end]
    gap_from = preceding[-1].end - sentence.start if preceding else 0
    gap = lowered[gap_from:]

    if any(phrase in gap for phrase in scene.words.everybody):
        everybody = tuple(sorted(held)) or _all_eligible(scene, start)
        return Addressees(everybody, "medium", "the words say: all of them")
    if claimed := _claimed(scene, sentence, start):
        return claimed
    near = next((g for g in reversed(preceding) if scene.eligible(g)), None)
    gap = lowered[near.end - sentence.start :] if near else lowered
    tokens = [m.group() for m in _WORD.finditer(gap)]
    if _counted(tokens, scene.words) and not (near is None and _adjacent(scene, end, followed)):
        return Addressees((), "medium", "people told without a name")
    if near:
        if "each" not in tokens and {"they", "both", "them"} & set(tokens) and len(scene.eligible(near)) == 1:
            if plural := _told_before(scene, sentence.start, held, several=True):
                return Addressees(plural, "medium", "a pronoun stands for them")
        return Addressees(scene.eligible(near))
    if preceding and _is_header_form(scene.entry.text[preceding[-1].end : start]):
        return Addressees(preceding[-1].members, "medium", "their role in the entry speaks against it")
    several = bool(set(tokens) & (scene.words.several - {"each", "all"}))
    pronoun = several or bool(set(tokens) & scene.words.one)
    behind = next((scene.eligible(g) for g in followed if scene.eligible(g)), ())
    if behind and not (pronoun and held):
        return Addressees(behind, "high" if _adjacent(scene, end, followed) else "medium", "named only afterwards")
    told = _told_before(scene, sentence.start, held, several)
    if told:
        return Addressees(told, "medium", "named in an earlier sentence")
    return Addressees(behind or _only_eligible(scene), "low", "nobody named near")


def _joins(gap: str, words: AddresseeWords) -> bool:
    if not re.fullmatch(r"[\s,;&“”\"«»]*(?:[^\W_]+[-’]?[\s,&“”\"«»]*){0,5}", gap):
        return False
    told = [m.group() for m in _WORD.finditer(gap)]
    if not told and not gap.strip(' “”"«»'):
        return False
    return not any(word.lower() in words.ends_list or not word.islower() for word in told) and (
        "and" in told or "," in gap or ";" in gap or "&" in gap
    )


def _claimed(scene: Scene, sentence: Span, start: int) -> Addressees | None:
    """Those whom "claim against", "case against" before the words names, describes or stands for."""
    text = scene.entry.text
    at = text.rfind(" against ", sentence.start, start)
    if at < 0:
        return None
    before = {m.group().lower() for m in _WORD.finditer(text, max(sentence.start, at - _REACH), at)}
    if not before & scene.words.claims:
        return None
    behind = at + len(" against ")
    group = next((g for g in scene.groups if behind <= g.start and g.end <= start), None)
    told = [m.group().lower() for m in _WORD.finditer(text, behind, group.start if group else start)]
    if group and scene.eligible(group) and len(told) <= 6 and not set(told) & scene.words.ends_list - {"the"}:
        return Addressees(scene.eligible(group))
    if told and told[0] in scene.words.one | scene.words.several:
        return None
    if told and (told[0][0].isdigit() or set(told[:4]) & scene.words.people):
        return Addressees((), "medium", "people told without a name")
    return None


def _counted(tokens: list[str], words: AddresseeWords) -> bool:
    """Whether "18 people", "several of the activists" stand among the words: someone else than who was named."""
    for i, token in enumerate(tokens):
        if token in words.people:
            near = tokens[max(0, i - 4) : i]
            if any(t.isdigit() or t in words.how_many for t in near) or (i == 0 or tokens[i - 1] in ("of", "list")):
                return True
    return False


def _adjacent(scene: Scene, end: int, followed: list[Group]) -> bool:
    return bool(followed) and followed[0].start - end <= _LIST_GAP


def _is_header_form(gap: str) -> bool:
    """Whether nothing but a title, a description or punctuation stands between a name and the words."""
    return len(gap) <= _REACH and not re.search(r"\b(?:was|were|is|are|has|have|had|said|says|stated|reports)\b", gap)


def _told_before(scene: Scene, before: int, held: Collection[int], several: bool) -> tuple[int, ...]:
    earlier = [scene.eligible(g) for g in scene.groups if g.end <= before]
    earlier = [g for g in earlier if g]
    if several:
        if group := next((g for g in reversed(earlier) if len(g) > 1), None):
            return group
        everyone = tuple(sorted({i for g in earlier for i in g}))
        return tuple(sorted(held)) if len(held) > 1 else everyone
    if held:
        lists = [tuple(i for i in g if i in held) for g in earlier]
        return next((g for g in reversed(lists) if g), ())
    return earlier[0] if earlier else ()


def _all_eligible(scene: Scene, before: int) -> tuple[int, ...]:
    return tuple(sorted({i for g in scene.groups if g.end <= before for i in scene.eligible(g)}))


def _only_eligible(scene: Scene) -> tuple[int, ...]:
    targets = tuple(i for i, person in enumerate(scene.persons) if person.role == "target")
    return targets if len(targets) == 1 else ()
