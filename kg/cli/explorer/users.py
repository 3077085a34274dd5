"""``kg users``: who may sign in to an explorer that other machines reach."""

import click

from kg.cli.output import ask, ask_secret, print_line, say


@click.group("users")
def users_group() -> None:
    """Say who may sign in to `kg explore` where other machines reach it.

    Users are in a file of your own, outside every workspace. Their passwords are kept as argon2 hashes.

    Example: kg users add
    """


@users_group.command("add")
@click.argument("name", required=False)
def add(name: str | None) -> None:
    """Add a user, or give one another password. kg asks for what you leave out, and for the password.

    Example: kg users add ilka
    """
    from explorer.security.users import SHORTEST, add_user, users_file  # noqa: PLC0415 (loads argon2)

    named = name or ask("Name")
    add_user(named, ask_secret(f"Password, of {SHORTEST} characters or more", twice=True))
    say(f"Added, in {users_file()}. A server that runs lets the user in from now on.")


@users_group.command("list")
def list_users() -> None:
    """Show the names of the users.

    Example: kg users list
    """
    from explorer.security.users import read_users  # noqa: PLC0415 (loads argon2)

    users = read_users()
    for user in users:
        print_line(user.name)
    if not users:
        say("There are no users. `kg users add` adds one.")


@users_group.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Remove a user. Sessions that are open stay so until the server stops.

    Example: kg users remove ilka
    """
    from explorer.security.users import remove_user  # noqa: PLC0415 (loads argon2)

    remove_user(name)
    say("Removed. Restart a server that runs, to end the user's sessions.")
