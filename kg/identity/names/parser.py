"""A person's name as printed, parsed into surname, given name, patronymic and initials, each folded to a key."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.jurisdictions.packs import Jurisdiction
from kg.identity.names.lexicon import Gender, KnownNames, known_names

_TOKENS = re.compile(r"[^\s.]+\.?")
_LONGEST_INITIAL = 3


@dataclass(frozen=True, slots=True)
class Name:
    """The keys of a name's parts; an empty string where there is none.

    ``family`` is the surname without what tells men from women or one language from another (``-ov``, ``-ova``), and
    ``ending`` what was left out, in its man's form.
    ``initial`` is as printed (``Zh``), ``second`` the patronymic's. ``whole`` is false for a single word; that word
    then is in ``surname`` or in ``given``, whichever the report's reader took it for.
    """

    surname: str
    family: str
    ending: str
    gender: Gender
    given: str = ""
    initial: str = ""
    patronymic: str = ""
    second: str = ""

    @property
    def whole(self) -> bool:
        """Whether there is a surname and at least an initial."""
        return bool(self.surname and (self.given or self.initial))

    @property
    def spelled(self) -> str:
        """The surname with its ending, in the man's form: what a slip of the pen is measured on."""
        return self.family + self.ending if self.ending else self.surname


@cache
def parse_name(surname: str | None, given: str | None, jurisdiction: Jurisdiction) -> Name:
    """The parts of a name. ``Narynbekov``, ``Rauan Serikovich`` has all; ``Kozy-Askar``, ``S.K.`` two initials."""
    known = known_names(jurisdiction)
    key, family, ending, gender = known.surname_of(known.folding.key(_one_word(surname or "")))
    words, initials = [], []
    for token in _TOKENS.findall(given or ""):
        bare = token.rstrip(".")
        # `Zh.` and `K-J.` are initials; a short name printed without its stop (`Li`) is a name.
        if token.endswith(".") and len(bare.split("-")[0]) <= _LONGEST_INITIAL:
            initials.append(bare.split("-")[0])
        else:
            words.append(known.folding.key(_one_word(token)))
    patronymic = words.pop() if len(words) > 1 and words[-1].endswith(known.patronymics) else ""
    if patronymic in known.patronymics and len(words) > 1:
        patronymic = words.pop() + patronymic  # `Amangeldy uly`
    name = "".join(words)
    name = known.one_name.get(name, name)
    if not gender and patronymic:
        gender = "woman" if patronymic.endswith(("na", "kizi", "kiz")) else "man"
    first = "" if name else next(iter(initials), "")
    second = next(iter(initials[0 if name else 1 :]), "")
    return Name(key, family, ending, gender, name, first, _stem_of_patronymic(patronymic, known), second)


def _one_word(text: str) -> str:
    return text.replace("-", "").replace("‑", "").replace(" ", "")


def _stem_of_patronymic(patronymic: str, known: KnownNames) -> str:
    for ending in known.patronymics:
        if patronymic.endswith(ending) and len(patronymic) > len(ending):
            return patronymic.removesuffix(ending)
    return patronymic
