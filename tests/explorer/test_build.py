"""The page is built of its sources alone, says whose code is in it, and its absence stops nothing else."""

import json
from pathlib import Path

import pytest

from explorer import build
from explorer.build import PageBuildError

needs_page = pytest.mark.skipif(build.read_digest() is None, reason="the page is not built (python -m explorer.build)")


def test_a_changed_source_changes_the_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "PAGE", tmp_path)
    (tmp_path / "a.ts").write_text("1")
    before = build.digest_sources()
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "b.js").write_text("left by an editor")
    assert build.digest_sources() == before
    (tmp_path / "a.ts").write_text("2")
    assert build.digest_sources() != before


def test_a_bundled_file_leads_to_its_package() -> None:
    assert build.package_of("node_modules/preact/dist/preact.mjs") == "preact"
    assert build.package_of("node_modules/@preact/signals/dist/signals.mjs") == "@preact/signals"
    assert build.package_of("node_modules/a/node_modules/b/c.js") == "b"


def test_a_package_without_a_licence_is_refused(tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "package.json").write_text(json.dumps({"version": "1.0.0", "license": "MIT"}))
    with pytest.raises(PageBuildError, match="some has no licence"):
        build.collect_licences(tmp_path, {"some"})
    (tmp_path / "some" / "LICENSE.md").write_text("Permission is granted.")
    assert "some 1.0.0 (MIT)\n" in build.collect_licences(tmp_path, {"some"})


def test_a_failing_npm_is_a_warning_where_packages_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'ENOTFOUND registry' >&2\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.setattr(build, "BUILT", tmp_path / "built")
    monkeypatch.setattr(build, "WORK", tmp_path / "work")
    monkeypatch.setattr(build, "find_npm", lambda node: [str(npm)])
    build.build_or_warn()
    said = capsys.readouterr().err
    assert "everything else works" in said and "registry must be reachable" in said and "ENOTFOUND" in said
    assert not (tmp_path / "built").exists()


def test_every_language_has_the_same_strings() -> None:
    english, russian = (
        json.loads((build.PAGE / "strings" / f"{language}.json").read_text(encoding="utf-8"))
        for language in ("en", "ru")
    )
    assert list(english) == list(russian) and len(english) > 100
    for key, text in english.items():
        assert set(_slots(text)) == set(_slots(russian[key])), key


def _slots(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]


@needs_page
def test_the_built_page_is_that_of_the_sources() -> None:
    assert build.read_digest() == build.digest_sources(), "python -m explorer.build"
    names = {path.name for path in build.BUILT.iterdir()}
    assert names == {"index.html", "icon.svg", "app.js", "app.css", "simulation.js", "licences.txt", "digest.txt"}


@needs_page
def test_the_licences_of_what_is_bundled_stand_beside_it() -> None:
    text = (build.BUILT / "licences.txt").read_text(encoding="utf-8")
    locked = json.loads((build.PAGE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    for package in locked:
        assert f"\n{package} " in f"\n{text}", package
