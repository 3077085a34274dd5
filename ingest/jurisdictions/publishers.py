"""Which hosts are one publisher's."""

from collections.abc import Mapping
from functools import cache

import msgspec

from ingest.jurisdictions.packs import Jurisdiction


class _Publishers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``publishers.yaml``, explained there."""

    host_prefixes: tuple[str, ...]
    hosts: dict[str, tuple[str, ...]]


def publisher_of(host: str, jurisdiction: Jurisdiction) -> str:
    """The main host of a host's publisher: ``facebook.com`` for ``web.facebook.com`` and ``fb.com``."""
    publishers = _publishers(jurisdiction)
    known = _main_hosts(jurisdiction)
    name = host.lower()
    first, _, rest = name.partition(".")
    while name not in known and first in publishers.host_prefixes and "." in rest:
        name = rest
        first, _, rest = name.partition(".")
    return known.get(name, name)


@cache
def _publishers(jurisdiction: Jurisdiction) -> _Publishers:
    return jurisdiction.lexicon("publishers", _Publishers)


@cache
def _main_hosts(jurisdiction: Jurisdiction) -> Mapping[str, str]:
    """The main host of every other host of a publisher."""
    return {host: main for main, hosts in _publishers(jurisdiction).hosts.items() for host in hosts}
