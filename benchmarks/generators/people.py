"""Invented people: names put together in Cyrillic from Kazakh and Russian parts, and written in Latin letters.

The romanisations are written down here once more, from the standards and not from the pack's tables, so that the
benchmark does not test a table with itself.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass


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
FREQUENT = _words("""
    Ахметов Омаров Оспанов Алиев Иванов Сулейменов Искаков Ибраев Ибрагимов Абдрахманов Смагулов Калиев Садыков
    Жумабаев Сыздыков Рахимов Петров Смирнов Кузнецов Попов Нурпеисов Касымов Тулегенов Аманов Каримов Сеитов
    Муканов Жунусов Султанов Байжанов Абишев Мусин Жаксылыков Есенов Бекенов Токтаров Кенжебаев Турсунов Мамытов
    Жакенов Рахметов
""")
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


def latin(word: str, scheme: int) -> str:
    """A Cyrillic name in Latin letters; ``Е`` at the start and after vowels is ``Ye`` in the first scheme."""
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


def pick_often(rng: random.Random, words: Sequence[str]) -> str:
    return words[
        min(int(rng.paretovariate(0.8)) - 1, len(words) - 1) if rng.random() < 0.1 else rng.randrange(len(words))
    ]


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
