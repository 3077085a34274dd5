"""``kg why`` of one fact: which rule read it, from which words; for an act, what spoke for it and against it."""

from collections.abc import Iterator, Sequence

from ingest.extract.acts.entry_types.feature_words import describe_entry_feature
from ingest.extract.acts.lexicon.frames import Frame
from ingest.extract.acts.lexicon.predicates import Condition, Pattern
from ingest.extract.acts.news.feature_words import describe_feature, load_feature_words
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.extract.acts.reasons import Reasons, Verdict
from ingest.extract.acts.ties.model import Tie
from ingest.facts import EntryFacts, Evidence, party_name
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_reasons
from ingest.rules.registry import load_rules
from kg.cli.facts.wording import describe_fact
from kg.cli.output import print_hanging, print_line
from kg.corrections.kinds.fact import Fact
from kg.corrections.known_facts import KnownFacts
from kg.entries.active import ActiveReport
from kg.workspace import Workspace

_NUMBER_OF_FEATURES = 12
# Below this nobody is named who does not stand in the act.
_WORTH_SAYING = 0.2
# How wide the names of the lines are.
_TITLE = 11


def print_why_read(opened: Workspace, known: KnownFacts, facts: Sequence[Fact]) -> None:
    """Print why each fact was read."""
    for fact in facts:
        print_hanging((describe_fact(fact), "bold"))
        print_line(f"{fact.id} in {fact.entry.id}", "dim")
        if fact.decisions:
            print_hanging((f"People decided that it is so: decision {', '.join(fact.decisions)}.", ""))
        elif fact.mention.stated:
            print_hanging((f"{fact.entry.report} states it; kg read nothing. Words: “{fact.mention.words}”.", ""))
        elif fact.value.evidence is None:
            print_hanging(("It follows from other facts of its entry; no rule reads it by itself.", ""))
        else:
            _print_rules(fact, fact.value.evidence)
            _print_act(opened, known, fact)
        print_line()


def _print_rules(fact: Fact, evidence: Evidence) -> None:
    quoted = dict.fromkeys(fact.entry.quote(span) for span in evidence.spans)
    _print_titled("Words", ", ".join(f"“{words}”" for words in quoted))
    _print_titled("Confidence", evidence.confidence + (f": {evidence.doubt}" if evidence.doubt else ""))
    rules = load_rules()
    for name in evidence.rules:
        if name in rules:
            _print_titled("Rule", f"{name}. {rules[name].about}")


def _print_act(opened: Workspace, known: KnownFacts, fact: Fact) -> None:
    """The reasons of an act, which are read again from its entry."""
    if fact.kind.name != "act" or (read := known.read_position(fact)) is None:
        return
    report = next(report for report in known.reports if _has(report, fact))
    entry = next(e for e in report.facts.entries if e.entry.number == fact.entry.facts.entry.number)
    found = read_reasons(report.facts, entry, load_jurisdiction(opened.status().jurisdiction))
    reasons = found[read] if read < len(found) else None
    print_line("Why this is an act of the entry", "bold")
    if reasons is None:
        print_hanging(("It follows from the entry's other facts; the rule above says how.", ""), indent=2)
        return
    _print_pattern(reasons)
    _print_titled("Told as", _told_as(reasons.candidate))
    _print_titled("Next best", _next_best(reasons))
    _print_news(reasons)
    _print_ties(reasons, entry)


def _has(report: ActiveReport, fact: Fact) -> bool:
    return report.id == fact.entry.report and report.sha256 == fact.entry.sha256


def _print_pattern(reasons: Reasons) -> None:
    candidate = reasons.candidate
    if candidate.score is not None:
        _print_titled("Pattern", f"{candidate.pattern.id}, score {_score(candidate.score)}")
        _print_titled("asks for", "; ".join(_asked(candidate.pattern)) or "nothing but the word")
        places = (("to whom", candidate.pattern.words.to), ("by whom", candidate.pattern.words.by))
        _print_titled("says", "; ".join(f"{what}: {', '.join(where)}" for what, where in places if where))
    if reasons.frame is not None:
        _print_titled("Phrase", f"{reasons.frame.name}: {'; '.join(_phrase(reasons.frame))}")


def _asked(pattern: Pattern) -> Iterator[str]:
    yield from (f"{_slot(c)} {_values(c)}" for c in pattern.when)
    yield from (f"{_slot(c)} not {_values(c)}" for c in pattern.unless)
    words = pattern.words
    named = (("in the clause", words.near), ("followed by", words.comp), ("the verb", words.verbs))
    yield from (f"{what} {_some(values)}" for what, values in named if values)
    if words.voice:
        yield f"{words.voice} voice"
    if words.negated is True:
        yield "a negation"


