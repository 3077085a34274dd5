"""The commands that write a file and have no profile, each with the reason: the file is for the organisation itself."""

from collections.abc import Mapping

INTERNAL: Mapping[str, str] = {
    "backup": "a copy of the whole workspace",
    "due --ics": "a calendar of your own, with names",
    "entry import --template": "an empty form",
    "query NAME -o": "the answer as you see it, with names",
    "review facts --export": "a sheet to fill in and read back, with the words of the reports",
    "review people --export": "a sheet to fill in and read back, with names",
}
