"""Headers: what is the date, what are the places, where the telling begins."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.places.header_places import find_places
from ingest.facts import Entry, Place
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.report.headers.header import read_header

PERIOD = ("2022-10-01", "2022-10-31")
KZ = load_jurisdiction("kazakhstan")

# The paragraph, its date, its places as they are stored, and the words with which the telling begins.
HEADERS: list[tuple[str, str | None, list[str], str]] = [
    ("In the summer of 2019, Semey, police", "2019", ["Semey"], "police"),
    ("Summer 2019, Semey, police", "2019", ["Semey"], "police"),
    ("Winter 2020–2021, Semey, police", "2020", ["Semey"], "police"),
    ("In the winter of 2020/21, in Semey, police", "2020", ["Semey"], "police"),
    ("During autumn 2021, Semey: police", "2021", ["Semey"], "police"),
    ("In the summer of 2019 the police", None, [], "In the summer of 2019 the police"),
    ("In the summer, Semey, police", None, [], "In the summer, Semey, police"),
    ("October 3, Kyzylorda, Testov Adam was", "2022-10-03", ["Kyzylorda"], "Testov"),
    ("4 October, Almaty, the court", "2022-10-04", ["Almaty"], "the court"),
    ("On October 13, the parliament said", "2022-10-13", [], "the parliament"),
    ("On October 13, in Taraz, the court", "2022-10-13", ["Taraz"], "the court"),
    ("On October 13 in Taraz the court", "2022-10-13", ["Taraz"], "the court"),
    ("On 22 October, in Almaty, police", "2022-10-22", ["Almaty"], "police"),
    ("On the 22nd of October, in the Almaty region, police", "2022-10-22", ["Almaty region"], "police"),
    ("October 11, 2022, Kokshetau, Testov Adam was", "2022-10-11", ["Kokshetau"], "Testov"),
    ("On 4 October 2022, in Semey, a", "2022-10-04", ["Semey"], "a"),
    (
        "On October 1, in Kuryk village, Mangistau region, workers",
        "2022-10-01",
        ["Mangistau region", "Kuryk village"],
        "workers",
    ),
    ("On October 1, in Kuryk village of Mangistau region, x", "2022-10-01", ["Mangistau region", "Kuryk village"], "x"),
    ("On October 1, in the village of Kuryk, workers", "2022-10-01", ["village of Kuryk"], "workers"),
    ("On October 1 the court began", "2022-10-01", [], "the court"),
    ("October 27 the group of four", "2022-10-27", [], "the group"),
    ("October 27 Almaty, the group", "2022-10-27", ["Almaty"], "the group"),
    ("Almaty, October 1, the court", "2022-10-01", ["Almaty"], "the court"),
    ("Almaty region, Talgar, October 1, the court", "2022-10-01", ["Almaty region", "Talgar"], "the court"),
    ("Uzhanka, October 1, the court", "2022-10-01", ["Uzhanka"], "the court"),
    ("In Almaty, on October 1, the court", "2022-10-01", ["Almaty"], "the court"),
    ("October 1, 2024, Washington, D.C. (USA) The board", "2024-10-01", ["USA", "Washington, D.C."], "The board"),
    ("October 7, Washington, D.C. Senators Ann Test and", "2022-10-07", ["Washington, D.C."], "Senators"),
    ("OCT. 1, 2025 — ASTANA — Transfers are", "2025-10-01", ["ASTANA"], "Transfers"),
    ("OCT. 2, 2025 — ATYRAU Region — The family", "2025-10-02", ["ATYRAU Region"], "The family"),
    ("OCT. 2, 2025 – AKTAU, MANGYSTAU REGION – The", "2025-10-02", ["MANGYSTAU REGION", "AKTAU"], "The"),
    ("OCT. 2, 2025 — GREEN HOLLOW — The", "2025-10-02", ["GREEN HOLLOW"], "The"),
    (
        "October 5, Almaty region, Zarechnyi village, facility LA-155/14, Testov Adam, Article 174",
        "2022-10-05",
        ["Almaty region", "Zarechnyi village"],
        "facility",
    ),
    ("October 15, Semey, City Court No. 2 delivered", "2022-10-15", ["Semey"], "City Court"),
    ("October 15, Karaganda: the police", "2022-10-15", ["Karaganda"], "the police"),
    ("October 17, Georgia, Testova D., the head", "2022-10-17", ["Georgia"], "Testova"),
    ("On October 21, Semey city, the sentence", "2022-10-21", ["Semey city"], "the sentence"),
    ("October 6, Astana akimat did not", "2022-10-06", ["Astana"], "Astana akimat"),
    ("On October 6, the Almaty city akimat would", "2022-10-06", ["Almaty city"], "the Almaty"),
    ("October 6, the Shymkent criminal court sentenced", "2022-10-06", ["Shymkent"], "the Shymkent"),
    ("On October 6, Tashkent placed Testov on a list", "2022-10-06", [], "Tashkent"),
    ("October 18, Kazakhstan ranked 53rd", "2022-10-18", [], "Kazakhstan"),
    ("October 18, Kazakhstan authorities deny", "2022-10-18", [], "Kazakhstan"),
    ("October 5, in Kazakhstan, arrests have", "2022-10-05", ["Kazakhstan"], "arrests"),
    ("October 29, Almaty city, at the meeting", "2022-10-29", ["Almaty city"], "at the"),
    ("October 29, Almaty, in Almaty Criminal Court the", "2022-10-29", ["Almaty"], "in Almaty"),
    ("October 20, Almaty, Alatau district police fined", "2022-10-20", ["Almaty"], "Alatau"),
    ("October 26, John Test, Rights Union director, said", "2022-10-26", [], "John"),
    ("October 26, Testov, an activist, said", "2022-10-26", [], "Testov"),
    ("October 26, Testov A., an activist, said", "2022-10-26", [], "Testov"),
    ("October 26, Rights Union Worldwide (RUW) urges", "2022-10-26", [], "Rights"),
    ("October 26, OSCE, in a letter", "2022-10-26", [], "OSCE"),
    ("October 26, Yesterday, the court", "2022-10-26", [], "Yesterday"),
    ("October 26, “Some words are quoted", "2022-10-26", [], "“Some"),
    (
        "October 16, Akmla region, Arshaly district, Test M.",
        "2022-10-16",
        ["Akmla region", "Arshaly district"],
        "Test M",
    ),
    ("October 25, Pavlodar region, Aksu, Testov Adam was", "2022-10-25", ["Pavlodar region", "Aksu"], "Testov"),
    ("October 25, Almaty region, Uzhanka, Testov Adam was", "2022-10-25", ["Almaty region", "Uzhanka"], "Testov"),
    ("October 25, Almaty region, Testova, a nurse, was", "2022-10-25", ["Almaty region"], "Testova"),
    ("October 25, Uzhanka, the court", "2022-10-25", ["Uzhanka"], "the court"),
    ("October 25, Astana and Almaty, rallies", "2022-10-25", ["Astana", "Almaty"], "rallies"),
    ("October 25, Geneva, Switzerland, experts", "2022-10-25", ["Switzerland", "Geneva"], "experts"),
    ("October 25, Astana (Nur-Sultan), experts", "2022-10-25", ["Astana"], "experts"),
    ("On December 1, in Nur-Sultan city, activists", "2022-12-01", ["Nur-Sultan city"], "activists"),
    ("**October 3**, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("- October 3, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("12. October 3, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("October 26, U.S. senators urged", "2022-10-26", [], "U.S."),
    ("On October 3, near the consulate of a country in Almaty, relatives", "2022-10-03", ["Almaty"], "near"),
    ("On October 3, on the day of the rally, police", "2022-10-03", [], "on the day"),
    ("On October 3, in the Abay district of Shymkent, police", "2022-10-03", ["Shymkent", "Abay district"], "police"),
    ("October 3, Almaty, Medeu district, police", "2022-10-03", ["Almaty", "Medeu district"], "police"),
    ("OCT. 2, 2025 — ONLINE — The", "2025-10-02", [], "ONLINE"),
    ("October 30 – November 2, Almaty, the court", "2022-10-30", ["Almaty"], "the court"),
    ("October 3, Aidagul, a resident of Taraz, said", "2022-10-03", [], "Aidagul"),
    ("October 3, Aidagul, who is held in Taraz, said", "2022-10-03", [], "Aidagul"),
    ("October 3, Talas, Testov Adam was", "2022-10-03", ["Talas"], "Testov"),
    ("October 3, Arshaly rayon, Testov Adam was", "2022-10-03", ["Arshaly rayon"], "Testov"),
    ("Monday, October 3, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("October 3-5, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("October 3 and 4, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("03.10.2022, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("2022-10-03, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("Octobr 3, Almaty, the court", "2022-10-03", ["Almaty"], "the court"),
    ("October 3 – Almaty – the court", "2022-10-03", ["Almaty"], "the court"),
    ("October 3. Almaty. The court", "2022-10-03", ["Almaty"], "The court"),
    (
        "October 3, West Kazakhstan region, Uzhanka village, x",
        "2022-10-03",
        ["West Kazakhstan region", "Uzhanka village"],
        "x",
    ),
    ("October 32, Almaty, the court", None, ["Almaty"], "the court"),
    ("From October 3 to 6, Taraz, Testov Adam was", "2022-10-03", ["Taraz"], "Testov"),
    ("From October 3 through 6 in Taraz, Testov", "2022-10-03", ["Taraz"], "Testov"),
    ("Between 3 and 6 October, in Taraz, Testov", "2022-10-03", ["Taraz"], "Testov"),
    ("From 3 to 6 October 2022, Taraz, Testov", "2022-10-03", ["Taraz"], "Testov"),
    ("30 September – 2 October, Taraz, Testov", "2022-09-30", ["Taraz"], "Testov"),
    ("September 30 to October 2, Taraz, Testov", "2022-09-30", ["Taraz"], "Testov"),
    ("December 30 – January 2, 2023, Taraz, Testov", "2022-12-30", ["Taraz"], "Testov"),
    ("December 30, 2022 – January 2, 2023, Taraz, Testov", "2022-12-30", ["Taraz"], "Testov"),
    ("October 3, 4 and 6, Taraz, Testov", "2022-10-03", ["Taraz"], "Testov"),
    ("On the night of October 3–4, in Taraz, police", "2022-10-03", ["Taraz"], "police"),
    ("On the night from October 3 to 4, Taraz: police", "2022-10-03", ["Taraz"], "police"),
    ("In the early hours of October 4, in Taraz, police", "2022-10-04", ["Taraz"], "police"),
    ("In early October, Taraz, the akimat", "2022-10", ["Taraz"], "the akimat"),
    ("At the end of October 2022, in Taraz, the akimat", "2022-10", ["Taraz"], "the akimat"),
    ("September 2022, Taraz, Testov Adam was", "2022-09", ["Taraz"], "Testov"),
    ("October 2022 — TARAZ — Testov Adam was", "2022-10", ["TARAZ"], "Testov"),
    ("In October 2019 the court convicted", None, [], "In October"),
    ("October, as everybody knows, is", None, [], "October"),
    ("(October 14) Taraz. Police", "2022-10-14", ["Taraz"], "Police"),
    ("[October 14], Taraz, police", "2022-10-14", ["Taraz"], "police"),
    ("October 14 (Friday), Taraz, police", "2022-10-14", ["Taraz"], "police"),
    ("14.10.22, Taraz, police", "2022-10-14", ["Taraz"], "police"),
    ("14/10/22: Taraz, police", "2022-10-14", ["Taraz"], "police"),
    ("14-10-2022, Taraz, police", "2022-10-14", ["Taraz"], "police"),
    ("10/14/2022, Taraz, police", "2022-10-14", ["Taraz"], "police"),
    ("14.10, Taraz, police", "2022-10-14", ["Taraz"], "police"),
    ("3-5, Taraz, police", None, [], "3-5"),
    ("Match 4, Taraz, was broken off", None, [], "Match"),
    ("Marsh 4, Taraz, was drained", None, [], "Marsh"),
    ("Article 5, Almaty, the court", None, [], "Article"),
    ("The court sat on October 3.", None, [], "The court"),
]


def places_of(text: str) -> tuple[Place, ...]:
    entry = Entry(1, text, 1, places=read_header(text, KZ).places)
    return find_places(analyse(entry, KZ), KZ)


@pytest.mark.parametrize(("text", "date", "places", "body"), HEADERS, ids=[h[0][:45] for h in HEADERS])
def test_a_header(text: str, date: str | None, places: list[str], body: str) -> None:
    header = read_header(text, KZ)
    found = places_of(text)
    assert (header.date_in(*PERIOD), [p.name for p in found]) == (date, places)
    assert text[header.body :].startswith(body)
    assert all(text[slice(*span)] == p.name for p in found for span in p.evidence.spans)


def test_a_day_that_no_calendar_has_keeps_its_words() -> None:
    header = read_header("October 32, Almaty, the court", KZ)
    assert header.date_in(*PERIOD) is None
    assert header.date_span == (0, 10)


@pytest.mark.parametrize(
    ("period", "day", "date"),
    [
        ("2025-01", "December 30", "2024-12-30"),
        ("2024-12", "January 2", "2025-01-02"),
        ("2024-12", "November 30", "2024-11-30"),
        ("2025-01", "September 1", "2024-09-01"),
        ("2024-02", "February 29", "2024-02-29"),
    ],
)
def test_a_day_of_another_month_takes_the_nearest_year(period: str, day: str, date: str) -> None:
    assert read_header(f"{day}, Almaty, the court", KZ).date_in(f"{period}-01", f"{period}-28") == date


PLACES = [
    ("October 3, Almaty, x", [("kz-almaty", "city", "high")]),
    ("October 3, Almaty region, x", [("kz-almaty-region", "region", "high")]),
    ("October 3, Almaty oblast, x", [("kz-almaty-region", "region", "high")]),
    ("October 3, the Almaty regional court said", [("kz-almaty-region", "region", "high")]),
    ("October 3, Nur-Sultan, x", [("kz-astana", "city", "high")]),
    ("October 3, Semei, x", [("kz-semey", "city", "high")]),
    ("October 3, Akmla region, x", [("kz-akmola-region", "region", "medium")]),
    ("October 3, Uzhanka village, x", [(None, "village", "high")]),
    ("October 3, Uzhanka, x", [(None, "other", "low")]),
    ("October 3, Georgia, x", [("ge", "country", "high")]),
    ("October 3, Karaganda region, Abai, x", [("kz-karaganda-region", "region", "high"), ("kz-abai", "city", "high")]),
    ("October 3, Abai, Karaganda region, x", [("kz-karaganda-region", "region", "high"), ("kz-abai", "city", "high")]),
    ("October 3, Abai region, Semey, x", [("kz-abai-region", "region", "high"), ("kz-semey", "city", "high")]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_place_is_the_gazetteers_where_it_has_it(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = places_of(text)
    assert [(p.id, p.kind, p.evidence.confidence) for p in found] == expected
    assert all(bool(p.evidence.doubt) == (p.evidence.confidence != "high") for p in found)


def test_cost_is_linear() -> None:
    for hostile in (
        "October 1, " + "Almaty, " * 100_000,
        "Aa " * 300_000,
        "October 1,1,1," * 70_000,
        "(((“““" * 150_000,
    ):
        read_header(hostile, KZ)
