"""Files that somebody might send: each is read or refused, in bounded time and memory, and the others are read."""

import gzip
import io
import os
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.torture.commands import Runner
from tests.torture.templates import TITLE, Templates, report
from tests.torture.trials import Trial

Make = Callable[[Path], None]

HEAD = TITLE.format(month="JULY") + "\n\n"
ENTRY = "July 3, Marenth, Ilkuvel Orvane, a journalist, was detained and fined 20 dravels[1].\n\n"
NOTES = "\n[1] https://news.example/1\n"
GOOD = "good.txt"


def text(content: str) -> bytes:
    """A report whose entries are the given text, between a title and a footnote."""
    return (HEAD + content + NOTES).encode()


def name_with(inside: str) -> bytes:
    """An entry in which something stands inside a name."""
    return text(ENTRY.replace("Ilkuvel Orvane", f"Ilk{inside}uvel{inside} Orva{inside}ne"))


def page(body: str, head: str = "") -> bytes:
    """A report as HTML."""
    return f"<html><head>{head}</head><body><p>{HEAD}</p><p>{ENTRY}</p>{body}</body></html>".encode()


def packed(name: str) -> bytes:
    """A zip archive with one file that is large when it is taken out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"\0" * 20_000_000)
    return buffer.getvalue()


def tar() -> bytes:
    """A tar archive whose file would go outside of its folder."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../../outside.txt"), io.BytesIO())
    return buffer.getvalue()


MANY = 100_000
CYRILLIC = str.maketrans("aeopcxy", "аеорсху")

