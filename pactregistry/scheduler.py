"""What happens by itself on its day: a process that only calls the actions a person would. Art. 34.

Running a turn twice, late or on two machines does nothing twice: a claim guards the turn, and every
sweep looks only for what is due and not yet done.
"""

import logging
import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import FrameType

from apscheduler.schedulers.blocking import BlockingScheduler
from flask import Flask

from pactregistry import create_app
from pactregistry.commons.calls import sweep as calls_sweep
from pactregistry.commons.inventory import sweep as inventory_sweep
from pactregistry.commons.modules import sweep as modules_sweep
from pactregistry.conciliation.closing import sweep as disputes_sweep
from pactregistry.config import Settings
from pactregistry.config import settings as current_settings
from pactregistry.database import db
from pactregistry.notices.outbox import send_waiting
from pactregistry.notices.pulse import beat, claim
from pactregistry.pacts import sweep as pacts_sweep
from pactregistry.pacts.joining import sweep as joining_sweep
from pactregistry.pacts.places import sweep as places_sweep
from pactregistry.pacts.supporting import sweep as supporting_sweep
from pactregistry.pacts.versions import sweep as versions_sweep
from pactregistry.proposals import sweep as proposals_sweep
from pactregistry.proposals.competing import sweep as choices_sweep
from pactregistry.reports.oversight import sweep as oversight_sweep
from pactregistry.reports.scheduling import sweep as reports_sweep
from pactregistry.supports.loans import sweep as loans_sweep
from pactregistry.supports.spaces import sweep as spaces_sweep
from pactregistry.supports.training import sweep as training_sweep

log = logging.getLogger(__name__)

Sweep = Callable[[datetime], object]
SWEEPS: tuple[Sweep, ...] = (
    inventory_sweep.run,
    calls_sweep.run,
    modules_sweep.run,
    proposals_sweep.run,
    choices_sweep.run,
    pacts_sweep.run,
    versions_sweep.run,
    joining_sweep.run,
    places_sweep.run,
    supporting_sweep.run,
    oversight_sweep.run,
    loans_sweep.run,
    spaces_sweep.run,
    training_sweep.run,
    reports_sweep.run,
    disputes_sweep.run,
)


@dataclass(frozen=True)
class Job:
    """Something to do again and again; `shared` ones are done by one scheduler each time."""

    name: str
    every: timedelta
    run: Callable[[], object]
    shared: bool = True


def sweep() -> None:
    """Take every step whose day has come; one sweep that fails does not hold up the others."""
    now = current_settings().now()
    for take_due_steps in SWEEPS:
        try:
            take_due_steps(now)
        except Exception:
            db.session.rollback()
            log.exception("the sweep of %s failed", take_due_steps.__module__)


def sign_of_life() -> None:
    """Tell the health page that this process works; end it when its parent has gone."""
    beat(current_settings().now())
    db.session.commit()
    parent = multiprocessing.parent_process()
    if parent is not None and not parent.is_alive():
        os.kill(os.getpid(), signal.SIGTERM)


JOBS = (
    Job("sign_of_life", timedelta(minutes=1), sign_of_life, shared=False),
    Job("sweep", timedelta(minutes=1), sweep),
    Job("mails", timedelta(seconds=5), send_waiting),
)


def take_turn(app: Flask, job: Job) -> bool:
    """Run a job for its present turn; False when another scheduler has taken it."""
    with app.app_context():
        # A turn is counted on the machine's clock: a set civil clock starts anew at every start.
        if job.shared and not claim(job.name, slot_of(datetime.now(UTC), job.every)):
            return False
        job.run()
    return True


def run_due(app: Flask, at: datetime | None = None) -> int:
    """Do once what is due now, or what would be due at an instant; gives back the mails sent."""
    settings: Settings = app.config["SETTINGS"]
    if at is not None:
        app.config["SETTINGS"] = replace(settings, shift=at - datetime.now(UTC))
    try:
        with app.app_context():
            sweep()
            return send_waiting()
    finally:
        app.config["SETTINGS"] = settings


def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; the turn at hand is finished first."""
    app = create_app(settings)
    scheduler = BlockingScheduler(timezone=UTC)
    for job in JOBS:
        scheduler.add_job(
            take_turn,
            "interval",
            args=(app, job),
            id=job.name,
            seconds=job.every.total_seconds(),
            next_run_time=datetime.now(UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)
    try:
        scheduler.start()
    except SystemExit:
        scheduler.shutdown()


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of signal handlers
    raise SystemExit


def slot_of(now: datetime, every: timedelta) -> datetime:
    """When the turn at hand began: the same moment for every scheduler."""
    epoch = datetime.fromtimestamp(0, UTC)
    return epoch + (now - epoch) // every * every
