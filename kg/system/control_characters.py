"""Control characters: what a terminal obeys instead of showing it. Text from elsewhere must not reach one with them."""

import re

# C0 without tab and newline, DEL, C1, the bidirectional embeddings, overrides and isolates (Unicode UAX 9), which show
# text in another order than it is stored, and lone surrogates (bytes of a file name that are not UTF-8).
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def has_control(text: str) -> bool:
    """Whether a text has a control character; tab and newline do not count."""
    return _CONTROL.search(text) is not None


def replace_control(text: str) -> str:
    """The text with U+FFFD in place of each control character."""
    return _CONTROL.sub("\ufffd", text)


def escape_control(json_text: str) -> str:
    r"""A JSON text with its control characters written as ``\uXXXX``: the same value."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)
