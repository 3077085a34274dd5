"""The collector rests while values are made, and goes on afterwards whatever happened."""

import gc

import pytest

from kg.system.gc_pause import gc_paused


def test_the_collector_goes_on_after_an_error_too() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="made up"), gc_paused():
        assert not gc.isenabled()
        raise ValueError("made up")
    assert gc.isenabled()


def test_a_collector_that_somebody_stopped_stays_so() -> None:
    gc.disable()
    try:
        with gc_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
