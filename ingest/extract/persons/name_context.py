"""What is right around a name: a word that introduces it, a sentence's start, quotation marks, a thing's name."""

import re
from collections.abc import Sequence

from ingest.analysis.document import Document
from ingest.extract.persons.name_words import NameWord
from ingest.extract.persons.names import looks_like_surname
from ingest.facts import Entry, Span
from ingest.jurisdictions.lexicons import name_words
from ingest.jurisdictions.packs import Jurisdiction

# After these a word has a capital whatever it is.
_OPENING = frozenset('“«":')
_NAMED = re.compile(
    r"\b(?:named|called|Mr\.?|Mrs\.?|Ms\.?|brother|sister|son|daughter|wife|husband|mother|father)\s[“\"]?$"
)
# What makes a given name alone somebody's: a slogan (“Freedom to X!”), a name before it (`Surname Given and X`).
_BEFORE_GIVEN = re.compile(
    r"(?:(?i:\b(?:freedom|justice|support|thanks|glory)\s(?:to|for)|\b(?:release|free|for|with))|\b[A-ZА-Я]\w+\sand)\s$"
)


def is_introduced(text: str, start: int, jurisdiction: Jurisdiction) -> bool:
    """Whether a word that introduces people is right before: ``activist``, ``lawyer``."""
    before = re.findall(r"[\w’'-]+", text[max(0, start - 40) : start])
    return (
        bool(before) and before[-1].lower() in name_words(jurisdiction).introducers and text[start - 1 : start] in " “"
    )


def is_named(text: str, start: int) -> bool:
    """Whether ``named``, ``Mr`` or a word for kin is right before."""
    return bool(_NAMED.search(text[max(0, start - 12) : start]))


def supports_given_name(text: str, start: int) -> bool:
    """Whether the words right before make a given name alone somebody's: ``freedom to``, another name with ``and``."""
    return _BEFORE_GIVEN.search(text[max(0, start - 30) : start]) is not None


def opens_the_entry(entry: Entry, span: Span) -> bool:
    """Whether nothing but a facility's code or a few words are between the header and the name."""
    between = entry.text[entry.body : span.start]
    return span.start >= entry.body and len(between) < 40 and not re.search(r"[.“«]|, .*,|\bthe $", between)


def starts_a_sentence(document: Document, start: int) -> bool:
    """Whether a word opens a sentence, a quotation, or what follows a colon: its capital then means nothing."""
    before = document.text[document.sentence_at(start).start : start].rstrip()
    return before == "" or before[-1] in _OPENING


def is_title(text: str, span: Span) -> bool:
    """Whether words stand at a quotation mark or after ``#``, as a title does."""
    return text[max(0, span.start - 1) : span.start] in '“«"#' or text[span.end : span.end + 1] in '”»"'


def is_wholly_quoted(text: str, span: Span) -> bool:
    """Whether nothing else is in the quotation marks: “Azat Dala” is sooner a newspaper than a person."""
    return text[max(0, span.start - 1) : span.start] in '“«"' and text[span.end : span.end + 1] in '”»"'


def names_a_thing(text: str, run: Sequence[NameWord], jurisdiction: Jurisdiction) -> bool:
    """`the X monument`, `X Street`, `named after X Y`: the name of a thing and not of a person."""
    lexicon = name_words(jurisdiction)
    behind = re.match(r"[’']?s?[\s-]+([\w’]+)", text[run[-1].span.end : run[-1].span.end + 30])
    if behind and behind[1].lower() in lexicon.things_behind and not run[-1].initial:
        owner = text[run[-1].span.end : run[-1].span.end + 2] in ("’s", "'s")
        if not owner and (len(run) == 1 or not looks_like_surname(run[-1].lower, jurisdiction)):
            return True
    before = text[max(0, run[0].span.start - 30) : run[0].span.start].lower().rstrip()
    return any(before.endswith(words) for words in lexicon.things_before)
