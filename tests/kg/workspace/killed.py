"""Steps of syncing to disk: how many a piece of work takes, and a process that dies at one of them."""

import os
import signal
from collections.abc import Callable

import pytest

from kg.system import durable_files


def die_at_step(step: int) -> None:
    """Let this process die without a word at the given step of syncing to disk."""
    steps = 0
    sync = os.fsync

    def dying(descriptor: int) -> None:
        nonlocal steps
        steps += 1
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)
        sync(descriptor)

    durable_files.os.fsync = dying


def count_steps(work: Callable[[], object]) -> int:
    """How often the work syncs."""
    steps = 0
    sync = os.fsync

    def counting(descriptor: int) -> None:
        nonlocal steps
        steps += 1
        sync(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", counting)
        work()
    return steps
