"""What pages, briefings and errors say is there in every language, and nothing else is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.calendar.due import group_names
from kg.graph.value import Node
from kg.schema.labels import load_labels
from kg.schema.sentences import load_sentences, phrase, say, say_error, say_number, say_word, speaking
from kg.workspace import Workspace
from queries.pages.page import read_page
from tests.conftest import ROOT

SAYING = ("queries", "briefings", "exports", "explorer")
ASKED = (
    "explorer/*.py",
    "explorer/*/*.py",
    "explorer/*/*/*.py",
    "kg/stores/c*.py",
    "kg/stores/query_*.py",
    "queries/execute.py",
    "queries/networks/*.py",
    "kg/workspace/investigations/*.py",
)
"""Where errors are raised that a person meets on the page."""
OF_THE_TERMINAL = ("explorer/server.py", "explorer/build.py")
RUSSIAN = load_sentences("ru")


def said() -> Iterator[str]:
    """The phrases that the code says."""
    for folder in SAYING:
        for path in (ROOT / folder).rglob("*.py"):
            for call in calls_in(path, {say.__name__, phrase.__name__, say_number.__name__}):
                if isinstance(call.args[0], ast.Constant):
                    yield str(call.args[0].value)


def calls_in(path: Path, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names and node.args:
            yield node


def headings(workspace: Workspace) -> Iterator[str]:
    """The headings of the pages of one thing of each kind, and those of what came due."""
    firsts: dict[str, list[Node]] = {}
    for node in workspace.graph().nodes:
        firsts.setdefault(node.label, []).append(node)
    with workspace.reader() as store:
        for label, nodes in firsts.items():
            for node in nodes[:40]:
                page = read_page(store, label, node.id, 0)
                yield from (what for what, _ in page.about if what)
                yield from (section.title for section in page.sections)
    yield from group_names().values()


def messages_of(path: Path) -> Iterator[str]:
    """The messages of the errors that a module raises, with a slot for each value."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            yield from template(node.exc.args[0])


def template(message: ast.expr) -> Iterator[str]:
    if isinstance(message, ast.Constant):
        yield str(message.value)
    if isinstance(message, ast.JoinedStr):
        parts = [each.value if isinstance(each, ast.Constant) else None for each in message.values]
        slots = iter(range(len(parts)))
        yield "".join(f"{{{next(slots)}}}" if part is None else str(part) for part in parts)


def test_every_phrase_is_translated_and_nothing_else(sample_workspace: Path) -> None:
    spoken = set(said())
    shown = set(headings(Workspace.open(sample_workspace)))
    assert len(spoken) > 100 and shown > {"Acts", "Standing", "Hearings and recesses"}
    assert (spoken | shown) - RUSSIAN.phrases.keys() == set()
    texts = "".join(path.read_text(encoding="utf-8") for folder in SAYING for path in (ROOT / folder).rglob("*.py"))
    assert {key for key in RUSSIAN.phrases if key not in spoken | shown and f'"{key}"' not in texts} == set()


def test_every_error_of_the_page_is_translated() -> None:
    paths = {path for pattern in ASKED for path in ROOT.glob(pattern)} - {ROOT / name for name in OF_THE_TERMINAL}
    messages = {message for path in paths for message in messages_of(path)}
    raised = {message for message in messages if " " in re.sub(r"\{\d\}: ", "", message)}
    assert len(raised) > 40 and raised - RUSSIAN.errors.keys() == set()


def test_sentences_are_in_russian_with_their_slots() -> None:
    for english, russian in (RUSSIAN.phrases | RUSSIAN.errors).items():
        words = re.sub(r"\{\w+\}|`[^`]*`|[^\w]", "", russian)
        assert not words or re.search("[а-яё]", words, re.IGNORECASE), english
        assert english.count("|") in (0, 1) and russian.count("|") == 2 * english.count("|"), english


@pytest.mark.parametrize(
    ("number", "english", "russian"),
    [
        (1, "1 day", "1 день"),
        (2, "2 days", "2 дня"),
        (11, "11 days", "11 дней"),
        (15, "15 days", "15 дней"),
        (21, "21 days", "21 день"),
        (112, "112 days", "112 дней"),
        (1.5, "1.5 days", "1.5 дня"),
    ],
)
def test_numbers_take_their_form(number: float, english: str, russian: str) -> None:
    days = "{n} day|{n} days"
    assert say_number(days, number) == english
    with speaking("ru"):
        assert say_number(days, number) == russian
    assert say_number(days, number) == english


def test_words_are_those_of_their_list() -> None:
    assert say_word("assembly_refusal") == "assembly refusal"
    with speaking("ru"):
        lists = load_labels("ru").values
        assert say_word("remand", "facility_kind") == lists["facility_kind"]["remand"]
        assert say_word("remand") == lists["act_type"]["remand"] and say_word("no_such_word") == "no such word"


def test_what_stands_in_a_message_is_kept() -> None:
    message = "There is no profile 'x {0} \\ y'. There are: full."
    assert say_error(message) == message
    with speaking("ru"):
        assert say_error(message) == "Профиля «x {0} \\ y» нет. Есть: full."
        assert say_error("What nobody translated.") == "What nobody translated."
        assert say("{what}: {one}, but {other}", what="{one}", one="a", other="b") == "{one}: a, но b"
