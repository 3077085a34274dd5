"""The page's own files and nothing beside them."""

from pathlib import Path

import pytest

from explorer import page_files
from tests.explorer.conftest import Client


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page that was built, with a secret beside it."""
    folder = tmp_path / "built"
    (folder / "fonts").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>page</title>")
    (folder / "app.js").write_text("export {}")
    (folder / "fonts" / "a.woff2").write_bytes(b"font")
    (tmp_path / "secret.txt").write_text("a name")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    monkeypatch.setattr(page_files, "BUILT", folder)
    return folder


def test_the_page_and_its_files_are_answered(client: Client, built: Path) -> None:
    assert client.get("/").headers["content-type"].startswith("text/html")
    assert client.get("/app.js").headers["content-type"].startswith("text/javascript")
    assert client.get("/fonts/a.woff2").content == b"font"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/fonts/../../secret.txt",
        "/fonts/%2e%2e/%2e%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "/app.js%00.html",
        "/link.txt",
        "/fonts",
    ],
)
def test_no_path_leads_out_of_the_page(client: Client, built: Path, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "a name" not in answer.text


def test_a_page_that_is_not_built_says_how_to_build_it(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_files, "BUILT", tmp_path / "nothing")
    answer = client.get("/")
    assert answer.status_code == 503 and "explorer.build" in answer.text
