"""All trials, by area."""

from tests.torture.damages import Damages
from tests.torture.disks import FullDisks
from tests.torture.hostile_files import HostileFiles
from tests.torture.kills import Kills
from tests.torture.questions import Questions
from tests.torture.templates import Templates
from tests.torture.trials import Trial


def all_trials(templates: Templates) -> list[Trial]:
    """Every trial, in the order of the table."""
    kills = Kills(templates)
    parts = (kills, Damages(templates), FullDisks(kills), HostileFiles(templates), Questions(templates))
    return [trial for part in parts for trial in part.trials()]
