"""The people of a case and what they do again and again in these tests."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pactregistry.database import db
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.queries import latest_version, pact_by_number
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal

CANARY = "Zibellina-Quarantasei"


@dataclass
class Cast:
    """The people of a case, and the proposal between them."""

    lead: Account
    desk: Account
    manager: Account
    stranger: Account
    proposal: Proposal
    number: str = ""

    @property
    def pact(self) -> Pact:
        """The pact as it stands now."""
        db.session.expire_all()
        return pact_by_number(self.number)

    @property
    def text(self) -> PactVersion:
        """The version of the text as it stands now."""
        return latest_version(self.pact)


def sign_as(browser: FlaskClient, cast: Cast, **more: object) -> TestResponse:
    """Confirm the page on duties, then sign here."""
    browser.post("/pacts/2026-0001/duties")
    form = {"digest": cast.text.original_sha256, "kind": "here", **more}
    return browser.post("/pacts/2026-0001/signature", data=form)


def code_of(account: Account) -> str:
    """The one-time code that the account's device shows now."""
    factory = current_app.extensions["security"].totp_factory
    return str(factory._totp.from_source(account.tf_totp_secret).generate().token)


def agree_and_sign(
    cast: Cast, enter: Callable[[Account], FlaskClient], *, sign: bool = True
) -> None:
    """Both sides agree on the open text, the desk freezes it; then, unless told not, all sign."""
    for account in (cast.lead, cast.desk):
        seen = {f"revision_{s.letter}": s.revision for s in cast.text.sections}
        answer = enter(account).post("/pacts/2026-0001/codesign/agreement", data=seen)
        assert answer.status_code == 302, answer.text
    form = {"version": str(cast.text.version)}
    answer = enter(cast.desk).post("/pacts/2026-0001/freezing", data=form)
    assert answer.status_code == 302, answer.text
    if sign:
        assert sign_as(enter(cast.lead), cast, onerous="yes").status_code == 302
        cast.manager.tf_last_counter = None  # as if half a minute had passed since the last one
        answer = sign_as(enter(cast.manager), cast, code=code_of(cast.manager))
        assert answer.status_code == 302, answer.text
