"""The reference page of the rules: ``python -m ingest.rules.reference > docs/rules-of-reading.md``."""

import re
from collections.abc import Iterable, Iterator

from ingest.rules.registry import DEFAULT_PACK, Counterexample, Example, Rule, Section, load_sections

INTRODUCTION = """# The rules of reading

Every fact names the rules that read it: `Evidence.rule` is the first of them, `Evidence.further` are those that settled
the rest, such as whose a charge is or what role a person has. Of an act, `Evidence.rule` is the pattern that fitted,
such as `detain/person`; the patterns are in `ingest/lexicons/predicates/`. `kg why FACT` prints the rules of a fact.

This page lists the rules by kind of fact, each with sentences that it reads and sentences that it leaves alone. All
people in them are invented. *Reads* is followed by a fact in short form (`charge: CC 207/2 against Ilkuvel Orvane` is
Article 207, Part 2 of the Criminal Code), *leaves alone* by the reason.

The page is generated from the `rules.yaml` files beside the extractors by `python -m ingest.rules.reference >
docs/rules-of-reading.md`. A test compares the two, and another reads every sentence with the whole chain of extractors.
How the extractors work together is described in [reading.md](reading.md)."""


def render_rules(sections: Iterable[Section]) -> str:
    """The whole page as Markdown."""
    listed = tuple(sections)
    parts = [INTRODUCTION, _contents(listed)]
    for section in listed:
        parts.append(f"## {section.title}\n\n{section.about} The code is in `{section.folder}`.")
        parts += [_rule(rule) for rule in section.rules]
    return "\n\n".join(parts) + "\n"


def _contents(sections: Iterable[Section]) -> str:
    rows = [f"| [{section.title}](#{_anchor(section.title)}) | {len(section.rules)} |" for section in sections]
    return "\n".join(["| kind of fact | rules |", "| --- | --- |", *rows])


def _anchor(title: str) -> str:
    """A heading's anchor as GitHub makes it: small letters, no punctuation, hyphens for blanks."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _rule(rule: Rule) -> str:
    lines = [f"### {rule.name}", "", rule.about, ""]
    for pack, example in rule.reads:
        lines.append(f"- Reads{_country(pack)}: {_quoted(example)}: `{example.fact}`")
    for pack, counterexample in rule.rejects:
        lines.append(f"- Leaves alone{_country(pack)}: {_quoted(counterexample)} ({counterexample.why})")
    return "\n".join(lines)


def _country(pack: str) -> str:
    return "" if pack == DEFAULT_PACK else f" ({pack})"


def _quoted(example: Example | Counterexample) -> str:
    return " … ".join(f"*{line}*" for line in _lines(example))


def _lines(example: Example | Counterexample) -> Iterator[str]:
    for text in (example.beside, example.text):
        yield from (line.replace("*", "\\*").replace("[", "\\[") for line in text.split("\n") if line)


if __name__ == "__main__":
    print(render_rules(load_sections()), end="")
