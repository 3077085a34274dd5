"""Terms with no word for a sanction beside them: given, asked for, listed behind names or behind an article."""

import re
from collections.abc import Iterator

from ingest.analysis.tokens import find_words
from ingest.extract.sanctions.lexicon.status import read_status
from ingest.extract.sanctions.lexicon.words import Trigger, only_of
from ingest.extract.sanctions.terms.term_in_text import TermInText

_REACH = 90
_ASKS_REACH = 25
_LATTER_REACH = 20
_GIVES_REACH = 70
_NAMED_REACH = 70
_TOLD_GAP = 25
# Right before a term that goes on with a list: "and of 5 years", "Y – 6 years", "and to 5 years".
_SERIES = re.compile(r"(?:\band(?:\s(?:of|to|with|for))?|[—–,-]|\bto|\bfor|\bgot|\breceived)\s$|\bof\s$")
_LATTER = re.compile(r"\bthe (?:latter|former|second|first|other)\s?[–—-]\s?$", re.IGNORECASE)
# "Article 405, Part 2 of the Criminal Code, 5 years": from the article's number on.
_BEHIND_ARTICLE = re.compile(r"\d[\d-]*\)?([^.;\d]{0,70}?)(?:[,(—–:]\s?|\s[-–—]\s)$")
# "Got a suspended three"
_SUSPENDED = re.compile(r"\b(?:suspended|conditional)\s$")
# "a five-year term"
_TERM_BEHIND = re.compile(r"\s(?:prison\s|long\s)?term\b(?!\s(?:as|in|of\s(?:office|study|service|validity)))")
# "Ten days for a banner: the court arrested X"
_HEADLINE = re.compile(r"\s(?:more\s)?for\s[^.:;]{2,60}:\s")
_FOR = re.compile(r"\s(?:for|to)\s(?:(?:the|his|her)\s)?(?:[a-z’'-]+\s){0,2}")
_NAME_MARKS = frozenset({"(", "—", "–", "-", ":"})


def given_trigger(here: TermInText) -> Trigger | None:
    """A sentence where no word says so, or the sanction that is told of somebody else in the same list."""
    if not (here.term.iso or here.term.longest):
        return None
    readers = (
        _one_of_two,
        _got,
        _told_behind,
        _requested,
        _listed,
        _in_series,
        _for_name,
        _behind_article,
        _in_headline,
    )
    return next((trigger for read in readers if (trigger := read(here))), None)


def _sentence(here: TermInText, rule: str) -> Trigger | None:
    return None if here.is_for_something() else Trigger(here.term.span, "sentence", rule)


def _one_of_two(here: TermInText) -> Trigger | None:
    """ "X was given 15 days of arrest, the latter – 20 days"."""
    if not _LATTER.search(here.text, here.back(_LATTER_REACH), here.term.span.start):
        return None
    before = (t for t in here.triggers_before() if t.kind != "ban")
    return next((t._replace(rule="sanctions.term_of_latter") for t in before), None)


def _got(here: TermInText) -> Trigger | None:
    """ "Was given 10 days", "the court gave X, in absentia, six years": a sentence, though no word says so."""
    start = here.term.span.start
    for gives in here.patterns.lists["gives"].finditer(here.text, here.back(_GIVES_REACH), start):
        gap = _SUSPENDED.sub("", here.text[gives.end() : start])
        touching = only_of(gap, here.patterns.words.between) and not set(gap) & set(";:()")
        if touching:
            return _sentence(here, "sanctions.given_term")
        if here.is_judged() and _only_names_receiver(here, gives.end()):
            return _sentence(here, "sanctions.given_term")
    return None


def _only_names_receiver(here: TermInText, start: int) -> bool:
    """Whether nothing but who gets it, in what manner, is between a verb that gives and its term."""
    groups = here.scene.groups_within(start, here.term.span.start)
    if len(groups) > 1 or set(here.text[start : here.term.span.start]) & set(";:("):
        return False
    spans = [(g.start, g.end) for g in groups] or [(start, start)]
    rest = here.text[start : spans[0][0]] + " " + here.text[spans[0][1] : here.term.span.start]
    words = find_words(rest)
    return len(words) <= 4 and here.scene.words.ends_list.isdisjoint(set(words) - {"in", "the"})


