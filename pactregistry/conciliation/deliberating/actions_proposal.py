"""The committee makes its proposal: printed, kept, brought to all parties. Art. 33(2)."""

from datetime import date

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.access import Place
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.deliberating.document import proposal_pdf
from pactregistry.conciliation.deliberating.facts import facts_on
from pactregistry.conciliation.deliberating.manuscript import rendition
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.pacts.life.terms import until
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState


def propose(dispute: Dispute, by: tuple[Actor, Place], seen: int) -> None:
    """Make the text that has the majority the committee's proposal; late ones are told as late.

    Printing takes a second in which nobody waits for the database: what was read is given up before
    it, and read again after.

    Raises:
        Unlawful: no text is before the vote, or not more than half of the members want it.
        Stale: the dispute has moved on, also while the file was printed.
    """
    actor, place = by
    here = settings()
    journal.expect(dispute, DISPUTE.name, seen)
    facts = facts_on(dispute, place, actor)
    step = DISPUTE.take("propose", DisputeState(dispute.state), actor.role, facts)
    made_at, made_on = here.now().replace(microsecond=0), here.today()
    answer_by = answers_until(dispute.pact, made_on)
    content = rendition(dispute, texts.voted_on(dispute), made_at, answer_by)
    db.session.rollback()
    digest = storage.put(proposal_pdf(content))
    journal.expect(dispute, DISPUTE.name, seen)
    text = texts.voted_on(dispute)
    text.content, text.sha256 = content, digest
    dispute.proposed_on, dispute.answer_by = made_on, answer_by
    told = {"text": text.ordinal, "digest": text.digest, "sha256": digest}
    days = {"days": (made_on - dispute.requested_on).days, "days_late": facts.days_late}
    journal.record(dispute, step, act(actor, today(), facts=days, private=told))
    letters.write(letters.to_parties(dispute), "dispute_proposed", dispute, late=facts.days_late)
    own = [*letters.to_committee(dispute), *letters.to_secretaries(dispute)]
    letters.write(own, "dispute_proposed_own", dispute, late=facts.days_late)
    db.session.commit()


def answers_until(pact: Pact, made_on: date) -> date:
    """The last day for the parties' answers; the committee's own term where there is none."""
    found = until(pact, "conciliation_answer", made_on) or until(pact, "conciliation", made_on)
    return found or made_on
