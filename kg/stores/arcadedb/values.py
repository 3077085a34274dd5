"""What comes out of a query: values that are the same in every engine."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from kg.stores import QueryRefused
from kg.stores.query_guard import WHOLE_PATH, WHOLE_THING

# The engine gives a path as a text; no report has a text of this form.
_STEP = r"<?-\[#\d{1,9}:\d{1,19}\]->?\(#\d{1,9}:\d{1,19}\)"
_PATH = re.compile(rf"\(#\d{{1,9}}:\d{{1,19}}\)(?:{_STEP})*")


def plain(value: Any) -> Any:
    """A value of an answer: scalars, lists and maps, dates and times as ISO text.

    Raises ``QueryRefused`` for a node, a relationship or a path.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        if value.startswith("(#") and _PATH.fullmatch(value):
            raise QueryRefused(WHOLE_PATH)
        return value
    if isinstance(value, Mapping):
        if "@rid" in value:
            raise QueryRefused(WHOLE_THING)
        return {str(key): plain(v) for key, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
