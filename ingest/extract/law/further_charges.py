"""Charges told without the article's number: by its title, or as "the same article"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.extract.addressees.addressees import find_addressees
from ingest.extract.addressees.scene import Scene
from ingest.facts import Charge, Evidence, Span
from ingest.jurisdictions.lexicons import code_names
from ingest.jurisdictions.packs import Jurisdiction

_LONGEST_TITLE = 120
_SAME = re.compile(r"\b(?:under|by|on)\sthe\ssame\s(?:articles?|charges?|accusation)\b", re.IGNORECASE)


def charges_of_same_article(scene: Scene, found: Sequence[Charge]) -> list[Charge]:
    """ "X, tried under the same article, was acquitted": the article cited last before the words, for X too."""
    added: list[Charge] = []
    for words in _SAME.finditer(scene.text):
        cited = [charge for charge in found if charge.evidence.spans[0].end <= words.start()]
        if not cited:
            continue
        last = max(cited, key=lambda charge: charge.evidence.spans[0])
        who = find_addressees(scene, *words.span())
        span = Span(*words.span())
        evidence = Evidence((last.evidence.spans[0], span), "charges.same_article", "medium", "", (who.rule,))
        added += [replace(last, person=person, evidence=evidence) for person in who.persons]
    return added


def charges_by_title(scene: Scene, found: list[Charge], jurisdiction: Jurisdiction) -> list[Charge]:
    """ "X is charged under the articles “mass riots”": the titles of articles that the entry cites by number too."""
    titles = code_names(jurisdiction).titles
    added: list[Charge] = []
    for quotation in scene.document.quotations:
        start, end = quotation.words
        if end - start > _LONGEST_TITLE:
            continue
        title = scene.text[start:end].strip(" ,.").lower()
        sentence = scene.sentence_at(start)
        before = scene.text[sentence.start : start].lower()
        if "under the" not in before or "article" not in before:
            continue
        for charge in found:
            known = titles.get(f"{charge.code}:{charge.article}", ())
            if title not in known and title != (charge.title or "").lower():
                continue
            who = find_addressees(scene, *quotation.span)
            for person in who.persons:
                if any(c.person == person and c.article == charge.article for c in [*found, *added]):
                    continue
                evidence = Evidence(
                    tuple(sorted((*charge.evidence.spans, quotation.span))),
                    "charges.by_title",
                    "medium",
                    "known by the title alone",
                    (who.rule,),
                )
                added.append(Charge(person, charge.code, charge.article, evidence, title=scene.text[start:end]))
    return added
