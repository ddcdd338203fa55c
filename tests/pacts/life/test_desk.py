"""The office's list of pacts and the file of one, with its lawful steps. Art. 10(2), 5(2)b."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from pactregistry.config import settings
from pactregistry.database import db
from tests.pacts.life.scene import WORKS, Scene

LIST, FILE = "/desk/pacts/", "/desk/pacts/2026-0001"


def test_the_file_offers_the_steps_of_the_moment(scene: Scene) -> None:
    desk, manager = scene.enter(scene.cast.desk), scene.enter(scene.cast.manager)
    page = manager.get(FILE).text
    assert "Announce a suspension" in page
    assert "Reinstate" not in page
    assert "Call the suspension off" not in page
    assert "Take the notice back" not in page
    assert "Revoke" not in desk.get(FILE).text
    scene.takes(scene.cast.desk, "suspension", cause=WORKS, reason="A branch has fallen.")
    page = manager.get(FILE).text
    assert "Confirm the suspension" in page
    assert "Announce a suspension" not in page


def test_only_the_office_reads_the_file_and_the_list(scene: Scene, client: FlaskClient) -> None:
    for address in (LIST, FILE):
        assert scene.enter(scene.cast.lead).get(address).status_code == 403
        assert scene.enter(scene.cast.stranger).get(address).status_code == 403
        assert client.get(address).status_code in {302, 401}


@pytest.mark.article("5(2)b")
@pytest.mark.parametrize(("before", "found"), [(91, False), (90, True), (0, True), (-1, False)])
def test_the_list_finds_what_ends_within_ninety_days(
    scene: Scene, before: int, found: bool
) -> None:
    scene.clock.go(date(2028, 4, 14) - timedelta(days=before))
    page = scene.enter(scene.cast.desk).get(f"{LIST}?what=ends_soon").text
    assert ("2026-0001" in page) is found


def test_the_list_is_searched_by_state_notice_district_and_words(scene: Scene) -> None:
    desk = scene.enter(scene.cast.desk)
    assert "2026-0001" in desk.get(LIST).text
    assert "2026-0001" not in desk.get(f"{LIST}?what=notice").text
    scene.takes(scene.cast.lead, "withdrawal")
    assert "last day 15 May 2026" in desk.get(f"{LIST}?what=notice").text
    assert "2026-0001" not in desk.get(f"{LIST}?state=ended").text
    assert "2026-0001" in desk.get(f"{LIST}?state=active&district=centro&q=aiuole").text
    assert "2026-0001" not in desk.get(f"{LIST}?q=nowhere").text
    assert "2026-0001" in desk.get(f"{LIST}?q=2026-0001&state=nonsense&what=nonsense").text
    assert desk.get(f"{LIST}?page=2").status_code == 404
    scene.go(date(2026, 5, 16))
    assert "2026-0001" in desk.get(f"{LIST}?state=ended").text


def test_what_awaits_an_answer_or_a_confirmation_is_found(scene: Scene) -> None:
    desk = scene.enter(scene.cast.desk)
    assert "2026-0001" not in desk.get(f"{LIST}?what=awaited").text
    scene.takes(scene.cast.manager, "breach", text="The beds are dry.")
    assert "2026-0001" in desk.get(f"{LIST}?what=awaited").text


def test_the_list_asks_as_much_whatever_its_length(scene: Scene) -> None:
    desk = scene.enter(scene.cast.desk)
    asked: list[str] = []
    engine = db.engine

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        desk.get(LIST)
        first = len(asked)
        scene.takes(scene.cast.desk, "renewal")
        asked.clear()
        desk.get(f"{LIST}?q=aiuole")
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len(asked) <= first
    assert settings().city.desk.key == "commons"
