"""Art. 21: municipal spaces, at the rate of the City's own activities."""

from datetime import date

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.supports.spaces import sweep
from pactregistry.supports.spaces.models import Booking
from tests.pacts.life.scene import Scene
from tests.supports.giving import REASONS


def ask(scene: Scene, who: Account, **typed: object) -> TestResponse:
    form = {
        "space": "sala-civica",
        "day": "2026-05-09",
        "begins": "18:00",
        "ends": "20:00",
        "use": "meeting",
        "purpose": "Planting plan",
        "people": 20,
        "group": "",
        **typed,
    }
    return scene.enter(who).post("/spaces/request", data=form)


def step(scene: Scene, who: Account, number: str, page: str, **typed: object) -> int:
    db.session.expire_all()
    booking = db.session.scalars(db.select(Booking).filter_by(number=number)).one()
    form = {"version": booking.version, **typed}
    return scene.enter(who).post(f"/bookings/{number}/{page}", data=form).status_code


@pytest.mark.article("21(1)")
def test_1_a_citizen_asks_and_the_office_grants(scene: Scene, client: FlaskClient) -> None:
    assert ask(scene, scene.cast.stranger).status_code == 302
    assert "18:00-20:00" not in client.get("/spaces/").text
    assert step(scene, scene.cast.desk, "2026-S-0001", "grant") == 302
    page = client.get("/spaces/").text
    assert "18:00-20:00" in page
    assert "Rino" not in page
    assert "Planting plan" not in page


@pytest.mark.article("21(1)")
@pytest.mark.parametrize(
    ("begins", "ends", "status"),
    [
        ("16:00", "18:00", 302),
        ("16:00", "18:01", 409),
        ("19:59", "21:00", 409),
        ("20:00", "21:00", 302),
    ],
)
def test_1_a_clash_names_the_other_s_time_only(
    scene: Scene, begins: str, ends: str, status: int
) -> None:
    ask(scene, scene.cast.lead)
    step(scene, scene.cast.desk, "2026-S-0001", "grant")
    answer = ask(scene, scene.cast.stranger, begins=begins, ends=ends)
    assert answer.status_code == status
    if status == 409:
        assert "The space is taken then: 18:00-20:00." in answer.text
        assert scene.cast.lead.name not in answer.text


@pytest.mark.article("21(1)")
def test_1_of_two_requests_one_is_granted(scene: Scene) -> None:
    ask(scene, scene.cast.lead)
    ask(scene, scene.cast.stranger)
    assert step(scene, scene.cast.desk, "2026-S-0002", "grant") == 302
    assert step(scene, scene.cast.desk, "2026-S-0001", "grant") == 409


@pytest.mark.article("21(1)", "11(8)")
def test_1_a_refusal_has_reasons_and_remedies(scene: Scene) -> None:
    ask(scene, scene.cast.stranger)
    assert step(scene, scene.cast.desk, "2026-S-0001", "refusal", reason="No.") == 409
    assert step(scene, scene.cast.desk, "2026-S-0001", "refusal", reason=REASONS) == 302
    page = scene.enter(scene.cast.stranger).get("/bookings/2026-S-0001").text
    assert REASONS in page
    assert "administrative court" in page


@pytest.mark.article("21(1)", "11(7)")
def test_1_who_asks_does_not_grant(scene: Scene) -> None:
    ask(scene, scene.cast.desk)
    assert step(scene, scene.cast.desk, "2026-S-0001", "grant") == 409


@pytest.mark.article("21(1)", "3(1)b")
def test_1_silence_is_told_as_silence(scene: Scene) -> None:
    ask(scene, scene.cast.stranger)
    for day, mails in ((9, 0), (10, 2), (11, 2)):
        scene.clock.go(date(2026, 5, day))
        db.session.commit()
        sweep.run(settings().now())
        assert len(scene.mails("Not answered in time")) == mails
    assert "not answered in time" in scene.enter(scene.cast.stranger).get("/me/spaces").text


@pytest.mark.article("21(1)")
def test_1_a_request_is_not_there_for_others(scene: Scene) -> None:
    ask(scene, scene.cast.stranger)
    browser = scene.enter(scene.cast.lead)
    theirs, nothing = (browser.get(f"/bookings/2026-S-000{n}") for n in (1, 9))
    assert theirs.status_code == nothing.status_code == 404
    assert theirs.text.replace("S-0001", "S-0009") == nothing.text


@pytest.mark.article("21(1)")
def test_1_a_space_is_asked_for_a_pact_by_its_people(scene: Scene) -> None:
    page = "/pacts/2026-0001/spaces/request"
    form = {
        "space": "sala-civica",
        "day": "2026-05-09",
        "begins": "18:00",
        "ends": "20:00",
        "use": "self_financing",
        "purpose": "Cakes for the beds",
        "people": 9,
        "group": "",
    }
    assert scene.enter(scene.cast.lead).post(page, data=form).status_code == 302
    assert scene.enter(scene.cast.stranger).post(page, data=form).status_code in {403, 404}
    booking = db.session.scalars(db.select(Booking)).one()
    assert booking.pact_id == scene.pact.id


@pytest.mark.article("21(2)")
def test_2_the_rate_is_the_city_s_own_and_no_field(scene: Scene) -> None:
    page = scene.enter(scene.cast.stranger).get("/spaces/request").text
    assert "The rate is that of the City" in page
    assert 'name="rate"' not in page
