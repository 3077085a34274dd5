"""The options before the command, kept for the command that runs."""

import click

EMBEDDED = "embedded"
"""The value of ``--store`` for the workspace's own graph."""

_CHOSEN = "kg.store"


def choose_store(context: click.Context, store: str | None) -> None:
    """Keep the value of ``--store``."""
    context.meta[_CHOSEN] = store


def chosen_store() -> str | None:
    """The value of ``--store``, if it was given."""
    context = click.get_current_context(silent=True)
    return context.meta.get(_CHOSEN) if context else None
