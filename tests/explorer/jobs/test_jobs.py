"""Jobs in processes of their own."""

import threading
from pathlib import Path

import pytest

from explorer.jobs.jobs import Jobs
from explorer.jobs.work import Stage, Undo, perform
from kg import Workspace
from kg.corrections.opinions import FactOpinion
from kg.stores.cancellation import Cancellation, QueryCancelled


def test_a_cancelled_job_leaves_the_workspace_whole(own_workspace: Path) -> None:
    workspace = Workspace.open(own_workspace)
    fact = next(iter(workspace.known_facts().mentions.by_id))
    jobs = Jobs(own_workspace)
    job = jobs.start((FactOpinion("wrong", fact),), "")
    assert jobs.cancel(job.id).state == "cancelled" and job.ended.is_set()
    assert workspace.check() == [] and workspace.decisions() == ()
    jobs.close()


def test_a_job_tells_how_far_it_is(own_workspace: Path) -> None:
    fact = next(iter(Workspace.open(own_workspace).known_facts().mentions.by_id))
    told: list[tuple[Stage, int, int]] = []
    done = perform(own_workspace, (FactOpinion("wrong", fact),), "", lambda *each: told.append(each))
    (decision,) = Workspace.open(own_workspace).decisions()
    assert done.decisions == (decision.id,) and {stage for stage, _, _ in told} == {"writing"}
    counted = [(written, total) for _, written, total in told]
    assert counted == sorted(counted) and counted[-1][0] == counted[-1][1] > 0
    jobs = Jobs(own_workspace)
    job = jobs.start(Undo(decision.id), "")
    assert job.ended.wait(60) and (job.state, job.stage) == ("done", "writing") and job.done == job.total > 0


def test_who_no_longer_waits_ends_the_job(own_workspace: Path) -> None:
    gone = Cancellation(60)
    threading.Timer(0.2, gone.cancel).start()
    fact = next(iter(Workspace.open(own_workspace).known_facts().mentions.by_id))
    with pytest.raises(QueryCancelled):
        Jobs(own_workspace).run((FactOpinion("wrong", fact),), "", gone)
    assert Workspace.open(own_workspace).decisions() == () and Workspace.open(own_workspace).check() == []


def test_a_job_that_fails_says_why(own_workspace: Path) -> None:
    jobs = Jobs(own_workspace)
    job = jobs.start(Undo("nothing"), "")
    assert job.ended.wait(60) and job.state == "failed" and "nothing" in job.message
    assert jobs.cancel(job.id).state == "failed"
