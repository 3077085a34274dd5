"""Populations of invented people as reports would name them, with the truth beside: for the benchmark of identity.

Names are put together in Cyrillic from Kazakh and Russian name parts, frequent ones more often (Zipf), then written in
one of four romanisations, in full or with an initial, now and then with a slip. The romanisations are written down here
once more, from the standards and not from the pack's tables, so that the benchmark does not test a table with itself.
A person has a city, a role, a calling, an article and companions, and is named in one report or many.

``WIDE`` has people in many cities and each in one role. ``FAMILIES`` is set nearer to two months that were read, and
against whoever joins too much: more people, half of them named once, some of them relatives, some of frequent surnames,
some victims who speak for others another time, and companions mostly of one city.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from ingest.facts import Act, Charge, Entry, EntryFacts, Evidence, Party, Person, Place, Report, ReportFacts, Span
from kg.entries.active import ActiveEntry, ActiveReport, collect_entries


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


KAZAKH_STARTS = _words("""
    Нур Бек Жан Тол Кай Ер Ай Дос Сер Аман Бай Кен Мур Ораз Сат Тас Узак Шал Есен Кожа Бал Кул Жума Тур Сап
    Ток Алт Ис Кен Мырза Сары Темир Уте Хас Ал Абы Даут Иса Нау Рыс
""")
KAZAKH_ENDS = _words("""
    гали бол бек хан мурат тай кул гельды мухамед берген сеит даулет али жар ман сын батыр булат мет ке зат
    шал
""")
RUSSIAN = _words("""
    Баран Белоус Богдан Бойк Ворон Гаврил Голуб Горшк Гус Давыд Денис Егор Ерм Журавл Зайц Зим Зубк Калин
    Климен Козл Колес Комар Корол Круг Лебед Лукьян Макс Март Наум Орехов Осип Панкрат Пахом Рябин Савел
    Селезн Семён Сидор Тарас Тимоф Филат Фом Харит Цветк Чернов Шестак Щук Юд Яшк
""")
MEN = _words("""
    Нурлан Ерлан Серик Болат Марат Аскар Азамат Данияр Руслан Тимур Алибек Кайрат Талгат Ержан Даурен Самат
    Дархан Жанибек Бауыржан Мухит Оразбек Сырым Шынгыс Хасен Кадыр Тлеген Андрей Сергей Дмитрий Иван Николай
    Михаил Юрий Игорь Евгений Пётр Фёдор Василий Жомарт Куаныш Бекзат Есен Галымжан Ясын
""")
WOMEN = _words("""
    Айгуль Гульнара Сауле Асель Айгерим Динара Мадина Жанар Айнур Гульмира Лаура Алия Айжан Дана Ботагоз
    Шолпан Кулпан Хадиша Зауре Жулдыз Елена Ольга Ирина Наталья Татьяна Светлана Марина Анна Людмила Галина
    Юлия Ярослава Оксана Щербет
""")
CITIES = _words("""
    almaty astana shymkent aktobe karaganda taraz pavlodar semey atyrau kostanay kyzylorda oral petropavl
    aktau temirtau turkistan kokshetau taldykorgan ekibastuz zhanaozen
""")
ARTICLES = (
    _words("405 174 272 274 378 256 258 380 158 146 362 451 106 190 373 130"),
    _words("488 434 489 462 667 73"),
)
ROLES = ("target", "target", "target", "subject", "speaker", "official", "lawyer", "perpetrator", "relative")
CALLINGS = {"speaker": "human rights defender", "lawyer": "lawyer", "target": "activist", "official": "judge"}

# Four ways to write Cyrillic in Latin letters: what differs from the first.
_BGN = dict(
    pair.split(":")
    for pair in _words("""
    а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh
    щ:shch ъ: ы:y ь: э:e ю:yu я:ya
""")
)
SCHEMES = (
    _BGN,
    {**_BGN, "ж": "j", "х": "h", "й": "i", "ы": "y", "ю": "iu", "я": "ia"},
    {**_BGN, "х": "kh", "й": "i", "ё": "e", "щ": "sh", "и": "i"},
    {**_BGN, "ж": "ž", "х": "h", "й": "j", "ч": "č", "ш": "š", "щ": "ŝ", "ц": "c", "ю": "û", "я": "â", "ё": "ë"},
)
# How often each is used: reports in English mostly have the first.
SCHEME_WEIGHTS = (70, 15, 13, 2)
_VOWELS = "аеёиоуыэюя"
ENTRIES_A_REPORT = 120


FREQUENT = _words("""
    Ахметов Омаров Оспанов Алиев Иванов Сулейменов Искаков Ибраев Ибрагимов Абдрахманов Смагулов Калиев Садыков Жумабаев
    Сыздыков Рахимов Петров Смирнов Кузнецов Попов Нурпеисов Касымов Тулегенов Аманов Каримов Сеитов Муканов Жунусов
    Султанов Байжанов Абишев Мусин Жаксылыков Есенов Бекенов Токтаров Кенжебаев Турсунов Мамытов Жакенов Рахметов
