"""Where one phrase ends and the next begins with no mark or preposition between them.

Each function takes the tokens of a sentence and the half-open slice ``start`` to ``end`` to look in.
"""

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.lexicon.nouns import Kinds
from ingest.extract.acts.syntax.grammar import (
    APPROXIMATE,
    ARTICLES,
    CONJUNCTIONS,
    DETERMINERS,
    NOMINATIVE,
    NUMERALS,
    PREPOSITIONS,
    ROUND_NUMBERS,
    TIME_UNITS,
    TIMES,
)
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb

# A name behind a noun of these kinds is the name of whom it means: "investigator X".
SOMEBODY: Kinds = frozenset({
    "administration", "attacker", "care", "court", "foreign", "government", "investigator", "journalist", "lawyer",
    "legislature", "official", "person", "police", "prison_staff", "prosecutor", "relative",
})  # fmt: skip
# Kinds of places, behind which a subject begins: "at the station police …".
_PLACES: Kinds = frozenset({"border", "car", "hearing", "home", "job", "prison", "square", "station", "studies"})
_BEGINS_SUBJECT = frozenset({"he", "i", "she", "they", "we"})
_BEGINS_PHRASE = ARTICLES | {"her", "his", "their", "this"}
_BEFORE_DETERMINED = frozenset({"all", "and", "as", "both", "half", "not", "or", "such", "than"})
_BEFORE_SUBJECT = frozenset({
    "all", "also", "and", "as", "both", "but", "even", "not", "only", "or", "than", "then",
})  # fmt: skip
_OBJECT_PRONOUNS = frozenset({"her", "him", "me", "them", "us"})
_BEGINS_SECOND_OBJECT = ARTICLES | {"any", "his", "no", "their"}
_SEGMENT_MARKS = frozenset({",", "—", "–", ":"})


def is_number(token: Token) -> bool:
    """Whether the token counts: ``12``, ``twelve``, ``several``."""
    return token.kind == "number" or token.word in NUMERALS


def counts(tokens: list[Token], k: int, end: int) -> bool:
    """Whether a number stands at ``k``: ``about 120 people``, ``more than sixty``, ``a dozen``."""
    if k >= end:
        return False
    if is_number(tokens[k]) or tokens[k].word in ("than", "half"):
        return True
    after = tokens[k + 1].word if k + 1 < end else ""
    return tokens[k].word == "a" and after in NUMERALS | ROUND_NUMBERS


def last_segment(tokens: list[Token], start: int, end: int) -> int:
    """Where what follows the last comma, dash or colon of the slice begins."""
    last = end
    while last > start and tokens[last - 1].word not in _SEGMENT_MARKS:
        last -= 1
    return last


# --- behind what opens a clause


