"""Addresses of sources without what tells of a private person, of who followed them, or of who edits a site."""

import ipaddress
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

from exports.profiles.profile import LinkRule, Links
from exports.profiles.words.sensitive_words import ProtectionWords

LinkKind = Literal["plain", "personal", "administration"]


@dataclass(frozen=True)
class CleanLink:
    """An address as it leaves (``None``: not at all), and what it was."""

    url: str | None
    kind: LinkKind


def clean_link(url: str, protected: bool, rules: Links, words: ProtectionWords) -> CleanLink:
    """An address as a profile lets it out; ``protected`` says that an entry cites it which names a protected person."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        kind = _kind(parts, host, words)
    except ValueError:  # broken in the report; its host cannot be told
        return CleanLink(None if protected or rules.tracking == "drop" else url, "plain")
    rule = _strictest(protected, kind, rules)
    if rule == "host":
        return CleanLink(f"https://{host}/" if host else None, kind)
    if rule == "drop":
        return CleanLink(None, kind)
    return CleanLink(_without_tracking(parts, words.tracking) if rules.tracking == "drop" else url, kind)


def readable(url: str) -> str:
    """An address as its reader sees it: letters for what is percent-encoded, once or twice, and for a host in Punycode.

    A host that is no valid Punycode stays as it is.
    """
    scheme, sign, rest = unquote(unquote(url)).partition("://")
    host, slash, path = rest.partition("/")
    with suppress(UnicodeError):
        host = host.encode("ascii").decode("idna")
    return f"{scheme}{sign}{host}{slash}{path}"


def _strictest(protected: bool, kind: LinkKind, rules: Links) -> LinkRule:
    order: tuple[LinkRule, ...] = ("keep", "host", "drop")
    asked: list[LinkRule] = [rules.protected] if protected else []
    asked += {"plain": [], "personal": [rules.personal], "administration": [rules.administration]}[kind]
    return max(asked, key=order.index, default="keep")


def _kind(parts: SplitResult, host: str, words: ProtectionWords) -> LinkKind:
    if _is_administration(parts, host, words.administration):
        return "administration"
    social = any(host == name or host.endswith(f".{name}") for name in words.social_hosts)
    return "personal" if social else "plain"


def _is_administration(parts: SplitResult, host: str, names: Iterable[str]) -> bool:
    if parts.scheme not in ("http", "https") or parts.username or parts.password or "." not in host:
        return True
    if parts.port not in (None, 80, 443) or _is_private(host):
        return True
    steps = {step.casefold().partition(".")[0] for step in unquote(parts.path).split("/")}
    asked = {text.casefold() for pair in parse_qsl(parts.query, keep_blank_values=True) for text in pair}
    return bool((steps | asked | {host.partition(".")[0]}) & set(names))


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:  # a name
        return host.endswith((".local", ".localhost", ".internal", ".lan"))


def _without_tracking(parts: SplitResult, tracking: Iterable[str]) -> str:
    """Without parameters and the part after ``#``, which may hold some; the rest is not changed."""
    exact = {name for name in tracking if not name.endswith("*")}
    begins = tuple(name.rstrip("*") for name in tracking if name.endswith("*"))
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if pair[0].casefold() not in exact and not pair[0].casefold().startswith(begins)]
    query = parts.query if kept == pairs else urlencode(kept)
    return parts._replace(query=query, fragment="").geturl()
