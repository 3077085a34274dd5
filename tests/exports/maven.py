"""Programs of others in Java, from Maven Central, that read our exports in tests."""

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")


def find_jars(pom: Path, program: str) -> Path:
    """The folder with a program's jars, ``.cache/<program>/<version>``, filled once from Maven Central.

    Skips the test by name where there is no Java or no Maven; fails it where CI is set.
    """
    missing = [name for name, command in (("Java 17", "java"), ("Maven", "mvn")) if not shutil.which(command)]
    if missing:
        reason = f"{program.title()} needs {' and '.join(missing)}: apt install openjdk-17-jre-headless maven"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    version = re.search(rf"<{program}.version>(.+)</", pom.read_text(encoding="utf-8"))
    assert version
    cache = ROOT / ".cache" / program
    if not (cache / version[1]).is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".coming-", dir=cache))
        copy = ("dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={aside}")
        subprocess.run(["mvn", "-B", "-q", "-f", pom, *copy], check=True, timeout=540)
        with suppress(OSError):  # another test run may have been first
            aside.rename(cache / version[1])
        shutil.rmtree(aside, ignore_errors=True)
    return cache / version[1]


def run_java(jars: Path, program: str, *words: object) -> "subprocess.CompletedProcess[str]":
    """Run a main class with all jars of a folder."""
    command = ["java", *QUICK_START, "-cp", f"{jars}/*", program, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
