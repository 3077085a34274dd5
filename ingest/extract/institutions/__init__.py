"""Which courts, facilities and organisations an entry names (annotation, courts, facilities, organisations)."""

import re
from dataclasses import dataclass, field

from ingest.analysis.document import Document
from ingest.extract.institutions.mention import Mention
from ingest.extract.institutions.mentions import find_mentions
from ingest.extract.institutions.vocabulary import Vocabulary, vocabulary
from ingest.extract.institutions.words import Words, read_words
from ingest.facts import Body, Entry, Evidence, Place, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold
from ingest.vocabulary import BodyType

_MARKS = re.compile(r"[“”«»„\"]")
_GENERIC_ORGANISATIONS = frozenset(
    {"organisations.state", "organisations.police_as_party", "organisations.police_with_capital"}
)
# They read a name without the head noun beside it, as it is printed.
_NAME_ALONE = frozenset(
    {
        "organisations.quoted_with_head",
        "organisations.quoted",
        "organisations.quoted_behind_of",
        "organisations.capitals_before",
    }
)
# There is one of these, whatever words are in its name.
_ONLY_ONE: frozenset[BodyType] = frozenset({"supreme", "constitutional", "international"})


@dataclass(slots=True)
class _Found:
    mention: Mention
    name: str
    spans: list[Span] = field(default_factory=list)
    further: list[str] = field(default_factory=list)
    tokens: frozenset[str] = frozenset()


def find_bodies(document: Document, places: tuple[Place, ...], jurisdiction: Jurisdiction) -> tuple[Body, ...]:
    """The bodies of an entry, each once, in the order in which the text first names them.

    ``places`` are the header's: words of theirs in a generic body's name do not make it another place's. A later,
    shorter mention and an acronym in brackets are further spans of the same body. Raises ``LexiconError``.
    """
    terms = vocabulary(jurisdiction)
    words = read_words(document)
    mentions = find_mentions(words, terms)
    header = _in_header(document.entry, words, terms)
    if header and not any(m.first < header.last and header.first < m.last for m in mentions):
        mentions = sorted([*mentions, header], key=lambda m: m.first)
    found: list[_Found] = []
    by_name: dict[str, _Found] = {}
    by_word: dict[str, list[_Found]] = {}
    for mention in mentions:
        _take(mention, words, found, by_name, by_word, terms)
    return tuple(_body(one, words, places, terms) for one in found)


def _take(
    mention: Mention,
    words: Words,
    found: list[_Found],
    by_name: dict[str, _Found],
    by_word: dict[str, list[_Found]],
    terms: Vocabulary,
) -> None:
    span = _span(mention, words)
    name = _name(words.text, span)
    key = _key(name)
    tokens = frozenset(key.split())
    same, rules = _named_before(mention, key, by_name, by_word, terms)
    if same is None and mention.short:
        return
    if same is None:
        same = _Found(mention, name, tokens=tokens)
        found.append(same)
        for word in same.tokens:
            by_word.setdefault(word, []).append(same)
    if len(tokens) > len(same.tokens):
        same.name, same.tokens = name, tokens
    by_name.setdefault(key, same)
    if span not in same.spans[-1:]:
        same.spans.append(span)
    same.further += rules
    alias = mention.last
    if words.at(alias) == "(" and words.at(alias + 2) == ")" and sum(c.isupper() for c in words.raw[alias + 1]) >= 2:
        same.spans.append(Span(words.start[alias + 1], words.end[alias + 1]))
        same.further.append("bodies.acronym_in_brackets")
        by_name.setdefault(_key(words.raw[alias + 1]), same)


def _named_before(
    mention: Mention,
    key: str,
    by_name: dict[str, _Found],
    by_word: dict[str, list[_Found]],
    terms: Vocabulary,
) -> tuple[_Found | None, list[str]]:
    """The body that a mention names again, and the rules that say so; none of the same name needs a rule."""
    short = [mention.rule] if mention.short else []
    tokens = frozenset(key.split())
    if same := by_name.get(key):
        return same, short
    if same := _longer(mention, tokens, by_word):
        return same, ["bodies.shorter_name", *short]
    if same := _with_country(mention, tokens, by_word, terms):
        return same, ["bodies.longer_name", *short]
    return None, []


def _longer(mention: Mention, tokens: frozenset[str], by_word: dict[str, list[_Found]]) -> _Found | None:
    """A body named before whose name holds all the words of this shorter mention; never across kinds or a place."""
    if not tokens:
        return None
    candidates = by_word.get(min(tokens), [])
    fits = [f for f in candidates[-8:] if f.mention.kind == mention.kind and tokens <= f.tokens]
    return fits[-1] if len(fits) == 1 or (fits and mention.short) else None