def past_fronted(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where the subject begins behind a preposition's or a time's phrase: ``in Port Velm | police detained X``."""
    if start >= end:
        return start
    if tokens[start].word not in PREPOSITIONS:
        return _past_time(tokens, start, end, lexicon) or start
    timed = _past_time(tokens, start, end, lexicon) if counts(tokens, start + 1, end) else None
    return timed or _past_governed(tokens, start, end, lexicon) or start


def _past_governed(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int | None:
    """`In Port Velm | police …`: where the subject begins behind the noun of the preposition at ``start``."""
    noun = start + 1
    while noun < end and tokens[noun].word in DETERMINERS:
        noun += 1
    return next((k for k in range(noun + 1, end) if _begins_subject(tokens, noun, k, lexicon)), None)


def _past_time(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int | None:
    """`The next day | the court …`: where the subject begins behind a word of time."""
    for k in range(start + 1, min(start + 5, end)):
        timed = tokens[k - 1].word in lexicon.phrases.time.before_subject
        if timed and tokens[k].word not in ("of", "and", "when"):
            return k
    return None


def _begins_subject(tokens: list[Token], noun: int, k: int, lexicon: Lexicon) -> bool:
    """Whether the subject begins at ``k``, behind the noun at ``noun`` that a preposition governs."""
    before, token = tokens[k - 1], tokens[k]
    if token.word in NOMINATIVE and token.kind == "word":
        return True
    if token.word in DETERMINERS and token.word != "that" and before.word not in PREPOSITIONS:
        return True
    return (
        _follows_time(before, token)
        or _follows_date(before, token)
        or _follows_capital(before, token)
        or _acts_behind_place(before, token, lexicon)
        or _named_behind_thing(tokens, noun, k, lexicon)
    )


def _follows_time(before: Token, token: Token) -> bool:
    """`In the morning | X was taken`."""
    if before.word not in TIMES or token.kind not in ("word", "person", "body", "number"):
        return False
    return token.word not in PREPOSITIONS | CONJUNCTIONS


def _follows_date(before: Token, token: Token) -> bool:
    """`On 3 May | police …`."""
    return before.kind == "date" and token.kind in ("word", "person", "body")


def _follows_capital(before: Token, token: Token) -> bool:
    """`In Port Velm | unknown men …`: the place's name has ended."""
    if not before.capital or before.named or token.capital:
        return False
    return token.kind == "word" and token.word not in PREPOSITIONS


def _acts_behind_place(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """`At the station | police …`, but not `at the prison hospital`, which is one noun."""
    acting = token.kind == "word" and token.word in lexicon.authority | lexicon.plural
    if not acting or before.kind not in ("word", "number"):
        return False
    if not before.capital and not lexicon.nouns.at_end([before.word])[0] & _PLACES:
        return False
    return lexicon.nouns.at_end([before.word, token.word])[1] <= 1


def _named_behind_thing(tokens: list[Token], noun: int, k: int, lexicon: Lexicon) -> bool:
    """`In the courtroom | X said`, but not `by investigator X`."""
    before = tokens[k - 1]
    if not tokens[k].named or before.kind != "word" or before.word in PREPOSITIONS | DETERMINERS:
        return False
    return not lexicon.nouns.at_end([t.word for t in tokens[noun:k]])[0] & SOMEBODY


def past_object(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where the subject begins behind an object that opens the clause: ``the complaint of X | the court rejected``."""
    for k in range(end - 1, start + 1, -1):
        if _begins_behind_object(tokens[k - 1], tokens[k]):
            return k
    bare = start + 1 < end and tokens[start + 1].word in _BEGINS_SUBJECT and tokens[start].kind == "word"
    return start + 1 if bare and lexicon.nouns.at_end([tokens[start].word])[0] else start


def _begins_behind_object(before: Token, token: Token) -> bool:
    """`The complaint of X | the court`, but not `both the court`."""
    if token.kind != "word" or token.word not in ("the", "it", "they", "he", "she"):
        return False
    if before.kind not in ("word", "person", "body", "date") or is_adverb(before):
        return False
    return before.word not in PREPOSITIONS | DETERMINERS | _BEFORE_SUBJECT


# --- behind a verb or its preposition


def next_phrase(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where another phrase begins behind what a preposition governs: ``left in force | the arrest of X``."""
    for k in range(start + 1, end):
        before, token = tokens[k - 1], tokens[k]
        timed = is_number(token) and k + 1 < end and tokens[k + 1].word in TIME_UNITS
        if timed and _ends_before_number(before):
            return k
        if _names_behind_thing(before, token, lexicon) or _determines(before, token):
            return k
    return end


def _ends_before_number(before: Token) -> bool:
    """`Gave for the article | five years`, but not `for another five years`."""
    if before.kind != "word" or before.word in PREPOSITIONS | DETERMINERS:
        return False
    return before.word not in APPROXIMATE | CONJUNCTIONS | {"another"}


def _names_behind_thing(before: Token, token: Token, lexicon: Lexicon) -> bool:
    """`Put in custody | X`: the noun is known and names nobody, so the name is not its own."""
    if token.kind != "person":
        return False
    if before.kind in ("body", "date"):
        return True
    if before.kind != "word" or before.capital:
        return False
    kinds = lexicon.nouns.at_end([before.word])[0]
    return before.word == "guard" or (bool(kinds) and not kinds & SOMEBODY)


def _determines(before: Token, token: Token) -> bool:
    """`Left in force | the arrest`: an article behind a noun."""
    if token.word not in _BEGINS_PHRASE or before.kind not in ("word", "number", "date"):
        return False
    return before.word not in PREPOSITIONS | DETERMINERS | _BEFORE_DETERMINED


def split_objects(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where the second of two objects begins: ``gave X | five years``; ``end`` where there is one object."""
    joints = (k for k in range(start + 1, end) if tokens[k].word == "and" and tokens[k - 1].kind != "person")
    places = range(start + 1, min(next(joints, end) + 1, end))
    return next((k for k in places if _begins_second(tokens, start, k, lexicon)), end)


def _begins_second(tokens: list[Token], start: int, k: int, lexicon: Lexicon) -> bool:
    """`Gave X | five years`, `gave X | her passport`: whether the second object begins at ``k``."""
    before, token = tokens[k - 1], tokens[k]
    if token.word == "her" and before.kind == "person":
        return True
    if not _ends_first_object(tokens, start, k, lexicon) or not _begins_second_object(token, lexicon):
        return False
    # "Took her two telephones": the first word behind the verb may be whose they are.
    return before.word != "her" or k > start + 1 or _stands_without_owner(token, lexicon)


def _ends_first_object(tokens: list[Token], start: int, k: int, lexicon: Lexicon) -> bool:
    """Whether whom something was given ends before ``k``: ``gave X``, ``gave him``, ``gave the activist``."""
    before = tokens[k - 1]
    if before.kind == "person" or before.word in _OBJECT_PRONOUNS:
        return True
    return before.word in lexicon.singular | lexicon.plural and tokens[start].word in DETERMINERS


def _begins_second_object(token: Token, lexicon: Lexicon) -> bool:
    """`Gave X | a fine`, `| five years`, `| permission`."""
    return is_number(token) or token.word in _BEGINS_SECOND_OBJECT | lexicon.phrases.second_objects


def _stands_without_owner(token: Token, lexicon: Lexicon) -> bool:
    """`Gave her | a fine`, `| 15 days`: "her" cannot be the owner of what follows."""
    return token.kind != "word" or token.word in ARTICLES | lexicon.phrases.second_objects


def says_when(tokens: list[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """`A day earlier`, `last week`, `the same evening`."""
    time = lexicon.phrases.time
    if end - start >= 5 or tokens[end - 1].word not in time.last:
        return False
    if any(t.kind not in ("word", "number") for t in tokens[start:end]):
        return False
    return tokens[start].kind == "number" or tokens[start].word in time.first | time.last
