"""What is written to a terminal or a pipe whose encoding lacks a letter: the nearest letters it has, or ``?``."""

import codecs
import io
from typing import TextIO

from ingest.language.folding import without_accents

_HANDLER = "kg.nearest"
# Marks that Unicode does not take apart, and what typewriters have for them.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‘’‚‹›′ʹ", "'"),
        **dict.fromkeys("–—‐‑‒―−", "-"),
        **dict.fromkeys("•·▪", "*"),
        "→": "->",
        "\u00a0": " ",
    }
)


def allow_any_letter(stream: TextIO) -> None:
    """Make a stream write what its encoding can, instead of raising ``UnicodeEncodeError``.

    Accents go first (``é`` as ``e``), curly quotes and dashes become straight ones, and any other letter is ``?``.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=_HANDLER)


def can_write(text: str, encoding: str | None) -> bool:
    """Whether an encoding has every letter of a text; one that nobody knows has none."""
    try:
        text.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(_nearest_letter(letter, error.encoding) for letter in letters), error.end


def _nearest_letter(letter: str, encoding: str) -> str:
    near = without_accents(letter.translate(_PLAIN))
    return near if near and can_write(near, encoding) else "?"


codecs.register_error(_HANDLER, _nearest)
