"""Types that the modules of identity share."""

from collections.abc import Mapping

from kg.entries.mentions import MentionKey
from kg.graph.value import Key

PersonIds = Mapping[MentionKey, str]
"""The id of the person of every mention of one."""

BodyKeys = Mapping[MentionKey, tuple[Key, str | None]]
"""Of every mention of a body the key of its node, and the id of the place it is in, where known."""
