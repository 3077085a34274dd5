"""The second engine: a Neo4j 5 server, for a team or for a graph that outgrows a laptop.

``connecting`` reads an address and looks at the server, ``asking`` runs a query with its limits, ``values`` says what
comes out, ``faults`` turns errors into sentences; ``constraints`` declares, ``holding`` reads what a database holds,
``differing`` says what has to change, ``pushing`` changes it, ``comparing`` shows it.
"""

from kg.stores.neo4j.comparison import KindCompared, compare
from kg.stores.neo4j.connection import Address, Connection, connect, connected, read_address
from kg.stores.neo4j.push import Pushed, push
from kg.stores.neo4j.query import Neo4jStore
from kg.stores.neo4j.remote_state import RemoteState, read_back, read_remote_state

__all__ = [
    "Address",
    "Connection",
    "KindCompared",
    "Neo4jStore",
    "Pushed",
    "RemoteState",
    "compare",
    "connect",
    "connected",
    "push",
    "read_address",
    "read_back",
    "read_remote_state",
]
