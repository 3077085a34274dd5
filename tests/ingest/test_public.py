"""The documented way into ``ingest``, and what asking for it costs."""

import subprocess
import sys

import ingest
from ingest import detect_jurisdiction, load_jurisdiction, read_report
from tests.conftest import ROOT

TEXT = """Monitoring report from March 1 to March 31, 2031

March 3, Marenth, Mirev Anton was detained near the city hall[1].

[1] https://example.org/1
"""


def test_a_report_is_read_through_the_public_names() -> None:
    assert detect_jurisdiction("In Marenth, in Velmoria") == "velmoria"
    report = read_report(TEXT, load_jurisdiction("velmoria"))
    (entry,) = report.entries
    assert (entry.entry.date, [act.type for act in entry.acts]) == ("2031-03-03", ["detention"])


def test_every_public_name_is_there() -> None:
    assert all(callable(getattr(ingest, name)) for name in ingest.__all__)
    assert not hasattr(ingest, "no_such_name")


def test_the_package_alone_loads_no_extractor() -> None:
    code = "import sys, ingest; print([name for name in sys.modules if name.startswith('ingest.')])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
