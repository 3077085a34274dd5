"""The forms in which reports cite articles of law."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.law.provisions import find_citations
from ingest.facts import Entry
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from tests.processor_limit import processor_limit


@pytest.fixture(scope="module")
def jurisdiction() -> Jurisdiction:
    return load_jurisdiction("kazakhstan")


def _read(text: str, jurisdiction: Jurisdiction) -> list[str]:
    """``CC 272/1`` for each provision; ``law`` for another law, ``?`` for no code."""
    found = []
    for citation in find_citations(analyse(Entry(1, text, 1), jurisdiction), jurisdiction):
        code = "law" if citation.other_law else citation.code or "?"
        for p in citation.provisions:
            found.append(f"{code} " + "/".join(filter(None, [p.article, p.part, p.paragraph and f"p{p.paragraph}"])))
    return found


FORMS = [
    ("Article 272, Part 1 of the Criminal Code of the RK", ["CC 272/1"]),
    ("Articles 378,274, Part 4, Article 272, Part 1 of the Penal Code", ["CC 378", "CC 274/4", "CC 272/1"]),
    ("Article 405, Part 1/2 of the Criminal Code", ["CC 405/1", "CC 405/2"]),
    ("Article 272, Parts 2,3 of the Criminal Code", ["CC 272/2", "CC 272/3"]),
    ("Article 131 part 2", ["? 131/2"]),
    ("Article 405, part second, of the Criminal Code", ["CC 405/2"]),
    ("Article 405 of the Criminal Code, second reading", ["CC 405"]),
    ("Art. 918 of the Civil Code", ["CIV 918"]),
    ("Article 73-3, Part 2 of the Administrative Offences Code", ["CAO 73-3/2"]),
    ("Article 488, Part 7 of the Code of Administrative Offences", ["CAO 488/7"]),
    ("Art. 489, p. 9 of the Code on Administrative Offenses", ["CAO 489/9"]),
    ("Article 488 of the Administrative Code", ["CAO 488"]),
    ("Article 488 of the CoAO of the RK", ["CAO 488"]),
    ("Article 106, Part 2, paragraph 7 of the Criminal Code", ["CC 106/2/p7"]),
    ("Article 380, Part 1, Paragraph 3, Article 405 of the CC RK", ["CC 380/1/p3", "CC 405"]),
    ("Articles 158, 147 and 202 of the Criminal Code", ["CC 158", "CC 147", "CC 202"]),
    ("Articles 269, Part 2, 272, Part 3 of the CC", ["CC 269/2", "CC 272/3"]),
    ("Articles 272 (part 2) and 255 (4) of the CC", ["CC 272/2", "CC 255/4"]),
    ("part 2 of Article 405 of the Criminal Code", ["CC 405/2"]),
    ("paragraph 7 of part 2 of Article 106 of the Criminal Code", ["CC 106/2/p7"]),
    ("“extortion” Article 194", ["? 194"]),
    ("Aricle 194, Part 2 of the Criminal Code, 9 years of imprisonment", ["CC 194/2"]),
    ("Article 488, Part 7, 15 days of arrest", ["? 488/7"]),
    ("Article 150 (“Meddling”), Article 262 (“”A group, as well as””) of RK Criminal Code", ["CC 150", "CC 262"]),
    ("the Criminal Code of the RK, Article 405", ["CC 405"]),
    ("the Code of Administrative Offences (Article 488, part 3)", ["CAO 488/3"]),
    ("Article 405 of Kazakhstan’s Criminal Code", ["CC 405"]),
    ("Article 488 of the CAO and Article 405 of the CC", ["CAO 488", "CC 405"]),
    ("Article 14, clause 1, subparagraph 10 of the Law “On assemblies”", ["law 14/p1", "law 14/p10"]),
    ("Article 1 of the Constitution", ["law 1"]),
    ("Article 128 of the Criminal Procedure Code", ["law 128"]),
    ("the Criminal Procedure Code, Article 128", ["law 128"]),
    ("Article 19 of the International Covenant", ["law 19"]),
    ("an article in the press about 15 people", []),
]


@pytest.mark.parametrize(("text", "provisions"), FORMS)
def test_forms(text: str, provisions: list[str], jurisdiction: Jurisdiction) -> None:
    assert _read(text, jurisdiction) == provisions


def test_titles_and_the_words_of_the_article(jurisdiction: Jurisdiction) -> None:
    text = "is accused under Article 432 “Concealment” of the Criminal Code"
    (citation,) = find_citations(analyse(Entry(1, text, 1), jurisdiction), jurisdiction)
    (provision,) = citation.provisions
    assert provision.title == "Concealment"
    assert text[provision.span.start : provision.span.end] == "432"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Article 505 of the CAO (violation of the rules of the city)", "violation of the rules of the city"),
        ("Article 405 of the CC (restriction of liberty for 1.5 years)", None),
        ("Article 405 of the CC[12].", None),
        ("Article 262 (“”Creation of a group””) of the CC", "Creation of a group"),
    ],
)
def test_only_a_title_is_a_title(text: str, title: str | None, jurisdiction: Jurisdiction) -> None:
    (citation,) = find_citations(analyse(Entry(1, text, 1), jurisdiction), jurisdiction)
    assert citation.provisions[0].title == title


def test_a_code_named_elsewhere_is_inherited(jurisdiction: Jurisdiction) -> None:
    text = "Charged under Article 256 and later under Article 272 of the Criminal Code. Article 256 was dropped."
    found = find_citations(analyse(Entry(1, text, 1), jurisdiction), jurisdiction)
    assert [(c.code, c.inherited) for c in found] == [("CC", True), ("CC", False), ("CC", True)]


@pytest.mark.parametrize("unit", ["(((“““Article 1,1,1,", "Article 1 “", "part 1 of part 1 of ", "Criminal Criminal "])
def test_a_long_text_of_one_piece_ends(unit: str, jurisdiction: Jurisdiction) -> None:
    with processor_limit():
        find_citations(analyse(Entry(1, unit * (200_000 // len(unit)), 1), jurisdiction), jurisdiction)
