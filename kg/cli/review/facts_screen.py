"""A question of a review of facts, with the text of its entry, and how the facts were answered."""

from collections import Counter

from kg.cli.output import ask_or_nothing, say, show, styled
from kg.corrections.kinds.fact import Fact
from kg.corrections.opinions import FactVerb
from kg.review.facts import FactQuestion, FactReview
from kg.review.queue import count_open

KEYS = "y right · n wrong · c correct a field · s skip · z back · q finish"
_WORDS: dict[FactVerb | None, str] = {
    "right": "right",
    "wrong": "wrong",
    "corrected": "corrected",
    None: "skipped",
}
_NO_STANDING = "reported as a fact"


def ask_field(fact: Fact) -> tuple[str, str] | None:
    """Ask for a field and its value; ``None`` if the user only pressed Enter."""
    while name := ask_or_nothing(f"Field ({', '.join(fact.kind.fields)}; Enter to go back)"):
        if name in fact.kind.fields:
            return name, ask_or_nothing(f"{name} ({fact.kind.fields[name].allowed}; Enter for none)")
        if name in fact.kind.shorthands:
            return name, ask_or_nothing(name)
        say(f"A {fact.kind.name} has no field '{name}'.")
    return None


def show_question(review: FactReview, asked: FactQuestion) -> None:
    """Show a fact with its fields, what is doubtful about it, and its words in the entry."""
    fact, entry = asked.fact, asked.fact.entry
    say(f"Fact {len(review.given) + 1}, {count_open(review)} left: {fact.kind.name} in {entry.id}", "bold")
    for name, value in _fields(fact):
        say(f"{name:>12}: {value}")
    if asked.doubt:
        say(f"{'doubt':>12}: {asked.doubt}", "red")
    words = styled(entry.facts.entry.text)
    for span in fact.mention.spans:
        words.stylize("bold reverse", span.start, span.end)
    show(words)


def _fields(fact: Fact) -> list[tuple[str, str]]:
    """The fields of a fact. An act without a standing is one that the report states, and says so."""
    stated = [("standing", _NO_STANDING)] if fact.kind.name == "act" and "standing" not in fact.values else []
    return [*fact.values.items(), *stated]


def tally_answers(review: FactReview) -> list[tuple[int, str]]:
    """How many facts were answered in each way."""
    said = Counter(given.answer.verb if given.answer else None for given in review.given)
    return [(said[verb], words) for verb, words in _WORDS.items()]