CONTENTS: dict[str, bytes] = {
    # Nothing, and nearly nothing
    "empty": b"",
    "one blank": b" ",
    "one line feed": b"\n",
    "a hundred thousand line feeds": b"\n" * MANY,
    "a megabyte of blanks": b" " * 1_000_000,
    "one letter": b"x",
    "title alone": HEAD.encode(),
    "footnotes alone": NOTES.encode() * 100,
    "one line, a megabyte": b"x" * 1_000_000,
    "no title": ENTRY.encode() * 3,
    "all of it twice": text(ENTRY * 2) * 2,
    # Encodings
    "UTF-8 with a byte order mark": b"\xef\xbb\xbf" + text(ENTRY),
    "UTF-16": text(ENTRY).decode().encode("utf-16"),
    "UTF-16 without a mark": text(ENTRY).decode().encode("utf-16-le"),
    "UTF-32": text(ENTRY).decode().encode("utf-32"),
    "UTF-7": text(ENTRY).decode().encode("utf-7"),
    "Windows-1251": text(ENTRY + "Жители").decode().encode("cp1251"),
    "KOI8-R": text(ENTRY + "Жители").decode().encode("koi8-r"),
    "Shift-JIS": text(ENTRY + "市民").decode().encode("shift-jis"),
    "EBCDIC": HEAD.encode("cp037"),
    "broken UTF-8": text(ENTRY) + b"\xc3\x28\xa0\xff\xfe" * 100,
    "overlong UTF-8": text(ENTRY) + b"\xc0\xaf\xe0\x80\xaf",
    "surrogates in UTF-8": text(ENTRY) + b"\xed\xa0\x80\xed\xbf\xbf",
    "bytes in order": bytes(range(256)) * 400,
    "random bytes": os.urandom(100_000),
    "half a byte order mark": b"\xff" + text(ENTRY),
    "mixed line ends": text(ENTRY).replace(b"\n", b"\r\n", 3).replace(b". ", b".\r"),
    "Unicode line ends": text(ENTRY.replace("\n", "\u2028")),
    # Controls and what cannot be seen
    "NULs between words": text(ENTRY.replace(" ", "\0 ")),
    "a megabyte of NULs": text(ENTRY) + b"\0" * 1_000_000,
    "NUL in a name": name_with("\0"),
    "soft hyphens in a name": name_with("\u00ad"),
    "zero-width blanks in a name": name_with("\u200b"),
    "joiners in a name": name_with("\u200d"),
    "direction marks in a name": name_with("\u200f\u202e"),
    "isolates in a name": name_with("\u2066\u2069"),
    "tags in a name": name_with("\U000e0041"),
    "combining marks in a name": name_with("\u0301" * 500),
    "look-alikes in a name": text(ENTRY.replace("Ilkuvel Orvane", "Ilkuvel Orvane".translate(CYRILLIC))),
    "fullwidth letters": text(ENTRY.translate({code: code + 0xFEE0 for code in range(0x41, 0x7B)})),
    "fullwidth digits": text(ENTRY.replace("20", "\uff12\uff10")),
    "Arabic digits": text(ENTRY.replace("20", "\u0662\u0660").replace("July 3", "July \u0663")),
    "no-break blanks": text(ENTRY.replace(" ", "\u00a0")),
    "blanks of all kinds": text(ENTRY.replace(" ", "\u2009\u3000\u205f\u180e ")),
    "escape sequences": text(ENTRY.replace("Marenth", "\x1b[2J\x1b]0;gone\x07\x1b[1AMarenth")),
    "C1 controls": text(ENTRY.replace("Marenth", "\x9b2J\x9d0;gone\x9cMarenth")),
    "backspaces": text(ENTRY.replace("detained", "detained\b\b\b\b\b\b\b\bfreed")),
    "carriage returns": text(ENTRY.replace(", a journalist", "\rnobody, a journalist")),
    "bells": text(ENTRY + "\a" * 1000),
    "escape sequences in the title": (HEAD[:20] + "\x1b[31m" + HEAD[20:] + ENTRY).encode(),
    "terminal markup": text(ENTRY.replace("Marenth", "[link=https://x.example]Marenth[/link][/][bold")),
    # Numbers and dates
    "twenty digits": text("July 3, Marenth, police detained 40817810099910004312 people[1].\n\n" + ENTRY),
    "4,400 digits": text(f"July 3, Marenth, police detained {'9' * 4400} people[1].\n\n" + ENTRY),
    "a million digits": text(f"July 3, Marenth, police detained {'9' * 1_000_000} people[1].\n\n" + ENTRY),
    "a sum of 400 digits": text(f"July 3, Marenth, Ilkuvel Orvane was fined {'9' * 400} dravels[1].\n\n"),
    "days without end": text(f"July 3, Marenth, Ilkuvel Orvane got {'9' * 30} days of arrest[1].\n\n"),
    "years without end": text(f"July 3, Marenth, Ilkuvel Orvane, {'9' * 30} years of imprisonment[1].\n\n"),
    "article of 300 digits": text(f"July 3, Marenth, Ilkuvel Orvane, Article {'7' * 300}, Part {'1' * 300}[1].\n\n"),
    "negative and fractional": text(ENTRY.replace("20", "-0.000000000000000000001e999")),
    "superscripts": text(ENTRY.replace("20", "²⁰½Ⅻ")),
    "July 99": text(ENTRY.replace("July 3", "July 99")),
    "year 99999": text(ENTRY.replace("July 3", "July 3, 99999")),
    "February 30": text(ENTRY.replace("July 3", "February 30, 2031")),
    "title of an impossible month": text(ENTRY).replace(b"2031", b"0000"),
    "date, then 100,000 blanks": text("July 3," + " " * MANY + "Marenth, Ilkuvel Orvane was detained[1].\n\n"),
    "date, then 100,000 tabs": text("July 3,\t" + "\t" * MANY + "Marenth, Ilkuvel Orvane was detained[1].\n\n"),
    "100,000 dates": text("July 3, " * MANY + ENTRY),
    # Footnotes
    "100,000 footnotes": text(ENTRY) + b"".join(b"[%d] https://news.example/%d\n" % (n, n) for n in range(2, MANY)),
    "100,000 references": text(ENTRY.replace("[1]", "".join(f"[{n}]" for n in range(MANY)))),
    "footnote 10^400": text(ENTRY.replace("[1]", f"[{10**400}]")),
    "one footnote 100,000 times": text(ENTRY) + b"[1] https://news.example/1\n" * MANY,
    "an address of a megabyte": text(ENTRY) + b"[2] https://news.example/" + b"a" * 1_000_000,
    "addresses of other kinds": text(ENTRY) + b"[2] javascript:alert(1)\n[3] file:///etc/passwd\n[4] data:,x\n",
    "broken addresses": text(ENTRY) + b"[2] https://[::1\n[3] http://%zz\n[4] https://user:pass@\n",
    "open brackets": text(ENTRY + "[" * MANY),
    "brackets in brackets": text("July 3, Marenth, " + "(" * 20_000 + ")" * 20_000 + "[1].\n\n" + ENTRY),
    "open quotations": text("July 3, Marenth, " + "“" * 50_000 + "[1].\n\n" + ENTRY),
    # Many and long
    "2,400 bare surnames": text("".join(f"July 3, Marenth, O{n:04}vane was detained[1].\n\n" for n in range(2400))),
    "one surname in 2,400 entries": text("July 3, Marenth, Orvane was detained and released[1].\n\n" * 2400),
    "1,000 names in one entry": text(
        "July 3, Marenth, " + ", ".join(f"Ilkuvel Orv{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}ne" for n in range(1000))
        + " were detained[1].\n\n"
    ),
    "20,000 short entries": text("July 3, Marenth, rally[1].\n\n" * 20_000),
    "a word of a megabyte": text(ENTRY.replace("Orvane", "Orva" + "n" * 1_000_000)),
    "100,000 commas": text(ENTRY.replace(", a journalist", "," * MANY)),
    "100,000 articles": text("July 3, Marenth, Ilkuvel Orvane, Article " + "1, " * MANY + "[1].\n\n"),
    "a sentence of 100,000 words": text("July 3, Marenth, " + "police and " * (MANY // 2) + "left[1].\n\n" + ENTRY),
    "a paragraph of 50,000 initials": text("July 3, Marenth, " + "O. " * 50_000 + "was detained[1].\n\n"),
    # Other formats under the name of a text
    "zip named .txt": packed("report.txt"),
    "docx named .txt": packed("word/document.xml"),
    "gzip named .txt": gzip.compress(text(ENTRY)),
    "tar named .txt": tar(),
    "PDF named .txt": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + text(ENTRY),
    "PNG named .txt": b"\x89PNG\r\n\x1a\n" + os.urandom(1000),
    "ELF named .txt": b"\x7fELF" + bytes(5000),
    "RTF named .txt": b"{\\rtf1\\ansi " + text(ENTRY) + b"}",
    "JSON named .txt": b'{"id": "x", "entries": [' + b"[" * 10_000,
    "CSV named .txt": b"=cmd|'/c calc'!A1,1\n" * 1000,
    "mail named .txt": b"From: a@x.example\nSubject: =?utf-8?B?eA==?=\n\n" + text(ENTRY),
    "HTML named .txt": page("<script>alert(1)</script>"),
}  # fmt: skip

PAGES: dict[str, bytes] = {
    "HTML, 50,000 open anchors": page("<a " * 50_000),
    "HTML, 50,000 navs": page("<nav>" * 50_000),
    "HTML, 50,000 ends of scripts": page("</script>" * 50_000),
    "HTML, 100,000 nested divisions": page("<div>" * MANY + "x"),
    "HTML, 100,000 nested tables": page("<table><tr><td>" * 30_000),
    "HTML, 50,000 open comments": page("<!--" * 50_000),
    "HTML, 50,000 attributes": page("<p " + "".join(f"a{n}=1 " for n in range(50_000)) + ">x</p>"),
    "HTML, entities in entities": page("&amp;" * MANY + "&#x1b;[2J&#0;&#xd800;&#1114112;"),
    "HTML, a doctype of a billion laughs": b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    + page("&b;" * 1000),
    "HTML, an outside entity": b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + page("<p>&f;</p>"),
    "HTML, a charset that is none": page("", '<meta charset="../../etc/passwd">'),
    "HTML, a charset that lies": page("Жители", '<meta charset="utf-16">'),
    "HTML, a base and a refresh": page("", '<base href="http://x.example"><meta http-equiv=refresh content="0;url=/">'),
    "HTML, hidden text": page('<p style="display:none">July 4, Marenth, Ilkuvel Orvane was shot[1].</p>'),
    "HTML, NULs in tags": page("<p\0>July 4, Marenth, rally[1].</\0p>"),
    "HTML, empty": b"<html></html>",
}


def link(target: str, path: Path) -> None:
    """Make a symbolic link."""
    path.symlink_to(target)


def stretched(data: bytes) -> bytes:
    """A zip file that says that its files are small."""
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 24] + b"\x10\0\0\0" + data[at + 28 :]


DOCUMENTS: dict[str, tuple[str, bytes]] = {
    "text named .docx": ("bad.docx", text(ENTRY)),
    "zip named .docx": ("bad.docx", packed("word/document.xml")),
    "bomb named .docx": ("bad.docx", packed("[Content_Types].xml") + b"\0" * 100),
    "text named .pdf": ("bad.pdf", text(ENTRY)),
    "PDF without an end": ("bad.pdf", b"%PDF-1.7\n" + b"1 0 obj\n<< /Kids [1 0 R] >>\nendobj\n" * 10_000),
    "PDF that is its own page": (
        "bad.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9999999>>endobj\n"
        b"trailer<</Root 1 0 R/Size 2>>\nstartxref\n0\n%%EOF",
    ),
    "text named .zip": ("bad.zip", text(ENTRY)),
    "zip of zeros": ("bad.zip", packed("report.txt")),
    "zip that goes outside": ("bad.zip", packed("../../outside.txt")),
    "zip that says it is small": ("bad.zip", stretched(packed("report.txt"))),
}


def sparse(size: int, path: Path) -> None:
    """Make a file that is large and takes no space."""
    path.write_bytes(HEAD.encode())
    os.truncate(path, size)


def folder_named_like_a_report(path: Path) -> None:
    """Make a folder with a file in it that is a folder too."""
    (path / "inner.txt").mkdir(parents=True)


def make_unreadable(path: Path) -> None:
    """Make a file that nobody may read; to root it is a report like any other."""
    path.write_bytes(text(ENTRY))
    path.chmod(0)


NODES: dict[str, Make] = {
    "FIFO": os.mkfifo,
    "link to /dev/zero": partial(link, "/dev/zero"),
    "link to /dev/stdin": partial(link, "/dev/stdin"),
    "link to itself": partial(link, "bad.txt"),
    "link to nothing": partial(link, "/nowhere/at/all"),
    "link to a folder": partial(link, "/proc"),
    "link to /proc/self/mem": partial(link, "/proc/self/mem"),
    "folder named like a report": folder_named_like_a_report,
    "file that nobody may read": make_unreadable,
    "sparse file of 300 MB": partial(sparse, 300_000_000),
    "sparse file of 8 GB": partial(sparse, 8_000_000_000),
}

NAMES = {
    "escape sequences in the name": "a\x1b[2J\x1b]0;gone\x07.txt",
    "line feed in the name": "a\nkg: all is well.txt",
    "direction mark in the name": "a\u202etxt.exe.txt",
    "name like an option": "-w.txt",
    "name like markup": "[bold red]a.txt",
    "name of 250 letters": "a" * 246 + ".txt",
    "quotes and dollars in the name": "a'\"$(touch gone)`.txt",
    "name that is no UTF-8": os.fsdecode(b"a\xff\xfe.txt"),
}
"""What is given as an argument. A text inside is a report."""

IN_CI = {
    "empty",
    "UTF-16",
    "broken UTF-8",
    "NUL in a name",
    "escape sequences",
    "C1 controls",
    "twenty digits",
    "4,400 digits",
    "date, then 100,000 blanks",
    "zip named .txt",
    "zip that says it is small",
    "PDF that is its own page",
    "HTML, 50,000 open anchors",
    "FIFO",
    "link to /dev/zero",
    "escape sequences in the name",
    "sparse file of 8 GB",
}


@dataclass
class HostileFiles:
    """The trials of reading."""

    templates: Templates

    def trials(self) -> Iterator[Trial]:
        """One trial for each file."""
        for name, content in CONTENTS.items():
            yield self._trial(name, "bad.txt", partial(_write, content))
        for name, content in PAGES.items():
            yield self._trial(name, "bad.html", partial(_write, content))
        for name, (file, content) in DOCUMENTS.items():
            yield self._trial(name, file, partial(_write, content))
        for name, make in NODES.items():
            yield self._trial(name, "bad.txt", make)
        for name, file in NAMES.items():
            yield self._trial(name, file, partial(_write, text(ENTRY)))

    def _trial(self, name: str, file: str, make: Make) -> Trial:
        return Trial("hostile file", name, partial(self.feed, file, make), name in IN_CI)

    def feed(self, file: str, make: Make, folder: Path, runner: Runner) -> list[str]:
        """Give a file to an ingest, together with a good one, and look whether the good one is there."""
        shutil.copytree(self.templates.first, folder, dirs_exist_ok=True)
        make(folder / file)
        (folder / GOOD).write_text(report("June", [ENTRY.strip()]), encoding="utf-8")
        done = runner.kg(folder, "ingest", "--", file, GOOD)
        short = done.faults()
        if done.code not in (0, 1):
            short.append(f"it ended with {done.code}: {done.said}")
        found = runner.state(folder)
        if not any(id == "2031-06" and in_force for id, _, in_force in found.get("reports", [])):
            short.append(f"the good file beside it was not read: {str(found)[:300]}")
        if found.get("problems") or "problems" not in found:
            short.append(f"kg check: {str(found.get('problems', found))[:300]}")
        return short


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)
