"""The second engine: a Neo4j 5 server, for a team or for a graph that outgrows a laptop.

``connection`` reads an address and looks at the server, ``query`` runs a query with its limits, ``values`` converts
what comes out, ``errors`` turns errors into sentences; ``constraints`` declares, ``remote_state`` reads what a database
holds, ``diff`` finds what has to change, ``push`` changes it, ``comparison`` reports it.
"""

from kg.stores.neo4j.comparison import KindComparison, compare
from kg.stores.neo4j.connection import Address, Connection, connect, connected, read_address, require_listening
from kg.stores.neo4j.push import Pushed, push
from kg.stores.neo4j.query import Neo4jStore
from kg.stores.neo4j.remote_state import RemoteState, read_back, read_remote_state

__all__ = [
    "Address",
    "Connection",
    "KindComparison",
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
    "require_listening",
]
