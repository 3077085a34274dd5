"""Measures against people: kinds, terms, sums, status, whose."""

import pytest

from ingest.analysis.document import analyse
from ingest.extract.law.charges import find_charges
from ingest.extract.sanctions.sanctions import find_sanctions
from ingest.facts import Sanction
from ingest.jurisdictions.packs import load_jurisdiction
from tests.ingest.extract.scenes import entry_of, people_of
from tests.processor_limit import processor_limit

A, B, C = "Mirev A.", "Dolkina B.", "Gorin C."
CASES = [
    (
        "Mirev A. and Dolkina B. were sentenced to 15 days and 12 days of arrest respectively.",
        [A, B],
        ["administrative_arrest P15D: Mirev", "administrative_arrest P12D: Dolkina"],
    ),
    ("the city court remanded Mirev A. for 2 more months.", [A], ["remand P2M: Mirev"]),
    ("the judge ordered two months of remand in custody for Mirev A.", [A], ["remand P2M: Mirev"]),
    ("the term of Mirev A. was cut from six years to three years and two months.", [A], ["imprisonment P3Y2M: Mirev"]),
    ("the ministry suspended the accreditation of Mirev A. for six months.", [A], []),
    ("Mirev A. got three years suspended.", [A], ["probation P3Y: Mirev"]),
    (
        "Mirev A. called the police. An inspector, Gorin C., gave him an official warning.",
        ["Mirev A. speaker", "Gorin C. official police"],
        ["warning: Mirev"],
    ),
    (
        "Mirev A. became a suspect under Article 274 of the CC. The judge of the court, Gorin C., put him under house "
        "arrest for two months.",
        [A, "Gorin C. official judge"],
        ["house_arrest P2M: Mirev"],
    ),
    ("Mirev A. was called to the prosecutor, a written warning was given to him there.", [A], ["warning: Mirev"]),
    (
        "the court found that Mirev A. and Gorin C. had beaten Dolkina B., and sent both to prison for 3 years.",
        [A, B, C],
        ["imprisonment P3Y: Mirev", "imprisonment P3Y: Gorin"],
    ),
    (
        "Mirev A. and Gorin C. came. The former was given 15 days of arrest, the latter – 20 days under Article 488 "
        "of the CAO.",
        [A, C],
        ["administrative_arrest P15D: Mirev", "administrative_arrest P20D: Gorin"],
    ),
    (
        "the court left in force the arrest of Mirev A., who was given 10 days under Article 488 of the CAO.",
        [A],
        ["administrative_arrest P10D: Mirev"],
    ),
    ("Mirev A. is serving 6 years for fraud.", [A], ["imprisonment P6Y: Mirev"]),
    (
        "the court acquitted Dolkina B. and sentenced Mirev A. to a suspended term of 3 years.",
        [A, B],
        ["probation P3Y: Mirev"],
    ),
    ("lawyer Mirev A. had his license suspended by the department for six months.", [A], []),
    ("Mirev A. was sentenced to 3 years in prison. He was taken into custody.", [A], ["imprisonment P3Y: Mirev"]),
    ("Mirev A. will stay in custody.", [A], ["remand: Mirev"]),
    ("Mirev A. found guilty; for 3 years he may not take part in public associations.", [A], ["ban P3Y: Mirev"]),
    ("an officer came to Mirev A. and gave him an official warning.", [A], ["warning: Mirev"]),
    ("Mirev A. was sentenced to a fine. The victim was awarded 2 million tenge.", [A], ["damages 2000000: None"]),
    (
        "the court dismissed the appeal of Mirev A. against 15 days of arrest. A case under Article 380 of the "
        "Criminal Code was opened.",
        [A],
        ["administrative_arrest P15D: Mirev"],
    ),
    (
        "Mirev A. got 5 years of imprisonment, the remaining nine were given from 2 to 4 years of imprisonment.",
        [A],
        ["imprisonment P5Y: Mirev", "imprisonment P2Y to P4Y: None"],
    ),
    ("Mirev A. was sentenced to 3 years, 2 months and 20 days of imprisonment.", [A], ["imprisonment P3Y2M20D: Mirev"]),
    ("Mirev A., Article 174 of the Criminal Code, 3 years of imprisonment.", [A], ["imprisonment P3Y: Mirev"]),
    ("the court sentenced Mirev A. to 5 years in a penal colony of medium security.", [A], ["imprisonment P5Y: Mirev"]),
    ("Mirev A. was sentenced to life imprisonment.", [A], ["imprisonment: Mirev"]),
    (
        "the court reduced the sentence of Mirev A. from 5 years to 3 years of imprisonment.",
        [A],
        ["imprisonment P3Y: Mirev"],
    ),
    ("the remainder of his term — 1.5 years Mirev A. would spend in detention.", [A], ["imprisonment P1Y6M: Mirev"]),
    (
        "9 people were sentenced under Article 272 of the CC to different prison terms from 2 to 16 years.",
        [],
        ["imprisonment P2Y to P16Y: None"],
    ),
    ("Mirev A. was arrested for 15 days.", [A], ["administrative_arrest P15D: Mirev"]),
    ("Mirev A., Article 488 of the CAO, 15 days of detention.", [A], ["administrative_arrest P15D: Mirev"]),
    (
        "Mirev A., Article 677 of the Administrative Code, 15 days’ imprisonment.",
        [A],
        ["administrative_arrest P15D: Mirev"],
    ),
    (
        "Mirev A. and Dolkina B. were sentenced to 15 and 20 days of arrest.",
        [A, B],
        ["administrative_arrest P15D: Mirev", "administrative_arrest P20D: Dolkina"],
    ),
    (
        "Mirev A. (10 days) and Dolkina B. (12 days) were sentenced to administrative arrest.",
        [A, B],
        ["administrative_arrest P10D: Mirev", "administrative_arrest P12D: Dolkina"],
    ),
    (
        "since 2030 Mirev A. has been subjected to administrative arrest 5-6 times.",
        [A],
        ["administrative_arrest: Mirev"],
    ),
    ("the examining court ordered the arrest of Mirev A. for 40 days.", [A], ["remand P40D: Mirev"]),
    ("the court extended the period of detention of Mirev A. until April 12.", [A], ["remand until 2031-04-12: Mirev"]),
    ("Mirev A. was placed in the pre-trial detention facility.", [A], ["remand: Mirev"]),
    ("the court changed the measure of restraint from house arrest to detention for Mirev A.", [A], ["remand: Mirev"]),
    ("Mirev A. has been held in custody for six months.", [A], ["remand: Mirev"]),
    ("Mirev A. was placed under house arrest until April 12.", [A], ["house_arrest until 2031-04-12: Mirev"]),
    (
        "Mirev A., Article 405 of the CC (restriction of liberty for 1.5 years) is suing a bank.",
        [A],
        ["restriction_of_liberty P1Y6M: Mirev"],
    ),
    (
        "The prosecutor asked the court to restrict Mirev A.’s liberty for 1 year and prohibit him from public "
        "activity for 3 years.",
        [A],
        ["requested restriction_of_liberty P1Y: Mirev", "requested ban P3Y: Mirev"],
    ),
    (
        "the prosecutor requested 5 years’ imprisonment for Mirev A., and the court sentenced him to 3 years in jail.",
        [A],
        ["requested imprisonment P5Y: Mirev", "imprisonment P3Y: Mirev"],
    ),
    (
        "the prosecutor requested 9 years for Mirev A. and 8 years of imprisonment for Dolkina B.",
        [A, B],
        ["requested imprisonment P9Y: Mirev", "requested imprisonment P8Y: Dolkina"],
    ),
    ("Mirev A. was given a suspended sentence of 3 years.", [A], ["probation P3Y: Mirev"]),
    (
        "the court sentenced Mirev A. to 1 year of imprisonment. The sentence should be considered conditional.",
        [A],
        ["probation P1Y: Mirev"],
    ),
    (
        "Mirev A. was sentenced to 6 years of imprisonment suspended with a probation period of 3 years.",
        [A],
        ["probation P6Y: Mirev"],
    ),
    ("Mirev A. was fined 172500 thousand tenge.", [A], ["fine 172500000: Mirev"]),
    ("a fine of 5 MCIs was imposed on Mirev A.", [A], ["fine 5 MCI: Mirev"]),
    ("Mirev A. was fined 27,780 tenge (10 MCI).", [A], ["fine 27780 10 MCI: Mirev"]),
    ("a list of persons fined under Article 489 of the CAO.", [], ["fine: None"]),
    (
        "Mirev A. was sentenced to 9 years in prison, Dolkina B. and Gorin C. — to 8 years’ imprisonment. All of them "
        "were prohibited from working in the civil service for three years.",
        [A, B, C],
        [
            "imprisonment P9Y: Mirev",
            "imprisonment P8Y: Dolkina",
            "imprisonment P8Y: Gorin",
            "ban P3Y: Mirev",
            "ban P3Y: Dolkina",
            "ban P3Y: Gorin",
        ],
    ),
    ("the court charged Mirev A. 500 thousand tenge for moral damages.", [A], ["damages 500000: Mirev"]),
    ("the court issued a warning to Mirev A. under Article 488 of the CAO.", [A], ["warning: Mirev"]),
    ("the court ordered compulsory psychiatric treatment for Mirev A.", [A], ["compulsory_treatment: Mirev"]),
    ("Mirev A. was threatened that he would be imprisoned for 12 years.", [A], []),
    ("Mirev A. may face up to 7 years in prison.", [A], []),
    ("Mirev A. was held at the police station for 7 hours.", [A], []),
    ("Mirev A. was sentenced to 100 hours of community service.", [A], []),
    ("the court denied the request of Mirev A. to replace imprisonment with restriction of liberty.", [A], []),
    ("Mirev A. demanded social assistance in the amount of 5 million tenge.", [A], []),
    ("the court released Mirev A. from house arrest.", [A], []),
    ("Mirev A. was on hunger strike for 17 days.", [A], []),
]


