"""``kg review people``: which mentions may be one person, question by question."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from exports.files import write_export
from kg.cli.output import progress_bar, say
from kg.cli.review.people_screen import KEYS, show_question, tally_answers
from kg.cli.review.session import Session, hold_review, now
from kg.cli.review.sheets import FILE, import_opinions, read_filled, record_opinions
from kg.decisions.judgements import Answer
from kg.review import QuestionView, answer, skip, start_review, undo_answer
from kg.review.draft import Draft, draft_opinions, drop_decided, make_draft, resume_review
from kg.review.people import PeopleReview
from kg.review.people_sheet import read_sheet, write_sheet
from kg.review.stated import open_questions
from kg.rows.resolved_reports import ResolvedReports
from kg.workspace import Workspace

_STEPS: dict[str, Callable[[PeopleReview], PeopleReview]] = {
    "y": lambda review: answer(review, "same"),
    "n": lambda review: answer(review, "different"),
    "u": lambda review: answer(review, "unsure"),
    "s": skip,
    "z": undo_answer,
}
_NO_QUESTION = "There are no open questions."


@click.command()
@click.option("--export", "export_to", type=FILE, help="Write the questions to a spreadsheet (CSV) instead.")
@click.option("--import", "import_from", type=FILE, help="Read the answers from a filled-in spreadsheet.")
@click.option("--most", type=click.IntRange(1), default=None, help="Ask at most this many questions.")
@click.option("--why", default="", help="A reason, recorded with every answer of this review.")
@click.pass_context
def people(
    context: click.Context, export_to: Path | None, import_from: Path | None, most: int | None, why: str
) -> None:
    """Ask which mentions are the same person, most useful questions first. Answers take effect at the end.

    Answers are saved at every key. After Ctrl-C or a closed terminal, the next review offers them again.

    Example: kg review people
    """
    if export_to and import_from:
        raise click.UsageError("Use --export or --import, not both.")
    opened = Workspace.open(context.obj)
    if export_to:
        opened.refuse_own_file(export_to)
    if import_from:
        if _import_answers(opened, import_from):
            context.exit(1)
        return
    with progress_bar("Looking for questions"):
        known = opened.resolve_reports()
        questions = open_questions(known, most)
    if not export_to:
        hold_review(opened, _session(opened, known, questions, why), start_review(questions), len(questions))
    elif questions:
        write_export(export_to, write_sheet(questions))
        say(f"Questions in {export_to}: {len(questions)}. Nothing is redacted: it contains names and quotes.")
        say("Fill in the answer column with y, n or u, then run `kg review people --import FILE`.")
    else:
        say(_NO_QUESTION)


def _session(
    opened: Workspace, known: ResolvedReports, questions: Sequence[QuestionView], why: str
) -> Session[QuestionView, Answer]:
    def draft_of(review: PeopleReview, earlier: Draft) -> Draft:
        return make_draft(review, earlier.given, now(), why or earlier.why)

    def current(draft: Draft) -> Draft:
        return drop_decided(draft, {(j.answer, frozenset((j.a, j.b))) for j in known.judgements})

    def resume(draft: Draft) -> tuple[PeopleReview, Draft]:
        review, others = resume_review(draft, questions, known.leads_to)
        return review, Draft(others, draft.when, draft.why)

    return Session(
        subject="people",
        asked="questions",
        steps=_STEPS,
        keys=KEYS,
        no_question=_NO_QUESTION,
        show_question=show_question,
        tally=tally_answers,
        draft_of=draft_of,
        current=current,
        resume=resume,
        record=partial(_record, opened, known),
    )


def _record(opened: Workspace, known: ResolvedReports, draft: Draft) -> None:
    """Record the answers about people whose words are in the reports, and say how many are not."""
    people = {id for id, quoted in known.mentions.by_id.items() if quoted.label == "Person"}
    opinions = [o for o in draft_opinions(draft) if {o.a, o.b} <= people]
    if gone := draft.answers - len(opinions):
        say(f"Answers skipped, because no report in force has their words: {gone}.")
    record_opinions(opened, partial(opened.judge, opinions), len(opinions))


def _import_answers(opened: Workspace, path: Path) -> bool:
    """Record the answers of a filled-in spreadsheet. Return whether some rows could not be read."""
    filled = read_filled(path, read_sheet)
    known = opened.mentions().mentions.by_id
    people = {id for id, quoted in known.items() if quoted.label == "Person"}
    there = [o for o in filled.opinions if {o.a, o.b} <= people]
    return import_opinions(
        opened, path, filled.unclear, len(filled.opinions) - len(there), partial(opened.judge, there), len(there)
    )
