"""What happens in a made archive: stories over several months, each of several scenes, one entry a scene.

A proceeding goes from detention to prison, a day of rallies from refusals to arrests; an attack, a party's papers, a
statement or a bill are reported once or twice. Accounts contradict each other now and then, and accusations stay
alleged.
"""

import random
from collections.abc import Iterator
from functools import partial

from benchmarks.generators.entries import EntryBuilder
from benchmarks.generators.people import Human
from benchmarks.generators.proceedings import proceeding
from benchmarks.generators.scenes import Article, Scene
from benchmarks.generators.world import CALLINGS, World
from ingest.facts import Party


def stories(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    """The scenes of one story that begins in a month (``YYYY-MM``)."""
    story = rng.choices((proceeding, _rally, _incident, _talk, _party), (22, 9, 30, 32, 7))[0]
    return story(world, rng, month)


def _rally(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    day = f"{month}-{rng.randrange(20, 29)}"
    reason = rng.choice(("the square is being repaired", "another event is planned", "there are no grounds"))
    for _ in range(rng.randrange(2, 9)):
        who = world.some_people(rng, rng.choice((1, 1, 1, 2)))
        yield Scene(0, world.place_of(rng), partial(_describe_refusal, who, day, reason))
    offence = world.offences.pick(rng)
    for _ in range(rng.randrange(1, 5)):
        places, who = world.place_of(rng), world.some_people(rng, rng.choice((1, 1, 1, 2, 4)))
        judge, days = world.officials.pick(rng), rng.choice((5, 10, 15, 15, 20))
        yield Scene(0, places, partial(_describe_arrest, who, offence, judge, days, day), again=0.2)
        if rng.random() < 0.15:
            yield Scene(0, places, partial(_describe_arrest, who, offence, judge, days + 5, day))


def _describe_refusal(who: list[Human], day: str, reason: str, t: EntryBuilder) -> None:
    t.say("The ")
    akimat = t.name_body("organisation", "akimat", "state", generic=True)
    verb = t.say(" refused a rally to ")
    parties = t.name_all(who, "target", "activist")
    t.say(f" on {day}: ")
    t.act("assembly_refusal", verb, parties, (akimat,), next=day, reason=t.say(reason))


def _describe_arrest(who: list[Human], offence: Article, judge: Human, days: int, day: str, t: EntryBuilder) -> None:
    t.say("After ")
    t.occasion(day)
    t.say(" the ")
    court = t.name_body("court", "administrative court", "administrative", generic=True)
    verb = t.say(" arrested ")
    parties = t.name_all(who, "target")
    t.say(" under ")
    t.charge(parties, *offence)
    if t.rng.random() < 0.3:
        t.sanction(parties, "fine", ", a fine", amount=float(t.rng.randrange(1, 60) * 1_000), index_units=float(days))
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
    yield Scene(0, places, partial(_describe_incident, who, kind, author, "alleged"), again=0.1)
    if rng.random() < 0.1:
        yield Scene(0, places, partial(_describe_incident, who, kind, author, "denied"))
    if rng.random() < 0.1:
        yield Scene(3, places, partial(_describe_incident, who, kind, author, "found"))
    if author and kind == "torture":
        yield Scene(4, places, partial(_describe_officer, author, world.crimes.pick(rng), world.officials.pick(rng)))
    if rng.random() < 0.3:
        yield Scene(1, places, partial(_describe_complaint, who, world.lawyers.pick(rng)))


def _describe_incident(who: list[Human], kind: str, author: Human | None, standing: str, t: EntryBuilder) -> None:
    by: tuple[Party, ...] = ()
    if author:
        by = (t.name(author, "perpetrator", "police", "officer"),)
    verb = t.say({"denied": " did not harm "}.get(standing, " harmed "))
    parties = t.name_all(who, "target", t.rng.choice(CALLINGS))
    stated = standing if author or standing != "alleged" or t.rng.random() < 0.5 else None
    t.act(kind, verb, parties, by, standing=stated, date=t.day[:7] if t.rng.random() < 0.1 else None)


def _describe_officer(author: Human, article: Article, judge: Human, t: EntryBuilder) -> None:
    presiding = t.name(judge, "official", "judge", "judge")
    verb = t.say(" tried ")
    accused = t.name(author, "perpetrator", "police", "officer")
    t.say(" under ")
    t.charge((accused,), *article)
    t.act("trial", verb, (accused,), (presiding,), standing="alleged")


def _describe_complaint(who: list[Human], lawyer: Human, t: EntryBuilder) -> None:
    parties = t.name_all(who, "target")
    verb = t.say(" complained to the ")
    office = t.name_body("organisation", "prosecutor's office", "state", generic=True)
    t.act("complaint", verb, (office,), parties, outcome=t.rng.choice((None, "granted", "dismissed")))
    t.say(", said ")
    t.relate(t.name(lawyer, "lawyer", calling="lawyer"), "lawyer", parties[0])


def _talk(world: World, rng: random.Random, month: str) -> Iterator[Scene]:
    body, speaker = world.bodies.pick(rng), world.speakers.pick(rng)
    about = world.some_people(rng, rng.choice((1, 2)))
    yield Scene(0, world.place_of(rng), partial(_describe_statement, body, speaker, about, world.crimes.pick(rng)))


def _describe_statement(
    body: tuple[str, str], speaker: Human, about: list[Human], article: Article, t: EntryBuilder
) -> None:
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
        yield Scene(later, places, partial(_describe_registration, body, head, rng.choice(("dismissed", None))))


def _describe_registration(body: tuple[str, str], head: Human, outcome: str | None, t: EntryBuilder) -> None:
    t.say("The ")
    ministry = t.name_body("organisation", "Ministry of Registers", "state")
    verb = t.say(" looked at the registration of the party ")
    party = t.name_body("organisation", *body)
    t.act("registration", verb, (party,), (ministry,), outcome=outcome)
    t.say(", ")
    t.belong(t.name(head, "target"), party, " founder")
    if t.rng.random() < 0.3:
        t.act("media_restriction", t.say(", whose page was blocked"), (party,), (ministry,))
