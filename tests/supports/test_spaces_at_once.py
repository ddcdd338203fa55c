"""Two uses of one space at the same hours, granted at the same instant. Art. 21."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.supports.spaces.models import Booking
from pactregistry.workflow.states import BookingState
from tests.databases import on_each_database
from tests.pacts.life.scene import Scene

pytestmark = [pytest.mark.article("21(1)"), on_each_database]

HOURS = [("16:00", "18:00"), ("17:00", "19:00"), ("15:00", "17:30"), ("16:30", "17:15")]


def test_of_uses_that_meet_granted_at_once_one_is_granted(app: Flask, scene: Scene) -> None:
    for begins, ends in HOURS:
        form = {"space": "sala-civica", "day": "2026-05-09", "begins": begins, "ends": ends}
        form |= {"use": "meeting", "purpose": "Planting plan", "people": "20", "group": ""}
        assert scene.enter(scene.cast.lead).post("/spaces/request", data=form).status_code == 302
    asked = db.session.execute(select(Booking.number, Booking.version)).all()
    assert len(asked) == len(HOURS)
    desks = [scene.enter(scene.cast.desk) for _one in asked]
    db.session.commit()  # nobody waits for the test itself
    together = Barrier(len(asked))

    def grant(turn: int) -> int:
        number, version = asked[turn]
        with app.app_context():
            together.wait()
            page = f"/bookings/{number}/grant"
            return desks[turn].post(page, data={"version": version}).status_code

    with ThreadPoolExecutor(len(asked)) as pool:
        assert sorted(pool.map(grant, range(len(asked)))) == [302, 409, 409, 409]
    granted = select(Booking).where(Booking.state == BookingState.GRANTED)
    assert len(db.session.scalars(granted).all()) == 1
