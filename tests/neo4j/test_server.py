"""The harness: no server outlives what started it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.neo4j
STARTS = """
import sys, time
from pathlib import Path
from tests.neo4j.server import running
with running(Path(sys.argv[1])) as server:
    print(server.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_server_ends_with_a_test_run_that_is_killed(possible: None, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    starter = subprocess.Popen([sys.executable, "-c", STARTS, tmp_path], stdout=subprocess.PIPE, cwd=root, text=True)
    assert starter.stdout
    with starter.stdout:
        pid = int(starter.stdout.readline())
        assert Path(f"/proc/{pid}").exists()
        starter.kill()
        starter.wait()
    until = time.monotonic() + 20
    while Path(f"/proc/{pid}").exists() and "State:\tZ" not in Path(f"/proc/{pid}/status").read_text():
        assert time.monotonic() < until
        time.sleep(0.1)
