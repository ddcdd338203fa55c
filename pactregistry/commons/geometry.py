"""The shape of a place as GeoJSON: read, checked, brought to one point. Art. 2(1)a, 9(2).

Standard library only: longitude before latitude, degrees (RFC 7946).
"""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any

from pactregistry.workflow.engine import N_

MOST_VERTICES = 2000  # more is no shape that a person drew; a technical limit
MOST_BYTES = 512 * 1024
KM_PER_DEGREE = 111.2
EAST, NORTH = 180, 90  # how far the globe goes
DECIMALS = 7  # a centimetre
SMALLEST_RING = 4  # a triangle whose last point is its first
DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
Point = tuple[float, float]


class GeometryFault(Exception):
    """A shape that cannot be used; its text is one sentence, marked for translation."""


def read_geojson(text: str) -> dict[str, Any]:
    """Read a geometry, also one that stands inside a feature or a collection of one.

    Raises:
        GeometryFault: it is no such shape.
    """
    if len(text.encode()) > MOST_BYTES:
        raise GeometryFault(N_("The shape is too large: draw it with fewer points."))
    try:
        given = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise GeometryFault(N_("This is no GeoJSON: the text cannot be read as JSON.")) from error
    return _checked(_unwrapped(given))


def points_of(geometry: Mapping[str, Any]) -> Iterator[Point]:
    """Every vertex of a checked geometry."""
    for line in lines_of(geometry):
        yield from line


def lines_of(geometry: Mapping[str, Any]) -> Iterator[list[Point]]:
    """The lines and rings of a checked geometry; a point is a line of one vertex."""
    depth = DEPTHS[geometry["type"]]
    given = geometry["coordinates"]
    nested = [given] if depth <= 1 else given
    if depth == DEPTHS["MultiPolygon"]:
        nested = [ring for polygon in given for ring in polygon]
    for line in nested:
        vertices = [line] if depth == 0 else line
        yield [(float(x), float(y)) for x, y in vertices]


def centre_of(geometry: Mapping[str, Any]) -> Point:
    """The middle of the frame around a geometry: the point that stands for it in lists and maps."""
    points = list(points_of(geometry))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def kilometres(point: Point, centre: Point) -> Point:
    """East and north of a centre, in kilometres."""
    east = (point[0] - centre[0]) * KM_PER_DEGREE * cos(radians(centre[1]))
    return east, (point[1] - centre[1]) * KM_PER_DEGREE


def farthest(geometry: Mapping[str, Any], centre: Point) -> float:
    """How many kilometres from a centre the farthest vertex lies."""
    return max(hypot(*kilometres(point, centre)) for point in points_of(geometry))


def _no_number(name: str) -> float:
    message = f"{name} is no number of JSON"
    raise ValueError(message)


def _unwrapped(given: object) -> object:
    match given:
        case {"type": "FeatureCollection", "features": [feature]}:
            return _unwrapped(feature)
        case {"type": "FeatureCollection"}:
            raise GeometryFault(N_("The file holds no feature or several: one place has one."))
        case {"type": "Feature", "geometry": geometry}:
            return geometry
    return given


def _checked(given: object) -> dict[str, Any]:
    match given:
        case {"type": str(kind), "coordinates": list(coordinates)} if kind in DEPTHS:
            pass
        case _:
            raise GeometryFault(
                N_("This is no shape of GeoJSON: a point, a line or an area, or several of them.")
            )
    geometry = {"type": kind, "coordinates": _plain(coordinates, DEPTHS[kind])}
    vertices = sum(1 for _ in points_of(geometry))
    if not vertices:
        raise GeometryFault(N_("The shape has no points."))
    if vertices > MOST_VERTICES:
        raise GeometryFault(N_("The shape is too large: draw it with fewer points."))
    _check_lines(kind, geometry)
    return geometry


def _plain(coordinates: object, depth: int) -> list[Any]:
    """The same coordinates without heights, every one of them a position on the globe."""
    match coordinates:
        case list(inner) if depth:
            return [_plain(one, depth - 1) for one in inner]
        case [x, y] | [x, y, _]:
            return _position(x, y)
    raise GeometryFault(N_("The coordinates do not fit the kind of shape."))


def _position(x: object, y: object) -> list[float]:
    # A bool is an int to Python, and no number to a map.
    numbers = [v for v in (x, y) if isinstance(v, int | float) and not isinstance(v, bool)]
    if len(numbers) != len((x, y)):
        raise GeometryFault(N_("The coordinates do not fit the kind of shape."))
    if abs(numbers[0]) > EAST or abs(numbers[1]) > NORTH:
        raise GeometryFault(
            N_("A point lies off the globe: longitude stands first, in degrees, then latitude.")
        )
    return [round(float(number), DECIMALS) for number in numbers]


def _check_lines(kind: str, geometry: dict[str, Any]) -> None:
    for line in lines_of(geometry):
        if "Polygon" in kind:
            if len(line) < SMALLEST_RING or line[0] != line[-1]:
                raise GeometryFault(N_("An area is not closed: its last point must be its first."))
        elif "Line" in kind and not any(one != two for one, two in pairwise(line)):
            raise GeometryFault(N_("A line needs two different points."))
