"""Pseudonyms and ids that one receiver can tell apart and nobody can match across receivers.

HMAC-SHA256 (RFC 2104) of the id under the receiver's key, which is made from the workspace's key
(``export.key``) and the receiver's name. Without the workspace's key nobody can compute one from a name, a
text or an id.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass

from kg.graph.value import Key


@dataclass(frozen=True)
class Pseudonyms:
    """Makes pseudonyms for one receiver."""

    key: bytes

    def id(self, key: Key) -> str:
        """The id that stands for a node's own, such as ``person-`` and 16 hexadecimal digits.

        An entry's still begins with its report's, ``2022-10/``.
        """
        digits = self._digest(key).hex()[:16]
        report, found, _ = key.id.rpartition("/") if key.label == "Entry" else ("", "", "")
        return f"{report}/{digits}" if found else f"{key.label.lower()}-{digits}"

    def name(self, key: Key, noun: str = "") -> str:
        """The name that stands for a node's own: a noun and eight letters and digits, such as ``Person QK7M2ZDA``."""
        code = base64.b32encode(self._digest(key)[8:13]).decode()
        return f"{noun or key.label} {code}"

    def _digest(self, key: Key) -> bytes:
        return hmac.new(self.key, f"{key.label}\0{key.id}".encode(), hashlib.sha256).digest()


def receivers_pseudonyms(workspace_key: bytes, receiver: str) -> Pseudonyms:
    """The pseudonyms of one receiver; names that differ in capitals or blanks are one receiver."""
    named = " ".join(receiver.casefold().split())
    return Pseudonyms(hmac.new(workspace_key, f"receiver\0{named}".encode(), hashlib.sha256).digest())