""")


@dataclass(frozen=True)
class Habits:
    """How people are named: mentions for each who may be named, and how often something is so (0 to 1)."""

    mentions_each: float = 4
    elsewhere: float = 0.1
    beside_others: float = 0.3
    frequent: float = 0
    family: float = 0
    speaking: float = 0
    in_capitals: float = 0


WIDE = Habits()
FAMILIES = Habits(1.3, 0.06, 0.06, 0.07, 0.04, 0.05, 0.35)


@dataclass(frozen=True)
class Human:
    """One invented person: names in Cyrillic, where, who, what for, beside whom (positions)."""

    surname: str
    given: str
    city: str
    role: str
    article: str
    part: str
    companions: tuple[int, ...]


def populate(
    mentions: int, seed: int = 1, habits: Habits = WIDE
) -> tuple[list[ActiveEntry], dict[tuple[str, int], int]]:
    """About so many mentions in monthly reports, and which human (a number) each is."""
    rng = random.Random(seed)
    total = max(20, int(mentions / habits.mentions_each))
    people: list[Human] = []
    for number in range(total):
        people.append(_among(rng, make_human(rng, number, total), people[-1:], habits))
    told: list[ActiveEntry] = []
    truth: dict[tuple[str, int], int] = {}
    made = 0
    for month in count():
        entries = []
        who: list[list[int]] = []
        for number in range(1, ENTRIES_A_REPORT + 1):
            humans = _named_together(rng, people, habits)
            named = [_speaking(rng, people[h], habits) for h in humans]
            entries.append(_entry(rng, number, month, named, habits))
            who.append(humans)
            made += len(humans)
        report = _report(month, entries)
        for entry in collect_entries([report]):
            truth.update({(entry.id, i): h for i, h in enumerate(who[entry.facts.entry.number - 1])})
            told.append(entry)
        if made >= mentions:
            return told, truth
    raise AssertionError("months never end")


def latin(word: str, scheme: int) -> str:
    """A Cyrillic name in Latin letters; ``Е`` at the start and behind vowels is ``Ye`` in the first scheme."""
    table, letters = SCHEMES[scheme], []
    for before, letter in zip(" " + word.lower(), word.lower(), strict=False):
        written = table.get(letter, letter)
        if letter == "е" and scheme == 0 and before in " " + _VOWELS + "ьъ":
            written = "ye"
        letters.append(written)
    text = "".join(letters)
    return text[:1].upper() + text[1:]


def make_human(rng: random.Random, number: int, total: int) -> Human:
    """Somebody; ``number`` of ``total``, whose companions are those near by."""
    woman = rng.random() < 0.4
    if rng.random() < 0.75:
        stem = pick_often(rng, KAZAKH_STARTS) + pick_often(rng, KAZAKH_ENDS)
        ending = rng.choice(("ов", "ов", "ев", "баев", "")) if stem[-1] not in _VOWELS else rng.choice(("ев", "нов"))
    else:
        stem, ending = pick_often(rng, RUSSIAN) + rng.choice(("", "", "оч", "ух")), rng.choice(("ов", "ин", "енко"))
    surname = stem + ending + ("а" if woman and ending.endswith(("ов", "ев", "ин")) else "")
    code = rng.choice(("CC", "CAO"))
    near = range(max(0, number - 3), min(total, number + 4))
    return Human(
        surname,
        pick_often(rng, WOMEN if woman else MEN),
        pick_often(rng, CITIES),
        rng.choice(ROLES),
        f"{code} {pick_often(rng, ARTICLES[code == 'CAO'])}",
        str(rng.randint(1, 7)),
        tuple(n for n in near if n != number),
    )


def _among(rng: random.Random, human: Human, before: Sequence[Human], habits: Habits) -> Human:
    """The human with a frequent surname, or of the family of the one before, or in one of the two great cities."""
    woman, chance = human.given in WOMEN, rng.random() if habits.frequent or habits.family else 1.0
    if chance < habits.frequent:
        human = replace(human, surname=rng.choice(FREQUENT) + ("а" if woman else ""))
    elif chance < habits.frequent + habits.family and before:
        man = before[0].surname.removesuffix("а") if before[0].given in WOMEN else before[0].surname
        surname = man + "а" if woman and man.endswith(("ов", "ев", "ин")) else man
        human = replace(human, surname=surname, city=before[0].city, role=rng.choice((human.role, before[0].role)))
    if habits.in_capitals and rng.random() < habits.in_capitals:
        human = replace(human, city=rng.choice(("almaty", "astana")))
    return human


def _speaking(rng: random.Random, human: Human, habits: Habits) -> Human:
    if habits.speaking and human.role in ("target", "subject") and rng.random() < habits.speaking:
        return replace(human, role="speaker")
    return human


def pick_often(rng: random.Random, words: Sequence[str]) -> str:
    return words[
        min(int(rng.paretovariate(0.8)) - 1, len(words) - 1) if rng.random() < 0.1 else rng.randrange(len(words))
    ]


def _named_together(rng: random.Random, people: Sequence[Human], habits: Habits) -> list[int]:
    # A few are named again and again, most once or twice.
    first = int(len(people) * rng.random() ** 3)
    beside, city = people[first].companions, people[first].city
    others = [h for h in beside if people[h].city == city or rng.random() < habits.beside_others]
    return [first, *rng.sample(others, min(len(others), rng.choice((0, 0, 1, 2))))]


def _entry(rng: random.Random, number: int, month: int, humans: Sequence[Human], habits: Habits) -> EntryFacts:
    scheme = rng.choices(range(len(SCHEMES)), SCHEME_WEIGHTS)[0]
    date = f"{2000 + month // 12}-{month % 12 + 1:02}-{number * 28 // (ENTRIES_A_REPORT + 1) + 1:02}"
    names = [write_name(rng, human, scheme) for human in humans]
    city = humans[0].city if rng.random() < 1 - habits.elsewhere else rng.choice(CITIES)
    text, spans = f"{date}, {city.capitalize()}, No. {number}: ", []
    for surname, given in names:
        name = f"{surname} {given}"
        spans.append(Span(len(text), len(text) + len(name)))
        text += name + ", "
    persons = tuple(
        Person(
            surname,
            given,
            human.role,
            Evidence((span,), "benchmark"),
            "judge" if human.role == "official" else None,
            ((CALLINGS[human.role], span),) if human.role in CALLINGS and rng.random() < 0.4 else (),
        )
        for (surname, given), human, span in zip(names, humans, spans, strict=True)
    )
    charged = [i for i, human in enumerate(humans) if human.role in ("target", "perpetrator") and rng.random() < 0.6]
    charges = tuple(_charge(i, humans[i], persons[i].evidence) for i in charged)
    acts = tuple(Act("trial", persons[i].evidence, (Party("person", i),)) for i in charged)
    place = Place(city.capitalize(), "city", Evidence((Span(12, 12 + len(city)),), "benchmark"), f"kz-{city}")
    return EntryFacts(Entry(number, text, number, date), (place,), persons, charges=charges, acts=acts)


def _charge(index: int, human: Human, evidence: Evidence) -> Charge:
    code, article = human.article.split()
    return Charge(index, code, article, evidence, human.part)


def write_name(rng: random.Random, human: Human, scheme: int) -> tuple[str, str]:
    """Surname and given name as one entry prints them."""
    surname, given = latin(human.surname, scheme), latin(human.given, scheme)
    if rng.random() < 0.01 and len(surname) > 8:
        at = rng.randrange(3, len(surname) - 3)
        surname = surname[:at] + surname[at + 1 :]
    if rng.random() < 0.5:
        initial = given[:2] if given[:2].lower() in ("zh", "sh", "ch", "kh", "ye", "yu", "ya") else given[:1]
        given = f"{initial}."
    return surname, given


def _report(month: int, entries: Sequence[EntryFacts]) -> ActiveReport:
    period = f"{2000 + month // 12}-{month % 12 + 1:02}"
    report = Report("", period, f"{period}-01", f"{period}-28", "given", tuple(e.entry for e in entries))
    return ActiveReport("", period * 8, ReportFacts(report, tuple(entries)))


def spellings(told: Sequence[ActiveEntry]) -> Iterator[tuple[tuple[str, int], str]]:
    """Every mention with its name as printed."""
    for entry in told:
        for index, person in enumerate(entry.facts.persons):
            yield (entry.id, index), person.name
