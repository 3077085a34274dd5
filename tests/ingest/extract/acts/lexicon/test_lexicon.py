"""The lexicons of acts are checked when they are loaded, and hold no word that nothing uses."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from ingest.errors import LexiconError
from ingest.extract.acts.lexicon.assertion import load_assertion
from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.lexicon.nouns import load_nouns
from ingest.extract.acts.lexicon.predicates import FOLDER, load_classes
from ingest.jurisdictions.packs import Jurisdiction
from tests.ingest.extract.acts.invented import JURISDICTION

CLASSES = load_acts(JURISDICTION).classes
PATTERNS = {pattern.id: pattern for patterns in CLASSES.verbs.values() for pattern in patterns}


def pack_with(folder: Path, pattern: dict[str, object]) -> Jurisdiction:
    """A pack that adds a pattern to a shared class."""
    copy = shutil.copytree(JURISDICTION.folder, folder / "pack")
    (copy / "predicates").mkdir()
    added = {"detain": {"patterns": {"added": {"type": "detention", **pattern}}}}
    (copy / "predicates" / "custody.yaml").write_text(yaml.safe_dump(added), encoding="utf-8")
    return replace(JURISDICTION, folder=copy)


def test_a_pack_adds_a_pattern_to_a_class(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, {"when": {"object": ["person"]}, "to": ["object"]})
    added = {pattern.id for pattern in load_classes(pack, load_nouns(JURISDICTION)).verbs["detain"]}
    assert added - set(PATTERNS) == {"detain/added"}


FAULTS = {
    "unknown slot": ({"when": {"objct": ["person"]}}, "'objct' is no slot"),
    "unknown place": ({"to": ["objct"]}, "'objct' is no place"),
    "unknown part of a place": ({"by": ["object.brother"]}, "'object.brother' is no place"),
    "unknown kind": ({"when": {"object": ["persn"]}}, "'persn' is no kind of nouns.yaml"),
    "unknown type": ({"type": "detainment"}, "Invalid enum value 'detainment'"),
    "unknown outcome": ({"outcome": "won"}, "Invalid enum value 'won'"),
    "unknown field": ({"whom": ["object"]}, "unknown field `whom`"),
}


@pytest.mark.parametrize(("pattern", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_pattern_is_refused_with_file_and_class(
    tmp_path: Path, pattern: dict[str, object], message: str
) -> None:
    with pytest.raises(LexiconError, match=rf"pack/predicates/custody\.yaml, detain/added: .*{message}"):
        load_classes(pack_with(tmp_path, pattern), load_nouns(JURISDICTION))


def test_a_faulty_class_is_refused_with_its_file(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, {})
    (pack.folder / "predicates" / "custody.yaml").write_text("detain: {verb: [seize]}", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"pack/predicates/custody\.yaml, detain: .*unknown field `verb`"):
        load_classes(pack, load_nouns(JURISDICTION))


def test_a_cue_of_several_words_is_refused(tmp_path: Path) -> None:
    copy = shutil.copytree(JURISDICTION.folder, tmp_path / "pack")
    (copy / "assertion.yaml").write_text("openers: {conditional: [as if]}", encoding="utf-8")
    pack = replace(JURISDICTION, folder=copy)
    with pytest.raises(LexiconError, match=r"pack/assertion\.yaml: 'as if' has several words"):
        load_assertion(pack)


def test_every_kind_of_noun_is_used_by_a_pattern() -> None:
    used = {kind for p in PATTERNS.values() for c in (*p.when, *p.unless) for kind in c.kinds}
    assert load_nouns(JURISDICTION).names - used == set()


def test_every_noun_of_a_verb_names_a_verb_that_has_patterns() -> None:
    assert set(CLASSES.nominal.values()) <= CLASSES.verbs.keys()


def test_no_two_files_have_a_class_of_one_name() -> None:
    names = [
        name
        for path in FOLDER.glob("*.yaml")
        if path.stem != "nominalisations"
        for name in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    assert len(names) == len(set(names))
