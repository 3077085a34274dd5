"""The real reports, against their gold. Skipped where ``../shared`` is not beside the repository."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.analysis.document import analyse
from ingest.extract.places.header_places import find_places
from ingest.facts import Report
from ingest.formats.files import read_file
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.report.parser import parse_report

SHARED = Path(__file__).parents[3] / "shared"
KZ = load_jurisdiction("kazakhstan")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not in ../shared"),
]


def split(path: str) -> Report:
    return parse_report(read_file(SHARED / "corpus" / path).text, KZ, name=path)


def gold(name: str, period: str) -> list[dict[str, Any]]:
    lines = (SHARED / "gold" / name).read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["id"].startswith(period)]


@pytest.mark.parametrize(
    ("path", "name", "period", "count"),
    [
        ("2022-10.txt", "2022-10.jsonl", "2022-10", 122),
        ("forms/2021-12.txt", "forms.jsonl", "2021-12", 7),
        ("forms/2022-12.txt", "forms.jsonl", "2022-12", 5),
        ("forms/2024-05.txt", "forms.jsonl", "2024-05", 5),
        ("forms/2025-01.txt", "forms.jsonl", "2025-01", 4),
    ],
)
def test_entries_footnotes_sources_dates_and_places_are_the_golds(
    path: str, name: str, period: str, count: int
) -> None:
    report = split(path)
    assert (report.period, report.period_source, len(report.entries)) == (period, "title", count)
    read = [
        {
            "id": f"{report.period}/{entry.number}",
            "footnotes": [note.number for note in entry.footnotes],
            "sources": [url for note in entry.footnotes for url in report.addresses().get(note.number, ())],
            "date": entry.date,
            "places": [place.name for place in find_places(analyse(entry, KZ), KZ)],
        }
        for entry in report.entries
    ]
    assert read == [{key: row[key] for key in read[0]} for row in gold(name, period)]


def test_the_report_without_a_title_has_its_entries_and_its_period() -> None:
    report = split("2023-06.txt")
    assert (report.period, report.period_source, len(report.entries)) == ("2023-06", "dates in the text", 119)
    assert all(entry.date and entry.date.startswith("2023-06") for entry in report.entries)
    assert [(unread.kind, unread.what) for unread in report.issues] == [
        ("no address", "69"),
        ("no address", "118"),
        ("no address", "119"),
    ]
