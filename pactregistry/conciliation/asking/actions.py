"""Conciliation is asked for, with papers; both sides and the secretaries are told. Art. 33(1)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.exc import NoResultFound

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.asking.facts import facts_to_begin
from pactregistry.conciliation.asking.queries import asked_by_since
from pactregistry.conciliation.deliberating.actions_messages import OVER
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import OPEN
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.documents.actions import Kept, attach
from pactregistry.pacts.access import seat_on
from pactregistry.pacts.life.terms import until
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.people.models import Account, account_by_email
from pactregistry.proposals.actions_draft import UPLOADS_AN_HOUR, UploadFlood
from pactregistry.proposals.drafts import uploads_this_hour
from pactregistry.reports.oversight.opening import begin_under, stop_a_flood
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Matter, Side

SERIES = "D"


@dataclass(frozen=True)
class Third:
    """Somebody whom the dispute touches besides both sides, and how to write to them."""

    name: str = ""
    email: str = ""
    contact: str = ""
    account_id: int | None = None

    @property
    def is_named(self) -> bool:
        """Whether anything was said of a third party."""
        return any(text.strip() for text in (self.name, self.email, self.contact))

    @property
    def is_reached(self) -> bool:
        """Whether there is a name and a way to write to it."""
        there = self.account_id is not None or self.email.strip() or self.contact.strip()
        return bool(self.name.strip() and there)


NOBODY = Third()


@dataclass(frozen=True)
class Asking:
    """What is asked, on whose part; none of it is ever public."""

    side: Side
    matter: Matter
    what_happened: str
    what_is_asked: str
    third: Third = NOBODY
    papers: tuple[Kept, ...] = ()


def request(pact: Pact, actor: Actor, asking: Asking, day: Day | None = None) -> Dispute:
    """Ask for conciliation; the desk records what somebody asked on paper, with its day.

    Raises:
        Unlawful: nothing was ever agreed, words are missing, the third party cannot be reached.
        Flood: this person asked many times in a short time.
        UploadFlood: this person added too many papers within the hour.
        NoResultFound: the regulation of the pact knows no conciliation.
    """
    here = settings()
    asked = day or today()
    third, person = _third(asking.third)
    facts = _facts(pact, asking, person)
    check_day(DISPUTE, "request", None, actor, facts, (asked, ()))
    step = DISPUTE.take("request", None, actor.role, facts)
    author_id = None if actor.role is Role.DESK else actor.account_id
    stop_a_flood(author_id, asked_by_since)
    dispute = Dispute(
        number=journal.next_number(SERIES, here.today().year),
        pact=pact,
        matter=asking.matter,
        asked_by=asking.side,
        author_id=author_id,
        third_name=third.name,
        third_email=third.email,
        third_contact=third.contact,
        third_account_id=third.account_id,
        what_happened=asking.what_happened.strip(),
        what_is_asked=asking.what_is_asked.strip(),
        requested_on=asked.occurred_on,
        propose_by=propose_by(pact, asked.occurred_on),
    )
    begin_under(dispute, pact)
    journal.record(dispute, step, act(actor, asked, private={"side": asking.side}))
    _keep(dispute, actor, asking.side, asking.papers)
    both = [*letters.to_side(dispute, Side.CITIZENS), *letters.to_side(dispute, Side.CITY)]
    letters.write(both, "dispute_requested", dispute)
    nobody = letters.nobody_convenes(dispute)
    letters.write(
        letters.to_secretaries(dispute), "dispute_to_convene", dispute, nobody_convenes=nobody
    )
    invited = asking.side is not Side.THIRD
    letters.write(letters.to_side(dispute, Side.THIRD), "dispute_third", dispute, invited=invited)
    db.session.commit()
    return dispute


def propose_by(pact: Pact, requested_on: date) -> date:
    """The last day on which the committee makes its proposal in time. Art. 33(2).

    Raises:
        NoResultFound: the regulation of the pact knows no conciliation.
    """
    found = until(pact, "conciliation", requested_on)
    if found is None:
        raise NoResultFound
    return found


def add_papers(dispute: Dispute, actor: Actor, side: str, papers: tuple[Kept, ...]) -> None:
    """Add papers to the room of a dispute that is open; `side` says on whose part.

    Raises:
        Unlawful: the attempt has ended, its room is only read.
        UploadFlood: this person added too many papers within the hour.
    """
    lock(dispute)
    if dispute.state not in OPEN:
        raise Unlawful(DISPUTE.name, "papers", (OVER,))
    _keep(dispute, actor, side, papers)
    db.session.commit()


def _keep(dispute: Dispute, actor: Actor, side: str, papers: tuple[Kept, ...]) -> None:
    if papers and uploads_this_hour(actor.account_id) >= UPLOADS_AN_HOUR:
        raise UploadFlood
    at, subject = settings().now(), (DISPUTE.name, dispute.id)
    for paper in papers:
        attach(paper, subject, side, added_at=at, added_by_id=actor.account_id)


def _third(third: Third) -> tuple[Third, Account | None]:
    email = third.email.strip().lower()
    person = account_by_email(email) if email and third.account_id is None else None
    person = person if person is not None and person.confirmed_at is not None else None
    linked = third.account_id or (person.id if person else None)
    cleaned = Third(third.name.strip(), email, third.contact.strip(), linked)
    return cleaned, person


def _facts(pact: Pact, asking: Asking, person: Account | None) -> DisputeFacts:
    wanted = asking.side is Side.THIRD or asking.third.is_named
    return facts_to_begin(
        pact,
        words_missing=not (asking.what_happened.strip() and asking.what_is_asked.strip()),
        other_missing=wanted and not asking.third.is_reached,
        other_inside=seat_on(pact, person).reads,
    )
