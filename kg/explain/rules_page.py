"""The page of the rules that link entries: ``python -m kg.explain.rules_page > docs/rules-of-identity.md``."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.explain.rule_examples import RuleExamples, load_examples
from kg.identity.link_rules import STAGES
from kg.identity.links import LinkKind, LinkRule, Stage

INTRODUCTION = """# The rules that make entries one case, or one campaign

Derived from the registries and their examples by `python -m kg.explain.rules_page > docs/rules-of-identity.md`; tests
run every example and compare this page. `kg why ENTRY ENTRY` prints which rules tie two entries together, and the words
they rest on; `kg split ENTRY ENTRY --link RULE` refuses one link.

Rules are asked stage by stage. A rule sees what the stages before its own joined. Ties hold within one report unless a
rule says otherwise, and each is enough by itself. Where words fit two cases, nothing is joined. A word is rare if at
most one in 25 entries of the report has it (three in a small report); names do not count as rare words."""

TITLES: dict[LinkKind, str] = {"Case": "Cases", "Campaign": "Campaigns"}


def render_rules() -> str:
    """The whole page as Markdown."""
    parts = [INTRODUCTION]
    for kind, stages in STAGES.items():
        parts.append(f"## {TITLES[kind]}")
        for stage in stages:
            parts += _stage(stage)
    return "\n\n".join(parts) + "\n"


def _stage(stage: Stage[Any, Any]) -> Iterator[str]:
    only = " (only where one of the two entries is of no case with others)" if stage.single_entries_only else ""
    yield f"### {stage.about}{only}"
    yield from (_rule(rule, load_examples()[rule.name]) for rule in stage.rules)


def _rule(rule: LinkRule[Any, Any], examples: RuleExamples) -> str:
    lines = [f"#### {rule.name}", "", f"{rule.about[0].upper()}{rule.about[1:]}."]
    if rule.unless:
        lines[-1] += f" But not: {rule.unless}."
    lines += _examples("Ties", examples.ties)
    lines += _examples("Leaves apart", examples.leaves)
    return "\n".join(lines)


def _examples(title: str, examples: Iterable[Sequence[str]]) -> Iterator[str]:
    for entries in examples:
        yield ""
        yield f"{title}:"
        yield ""
        yield from (f"> {entry}  " for entry in entries)


if __name__ == "__main__":
    print(render_rules(), end="")