def _told_behind(here: TermInText) -> Trigger | None:
    """ "Four and a half years is his sentence", "six years, said the court", "ten days is what the judge gave X"."""
    end = here.term.span.end
    if _TERM_BEHIND.match(here.text, end) and not (here.term.iso or "").endswith("D"):
        return _sentence(here, "sanctions.term_named_behind")
    told = here.patterns.lists["names_term"].search(here.text, end, min(here.sentence.end, end + _NAMED_REACH))
    if told is None or told.start() - end > _TOLD_GAP or ";" in here.text[end : told.start()]:
        return None
    return _sentence(here, "sanctions.term_named_behind")


def _requested(here: TermInText) -> Trigger | None:
    """ "The prosecutor requested 9 years for X": a sentence, though no word says so."""
    asks = list(here.patterns.lists["asks"].finditer(here.text, here.back(_ASKS_REACH), here.term.span.start))
    if not asks or read_status(here.scene, here.term.span.start, here.patterns) != "requested":
        return None
    gap = here.text[asks[-1].end() : here.term.span.start]
    return _sentence(here, "sanctions.requested_term") if only_of(gap, here.patterns.words.between) else None


def _listed(here: TermInText) -> Trigger | None:
    """ "X (10 days), Y (15 days) were sentenced to arrest": a term right after a name has the sentence's sanction."""
    group = here.scene.group_before(here.term.span.start)
    mark = here.text[group.end : here.term.span.start].strip() if group else ""
    if group is None or mark not in (_NAME_MARKS | {","} if _is_list(here) else _NAME_MARKS):
        return None
    near = [t for t in (*here.triggers_before(), *here.triggers_behind()) if t.kind != "ban"]
    listed = next((t for t in near if t.kind != "sentence"), near[0] if near else None)
    if listed is None:
        return _sentence(here, "sanctions.term_behind_name") if here.is_judged() else None
    return listed._replace(rule="sanctions.term_behind_name")


def _is_list(here: TermInText) -> bool:
    """ "The verdict: X, six years; Y, four years": a list behind a colon, or one with semicolons."""
    return ": " in here.text[here.sentence.start : here.term.span.start] and here.is_judged()


def _for_name(here: TermInText) -> Trigger | None:
    """ "Six years for X, four for Y": whose term it is stands right behind it."""
    end = here.term.span.end
    group = next(iter(here.scene.groups_within(end, here.sentence.end)), None)
    if group is None or not _FOR.fullmatch(here.text, end, group.start) or not here.is_judged():
        return None
    return _sentence(here, "sanctions.term_behind_name")


def _in_headline(here: TermInText) -> Trigger | None:
    """ "Ten days for a banner: the court arrested X"."""
    opens = not here.text[here.sentence.start : here.term.span.start].strip()
    headline = _HEADLINE.match(here.text, here.term.span.end, here.sentence.end) if opens else None
    if headline is None or not here.patterns.lists["court"].search(here.text, headline.end(), here.sentence.end):
        return None
    return _sentence(here, "sanctions.term_named_behind")


def _in_series(here: TermInText) -> Trigger | None:
    """ "4 years to X and 5 years to Y": the sanction of the term before it, with somebody named between or behind."""
    if here.earlier is None or here.previous is None or not here.term.iso:
        return None
    start, end = here.previous.span.end, here.term.span.start
    named = here.scene.groups_within(start, end)
    behind_name = bool(named) and not here.text[named[-1].end : end].strip()
    if end - start > _REACH or not (behind_name or _SERIES.search(here.text, start, end)):
        return None
    return here.earlier._replace(rule="sanctions.term_in_series") if named else None


def _behind_article(here: TermInText) -> Trigger | None:
    """ "X (Article 405, Part 2 of the Criminal Code, 5 years)": a sentence that is only named."""
    behind = _BEHIND_ARTICLE.search(here.text, here.back(_REACH), here.term.span.start)
    if behind is None or not set(_lower_words(behind[1])) <= here.patterns.words.code_words:
        return None
    return _sentence(here, "sanctions.term_behind_article") if _cites(here) else None


def _cites(here: TermInText) -> bool:
    before = here.text[here.back(_REACH) : here.term.span.start].lower()
    return any(word in here.patterns.words.code_words for word in find_words(before))


def _lower_words(text: str) -> Iterator[str]:
    return (word for word in text.replace(",", " ").split() if word.islower())
