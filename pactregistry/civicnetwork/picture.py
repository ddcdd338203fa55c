"""A picture of where the commons are that are cared for or proposed. Art. 3(1)b, 28(2).

Plain arithmetic: the template draws it, and a list beside it says the same in words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

from pactregistry.config import settings

SIZE = 400  # the side of the picture, in its own units
RADIUS = 12  # of a mark
PLACES = 12  # as many as the list beside it can hold
KM_PER_DEGREE = 111.2
RINGS = (0.25, 0.5, 1, 2, 5, 10, 20)  # distances in km that read well
MARGIN = 1.25
PASSES = 20

Point = tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """One place on the picture, with the files that are there."""

    number: int
    x: int
    y: int
    place: str
    files: tuple[Any, ...]


@dataclass(frozen=True)
class Ring:
    """A circle around the centre, and the distance it stands for."""

    km: float
    radius: int


@dataclass(frozen=True)
class Picture:
    """The marks, and the rings that give the scale."""

    marks: tuple[Mark, ...]
    rings: tuple[Ring, ...]


def picture_of(files: Iterable[Any]) -> Picture:
    """The picture of these files, those without a position left out; the first places win."""
    city = settings().city
    here: dict[Point, list[Any]] = {}
    for file in files:
        if file.longitude is None or file.latitude is None:
            continue
        place = _kilometres(file, city.map_centre)
        if max(map(abs, place)) <= city.map_reach and (place in here or len(here) < PLACES):
            here.setdefault(place, []).append(file)
    far = max((hypot(*place) for place in here), default=city.map_reach) * MARGIN
    reach = min(city.map_reach, max(far, RINGS[0]))
    scale = SIZE / 2 / reach
    spots = _apart([(SIZE / 2 + x * scale, SIZE / 2 - y * scale) for x, y in here])
    marks = tuple(
        Mark(number, round(x), round(y), there[0].place_name, tuple(there))
        for number, ((x, y), there) in enumerate(zip(spots, here.values(), strict=True), start=1)
    )
    step = max((ring for ring in RINGS if ring <= reach * 0.5), default=RINGS[0])
    rings = tuple(
        Ring(step * times, round(step * times * scale)) for times in (1, 2) if step * times < reach
    )
    return Picture(marks, rings)


def _kilometres(file: Any, centre: Point) -> Point:
    """East and north of the centre, to ten metres: files of one place share one mark."""
    east = (file.longitude - centre[0]) * KM_PER_DEGREE * cos(radians(centre[1]))
    return round(east, 2), round((file.latitude - centre[1]) * KM_PER_DEGREE, 2)


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