def _with_country(
    mention: Mention, tokens: frozenset[str], by_word: dict[str, list[_Found]], terms: Vocabulary
) -> _Found | None:
    """A body named before that this mention names again with its country or its form, which then is its name.

    "The Supreme Court …, the Supreme Court of Ruritania"; "Blue Hills …, the Blue Hills Foundation".
    """
    own = tokens - terms.country_words
    if mention.rule == "organisations.capitals":
        own -= terms.form_words
    if own == tokens or not own:
        return None
    fits = [f for f in by_word.get(min(own), [])[-8:] if f.mention.kind == mention.kind and own == f.tokens]
    return fits[0] if fits else None


def _span(mention: Mention, words: Words) -> Span:
    start, end = words.start[mention.first], words.end[mention.last - 1]
    last = words.raw[mention.last - 1]
    if last.endswith(("’s", "'s")) and mention.rule not in _NAME_ALONE:
        end -= 2
    return Span(start, end)


def _name(text: str, span: Span) -> str:
    return " ".join(_MARKS.sub("", text[span.start : span.end]).split())


def _key(name: str) -> str:
    return fold(name).replace("/", " ")


def _in_header(entry: Entry, words: Words, terms: Vocabulary) -> Mention | None:
    """A facility that the header names by its kind alone: ``May 2, Shelby, pretrial detention facility, …``."""
    if not entry.body:
        return None
    i = next((i for i, start in enumerate(words.start[:40]) if start >= entry.body), None)
    if i is None:
        return None
    while words.at(i) in ("in", "the", "a", ","):
        i += 1
    for phrase, heads in terms.heads.get(words.at(i), ()):
        j = i + len(phrase)
        if heads[0].kind == "facility" and tuple(words.low[i:j]) == phrase and words.at(j) in (",", ":", ";"):
            return Mention(
                i, j, "facility", heads[0].type, "facilities.header", (i, j), "medium", "no name, in the header"
            )
    return None


def _body(one: _Found, words: Words, places: tuple[Place, ...], terms: Vocabulary) -> Body:
    mention = one.mention
    place, apart = _place(mention, words, terms)
    everywhere = mention.kind != "organisation" or mention.rule in _GENERIC_ORGANISATIONS
    generic = everywhere and mention.head is not None and not apart and mention.type not in _ONLY_ONE
    generic = generic and mention.rule != "facilities.numbered"
    if place and any(_key(place) == _key(p.name) for p in places):
        place = None
    further = tuple(dict.fromkeys(one.further))
    evidence = Evidence(tuple(one.spans), mention.rule, mention.confidence, mention.doubt, further)
    return Body(mention.kind, one.name, mention.type, evidence, generic, place)


def _place(mention: Mention, words: Words, terms: Vocabulary) -> tuple[str | None, bool]:
    """The words of a body's name that name a place, and whether others beside them tell it apart.

    Of a court, facility or local body any word with a capital that is no modifier is treated as a place; of others only
    one that the gazetteer has.
    """
    if mention.head is None or mention.type in _ONLY_ONE:
        return None, False
    before, behind = _place_before(mention.first, mention.head[0], words, terms), _place_behind(mention, words, terms)
    if mention.kind == "organisation" and mention.rule not in _GENERIC_ORGANISATIONS:
        before, behind = (p if p and _in_gazetteer(p, terms) else None for p in (before, behind))
    place = behind or before
    if place and (place.lower() in terms.country or place.lower() in terms.outside):
        place = None
    numbered = any(words.raw[k][0].isdigit() for k in range(mention.first, mention.head[0]))
    return place, numbered or None not in (before, behind, place)


def _place_before(first: int, head: int, words: Words, terms: Vocabulary) -> str | None:
    """The words with a capital before a name's head: ``Shelby city`` of ``the Shelby city court``."""
    own = [k for k in range(first, head) if words.is_name(k) and words.low[k] not in terms.modifiers]
    if not own:
        return None
    end = own[-1] + 1
    end += end < head and words.at(end) in terms.place_kinds
    return words.text[words.start[own[0]] : words.end[end - 1]].removesuffix("’s")


def _place_behind(mention: Mention, words: Words, terms: Vocabulary) -> str | None:
    """The words after ``of`` or ``in``: ``Shelby`` of ``the city court of Shelby``."""
    if mention.head is None:
        return None
    for link in range(mention.head[1], mention.last - 1):
        k = link + 1 + (words.at(link + 1) == "the")
        if words.at(link) in ("of", "in") and words.is_name(k) and not _is_no_place(words.low[k], terms):
            return _name(words.text, Span(words.start[k], words.end[mention.last - 1]))
    return None


def _is_no_place(word: str, terms: Vocabulary) -> bool:
    return word in terms.court_tails or word in terms.heads


def _in_gazetteer(place: str, terms: Vocabulary) -> bool:
    words = place.lower().split()
    return " ".join(words) in terms.places or " ".join(w for w in words if w not in terms.place_kinds) in terms.places
