"""Text that went through a wrong encoding on its way here (``daysâ€™`` for ``days’``) is put right, line by line.

How such text looks, and what it was, the library ftfy knows; it leaves alone what it is not sure of.
"""

import re

# What the first byte of a character of several bytes looks like in Windows-1252 and Windows-1251, before another one.
_MAYBE = re.compile(
    r"[\u00c2-\u00c5\u00d0\u00d1\u00e2\u00f0][^\x00-\x7f]"
    r"|[\u0412\u0413\u0420\u0421\u0432\u0440][\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u0490\u0491\u2013-\u203a\u20ac]"
)


def restore_garbled(text: str) -> tuple[str, int]:
    """The text, and the number of lines in which something was put right."""
    if not _MAYBE.search(text):
        return text, 0
    from ftfy import fix_encoding  # noqa: PLC0415 (its tables take a tenth of a second, and most reports are whole)

    lines = text.split("\n")
    fixed = [fix_encoding(line) if _MAYBE.search(line) else line for line in lines]
    number = sum(line != was for line, was in zip(fixed, lines, strict=True))
    return "\n".join(fixed), number
