"""SVG and HTML as text: everything is escaped here, and nowhere else is markup written from what a report says."""

import textwrap
from html import escape

# Widths of letters in ems, generous for the sans-serif fonts of the usual systems.
_NARROW, _WIDE = frozenset("iIjlrtf.,:;'|!()[] "), frozenset("mwMWЖШЩЮФжшщюфm@—")
_EMS = {"narrow": 0.36, "wide": 0.95, "capital": 0.74, "other": 0.61}


def element(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """An element; ``content`` is markup already. ``_`` in a name is ``-``; an attribute that is ``None`` is left out.

    A trailing ``_`` is dropped, for names that are words of Python (``class_``).
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(words: str) -> str:
    """Words as markup that shows just these words."""
    return escape(words)


def text_lines(lines: list[str], x: float, y: float, size: float, **attributes: str | float | None) -> str:
    """Lines of text one under the other; ``y`` is the baseline of the first."""
    spans = "".join(element("tspan", text(line), x=x, dy=0 if i == 0 else size * 1.2) for i, line in enumerate(lines))
    return element("text", spans, x=x, y=y, font_size=size, **attributes)


def width_of(words: str, size: float) -> float:
    """At most how wide the words are in a font of a size, in the unit of the size."""
    return size * sum(_EMS[_class_of(letter)] for letter in words)


def wrap(words: str, characters: int, most: int) -> list[str]:
    """The words over at most ``most`` lines of a length, with an ellipsis where there are more."""
    lines = textwrap.wrap(words, characters) or [words.strip()]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], textwrap.shorten(" ".join(lines[most - 1 :]), characters, placeholder=" …")]


def _attribute(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{round(value, 1):g}"


def _class_of(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _WIDE or ord(letter) > 0x2E7F:
        return "wide"
    return "capital" if letter.isupper() or letter.isdigit() else "other"
