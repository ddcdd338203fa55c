"""Conciliation is asked for, with papers; both sides and the secretaries are told. Art. 33(1)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.exc import NoResultFound

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.asking.facts import facts_to_begin
from pactregistry.conciliation.asking.queries import asked_by_since
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import Kept, attach
from pactregistry.pacts.life.terms import until
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.reports.oversight.opening import begin_under, stop_a_flood
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Matter, Side

SERIES = "D"
PAPER = "paper"


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
        NoResultFound: the regulation of the pact knows no conciliation.
    """
    here = settings()
    asked = day or today()
    facts = _facts(pact, asking)
    check_day(DISPUTE, "request", None, actor, facts, (asked, ()))
    step = DISPUTE.take("request", None, actor.role, facts)
    author_id = None if actor.role is Role.DESK else actor.account_id
    stop_a_flood(author_id, asked_by_since)
    third = asking.third
    dispute = Dispute(
        number=journal.next_number(SERIES, here.today().year),
        pact=pact,
        matter=asking.matter,
        asked_by=asking.side,
        author_id=author_id,
        third_name=third.name.strip(),
        third_email=third.email.strip().lower(),
        third_contact=third.contact.strip(),
        third_account_id=third.account_id,
        what_happened=asking.what_happened.strip(),
        what_is_asked=asking.what_is_asked.strip(),
        requested_on=asked.occurred_on,
        propose_by=propose_by(pact, asked.occurred_on),
    )
    begin_under(dispute, pact)
    journal.record(dispute, step, act(actor, asked, private={"side": asking.side}))
    keep_papers(dispute, actor, asking.papers, here.now())
    both = [*letters.to_side(dispute, Side.CITIZENS), *letters.to_side(dispute, Side.CITY)]
    letters.write(both, "dispute_requested", dispute)
    letters.write(letters.to_secretaries(dispute), "dispute_to_convene", dispute)
    if Side.THIRD in letters.parties_of(dispute):
        invited = asking.side is not Side.THIRD
        letters.write(
            letters.to_side(dispute, Side.THIRD), "dispute_third", dispute, invited=invited
        )
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


def keep_papers(dispute: Dispute, actor: Actor, papers: tuple[Kept, ...], at: datetime) -> None:
    """Keep papers with a dispute, for its room alone; does not commit."""
    for paper in papers:
        attach(paper, (DISPUTE.name, dispute.id), PAPER, added_at=at, added_by_id=actor.account_id)


def _facts(pact: Pact, asking: Asking) -> DisputeFacts:
    wanted = asking.side is Side.THIRD or asking.third.is_named
    return facts_to_begin(
        pact,
        words_missing=not (asking.what_happened.strip() and asking.what_is_asked.strip()),
        other_missing=wanted and not asking.third.is_reached,
    )
