"""The shape of a place as GeoJSON: what is taken, what is refused, its middle. Art. 2(1)a, 9(2)."""

import io
import json
from typing import Any

import pytest

from pactregistry.commons.geometry import (
    MOST_BYTES,
    MOST_VERTICES,
    GeometryFault,
    centre_of,
    read_geojson,
)
from tests.inventory.conftest import Inventory

SQUARE = [[11.05, 44.62], [11.06, 44.62], [11.06, 44.63], [11.05, 44.63], [11.05, 44.62]]


POINT = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}


def feature(coordinates: list[float]) -> str:
    geometry = {"type": "Point", "coordinates": coordinates}
    return json.dumps({"type": "Feature", "properties": {}, "geometry": geometry})


def shape(kind: str, coordinates: Any) -> str:
    return json.dumps({"type": kind, "coordinates": coordinates})


@pytest.mark.parametrize(
    ("text", "centre"),
    [
        (shape("Point", [11.05, 44.62]), (11.05, 44.62)),
        (shape("Point", [11.05, 44.62, 60.5]), (11.05, 44.62)),
        (shape("MultiPoint", [[11.0, 44.0], [12.0, 45.0]]), (11.5, 44.5)),
        (shape("LineString", [[11.0, 44.0], [12.0, 45.0]]), (11.5, 44.5)),
        (shape("MultiLineString", [[[11.0, 44.0], [12.0, 45.0]]]), (11.5, 44.5)),
        (shape("Polygon", [SQUARE]), (11.055, 44.625)),
        (shape("MultiPolygon", [[SQUARE]]), (11.055, 44.625)),
        (feature([180, -90]), (180, -90)),
        (json.dumps({"type": "FeatureCollection", "features": [POINT]}), (1, 2)),
    ],
)
def test_each_kind_of_shape_is_taken(text: str, centre: tuple[float, float]) -> None:
    assert centre_of(read_geojson(text)) == pytest.approx(centre)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "null",
        "[1, 2]",
        "[" * 100_000,
        '{"type": "Point"}',
        '{"type": "Circle", "coordinates": [1, 2]}',
        '{"type": "Feature", "geometry": null}',
        '{"type": "FeatureCollection", "features": []}',
        shape("Point", [180.01, 0]),
        shape("Point", [44.62, 111.05]),
        shape("Point", [1]),
        shape("Point", ["1", "2"]),
        shape("Point", [True, False]),
        '{"type": "Point", "coordinates": [NaN, 1]}',
        '{"type": "Point", "coordinates": [1e999, 1]}',
        shape("Polygon", [SQUARE[:-1]]),
        shape("Polygon", [[[1, 1], [2, 2], [1, 1]]]),
        shape("Polygon", []),
        shape("Polygon", SQUARE),
        shape("LineString", [[1, 1], [1, 1]]),
        shape("LineString", []),
        shape("MultiPolygon", [SQUARE]),
    ],
)
def test_what_is_no_shape_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(GeometryFault) as fault:
        read_geojson(text)
    assert str(fault.value).endswith((".", "them."))


@pytest.mark.parametrize(("vertices", "taken"), [(MOST_VERTICES, True), (MOST_VERTICES + 1, False)])
def test_a_shape_has_so_many_points_at_most(vertices: int, taken: bool) -> None:
    text = shape("MultiPoint", [[n / 1000, 1] for n in range(vertices)])
    if taken:
        assert read_geojson(text)["type"] == "MultiPoint"
    else:
        with pytest.raises(GeometryFault):
            read_geojson(text)


@pytest.mark.parametrize(("more", "taken"), [(0, True), (1, False)])
def test_a_shape_has_so_many_bytes_at_most(more: int, taken: bool) -> None:
    text = shape("Point", [1, 2])
    padded = text + " " * (MOST_BYTES - len(text) + more)
    if taken:
        assert read_geojson(padded)
    else:
        with pytest.raises(GeometryFault):
            read_geojson(padded)


def test_a_pasted_shape_is_kept_drawn_and_published(inventory: Inventory) -> None:
    commons = inventory.list(place="", geojson=shape("Polygon", [SQUARE]))
    assert commons.geometry == {"type": "Polygon", "coordinates": [SQUARE]}
    assert (commons.longitude, commons.latitude) == pytest.approx((11.055, 44.625))
    page = inventory.client.get("/commons/2026-B-0001").text
    assert "pr-map-shape" in page
    assert "44.62500, 11.05500" in page
    (feature,) = inventory.client.get("/data/commons.geojson").json["features"]
    assert feature["geometry"] == commons.geometry
    assert feature["properties"]["longitude"] == pytest.approx(11.055)


def test_an_uploaded_file_takes_the_place_of_the_text(inventory: Inventory) -> None:
    file = (io.BytesIO(shape("Point", [11.05, 44.62]).encode()), "place.geojson")
    commons = inventory.list(place="", geojson="nonsense", geojson_file=file)
    assert commons.geometry == {"type": "Point", "coordinates": [11.05, 44.62]}


def test_a_wrong_file_is_told_and_its_text_kept(inventory: Inventory) -> None:
    for content in (b"\xff\xfe not text", b'{"type": "Circle", "kept": 1}'):
        typed = inventory.typed(geojson_file=(io.BytesIO(content), "place.geojson"))
        answer = inventory.as_(inventory.desk).post("/desk/commons/new", data=typed)
        assert answer.status_code == 422
        assert "GeoJSON" in answer.text
    assert "Circle" in answer.text


def test_half_a_position_is_a_slip(inventory: Inventory) -> None:
    for half in ({"longitude": "11.05"}, {"latitude": "44.62"}):
        typed = inventory.typed(place="", **half)
        answer = inventory.as_(inventory.desk).post("/desk/commons/new", data=typed)
        assert answer.status_code == 422
        assert "both a longitude and a latitude" in answer.text


@pytest.mark.parametrize(("longitude", "warned"), [("11.05", False), ("12.05", True)])
def test_a_place_outside_the_city_is_taken_with_a_warning(
    inventory: Inventory, longitude: str, warned: bool
) -> None:
    browser = inventory.as_(inventory.desk)
    typed = inventory.typed(place="", longitude=longitude, latitude="44.62")
    page = browser.post("/desk/commons/new", data=typed, follow_redirects=True).text
    assert inventory.last().state == "listed"
    assert ("km from the centre of the city" in page) is warned
