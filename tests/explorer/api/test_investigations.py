"""Canvases that are named, saved and handed on."""

import io
import json
import re
import time
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import networkx
import pytest

from kg import Workspace
from tests.explorer.conftest import Client, find_id

NAME = "Who met whom / April, “Open Sky”"


def canvas_of(client: Client, name: str) -> list[str]:
    """The ids of somebody and what is around them."""
    around = client.get(f"/api/things/{find_id(client, name)}/network", params={"limit": 20}).json()
    return [thing["id"] for thing in around["things"]]


def test_a_canvas_is_saved_opened_and_deleted(own_client: Client, own_workspace: Path) -> None:
    ids = canvas_of(own_client, "Ombreth Jorvan")
    address = f"/api/investigations/{quote(NAME, safe='')}"
    canvas = {
        "things": ids,
        "positions": {ids[0]: [1.5, -2]},
        "filters": {"kinds": ["Person"], "from": "2031-03"},
        "notes": {ids[0]: "<b>ask</b>"},
    }
    saved = own_client.put(address, json=canvas)
    assert saved.status_code == 200, saved.text
    opened = own_client.get(address).json()
    assert {key: opened[key] for key in canvas} == canvas and opened["name"] == NAME and opened["changed"]
    assert [each["name"] for each in own_client.get("/api/investigations").json()] == [NAME]
    (file,) = (own_workspace / "investigations").iterdir()
    assert file.stat().st_mode & 0o077 == 0 and "Open" not in file.name
    assert Workspace.open(own_workspace).check() == []
    assert own_client.delete(address).status_code == 204 and own_client.get(address).status_code == 404
    assert own_client.delete(address).status_code == 404 and own_client.get("/api/investigations").json() == []


@pytest.mark.parametrize("name", ["../secret", "a/b/../../kg.toml", "/etc/passwd", "kg.toml", "x" * 200, "имя"])
def test_no_name_leads_out_of_the_folder(own_client: Client, own_workspace: Path, name: str) -> None:
    before = {path for path in own_workspace.rglob("*") if "investigations" not in path.parts}
    address = f"/api/investigations/{quote(name, safe='')}"
    assert own_client.put(address, json={"things": []}).status_code == 200
    assert own_client.get(address).json()["name"] == name
    assert {path for path in own_workspace.rglob("*") if "investigations" not in path.parts} == before


@pytest.mark.parametrize("name", ["%20", "a%00b", "x" * 201, "a%0Ab", "a%1B[2J"])
def test_a_name_that_is_none_is_refused(own_client: Client, name: str) -> None:
    assert own_client.put(f"/api/investigations/{name}", json={"things": []}).status_code == 400


def test_a_damaged_file_is_said(own_client: Client, own_workspace: Path) -> None:
    (own_workspace / "investigations").mkdir()
    (own_workspace / "investigations" / "0123456789abcdef.json").write_text('{"name": 1}')
    answer = own_client.get("/api/investigations")
    assert answer.status_code == 400 and "damaged" in answer.json()["message"]


