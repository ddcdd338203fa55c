"""The demo city is the same whenever it is filled, and time does in it what it does elsewhere."""

from collections.abc import Sequence

import pytest
from flask import Flask
from sqlalchemy import select

from pactregistry import scheduler
from pactregistry.conciliation.deliberating import actions_proposal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import filling, passing
from pactregistry.demo.marker import Mark
from pactregistry.journal import Entry
from pactregistry.notices.models import Mail
from pactregistry.pacts import actions_freezing, actions_signing
from tests.conftest import SetClock

City = tuple[Flask, Mark]


def told() -> Sequence[tuple[object, ...]]:
    """What the journal tells, day by day counted from today."""
    today = settings().today()
    entries = db.session.scalars(select(Entry).order_by(Entry.id)).all()
    return [
        (e.subject_kind, e.subject_id, e.step, e.to_state, (e.occurred_on - today).days, e.actor_id)
        for e in entries
    ]


def written() -> Sequence[tuple[str, str]]:
    mails = db.session.scalars(select(Mail).order_by(Mail.id)).all()
    return [(mail.to_address, mail.subject) for mail in mails]


def test_filled_again_it_is_the_same(
    city: City, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = city
    with first.test_request_context():  # it only reads, and waits for nobody who writes
        before, mails, day = told(), written(), settings().today()
    SetClock(app).go(day)
    monkeypatch.setattr(actions_freezing, "original_pdf", lambda _content: b"%PDF original")
    monkeypatch.setattr(actions_signing, "public_pdf", lambda _content, _record: b"%PDF public")
    monkeypatch.setattr(actions_proposal, "proposal_pdf", lambda _content: b"%PDF proposal")
    filling.fill()
    assert told() == before
    assert written() == mails


def test_time_does_here_what_the_scheduler_does() -> None:
    assert set(passing.SWEEPS) == set(scheduler.SWEEPS)
