"""Numbers that a word processor puts before paragraphs of a numbered list: they are in no text of the file."""

from collections import defaultdict

from lxml import etree

from ingest.formats.word.runs import NAMESPACES, W

_DEEPEST = 9


class Counters:
    """Counts the paragraphs of each numbered list. ``numbering`` is the document's part about lists."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._formats = dict(_formats(numbering)) if numbering is not None else {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * _DEEPEST)

    def prefix(self, paragraph: etree._Element) -> str:
        """``3. `` before the third paragraph of a list in figures; empty before all others."""
        id = _value(paragraph, "./w:pPr/w:numPr/w:numId")
        if id is None or (level := _value(paragraph, "./w:pPr/w:numPr/w:ilvl") or "0") not in "012345678":
            return ""
        counts = self._counts[id]
        counts[int(level)] += 1
        counts[int(level) + 1 :] = [0] * (_DEEPEST - int(level) - 1)
        return f"{counts[int(level)]}. " if self._formats.get((id, level)) == "decimal" else ""


def _formats(numbering: etree._Element) -> dict[tuple[str, str], str]:
    """How each level of a list is numbered, by the list's id and the level."""
    levels = {
        (each.get(f"{W}abstractNumId", ""), level.get(f"{W}ilvl", "")): _value(level, "./w:numFmt") or ""
        for each in numbering.iterfind("w:abstractNum", NAMESPACES)
        for level in each.iterfind("w:lvl", NAMESPACES)
    }
    return {
        (each.get(f"{W}numId", ""), level): format
        for each in numbering.iterfind("w:num", NAMESPACES)
        for (abstract, level), format in levels.items()
        if abstract == _value(each, "./w:abstractNumId")
    }


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(path, NAMESPACES)
    return found.get(f"{W}val") if found is not None else None
