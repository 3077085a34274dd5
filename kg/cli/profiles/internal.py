"""The commands that write a file and have no profile, each with the reason: the file is for the organisation itself."""

from collections.abc import Mapping

INTERNAL: Mapping[str, str] = {
    "backup": "a copy of the whole workspace",
    "entry import --template": "an empty form",
    "review facts --export": "a sheet to fill in and read back, with the words of the reports",
    "review people --export": "a sheet to fill in and read back, with names",
}
