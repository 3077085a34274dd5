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
from exports.dossier.wording import NOT_TOLD
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
    assert headings == [h.text_content() for h in page.xpath("//h2")]
    said = "\n".join(p.text for p in document.paragraphs)
    for fact in page.xpath("//li[@class='fact']/p[1]/b[2]"):
        assert fact.text_content() in said
    assert document.core_properties.created and document.core_properties.created.year == 2031
    with zipfile.ZipFile(written / "d.docx") as archive:
        assert archive.testzip() is None
        parts = {n: etree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith((".xml", ".rels"))}
    body = parts["word/document.xml"]
    names = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    links = set(body.xpath("//w:hyperlink/@w:anchor", namespaces=names))
    assert links and links == set(body.xpath("//w:bookmarkStart/@w:name", namespaces=names))


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
