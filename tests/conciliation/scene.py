"""A pact in force, and the people of a dispute on it, all invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pactregistry import journal
from pactregistry.conciliation.asking.actions import NOBODY, Asking, Third, request
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import dispute_by_number
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Matter, Side
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import Scene

HAPPENED = f"Since June nobody opens the tap by the beds, and the flowers dry. {CANARY}"
ASKED = f"That the tap is opened three evenings a week. {CANARY}"


@dataclass
class Table:
    """A dispute with its people; `scene` has the pact, its clock and its browsers."""

    scene: Scene
    secretary: Account
    first: Account
    second: Account
    third: Account
    neighbour: Account
    number: str = ""

    @property
    def lead(self) -> Account:
        """Who speaks for the citizens."""
        return self.scene.cast.lead

    @property
    def manager(self) -> Account:
        """Who speaks for the City."""
        return self.scene.cast.manager

    @property
    def desk(self) -> Account:
        """Who records what came on paper."""
        return self.scene.cast.desk

    @property
    def stranger(self) -> Account:
        """Somebody without any part in it."""
        return self.scene.cast.stranger

    @property
    def pact(self) -> Pact:
        """The pact as it stands now."""
        return self.scene.pact

    @property
    def dispute(self) -> Dispute:
        """The dispute as it stands now."""
        db.session.expire_all()
        return dispute_by_number(self.number)

    @property
    def enter(self) -> Callable[[Account], FlaskClient]:
        """Opens a browser of somebody's own."""
        return self.scene.enter

    def request_dispute(self, by: Side = Side.CITIZENS, third: Third = NOBODY) -> Dispute:
        """Let a party ask for conciliation today: citizens, City, or the neighbour."""
        who, role = {
            Side.CITIZENS: (self.lead, Role.LEAD),
            Side.CITY: (self.manager, Role.MANAGER),
            Side.THIRD: (self.neighbour, Role.CITIZEN),
        }[by]
        if by is Side.THIRD:
            third = Third(who.name, who.email, account_id=who.id)
        asking = Asking(by, Matter.PACT, HAPPENED, ASKED, third)
        self.number = request(self.pact, Actor(who.id, role), asking).number
        return self.dispute

    def go(self, day: date) -> None:
        """Let it be a day."""
        self.scene.clock.go(day)
        db.session.commit()

    def page(self, who: Account, rest: str = "") -> TestResponse:
        """Open the page of the dispute, or one below it such as `/sittings`."""
        return self.enter(who).get(f"/disputes/{self.number}{rest}")

    def post(self, who: Account, rest: str, **form: object) -> TestResponse:
        """Send a step's form as it stands on its page today."""
        today = settings().today().isoformat()
        data = {"version": str(self.dispute.version), "occurred_on": today, **form}
        return self.enter(who).post(f"/disputes/{self.number}{rest}", data=data)

    def takes(self, who: Account, rest: str, **form: object) -> TestResponse:
        """Send a step's form, which is taken."""
        answer = self.post(who, rest, **form)
        assert answer.status_code == 302, answer.text
        return answer

    def steps(self) -> list[str]:
        """What the journal tells, oldest first."""
        return [entry.step for entry in journal.history("dispute", self.dispute.id)]

    def mails_to(self, who: Account | str) -> list[Mail]:
        """All mails to a person or an address, oldest first."""
        address = who if isinstance(who, str) else who.email
        query = db.select(Mail).where(Mail.to_address == address)
        return list(db.session.scalars(query.order_by(Mail.id)))
