"""One walk from a draft to a published pact, through the pages, whatever the regulation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask, current_app
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from pactregistry.config import Settings
from pactregistry.database import db
from pactregistry.journal import Entry, history
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import latest_version
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from pactregistry.proposals.sheet import clock_of
from pactregistry.workflow.clocks import Clock
from tests.proposals.writing import latest, send, write


@dataclass
class Walk:
    """The people of a case, each at a browser of their own."""

    app: Flask
    enter: Callable[[Account], FlaskClient]
    clock: Any
    resident: Account
    neighbour: Account
    desk: Account
    manager: Account
    executive: Account

    @property
    def settings(self) -> Settings:
        """The settings as the test set them."""
        here: Settings = self.app.config["SETTINGS"]
        return here

    def propose(self, **typed: Any) -> str:
        """Write a small proposal and send it; gives its number."""
        browser = self.enter(self.resident)
        draft = write(browser, **typed)
        assert send(browser, draft).status_code == 302
        return latest().number or ""

    def proposal(self, number: str) -> Proposal:
        """A proposal as it stands now."""
        db.session.expire_all()
        return db.session.scalars(select(Proposal).where(Proposal.number == number)).one()

    def entries(self, number: str) -> list[Entry]:
        """The history of a proposal."""
        return list(history("proposal", self.proposal(number).id))

    def clock_on(self, number: str, day: date) -> Clock:
        """The file's clock on a day."""
        self.clock.go(day)
        found = clock_of(self.proposal(number), self.entries(number))
        assert found is not None
        return found

    def post(self, account: Account, address: str, number: str, **typed: Any) -> TestResponse:
        """Send the form of a step, opened now."""
        data = {
            "version": self.proposal(number).version,
            "occurred_on": self.settings.today(),
            **typed,
        }
        return self.enter(account).post(address, data=data)

    def ask_for_papers(self, number: str) -> None:
        """The desk asks for a paper: the clock stops."""
        asked = {"texts-0": "Una pianta del luogo"}
        address = f"/desk/proposals/{number}/supplement-request"
        assert self.post(self.desk, address, number, **asked).status_code == 302

    def bring_papers(self, number: str) -> None:
        """The author answers: the clock goes on."""
        address = f"/proposals/{number}/supplement"
        answer = self.post(self.resident, address, number, text="Ecco la pianta.")
        assert answer.status_code == 302, answer.text

    def open_inquiry(self, number: str, **typed: Any) -> TestResponse:
        """The desk opens the inquiry with what the form proposes; what differs is typed."""
        address = f"/desk/proposals/{number}/inquiry"
        page = self.enter(self.desk).get(address).text
        usual = {
            "opinion_days": 20,
            "comments_from": self.settings.today(),
            "digest_read": page.split('name="digest_read" value="')[1].split('"')[0],
        }
        announced = {"days": 45, "comment_days": 15}
        usual |= {name: days for name, days in announced.items() if f'name="{name}"' in page}
        return self.post(self.desk, address, number, **usual | typed)

    def refer_and_resolve(self, number: str) -> None:
        """The desk refers the file to the executive, whose resolution is recorded."""
        referral = f"/desk/proposals/{number}/referral"
        assert self.post(self.desk, referral, number, why="Da approvare").status_code == 302
        act = {"outcome": "inquiry", "resolution": "n. 12 del 20 aprile 2026", "reason": "-"}
        resolution = f"/desk/proposals/{number}/resolution"
        answer = self.post(self.executive, resolution, number, **act)
        assert answer.status_code == 302, answer.text

    def accept(self, number: str) -> TestResponse:
        """The desk accepts: the pact is formed."""
        return self.post(self.desk, f"/desk/proposals/{number}/acceptance", number)

    def pact(self, number: str) -> Pact:
        """The pact of a proposal as it stands now."""
        proposal_id = self.proposal(number).id
        return db.session.scalars(select(Pact).where(Pact.proposal_id == proposal_id)).one()

    def agree_and_freeze(self, number: str) -> Pact:
        """Both sides agree on the text as it stands, and the desk freezes it."""
        pact = self.pact(number)
        for account in (self.resident, self.desk):
            seen = {f"revision_{s.letter}": s.revision for s in latest_version(pact).sections}
            address = f"/pacts/{pact.number}/codesign/agreement"
            assert self.enter(account).post(address, data=seen).status_code == 302
        form = {"version": latest_version(self.pact(number)).version}
        answer = self.enter(self.desk).post(f"/pacts/{pact.number}/freezing", data=form)
        assert answer.status_code == 302, answer.text
        return self.pact(number)

    def sign(self, number: str, account: Account, **typed: Any) -> TestResponse:
        """Confirm the page on duties, then sign here."""
        pact = self.pact(number)
        browser = self.enter(account)
        browser.post(f"/pacts/{pact.number}/duties")
        digest = latest_version(pact).original_sha256
        form = {"digest": digest, "kind": "here", "onerous": "yes", **typed}
        return browser.post(f"/pacts/{pact.number}/signature", data=form)

    def sign_all(self, number: str) -> Pact:
        """The citizen signs, then the managing officer: the pact is public."""
        assert self.sign(number, self.resident).status_code == 302
        answer = self.sign_for_city(number)
        assert answer.status_code == 302, answer.text
        return self.pact(number)

    def sign_for_city(self, number: str) -> TestResponse:
        """The managing officer signs, with a one-time code."""
        factory = current_app.extensions["security"].totp_factory
        secret = self.manager.tf_totp_secret
        self.manager.tf_last_counter = None  # as if half a minute had passed since the last one
        code = str(factory._totp.from_source(secret).generate().token)
        return self.sign(number, self.manager, code=code)
