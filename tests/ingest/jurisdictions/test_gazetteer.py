import pytest

from ingest.jurisdictions.gazetteer import containers, place_names, which_place
from ingest.jurisdictions.packs import load_jurisdiction, packs
from ingest.language.folding import fold_in_place

KINDS = {"country", "region", "district", "city", "village", "other"}


@pytest.mark.parametrize("pack", packs())
def test_a_gazetteer_hangs_together(pack: str) -> None:
    jurisdiction = load_jurisdiction(pack)
    places = jurisdiction.gazetteer
    assert any(place.name in jurisdiction.pack.country for place in places.values() if place.kind == "country")
    for place in places.values():
        assert place.kind in KINDS, place.id
        assert (place.within is None) == (place.kind == "country"), place.id
        assert not place.within or place.within in places, place.id
        assert (place.lat is None) == (place.lon is None), place.id
        assert len(set(place.names)) == len(place.names), place.id
        for name in place.names:
            assert place in place_names(jurisdiction).by_name[fold_in_place(name)]


def test_regions_and_cities_of_today_and_their_old_names() -> None:
    kz = load_jurisdiction("kazakhstan")
    regions = [place for place in kz.gazetteer.values() if place.kind == "region" and place.within == "kz"]
    assert len(regions) == 17
    old = {"Nur-Sultan": "kz-astana", "Semipalatinsk": "kz-semey", "Uralsk": "kz-oral", "Ust-Kamenogorsk": "kz-oskemen"}
    for name, id in old.items():
        known, spelled = which_place(name, None, frozenset(), kz)
        assert known is not None
        assert (known.id, spelled) == (id, True)


def test_coordinates_point_at_no_house() -> None:
    for place in load_jurisdiction("kazakhstan").gazetteer.values():
        assert (
            place.lat is None
            or place.lon is None
            or (round(place.lat, 1), round(place.lon, 1)) == (place.lat, place.lon)
        )


def test_what_contains_a_place() -> None:
    kz = load_jurisdiction("kazakhstan")
    assert containers(kz.gazetteer["kz-talgar"], kz) == ["kz-almaty-region", "kz"]


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (1955, "Akmolinsk"),
        (1975, "Tselinograd"),
        (1995, "Akmola city"),
        (2010, "Astana"),
        (2021, "Nur-Sultan"),
        (2024, "Astana"),
    ],
)
def test_a_renamed_city_keeps_its_names_with_their_years(year: int, name: str) -> None:
    assert load_jurisdiction("kazakhstan").gazetteer["kz-astana"].name_in(year) == name
