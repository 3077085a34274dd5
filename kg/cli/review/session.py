"""A review on the terminal, whatever it is about. Nothing is decided before the end.

The answers are kept in the workspace at every key, and offered again by the next review: a closed terminal, a killed
process or a full disk does not lose any.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

import click

from ingest.errors import KgError
from kg.cli.output import ask_yes_or_no, clear_screen, say
from kg.cli.review.keys import ended_in_order, pressed
from kg.review.draft import Draft, Subject, part_about, with_part
from kg.review.queue import Review, next_question
from kg.workspace import Workspace
from kg.workspace.files.drafts import Drafts

Q = TypeVar("Q")
A = TypeVar("A")

KEYS_AT_THE_END = "Enter or q record the answers · z back to the last question"
_FINISH = ("q", "\r", "\n")
_OFFER = "t record them now · g continue with them · d delete them · q leave them for later"
_EMPTY = Draft((), "")


@dataclass(frozen=True)
class Session(Generic[Q, A]):
    """What a review is about, and what of it differs from others.

    ``asked`` is what its questions are called. ``steps`` are what keys do, and ``keys`` says so. ``tally`` counts the
    answers at the end, each kind with its words. ``draft_of`` makes a draft of a review's answers and of those of an
    earlier draft that are about other questions; ``current`` leaves out of a draft what has been decided since;
    ``resume`` continues one. ``record`` decides.
    """

    subject: Subject
    asked: str
    steps: Mapping[str, Callable[[Review[Q, A]], Review[Q, A]]]
    keys: str
    no_question: str
    show_question: Callable[[Review[Q, A], Q], None]
    tally: Callable[[Review[Q, A]], Sequence[tuple[int, str]]]
    draft_of: Callable[[Review[Q, A], Draft], Draft]
    current: Callable[[Draft], Draft]
    resume: Callable[[Draft], tuple[Review[Q, A], Draft]]
    record: Callable[[Draft], None]


def now() -> str:
    """The time, as a draft has it."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")


def hold_review(opened: Workspace, session: Session[Q, A], start: Review[Q, A], questions: int) -> None:
    """Ask, from the beginning or where an earlier review stopped, and record the answers at the end."""
    kept = _Kept(Drafts(opened.folder), session.subject)
    with Drafts(opened.folder).held():
        review, earlier = start, _EMPTY
        if draft := _earlier(session, kept):
            key = _offered(draft)
            if key == "q":
                return
            if key == "t":
                _record_at_end(session, kept, draft)
                return
            if key == "d":
                kept.drop()
            else:
                review, earlier = session.resume(draft)
        if questions:
            _record_at_end(session, kept, _ask_all(session, kept, review, earlier))
        elif earlier.answers:
            _record_at_end(session, kept, session.draft_of(review, earlier))
        else:
            say(session.no_question)


@dataclass(frozen=True)
class _Kept:
    """The answers that the workspace keeps about one subject; those about another are left as they are."""

    drafts: Drafts
    subject: Subject

    def read(self) -> Draft | None:
        """The answers that are kept, if any."""
        draft = self.drafts.read()
        return part_about(draft, self.subject) if draft else None

    def keep(self, draft: Draft) -> None:
        """Keep these in place of those before. Raises ``OSError``."""
        self.drafts.keep(with_part(self.drafts.read() or _EMPTY, self.subject, draft))

    def drop(self) -> None:
        """Delete them: they are recorded, or not wanted."""
        draft = self.drafts.read()
        if draft and with_part(draft, self.subject, _EMPTY).answers:
            self.keep(_EMPTY)
        else:
            self.drafts.drop()


def _earlier(session: Session[Q, A], kept: _Kept) -> Draft | None:
    """The answers of an earlier review, without those that have been decided since."""
    draft = kept.read()
    if draft is None:
        return None
    draft = session.current(draft)
    if draft.answers:
        return draft
    kept.drop()
    return None


def _offered(draft: Draft) -> str:
    """Ask what to do with the answers of an earlier review: one of ``t``, ``g``, ``d``, ``q``."""
    while True:
        say(f"An earlier review left answers that are not recorded: {draft.answers} (last change {draft.when}).")
        say(_OFFER)
        key = pressed(("t", "g", "d", "q"), _OFFER)
        if key != "d" or ask_yes_or_no(f"Delete these answers ({draft.answers})?", default=False):
            return key


def _ask_all(session: Session[Q, A], kept: _Kept, review: Review[Q, A], earlier: Draft) -> Draft:
    """Ask until the user finishes, and save the answers at every key. If interrupted, ask whether to record them."""
    draft, warning = session.draft_of(review, earlier), ""
    try:
        with ended_in_order():
            while True:
                ended = next_question(review) is None
                _show(session, review)
                if warning:
                    say(warning)
                expected = ("z", *_FINISH) if ended else ("q", *session.steps)
                key = pressed(expected, KEYS_AT_THE_END if ended else session.keys)
                if key in _FINISH:
                    return draft
                review = session.steps[key](review)
                draft = session.draft_of(review, earlier)
                warning = _keep(kept, draft)
    except SystemExit:
        _say_left(session, draft)
        raise
    except (KeyboardInterrupt, EOFError, click.Abort):
        if draft.answers and _agreed(session, f"Record the answers given so far ({draft.answers})?", draft):
            return draft
        raise click.Abort from None


def _show(session: Session[Q, A], review: Review[Q, A]) -> None:
    """Show the next question, or that none is left and how they were answered."""
    clear_screen()
    position = next_question(review)
    if position is not None:
        session.show_question(review, review.questions[position])
        say(session.keys, "dim")
        return
    say(f"No {session.asked} are left. Your answers are not recorded yet.", "bold")
    for count, words in session.tally(review):
        if count:
            say(f"{count:>8} {words}")
    say(KEYS_AT_THE_END, "dim")


def _agreed(session: Session[Q, A], question: str, draft: Draft) -> bool:
    """Ask; unless the user says yes, the answers are kept for the next review."""
    try:
        if ask_yes_or_no(f"\n{question}", default=True):
            return True
    except click.Abort:
        _say_left(session, draft)
        raise
    _say_left(session, draft)
    return False


def _say_left(session: Session[Q, A], draft: Draft) -> None:
    if draft.answers:
        say(f"\nAnswers kept for the next `kg review {session.subject}`: {draft.answers}.")


def _keep(kept: _Kept, draft: Draft) -> str:
    """Save the answers on disk. Return a warning if that fails: then they are only in memory."""
    try:
        kept.keep(draft)
    except OSError as error:
        return f"The answers cannot be saved ({error.strerror}). Do not close the terminal before you finish."
    return ""


def _record_at_end(session: Session[Q, A], kept: _Kept, draft: Draft) -> None:
    """Record the answers. If that fails or is interrupted, ask whether to try again, so that none are lost."""
    while True:
        try:
            session.record(draft)
        except (KgError, KeyboardInterrupt) as error:
            say(str(error) or "\nInterrupted.")
            if not _agreed(session, f"Try again to record the answers ({draft.answers})?", draft):
                raise click.Abort from None
        else:
            kept.drop()
            return
