"""Letters that an encoding lacks."""

import io

import pytest

from kg.system.output_encoding import allow_any_letter, can_write


def written(text: str, encoding: str) -> str:
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding=encoding)
    allow_any_letter(stream)
    stream.write(text)
    stream.flush()
    return data.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "Әлия Čermák – “da” → 5 字"),
        ("cp1251", "?лия Cermak – “da” -> 5 ?"),
        ("cp1252", "???? Cermák – “da” -> 5 ?"),
        ("ascii", '???? Cermak - "da" -> 5 ?'),
    ],
)
def test_each_letter_is_written_as_near_as_it_can_be(encoding: str, shown: str) -> None:
    assert written("Әлия Čermák – “da” → 5 字", encoding) == shown


def test_an_encoding_has_letters_or_not() -> None:
    assert can_write("Әлия", "utf-8") and can_write("лия", "cp866")
    assert not can_write("Әлия", "cp1251") and not can_write("a", "no-such-encoding")
