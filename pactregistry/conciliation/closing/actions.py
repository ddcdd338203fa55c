"""A party accepts or declines, or the secretary ends what brought no proposal. Art. 33(2), 34(1).

Who wrote on paper is recorded by the desk. With the last answer the attempt ends in the same
transaction.
"""

from dataclasses import dataclass

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.closing.ending import conclude, everyone
from pactregistry.conciliation.closing.facts import closing_facts, facts_without_proposal, is_late
from pactregistry.conciliation.days import refuse_day
from pactregistry.conciliation.models import Answer, Dispute
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.acting import Actor, Day, act, today
from pactregistry.people.models import Account
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState, Side


@dataclass(frozen=True)
class Reply:
    """For which party, in which words, after which letter; none of it is ever public."""

    side: Side
    words: str = ""
    letter: str = ""


def accept(dispute: Dispute, actor: Actor, seen: int, day: Day, reply: Reply) -> None:
    """Accept the proposal for one party; the last yes settles the dispute."""
    _answer("accept", dispute, actor, seen, day, reply)


def decline(dispute: Dispute, actor: Actor, seen: int, day: Day, reply: Reply) -> None:
    """Decline the proposal for one party; the others may still say what they think."""
    _answer("decline", dispute, actor, seen, day, reply)


def close_without_proposal(
    dispute: Dispute, actor: Actor, person: Account, seen: int, reason: str
) -> None:
    """End an attempt whose term is over and whose committee makes no proposal.

    All are told that it ended; why, they read in the room, and the public does not.
    """
    journal.expect(dispute, DISPUTE.name, seen)
    said = reason.strip()
    facts = facts_without_proposal(dispute, person, reasons=(said,))
    state = DisputeState(dispute.state)
    step = DISPUTE.take("close_without_proposal", state, actor.role, facts)
    dispute.closed_on, dispute.closed_at = settings().today(), settings().now()
    days = {"days": (dispute.closed_on - dispute.requested_on).days}
    journal.record(dispute, step, act(actor, today(), facts=days, private={"reason": said}))
    to = letters.but(everyone(dispute), actor.account_id)
    letters.write(to, "dispute_no_proposal", dispute)
    db.session.commit()


def _answer(name: str, dispute: Dispute, actor: Actor, seen: int, day: Day, reply: Reply) -> None:
    journal.expect(dispute, DISPUTE.name, seen)
    words = reply.words.strip()
    late = is_late(dispute, day.occurred_on)
    facts = closing_facts(dispute, reply.side, reasons=(words,), answered_late=late)
    refuse_day(name, dispute, actor, facts, day)
    step = DISPUTE.take(name, DisputeState(dispute.state), actor.role, facts)
    dispute.answers.append(
        Answer(
            side=reply.side,
            accepted=name == "accept",
            reason=words,
            answered_on=day.occurred_on,
            # Who records a letter answers nothing: it is not their own data.
            account_id=None if actor.role is Role.DESK else actor.account_id,
        )
    )
    private = {"side": reply.side, "said": words, "letter": reply.letter.strip()}
    journal.record(dispute, step, act(actor, day, private=private))
    if not conclude(dispute, settings().now()):
        to = letters.but(everyone(dispute), actor.account_id)
        letters.write(to, "dispute_answered", dispute)
    db.session.commit()
