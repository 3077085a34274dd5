"""Outlines of countries: data of their packs, with source and licence."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from exports.picture.map import outlines
from exports.picture.map.outlines import load_outline
from ingest.errors import LexiconError
from ingest.jurisdictions.packs import GazetteerPlace, load_jurisdiction


@pytest.mark.parametrize("pack", ["kazakhstan", "velmoria"])
def test_an_outline_is_closed_rings_with_source_and_licence(pack: str) -> None:
    outline = load_outline(pack)
    assert outline is not None
    assert all(len(ring) > 3 and ring[0] == ring[-1] for ring in outline.rings)
    source, _, licence = outline.source.partition(" Licence: ")
    assert source and licence


def test_a_country_without_an_outline_has_none() -> None:
    assert load_outline("nowhere") is None


def test_a_file_that_is_no_outline_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "outline.geojson").write_text('{"type": "Feature", "geometry": {}}', encoding="utf-8")
    monkeypatch.setattr(outlines.resources, "files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=r"outline\.geojson: not a GeoJSON feature"):
        load_outline("x")


@pytest.mark.parametrize("pack", ["kazakhstan", "velmoria"])
def test_the_towns_of_a_pack_are_within_the_reach_of_its_outline(pack: str) -> None:
    outline = load_outline(pack)
    assert outline and "Licence: " in outline.source
    places = load_jurisdiction(pack).gazetteer
    (country, *_) = (place.id for place in places.values() if place.kind == "country")
    reach = [[point[axis] for ring in outline.rings for point in ring] for axis in (0, 1)]
    towns = [p for p in places.values() if p.kind == "city" and p.lat and p.lon and is_within(p, country, places)]
    outside = [
        p.name
        for p in towns
        for degree, along in zip((p.lon, p.lat), reach, strict=True)
        if not min(along) - 0.3 < (degree or 0) < max(along) + 0.3
    ]
    assert len(towns) > 5 and outside == []


def is_within(place: GazetteerPlace, country: str, places: Mapping[str, GazetteerPlace]) -> bool:
    return place.within == country or (place.within in places and is_within(places[place.within], country, places))
