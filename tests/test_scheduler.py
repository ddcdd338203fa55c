"""What is due is done once, however often, late or by however many schedulers. Art. 34."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from pactregistry import scheduler
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.notices.pulse import KEPT, Claim, claim, is_alive
from pactregistry.scheduler import JOBS, Job, run_due, take_turn


class Counted:
    """A job that counts how often it ran."""

    def __init__(self, *, shared: bool = True) -> None:
        self.times = 0
        self.job = Job("counted", timedelta(days=365 * 100), self.run, shared=shared)

    def run(self) -> None:
        self.times += 1


@pytest.fixture
def mail(app: Flask) -> Callable[[], Mail]:
    """Put a mail into the outbox."""

    def write() -> Mail:
        now = settings().now()
        one = Mail(
            to_address="rita@people.example",
            language="en",
            subject="Received",
            text="It is here.\n",
            queued_at=now,
            next_attempt_at=now,
        )
        db.session.add(one)
        db.session.commit()
        return one

    assert app
    return write


def test_two_schedulers_take_one_turn_once(app: Flask) -> None:
    counted = Counted()
    assert take_turn(app, counted.job) is True
    assert take_turn(app, counted.job) is False
    assert counted.times == 1


def test_what_every_scheduler_does_needs_no_claim(app: Flask) -> None:
    counted = Counted(shared=False)
    assert take_turn(app, counted.job)
    assert take_turn(app, counted.job)
    assert counted.times == 2


def test_the_next_turn_is_free_again_and_old_claims_go(app: Flask) -> None:
    first = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert claim("sweep", first)
    assert not claim("sweep", first)
    assert claim("mails", first)
    assert claim("sweep", first + timedelta(minutes=1))
    assert claim("sweep", first + KEPT + timedelta(minutes=1))
    kept = db.session.scalar(select(func.count()).where(Claim.job == "sweep"))
    assert kept == 2


def test_a_sweep_that_fails_does_not_hold_up_the_next(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[datetime] = []

    def broken(now: datetime) -> None:
        message = "a file that cannot be read"
        raise RuntimeError(message)

    monkeypatch.setattr(scheduler, "SWEEPS", (broken, done.append))
    with app.app_context():
        scheduler.sweep()
    assert len(done) == 1
    assert "a file that cannot be read" in caplog.text


def test_what_would_be_due_at_a_time_sees_that_time_and_no_longer(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[date] = []
    monkeypatch.setattr(scheduler, "SWEEPS", (lambda _now: seen.append(settings().today()),))
    before = app.config["SETTINGS"]
    run_due(app, datetime(2031, 5, 6, 12, tzinfo=UTC))
    assert seen == [date(2031, 5, 6)]
    assert app.config["SETTINGS"] is before


def test_waiting_mails_go_out_once(app: Flask, mail: Callable[[], Mail]) -> None:
    mail()
    mail()
    assert run_due(app) == 2
    assert run_due(app) == 0
    assert len(list((settings().data_dir / "mail").glob("*.eml"))) == 2


def test_the_sweeps_find_nothing_to_do_on_an_empty_registry(app: Flask) -> None:
    assert scheduler.SWEEPS
    assert run_due(app) == 0


def test_the_scheduler_gives_a_sign_of_life(app: Flask) -> None:
    assert not is_alive(settings().now())
    (sign,) = (job for job in JOBS if job.name == "sign_of_life")
    db.session.rollback()
    take_turn(app, sign)
    assert is_alive(settings().now())
    assert not is_alive(settings().now() + timedelta(hours=1))


def test_a_turn_begins_at_the_same_moment_for_all() -> None:
    every = timedelta(minutes=1)
    early = datetime(2026, 3, 2, 12, 0, 1, tzinfo=UTC)
    assert scheduler.slot_of(early, every) == scheduler.slot_of(
        early + timedelta(seconds=58), every
    )
    assert scheduler.slot_of(early + timedelta(seconds=59), every) == early + timedelta(seconds=59)
