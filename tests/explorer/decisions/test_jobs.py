"""Jobs in processes of their own."""

from pathlib import Path

from explorer.decisions.jobs import Jobs
from explorer.decisions.work import Undo
from kg import Workspace
from kg.corrections.opinions import FactOpinion


def test_a_cancelled_job_leaves_the_workspace_whole(own_workspace: Path) -> None:
    workspace = Workspace.open(own_workspace)
    fact = next(iter(workspace.known_facts().mentions.by_id))
    jobs = Jobs(own_workspace)
    job = jobs.start((FactOpinion("wrong", fact),), "")
    assert jobs.cancel(job.id).state == "cancelled" and job.ended.is_set()
    assert workspace.check() == [] and workspace.decisions() == ()
    jobs.close()


def test_a_job_that_fails_says_why(own_workspace: Path) -> None:
    jobs = Jobs(own_workspace)
    job = jobs.start(Undo("nothing"), "")
    assert job.ended.wait(60) and job.state == "failed" and "nothing" in job.message
    assert jobs.cancel(job.id).state == "failed"
