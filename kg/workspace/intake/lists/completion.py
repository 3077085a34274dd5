"""What a row says and the rules did not read of its sentences: it is added, for the list says it word for word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.errors import KgError
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold
from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.kind import KindName, Values
from kg.corrections.known_facts import KnownFacts
from kg.corrections.opinions import Addition, FactOpinion
from kg.workspace.intake.lists.rows import ListedPrisoner
from kg.workspace.intake.lists.sentences import one_provision

WHY = "stated in a list of prisoners"


@dataclass(frozen=True)
class Completion:
    """What completes the entries of a list, by the line of the row, and a sentence for what is still missing."""

    opinions: Mapping[int, Sequence[FactOpinion | Addition]]
    problems: tuple[str, ...]


def complete_list(
    prisoners: Sequence[ListedPrisoner], report: str, known: KnownFacts, jurisdiction: Jurisdiction
) -> Completion:
    """Compare each row with the facts of its entry. ``report`` is the id of the list's report.

    Raises ``KgError`` if the report has not one entry for each row.
    """
    there = [entry for entry in known.mentions.entries if entry.id.rpartition("/")[0] == report]
    if len(there) != len(prisoners):
        raise KgError(f"{report} has {len(there)} entries for {len(prisoners)} rows: `kg report show {report}`.")
    opinions: dict[int, Sequence[FactOpinion | Addition]] = {}
    problems = []
    for prisoner, entry in zip(prisoners, there, strict=True):
        facts = list(known.of_entry(entry))
        named = [f for f in facts if f.kind.name == "person" and _is_called(f, prisoner.cells["name"])]
        where = f"line {prisoner.line} ({entry.id})"
        if not named:
            problems.append(f"{where}: the name was not read as a person's. `kg add {entry.id} person` adds it.")
            continue
        opinions[prisoner.line] = list(_missing(prisoner, entry.id, facts, named[0], jurisdiction))
        if "term" in prisoner.cells and not any(f.kind.name == "sanction" for f in facts):
            problems.append(f"{where}: the term was not read. `kg add {entry.id} sanction` adds it.")
    return Completion(opinions, tuple(problems))


def _missing(
    prisoner: ListedPrisoner, entry: str, facts: Sequence[Fact], person: Fact, jurisdiction: Jurisdiction
) -> Iterator[FactOpinion | Addition]:
    charges = [f.value for f in facts if f.kind.name == "charge"]
    charged = {charge.article for charge in charges if charge.person == person.mention.index}
    for provision in prisoner.provisions:
        if provision["article"] not in charged:
            yield _charge(prisoner, entry, provision, jurisdiction)
    if "facility" in prisoner.cells:
        yield from _held(prisoner, entry, facts, prisoner.cells["facility"])


def _charge(prisoner: ListedPrisoner, entry: str, provision: Values, jurisdiction: Jurisdiction) -> Addition:
    named = {level: text for level, text in provision.items() if text}
    words = one_provision(provision, jurisdiction)
    return _addition(entry, "charge", {"person": prisoner.cells["name"], **named}, words)


def _held(
    prisoner: ListedPrisoner, entry: str, facts: Sequence[Fact], facility: str
) -> Iterator[FactOpinion | Addition]:
    """The facility, where none was read; the beginning of the stay that was read, or the stay, where none was."""
    if not any(f.kind.name == "body" and f.value.kind == "facility" for f in facts):
        yield _addition(entry, "body", {"kind": "facility", "name": facility, "type": "other"}, facility)
    since = {"since": prisoner.cells["since"]} if "since" in prisoner.cells else {}
    read = [f for f in facts if f.kind.name == "stay"]
    if not read:
        yield _addition(entry, "stay", {"person": prisoner.cells["name"], "facility": facility, **since}, facility)
    elif since:
        yield FactOpinion("corrected", read[0].id, since, WHY)


def _addition(entry: str, kind: KindName, values: dict[str, str], words: str) -> Addition:
    return Addition(entry, kind, values, words, WHY)


def _is_called(fact: Fact, name: str) -> bool:
    return sorted(fold(fact.value.name).split()) == sorted(fold(name).replace(",", " ").split())
