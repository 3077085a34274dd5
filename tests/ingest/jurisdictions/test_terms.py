"""What countries call differently: terms in shared lexicons, filled by each pack."""

from pathlib import Path

import msgspec
import pytest

from ingest.errors import LexiconError
from ingest.jurisdictions.packs import load_jurisdiction, packs
from ingest.jurisdictions.terms import Terms, expand_terms

WORDS = {name: (f"{name}-word",) for name in Terms.__struct_fields__}
TERMS = msgspec.convert(
    {**WORDS, "lower_house": ("diet", "lower chamber"), "local_administration": ("shire hall",), "index_unit": ()},
    Terms,
)
PATH = Path("frames.yaml")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["senate", "$lower_house"], ["senate", "diet", "lower chamber"]),
        (["by the $local_administration"], ["by the shire hall"]),
        (["$local_administrations"], ["shire halls"]),
        (["$local_administration's refusal"], ["shire hall's refusal"]),
        (["$country_adjective law"], ["country_adjective-word law"]),  # not `$country` and an ending
        (["$lower_house of $country"], ["diet of country-word", "lower chamber of country-word"]),
        (["fine", "$index_unit"], ["fine"]),
        ({"with": ["to $country"], "weak": True}, {"with": ["to country-word"], "weak": True}),
    ],
)
def test_a_term_stands_for_the_country_s_words(written: object, read: object) -> None:
    assert expand_terms(written, TERMS, PATH) == read


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (["$town_council"], r"frames\.yaml: there is no term '\$town_council'"),
        (["ten $ each"], r"frames\.yaml: there is no term '\$'"),
        (["$index_unit"], r"frames\.yaml: nothing is left"),
        ({"outcome": "$country"}, r"frames\.yaml: '\$country' refers to a term outside a list"),
    ],
)
def test_a_faulty_term_is_refused(written: object, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem):
        expand_terms(written, TERMS, PATH)


def test_a_pack_fills_every_term() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"capital"):
        msgspec.convert(WORDS | {"capital": ()}, Terms)
    filled = [load_jurisdiction(id).terms for id in packs()]
    assert len(filled) > 1
    assert len({terms.local_administration for terms in filled}) == len(filled)
