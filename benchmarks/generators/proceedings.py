"""One story of a made archive: a proceeding, from detention to prison."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from benchmarks.generators.entries import EntryBuilder
from benchmarks.generators.people import Human
from benchmarks.generators.scenes import Article, Scene
from benchmarks.generators.world import CALLINGS, World


def proceeding(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    """The scenes of one proceeding."""
    places = world.place_of(rng)
    who = world.some_people(rng, rng.choices((1, 2, 3, 5, 7), (80, 12, 5, 2, 1))[0])
    judge, lawyer, prison = world.officials.pick(rng), world.lawyers.pick(rng), world.prisons.pick(rng)
    article, other = world.crimes.pick(rng), world.crimes.pick(rng)
    yield Scene(0, places, partial(_describe_opening, who, article, calling=rng.choice(CALLINGS)), again=0.2)
    if rng.random() < 0.6:
        yield Scene(rng.randrange(2), places, partial(_describe_remand, who, article, prison))
    if rng.random() < 0.25:
        yield Scene(1, places, partial(_describe_reclassified, who, other))
        article = other
    for later in range(1, rng.randrange(1, 5)):
        yield Scene(later, places, partial(_describe_trial, who, article, judge, lawyer), again=0.1)
    years = rng.randrange(1, 9)
    yield Scene(5, places, partial(_describe_verdict, who, article, judge, years), again=0.15)
    if rng.random() < 0.15:  # another newspaper heard another number of years
        yield Scene(5, places, partial(_describe_verdict, who, article, judge, years + 1))
    if rng.random() < 0.4:
        outcome = rng.choice(("upheld", "changed", "dismissed"))
        yield Scene(7, places, partial(_describe_appeal, who, article, outcome, max(1, years - 1)))
    if rng.random() < 0.5:
        yield Scene(rng.randrange(8, 30), places, partial(_describe_prison, who[:1], prison))


def _describe_opening(who: list[Human], article: Article, t: EntryBuilder, calling: str) -> None:
    t.say("Officers of ")
    police = t.name_body("facility", "police department", "police_station", generic=True)
    verb = t.say(" detained ")
    parties = t.name_all(who, "target", calling)
    t.act("detention", verb, parties, (police,), at=police.index, hours=float(t.rng.randrange(1, 48)))
    verb = t.say(". A criminal case was opened under ")
    t.charge(parties, *article)
    t.act("charge", verb, parties)
    if t.rng.random() < 0.2:
        t.say(", said the mother of one of them, ")
        t.relate(t.name(replace(who[0], given="Айгуль"), "relative"), "mother", parties[0])


def _describe_remand(who: list[Human], article: Article, prison: str, t: EntryBuilder) -> None:
    t.say("The ")
    court = t.name_body("court", "city court", "city", generic=True)
    verb = t.say(" remanded ")
    parties = t.name_all(who, "target")
    t.say(" under ")
    t.charge(parties, *article)
    t.sanction(parties, "remand", " for two months", duration="P2M")
    t.say(" in ")
    t.act("remand", verb, parties, (court,), at=t.name_body("facility", prison, "prison").index)


def _describe_reclassified(who: list[Human], article: Article, t: EntryBuilder) -> None:
    verb = t.say("The charge was reclassified for ")
    parties = t.name_all(who, "target")
    t.say(" to ")
    t.charge(parties, *article)
    t.act("charge", verb, parties, outcome="changed")


def _describe_trial(who: list[Human], article: Article, judge: Human, lawyer: Human, t: EntryBuilder) -> None:
    t.say("In the ")
    court = t.name_body("court", "district court No. 2", "district", generic=True)
    by = [court]
    if t.rng.random() < 0.3:
        by.append(t.name(judge, "official", "judge", "judge"))
    verb = t.say(" heard the case against ")
    parties = t.name_all(who, "target")
    t.say(" under ")
    t.charge(parties, *article)
    t.act("trial", verb, parties, by, outcome=t.rng.choice((None, None, "adjourned")))
    if t.rng.random() < 0.3:
        t.say(", with the lawyer ")
        t.relate(t.name(lawyer, "lawyer"), "lawyer", parties[0])
    if t.rng.random() < 0.2:
        t.act("due_process", t.say(" was not let in"), parties, (court,))


def _describe_verdict(who: list[Human], article: Article, judge: Human, years: int, t: EntryBuilder) -> None:
    t.say("The ")
    court = t.name_body("court", "district court No. 2", "district", generic=True)
    by = [court]
    if t.rng.random() < 0.3:
        t.say(" and ")
        by.append(t.name(judge, "official", "judge", "judge"))
    verb = t.say(" sentenced ")
    parties = t.name_all(who, "target")
    t.say(" under ")
    t.charge(parties, *article)
    if len(parties) > 1 and t.rng.random() < 0.3:
        t.sanction(parties[1:], "restriction_of_liberty", ", to restriction for a year", duration="P1Y")
        t.sanction(parties[:1], "imprisonment", f", to {years} years", duration=f"P{years}Y")
    else:
        t.sanction(parties, "imprisonment", f", to {years} years", duration=f"P{years}Y")
    t.act("sentence", verb, parties, by)


def _describe_appeal(who: list[Human], article: Article, outcome: str, years: int, t: EntryBuilder) -> None:
    t.say("The ")
    court = t.name_body("court", "regional court", "regional", generic=True)
    verb = t.say(" decided on the verdict against ")
    parties = t.name_all(who, "target")
    t.say(" under ")
    t.charge(parties, *article)
    if outcome == "changed":
        t.sanction(parties, "imprisonment", f": {years} years", duration=f"P{years}Y")
    t.act("appeal", verb, parties, (court,), outcome=outcome)


def _describe_prison(who: list[Human], prison: str, t: EntryBuilder) -> None:
    t.say("In ")
    facility = t.name_body("facility", prison, "prison")
    kind = t.rng.choice(("hunger_strike", "prison_conditions", "torture", "release", "death"))
    verb = t.say({"hunger_strike": " began a hunger strike ", "release": " was let go "}.get(kind, " suffered "))
    parties = t.name_all(who, "target")
    standing = t.rng.choice(("alleged", "alleged", "denied", "found", None)) if kind == "torture" else None
    t.act(kind, verb, parties, (facility,) if kind == "torture" else (), at=facility.index, standing=standing)
