"""Who receives a sanction: several a joint sum, people who are only counted, bodies. Invented people."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report
from tests.ingest.extract.fact_forms import forms_of

JOINT = [
    (
        "the court ordered Mirev Olzhas, Dolkin Temir and five others to pay the plant 800,000 tenge jointly.",
        ["damages of 800000 for Mirev Olzhas, Dolkin Temir, jointly"],
    ),
    (
        "7 drivers, Mirev Olzhas and Dolkin Temir among them, must pay a firm 800,000 tenge jointly and severally.",
        ["damages of 800000 for Mirev Olzhas, Dolkin Temir, jointly, 7 people"],
    ),
    (
        "the court ordered the seven to pay 800,000 tenge jointly.",
        ["damages of 800000 for nobody named, jointly, 7 people"],
    ),
    (
        "Mirev Olzhas and Dolkin Temir are to pay the victim 1.5 million tenge between them.",
        ["damages of 1500000 for Mirev Olzhas, Dolkin Temir, jointly"],
    ),
    (
        "Mirev Olzhas and Dolkin Temir were ordered to pay jointly a fine of 60,000 tenge.",
        ["fine of 60000 for Mirev Olzhas, Dolkin Temir, jointly"],
    ),
    (
        "2 million tenge in damages were recovered in solidarity from Mirev Olzhas and Dolkin Temir.",
        ["damages of 2000000 for Mirev Olzhas, Dolkin Temir, jointly"],
    ),
    # Each pays the whole sum, or nobody says that they pay together.
    (
        "Mirev Olzhas and Dolkin Temir were fined 60,000 tenge each.",
        ["fine of 60000 for Mirev Olzhas", "fine of 60000 for Dolkin Temir"],
    ),
    (
        "Mirev Olzhas and Dolkin Temir, who had jointly organised the rally, were fined 60,000 tenge.",
        ["fine of 60000 for Mirev Olzhas", "fine of 60000 for Dolkin Temir"],
    ),
    (
        "Mirev Olzhas was ordered to pay the victim 500,000 tenge in compensation.",
        ["damages of 500000 for Mirev Olzhas"],
    ),
    (
        "Mirev Olzhas and Dolkin Temir were fined 60,000 tenge for a banner that they had jointly hung out.",
        ["fine of 60000 for Mirev Olzhas", "fine of 60000 for Dolkin Temir"],
    ),
    (
        "Mirev Olzhas and Dolkin Temir, convicted jointly, got 3 years of imprisonment.",
        ["imprisonment P3Y for Mirev Olzhas", "imprisonment P3Y for Dolkin Temir"],
    ),
    ("the company demanded that Mirev Olzhas and Dolkin Temir pay 800,000 tenge jointly.", []),
]
COUNTED = [
    (
        "nine defendants got from 2 to 16 years of imprisonment.",
        ["imprisonment P2Y to P16Y for nobody named, 9 people"],
    ),
    (
        "the verdict was announced: nine got from 6 months to 2 years in prison.",
        ["imprisonment P6M to P2Y for nobody named, 9 people"],
    ),
    ("39 former officers were sentenced to 5 years of imprisonment.", ["imprisonment P5Y for nobody named, 39 people"]),
    ("the court fined 88 citizens 20 MCI each.", ["fine of 20 units for nobody named, 88 people"]),
    ("fines of 20 MCI were imposed on 18 defendants.", ["fine of 20 units for nobody named, 18 people"]),
    (
        "five of the twelve defendants were given suspended sentences of 2 years.",
        ["probation P2Y for nobody named, 5 people"],
    ),
    # Numbers that count no people, and people who are named.
    ("a resident was fined 20 MCI under 2 articles.", ["fine of 20 units for nobody named"]),
    ("the convict got 3 years of imprisonment after 12 hearings.", ["imprisonment P3Y for nobody named"]),
    ("three activists came to the court. Mirev Olzhas was fined 20 MCI.", ["fine of 20 units for Mirev Olzhas"]),
    (
        "Mirev Olzhas was sentenced to 15 days of arrest with 12 people in one cell.",
        ["administrative_arrest P15D for Mirev Olzhas"],
    ),
    ("nine defendants face from 2 to 16 years of imprisonment.", []),
    ("on March 9 a fine of 20 MCI was imposed in absentia.", ["fine of 20 units for nobody named"]),
]
BODIES = [
    ("the newspaper “Urda Tany” was fined 500,000 tenge.", ["fine of 500000 for Urda Tany"]),
    ("the court fined the “Urda Tany” newspaper 500,000 tenge for libel.", ["fine of 500000 for Urda Tany"]),
    (
        "the court ordered LLP “Kumtas Munai” to pay Mirev Olzhas 300,000 tenge in compensation.",
        ["damages of 300000 for Kumtas Munai"],
    ),
    ("the movement “Urda Dala” received an official warning.", ["warning for Urda Dala"]),
    (
        "editor Mirev Olzhas and the newspaper “Urda Tany” were fined 50 MCI each.",
        ["fine of 50 units for Mirev Olzhas", "fine of 50 units for Urda Tany"],
    ),
    (
        "a fine of 500,000 tenge was imposed. The LLP “Kumtas Munai” must pay 90,000 tenge in compensation.",
        ["fine of 500000 for nobody named", "damages of 90000 for Kumtas Munai"],
    ),
    # Who is fined is not the body beside which they stand.
    ("the founder of the “Urda Tany” newspaper was fined 500,000 tenge.", ["fine of 500000 for nobody named"]),
    ("journalist Mirev Olzhas of the newspaper “Urda Tany” was fined 20 MCI.", ["fine of 20 units for nobody named"]),
    ("the Department of Justice fined Mirev Olzhas 500,000 tenge.", ["fine of 500000 for Mirev Olzhas"]),
    ("Mirev Olzhas was fined 20 MCI for insulting the “Urda Tany” newspaper.", ["fine of 20 units for Mirev Olzhas"]),
    ("the newspaper “Urda Tany” wrote that Mirev Olzhas was fined 20 MCI.", ["fine of 20 units for Mirev Olzhas"]),
    (
        "on the suit of “Kumtas Munai” LLP Mirev Olzhas must pay the company 90,000 tenge.",
        ["damages of 90000 for Mirev Olzhas"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), JOINT + COUNTED + BODIES, ids=[c[0][:60] for c in JOINT + COUNTED + BODIES]
)
def test_receivers(text: str, expected: list[str]) -> None:
    (facts,) = read_report(f"March 4, Almaty, {text}", load_jurisdiction("kazakhstan"), "2031-03").entries
    found = [form.removeprefix("sanction: ") for form, _ in forms_of(facts) if form.startswith("sanction: ")]
    assert sorted(found) == sorted(expected)
