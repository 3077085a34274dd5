"""``kg review facts``: what was read, fact by fact, the most doubtful and most consequential first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from exports.files import write_export
from ingest.errors import KgError
from kg.cli.output import progress_bar, say
from kg.cli.review.facts_screen import KEYS, ask_field, show_question, tally_answers
from kg.cli.review.session import Session, hold_review, now
from kg.cli.review.sheets import FILE, import_opinions, read_filled, record_opinions
from kg.corrections.kinds.fact import Fact
from kg.corrections.known_facts import KnownFacts
from kg.corrections.opinions import FactOpinion, check_correction
from kg.review.draft import Draft, draft_fact_opinions, make_fact_draft, resume_fact_review
from kg.review.facts import FactAnswer, FactQuestion, FactReview, find_questions, start_fact_review
from kg.review.facts_sheet import read_fact_sheet, write_fact_sheet
from kg.review.queue import answer, next_question, skip, undo_answer
from kg.workspace import Workspace

_NO_QUESTION = "There are no facts that nobody has decided about."


@click.command()
@click.option("--export", "export_to", type=FILE, help="Write the facts to a spreadsheet (CSV) instead.")
@click.option("--import", "import_from", type=FILE, help="Read the answers from a filled-in spreadsheet.")
@click.option("--most", type=click.IntRange(1), default=None, help="Ask about at most this many facts.")
@click.option("--why", default="", help="A reason, recorded with every answer of this review.")
@click.pass_context
def facts(context: click.Context, export_to: Path | None, import_from: Path | None, most: int | None, why: str) -> None:
    """Ask of each fact whether it is right, the most doubtful and most consequential first.

    Charges, convictions, sentences and whoever is said to have done harm come first, then people whom many entries
    name. Answers are saved at every key and take effect at the end.

    Example: kg review facts --most 50
    """
    if export_to and import_from:
        raise click.UsageError("Use --export or --import, not both.")
    opened = Workspace.open(context.obj)
    if import_from:
        if _import_answers(opened, import_from):
            context.exit(1)
        return
    if export_to:
        opened.refuse_own_file(export_to)
    with progress_bar("Looking for facts"):
        known, things = opened.known_facts(), opened.mentions().things
        questions = find_questions(known, things)[:most]
    if not export_to:
        session = _session(opened, known, things, questions, why)
        hold_review(opened, session, start_fact_review(questions), len(questions))
    elif questions:
        write_export(export_to, write_fact_sheet(questions))
        say(f"Facts in {export_to}: {len(questions)}. Nothing is redacted: it contains names and quotes.")
        say("Fill in the answer column with y, n or c; for c also correct, with FIELD=VALUE.")
        say("Then run `kg review facts --import FILE`.")
    else:
        say(_NO_QUESTION)


def _session(
    opened: Workspace, known: KnownFacts, things: Mapping[str, str], questions: Sequence[FactQuestion], why: str
) -> Session[FactQuestion, FactAnswer]:
    steps: dict[str, Callable[[FactReview], FactReview]] = {
        "y": lambda review: answer(review, FactAnswer("right", {})),
        "n": lambda review: answer(review, FactAnswer("wrong", {})),
        "c": lambda review: _correct(review, known, things),
        "s": skip,
        "z": undo_answer,
    }

    def draft_of(review: FactReview, earlier: Draft) -> Draft:
        return make_fact_draft(review, earlier.facts, now(), why)

    def current(draft: Draft) -> Draft:
        return replace(draft, facts=tuple(given for given in draft.facts if not _is_decided(known.find(given.fact))))

    def resume(draft: Draft) -> tuple[FactReview, Draft]:
        review, others = resume_fact_review(draft, questions)
        return review, Draft((), draft.when, facts=others)

    return Session(
        subject="facts",
        asked="facts",
        steps=steps,
        keys=KEYS,
        no_question=_NO_QUESTION,
        show_question=show_question,
        tally=tally_answers,
        draft_of=draft_of,
        current=current,
        resume=resume,
        record=partial(_record, opened),
    )


def _is_decided(fact: Fact | None) -> bool:
    """Whether somebody has decided about a fact since: a crash may come between a commit and the next step."""
    return fact is not None and (fact.gone or bool(fact.decisions))


def _correct(review: FactReview, known: KnownFacts, things: Mapping[str, str]) -> FactReview:
    """Ask for a field and its value until one is allowed; the same question again if none is given."""
    position = next_question(review)
    if position is None:
        return review
    fact = review.questions[position].fact
    while given := ask_field(fact):
        values = dict([given])
        try:
            check_correction(known, things, fact, values)
        except KgError as error:
            say(str(error))
        else:
            return answer(review, FactAnswer("corrected", values))
    return review


def _record(opened: Workspace, draft: Draft) -> None:
    """Record the answers about facts that are in the reports, and say how many are not."""
    known = opened.known_facts()
    given = draft_fact_opinions(draft)
    there = [opinion for opinion in given if known.find(opinion.fact)]
    if gone := len(given) - len(there):
        say(f"Answers skipped, because no report in force has their words: {gone}.")
    record_opinions(opened, partial(opened.decide_facts, there), len(there))


def _import_answers(opened: Workspace, path: Path) -> bool:
    """Record the answers of a filled-in spreadsheet. Return whether some rows could not be read."""
    filled = read_filled(path, read_fact_sheet)
    known, things = opened.known_facts(), opened.mentions().things
    there: list[FactOpinion] = []
    unclear, gone = list(filled.unclear), 0
    for row, opinion in filled.opinions:
        fact = known.find(opinion.fact)
        if fact is None:
            gone += 1
            continue
        try:
            if opinion.verb == "corrected":
                check_correction(known, things, fact, opinion.values)
        except KgError as error:
            unclear.append(f"row {row}: {str(error).rstrip('.')}")
        else:
            there.append(opinion)
    return import_opinions(opened, path, unclear, gone, partial(opened.decide_facts, there), len(there))
