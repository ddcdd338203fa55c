"""A pact in force without its papers being printed, and what tests do to it again and again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.notices.models import Mail
from pactregistry.pacts import sweep
from pactregistry.pacts.models import Pact
from pactregistry.people.models import Account
from pactregistry.workflow.facts import PactFacts, VersionFacts
from pactregistry.workflow.lifecycle import PACT, VERSION
from pactregistry.workflow.states import PactState, Role, VersionState
from tests.pacts.cases import Cast

REASON = (
    "Since March the beds were not watered, and the plants that the City gave have died, "
    "as the gardener noted on three visits."
)
WORKS = "Works on the water main"


@dataclass
class Scene:
    """A pact in force with its people; the clock of the test moves it."""

    cast: Cast
    clock: Any
    enter: Callable[[Account], FlaskClient]

    @property
    def pact(self) -> Pact:
        """The pact as it stands now."""
        return self.cast.pact

    def go(self, day: date) -> int:
        """Let it be a day, and the sweep do what is due; gives how many acts."""
        self.clock.go(day)
        db.session.commit()
        return sweep.run(settings().now())

    def post(self, who: Account, page: str, **form: object) -> TestResponse:
        """Send a step's form as it stands on its page today."""
        data = {"version": str(self.pact.version), **form}
        if who not in (self.cast.lead, self.cast.stranger):
            data = {"occurred_on": settings().today().isoformat(), **data}
        return self.enter(who).post(f"/pacts/{self.cast.number}/{page}", data=data)

    def takes(self, who: Account, page: str, **form: object) -> None:
        """Send a step's form, which is taken."""
        answer = self.post(who, page, **form)
        assert answer.status_code == 302, answer.text

    def steps(self) -> list[str]:
        """What the journal tells, oldest first."""
        return [entry.step for entry in journal.history("pact", self.pact.id)]

    def last(self) -> journal.Entry:
        """The journal's last entry."""
        return journal.history("pact", self.pact.id)[-1]

    def mails(self, beginning: str) -> list[Mail]:
        """The mails whose subject begins so."""
        found = db.session.scalars(db.select(Mail).order_by(Mail.id)).all()
        return [mail for mail in found if mail.subject.startswith(beginning)]


def put_in_force(pact: Pact, starts_on: date, ends_on: date | None) -> None:
    """Sign and start a pact in the journal alone."""
    version = pact.versions[-1]
    version.starts_on, version.ends_on = starts_on, ends_on
    version.suspension_causes, version.end_causes = [WORKS], ["The street is rebuilt"]
    now = settings().now()
    done = Act(None, starts_on, now)
    journal.record(
        version,
        VERSION.take("freeze", VersionState.CODESIGN, Role.DESK, VersionFacts()),
        done,
    )
    signing = VersionFacts(digest_shown="d", digest_frozen="d", duties_read=True)
    to = VersionState.SIGNED
    journal.record(
        version, VERSION.take("sign", VersionState.READY, Role.MANAGER, signing, to=to), done
    )
    pact.signed_on, pact.published_at = starts_on, now
    pact.starts_on, pact.ends_on = starts_on, ends_on
    concluded = PactFacts(validly_signed=True, public_pdf=True)
    journal.record(pact, PACT.take("conclude", PactState.FORMING, Role.MANAGER, concluded), done)
    started = PactFacts(day_reached=True)
    journal.record(pact, PACT.take("start", PactState.SIGNED, Role.CLOCK, started), done)
    db.session.commit()
