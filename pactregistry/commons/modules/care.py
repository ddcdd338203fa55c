"""Where occasional care is done: activities gathered in squares of the city's map. Art. 12(2).

Plain arithmetic on positions: the page draws it, and a table says the same in words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pactregistry.commons.geometry import kilometres
from pactregistry.commons.modules.models import Activity
from pactregistry.config import settings

SIZE = 400  # the side of the picture, in its own units
SQUARES = 10  # on each side
SHADES = 4  # told apart by their pattern too, and by the number that stands in each


@dataclass(frozen=True)
class Square:
    """One square of the map with how often something was done there; `shade` grows with it."""

    x: int
    y: int
    count: int
    shade: int


@dataclass(frozen=True)
class Place:
    """One place of the table: how often, how many people, when last."""

    name: str
    district: str
    count: int
    people: int
    last_on: date | None


@dataclass(frozen=True)
class CareMap:
    """The squares where something was done, the places, and what lies outside the picture."""

    squares: tuple[Square, ...]
    places: tuple[Place, ...]
    side_km: float
    total: int
    without_position: int


def care_map(activities: Sequence[Activity]) -> CareMap:
    """Gather done activities by square and by place, the most frequent first."""
    reach = settings().city.map_reach
    counts: dict[tuple[int, int], int] = {}
    lost = 0
    for activity in activities:
        square = _square(activity, reach)
        if square is None:
            lost += 1
        else:
            counts[square] = counts.get(square, 0) + 1
    most = max(counts.values(), default=1)
    side = SIZE // SQUARES
    squares = tuple(
        Square(across * side, down * side, count, -(-count * SHADES // most))
        for (across, down), count in sorted(counts.items())
    )
    return CareMap(squares, _places(activities), 2 * reach / SQUARES, len(activities), lost)


def _square(activity: Activity, reach: float) -> tuple[int, int] | None:
    if activity.longitude is None or activity.latitude is None:
        return None
    point = (activity.longitude, activity.latitude)
    east, north = kilometres(point, settings().city.map_centre)
    if max(abs(east), abs(north)) > reach:
        return None
    side = 2 * reach / SQUARES
    across, down = int((east + reach) / side), int((reach - north) / side)
    return min(across, SQUARES - 1), min(down, SQUARES - 1)


def _places(activities: Iterable[Activity]) -> tuple[Place, ...]:
    found: dict[tuple[str, str], list[Activity]] = {}
    for activity in activities:
        found.setdefault((activity.place_name, activity.district), []).append(activity)
    places = [
        Place(
            name,
            district,
            len(there),
            sum(activity.people_came or activity.people_count for activity in there),
            max((activity.done_on for activity in there if activity.done_on), default=None),
        )
        for (name, district), there in found.items()
    ]
    return tuple(sorted(places, key=lambda place: (-place.count, place.name)))