def _read(text: str, names: list[str]) -> tuple[Sanction, ...]:
    jurisdiction = load_jurisdiction("kazakhstan")
    entry, people = entry_of(text), people_of(text, *names)
    document = analyse(entry, jurisdiction)
    return find_sanctions(document, people, (), find_charges(document, people, jurisdiction), jurisdiction)


@pytest.mark.parametrize(("text", "names", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_sanctions(text: str, names: list[str], expected: list[str]) -> None:
    text = f"May 1, Urda, {text}"
    people = people_of(text, *names)
    found = []
    for s in _read(text, names):
        words = [
            "" if s.status == "imposed" else s.status,
            s.kind,
            " to ".join(filter(None, (s.duration, s.duration_max))),
            "" if s.amount is None else f"{s.amount:.0f}",
            "" if s.index_units is None else f"{s.index_units:.0f} MCI",
            f"until {s.until}" if s.until else "",
        ]
        found.append(" ".join(filter(None, words)) + f": {people[s.persons[0]].surname if s.persons else None}")
    assert sorted(found) == sorted(expected)


def test_an_odd_sum_is_of_low_sureness() -> None:
    (fine,) = _read("May 1, Urda, Mirev A. was fined 172500 thousand tenge.", [A])
    assert (fine.evidence.confidence, fine.evidence.doubt) == ("low", "as stated, however odd")


def test_a_measure_told_twice_is_one_with_the_words_of_both() -> None:
    text = "May 1, Urda, Mirev A. was arrested for 15 days. After 15 days of arrest he was released."
    (arrest,) = _read(text, [A])
    assert [text[s.start : s.end] for s in arrest.evidence.spans] == ["15 days", "15 days"]


@pytest.mark.parametrize(
    "unit", ["fined 5 tenge ", "sentenced to 5 years for ", "15 days ", "...", "restrict a b c d "]
)
def test_a_long_text_of_one_piece_ends(unit: str) -> None:
    with processor_limit():
        _read(unit * (80_000 // len(unit)), [])
