"""Which citations of law are charges, and against whom (annotation, charges).

One charge for each article, part and person; without a person where those charged are not named. Articles of other laws
and of procedure, the general part of a code (parole, conditional sentence) alone, and what is only demanded against
somebody are none.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from ingest.analysis.document import Document
from ingest.extract.addressees.addressees import find_addressees
from ingest.extract.addressees.asides import is_harmed
from ingest.extract.addressees.question import Addressees
from ingest.extract.addressees.scene import Scene, described_by, set_scene
from ingest.extract.law.article_list import Provision
from ingest.extract.law.cases import accused_behind, case_without_accused, is_abusive
from ingest.extract.law.further_charges import charges_by_title, charges_of_same_article
from ingest.extract.law.mentions import is_only_mentioned
from ingest.extract.law.provisions import Citation, find_citations
from ingest.extract.law.stages import further, read_stages
from ingest.extract.law.tokens import provision_words
from ingest.extract.persons.officers import is_officer
from ingest.facts import Charge, Confidence, Evidence, Person
from ingest.jurisdictions.lexicons import code_names
from ingest.jurisdictions.packs import Jurisdiction

# Codes whose articles are held against people; a civil code's are only in a suit.
_OFFENCES = frozenset({"CC", "CAO"})
_HEADER_GAP = 160
# How far before a name "against" still leads to it.
_AGAINST = 40
# "A report against me under Article 5": so many words may stand from "against" to the article.
_AGAINST_REACH = 7
# How many citations may be between a name and an article that is still its own.
_EARLIER = 12
_ACQUITTED = re.compile(r"\bacquitted\s(?!of\b)[\w\s.]{0,40}\band\s(?:sentenced|convicted|fined)\b")
_AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|said|says|stated|states|reported|reports|believes|did|does|asked|demanded)\b"
)


def find_charges(document: Document, persons: tuple[Person, ...], jurisdiction: Jurisdiction) -> tuple[Charge, ...]:
    """The charges of an entry in the order of its text. ``Charge.person`` is an index into ``persons``."""
    scene = set_scene(document, persons, jurisdiction)
    found: list[Charge] = []
    citations = find_citations(document, jurisdiction)
    held: dict[int, None] = {}
    for number, citation in enumerate(citations):
        header = _is_header(scene, citation, citations[max(0, number - _EARLIER) : number])
        if not _is_charge(scene, citation, header, jurisdiction):
            continue
        who = _charged(scene, citation, header, held, jurisdiction)
        held.update(dict.fromkeys(who.persons))
        for provision in citation.provisions:
            for person in who.persons or (None,):
                found.append(_charge(citation, provision, person, who, header))
    found += charges_by_title(scene, found, jurisdiction)
    found += charges_of_same_article(scene, found)
    return _once(read_stages(scene, found, jurisdiction))


def _is_charge(scene: Scene, citation: Citation, header: bool, jurisdiction: Jurisdiction) -> bool:
    if citation.other_law or _is_general_part(citation, jurisdiction):
        return False
    if header:
        return True
    words = provision_words(jurisdiction)
    sentence = scene.sentence_at(citation.span.start)
    start = max(sentence.start, scene.document.entry.body)  # `March` in a header is a month
    before = scene.document.words_within(start, citation.span.start)
    if is_only_mentioned(scene, before, words):
        return False
    if before[-1:] == ["under"] and "against" in before[-_AGAINST_REACH:]:
        return True
    around = set(scene.document.words_within(citation.span.end, sentence.end))
    # "under Article 505 (violation of the rules of …)" is a title; only before the article does the word accuse.
    if (around - words.titling | set(before)) & words.held_under:
        return True
    spoken_of = set(before[-1:]) & words.topic or words.discussed & {*before, *around}
    return citation.code in _OFFENCES and not spoken_of


def _is_general_part(citation: Citation, jurisdiction: Jurisdiction) -> bool:
    """Whether only articles are cited that hold no offence: parole, conditional sentence."""
    if citation.code is None:
        return False
    first = code_names(jurisdiction).codes[citation.code].first
    return all(int(p.article.split("-")[0]) < first for p in citation.provisions)


def _is_header(scene: Scene, citation: Citation, earlier: tuple[Citation, ...]) -> bool:
    """Whether the article is right after a name: "Name, Article 174", or after such another citation."""
    text = scene.text
    start = citation.span.start
    group = scene.group_before(start)
    if group is None or start - group.end > _HEADER_GAP + 200 or is_harmed(scene, group):
        return False
    if group.start < scene.sentence_at(start).start:
        return False
    gap = text[group.end : start]
    for other in earlier:
        if group.end <= other.span.start:
            gap = gap.replace(text[other.span.start : other.span.end], "")
    return len(gap) <= _HEADER_GAP and gap.rstrip()[-1:] in tuple(',:;(—–-”»"’') and not _AUXILIARY.search(gap)


def _charged(
    scene: Scene,
    citation: Citation,
    header: bool,
    held: Collection[int],
    jurisdiction: Jurisdiction,
) -> Addressees:
    start, end = citation.span
    if not header and (named := accused_behind(scene, citation)):
        return Addressees(named, "charges.case_against")
    if unnamed := case_without_accused(scene, citation, header, jurisdiction):
        return unnamed
    if header:
        group = scene.group_before(start)
        if group is None:
            return Addressees(())
        group = described_by(scene, group, start)
        return Addressees(scene.eligible(group) or group.members)
    who = _without_harmed(scene, citation, find_addressees(scene, start, end, held), jurisdiction)
    sentence = scene.sentence_at(start)
    if who.persons and _ACQUITTED.search(scene.text, sentence.start, start):
        # "acquitted X and sentenced Y under Article 405": both were tried under it.
        tried = {i for group in scene.groups_within(sentence.start, start) for i in scene.eligible(group)}
        return Addressees(tuple(sorted({*who.persons, *tried})), "charges.tried_together", "medium", "tried together")
    return who


def _without_harmed(scene: Scene, citation: Citation, who: Addressees, jurisdiction: Jurisdiction) -> Addressees:
    """Of an article against abuse, those who are said to have done it, and not whom it was done to."""
    if not who.persons or not is_abusive(citation, jurisdiction) or _are_accused(scene, citation, who):
        return who
    doers = [i for i, p in enumerate(scene.persons) if _may_have_abused(scene, p, jurisdiction)]
    meant = tuple(i for i in who.persons if i in doers) or tuple(doers)
    return Addressees(meant, "charges.about_harm", "medium", "the case is about what was done to somebody")


def _may_have_abused(scene: Scene, person: Person, jurisdiction: Jurisdiction) -> bool:
    return person.role == "perpetrator" or is_officer(scene.document, person, jurisdiction)


def _are_accused(scene: Scene, citation: Citation, who: Addressees) -> bool:
    """Whether the sentence accuses those whom an article may be about: "was convicted", "charges against X"."""
    sentence = scene.sentence_at(citation.span.start)
    if scene.words.accusing & set(scene.document.words_within(*sentence)):
        return True
    spans = [span for index in who.persons for span in scene.persons[index].evidence.spans]
    before = (scene.text[max(sentence.start, s.start - _AGAINST) : s.start] for s in spans if s.start < sentence.end)
    return any(" against " in text for text in before)


def _charge(citation: Citation, provision: Provision, person: int | None, who: Addressees, header: bool) -> Charge:
    confidence: Confidence = who.confidence
    doubt = "" if confidence == "high" else who.doubt
    if citation.code is None:
        confidence, doubt = "medium" if confidence == "high" else confidence, "the text names no code"
    elif citation.inherited and confidence == "high":
        confidence, doubt = "medium", "the code is named elsewhere in the entry"
    rule = "charges.behind_name" if header else "charges.accused_under"
    return Charge(
        person=person,
        code=citation.code,
        article=provision.article,
        part=provision.part,
        paragraph=provision.paragraph,
        title=provision.title,
        evidence=Evidence((provision.span,), rule, confidence, doubt, tuple(filter(None, (citation.rule, who.rule)))),
    )


def _once(charges: list[Charge]) -> tuple[Charge, ...]:
    """Each charge once; an article without its part gives way to the same with it (design, rule 4)."""
    kept: dict[tuple[int | None, str | None, str, str | None, str | None], Charge] = {}
    for charge in charges:
        key = (charge.person, charge.code, charge.article, charge.part, charge.paragraph)
        first = kept.setdefault(key, charge)
        kept[key] = replace(first, stage=further(first.stage, charge.stage))
    with_part = {(c.person, c.code, c.article) for c in kept.values() if c.part}
    return tuple(c for c in kept.values() if c.part or (c.person, c.code, c.article) not in with_part)
