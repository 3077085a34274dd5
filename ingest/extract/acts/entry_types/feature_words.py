"""The features of the model of entry types in plain English."""

_FAMILIES = {
    "w": 'the word "{}"',
    "body": "a body, {}, is named",
    "sanction": "a sanction is told, {}",
    "charge": "an article of the code {} is held against somebody",
    "role": "somebody's role is {}",
    "office": "somebody's office is {}",
    "persons": "{} persons are named (3 stands for more too)",
}


def describe_entry_feature(feature: str) -> str:
    """A feature in words: ``w:detain`` is ``the word "detain"``, by its stem. ``KeyError`` for an unknown kind."""
    family, _, value = feature.partition(":")
    value = value if family == "w" else value.replace(":", ", ").replace("_", " ")
    return _describe_candidate(value) if family == "candidate" else _FAMILIES[family].format(value)


def _describe_candidate(value: str) -> str:
    if value == "none":
        return "no pattern reads a likely act"
    type_, _, step = value.partition(">")
    return f"a pattern reads a {type_}" + (f" with probability over {step}" if step else "")
