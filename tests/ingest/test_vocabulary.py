"""A lexicon that names a type, role or kind there is not is refused when it is read."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import LexiconError
from ingest.extract.acts.details.detail_words import DetailWords
from ingest.extract.acts.lexicon.frames import ActsWords
from ingest.extract.acts.lexicon.predicates import ClassWords
from ingest.extract.institutions.vocabulary import InstitutionWords
from ingest.extract.sanctions.lexicon.words import SanctionWords
from ingest.jurisdictions.lexicons import OfficeWords
from ingest.jurisdictions.packs import Jurisdiction, Pack, load_jurisdiction

PACK = Pack("nowhere", "Nowhere", "1", ("Nowhere",))
TERMS = load_jurisdiction("velmoria").folder / "terms.yaml"


@pytest.mark.parametrize(
    ("lexicon", "shape", "text"),
    [
        ("frames", ActsWords, "frames: {detenton: [{verbs: [seize]}]}"),
        ("frames", ActsWords, "frames: {appeal: [{verbs: [reject], outcome: refused}]}"),
        ("frames", ActsWords, "frames: {threat: [{verbs: [menace], standing: rumoured}]}"),
        ("predicates/custody", dict[str, ClassWords], "detain: {verbs: [seize], patterns: {person: {type: detenton}}}"),
        ("details", DetailWords, "reasons: [arrest]"),
        ("details", DetailWords, "outcomes: {appeal: {refused: [in vain]}}"),
        (
            "institutions",
            InstitutionWords,
            "heads: [{kind: court, type: village, needs: name, words: [village court]}]",
        ),
        ("institutions", InstitutionWords, "court_kinds: {police: [police]}"),
        ("offices", OfficeWords, "offices: {mayor: [mayor]}"),
        ("offices", OfficeWords, "kin: {cousin: [cousin]}"),
        ("sanctions", SanctionWords, "standing: {exile: [exiled]}"),
    ],
)
def test_a_word_that_is_on_no_list(lexicon: str, shape: type[Any], text: str, tmp_path: Path) -> None:
    shutil.copy(TERMS, tmp_path)
    (tmp_path / f"{lexicon}.yaml").parent.mkdir(exist_ok=True)
    (tmp_path / f"{lexicon}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"{lexicon}\.yaml: Invalid enum value"):
        Jurisdiction(PACK, tmp_path).lexicon(lexicon, shape)