def _slot(condition: Condition) -> str:
    return f"{condition.slot} of" if condition.governed else condition.slot


def _values(condition: Condition) -> str:
    if condition.any:
        return "anything"
    return _some((*sorted(condition.kinds), *(f"“{word}”" for word in sorted(condition.words))))


def _some(values: Sequence[str], most: int = 6) -> str:
    more = f" or {len(values) - most} more" if len(values) > most else ""
    return " or ".join(value.replace("_", " ") for value in values[:most]) + more


def _phrase(frame: Frame) -> Iterator[str]:
    words = frame.words
    named = (
        ("the verb", words.verbs), ("the noun", words.nouns), ("subject", words.subject), ("object", words.object),
        ("with", words.with_), ("without", words.without),
    )  # fmt: skip
    yield from (f"{what} {_some(values)}" for what, values in named if values)


def _told_as(candidate: Candidate) -> str:
    assertion = candidate.assertion
    told = assertion.category + (", in somebody's words" if assertion.claimed else "")
    if assertion.cue:
        return f"{told}; the cue is “{assertion.cue}”"
    return f"{told}; inside a quotation" if "quoted" in assertion.marks else f"{told}; no cue says otherwise"


def _next_best(reasons: Reasons) -> str:
    """The next best pattern of another type, and other candidates at the same word."""
    best = reasons.candidate.runner_up
    fitting = [f"{best.pattern.id} ({_type(best.pattern)}), score {_score(best.score)}"] if best else []
    for other in reasons.others:
        fitting.append(f"{other.pattern.id} ({_type(other.pattern)}), probability {other.probability:.2f}")
    return "; ".join(fitting) or "no pattern of another type fits these words"


def _type(pattern: Pattern) -> str:
    return pattern.words.type.replace("_", " ")


def _score(score: tuple[int, int]) -> str:
    rank, conditions = score
    return f"{rank} with {conditions} condition{'' if conditions == 1 else 's'}"


def _print_news(reasons: Reasons) -> None:
    """How likely each model thinks it, and what that is made of."""
    likely = reasons.news.likely
    over = "over" if likely >= reasons.threshold else "under, but its type is likely, or nothing is likelier"
    if reasons.candidate.form != "words":
        _print_titled("News", f"probability {likely:.2f} ({over}: the threshold is {reasons.threshold:.2f})")
        words = load_feature_words()
        _print_weights(reasons.news, [f"{describe_feature(f, words)} ({f})" for f, _ in reasons.news.weighed])
    type_ = reasons.candidate.type.replace("_", " ")
    _print_titled("Entry", f"the whole entry tells of {type_} with probability {reasons.entry.likely:.2f}")
    _print_weights(reasons.entry, [describe_entry_feature(feature) for feature, _ in reasons.entry.weighed])


def _print_weights(verdict: Verdict, described: Sequence[str]) -> None:
    """The heaviest features in words, the sum of the others, and what everything starts with."""
    weights = [weight for _, weight in verdict.weighed]
    for words, weight in zip(described[:_NUMBER_OF_FEATURES], weights, strict=False):
        print_hanging((f"{_signed(weight)}  {words}", ""), indent=4, hang=8)
    if rest := weights[_NUMBER_OF_FEATURES:]:
        print_hanging((f"{_signed(sum(rest))}  {len(rest)} smaller ones", ""), indent=4, hang=8)
    print_hanging((f"{_signed(verdict.bias)}  where everything starts", ""), indent=4, hang=8)


def _print_ties(reasons: Reasons, facts: EntryFacts) -> None:
    """Who may stand in the act, the likeliest first; who stands there by the pattern is marked."""
    for place, title in (("to", "To whom"), ("by", "By whom")):
        ties = sorted((t for t in reasons.ties if t.place == place), key=lambda tie: -tie.likely)
        told = [t for t in ties if t.stands or t.said or t.likely >= _WORTH_SAYING]
        _print_titled(title, "; ".join(_tie(tie, facts) for tie in told) or "nobody")


def _tie(tie: Tie, facts: EntryFacts) -> str:
    said = "by the pattern" if tie.said else "not by the pattern"
    stands = "" if tie.stands == tie.said else ", so added" if tie.stands else ", so left out"
    return f"{party_name(facts, tie.party)} {said}, probability {tie.likely:.2f}{stands}"


def _signed(weight: float) -> str:
    return f"{weight:+.2f}".replace("-", "−")


def _print_titled(title: str, text: str) -> None:
    print_hanging((f"{title:<{_TITLE}}", "dim"), (text, ""), indent=2, hang=_TITLE)
