"""Shared lexicons and code name no country: what only one has is in its pack."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.jurisdictions.gazetteer import containers
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction, packs

ROOT = Path(__file__).parents[1]
# (file, word): the words of the annotation guide, which the facts export keeps, a query's former name, and the country
# in which the examples of the rules are read.
ALLOWED = {
    ("exports/facts.py", "akim"),
    ("exports/facts.py", "mci"),
    ("queries/assembly/refusals_by_administration.cypher", "akimat"),
    ("ingest/rules/registry.py", "velmoria"),
    ("kg/explain/rule_examples.py", "velmoria"),
    ("kg/explain/score_examples.py", "velmoria"),
}
_EXAMPLE = re.compile(r"^(//|#) example:\n(?:\1  .*\n)+", re.MULTILINE)


def neutral_files() -> Iterator[Path]:
    """Shared lexicons and code, without the packs and the examples of rules, which happen in some country."""
    for layer in ("ingest", "kg", "queries", "briefings", "exports", "explorer"):
        for path in sorted((ROOT / layer).rglob("*")):
            own = any(ROOT / "ingest" / "jurisdictions" / id in path.parents for id in packs())
            examples = path.suffix == ".yaml" and path.stem.endswith(("rules", "examples"))
            if path.suffix in (".py", ".yaml", ".cypher") and not own and not examples:
                yield path


def neutral_text(path: Path) -> str:
    """What a file says, but the example in a query's header: it is of the sample, which is of one country."""
    text = path.read_text(encoding="utf-8")
    return _EXAMPLE.sub("", text) if ROOT / "queries" in path.parents else text


def words_of(pack: Jurisdiction) -> set[str]:
    """The country's names, its terms, the heads of its bodies, its words for kinds of place, its cities and regions."""
    words = {name for name in pack.pack.country if len(name) > 3}
    for term in pack.terms.__struct_fields__:
        words |= set(getattr(pack.terms, term)) if term != "neighbour" else set()
    for head in _own(pack, "institutions")["heads"]:
        words |= {word for word in head["words"] if " " not in word}
    for kinds in _own(pack, "headers").get("kinds", {}).values():
        words |= set(kinds)
    for place in pack.gazetteer.values():
        within = [pack.gazetteer[id].name for id in containers(place, pack)]
        if place.kind in ("city", "region") and within and within[-1] in pack.pack.country:
            words |= {name for name in place.names if len(name) > 4}
    return words


def _own(pack: Jurisdiction, name: str) -> Any:
    return yaml.safe_load((pack.folder / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("id", packs())
def test_no_word_of_a_country_stands_in_what_all_share(id: str) -> None:
    words = words_of(load_jurisdiction(id))
    assert len(words) > 20
    pattern = re.compile(
        rf"(?<![A-Za-z])({'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![a-z])", re.IGNORECASE
    )
    found = {
        (str(path.relative_to(ROOT)), match[1].lower())
        for path in neutral_files()
        for match in pattern.finditer(neutral_text(path))
    }
    assert sorted(found - ALLOWED) == []
