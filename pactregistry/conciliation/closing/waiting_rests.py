"""Pacts that still rest although the dispute for which they were suspended has ended. Art. 5(2)b.

A suspension decided while a dispute ran is taken for its own: causes are free words of each pact.
A request on paper runs from the day after it came: on that day itself nobody knows which was first.
"""

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import aliased

from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import OPEN
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState

DECIDES = ("suspend", "announce_suspension")
LIFTS = ("resume", "call_off_suspension")


def rests_to_lift() -> list[int]:
    """The ids of the disputes, one a pact, whose end left their pact suspended."""
    asked, decided, lifted = aliased(Entry), aliased(Entry), aliased(Entry)
    another = aliased(Dispute)
    of_pact = (decided.subject_kind == PACT.name, decided.subject_id == Dispute.pact_id)
    since = (lifted.subject_kind == PACT.name, lifted.subject_id == Dispute.pact_id)
    query = (
        select(Dispute.pact_id, Dispute.id)
        .join(Dispute.pact)
        .join(Dispute.request.of_type(asked))
        .where(
            Pact.state == PactState.SUSPENDED,
            Dispute.closed_at.is_not(None),
            exists().where(
                *of_pact,
                decided.step.in_(DECIDES),
                decided.recorded_at <= Dispute.closed_at,
                or_(
                    decided.recorded_at >= asked.recorded_at,
                    decided.occurred_on > Dispute.requested_on,
                ),
                ~exists().where(*since, lifted.step.in_(LIFTS), lifted.id > decided.id),
            ),
            # While another committee has the pact before it, it may rest for that one.
            ~exists().where(another.pact_id == Dispute.pact_id, another.state.in_(OPEN)),
        )
        .order_by(Dispute.closed_at, Dispute.id)
    )
    # Of several the last one: only one reminds.
    latest = dict(db.session.execute(query).all())
    return list(latest.values())
