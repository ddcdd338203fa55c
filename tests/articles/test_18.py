"""Art. 18: training for citizens and for the City's staff."""

from collections.abc import Callable
from datetime import date, time

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.pacts.facts import version_facts
from pactregistry.people.models import Account
from pactregistry.supports.training import sweep
from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, session

Person = Callable[..., Account]


def join(scene: Scene, who: Account, number: str) -> int:
    page = f"/training/{number}/place"
    return scene.enter(who).post(page, data={"version": "1"}).status_code


@pytest.mark.article("18(1)", "18(2)")
def test_1_sessions_are_public_without_names(scene: Scene, client: FlaskClient) -> None:
    planned = session(scene)
    assert join(scene, scene.cast.stranger, planned.number) == 302
    page = client.get(f"/training/{planned.number}").text
    assert "1 of 2 seats taken" in page
    assert "Rino Passante" not in page
    assert "Gloves and shears" in client.get("/training/").text


@pytest.mark.article("18(2)")
def test_2_who_waits_moves_up_and_is_told(scene: Scene, person: Person) -> None:
    planned = session(scene, seats=1)
    late = person("Late Comer")
    assert join(scene, scene.cast.stranger, planned.number) == 302
    assert join(scene, late, planned.number) == 302
    assert join(scene, late, planned.number) == 409  # one seat a person
    leaving = f"/training/{planned.number}/leaving"
    scene.enter(scene.cast.stranger).post(leaving, data={"version": "1"})
    told = db.session.scalars(db.select(Mail).filter_by(to_address=late.email)).all()
    assert [m.subject.split(":")[0] for m in told] == [
        "You are on the waiting list",
        "A seat is yours now",
    ]


@pytest.mark.article("18(2)")
@pytest.mark.parametrize(("minute", "status"), [(time(17, 59), 302), (time(18), 409)])
def test_2_nobody_signs_up_once_it_has_begun(scene: Scene, minute: time, status: int) -> None:
    planned = session(scene)
    scene.clock.go(date(2026, 5, 2), minute)
    assert join(scene, scene.cast.stranger, planned.number) == status


@pytest.mark.article("18(2)")
def test_2_a_reminder_goes_once(scene: Scene) -> None:
    planned = session(scene)
    join(scene, scene.cast.stranger, planned.number)
    for day, mails in ((29, 0), (30, 1), (30, 1)):
        scene.clock.go(date(2026, 4, day))
        db.session.commit()
        sweep.run(settings().now())
        assert len(scene.mails("Soon:")) == mails


@pytest.mark.article("18(3)")
def test_3_a_session_names_whose_skills_and_the_pact_it_serves(
    scene: Scene, client: FlaskClient
) -> None:
    planned = session(scene, who_teaches="The gardeners of Via Lunga")
    form = {"session": planned.number}
    scene.enter(scene.cast.desk).post(f"/desk/pacts/{NUMBER}/training", data=form)
    page = client.get(f"/training/{planned.number}").text
    assert "The gardeners of Via Lunga" in page
    assert NUMBER in page
    assert "Gloves and shears" in client.get(f"/pacts/{NUMBER}").text


@pytest.mark.article("18(4)", "31(1)")
def test_4_training_on_risks_that_was_attended_answers_for_the_pact(scene: Scene) -> None:
    scene.cast.proposal.risk = True
    planned = session(scene)
    join(scene, scene.cast.lead, planned.number)
    assert not version_facts(scene.cast.text).training_before_risk
    scene.clock.go(date(2026, 5, 3))
    db.session.refresh(planned)
    form = {"version": planned.version, "came": [str(p.id) for p in planned.listed]}
    page = f"/desk/training/{planned.number}/attendance"
    assert scene.enter(scene.cast.desk).post(page, data=form).status_code == 302
    db.session.expire_all()
    assert version_facts(scene.cast.text).training_before_risk
    assert "1 person came" in scene.enter(scene.cast.stranger).get("/training/2026-T-0001").text


@pytest.mark.article("18(5)")
def test_5_topics_for_staff_are_for_staff(scene: Scene) -> None:
    form = {"title": "Listening", "topics": ["facilitation"], "audience": "citizens"}
    answer = scene.enter(scene.cast.desk).post("/desk/training/new", data=form)
    assert answer.status_code == 422
    assert "A topic for staff is chosen" in answer.text
    planned = session(scene, topics=["facilitation"], audience="staff")
    assert join(scene, scene.cast.stranger, planned.number) == 409
    assert join(scene, scene.cast.manager, planned.number) == 302


@pytest.mark.article("18(2)")
def test_2_a_session_goes_into_a_calendar(scene: Scene, client: FlaskClient) -> None:
    planned = session(scene, title="Gloves, shears; more")
    file = client.get(f"/training/{planned.number}.ics").text
    assert "DTSTART:20260502T160000Z" in file  # six in the evening in Rome
    assert "SUMMARY:Gloves\\, shears\\; more" in file


@pytest.mark.article("18(2)", "3(1)b")
def test_2_a_session_is_called_off_with_a_reason(scene: Scene) -> None:
    planned = session(scene)
    join(scene, scene.cast.stranger, planned.number)
    db.session.refresh(planned)
    page = f"/desk/training/{planned.number}/calling-off"
    desk = scene.enter(scene.cast.desk)
    assert desk.post(page, data={"version": planned.version, "reason": ""}).status_code == 409
    answer = desk.post(page, data={"version": planned.version, "reason": "The teacher is ill."})
    assert answer.status_code == 302
    assert len(scene.mails("Called off:")) == 1
