"""A member says yes or leaves; the secretary convenes. Art. 33(1)."""

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.committee.awaited import awaited
from pactregistry.conciliation.committee.facts import convening_facts, seat_facts
from pactregistry.conciliation.committee.telling import tell_all
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.acting import Actor, act, today
from pactregistry.people.models import Account
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState


def take_seat(member: Member, actor: Actor, person: Account, seen: int) -> None:
    """Say yes, and that one has no part in the dispute; who may not sit is refused here too."""
    dispute = member.dispute
    journal.expect(dispute, DISPUTE.name, seen)
    facts = seat_facts(dispute, member, person)
    step = DISPUTE.take("take_seat", DisputeState(dispute.state), actor.role, facts)
    stood = awaited(dispute)
    member.account_id = person.id
    member.seated_on = settings().today()
    private = {"chair": member.chair, "no_part": True}
    journal.record(dispute, step, act(actor, today(), private=private))
    tell_all(dispute, "take_seat", actor, stood, letters.to_committee(dispute))
    db.session.commit()


def leave_seat(member: Member, actor: Actor, person: Account, seen: int, reason: str) -> None:
    """Decline or leave a seat, with a word if there is one; it is free for somebody else."""
    dispute = member.dispute
    journal.expect(dispute, DISPUTE.name, seen)
    facts = seat_facts(dispute, member, person)
    step = DISPUTE.take("leave_seat", DisputeState(dispute.state), actor.role, facts)
    stood = awaited(dispute)
    member.current = None
    member.left_on = settings().today()
    member.why_left = reason.strip()
    private = {"chair": member.chair, "said": reason.strip()}
    journal.record(dispute, step, act(actor, today(), private=private))
    tell_all(dispute, "leave_seat", actor, stood, letters.to_committee(dispute))
    db.session.commit()


def convene(dispute: Dispute, actor: Actor, person: Account, seen: int) -> None:
    """Convene the three members; from now on the public knows that there is a dispute."""
    journal.expect(dispute, DISPUTE.name, seen)
    facts = convening_facts(dispute, person)
    step = DISPUTE.take("convene", DisputeState(dispute.state), actor.role, facts)
    dispute.convened_on = settings().today()
    dispute.secretary_id = person.id
    journal.record(dispute, step, act(actor, today()))
    to = [*letters.to_parties(dispute), *letters.to_committee(dispute)]
    letters.write(to, "dispute_convened", dispute)
    db.session.commit()
