"""``docker-compose.yml``, ``Dockerfile`` and what goes into the image, as far as it can be checked without Docker."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.compose import COMPOSE, ROOT, Missing, interpolate, services
from tests.neo4j.server import POM

PASSWORD = "a-long-password"
SIZES = {"M": 2**20, "G": 2**30}


def validated(path: Path) -> "subprocess.CompletedProcess[str]":
    """What the Compose specification's own schema says of a file; the schema comes with the validator."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, comments left out."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert not any(line.endswith("\\") for line in lines)
    found = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [(name, rest) for name, _, rest in found]


def copied() -> list[str]:
    """What the Dockerfile copies from the tree."""
    parts = [rest.split() for name, rest in instructions() if name == "COPY" and not rest.startswith("--from")]
    return [source for words in parts for source in words[:-1]]


def requirements(name: str) -> set[tuple[str, ...]]:
    """Each requirement of a lock file with its hashes, without the platforms that it is for."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {(words[0], *(word for word in words if word.startswith("--hash"))) for words in lines}


def test_the_compose_file_keeps_to_the_specification(tmp_path: Path) -> None:
    done = validated(COMPOSE)
    assert done.returncode == 0, done.stdout
    for right, wrong in (("mem_limit:", "memlimit:"), ("service_healthy", "healthy"), ("test: [", "tests: [")):
        text = COMPOSE.read_text(encoding="utf-8")
        assert right in text
        (tmp_path / "wrong.yml").write_text(text.replace(right, wrong), encoding="utf-8")
        assert validated(tmp_path / "wrong.yml").returncode != 0


def test_the_image_is_the_version_that_is_tested() -> None:
    version = re.search(r"<neo4j.version>(.+)</", POM.read_text(encoding="utf-8"))
    assert version
    assert services()["neo4j"]["image"] == f"neo4j:{version[1]}-community"
    assert services()["kg"]["build"] == "."
    assert "latest" not in COMPOSE.read_text(encoding="utf-8")


def test_nothing_listens_for_other_machines() -> None:
    ports = [port for service in services().values() for port in service.get("ports", [])]
    assert ports and all(re.fullmatch(r"127\.0\.0\.1:\d+:\d+", port) for port in ports)
    assert not any("network_mode" in service for service in services().values())
    networks = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["networks"]
    assert all(networks[name]["internal"] for name in services()["kg"]["networks"])


def test_there_is_no_password_but_the_one_that_is_set() -> None:
    for service in ("neo4j", "kg"):
        (said,) = [v for v in services()[service]["environment"].values() if "PASSWORD" in v]
        for environment in ({}, {"KG_NEO4J_PASSWORD": ""}):
            with pytest.raises(Missing, match=r"^Choose the password .* KG_NEO4J_PASSWORD.*\.$"):
                interpolate(said, environment)
        assert interpolate(said, {"KG_NEO4J_PASSWORD": PASSWORD}).endswith(PASSWORD)
    auth = interpolate(services()["neo4j"]["environment"]["NEO4J_AUTH"], {"KG_NEO4J_PASSWORD": PASSWORD})
    # The form that the image's entrypoint takes.
    assert re.fullmatch(r"([^/]+)/([^/]+)/?([tT][rR][uU][eE])?", auth)
    words = [word for service in services().values() for word in map(str, service.get("command", []))]
    assert not any("PASSWORD" in word for word in words)


@pytest.mark.parametrize("name", sorted(services()))
def test_no_service_may_more_than_it_needs(name: str) -> None:
    service = services()[name]
    assert service["cap_drop"] == ["ALL"] and service["security_opt"] == ["no-new-privileges:true"]
    assert interpolate(service["user"], {}).split(":")[0] not in ("0", "root")
    assert not {"privileged", "cap_add", "devices", "pid", "ipc"} & set(service)
    volumes = [v if isinstance(v, str) else interpolate(v["source"], {}) for v in service["volumes"]]
    assert not any("docker.sock" in volume or "/var/lib/neo4j/import" in volume for volume in volumes)


def test_the_server_fits_into_its_memory() -> None:
    environment = services()["neo4j"]["environment"]
    heap, cache = (
        int(environment[name][:-1]) * SIZES[environment[name][-1]]
        for name in ("NEO4J_server_memory_heap_max__size", "NEO4J_server_memory_pagecache_size")
    )
    limit = services()["neo4j"]["mem_limit"]
    # Java may take as much again as the heap outside of it, for what goes over the network.
    assert 2 * heap + cache <= int(limit[:-1]) * SIZES[limit[-1].upper()]


def test_the_image_is_built_on_a_fixed_python() -> None:
    bases = [rest.split()[0] for name, rest in instructions() if name == "FROM"]
    assert len(set(bases)) == 1 and re.fullmatch(r"python:3\.11\.\d+-slim-\w+", bases[0])
    users = [rest for name, rest in instructions() if name == "USER"]
    assert users and users[-1] not in ("root", "0")
    (entry,) = [rest for name, rest in instructions() if name == "ENTRYPOINT"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert entry == '["/opt/kg/bin/kg"]' and "kg" in project["scripts"]


def test_only_what_the_image_needs_goes_into_it() -> None:
    lines = [li for li in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if not li.startswith("#")]
    assert lines[0] == "*"
    let_in = sorted(line.removeprefix("!") for line in lines if line.startswith("!"))
    assert let_in == sorted(copied())
    assert all((ROOT / name).exists() for name in let_in)


def test_what_the_image_installs_is_what_is_tested() -> None:
    run, everything = requirements("requirements-run.lock"), requirements("requirements.lock")
    assert run and all(len(requirement) > 1 for requirement in run)
    assert run < everything
    assert not any(name.startswith(("pytest", "mypy", "ruff")) for name, *_ in run)
    installs = [rest for name, rest in instructions() if name == "RUN" and "pip install" in rest]
    assert all("--require-hashes" in rest or "--no-index" in rest for rest in installs)


def test_the_project_installs_as_the_dockerfile_says(tmp_path: Path) -> None:
    tree, installed = tmp_path / "tree", tmp_path / "installed"
    tree.mkdir()
    for name in copied():
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tree / name)
    (words,) = [shlex.split(rest) for name, rest in instructions() if name == "RUN" and "--no-index" in rest]
    assert words[0] == "/opt/kg/bin/python" and words[-1] == "."
    subprocess.run([sys.executable, *words[1:-1], "--target", str(installed), "."], cwd=tree, check=True)
    script = [sys.executable, str(installed / "bin" / "kg"), "--version"]
    said = subprocess.run(script, env={"PYTHONPATH": str(installed)}, capture_output=True, text=True, check=True)
    assert said.stdout.startswith("kg, version")
