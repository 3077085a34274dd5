"""The application over the sample workspace, as a browser on this machine asks it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from litestar.types import ASGIApp

from explorer.app import make_app
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from explorer.security.origins import origins_of
from explorer.security.sessions import Sessions, cookie_of
from kg import Workspace

PORT = 8765
OWN = f"http://127.0.0.1:{PORT}"

Client = TestClient[ASGIApp]


def client_of(app: ASGIApp, secret: str = "") -> Client:
    """A browser that asks an application, with the cookie of a session where there is one."""
    client: Client = TestClient(app, base_url=OWN)
    client.headers["Origin"] = OWN
    if secret:
        client.cookies.set(cookie_of(PORT), secret)
    return client


@pytest.fixture(scope="session")
def sample_workspace(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample: what the explorer holds open, other tests expect to be let go of."""
    return Path(shutil.copytree(sample_workspace, tmp_path_factory.mktemp("explored") / "casefile"))


@pytest.fixture(scope="session")
def graphs(sample_workspace: Path) -> Iterator[WorkspaceGraphs]:
    """The graph of the sample, open."""
    opened = WorkspaceGraphs(Workspace.open(sample_workspace))
    yield opened
    opened.close()


@pytest.fixture
def sessions() -> Sessions:
    """The sessions of one run."""
    return Sessions()


@pytest.fixture
def app(graphs: WorkspaceGraphs, sessions: Sessions) -> ASGIApp:
    """The application over the sample."""
    return make_app(graphs, sessions, origins_of("127.0.0.1", PORT))


@pytest.fixture
def client(app: ASGIApp, sessions: Sessions) -> Client:
    """A browser with a session."""
    return client_of(app, sessions.begin(""))


@pytest.fixture
def ask(client: Client) -> Any:
    """Ask for what an address answers; it must answer."""

    def asking(address: str, **parameters: object) -> Any:
        answer = client.get(address, params={name: str(value) for name, value in parameters.items()} or None)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asking


@pytest.fixture
def own_workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    """A copy of the sample that a test may change."""
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


@pytest.fixture
def own_client(own_workspace: Path, sessions: Sessions) -> Iterator[Client]:
    """A browser with a session on a workspace that a test may change."""
    opened = WorkspaceGraphs(Workspace.open(own_workspace))
    yield client_of(make_app(opened, sessions, origins_of("127.0.0.1", PORT)), sessions.begin(""))
    opened.close()


def find_id(client: Client, words: str) -> str:
    """The id of what a search finds first."""
    return str(client.get("/api/search", params={"q": words}).json()["hits"][0]["thing"]["id"])
