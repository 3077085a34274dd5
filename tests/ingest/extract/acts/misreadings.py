"""``known_misreadings.yaml``: what is still misread, so that a test notices when it is mended; and what was once."""

from pathlib import Path
from typing import NotRequired, TypedDict

import yaml

from ingest.vocabulary import Role


class Misreading(TypedDict):
    """A sentence, and what is read in it though it should not be, or not read though it should be."""

    text: str
    roles: NotRequired[dict[str, Role]]
    wrong: NotRequired[str]
    missing: NotRequired[str]


class Mended(TypedDict):
    """Sentences by the step that once misread them."""

    candidates: dict[str, Misreading]
    acts: dict[str, Misreading]


class Misreadings(TypedDict):
    """The file: words of the lexicons that do nothing, and sentences by the step that misreads them."""

    forms: list[str]
    candidates: dict[str, Misreading]
    acts: dict[str, Misreading]


MENDED: Mended = yaml.safe_load(Path(__file__).with_name("mended_misreadings.yaml").read_text(encoding="utf-8"))
KNOWN: Misreadings = yaml.safe_load(Path(__file__).with_name("known_misreadings.yaml").read_text(encoding="utf-8"))
