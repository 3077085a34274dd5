"""Names of codes and other laws beside a citation: "of the Criminal Code of the RK", "CAO", "the Law on Assemblies"."""

from typing import NamedTuple

from ingest.analysis.tokens import Token
from ingest.extract.law.tokens import CLOSING, NAME_TOKENS, Scan, behind_title, kind_at, number_at

# How many words of a code's name may follow "Code", besides the country's and small ones.
_BEHIND_CODE = 5
_CODE = frozenset({"code", "codex", "code's", "code’s"})
_SMALL = frozenset({"of", "on", "the", "and", "for"})


class Name(NamedTuple):
    """A code's name: which one, whether it is another law, and the tokens it takes."""

    code: str | None
    other_law: bool
    first: int
    after: int


def name_after(scan: Scan, at: int) -> Name | None:
    """The code's name that begins at a token, after "of the", commas and titles."""
    limit = min(at + NAME_TOKENS, len(scan.tokens))
    while at < limit and (scan.tokens[at].word in scan.filler or scan.tokens[at].word in (",", "(", ")")):
        at += 1
    if at < limit and scan.tokens[at].word in CLOSING and (behind := behind_title(scan, at)):
        at, limit = behind, min(behind + NAME_TOKENS, len(scan.tokens))
        while at < limit and (scan.tokens[at].word in scan.filler or scan.tokens[at].word in (",", "(", ")")):
            at += 1
    return _name_at(scan, at, limit)


def name_before(scan: Scan, at: int, taken: int) -> Name | None:
    """A code named right before the list: "the Criminal Code of the RK, Article 405"."""
    back = at - 1
    while back >= max(taken, at - 8) and (
        scan.tokens[back].word in scan.filler or scan.tokens[back].word in (",", "(", ":", "-", "–", "—")
    ):
        back -= 1
    low = max(taken, back - 6)
    for first in range(back, low - 1, -1):
        name = _name_at(scan, first, min(back + 1, len(scan.tokens)))
        if name and name.after >= back + 1 and (name.code or first == low or name.other_law):
            return _longest_before(scan, name, first, low, back)
    return None


def _name_at(scan: Scan, at: int, limit: int) -> Name | None:
    """The name of a code or other law that begins at a token and ends before ``limit``."""
    first, heard = at, list[str]()
    for here in range(at, limit):
        token = scan.tokens[here]
        if short := _short(scan, token.text):
            return Name(*short, first, _behind_country(scan, here + 1))
        if token.word in scan.words.other_laws and (token.text[0].isupper() or len(heard) < 3):
            return Name(None, True, first, here + 1)
        if token.word in _CODE:
            more, after = _words_behind_code(scan, here + 1)
            code = _code_named(scan, heard + more)
            return Name(code, code is None, first, after)
        if not token.is_word or kind_at(scan, here) or not (token.text[0].isupper() or _may_name(scan, token)):
            return None
        heard.append(token.word)
    return None


def _words_behind_code(scan: Scan, at: int) -> tuple[list[str], int]:
    """The words of a name after "Code" ("on Administrative Offences"), and the index after them."""
    heard: list[str] = []
    limit = min(at + NAME_TOKENS, len(scan.tokens))
    for here in range(at, limit):
        token = scan.tokens[here]
        small = token.word in _SMALL or token.word in scan.filler
        cites = kind_at(scan, here) and number_at(scan, here + 1) is not None
        if cites or len(heard) == _BEHIND_CODE or not (small or _is_of_name(scan, token, heard)):
            return heard, here
        if not small:
            heard.append(token.word)
    return heard, limit


def _is_of_name(scan: Scan, token: Token, heard: list[str]) -> bool:
    """Whether a word after "Code" belongs to its name: a capital, or "administrative" and what is behind it."""
    return token.is_word and (token.text[0].isupper() or _may_name(scan, token) or _names_code(scan, heard[-1:]))


def _names_code(scan: Scan, words: list[str]) -> bool:
    return any(word in code.named for code in scan.names.codes.values() for word in words)


def _longest_before(scan: Scan, name: Name, first: int, low: int, back: int) -> Name:
    """The name with the words before it too: "Criminal Procedure Code", not "Code"."""
    best = name
    for earlier in range(first - 1, low - 1, -1):
        longer = _name_at(scan, earlier, back + 1)
        if longer is None:
            break
        best = longer
    return best


def _may_name(scan: Scan, token: Token) -> bool:
    return (
        token.word in scan.filler
        or token.word in ("and", "on")
        or token.word in scan.names.no_offences
        or any(token.word in code.named for code in scan.names.codes.values())
    )


def _short(scan: Scan, text: str) -> tuple[str | None, bool] | None:
    if text in scan.names.other_short:
        return None, True
    return next(((id, False) for id, code in scan.names.codes.items() if text in code.short), None)


def _code_named(scan: Scan, heard: list[str]) -> str | None:
    if any(word in scan.names.no_offences for word in heard):
        return None
    return next((id for id, code in scan.names.codes.items() if any(word in code.named for word in heard)), None)


def _behind_country(scan: Scan, at: int) -> int:
    while at < len(scan.tokens) and scan.tokens[at].word in scan.filler:
        at += 1
    return at
