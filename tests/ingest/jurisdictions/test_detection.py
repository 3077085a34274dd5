import pytest

from ingest.errors import ReportRefused
from ingest.jurisdictions.detection import detect_jurisdiction, score
from ingest.jurisdictions.packs import packs


def test_a_text_belongs_to_the_pack_whose_places_it_names() -> None:
    text = "October 3, Kyzylorda, the court of the Republic of Kazakhstan.\nOctober 4, Warsaw, a rally.\n"
    assert detect_jurisdiction(text) == "kazakhstan"
    assert set(score(text)) == set(packs())
    assert score(text)["kazakhstan"] == 2


@pytest.mark.parametrize(
    "text", ["", "On May 1 a letter came from Warsaw, Brussels and Geneva.", "no capitals: almaty"]
)
def test_a_text_of_no_pack_is_refused(text: str) -> None:
    with pytest.raises(ReportRefused, match=r"--jurisdiction: .*kazakhstan"):
        detect_jurisdiction(text)


def test_the_report_of_a_neighbour_is_not_taken_for_ones_own() -> None:
    text = "Bishkek, the Supreme Court of Kyrgyzstan. Osh, a rally. Kazakhstan extradited a man to Kyrgyzstan.\n"
    assert score(text)["kazakhstan"] == 0
