"""Steps whose day passed: a recess that is over, a summons, an assembly that was announced."""

from collections.abc import Iterator

from briefings.calendar.facts import Facts, Step
from briefings.calendar.history import History
from briefings.calendar.rules import load_rules
from briefings.lines import Line
from kg.schema.sentences import phrase, say
from queries.pages.phrases import name_act

_REFUSAL = "assembly_refusal"
_SAID = {
    "summons": phrase("Summoned on {day} for {due}"),
    "assembly_notice": phrase("An assembly announced for {due} (notice told on {day})"),
}
_OTHERWISE = phrase("After the {act} of {day}, {due} was named as the next day")
_NOT_TOLD = phrase("no entry tells what came of it")


def steps_passed(facts: Facts, history: History) -> Iterator[Line]:
    """A line for each step whose day passed and of which nothing is told since."""
    for step in facts.steps:
        rule = load_rules().of_act(step.type)
        if rule is None or _is_told(step, history) or _was_refused(step, history):
            continue
        said = say(_SAID.get(step.type, _OTHERWISE), day=step.day, due=step.due, act=name_act(step.type))
        silence = history.silence([person.id for person in step.people], step.due, _NOT_TOLD)
        yield Line(rule, step.due, step.people, f"{said}; {silence}.", step.fact, step.places)


def _is_told(step: Step, history: History) -> bool:
    """Whether an entry of that day or later tells of the case, or, without a case, of one of the people."""
    if step.cases:
        return any(history.case_told_since(case, step.due) for case in step.cases)
    return any(history.told_since(person.id, step.due) for person in step.people)


def _was_refused(step: Step, history: History) -> bool:
    """Whether an assembly was refused for the same day."""
    return step.type == "assembly_notice" and any(
        sign.what == _REFUSAL and sign.next == step.due
        for person in step.people
        for sign in history.signs_of(person.id)
    )
