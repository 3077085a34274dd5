"""Every command that writes a file has a profile, or is declared as one whose file stays inside."""

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.main import kg
from kg.cli.profiles.internal import INTERNAL

ROOT = Path(__file__).parents[3]
OUTPUT_NAMES = {"-o", "-d", "--output", "--export", "--ics", "--template"}
READ = {"--file", "--import", "--jurisdiction"}


def commands(command: click.Command, path: tuple[str, ...], context: click.Context) -> Iterator[tuple[str, object]]:
    if path == ("query",):  # each saved query is a command of the same options
        assert isinstance(command, click.Group)
        found = command.get_command(context, "repeated_targeting")
        assert found is not None
        yield "query NAME", found
    elif isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, (*path, name), context)
    else:
        yield " ".join(path), command


def written(command: click.Command) -> Iterator[str]:
    """The options with which a command writes a file: those that say so, and any other path that is not read."""
    for parameter in command.params:
        named = set(parameter.opts) & OUTPUT_NAMES
        a_path = isinstance(parameter, click.Option) and isinstance(parameter.type, click.Path)
        if named or (a_path and not parameter.type.exists and not set(parameter.opts) & READ):
            yield parameter.opts[0]


def test_every_command_that_writes_a_file_has_a_profile_or_a_reason(sample_workspace: Path) -> None:
    context = click.Context(kg, obj=sample_workspace)
    with_profile, without = set(), set()
    for name, command in commands(kg, (), context):
        assert isinstance(command, click.Command)
        has_profile = any("--profile" in parameter.opts for parameter in command.params)
        for option in written(command):
            (with_profile if has_profile else without).add(f"{name} {option}")
    assert {"export rdf -o", "export dossier -o", "view -o"} <= with_profile
    assert without | {"backup"} == set(INTERNAL)


def test_the_docs_list_them() -> None:
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    assert all(f"| `kg {name}` | {reason} |" in page for name, reason in INTERNAL.items())
