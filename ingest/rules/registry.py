"""The registry of rules: every ``rules.yaml`` beside an extractor, read and checked.

A rule is one way of reading a fact. The code names it in ``Evidence.rule`` or ``Evidence.further``; its file says what
it reads and why, and shows sentences about invented people that it reads and sentences that it must leave alone. The
examples are read with the invented country's pack; a country's pack may add its own in a ``rules.yaml`` of its folder.

Nothing that reads a report loads these files: they are for the tests and for the page ``docs/rules-of-reading.md``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import yaml

from ingest.errors import LexiconError

INGEST = Path(__file__).parents[1]
PACKS = INGEST / "jurisdictions"
DEFAULT_PACK = "velmoria"

_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*")


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph of a report and a fact that the rule reads in it, in the short form of ``docs/rules-of-reading.md``.

    ``beside`` is another paragraph of the same report, where the rule needs one.
    """

    text: str
    fact: str
    beside: str = ""


class Counterexample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph in which the rule reads nothing, though it comes near, and why it does not."""

    text: str
    why: str
    beside: str = ""


class RuleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule as its file declares it. A pack's file repeats the name only and adds examples."""

    name: str
    about: str = ""
    reads: tuple[Example, ...] = ()
    rejects: tuple[Counterexample, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ``rules.yaml``. ``about`` introduces its rules on the page; ``order`` is the section's place there."""

    rules: tuple[RuleEntry, ...]
    title: str = ""
    about: str = ""
    order: int = 0


@dataclass(frozen=True)
class Rule:
    """A way of reading a fact: its name (``module.rule``), a sentence about it, and its examples by pack."""

    name: str
    about: str
    reads: tuple[tuple[str, Example], ...]
    rejects: tuple[tuple[str, Counterexample], ...]


@dataclass(frozen=True)
class Section:
    """The rules of one kind of fact, in the order of their file."""

    title: str
    about: str
    folder: str
    rules: tuple[Rule, ...]


def load_sections(root: Path = INGEST) -> tuple[Section, ...]:
    """Every rule, by kind of fact in the order of reading.

    Raises ``LexiconError`` naming the file and the rule: a malformed name, a name declared twice, a rule without a
    sentence about it, without an example or without a counterexample, or a pack's examples for an unknown rule.
    """
    files = [(path, _read(path)) for path in sorted(root.rglob("*rules.yaml"))]
    declared = [(path, file) for path, file in files if not path.is_relative_to(root / "jurisdictions")]
    of_packs = [(path, file) for path, file in files if path.is_relative_to(root / "jurisdictions")]
    _check_names(declared, of_packs)
    sections = []
    for path, file in sorted(declared, key=lambda item: (item[1].order, item[0])):
        rules = tuple(_rule(path, entry, of_packs) for entry in file.rules)
        sections.append(Section(file.title, file.about, path.parent.relative_to(root.parent).as_posix(), rules))
    return tuple(sections)


def load_rules(root: Path = INGEST) -> dict[str, Rule]:
    """Every rule by its name. Raises ``LexiconError`` as ``load_sections`` does."""
    return {rule.name: rule for section in load_sections(root) for rule in section.rules}


def _read(path: Path) -> RuleFile:
    try:
        content: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise LexiconError(f"{path}{where}: not valid YAML.") from None
    try:
        return msgspec.convert(content, RuleFile)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{path}: {_with_rule_name(str(error), content)}.") from None


def _with_rule_name(message: str, content: Any) -> str:
    """A message of msgspec with the rule's name in place of its number in the file: ``$.rules[3].reads``."""
    number = re.search(r"\$\.rules\[(\d+)\]", message)
    entries = content.get("rules") if isinstance(content, dict) else None
    if number is None or not isinstance(entries, list):
        return message
    entry = entries[int(number[1])]
    name = entry.get("name") if isinstance(entry, dict) else None
    return f"rule '{name}': {message}" if name else message


def _check_names(declared: Iterable[tuple[Path, RuleFile]], of_packs: Iterable[tuple[Path, RuleFile]]) -> None:
    seen: Counter[str] = Counter()
    for path, file in declared:
        if not (file.title and file.about):
            raise LexiconError(f"{path}: give the file a title and a sentence about its rules.")
        for entry in file.rules:
            seen[entry.name] += 1
            if not _NAME.fullmatch(entry.name):
                raise LexiconError(f"{path}, rule '{entry.name}': write the name as module.rule in small letters.")
            if seen[entry.name] > 1:
                raise LexiconError(f"{path}, rule '{entry.name}': declared twice; choose another name.")
    for path, file in of_packs:
        for entry in file.rules:
            if entry.name not in seen:
                raise LexiconError(f"{path}, rule '{entry.name}': no extractor declares it; correct the name.")


def _rule(path: Path, entry: RuleEntry, of_packs: Iterable[tuple[Path, RuleFile]]) -> Rule:
    if not entry.about.endswith("."):
        raise LexiconError(f"{path}, rule '{entry.name}': say in a sentence (`about`) what it reads and why.")
    if not (entry.reads and entry.rejects):
        raise LexiconError(f"{path}, rule '{entry.name}': give at least one example (`reads`) and one in `rejects`.")
    rule = Rule(
        entry.name,
        entry.about,
        tuple((DEFAULT_PACK, example) for example in entry.reads),
        tuple((DEFAULT_PACK, example) for example in entry.rejects),
    )
    for pack, added in _entries_of_packs(of_packs, entry.name):
        reads = (*rule.reads, *((pack, example) for example in added.reads))
        rejects = (*rule.rejects, *((pack, example) for example in added.rejects))
        rule = replace(rule, reads=reads, rejects=rejects)
    return rule


def _entries_of_packs(of_packs: Iterable[tuple[Path, RuleFile]], name: str) -> Iterator[tuple[str, RuleEntry]]:
    for path, file in of_packs:
        yield from ((path.parent.name, entry) for entry in file.rules if entry.name == name)
