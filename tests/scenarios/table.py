"""A text in co-design with the pages on which its conditions are written."""

from collections.abc import Callable
from dataclasses import dataclass

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pactregistry.database import db
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.people.models import Account
from tests.pacts.cases import Cast


@dataclass
class Table:
    """The group's case, as shared management; the desk writes."""

    cast: Cast
    enter: Callable[[Account], FlaskClient]

    @property
    def pact(self) -> Pact:
        """The pact as it stands now."""
        return self.cast.pact

    @property
    def text(self) -> PactVersion:
        """The text as it stands now."""
        return self.cast.text

    def is_now(self, **values: object) -> None:
        """Let the pact be of another kind."""
        pact = self.pact
        for name, value in values.items():
            setattr(pact, name, value)
        db.session.commit()

    def proposed(self, **values: object) -> None:
        """Let the proposal say otherwise."""
        for name, value in values.items():
            setattr(self.cast.proposal, name, value)
        db.session.commit()

    def shops(self, part: int, total: int, **more: str) -> dict[str, object]:
        """A count of shops."""
        return {"basis": "shops", "total": total, "represented": part, **more}

    def post(self, page: str, **typed: object) -> TestResponse:
        """The desk sends a page of the text."""
        form = {"version": self.text.version, **typed}
        address = f"/pacts/{self.cast.number}/codesign/{page}"
        return self.enter(self.cast.desk).post(address, data=form)

    def state(self, group: str, **typed: object) -> None:
        """The desk states a group of conditions."""
        answer = self.post(f"conditions/{group}", **typed)
        assert answer.status_code == 302, answer.text

    def terms(self, **typed: object) -> None:
        """The desk writes duration and acts."""
        answer = self.post("terms", withdrawal_notice_days=30, **typed)
        assert answer.status_code == 302, answer.text

    def conditions_page(self) -> str:
        """What the case is asked, and what it states."""
        return self.enter(self.cast.desk).get(f"/pacts/{self.cast.number}/codesign/conditions").text

    def freezing_page(self) -> str:
        """What stands against freezing."""
        return self.enter(self.cast.desk).get(f"/pacts/{self.cast.number}/freezing").text

    def freeze(self) -> TestResponse:
        """The desk freezes the text."""
        form = {"version": self.text.version}
        return self.enter(self.cast.desk).post(f"/pacts/{self.cast.number}/freezing", data=form)

    def sign(self) -> TestResponse:
        """The citizens' representative signs what was frozen."""
        browser = self.enter(self.cast.lead)
        browser.post(f"/pacts/{self.cast.number}/duties")
        form = {"digest": self.text.original_sha256, "kind": "here", "onerous": "yes"}
        return browser.post(f"/pacts/{self.cast.number}/signature", data=form)

    def on_pact(self, page: str, day: str, **typed: object) -> TestResponse:
        """The desk takes a step on the pact."""
        form = {"version": self.pact.version, "occurred_on": day, **typed}
        return self.enter(self.cast.desk).post(f"/pacts/{self.cast.number}/{page}", data=form)

    def act_of_heritage(self) -> TestResponse:
        """The heritage authority's approval, recorded today."""
        act = {"outcome": "approved", "act": "9/2026"}
        return self.on_pact("heritage", "2026-04-03", **act)
