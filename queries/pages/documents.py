"""Sources and reports on pages, and the entries that mention something, one a line."""

from kg.entries.quotation import one_line
from kg.schema.sentences import say, say_number
from kg.stores import Store
from queries.pages.phrases import plain
from queries.pages.rows import ask
from queries.pages.values import Line, Page, sections_of

_SOURCE = "MATCH (s:Source) WHERE s.url = $id RETURN s.host AS host, s.publisher AS publisher"
_CITING = """MATCH (s:Source)<-[c:CITES]-(n:Entry) WHERE s.url = $id
RETURN n.id AS id, n.date AS date, n.text AS text, c.footnote AS footnote, c.start AS start ORDER BY date, id, start"""
_REPORT = """MATCH (r:Report) WHERE r.id = $id
RETURN r.title AS title, r.series AS series, r.period_start AS first, r.period_end AS last, r.sha256 AS sha256"""
_ENTRIES = """MATCH (r:Report)<-[:IN_REPORT]-(n:Entry) WHERE r.id = $id
RETURN n.id AS id, n.date AS date, n.text AS text, n.number AS number ORDER BY number, id"""
# Characters of an entry's first words.
_WORDS = 140
# Characters before a footnote's number that it stands for.
_BEFORE = 160


def read_source(store: Store, url: str) -> Page:
    """The page of a cited address: which words it stands behind."""
    found = ask(store, _SOURCE, id=url)[0]
    lines = []
    for row in ask(store, _CITING, id=url):
        words = one_line(row["text"][: row["start"]])
        cut = "…" + words[-_BEFORE:].partition(" ")[2] if len(words) > _BEFORE else words
        details = (say("footnote {number}", number=row["footnote"]),)
        lines.append(Line(cut, row["id"], _dated(row["date"]), details=details))
    about = (("Publisher", found["publisher"]),) if found["publisher"] else ()
    return Page("Source", url, url, about, sections_of(("Cited behind these words", lines)))


def read_report(store: Store, id: str) -> Page:
    """The page of a report: its entries with their first words."""
    found = ask(store, _REPORT, id=id)[0]
    rows = ask(store, _ENTRIES, id=id)
    about = (
        ("Series", found["series"]),
        ("Period", say(" to ").join(filter(None, (found["first"], found["last"])))),
        ("SHA-256 of the file", found["sha256"]),
        ("Has", say_number("{n} entry|{n} entries", len(rows))),
    )
    lines = entry_lines(rows)
    return Page(
        "Report", id, found["title"] or id, tuple((w, v) for w, v in about if v), sections_of(("Entries", lines))
    )


def mention_lines(store: Store, label: str, id: str) -> list[Line]:
    """The entries that name the thing with a label and an id, with its spellings and roles there, the oldest first."""
    asked = f"""MATCH (x:{label})<-[m:MENTIONS]-(n:Entry) WHERE x.id = $id
        RETURN n.id AS id, n.date AS date, m.surface AS surface, m.role AS role, m.start AS start
        ORDER BY date, id, start"""
    entries: dict[str, list[dict[str, object]]] = {}
    for row in ask(store, asked, id=id):
        entries.setdefault(row["id"], []).append(row)
    lines = []
    for entry, rows in entries.items():
        surfaces = dict.fromkeys(f"“{' '.join(str(row['surface']).split())}”" for row in rows)
        roles = dict.fromkeys(plain(row["role"], "role") for row in rows if row["role"])
        details = (say("as {role}", role=", ".join(roles)),) if roles else ()
        lines.append(Line(", ".join(surfaces), entry, _dated(rows[0]["date"]), "", details))
    return lines


def entry_lines(rows: list[dict[str, object]]) -> list[Line]:
    """Entries by ``id``, ``date`` and ``text``, each with its first words."""
    return [_entry_line(row) for row in rows]


def _entry_line(row: dict[str, object]) -> Line:
    text = " ".join(str(row["text"]).split())
    words = text if len(text) <= _WORDS else text[:_WORDS].rpartition(" ")[0] + "…"
    return Line(words, str(row["id"]), _dated(row["date"]))


def _dated(date: object) -> tuple[str, ...]:
    return (say("entry of {date}", date=date) if date else say("undated entry"),)
