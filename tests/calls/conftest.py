"""The people around a call, and what they do with it through its pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.commons.calls import sweep as calls_sweep
from pactregistry.commons.calls.models import Call
from pactregistry.config import Settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Role
from tests.conftest import SetClock

REASON = (
    "The act that set this call was taken back by the City council after new facts came to light."
)
QUESTIONS = {
    "questions-0-label": "How many of you will come each week?",
    "questions-0-required": "y",
    "questions-1-label": "Who keeps the keys?",
}
CRITERIA = {
    "criteria-0-label": "Openness to all",
    "criteria-0-highest": "10",
    "criteria-1-label": "Care over time",
    "criteria-1-highest": "5",
}


FIRST = ("intensity", "proposer_kind", "works", "commons")  # asked before one writes


@dataclass
class Cast:
    """Who takes part."""

    desk: Account
    manager: Account
    residents: list[Account]


@dataclass
class Stage:
    """A call and its answers, each step through its page."""

    app: Flask
    cast: Cast
    clock: SetClock
    sign_in: Callable[..., None]
    browsers: dict[int, FlaskClient] = field(default_factory=dict)

    def as_(self, account: Account) -> FlaskClient:
        """A browser signed in as somebody."""
        client = self.app.test_client()
        self.sign_in(client, account)
        return client

    def go(self, day: date, at: time = time(12)) -> None:
        """Let it be a given time."""
        self.clock.go(day, at)

    def sweep(self) -> None:
        """Let time do what is due."""
        here: Settings = self.app.config["SETTINGS"]
        calls_sweep.run(here.now())
        db.session.expire_all()

    def form(self, **typed: Any) -> dict[str, Any]:
        """What the office types for an ordinary call."""
        usual = {
            "title": "The old pump house",
            "summary": "Who keeps it open?",
            "text": "We look for people who open the pump house each week.",
            "theme": "culture",
            "district": "centro",
            "act": "determination 112 of 2 March 2026",
            "closes_on": "2026-03-31",
            "closes_hour": "12:00",
            "places_offered": "1",
        }
        return {**usual, **QUESTIONS, **CRITERIA, **typed}

    def write(self, **typed: Any) -> Call:
        """A draft of a call."""
        answer = self.as_(self.cast.desk).post("/desk/calls/new", data=self.form(**typed))
        assert answer.status_code == 302, answer.text
        return self.latest_call()

    def open(self, **typed: Any) -> Call:
        """A call that takes entries."""
        call = self.write(**typed)
        answer = self.step(self.cast.manager, call, "opening")
        assert answer.status_code == 302, answer.text
        db.session.expire_all()
        return call

    def step(self, account: Account, call: Call, step: str, **typed: Any) -> Any:
        """Send the form of a step on a call, opened now."""
        db.session.expire_all()
        here: Settings = self.app.config["SETTINGS"]
        data = {"version": call.version, "occurred_on": here.today(), **typed}
        return self.as_(account).post(f"/desk/calls/{call.id}/{step}", data=data)

    def draft(self, account: Account, call: Call, **typed: Any) -> Proposal:
        """An answer being written: a light one, with what was typed."""
        client = self.as_(account)
        first = {"intensity": "continuous", "proposer_kind": "person"}
        kinds = {key: typed.pop(key) for key in FIRST if key in typed}
        begun = client.post(f"/calls/{call.number}/answer", data=first | kinds)
        assert begun.status_code == 302, begun.text
        draft = self.latest()
        usual = {
            "version": draft.version,
            "title": f"Idea of {account.name.split()[0]}",
            "description": "We open it each Saturday.",
            "place": "Via Lunga",
            "answer_q1": "Twelve",
            "go": "check",
        }
        saved = client.post(f"/drafts/{draft.id}", data=usual | typed)
        assert saved.status_code == 302, saved.text
        return self.latest()

    def send(self, account: Account, draft: Proposal) -> Any:
        """Send a draft as it stands now."""
        db.session.expire_all()
        data = {"version": draft.version}
        return self.as_(account).post(f"/drafts/{draft.id}/submission", data=data)

    def entry(self, account: Account, call: Call, **typed: Any) -> Proposal:
        """An answer that was sent in time."""
        draft = self.draft(account, call, **typed)
        answer = self.send(account, draft)
        assert answer.status_code == 302, answer.text
        db.session.expire_all()
        return draft

    def close(self, call: Call) -> None:
        """Let the call reach its moment, and the sweep after it."""
        zone = self.app.config["SETTINGS"].city.zone
        assert call.closes_at is not None
        local: datetime = call.closes_at.astimezone(zone)
        self.go(local.date(), time(local.hour, local.minute, 59))
        self.go(date.fromordinal(local.date().toordinal() + 1))
        self.sweep()

    def inquire(self, proposal: Proposal) -> None:
        """Open the inquiry of an entry, with no opinion asked."""
        client = self.as_(self.cast.desk)
        address = f"/desk/proposals/{proposal.number}/inquiry"
        digest = client.get(address).text.split('name="digest_read" value="')[1].split('"')[0]
        here: Settings = self.app.config["SETTINGS"]
        data = {
            "version": proposal.version,
            "occurred_on": here.today(),
            "days": 45,
            "opinion_days": 20,
            "comments_from": here.today(),
            "comment_days": 15,
            "digest_read": digest,
        }
        answer = client.post(address, data=data)
        assert answer.status_code == 302, answer.text
        db.session.expire_all()

    def score(self, call: Call, proposal: Proposal, *points: str, by: Account | None = None) -> Any:
        """Enter the points of an entry by the criteria in their order."""
        client = self.as_(by or self.cast.desk)
        address = f"/desk/calls/{call.id}/scores/{proposal.number}"
        page = client.get(address).text
        seen = page.split('name="digest_seen" type="hidden" value="')[1].split('"')[0]
        data: dict[str, str] = {"digest_seen": seen}
        for criterion, given in zip(call.criteria, points, strict=False):
            data[f"points_{criterion['key']}"] = given
            data[f"sentence_{criterion['key']}"] = f"Because of {criterion['label']}."
        answer = client.post(address, data=data)
        db.session.expire_all()
        return answer

    def mails(self, account: Account) -> list[str]:
        """The subjects of the mails to somebody."""
        query = select(Mail).where(Mail.to_address == account.email).order_by(Mail.id)
        return [mail.subject for mail in db.session.scalars(query)]

    def latest(self) -> Proposal:
        """The latest proposal, as it stands in the database."""
        db.session.expire_all()
        return (
            db.session.scalars(select(Proposal).order_by(Proposal.id.desc())).first() or Proposal()
        )

    def latest_call(self) -> Call:
        """The latest call."""
        db.session.expire_all()
        return db.session.scalars(select(Call).order_by(Call.id.desc()).limit(1)).one()


@pytest.fixture
def stage(
    app: Flask,
    client: FlaskClient,
    clock: SetClock,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> Stage:
    """The stage of 2 March 2026: an office with its manager, and four residents."""
    names = ("Rita Residente", "Nino Vicino", "Ada Maestra", "Ugo Quarto")
    cast = Cast(
        desk=person("Ufficio Uno", roles=[(Role.DESK, "commons")]),
        manager=person("Dirigente Cinque", roles=[(Role.MANAGER, "commons")]),
        residents=[person(name) for name in names],
    )
    return Stage(app, cast, clock, sign_in)
