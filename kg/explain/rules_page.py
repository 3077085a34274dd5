"""The page of the rules of identity: ``python -m kg.explain.rules_page > docs/rules-of-identity.md``."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.explain.rule_examples import RuleExamples, load_examples
from kg.explain.score_examples import TwoPeople, load_score_examples
from kg.identity.link_rules import STAGES
from kg.identity.links import LinkKind, LinkRule, Stage
from kg.identity.people.scores.rules import SCORE_RULES, ScoreRule
from kg.identity.people.scores.scores import SAME

INTRODUCTION = """# The rules of identity

Which rules make entries one [case](#cases) or one [campaign](#campaigns), and which count for and against two mentions
being one [person](#people). Derived from the registries and their examples by
`python -m kg.explain.rules_page > docs/rules-of-identity.md`; tests run every example and compare this page.

## Cases and campaigns

`kg why ENTRY ENTRY` prints which rules tie two entries together, and the words they rest on;
`kg split ENTRY ENTRY --link RULE` refuses one link.

Rules are asked stage by stage. A rule sees what the stages before its own joined. Ties hold within one report unless a
rule says otherwise, and each is enough by itself. Where words fit two cases, nothing is joined. A word is rare if at
most one in 25 entries of the report has it (three in a small report); names do not count as rare words."""

PEOPLE = f"""## People

Points for and against two mentions, or two groups of mentions, being one person. The rule of the names sets the start,
and every other rule that counts adds its points. {SAME} or more is `same`, fewer than 0 `different`, anything between
`unsure`. Where the name fits a third person as well, the rules of the last table do not count, and that person must be
two points behind. The last table does not count either where the two have opposed roles.
[identity.md](identity.md#people) describes the method.

In the examples, A and B are the first people of their entries. Endings of surnames and frequent names come from a
jurisdiction pack."""

TITLES: dict[LinkKind, str] = {"Case": "Cases", "Campaign": "Campaigns"}


def render_rules() -> str:
    """The whole page as Markdown."""
    parts = [INTRODUCTION]
    for kind, stages in STAGES.items():
        parts.append(f"## {TITLES[kind]}")
        for stage in stages:
            parts += _stage(stage)
    parts.append(PEOPLE)
    for title, rules in SCORE_RULES.items():
        parts += [f"### {title}", _points_table(rules), *(_score_examples(rule) for rule in rules)]
    return "\n\n".join(parts) + "\n"


def _stage(stage: Stage[Any, Any]) -> Iterator[str]:
    only = " (only where one of the two entries is of no case with others)" if stage.single_entries_only else ""
    yield f"### {stage.about}{only}"
    yield from (_rule(rule, load_examples()[rule.name]) for rule in stage.rules)


def _points_table(rules: Iterable[ScoreRule]) -> str:
    rows = (f"| {rule.name} | {rule.signed} | {rule.about} |" for rule in rules)
    return "\n".join(("| rule | points | when it counts |", "| --- | ---: | --- |", *rows))


def _score_examples(rule: ScoreRule) -> str:
    examples = load_score_examples()[rule.name]
    lines = [f"#### {rule.name}"]
    lines += _examples("Counts", map(_entries, examples.counts))
    lines += _examples("Does not count", map(_entries, examples.does_not_count))
    return "\n".join(lines)


def _entries(people: TwoPeople) -> Sequence[str]:
    sides = (("A", people.a), ("B", people.b), ("Others", people.others))
    return [f"{side}: {entry}" for side, entries in sides for entry in entries]


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
