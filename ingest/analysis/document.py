"""The document of an entry: its text analysed once, for every extractor to read.

``analyse`` makes it; nothing changes it afterwards. What an extractor adds are facts, never other sentences, tokens or
dates: two rules that ask where a sentence ends get one answer.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ingest.analysis.quotations import Quotation, find_quotations
from ingest.analysis.sentences import find_sentences
from ingest.analysis.tokens import Token, find_tokens
from ingest.analysis.words import analysis_words
from ingest.facts import Entry, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import DateWords, find_dates
from ingest.language.durations import DurationWords, find_durations
from ingest.language.numbers import Number, find_numbers

# How many quotations before a position are looked at: it bounds the cost on a text that is nothing but marks.
_NESTED = 12


@dataclass(frozen=True)
class Document:
    """An entry and what its text is made of, each in the order of the text.

    ``sentences`` are together all of the text; ``quotations`` know their speaker where the words beside them tell;
    ``dates`` take a missing year from the entry's date; the header's own date and places are the ``entry``'s.
    """

    entry: Entry
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateWords, ...]
    numbers: tuple[Number, ...]
    durations: tuple[DurationWords, ...]

    @property
    def text(self) -> str:
        """The entry's text."""
        return self.entry.text

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a position; the last one for a position behind the text."""
        return self.sentences[self.sentence_number(position)]

    def sentence_number(self, position: int) -> int:
        """The index of the sentence that holds a position."""
        return max(0, bisect_right(self.sentences, (position, len(self.text) + 1)) - 1)

    def in_one_sentence(self, first: int, second: int) -> bool:
        """Whether two positions stand in the same sentence."""
        return self.sentence_number(first) == self.sentence_number(second)

    def tokens_within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin between two positions."""
        first = bisect_left(self.tokens, start, key=_start)
        return self.tokens[first : bisect_left(self.tokens, end, first, key=_start)]

    def words_within(self, start: int, end: int) -> list[str]:
        """The words that begin between two positions, in lower case, without numbers and marks."""
        return [token.word for token in self.tokens_within(start, end) if token.is_word]

    def words_and_numbers_within(self, start: int, end: int) -> list[str]:
        """The words and numbers that begin between two positions, in lower case, without marks."""
        return [token.word for token in self.tokens_within(start, end) if not token.is_mark]

    def is_possessive(self, end: int) -> bool:
        """Whether the words that end at a position are in the possessive (``Mirev’s``)."""
        return self.text.startswith(("’", "'"), end)

    def quotation_at(self, position: int) -> Quotation | None:
        """The innermost quotation whose words hold a position."""
        last = bisect_right(self.quotations, position, key=_opening)
        around = reversed(self.quotations[max(0, last - _NESTED) : last])
        return next((q for q in around if q.words.start <= position < q.words.end), None)

    def is_speaker(self, position: int) -> bool:
        """Whether the words at a position say who speaks the quotation right before them (``“…”, said X``)."""
        last = bisect_right(self.quotations, position, key=_opening)
        return any(
            q.speaker is not None and q.span.end <= q.speaker.start <= position < q.speaker.end
            for q in self.quotations[max(0, last - _NESTED) : last]
        )


def analyse(entry: Entry, jurisdiction: Jurisdiction) -> Document:
    """Analyse an entry's text. Cost is linear in the text. Raises ``LexiconError`` for a faulty lexicon."""
    words = analysis_words(jurisdiction)
    return Document(
        entry=entry,
        sentences=find_sentences(entry.text, words),
        tokens=find_tokens(entry.text),
        quotations=find_quotations(entry.text, words),
        dates=tuple(find_dates(entry.text, entry.date)),
        numbers=find_numbers(entry.text),
        durations=tuple(find_durations(entry.text)),
    )


def _opening(quotation: Quotation) -> int:
    return quotation.span.start


def _start(token: Token) -> int:
    return token.start
