"""The second engine: a Neo4j 5 server, for a team or for a graph that outgrows a laptop.

``connecting`` reads an address and looks at the server, ``asking`` runs a query with its limits, ``values`` says what
comes out, ``faults`` turns errors into sentences; ``constraints`` declares, ``holding`` reads what a database holds,
``differing`` says what has to change, ``pushing`` changes it, ``comparing`` shows it.
"""

from kg.stores.neo4j.asking import Neo4jStore
from kg.stores.neo4j.comparing import KindCompared, compare
from kg.stores.neo4j.connecting import Address, Connection, connect, connected, read_address
from kg.stores.neo4j.holding import Held, read_back, read_held
from kg.stores.neo4j.pushing import Pushed, push

__all__ = [
    "Address",
    "Connection",
    "Held",
    "KindCompared",
    "Neo4jStore",
    "Pushed",
    "compare",
    "connect",
    "connected",
    "push",
    "read_address",
    "read_back",
    "read_held",
]
