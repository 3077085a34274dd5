"""Protests: in the street, what they are for or against, people who had come together, and strikes of workers."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.analysis.document import Document
from ingest.extract.matters.lexicon import any_word, either, matter_words
from ingest.facts import EntryFacts, Evidence, Matter, MatterKind, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.stems import find_content_words


@cache
def _presence(jurisdiction: Jurisdiction) -> tuple[tuple[MatterKind, str, re.Pattern[str]], ...]:
    """Each kind with its rule and its words."""
    words = matter_words(jurisdiction)
    return (
        ("street_protest", "protests.street_protest", any_word(words.street_protests)),
        ("crowd", "protests.crowd", any_word(words.crowds)),
    )


@cache
def _cause(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    demand = rf"{either(words.demands)} {either(words.demand_links)}"
    return re.compile(
        rf"\b(?:{either(words.causes)}|{demand})\s(?P<cause>(?:[\w’'-]+\s){{0,7}}[\w’'-]+)", re.IGNORECASE
    )


def find_protests(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield the first words for a protest (``street_protest``) and for a crowd (``crowd``) behind the header."""
    text, body = document.text, document.entry.body
    for kind, rule, pattern in _presence(jurisdiction):
        if found := pattern.search(text, body):
            yield Matter(kind, found[0].lower(), Evidence((Span(*found.span()),), rule))


def find_protest_causes(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield what protests are for or against (``protest_cause``): up to eight words behind `against` and the like."""
    text, body = document.text, document.entry.body
    for found in _cause(jurisdiction).finditer(text, body):
        stems = tuple(word.stem for word in find_content_words(found["cause"]))
        evidence = Evidence((Span(*found.span()),), "protests.cause")
        yield Matter("protest_cause", found["cause"].lower(), evidence, stems=stems)


@cache
def _strike(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = matter_words(jurisdiction)
    not_behind = "".join(rf"(?<!{re.escape(word)}[ -])" for word in words.other_strikes)
    return re.compile(rf"{not_behind}\b{either(words.strikes)}\b", re.IGNORECASE)


@cache
def _labour(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    return any_word(matter_words(jurisdiction).labour)


def find_strikes(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield a strike of workers (``strike``) where the words behind the header tell both of a strike and of work."""
    text, body = document.text, document.entry.body
    strike = _strike(jurisdiction).search(text, body)
    labour = _labour(jurisdiction).search(text, body)
    if strike and labour:
        spans = sorted((Span(*strike.span()), Span(*labour.span())))
        yield Matter("strike", strike[0].lower(), Evidence(tuple(spans), "protests.strike"))
