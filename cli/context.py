"""What the options before the command say, kept for the command that runs."""

import click

EMBEDDED = "embedded"
"""The value of ``--store`` for the workspace's own graph."""

_CHOSEN = "kg.store"


def choose_store(context: click.Context, store: str | None) -> None:
    """Keep what ``--store`` was given."""
    context.meta[_CHOSEN] = store


def chosen_store() -> str | None:
    """What ``--store`` was given, if anything."""
    context = click.get_current_context(silent=True)
    return context.meta.get(_CHOSEN) if context else None
