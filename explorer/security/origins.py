"""Which hosts and origins the server answers to.

A page elsewhere can make a browser ask this server, and a name that is made to lead to this machine (DNS rebinding)
makes it look like the page's own. So only the server's own names are answered, and whatever changes something has to
come from its own page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address

_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""
_OWN_SITES = frozenset({"same-origin", "none"})


@dataclass(frozen=True)
class Origins:
    """The server's own hosts, each ``name:port``, its port, and whether a browser reaches them by TLS."""

    hosts: frozenset[str]
    port: int
    secure: bool = False

    def knows_host(self, host: str) -> bool:
        """Whether a request's ``Host`` is one of the server's own."""
        return host.lower() in self.hosts

    def refuses(self, method: str, origin: str | None, site: str | None) -> bool:
        """Whether a request comes from another page.

        ``origin`` and ``site`` are its ``Origin`` and ``Sec-Fetch-Site``, ``None`` where it has none. A browser sends
        one of them with everything that changes something.
        """
        if origin is not None and origin.lower() not in self._own():
            return True
        if site is not None and site not in _OWN_SITES:
            return True
        return method not in SAFE and origin is None and site is None

    def _own(self) -> set[str]:
        scheme = "https" if self.secure else "http"
        return {f"{scheme}://{host}" for host in self.hosts}


def origins_of(host: str, port: int, further: Sequence[str] = (), secure: bool = False) -> Origins:
    """The hosts of a server that listens on an address; ``further`` are names by which others reach it."""
    names = {*further} if not is_loopback(host) else {*_LOOPBACK, *further}
    if host not in ("0.0.0.0", "::"):
        names.add(f"[{host}]" if ":" in host else host)
    default = 443 if secure else 80
    hosts = {name if _has_port(name) else f"{name}:{port}" for name in names}
    hosts |= {name for name in names if port == default or secure}
    return Origins(frozenset(host.lower() for host in hosts), port, secure)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _has_port(name: str) -> bool:
    return name.rpartition(":")[2].isdecimal() and not name.endswith("]") and name.count(":") == 1
