"""The two files that only grow: decisions, and where ids lead to."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from pathlib import Path

import msgspec

from kg.decisions.checksums import drop_interrupted_line, write_lines
from kg.decisions.journal import Decision, Journal, read_journal
from kg.system.digests import short_digest
from kg.system.durable_files import append_durably, write_durably


class Redirect(msgspec.Struct, frozen=True):
    """A line of ``ids.jsonl``: an id that was given out, and the id of the thing it leads to. The last line counts."""

    id: str
    to: str


_REDIRECT = msgspec.json.Decoder(Redirect)


def journal_bytes(path: Path) -> bytes:
    """The content of a journal; empty if there is no file."""
    return path.read_bytes() if path.exists() else b""


def load_journal(path: Path) -> Journal:
    """The decisions of a file; none if there is no file."""
    return read_journal(journal_bytes(path))


def load_redirects(path: Path) -> dict[str, str]:
    """Where every id leads to, as the last line about it says; a broken line (an interrupted write) says nothing."""
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    return {redirect.id: redirect.to for line in lines if (redirect := _read_redirect(line))}


def broken_redirects(path: Path) -> tuple[int, ...]:
    """The numbers of the lines that are no redirect, except a last one whose writing was interrupted."""
    *lines, _ = path.read_bytes().split(b"\n") if path.exists() else [b""]
    return tuple(number for number, line in enumerate(lines, 1) if line.strip() and _read_redirect(line) is None)


def digest_redirects(redirects: Mapping[str, str]) -> str:
    """A digest of where every id leads to."""
    return short_digest(msgspec.json.encode(redirects, order="deterministic"))


def append_decisions(path: Path, decisions: Sequence[Decision]) -> None:
    """Add the decisions that the journal lacks, all in one step."""
    data = drop_interrupted_line(journal_bytes(path), decisions)
    there = {d.id for d in read_journal(data).decisions}
    if new := [d for d in decisions if d.id not in there]:
        if data and not data.endswith(b"\n"):
            data += b"\n"
        write_durably(path, data + write_lines(new, data))


def replace_journal(path: Path, decisions: Sequence[Decision]) -> None:
    """Write the journal anew, in one step, with these decisions and fresh checksums.

    Only for a journal that is changed on purpose. The generation in force must list these decisions (``Inputs``);
    otherwise every writer reports a damaged journal.
    """
    write_durably(path, write_lines(decisions))


def append_redirects(path: Path, redirects: Mapping[str, str]) -> None:
    """Add the redirects that differ from what the file says."""
    there = load_redirects(path)
    news = [Redirect(id, to) for id, to in redirects.items() if there.get(id) != to]
    _append(path, b"".join(msgspec.json.encode(redirect) + b"\n" for redirect in news))


def replace_redirects(path: Path, redirects: Mapping[str, str]) -> None:
    """Write the redirects anew, in one step. Only for those that are changed on purpose."""
    write_durably(path, b"".join(msgspec.json.encode(Redirect(id, to)) + b"\n" for id, to in redirects.items()))


def redirects_without(there: Mapping[str, str], gone: Container[str], new: Mapping[str, str]) -> dict[str, str]:
    """The redirects without the ids that are gone; ``new`` are those that a build gives, of which these go too.

    An id that led to one that is gone leads to where everything else does that led there; if that is no one place, it
    goes too.
    """
    places = places_without(there, gone, new)
    led = {id: places.get(to) if to in gone else to for id, to in there.items() if id not in gone}
    kept = {id: to for id, to in led.items() if to is not None}
    return kept | {id: to for id, to in new.items() if id not in gone}


def places_without(there: Mapping[str, str], gone: Container[str], new: Mapping[str, str]) -> dict[str, str]:
    """Where each id that is gone leads, if all that led there, and is not gone, is in one place now."""
    moved: dict[str, set[str]] = defaultdict(set)
    for id, to in there.items():
        if to in gone and id in new and id not in gone:
            moved[to].add(new[id])
    return {id: next(iter(places)) for id, places in moved.items() if len(places) == 1}


def new_redirects(ids: Mapping[str, str], there: Mapping[str, str]) -> dict[str, str]:
    """What has to be said of the ids of a build; an id that leads to itself needs no line unless it led elsewhere.

    A thing's id is that of its first mention. Where that is gone, with a withdrawn report or a corrected entry, the id
    leads to what most of the thing's other mentions are now.
    """
    known = dict(ids)
    others: dict[str, Counter[str]] = defaultdict(Counter)
    for id, to in there.items():
        if to not in ids and id in ids:
            others[to][ids[id]] += 1
    for gone, now in others.items():
        known[gone] = min(now, key=lambda id: (-now[id], id))
    return {id: to for id, to in sorted(known.items()) if there.get(id, id) != to}


def follow(id: str, redirects: Mapping[str, str]) -> str:
    """Where an id leads to in the end."""
    seen = {id}
    while (to := redirects.get(id, id)) not in seen:
        seen.add(to)
        id = to
    return id


def _read_redirect(line: bytes) -> Redirect | None:
    try:
        return _REDIRECT.decode(line)
    except ValueError:
        return None


def _append(path: Path, lines: bytes) -> None:
    if not lines:
        return
    tail = path.read_bytes().rpartition(b"\n")[2] if path.exists() else b""
    if tail and lines.startswith(tail):
        # The very line whose writing was interrupted: complete it.
        lines = lines[len(tail) :]
    elif tail:
        lines = b"\n" + lines
    append_durably(path, lines)
