"""A party accepts or declines; who wrote on paper is recorded by the desk. Art. 33(2).

With the last answer the attempt ends in the same transaction.
"""

from dataclasses import dataclass

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.closing.ending import conclude, everyone
from pactregistry.conciliation.closing.facts import closing_facts
from pactregistry.conciliation.models import Answer, Dispute
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, check_day
from pactregistry.workflow.lifecycle import DISPUTE
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


def _answer(name: str, dispute: Dispute, actor: Actor, seen: int, day: Day, reply: Reply) -> None:
    journal.expect(dispute, DISPUTE.name, seen)
    words = reply.words.strip()
    facts = closing_facts(dispute, reply.side, reasons=(words,))
    state = DisputeState(dispute.state)
    entries = journal.history(DISPUTE.name, dispute.id)
    check_day(DISPUTE, name, state, actor, facts, (day, entries))
    step = DISPUTE.take(name, state, actor.role, facts)
    dispute.answers.append(
        Answer(
            side=reply.side,
            accepted=name == "accept",
            reason=words,
            answered_on=day.occurred_on,
            account_id=actor.account_id,
        )
    )
    private = {"side": reply.side, "said": words, "letter": reply.letter.strip()}
    journal.record(dispute, step, act(actor, day, private=private))
    if not conclude(dispute, settings().now()):
        own = {who.email for who in addressees.of_account(actor.account_id)}
        to = [who for who in everyone(dispute) if who.email not in own]
        letters.write(to, "dispute_answered", dispute)
    db.session.commit()
