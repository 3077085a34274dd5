"""Cases opened under an article: against whom they are, and those in which nobody is suspected yet."""

import re
from functools import cache

from ingest.extract.addressees.adjacent import accusable
from ingest.extract.addressees.question import Addressees
from ingest.extract.addressees.scene import Scene
from ingest.extract.addressees.words import AddresseeWords
from ingest.extract.law.provisions import Citation
from ingest.extract.law.tokens import ProvisionWords, provision_words
from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction

# How far behind an article "in respect of X" may lead to somebody.
_BEHIND = 140
# How many words before an article may say that a case was opened.
_OPENED = 10


def accused_behind(scene: Scene, citation: Citation) -> tuple[int, ...]:
    """ "A case was opened under Article 5 in respect of officers X and Y": X and Y."""
    end = scene.sentence_at(citation.span.start).end
    group = next(iter(scene.groups_within(citation.span.end, end)), None)
    if group is None or group.start - citation.span.end > _BEHIND:
        return ()
    found = _against(scene.words).search(scene.text, citation.span.end, group.start)
    return accusable(scene, group) if found else ()


@cache
def _against(words: AddresseeWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.against)})\s(?:the\s|an?\s)?(?:[a-z’'-]+,?\s){{0,4}}$", re.IGNORECASE)


def case_without_accused(
    scene: Scene, citation: Citation, header: bool, jurisdiction: Jurisdiction
) -> Addressees | None:
    """Nobody, where a case is about what was done to somebody, or its words say that nobody is suspected."""
    words = provision_words(jurisdiction)
    if _has_no_suspects(scene, citation, words):
        return Addressees((), "charges.no_suspects", "medium", "nobody is suspected yet")
    if not header and _is_about_harm(scene, citation, jurisdiction):
        return Addressees((), "charges.about_harm", "medium", "the case is about what was done to somebody")
    return None


def _has_no_suspects(scene: Scene, citation: Citation, words: ProvisionWords) -> bool:
    sentence = scene.sentence_at(citation.span.start)
    return _no_suspects(words).search(scene.text, *sentence) is not None


@cache
def _no_suspects(words: ProvisionWords) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(words.no_suspects)})\b")


def _is_about_harm(scene: Scene, citation: Citation, jurisdiction: Jurisdiction) -> bool:
    """ "opened a case under Article 293 after the activist was beaten": against nobody named."""
    words = provision_words(jurisdiction)
    sentence = scene.sentence_at(citation.span.start)
    before = scene.document.words_within(sentence.start, citation.span.start)
    opened = set(before[-_OPENED:]) & words.opening
    if not opened or "against" in before[-_OPENED:]:
        return False
    after = scene.document.words_within(citation.span.end, sentence.end)
    if set(after) & words.harm or _follows_attack(scene, citation, words):
        return True
    # Of torture nobody is suspected yet when a case is only begun.
    return is_abusive(citation, jurisdiction)


def _follows_attack(scene: Scene, citation: Citation, words: ProvisionWords) -> bool:
    """Whether the sentences before tell of an attack, and accuse nobody of it: "A case was opened" is about it."""
    sentence = scene.sentence_at(citation.span.start)
    earlier = set(scene.document.words_within(scene.document.entry.body, sentence.start))
    named = scene.groups_within(sentence.start, citation.span.start)
    return not named and bool(earlier & words.harm) and earlier.isdisjoint(scene.words.accusing | words.seized)


def is_abusive(citation: Citation, jurisdiction: Jurisdiction) -> bool:
    """Whether an article's accused are those who abused somebody, not those it was done to."""
    abusive = office_words(jurisdiction).abuse_articles
    return any(f"{citation.code}:{provision.article}" in abusive for provision in citation.provisions)
