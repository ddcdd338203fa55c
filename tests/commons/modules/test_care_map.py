"""The map of care: squares, places, filters; names only where they were given. Art. 12(2)."""

from datetime import date

import pytest
from sqlalchemy import event

from pactregistry.commons.modules.care import SQUARES, care_map
from pactregistry.commons.modules.models import Activity
from pactregistry.database import db
from tests.commons.modules.scene import SATURDAY, CareScene
from tests.conftest import SetClock


def somewhere(
    longitude: float | None, latitude: float | None, place: str = "Via Lunga"
) -> Activity:
    return Activity(
        longitude=longitude,
        latitude=latitude,
        place_name=place,
        district="centro",
        people_count=2,
        done_on=SATURDAY,
    )


@pytest.mark.article("12(2)")
def test_activities_gather_in_squares(app: object) -> None:
    there = [somewhere(11.05, 44.62) for _ in range(4)]
    found = care_map([*there, somewhere(11.09, 44.64), somewhere(None, None), somewhere(9, 45)])
    assert sorted((square.count, square.shade) for square in found.squares) == [(1, 1), (4, 4)]
    assert found.total == 7
    assert found.without_position == 2
    assert found.places[0].count == 7
    assert found.places[0].people == 14


@pytest.mark.parametrize(("longitude", "latitude"), [(11.1003, 44.5841), (10.9996, 44.6559)])
def test_the_edge_belongs_to_the_map(app: object, longitude: float, latitude: float) -> None:
    (square,) = care_map([somewhere(longitude, latitude)]).squares
    assert 0 <= square.x <= 400 - 400 // SQUARES
    assert 0 <= square.y <= 400 - 400 // SQUARES


def test_nothing_done_is_said_so(care: CareScene) -> None:
    assert "Nothing done here yet" in care.as_(None).get("/care").text


@pytest.fixture
def three_done(care: CareScene, clock: SetClock) -> CareScene:
    """Three activities of two modules, in two districts, on two days."""
    care.module()
    care.module(key="leaves", titles_it="Leaves", most_items=None)
    clock.go(SATURDAY)
    for key, place in (("small-repairs", "Via Lunga"), ("leaves", "Campo Stella")):
        care.announce(key=key, place=place)
        care.done()
    clock.go(date(2026, 3, 20))
    care.announce(place="Via Lunga", happens_on=date(2026, 3, 20))
    care.done()
    return care


@pytest.mark.article("12(2)")
@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("?module=leaves", 1),
        ("?district=centro", 2),
        ("?district=nowhere", 3),
        ("?since=2026-03-15", 1),
        ("?until=2026-03-14", 2),
        ("?since=2026-03-14&until=2026-03-14&district=fiume", 1),
        ("?since=yesterday", 3),
        ("?since=2027-01-01", 0),
    ],
)
def test_filters_by_days_module_and_district(three_done: CareScene, query: str, count: int) -> None:
    page = three_done.as_(None).get(f"/care{query}").text
    told = {0: "Nothing done here yet", 1: "1 activity done"}
    assert told.get(count, f"{count} activities done") in page


def test_a_page_that_is_not_there(three_done: CareScene) -> None:
    assert three_done.as_(None).get("/care?page=2").status_code == 404


def test_the_list_asks_as_many_questions_for_three_as_for_one(three_done: CareScene) -> None:
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    browser = three_done.as_(None)
    browser.get("/care?module=leaves")
    one = len(asked)
    asked.clear()
    browser.get("/care")
    assert len(asked) == one
