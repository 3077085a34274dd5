"""A profile: what an export leaves out, changes and keeps.

``full``, ``partner`` and ``public`` are the YAML files beside this module. An organisation writes its own in
``kg.toml`` under ``[profiles.NAME]``, as changes to one of these.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

import msgspec

from ingest.errors import KgError
from ingest.yaml_text import parse_yaml
from kg.schema.schema import NodeKind, RelationshipKind, Schema, load_schema
from kg.system.wrong_values import find_wrong_values

Group = Literal[
    "minor",
    "sexual_violence_victim",
    "torture_victim",
    "in_hiding",
    "witness",
    "relative",
    "accused_officer",
    "accused",
    "official",
    "target",
    "lawyer",
    "speaker",
    "other",
]
GROUPS: tuple[Group, ...] = get_args(Group)
"""Groups of people; the first that a person belongs to decides (``exports.profiles.people.groups``)."""

Subject = Literal[
    "health",
    "minor",
    "sexual_violence",
    "in_hiding",
    "phone",
    "email",
    "home_address",
    "car_number",
    "account",
    "local_path",
]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
"""What may be found in a free text (``exports.profiles.words.sensitive_words``)."""

NameRule = Literal["keep", "pseudonym", "drop"]
DateRule = Literal["keep", "month", "year", "drop"]
PlaceRule = Literal["keep", "region", "drop"]
KeepOrDrop = Literal["keep", "drop"]
TextRule = Literal["keep", "drop"]
LinkRule = Literal["keep", "host", "drop"]
ProtectedLinkRule = Literal["host", "drop"]
PropertyRule = Literal["keep", "month", "year", "drop"]

GIVEN = ("full", "partner", "public")
DEFAULT = "partner"


class Treatment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happens to people of a group, and to what is told of them.

    ``dates`` and ``places`` are those of the acts, charges, sanctions, stays, cases and entries in which they are;
    ``bodies`` are the courts and facilities there, whose names tell the place.
    """

    name: NameRule = "keep"
    dates: DateRule = "keep"
    places: PlaceRule = "keep"
    bodies: KeepOrDrop = "keep"

    def stricter(self, other: "Treatment") -> "Treatment":
        """For what two people share: the stricter rule of each."""
        return Treatment(
            _stricter(get_args(NameRule), self.name, other.name),
            _stricter(get_args(DateRule), self.dates, other.dates),
            _stricter(get_args(PlaceRule), self.places, other.places),
            _stricter(get_args(KeepOrDrop), self.bodies, other.bodies),
        )


class Links(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happens to addresses of sources; ``host`` leaves only the host.

    ``protected`` are those that an entry cites which names a protected person, ``personal`` profiles and posts on
    social networks, ``administration`` pages that only their editors see.
    """

    protected: ProtectedLinkRule = "host"
    personal: LinkRule = "host"
    administration: LinkRule = "drop"
    tracking: KeepOrDrop = "drop"


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What leaves under a name.

    ``people``: what happens to each group. ``words``: what happens to what a free text says of a subject. ``texts``:
    whether free texts leave at all. ``kinds``: labels and types of relationship that are left out. ``properties``:
    rules for properties, such as ``Event.reason``.
    """

    name: str
    about: str
    people: Mapping[Group, Treatment] = {}
    words: Mapping[Subject, KeepOrDrop] = {}
    links: Links = Links("host", "keep", "keep", "keep")
    texts: TextRule = "keep"
    keyed_ids: bool = True
    kinds: Mapping[str, KeepOrDrop] = {}
    properties: Mapping[str, PropertyRule] = {}

    @property
    def whole(self) -> bool:
        """Whether everything leaves as it is."""
        return not self.keyed_ids and msgspec.structs.replace(self, name="", about="") == _WHOLE

    def of_group(self, group: Group) -> Treatment:
        """What happens to people of a group."""
        return self.people.get(group, Treatment())


_WHOLE = Profile("", "", keyed_ids=False)


@cache
def given_profile(name: str) -> Profile:
    """One of ``GIVEN``. Raises ``LexiconError`` when its file is wrong."""
    return _convert(name, _read_given(name), f"exports/profiles/{name}.yaml")


def find_profile(name: str, own: Mapping[str, Mapping[str, Any]]) -> Profile:
    """The profile of a name, given or the organisation's own.

    ``own`` is ``[profiles]`` of ``kg.toml``. Raises ``KgError`` when there is no such profile, or one is wrong.
    """
    where = f"kg.toml, [profiles.{name}]"
    if name in own:
        if name in GIVEN:
            raise KgError(f'{where}: {name} is a given profile; use another name, with `extends = "{name}"`.')
        changes = dict(own[name])
        base = changes.pop("extends", DEFAULT)
        if base not in GIVEN:
            raise KgError(f"{where}: extends {base!r}, which is none of {', '.join(GIVEN)}.")
        return _convert(name, _merge(_read_given(base), changes), where)
    if name not in GIVEN:
        raise KgError(f"There is no profile '{name}'. There are: {', '.join([*GIVEN, *sorted(own)])}.")
    return given_profile(name)


def _read_given(name: str) -> dict[str, Any]:
    text = resources.files("exports.profiles").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return dict(parse_yaml(text))


def _merge(base: Any, changes: Any) -> Any:
    if isinstance(base, dict) and isinstance(changes, dict):
        return base | {k: _merge(base[k], v) if k in base else v for k, v in changes.items()}
    return changes


def _convert(name: str, raw: dict[str, Any], where: str) -> Profile:
    try:
        profile = msgspec.convert({**raw, "name": name}, Profile)
    except msgspec.ValidationError as error:
        wrong = [f"{at}: {said}" if at else said for at, said in find_wrong_values(raw, Profile)]
        raise KgError(f"{where}: {'; '.join(wrong) or error}.") from None
    for problem in _problems(profile, load_schema()):
        raise KgError(f"{where}: {problem}.")
    return profile


def _problems(profile: Profile, schema: Schema) -> Iterator[str]:
    kinds: dict[str, NodeKind | RelationshipKind] = {**schema.nodes, **schema.relationships}
    yield from (f"there is no kind {kind}" for kind in profile.kinds if kind not in kinds)
    for path, rule in profile.properties.items():
        kind, _, name = path.partition(".")
        declared = kinds[kind].properties.get(name) if kind in kinds else None
        if declared is None:
            yield f"there is no property {path}"
        elif rule in ("month", "year") and declared.type != "date":
            yield f"{path} is no date"
        elif name == "standing" and rule != "keep":
            yield f"{path} stays: without it, an accusation would leave as a finding"


def _stricter(order: tuple[Any, ...], a: Any, b: Any) -> Any:
    return max(a, b, key=order.index)
