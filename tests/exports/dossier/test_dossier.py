"""A dossier says who did what to whom in order, in which words, and never an accusation as a finding."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree, html

from exports.dossier.content import Dossier, make_dossier
from exports.dossier.wording import NOT_TOLD, SOURCES
from ingest.errors import KgError
from ingest.jurisdictions.packs import load_jurisdiction
from kg.explain.rule_examples import read_example
from kg.graph.value import Graph
from kg.rows.build import build
from kg.workspace import Workspace
from tests.conftest import Kg

VELMORIA = load_jurisdiction("velmoria")
TARGET = "Talidora Ilvane"
CHROMIUM = shutil.which("chromium")
OFFICE = shutil.which("soffice")


def graph_of(*entries: str) -> Graph:
    return build(read_example(entries, "velmoria"), VELMORIA).graph


def dossier_of(graph: Graph, name: str) -> Dossier:
    node = next(n for n in graph.nodes if n.label == "Person" and name in str(n.properties["name"]))
    return make_dossier(graph, node.key, [])


def test_facts_stand_in_order_with_their_words() -> None:
    graph = graph_of(
        "March 4, Pessarin, police officers detained Ilkuvel Orvane at the Pessarin police station for a picket.",
        "March 9, Pessarin, judge Temmin Garro sentenced Ilkuvel Orvane to 15 days of administrative arrest.",
    )
    dossier = dossier_of(graph, "Orvane")
    assert [c.number for c in dossier.claims] == list(range(1, len(dossier.claims) + 1))
    assert [c.fact.properties.get("type") for c in dossier.claims][:2] == ["detention", "sentence"]
    assert any("15 days" in c.what and c.certainty == "imposed" for c in dossier.claims)
    texts = {n.id: str(n.properties["text"]) for n in graph.nodes if n.label == "Entry"}
    for quote in (quote for c in dossier.claims for quote in c.quotes):
        quoted = "".join(piece.text for piece in quote.words).strip("…")
        assert quoted in texts[quote.entry] and any(piece.exact for piece in quote.words)
    headings = dict(dossier.headings)
    assert "detention" in headings["Arrest"][0].lower() and headings["Remedies taken"] == [NOT_TOLD]
    assert any("15 days" in line for line in headings["Detention"])


def test_what_is_alleged_or_requested_says_so_everywhere() -> None:
    graph = graph_of(
        "March 4, Pessarin, Ilkuvel Orvane complained that the police officer Temmin Garro had beaten him.",
        "March 9, Pessarin, the prosecutor asked for 7 years of imprisonment for Ilkuvel Orvane.",
    )
    dossier = dossier_of(graph, "Orvane")
    alleged = [c for c in dossier.claims if c.certainty == "alleged"]
    requested = [c for c in dossier.claims if c.certainty == "requested"]
    assert alleged and requested
    assert all("ALLEGED" in c.standing for c in alleged) and all("REQUESTED" in c.standing for c in requested)
    lines = [line for _, lines in dossier.headings for line in lines]
    assert [line for line in lines if "7 years" in line] == [line for line in lines if "REQUESTED" in line]
    summary = dict(dossier.summary)
    assert "7 years" in summary["Sanctions only requested"] and "Sanctions imposed" not in summary


def test_what_happened_to_accused_officers_is_no_detention_of_a_victim() -> None:
    graph = graph_of(
        "March 9, Pessarin, the Pessarin city court sentenced the police officer Temmin Garro to 5 years of "
        "imprisonment for torture of Ilkuvel Orvane."
    )
    case = next(n.key for n in graph.nodes if n.label == "Case")
    dossier = make_dossier(graph, case, [])
    assert any("5 years" in c.what for c in dossier.claims)
    assert not any("5 years" in line for line in dict(dossier.headings)["Detention"])


def test_a_part_of_an_article_has_the_title_of_its_article() -> None:
    graph = graph_of(
        "March 9, Pessarin, judge Temmin Garro sentenced Ilkuvel Orvane under Article 207, Part 2 of the Penal Code to "
        "7 years of imprisonment."
    )
    dossier = dossier_of(graph, "Orvane")
    assert ("CC 207/2", "mass disorder") in {row[:2] for row in dossier.law}
    assert any(line.startswith("CC 207/2 (mass disorder)") for line in dict(dossier.headings)["Legal basis"])
    assert any(c.what == "Charge: CC 207/2 (mass disorder)" for c in dossier.claims)


def test_a_sanction_without_a_date_stands_where_it_was_first_reported() -> None:
    graph = graph_of(
        "March 4, Pessarin, Ilkuvel Orvane, who is serving 10 days of arrest, declared a hunger strike.",
        "March 9, Pessarin, police officers searched the flat of Ilkuvel Orvane.",
    )
    claims = dossier_of(graph, "Orvane").claims
    (sanction,) = (c for c in claims if c.fact.label == "Sanction")
    assert "date" not in sanction.fact.properties and sanction.dates == ("reported 2031-03-04",)
    assert sanction.number < next(c.number for c in claims if c.fact.properties.get("type") == "search")


def test_a_submission_has_treatment_trial_and_rights_and_says_what_is_alleged() -> None:
    graph = graph_of(
        "March 4, Pessarin, Ilkuvel Orvane complained that the police officer Temmin Garro had beaten him.",
        "March 9, Pessarin, judge Dorvin Astrel sentenced Ilkuvel Orvane to 15 days of administrative arrest.",
    )
    headings = dict(dossier_of(graph, "Orvane").headings)
    (treated,) = headings["Treatment and conditions"]
    assert "ALLEGED" in treated
    rights = headings["Rights that acts of these kinds touch"]
    assert [line for line in rights if "ICCPR 7" in line] == [line for line in rights if "(alleged)" in line][:1]
    assert any("15 days" in line for line in headings["Charges, trial and sentence"])
    assert any("warrant" in line for line in headings["To be added by who submits it"])


def test_contradicting_accounts_stand_side_by_side() -> None:
    graph = graph_of(
        "March 9, Pessarin, Ilkuvel Orvane was sentenced under Article 61 of the Public Peace Code "
        "to 10 days of arrest.",
        "March 10, Pessarin, Ilkuvel Orvane was sentenced under Article 61 of the Public Peace Code "
        "to 15 days of arrest.",
    )
    assert any(r.type == "CONTRADICTS" for r in graph.relationships), "the example has no contradiction"
    dossier = dossier_of(graph, "Orvane")
    (group,) = (g for g in dossier.contradictions if g[0].fact.label == "Sanction")
    assert {c.fact.properties["duration"] for c in group} == {"P10D", "P15D"}
    assert "fact" in dict(dossier.summary)["Contradictions"]


@pytest.fixture(scope="module")
def written(kg: Kg, sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossier")
    for format in ("html", "docx"):
        options = ("--format", format, "--issued", "2031-05-01", "-o", folder / f"d.{format}")
        result = kg("export", "dossier", "--person", TARGET, *options, workspace=sample_workspace)
        assert result.exit_code == 0, result.output + str(result.exception)
    return folder


def test_the_page_is_complete_and_asks_nothing_of_any_address(written: Path) -> None:
    page = html.parse(str(written / "d.html")).getroot()
    assert not page.xpath("//script | //img | //link | //iframe | //@onclick | //form")
    targets = set(page.xpath("//@id"))
    inner = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    assert inner and set(inner) <= targets
    assert page.xpath("//h1")[0].text_content() == f"Dossier: {TARGET}"
    assert all(fact.xpath(".//blockquote") for fact in page.xpath("//li[@class='fact']"))


def test_the_document_says_what_the_page_says(written: Path) -> None:
    document = Document(str(written / "d.docx"))
    page = html.parse(str(written / "d.html")).getroot()
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert [*headings, SOURCES] == [h.text_content() for h in page.xpath("//h2")]
    said = "\n".join(p.text for p in document.paragraphs)
    for fact in page.xpath("//li[@class='fact']/p[1]/b[2]"):
        assert fact.text_content() in said
    properties = document.core_properties
    assert properties.created and properties.created.year == 2031
    assert not any((properties.author, properties.last_modified_by, properties.comments, properties.keywords))
    with zipfile.ZipFile(written / "d.docx") as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(2031, 5, 1, 0, 0, 0)}


def footnotes_of(page: str) -> dict[str, str]:
    """The text of each footnote by its number, as mammoth wrote the document as HTML."""
    found = html.fromstring(page).xpath("//li[starts-with(@id, 'footnote-')]")
    return {note.get("id").removeprefix("footnote-"): note.text_content().strip(" ↑") for note in found}


def test_mammoth_reads_each_quotation_with_a_footnote_of_its_own(written: Path) -> None:
    mammoth = pytest.importorskip("mammoth", reason="mammoth is not installed (extra readers)")
    with (written / "d.docx").open("rb") as file:
        read = mammoth.convert_to_html(file).value
    page, notes = html.parse(str(written / "d.html")).getroot(), footnotes_of(read)
    sources = {note.get("id"): note.text_content() for note in page.xpath("//ol[@class='sources']/li")}
    cited = [sources[link.get("href")[1:]] for link in page.xpath("//blockquote/sup/a")]
    assert len(cited) > 20 and any("https://" in text for text in cited)
    assert list(notes.values()) == cited
    referred = [link.text_content() for link in html.fromstring(read).xpath("//sup/a")]
    assert referred == [f"[{number}]" for number in range(1, len(cited) + 1)]


@pytest.mark.skipif(not OFFICE, reason="there is no LibreOffice")
def test_libreoffice_opens_it_with_its_footnotes(written: Path, tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "fodt", "--outdir", tmp_path, written / "d.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    opened = etree.parse(tmp_path / "d.fodt")
    names = {"text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0"}
    notes = opened.xpath("//text:note[@text:note-class='footnote']/text:note-body", namespaces=names)
    quotes = html.parse(str(written / "d.html")).getroot().xpath("//blockquote")
    assert len(notes) == len(quotes) and all("entry 2031-" in "".join(note.itertext()) for note in notes)


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")
def test_the_page_prints(written: Path, tmp_path: Path) -> None:
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    target = tmp_path / "d.pdf"
    command = [str(CHROMIUM), *flags, f"--print-to-pdf={target}", (written / "d.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=90)
    from pypdf import PdfReader

    text = re.sub(r"\s+", " ", " ".join(p.extract_text() for p in PdfReader(target).pages))
    assert TARGET in text and "Legal basis" in text


def test_a_case_and_what_is_neither(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    graph = Workspace.open(sample_workspace).graph()
    case = next(n.id for n in graph.nodes if n.label == "Case")
    result = kg("export", "dossier", "--case", case, "-o", tmp_path / "c.html", workspace=sample_workspace)
    assert result.exit_code == 0, result.output + str(result.exception)
    assert "Case" in (tmp_path / "c.html").read_text(encoding="utf-8")
    wrong = kg("export", "dossier", "--person", case, "-o", tmp_path / "x.html", workspace=sample_workspace)
    assert isinstance(wrong.exception, KgError) and "no person" in str(wrong.exception)
    assert kg("export", "dossier", "-o", tmp_path / "x.html", workspace=sample_workspace).exit_code == 2
    assert not (tmp_path / "x.html").exists()
