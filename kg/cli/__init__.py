"""The ``kg`` command: the only package that talks to a terminal. It imports all the others."""

import sys


def run() -> None:
    """Start ``kg``. The program is loaded here, so that Ctrl-C while it loads ends it as quietly as later on."""
    try:
        from kg.cli.main import run as run_command  # noqa: PLC0415

        run_command()
    except KeyboardInterrupt:
        sys.exit(130)
