"""The limit ends what does not end, and no test measures speed: on a shared machine such a test fails by chance."""

import ast
import re
import signal
from pathlib import Path

import pytest

from tests.processor_limit import TookTooLong, processor_limit

TESTS = Path(__file__).parent
CLOCKS = {"perf_counter", "perf_counter_ns", "process_time", "process_time_ns", "thread_time", "timeit"}


def test_what_backtracks_without_end_is_ended() -> None:
    with pytest.raises(TookTooLong), processor_limit(0.2):
        re.match(r"(a+)+b", "a" * 60)


def test_a_loop_without_end_is_ended_and_the_limit_is_gone_after_it() -> None:
    with pytest.raises(TookTooLong), processor_limit(0.2):
        while True:
            pass
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0


def test_no_test_reads_a_clock_of_the_processor() -> None:
    reading = {path.name for path in TESTS.rglob("*.py") if names_used(path) & CLOCKS}
    assert reading == set()


def names_used(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    imported = {name.name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for name in node.names}
    return imported | {node.attr for node in nodes if isinstance(node, ast.Attribute)}
