"""Runs in an environment of its own (``pip install nomenklatura``): what its xref makes of a file of people.

``python nomenklatura_xref.py ENTITIES.jsonl OUT.json``: FollowTheMoney persons in, the cluster of each id out, with the
seconds it took. Everything that logic-v2 scores above ``ABOVE`` is treated as one person, as nobody is there to decide.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

ABOVE = 0.7
folder = tempfile.mkdtemp()
os.environ["NOMENKLATURA_DB_URL"] = f"sqlite:///{folder}/resolver.db"

from followthemoney import StatementEntity  # noqa: E402
from nomenklatura.cli import make_session  # noqa: E402
from nomenklatura.matching import get_algorithm  # noqa: E402
from nomenklatura.resolver import Resolver  # noqa: E402
from nomenklatura.store import load_entity_file_store  # noqa: E402
from nomenklatura.xref import xref  # noqa: E402

source, target = Path(sys.argv[1]), Path(sys.argv[2])
ids = [json.loads(line)["id"] for line in source.read_text(encoding="utf-8").splitlines()]
start = time.perf_counter()
with make_session() as session:
    resolver = Resolver[StatementEntity](session, create=True)
    store = load_entity_file_store(source, resolver=resolver)
    algorithm = get_algorithm("logic-v2")
    assert algorithm is not None
    xref(
        resolver,
        session,
        store,
        Path(folder) / "index",
        limit=len(ids) * 20,
        algorithm=algorithm,
        auto_threshold=ABOVE,
        discount_internal=1.0,
    )
    clusters = {id: resolver.get_canonical(id) for id in ids}
seconds = time.perf_counter() - start
target.write_text(json.dumps({"seconds": seconds, "clusters": clusters}), encoding="utf-8")
