"""A store in a child process, so that a query that does not end can be killed.

An engine in the process cannot always be stopped: it may notice its time limit long after, or end the whole process
with a fatal error. A process can always be killed. The child is forked before the engine is loaded, which takes a few
milliseconds, and what it prints goes nowhere. It ends when the parent does, however that ends, so the lock on the
store, which both hold, is released.
"""

import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any, BinaryIO, NoReturn

from ingest.errors import KgError
from kg.stores import DEFAULT_LIMITS, Limits, Parameters, QueryCut, Rows, Store
from kg.stores.cancellation import ended_by
from kg.stores.query_errors import cut

# Seconds after its limit until a query's process is killed; mostly the engine ends the query itself before that.
_GRACE = 0.3

# Seconds that no query may exceed. A limit out of bounds is refused by the store itself.
_LONGEST = 600.0

_OPENED = "opened"


# Queries that run at once, each in a child of its own, and the seconds that a query waits for another one before that:
# a long one lets others pass, short ones need no second process.
_CHILDREN = 2
_BRIEFLY = 0.5

# A child that is forked while the pipes of another are made would hold their ends open.
_FORKING = threading.Lock()


class ChildStore:
    """A store that is open in a child process, and in a second one where a query would have to wait for a long one."""

    def __init__(self, open_store: Callable[[], Store]) -> None:
        """Open the store in a child. Raises what ``open_store`` raises."""
        self._open_store = open_store
        self._changed = threading.Condition()
        self._busy: set[_Child] = set()
        self._closed = False
        self._idle = [_started(open_store)]

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
        """Run read-only Cypher. Raises as the store does; a query past its limit is killed. Ctrl-C kills it too."""
        child = self._take()
        try:
            with ended_by(limits.cancellation, child.kill):
                answer = _asked(child, cypher, parameters, limits)
        except BaseException:
            self._let_go(child)
            child.end()
            raise
        self._let_go(child, whole=True)
        if isinstance(answer, BaseException):
            raise answer
        assert isinstance(answer, Rows)
        return answer

    def close(self) -> None:
        """Let go of it; the children end, and with them the queries under way."""
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            for child in self._busy:
                child.kill()
            self._changed.notify_all()
        for child in idle:
            child.end()

    def _take(self) -> "_Child":
        """A child that does nothing; another one is started where all are busy for long, or were killed."""
        with self._changed:
            self._changed.wait_for(lambda: self._idle or self._closed or not self._busy, _BRIEFLY)
            self._changed.wait_for(lambda: self._idle or self._closed or len(self._busy) < _CHILDREN)
            if self._closed:
                raise KgError("The graph was closed; open it again.")
            child = self._idle.pop() if self._idle else _started(self._open_store)
            self._busy.add(child)
            return child

    def _let_go(self, child: "_Child", whole: bool = False) -> None:
        """Let the next query have a child, unless it is to end."""
        with self._changed:
            self._busy.discard(child)
            kept = whole and not self._closed
            self._idle += [child] if kept else []
            self._changed.notify_all()
        if whole and not kept:
            child.end()


def _started(open_store: Callable[[], Store]) -> "_Child":
    """A child that has opened the store. Raises what ``open_store`` raises."""
    child = _Child(open_store)
    try:
        answer = child.receive()
    except EOFError:
        child.end()
        raise KgError("The graph's store could not be opened. Run `kg check`.") from None
    except BaseException:
        child.end()
        raise
    if isinstance(answer, BaseException):
        child.end()
        raise answer
    return child


def _asked(child: "_Child", cypher: str, parameters: Parameters | None, limits: Limits) -> Any:
    """A child's answer. Raises ``QueryCut`` where there is none."""
    patience = limits.seconds if 0 < limits.seconds <= _LONGEST else _LONGEST
    try:
        child.send((cypher, parameters, replace(limits, cancellation=None)))
        if not child.answers_within(patience + _GRACE):
            raise cut("time", limits)
        return child.receive()
    except (EOFError, BrokenPipeError, pickle.UnpicklingError):
        raise QueryCut(
            "The query ended its process: it needed too much memory, or the engine failed. Narrow it, or add a LIMIT."
        ) from None


class _Child:
    """The parent's side: a process and the pipes to it."""

    def __init__(self, open_store: Callable[[], Store]) -> None:
        with _FORKING:
            # The child reads nothing from its lifeline: it ends when the parent's end of it closes.
            (requests_in, requests_out), (answers_in, answers_out), (lifeline_in, lifeline_out) = (
                os.pipe() for _ in range(3)
            )
            sys.stdout.flush()
            sys.stderr.flush()
            self.pid = os.fork()
            if self.pid == 0:
                for descriptor in (requests_out, answers_in, lifeline_out):
                    os.close(descriptor)
                _serve(open_store, requests_in, answers_out, lifeline_in)
            for descriptor in (requests_in, answers_out, lifeline_in):
                os.close(descriptor)
        self._lifeline = lifeline_out
        self._requests = os.fdopen(requests_out, "wb")
        self._answers = os.fdopen(answers_in, "rb")

    def send(self, request: Any) -> None:
        _send(self._requests, request)

    def answers_within(self, seconds: float) -> bool:
        """Whether an answer begins to arrive, or the child ends, within some seconds."""
        return bool(select.select([self._answers], [], [], seconds)[0])

    def receive(self) -> Any:
        """The next answer. Raises ``EOFError`` if the child ended."""
        return pickle.load(self._answers)

    def kill(self) -> None:
        """Kill the child, which is not yet waited for. It only reads, so there is nothing to finish."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def end(self) -> None:
        """Kill the child and wait until it is gone."""
        self.kill()
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        os.close(self._lifeline)
        for pipe in (self._requests, self._answers):
            with suppress(BrokenPipeError):
                pipe.close()


def _serve(open_store: Callable[[], Store], requests_in: int, answers_out: int, lifeline: int) -> NoReturn:
    """The child's side: answer until the parent ends."""
    # Ctrl-C reaches every process of the terminal; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()
    requests, answers = os.fdopen(requests_in, "rb"), os.fdopen(answers_out, "wb")
    try:
        store = open_store()
        _send(answers, _OPENED)
        while True:
            cypher, parameters, limits = pickle.load(requests)
            _send(answers, _answer(store, cypher, parameters, limits))
    except KgError as error:
        _send(answers, error)
    finally:
        # Whatever happened, this process must not go on with the parent's work.
        os._exit(0)


def _answer(store: Store, cypher: str, parameters: Parameters | None, limits: Limits) -> Rows | KgError:
    try:
        return store.query(cypher, parameters, limits)
    except KgError as error:
        return error


def _end_with_parent(lifeline: int) -> None:
    os.read(lifeline, 1)
    os.kill(os.getpid(), signal.SIGKILL)


def _send(pipe: BinaryIO, value: Any) -> None:
    pickle.dump(value, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.flush()
