"""To which group a person belongs: one rule for each group, the first that fits decides.

Rules look at what the graph tells of a person and at the words beside the name. Where words leave open who is meant,
everybody whom they may mean belongs to the group: a name that is left out by mistake can be put back by consent, one
that left by mistake cannot.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from exports.profiles.people.told import GraphTold, Naming, PersonTold
from exports.profiles.profile import Group
from exports.profiles.words.sensitive_words import ADULT, SensitiveWords, any_of
from ingest.jurisdictions.lexicons import office_words
from ingest.language.folding import fold_in_place
from ingest.vocabulary import ActType, Role

_NEAR = 40
"""How many characters before and behind a name the words about it may stand."""

# Who in an entry did what it tells or reports it: not the one who suffered it.
_DOERS: frozenset[Role] = frozenset({"perpetrator", "official", "lawyer", "speaker"})
# Acts that are abuses whoever does them; detaining and searching are an officer's office.
_ABUSES: frozenset[ActType] = frozenset({"torture", "attack", "threat", "death"})
_BRACKETS = re.compile(r"\s?\((?P<age>\d{1,2})\)")
# Between a word and the name it is about: at most two words.
_BETWEEN = r"(?: [\w-]+){0,2} ?[“\"(]?$"
_BEHIND = r"^(?: ?[,(] ?(?:who )?(?:is |was )?| (?:is|was) )(?:an? |the )?(?:[\w-]+ ){0,2}"


@dataclass(frozen=True)
class Rule:
    """A rule: whether a person belongs to a group."""

    group: Group
    about: str
    fits: Callable[[PersonTold, "Signs"], bool]


@dataclass(frozen=True)
class Signs:
    """A graph, and the words that rules look for in its texts."""

    told: GraphTold
    sensitive: SensitiveWords

    def before_and_behind(self, person: PersonTold) -> Iterator[tuple[Naming, str, str]]:
        """Each place where the person is named, with the words before and behind the name in small letters."""
        for naming in person.namings:
            text = self.told.texts[naming.entry.id]
            start, end = naming.span
            before = fold_in_place(text[max(0, start - _NEAR) : start])
            yield naming, re.split(r"[.;]\s", before)[-1], fold_in_place(text[end : end + _NEAR])

    def has_beside(self, person: PersonTold, words: Iterable[str]) -> bool:
        """Whether one of some words is right before or right behind the name."""
        word = any_of(words).pattern
        before_it, behind_it = re.compile(word + _BETWEEN), re.compile(_BEHIND + word)
        found = self.before_and_behind(person)
        return any(before_it.search(before) or behind_it.match(behind) for _, before, behind in found)

    def does(self, person: PersonTold, verbs: Iterable[str]) -> bool:
        """Whether one of some verbs is right behind the name, with at most one word between."""
        verb = re.compile(r"^,?(?: who)?(?: [\w-]+)? " + any_of(verbs).pattern)
        return any(verb.match(behind) for _, _, behind in self.before_and_behind(person))

    def suffers_in(self, person: PersonTold, entries: frozenset[str]) -> bool:
        """Whether one of some entries names the person as somebody who did not do what it tells."""
        return any(naming.entry.id in entries and naming.role not in _DOERS for naming in person.namings)

    @cached_property
    def sexual_violence(self) -> frozenset[str]:
        """The entries about it."""
        return self._about(self.sensitive.words.sexual_violence)

    @cached_property
    def hiding(self) -> frozenset[str]:
        """The entries about somebody in hiding."""
        return self._about(self.sensitive.words.in_hiding)

    @cached_property
    def torture_of_nobody_named(self) -> frozenset[str]:
        """The entries with an act of torture that the words tie to no victim."""
        acts = {node.key for node in self.told.graph.nodes if node.properties.get("type") == "torture"}
        tied = {
            r.end for r in self.told.graph.relationships if r.type == "INVOLVED_IN" and r.properties.get("role") == "to"
        }
        return frozenset(entry.id for act in acts - tied for entry in self.told.recorded_in.get(act, ()))

    def _about(self, words: Iterable[str]) -> frozenset[str]:
        pattern = any_of(words)
        return frozenset(id for id, text in self.told.texts.items() if pattern.search(fold_in_place(text)))


def _is_minor(person: PersonTold, signs: Signs) -> bool:
    words = signs.sensitive.words
    if signs.has_beside(person, (*words.minors, *words.young)) or _before_juvenile_court(person, signs):
        return True
    return any(_is_young(before, behind, naming, signs) for naming, before, behind in signs.before_and_behind(person))


def _is_young(before: str, behind: str, naming: Naming, signs: Signs) -> bool:
    ages = [match["age"] for match in signs.sensitive.ages.finditer(before)]
    ages += [match["age"] for match in signs.sensitive.ages.finditer(behind.split(". ", maxsplit=1)[0])][:1]
    if bracketed := _BRACKETS.match(behind):
        ages.append(bracketed["age"])
    told = signs.told.dates[naming.entry.id][:4] or naming.entry.id.rpartition(":")[2][:4]
    born = [match["year"] for match in signs.sensitive.births.finditer(behind)]
    young = told.isdecimal() and any(int(told) - int(year) <= ADULT for year in born)
    return young or any(0 < int(age) < ADULT for age in ages)


def _before_juvenile_court(person: PersonTold, signs: Signs) -> bool:
    return any(
        court.properties.get("kind") == "juvenile"
        for party in person.related("PARTY_TO")
        if party.properties.get("role") == "target"
        for court in signs.told.courts.get(party.end, ())
    )


def _is_victim_of_sexual_violence(person: PersonTold, signs: Signs) -> bool:
    return signs.suffers_in(person, signs.sexual_violence)


def _is_victim_of_torture(person: PersonTold, signs: Signs) -> bool:
    by_key = signs.told.graph.by_key
    undergone = any(
        r.properties.get("role") == "to" and by_key[r.end].properties.get("type") == "torture"
        for r in person.related("INVOLVED_IN")
    )
    accused_only = person.roles == {"perpetrator"}  # the torture for which an officer is tried was not done to them
    if undergone and not accused_only:
        return True
    return signs.suffers_in(person, signs.torture_of_nobody_named)


def _is_in_hiding(person: PersonTold, signs: Signs) -> bool:
    return signs.suffers_in(person, signs.hiding)


def _is_witness(person: PersonTold, signs: Signs) -> bool:
    words = signs.sensitive.words
    if person.roles <= {"official"}:
        return False
    return signs.has_beside(person, words.witnesses) or signs.does(person, words.testifies)


def _is_relative(person: PersonTold, signs: Signs) -> bool:
    kin = "relative" in person.roles or any(True for _ in person.related("RELATED_TO"))
    return kin and not person.roles & {"target", "official"}


def _is_accused(person: PersonTold, signs: Signs) -> bool:
    faces = any(r.properties.get("role") == "perpetrator" for r in person.related("FACES"))
    return "perpetrator" in person.roles or faces


def _is_accused_officer(person: PersonTold, signs: Signs) -> bool:
    """An officer accused of abuses, each of which says how sure it is."""
    if "target" in person.roles or not (_is_accused(person, signs) and _is_officer(person, signs)):
        return False
    by_key = signs.told.graph.by_key
    done = [r for r in person.related("INVOLVED_IN") if r.properties.get("role") == "by"]
    return all(
        "standing" in r.properties or "standing" in by_key[r.end].properties
        for r in done
        if by_key[r.end].properties.get("type") in _ABUSES
    )


def _is_officer(person: PersonTold, signs: Signs) -> bool:
    """By an office that was read, or a word such as “police inspector” beside the name."""
    words = office_words(signs.sensitive.jurisdiction)
    return bool(person.node.properties.get("offices")) or signs.has_beside(person, words.officers)


def _is_official(person: PersonTold, signs: Signs) -> bool:
    if "perpetrator" in person.roles or "target" in person.roles:
        return False
    return "official" in person.roles or bool(person.node.properties.get("offices"))


def _has_role(role: str) -> Callable[[PersonTold, Signs], bool]:
    return lambda person, signs: role in person.roles


RULES: tuple[Rule, ...] = (
    Rule("minor", "An age under 18 or a word such as “schoolgirl” beside the name, or a juvenile court.", _is_minor),
    Rule(
        "sexual_violence_victim",
        "Named in an entry about sexual violence, and not as who did or reports it.",
        _is_victim_of_sexual_violence,
    ),
    Rule(
        "torture_victim",
        "Torture was done to the person, or an entry tells of torture and not of whom.",
        _is_victim_of_torture,
    ),
    Rule("in_hiding", "Named in an entry about somebody in hiding.", _is_in_hiding),
    Rule("witness", "A word such as “eyewitness” or “testified” beside the name.", _is_witness),
    Rule("relative", "Family of somebody else, and no target.", _is_relative),
    Rule("accused_officer", "An officer accused of abuses, each alleged, denied or found.", _is_accused_officer),
    Rule("accused", "Anybody else who is accused of abuses.", _is_accused),
    Rule("official", "Acts for the state, and is no target.", _is_official),
    Rule("target", "Persecuted or harmed.", _has_role("target")),
    Rule("lawyer", "Defends or represents somebody.", _has_role("lawyer")),
    Rule("speaker", "Quoted or reporting.", _has_role("speaker")),
    Rule("other", "Anybody else who is named.", lambda person, signs: True),
)
"""In the order in which they are asked."""


def group_of(person: PersonTold, signs: Signs) -> Group:
    """The first group that a person belongs to."""
    return next(rule.group for rule in RULES if rule.fits(person, signs))
