"""Examples of link rules: entries in the words of a report, which a rule ties together or leaves apart."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from ingest.errors import LexiconError
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from kg.entries.active import ActiveReport

_RULES = Path(__file__).parents[1] / "identity"
FILES = (_RULES / "cases" / "examples.yaml", _RULES / "campaigns" / "examples.yaml")

_TITLE = "MONITORING OF POLITICAL PERSECUTION FROM {month} 1 TO {month} 30, 2031"
_PERIODS = {"March": "2031-03", "April": "2031-04"}
_WEEKLY = "Weekly: "
T = TypeVar("T")
_MARK = re.compile(r"\[(\d+)\]")


class RuleExamples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The examples of one rule, each the texts of entries: what it ``ties``, the first to the last; what it leaves.

    A text behind ``Weekly:`` is of a report of the series ``weekly``.
    """

    ties: tuple[tuple[str, ...], ...]
    leaves: tuple[tuple[str, ...], ...]
    country: str = "velmoria"


@cache
def load_examples() -> Mapping[str, RuleExamples]:
    """The examples of every rule, by its name. Raises ``LexiconError`` naming file and mistake."""
    return {rule: examples for path in FILES for rule, examples in load_file(path, dict[str, RuleExamples]).items()}


def load_file(path: Path, shape: type[T]) -> T:
    """A file of examples as ``shape``. Raises ``LexiconError`` naming file and mistake."""
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), shape)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise LexiconError(f"{path}: {error}") from None


def read_example(entries: tuple[str, ...], country: str) -> list[ActiveReport]:
    """The facts of an example: one report for each month in which its entries begin, and for the weekly ones."""
    jurisdiction = load_jurisdiction(country)
    of_reports: dict[tuple[str, str], list[str]] = {}
    for text in entries:
        entry = text.removeprefix(_WEEKLY)
        series = "weekly" if entry != text else ""
        of_reports.setdefault((series, entry.split(maxsplit=1)[0]), []).append(entry)
    reports = []
    for (series, month), texts in of_reports.items():
        facts = read_report(_report(month, texts), jurisdiction, _PERIODS[month])
        reports.append(ActiveReport(series, f"{_PERIODS[month]}{series}", facts))
    return reports


def _report(month: str, entries: list[str]) -> str:
    """A report as it would be printed; entries without a footnote get one of their own, from 11 on."""
    marked = [text if _MARK.search(text) else f"{text}[{number}]" for number, text in enumerate(entries, 11)]
    numbers = dict.fromkeys(number for text in marked for number in _MARK.findall(text))
    sources = [f"[{number}] https://news.example/{month.lower()}/{number}" for number in numbers]
    return "\n\n".join([_TITLE.format(month=month.upper()), *marked, *sources]) + "\n"
