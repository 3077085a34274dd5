"""Where sentences end: one answer for every rule. Invented people."""

import pytest

from ingest.analysis.sentences import LONGEST, find_sentences
from ingest.analysis.words import analysis_words
from ingest.jurisdictions.packs import load_jurisdiction

WORDS = analysis_words(load_jurisdiction("velmoria"))

# Each text with a bar where a sentence ends; " | " stands for a blank, "|" for no blank at all.
CASES = [
    "He was held. | She was not. | They left",
    "He was held[3][4]. | She was not",
    "He was held.[3] | She was not",
    "“Is it so?” | He did not know",
    "The sign “Where is it?” hung there",
    "They chanted: “Register the party!”, “Freedom for all!” and left",
    "the book “A week…”, which was sold",
    "Mirev A. and Dolkina B. spoke",
    "Judge A. Mirev spoke",
    "They heard Mirev A. | The court rose",
    "freedom for Mirev Sh.” | The reason was given",
    "under Art. 12 and No. 5 of the code",
    "On Jan. 5 the rally was held",
    "at 11.30 a.m. he was freed",
    "at 11.30 a.m. | He was freed",
    "until November 12.|All motions were refused",
    "he left the court.|The judge stayed",
    "the portal “Harbour.Media” and the sign KZ.NEWS",
    "A fine of 3.5 units. | It was paid",
    "",
]


@pytest.mark.parametrize("marked", CASES, ids=[case[:40] or "nothing" for case in CASES])
def test_sentences(marked: str) -> None:
    parts = marked.replace(" | ", "| ").split("|")
    text = "".join(parts)
    assert [text[slice(*span)] for span in find_sentences(text, WORDS)] == parts


def test_sentences_are_all_of_the_text_and_none_is_endless() -> None:
    text = "He was held. " + "on and on " * 2_000 + "She was not."
    spans = find_sentences(text, WORDS)
    assert [s.end for s in spans[:-1]] == [s.start for s in spans[1:]]
    assert (spans[0].start, spans[-1].end) == (0, len(text))
    assert max(s.end - s.start for s in spans) == LONGEST
