"""A dossier as one HTML file: no script, nothing from elsewhere, every text escaped."""

import base64
import hashlib
from collections.abc import Iterable
from importlib import resources

from exports.dossier import wording
from exports.dossier.claims import Claim
from exports.dossier.content import Dossier
from exports.dossier.quotes import Note, Quote
from exports.picture.markup import element, text
from kg.system.control_characters import replace_control

_OPENED = ("http://", "https://")


def make_page(dossier: Dossier) -> str:
    """The whole page."""
    style = resources.files("exports.dossier").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'none'; base-uri 'none'"
    head = "".join(
        (
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width">',
            element("title", text(dossier.title)),
            f"<style>{style}</style>",
        )
    )
    body = replace_control("".join(_body(dossier)))
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}</body></html>\n'


def _body(dossier: Dossier) -> Iterable[str]:
    yield element("h1", text(dossier.title))
    yield from (element("p", text(note), class_="top") for note in dossier.notes_at_top)
    yield _heading(wording.SUMMARY) + _table(
        element("th", text(name)) + element("td", _lines(said)) for name, said in dossier.summary
    )
    yield _heading(wording.QUESTIONNAIRE) + element("p", text(wording.QUESTIONNAIRE_NOTE), class_="top")
    for name, lines in dossier.headings:
        shown = "".join(element("li", text(line)) for line in lines if line)
        yield element("h3", text(name)) + element("ul", shown)
    yield _heading(wording.FACTS)
    shown = "".join(element("li", _claim(c), class_="fact", id=f"fact-{c.number}") for c in dossier.claims)
    yield element("ol", shown, class_="facts") if shown else element("p", text(wording.NO_FACTS))
    if dossier.contradictions:
        yield _heading(wording.CONTRADICTIONS)
    for group in dossier.contradictions:
        yield _table(["".join(element("td", _claim(claim)) for claim in group)], "sides")
    if dossier.law:
        yield _heading(wording.LAW)
        yield _table(
            element("th", text(name)) + element("td", text(title)) + element("td", text(facts))
            for name, title, facts in dossier.law
        )
    if dossier.ties:
        yield _heading(wording.PEOPLE)
        yield from (element("p", text(tie.what), class_="what") + _quotes(tie.quotes) for tie in dossier.ties)
    yield _heading(wording.SOURCES)
    yield element("ol", "".join(map(_note, dossier.notes)), class_="sources")


def _heading(words: str) -> str:
    return element("h2", text(words)) + "\n"


def _table(rows: Iterable[str], class_: str | None = None) -> str:
    return element("table", "".join(element("tr", row) for row in rows), class_=class_) + "\n"


def _lines(said: str) -> str:
    return "".join(element("p", text(line)) for line in said.split("\n"))


def _claim(claim: Claim) -> str:
    badge = wording.BADGES[claim.certainty]
    shown = f" {element('span', text(badge), class_=f'badge {claim.certainty}')}" if badge else ""
    number, what = element("b", f"{claim.number}."), element("b", text(claim.what))
    about = "; ".join((*claim.dates, claim.standing))
    lines = [element("p", f"{number}{what}{shown}", class_="what")]
    if claim.details:
        lines.append(element("p", text("; ".join(claim.details)), class_="what"))
    lines.append(element("p", text(about), class_="about"))
    return "".join(lines) + _quotes(claim.quotes) + "\n"


def _quotes(quotes: Iterable[Quote]) -> str:
    return "".join(element("blockquote", _quote(quote)) for quote in quotes)


def _quote(quote: Quote) -> str:
    place = element("span", text(f"[{quote.entry}{f', {quote.date}' if quote.date else ''}] "), class_="from")
    note = element("sup", element("a", str(quote.note), href=f"#note-{quote.note}"))
    if not quote.words:
        return place + element("i", text(wording.NO_WORDS)) + note
    return place + "".join(element("b", text(w.text)) if w.exact else text(w.text) for w in quote.words) + note


def _note(note: Note) -> str:
    return element("li", text(note.text) + ", ".join(map(_address, note.urls)), id=f"note-{note.number}")


def _address(url: str) -> str:
    """An address; a link only where it leads to the web, so that a report's text cannot make another."""
    return element("a", text(url), href=url, rel="noreferrer") if url.startswith(_OPENED) else text(url)
