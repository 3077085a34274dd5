"""Every pack reads the same events in its own country's words, so that nothing is wired to one country."""

from dataclasses import dataclass

import pytest

from ingest.facts import EntryFacts
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction, packs
from ingest.pipeline import read_report


@dataclass(frozen=True)
class Country:
    """What the sentences below need of a country: its terms, a city, a surname with a given name, a code of law."""

    pack: Jurisdiction
    city: str
    name: str
    code: str

    def read(self, sentence: str) -> EntryFacts:
        """The facts of one entry; ``{local_administration}`` or similar in it are the country's words."""
        terms = {field: getattr(self.pack.terms, field)[0] for field in self.pack.terms.__struct_fields__}
        proper = {"Country": terms["country"].title(), "City": self.city, "Name": self.name, "Code": self.code}
        text = sentence.format(**terms, **proper)
        report = f"Monitoring of October 2022\n\nOctober 5, {self.city}, {text}[1]\n\n[1] https://news.example/1\n"
        return read_report(report, self.pack, "2022-10").entries[0]


COUNTRIES = (
    Country(load_jurisdiction("kazakhstan"), "Pavlodar", "Marat Jolbarsov", "Code of Administrative Offences"),
    Country(load_jurisdiction("velmoria"), "Velouth", "Jorvan Ombreth", "Public Peace Code"),
)


def test_every_pack_is_here() -> None:
    assert tuple(country.pack.id for country in COUNTRIES) == packs()


@pytest.fixture(params=COUNTRIES, ids=lambda country: country.pack.id)
def country(request: pytest.FixtureRequest) -> Country:
    found: Country = request.param
    return found


def test_the_local_administration_refuses_a_rally(country: Country) -> None:
    facts = country.read(
        "activist {Name} was refused a rally on October 8; the {local_administration} banned the rally."
    )
    [refusal] = facts.acts
    assert (refusal.type, refusal.next) == ("assembly_refusal", "2022-10-08")
    assert facts.persons[0].role == "target"
    assert [(body.name, body.kind, body.generic) for body in facts.bodies] == [
        (country.pack.terms.local_administration[0], "organisation", True)
    ]
    assert [facts.bodies[party.index].name for party in refusal.by] == [country.pack.terms.local_administration[0]]


def test_its_head_is_an_official(country: Country) -> None:
    facts = country.read("{local_head} {Name} said that the square was closed.")
    assert (facts.persons[0].role, facts.persons[0].office) == ("official", "local_head")


def test_a_fine_is_counted_in_its_units(country: Country) -> None:
    facts = country.read("activist {Name} was fined 20 {index_unit} under Article 73, Part 1 of the {Code}.")
    [fine] = facts.sanctions
    assert (fine.kind, fine.index_units, fine.amount) == ("fine", 20, None)


def test_a_fine_is_counted_in_its_money(country: Country) -> None:
    facts = country.read("activist {Name} was ordered by the court to pay a fine of 60,000 {currency}.")
    assert [(s.kind, s.amount) for s in facts.sanctions] == [("fine", 60_000)]


def test_the_lower_house_adopts_a_law(country: Country) -> None:
    facts = country.read("the {lower_house} adopted the law on assemblies in the first reading.")
    assert [act.type for act in facts.acts] == ["legislation"]


def test_the_country_asks_for_somebody(country: Country) -> None:
    facts = country.read("activist {Name} was detained abroad at the request of {country}.")
    assert [act.type for act in facts.acts] == ["extradition"]


def test_somebody_is_handed_over_to_the_country(country: Country) -> None:
    facts = country.read("the border service handed activist {Name} over to {Country}.")
    assert [act.type for act in facts.acts] == ["extradition"]


def test_whoever_complains_about_the_local_administration(country: Country) -> None:
    facts = country.read("activist {Name} filed a lawsuit against the {local_administration}.")
    assert [act.type for act in facts.acts] == ["complaint"]


def test_another_country_s_words_mean_nothing(country: Country) -> None:
    [other] = [c for c in COUNTRIES if c is not country]
    foreign = other.pack.terms.local_administration[0]
    facts = country.read(f"the {foreign} banned the rally.")
    assert not facts.bodies
    assert "assembly_refusal" not in [act.type for act in facts.acts]