def test_investigations_are_in_a_backup(own_client: Client, own_workspace: Path, tmp_path: Path) -> None:
    own_client.put("/api/investigations/one", json={"things": ["marenth"]})
    Workspace.open(own_workspace).keeper.back_up(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        (name,) = [name for name in archive.namelist() if name.startswith("investigations/")]
        assert json.loads(archive.read(name))["things"] == ["marenth"]


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_a_canvas_leaves_as_a_network(client: Client, format: str) -> None:
    ids = canvas_of(client, "Ombreth Jorvan")
    answer = client.post("/api/export", json={"things": ids, "format": format, "profile": "full"})
    assert answer.headers["content-disposition"] == f'attachment; filename="canvas.{format}"'
    read: Any = networkx.read_graphml if format == "graphml" else networkx.read_gexf
    network = read(io.BytesIO(answer.content))
    labels = {data["label"] for _, data in network.nodes(data=True)}
    assert "Ombreth Jorvan" in labels and len(network) >= len(ids)


def test_a_profile_takes_names_out_of_every_format(client: Client) -> None:
    ids = canvas_of(client, "Ombreth Jorvan")
    for format in ("html", "svg", "graphml", "gexf"):
        for profile, named in (("full", True), ("public", False)):
            asked = {"things": ids, "format": format, "profile": profile, "title": "Jorvan"}
            answer = client.post("/api/export", json=asked)
            assert answer.status_code == 200 and (b"Jorvan" in answer.content) is named, (format, profile)


def test_a_person_leaves_as_a_dossier(own_client: Client) -> None:
    person = find_id(own_client, "Ombreth Jorvan")
    own_client.put("/api/investigations/one", json={"things": [person]})
    asked = {"format": "dossier-html", "profile": "full"}
    answer = own_client.post("/api/investigations/one/export", json=asked)
    assert b"Ombreth Jorvan" in answer.content and "canvas.html" in answer.headers["content-disposition"]
    assert (
        own_client.post("/api/investigations/one/export", json=asked | {"format": "dossier-docx"}).content[:2] == b"PK"
    )


def finished(client: Client, job: Any) -> Any:
    """A job as it is at its end."""
    until = time.monotonic() + 120
    while job["state"] == "running":
        assert time.monotonic() < until
        job = client.get(f"/api/jobs/{job['id']}").json()
    return job


def test_a_canvas_leaves_by_a_job_that_can_be_followed_and_cancelled(client: Client) -> None:
    asked = {"things": canvas_of(client, "Ombreth Jorvan"), "format": "html", "profile": "full"}
    job = finished(client, client.post("/api/exports", json=asked).json())
    assert (job["state"], job["stage"], job["file"], job["decisions"]) == ("done", "checking", True, [])
    assert job["done"] == job["total"] == 3
    file = client.get(f"/api/jobs/{job['id']}/file")
    assert b"Ombreth Jorvan" in file.content and 'filename="canvas.html"' in file.headers["content-disposition"]
    other = client.post("/api/exports", json=asked).json()
    assert client.delete(f"/api/jobs/{other['id']}").json()["state"] in ("cancelled", "done")
    unfit = {"things": ["marenth"], "format": "dossier-html"}
    failed = finished(client, client.post("/api/exports", json=unfit).json())
    assert failed["state"] == "failed" and "select one" in failed["message"] and not failed["file"]
    assert client.get(f"/api/jobs/{failed['id']}/file").status_code == 400
    assert client.get("/api/jobs/nothing/file").status_code == 404


def test_a_file_needs_nothing_from_elsewhere(client: Client) -> None:
    asked = {"things": canvas_of(client, "Ombreth Jorvan"), "format": "html", "profile": "full"}
    page = client.post("/api/export", json=asked).text
    assert "<svg" in page and not re.search(r"""(?:src|href)\s*=\s*["']?(?!#|data:)""", page)
    assert "default-src 'none'" in page


def test_a_picture_stands_alone(client: Client) -> None:
    asked = {"things": canvas_of(client, "Ombreth Jorvan"), "format": "svg", "profile": "full"}
    answer = client.post("/api/export", json=asked)
    assert answer.headers["content-type"] == "image/svg+xml"
    drawn = ElementTree.fromstring(answer.text)
    texts = "".join(drawn.itertext())
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg" and "Ombreth Jorvan" in texts and "font-family" in texts
    assert not re.search(r"<script|\bon\w+=|href=", answer.text)


def test_a_dossier_has_a_footnote_for_every_claim(client: Client) -> None:
    asked = {"things": [find_id(client, "Ombreth Jorvan")], "format": "dossier-html", "profile": "full"}
    page = client.post("/api/export", json=asked).text
    notes = set(re.findall(r'href="#(note[\w-]*|fn[\w-]*|n[\w-]*)"', page))
    assert notes and all(f'id="{note}"' in page for note in notes)


def test_a_link_restores_the_view(own_client: Client, own_workspace: Path) -> None:
    """What was saved comes back whole, by the ids that its things have after a decision."""
    ids = canvas_of(own_client, "Ombreth Jorvan")
    canvas: dict[str, Any] = {
        "things": ids,
        "positions": {id: [float(i), -2.5 * i] for i, id in enumerate(ids)},
        "filters": {"hidden": ["Charge"], "since": "2031-03-01", "until": "2031-04-01", "layout": "time"},
        "notes": {ids[0]: "ask the lawyer"},
    }
    assert own_client.put("/api/investigations/one", json=canvas).status_code == 200
    asked = {"verb": "note", "id": ids[0], "why": "seen"}
    assert own_client.post("/api/decisions", json=asked).json()["state"] == "done"
    opened = own_client.get("/api/investigations/one").json()
    assert {name: opened[name] for name in canvas} == canvas
    drawn = own_client.post("/api/network", json={"ids": opened["things"]}).json()
    assert [thing["id"] for thing in drawn["things"]] == ids and drawn["lines"]


@pytest.mark.parametrize(
    "asked",
    [
        {"things": [], "format": "html"},
        {"things": ["nothing"], "format": "gexf"},
        {"things": ["marenth"], "format": "dossier-html"},
        {"things": ["marenth"], "format": "graphml", "profile": "nobody"},
        {"things": ["marenth"], "format": "exe"},
    ],
)
def test_what_cannot_leave_is_said(client: Client, asked: dict[str, Any]) -> None:
    answer = client.post("/api/export", json=asked)
    assert answer.status_code == 400 and answer.json()["message"]
