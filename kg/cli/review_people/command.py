"""``kg review people``: which mentions may be one person, question by question. Nothing is decided before the end.

The answers are kept in the workspace at every key, and offered again by the next review: a closed terminal, a killed
process or a full disk does not lose any.
"""

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import click

from exports.files import write_export
from ingest.errors import KgError
from kg.cli.output import ask_yes_or_no, progress_bar, say
from kg.cli.review_people.answers import import_answers, record_opinions
from kg.cli.review_people.screen import KEYS, KEYS_AT_THE_END, show_end, show_question
from kg.review import QuestionView, Review, answer, next_question, skip, start_review, undo_answer, view_questions
from kg.review.draft import Draft, DraftAnswer, draft_opinions, drop_decided, make_draft, resume_review
from kg.review.spreadsheet import write_sheet
from kg.rows.resolved_reports import ResolvedReports
from kg.workspace import Workspace
from kg.workspace.files.drafts import Drafts

_STEPS: dict[str, Callable[[Review], Review]] = {
    "y": lambda review: answer(review, "same"),
    "n": lambda review: answer(review, "different"),
    "u": lambda review: answer(review, "unsure"),
    "s": skip,
    "z": undo_answer,
}
_FINISH = ("q", "\r", "\n")
_OFFER = "t record them now · g continue with them · d delete them · q leave them for later"
_NO_QUESTION = "There are no open questions."
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def review() -> None:
    """Answer the questions that the rules cannot decide.

    Example: kg review people
    """


@review.command()
@click.option("--export", "export_to", type=_FILE, help="Write the questions to a spreadsheet (CSV) instead.")
@click.option("--import", "import_from", type=_FILE, help="Read the answers from a filled-in spreadsheet.")
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
        if import_answers(opened, import_from):
            context.exit(1)
        return
    with progress_bar("Looking for questions"):
        known = opened.resolve_reports()
        questions = view_questions(known.entries, known.resolution, list(known.resolution.people.questions)[:most])
    if not export_to:
        _review(opened, known, questions, why)
    elif questions:
        write_export(export_to, write_sheet(questions))
        say(f"Questions in {export_to}: {len(questions)}. Nothing is redacted: it contains names and quotes.")
        say("Fill in the answer column with y, n or u, then run `kg review people --import FILE`.")
    else:
        say(_NO_QUESTION)


def _review(opened: Workspace, known: ResolvedReports, questions: Sequence[QuestionView], why: str) -> None:
    """Ask, from the beginning or where an earlier review stopped, and record the answers at the end."""
    with Drafts(opened.folder).held():
        review = start_review(questions)
        earlier: tuple[DraftAnswer, ...] = ()
        if draft := _earlier(opened, known):
            key = _offered(draft)
            if key == "q":
                return
            if key == "t":
                _record_at_end(opened, known, draft)
                return
            if key == "d":
                Drafts(opened.folder).drop()
            else:
                why = why or draft.why
                review, earlier = resume_review(draft, questions, known.leads_to)
        if questions:
            _record_at_end(opened, known, _ask_all(opened, review, earlier, why))
        elif earlier:
            _record_at_end(opened, known, make_draft(review, earlier, _now(), why))
        else:
            say(_NO_QUESTION)


def _earlier(opened: Workspace, known: ResolvedReports) -> Draft | None:
    """The answers of an earlier review, without those that have been decided since."""
    draft = Drafts(opened.folder).read()
    if draft is None:
        return None
    draft = drop_decided(draft, {(j.answer, frozenset((j.a, j.b))) for j in known.judgements})
    if draft.answers:
        return draft
    Drafts(opened.folder).drop()
    return None


def _offered(draft: Draft) -> str:
    """Ask what to do with the answers of an earlier review: one of ``t``, ``g``, ``d``, ``q``."""
    while True:
        say(f"An earlier review left answers that are not recorded: {draft.answers} (last change {draft.when}).")
        say(_OFFER)
        key = _pressed(("t", "g", "d", "q"), _OFFER)
        if key != "d" or ask_yes_or_no(f"Delete these answers ({draft.answers})?", default=False):
            return key


def _ask_all(opened: Workspace, review: Review, earlier: Sequence[DraftAnswer], why: str) -> Draft:
    """Ask until the user finishes, and save the answers at every key. If interrupted, ask whether to record them."""
    draft, warning = make_draft(review, earlier, _now(), why), ""
    try:
        with _ended_in_order():
            while True:
                position = next_question(review)
                if position is None:
                    show_end(review)
                else:
                    show_question(review, review.questions[position])
                if warning:
                    say(warning)
                ended = position is None
                key = _pressed(("z", *_FINISH) if ended else ("q", *_STEPS), KEYS_AT_THE_END if ended else KEYS)
                if key in _FINISH:
                    return draft
                review = _STEPS[key](review)
                draft = make_draft(review, earlier, _now(), why)
                warning = _keep(opened, draft)
    except SystemExit:
        _say_left(draft)
        raise
    except (KeyboardInterrupt, EOFError):
        if draft.answers and _agreed(f"Record the answers given so far ({draft.answers})?", draft):
            return draft
        raise click.Abort from None


def _agreed(question: str, draft: Draft) -> bool:
    """Ask; unless the user says yes, the answers are kept for the next review."""
    try:
        if ask_yes_or_no(f"\n{question}", default=True):
            return True
    except click.Abort:
        _say_left(draft)
        raise
    _say_left(draft)
    return False


def _say_left(draft: Draft) -> None:
    if draft.answers:
        say(f"\nAnswers kept for the next `kg review people`: {draft.answers}.")


def _keep(opened: Workspace, draft: Draft) -> str:
    """Save the answers on disk. Return a warning if that fails: then they are only in memory."""
    try:
        Drafts(opened.folder).keep(draft)
    except OSError as error:
        return f"The answers cannot be saved ({error.strerror}). Do not close the terminal before you finish."
    return ""


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let SIGTERM end the process in order, so that the terminal is put back as it was."""

    def end(number: int, _: FrameType | None) -> None:
        sys.exit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _pressed(expected: Sequence[str], keys: str) -> str:
    """The next of the expected keys. Of several at once only the first counts: nobody has read the next question yet.

    Raises ``EOFError`` if the terminal is gone, ``KgError`` if there never was one.
    """
    while True:
        try:
            key = (click.getchar() or "")[:1].lower()
        except OSError:
            raise KgError("A review needs a terminal. `kg review people --export` writes a spreadsheet.") from None
        if not key:
            raise EOFError
        if key in expected:
            return key
        say(f"Unknown key (is the keyboard set to Latin letters?): {keys}")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _record_at_end(opened: Workspace, known: ResolvedReports, draft: Draft) -> None:
    """Record the answers. If that fails or is interrupted, ask whether to try again, so that none are lost."""
    people = {id for id, quoted in known.mentions.by_id.items() if quoted.label == "Person"}
    opinions = [o for o in draft_opinions(draft) if {o.a, o.b} <= people]
    if gone := draft.answers - len(opinions):
        say(f"Answers skipped, because no report in force has their words: {gone}.")
    while True:
        try:
            record_opinions(opened, opinions)
        except (KgError, KeyboardInterrupt) as error:
            say(str(error) or "\nInterrupted.")
            if not _agreed(f"Try again to record the answers ({draft.answers})?", draft):
                raise click.Abort from None
        else:
            Drafts(opened.folder).drop()
            return
