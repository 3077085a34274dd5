"""A store whose queries end with the request that asks them."""

from dataclasses import replace

from kg.stores import DEFAULT_LIMITS, Limits, Parameters, QueryCut, Rows, Store
from kg.stores.cancellation import Cancellation


class CancellableStore:
    """A store for one request: all its queries end with it, and together they take no longer than it may."""

    def __init__(self, store: Store, cancellation: Cancellation) -> None:
        self._store = store
        self._cancellation = cancellation

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
        """Run read-only Cypher. Raises as the store does, and ``QueryCancelled``."""
        self._cancellation.require_wanted()
        left = self._cancellation.left
        if left <= 0:
            raise QueryCut(f"The answer took longer than {self._cancellation.seconds:g} seconds. Ask for less of it.")
        seconds = min(limits.seconds, left)
        return self._store.query(cypher, parameters, replace(limits, seconds=seconds, cancellation=self._cancellation))

    def close(self) -> None:
        """Nothing to do: who opened the store closes it."""
