"""The words that the analysis of a text leans on (``analysis.yaml``)."""

from functools import cache

import msgspec

from ingest.jurisdictions.packs import Jurisdiction


class AnalysisWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``analysis.yaml``, explained there."""

    abbreviations: frozenset[str]
    openers: frozenset[str]
    saying: frozenset[str]


@cache
def analysis_words(jurisdiction: Jurisdiction) -> AnalysisWords:
    """The lexicon, read once for each jurisdiction. Raises ``LexiconError``."""
    return jurisdiction.lexicon("analysis", AnalysisWords)
