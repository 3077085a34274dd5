"""The outline of each country, for maps: GeoJSON in its pack, with its source and licence."""

import json
from importlib import resources
from typing import NamedTuple

from ingest.errors import LexiconError


class Outline(NamedTuple):
    """Rings of (longitude, latitude) in degrees, and a sentence on their source and licence."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    source: str


def load_outline(jurisdiction: str) -> Outline | None:
    """The outline of a country by its pack's id; ``None`` if its pack has none.

    Raises ``LexiconError`` naming the file if it is no GeoJSON feature of polygons.
    """
    file = resources.files("ingest.jurisdictions").joinpath(jurisdiction, "outline.geojson")
    if not file.is_file():
        return None
    try:
        feature = json.loads(file.read_text(encoding="utf-8"))
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        rings = tuple(tuple((float(x), float(y)) for x, y in ring) for polygon in polygons for ring in polygon)
        said = feature["properties"]
        return Outline(rings, f"{said['source']} Licence: {said['licence']}")
    except (ValueError, KeyError, TypeError) as error:
        raise LexiconError(f"{file}: not a GeoJSON feature of polygons with a source and licence ({error}).") from None
