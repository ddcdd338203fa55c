"""A picture of where the commons are that are cared for or proposed. Art. 3(1)b, 28(2).

Plain arithmetic: the template draws it, and a list beside it says the same in words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any

from pactregistry.commons.geometry import Point, kilometres, lines_of
from pactregistry.config import settings

SIZE = 400  # the side of the picture, in its own units
RADIUS = 12  # of a mark
PLACES = 12  # as many as the list beside it can hold
RINGS = (0.25, 0.5, 1, 2, 5, 10, 20)  # distances in km that read well
MARGIN = 1.25
PASSES = 20


@dataclass(frozen=True)
class Spot:
    """One thing with a position: where, what it is called, what kind of file, its page, its shape.

    Without a title it is the place itself.
    """

    place: str
    longitude: float | None
    latitude: float | None
    url: str = ""
    kind: str = ""
    title: str = ""
    shape: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Mark:
    """One place on the picture, with what is there."""

    number: int
    x: int
    y: int
    place: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Ring:
    """A circle around the centre, and the distance it stands for."""

    km: float
    radius: int


@dataclass(frozen=True)
class Picture:
    """The marks, the outlines of shapes as paths, and the rings that give the scale."""

    marks: tuple[Mark, ...]
    rings: tuple[Ring, ...]
    outlines: tuple[str, ...] = ()


def picture_of(spots: Iterable[Spot], most: int = PLACES) -> Picture:
    """The picture of these spots, those without a position left out; the first places win."""
    city = settings().city
    here: dict[Point, list[Spot]] = {}
    for spot in spots:
        if spot.longitude is None or spot.latitude is None:
            continue
        place = _near((spot.longitude, spot.latitude), city.map_centre)
        if max(map(abs, place)) <= city.map_reach and (place in here or len(here) < most):
            here.setdefault(place, []).append(spot)
    far = max((hypot(*place) for place in here), default=city.map_reach) * MARGIN
    reach = min(city.map_reach, max(far, RINGS[0]))
    scale = SIZE / 2 / reach
    at = _apart([(SIZE / 2 + x * scale, SIZE / 2 - y * scale) for x, y in here])
    marks = tuple(
        Mark(number, round(x), round(y), there[0].place, tuple(there))
        for number, ((x, y), there) in enumerate(zip(at, here.values(), strict=True), start=1)
    )
    step = max((ring for ring in RINGS if ring <= reach * 0.5), default=RINGS[0])
    rings = tuple(
        Ring(step * times, round(step * times * scale)) for times in (1, 2) if step * times < reach
    )
    shapes = [spot.shape for there in here.values() for spot in there if spot.shape is not None]
    return Picture(marks, rings, tuple(_path(shape, city.map_centre, scale) for shape in shapes))


def _near(point: Point, centre: Point) -> Point:
    """To ten metres: files of one place share one mark."""
    east, north = kilometres(point, centre)
    return round(east, 2), round(north, 2)


def _path(shape: Mapping[str, Any], centre: Point, scale: float) -> str:
    parts = []
    for line in lines_of(shape):
        flat = [kilometres(point, centre) for point in line]
        spots = [f"{SIZE / 2 + x * scale:.1f} {SIZE / 2 - y * scale:.1f}" for x, y in flat]
        parts.append("M" + "L".join(spots))
    return "".join(parts)


def _apart(spots: Sequence[Point]) -> list[Point]:
    """The same spots, moved as little as it takes for no mark to cover another."""
    moved = list(spots)
    for _ in range(PASSES):
        for one in range(len(moved)):
            for two in range(one):
                moved[one], moved[two] = _pushed(moved[one], moved[two])
    return [(_inside(x), _inside(y)) for x, y in moved]


def _pushed(one: Point, two: Point) -> tuple[Point, Point]:
    across, along = one[0] - two[0], one[1] - two[1]
    distance = hypot(across, along)
    missing = 2 * RADIUS + 2 - distance
    if missing <= 0:
        return one, two
    x, y = (across / distance, along / distance) if distance else (1.0, 0.0)
    half = missing / 2
    return (one[0] + x * half, one[1] + y * half), (two[0] - x * half, two[1] - y * half)


def _inside(value: float) -> float:
    return min(max(value, RADIUS + 2), SIZE - RADIUS - 2)
