"""Types that the modules of identity share."""

from collections.abc import Mapping
from types import MappingProxyType

from kg.entries.mentions import MentionKey
from kg.graph.value import Key

PersonIds = Mapping[MentionKey, str]
"""The id of the person of every mention of one."""

BodyKeys = Mapping[MentionKey, tuple[Key, str | None]]
"""Of every mention of a body the key of its node, and the id of the place it is in, where known."""

SameMentions = Mapping[MentionKey, MentionKey]
"""Mentions in entries that tell something again, each with the same in the entry that tells it first."""

NO_MENTIONS: SameMentions = MappingProxyType({})
