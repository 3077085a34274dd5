"""What happens in a made archive: stories over several months, each told in scenes, one entry a scene.

A proceeding goes from detention to prison, a day of rallies from refusals to arrests; an attack, a party's papers, a
statement or a bill are told once or twice. Accounts contradict each other now and then, and accusations stay alleged.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from benchmarks.populations import Human
from benchmarks.telling import Telling
from benchmarks.world import CALLINGS, World
from ingest.facts import Party
from ingest.jurisdictions.packs import GazetteerPlace

Places = tuple[GazetteerPlace, ...]
Tell = Callable[[Telling], None]
Article = tuple[str | None, str, str | None]


@dataclass(frozen=True)
class Scene:
    """What one entry tells: so many months after the story began, and where. ``day`` says it again on that day."""

    later: int
    places: Places
    tell: Tell
    again: float = field(default=0.0)


def stories(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    """The scenes of one story that begins in a month (``YYYY-MM``)."""
    story = rng.choices((_proceeding, _rally, _incident, _talk, _party), (22, 9, 30, 32, 7))[0]
    return story(world, rng, month)


def _proceeding(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    places = world.place_of(rng)
    who = world.some_people(rng, rng.choices((1, 2, 3, 5, 7), (80, 12, 5, 2, 1))[0])
    judge, lawyer, prison = world.officials.pick(rng), world.lawyers.pick(rng), world.prisons.pick(rng)
    article, other = world.crimes.pick(rng), world.crimes.pick(rng)
    yield Scene(0, places, partial(_tell_opening, who, article, calling=rng.choice(CALLINGS)), again=0.2)
    if rng.random() < 0.6:
        yield Scene(rng.randrange(2), places, partial(_tell_remand, who, article, prison))
    if rng.random() < 0.25:
        yield Scene(1, places, partial(_tell_reclassified, who, other))
        article = other
    for later in range(1, rng.randrange(1, 5)):
        yield Scene(later, places, partial(_tell_trial, who, article, judge, lawyer), again=0.1)
    years = rng.randrange(1, 9)
    yield Scene(5, places, partial(_tell_verdict, who, article, judge, years), again=0.15)
    if rng.random() < 0.15:  # another newspaper heard another number of years
        yield Scene(5, places, partial(_tell_verdict, who, article, judge, years + 1))
    if rng.random() < 0.4:
        outcome = rng.choice(("upheld", "changed", "dismissed"))
        yield Scene(7, places, partial(_tell_appeal, who, article, outcome, max(1, years - 1)))
    if rng.random() < 0.5:
        yield Scene(rng.randrange(8, 30), places, partial(_tell_prison, who[:1], prison))


def _tell_opening(who: list[Human], article: Article, t: Telling, calling: str) -> None:
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


def _tell_remand(who: list[Human], article: Article, prison: str, t: Telling) -> None:
    t.say("The ")
    court = t.name_body("court", "city court", "city", generic=True)
    verb = t.say(" remanded ")
    parties = t.name_all(who, "target")
    t.say(" under ")
    t.charge(parties, *article)
    t.sanction(parties, "remand", " for two months", duration="P2M")
    t.say(" in ")
    t.act("remand", verb, parties, (court,), at=t.name_body("facility", prison, "prison").index)


def _tell_reclassified(who: list[Human], article: Article, t: Telling) -> None:
    verb = t.say("The charge was reclassified for ")
    parties = t.name_all(who, "target")
    t.say(" to ")
    t.charge(parties, *article)
    t.act("charge", verb, parties, outcome="changed")


def _tell_trial(who: list[Human], article: Article, judge: Human, lawyer: Human, t: Telling) -> None:
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


def _tell_verdict(who: list[Human], article: Article, judge: Human, years: int, t: Telling) -> None:
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


def _tell_appeal(who: list[Human], article: Article, outcome: str, years: int, t: Telling) -> None:
    t.say("The ")
    court = t.name_body("court", "regional court", "regional", generic=True)
    verb = t.say(" decided on the verdict against ")
    parties = t.name_all(who, "target")
    t.say(" under ")
    t.charge(parties, *article)
    if outcome == "changed":
        t.sanction(parties, "imprisonment", f": {years} years", duration=f"P{years}Y")
    t.act("appeal", verb, parties, (court,), outcome=outcome)


def _tell_prison(who: list[Human], prison: str, t: Telling) -> None:
    t.say("In ")
    facility = t.name_body("facility", prison, "prison")
    kind = t.rng.choice(("hunger_strike", "prison_conditions", "torture", "release", "death"))
    verb = t.say({"hunger_strike": " began a hunger strike ", "release": " was let go "}.get(kind, " suffered "))
    parties = t.name_all(who, "target")
    standing = t.rng.choice(("alleged", "alleged", "denied", "found", None)) if kind == "torture" else None
    t.act(kind, verb, parties, (facility,) if kind == "torture" else (), at=facility.index, standing=standing)


def _rally(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    day = f"{month}-{rng.randrange(20, 29)}"
    reason = rng.choice(("the square is being repaired", "another event is planned", "there are no grounds"))
    for _ in range(rng.randrange(2, 9)):
        who = world.some_people(rng, rng.choice((1, 1, 1, 2)))
        yield Scene(0, world.place_of(rng), partial(_tell_refusal, who, day, reason))
    offence = world.offences.pick(rng)
    for _ in range(rng.randrange(1, 5)):
        places, who = world.place_of(rng), world.some_people(rng, rng.choice((1, 1, 1, 2, 4)))
        judge, days = world.officials.pick(rng), rng.choice((5, 10, 15, 15, 20))
        yield Scene(0, places, partial(_tell_arrest, who, offence, judge, days, day), again=0.2)
        if rng.random() < 0.15:
            yield Scene(0, places, partial(_tell_arrest, who, offence, judge, days + 5, day))


def _tell_refusal(who: list[Human], day: str, reason: str, t: Telling) -> None:
    t.say("The ")
    akimat = t.name_body("organisation", "akimat", "state", generic=True)
    verb = t.say(" refused a rally to ")
    parties = t.name_all(who, "target", "activist")
    t.say(f" on {day}: ")
    t.act("assembly_refusal", verb, parties, (akimat,), next=day, reason=t.say(reason))


def _tell_arrest(who: list[Human], offence: Article, judge: Human, days: int, day: str, t: Telling) -> None:
    t.say("After ")
    t.occasion(day)
    t.say(" the ")
    court = t.name_body("court", "administrative court", "administrative", generic=True)
    verb = t.say(" arrested ")
    parties = t.name_all(who, "target")
    t.say(" under ")
    t.charge(parties, *offence)
    if t.rng.random() < 0.3:
        t.sanction(parties, "fine", ", a fine", amount=float(t.rng.randrange(1, 60) * 1_000), mci=float(days))
    else:
        t.sanction(parties, "administrative_arrest", f", {days} days", duration=f"P{days}D")
    by = [court]
    if t.rng.random() < 0.3:
        t.say(", ruled ")
        by.append(t.name(judge, "official", "judge"))
    t.act("sentence", verb, parties, by)


def _incident(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    who, places = world.some_people(rng, rng.choice((1, 1, 1, 2))), world.place_of(rng)
    kind = rng.choice(("attack", "threat", "torture", "search", "seizure", "summons", "detention", "dismissal"))
    author = world.some_people(rng, 1)[0] if rng.random() < 0.3 else None
    yield Scene(0, places, partial(_tell_incident, who, kind, author, "alleged"), again=0.1)
    if rng.random() < 0.1:
        yield Scene(0, places, partial(_tell_incident, who, kind, author, "denied"))
    if rng.random() < 0.1:
        yield Scene(3, places, partial(_tell_incident, who, kind, author, "found"))
    if author and kind == "torture":
        yield Scene(4, places, partial(_tell_officer, author, world.crimes.pick(rng), world.officials.pick(rng)))
    if rng.random() < 0.3:
        yield Scene(1, places, partial(_tell_complaint, who, world.lawyers.pick(rng)))


def _tell_incident(who: list[Human], kind: str, author: Human | None, standing: str, t: Telling) -> None:
    by: tuple[Party, ...] = ()
    if author:
        by = (t.name(author, "perpetrator", "police", "officer"),)
    verb = t.say({"denied": " did not harm "}.get(standing, " harmed "))
    parties = t.name_all(who, "target", t.rng.choice(CALLINGS))
    told = standing if author or standing != "alleged" or t.rng.random() < 0.5 else None
    t.act(kind, verb, parties, by, standing=told, date=t.day[:7] if t.rng.random() < 0.1 else None)


def _tell_officer(author: Human, article: Article, judge: Human, t: Telling) -> None:
    presiding = t.name(judge, "official", "judge", "judge")
    verb = t.say(" tried ")
    accused = t.name(author, "perpetrator", "police", "officer")
    t.say(" under ")
    t.charge((accused,), *article)
    t.act("trial", verb, (accused,), (presiding,), standing="alleged")


def _tell_complaint(who: list[Human], lawyer: Human, t: Telling) -> None:
    parties = t.name_all(who, "target")
    verb = t.say(" complained to the ")
    office = t.name_body("organisation", "prosecutor's office", "state", generic=True)
    t.act("complaint", verb, (office,), parties, outcome=t.rng.choice((None, "granted", "dismissed")))
    t.say(", said ")
    t.relate(t.name(lawyer, "lawyer", calling="lawyer"), "lawyer", parties[0])


def _talk(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    body, speaker = world.bodies.pick(rng), world.speakers.pick(rng)
    about = world.some_people(rng, rng.choice((1, 2)))
    yield Scene(0, world.place_of(rng), partial(_tell_statement, body, speaker, about, world.crimes.pick(rng)))


def _tell_statement(body: tuple[str, str], speaker: Human, about: list[Human], article: Article, t: Telling) -> None:
    who = t.name(speaker, "speaker")
    t.say(", ")
    t.belong(who, organisation := t.name_body("organisation", *body), " head")
    verb = t.say(" spoke about ")
    t.name_all(about, "subject")
    t.act(t.rng.choice(("statement", "statement", "protest", "legislation")), verb, (), (who, organisation))
    if t.rng.random() < 0.2:
        verb = t.say(", and about a case against several under ")
        t.charge((), *article)
        t.act("investigation", verb, count=t.rng.randrange(2, 40))


def _party(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    body, places, head = world.bodies.pick(rng), world.place_of(rng), world.some_people(rng, 1)[0]
    for later in range(rng.randrange(1, 4)):
        yield Scene(later, places, partial(_tell_registration, body, head, rng.choice(("dismissed", None))))


def _tell_registration(body: tuple[str, str], head: Human, outcome: str | None, t: Telling) -> None:
    t.say("The ")
    ministry = t.name_body("organisation", "Ministry of Registers", "state")
    verb = t.say(" looked at the registration of the party ")
    party = t.name_body("organisation", *body)
    t.act("registration", verb, (party,), (ministry,), outcome=outcome)
    t.say(", ")
    t.belong(t.name(head, "target"), party, " founder")
    if t.rng.random() < 0.3:
        t.act("media_restriction", t.say(", whose page was blocked"), (party,), (ministry,))
