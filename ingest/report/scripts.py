"""Words in a script that the reading does not know: said, so that a name in it is not lost in silence.

Names are read in Latin and Cyrillic letters. A word of letters of any other script (Georgian, Arabic, Chinese …) stands
in the entry's text, and no person is made of it.
"""

import re
import unicodedata
from collections.abc import Iterator

from ingest.facts import Entry, ParseIssue

# Letters outside Latin, its extensions and accents, and Cyrillic.
_OTHER = re.compile(r"[^\W\d_\u0000-\u024f\u0300-\u036f\u0400-\u052f\u1e00-\u1eff]{2,}")


def find_other_scripts(entries: tuple[Entry, ...]) -> Iterator[ParseIssue]:
    """For each entry, once for each script that is not read: ``what`` is the script's name (``Georgian``)."""
    for entry in entries:
        found = dict.fromkeys(script_of(match[0][0]) for match in _OTHER.finditer(entry.text))
        yield from (ParseIssue("not read: script", entry.line, script) for script in found)


def script_of(letter: str) -> str:
    """The script of a letter as Unicode names it: ``Georgian`` of ``GEORGIAN LETTER AN``."""
    return unicodedata.name(letter, "UNKNOWN").split()[0].capitalize()
