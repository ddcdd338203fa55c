"""A proposal of the committee, made on 13 May: two days before the thirty are over."""

from datetime import date

import pytest

from pactregistry import journal
from pactregistry.conciliation.deliberating.actions_proposal import answers_until
from pactregistry.conciliation.models import DisputeText
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState, Effect, Side
from tests.conciliation.deliberating.conftest import convene, sitting
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

__all__ = ["sitting"]

PROPOSED = date(2026, 5, 13)
PROPOSAL = f"The tap is opened on three evenings a week, from May to September. {CANARY}"


def propose(table: Table, effect: Effect = Effect.NOTHING, on: date = PROPOSED) -> Table:
    """Let the committee make its proposal, in rows and journal alone: nothing is printed."""
    table.go(on)
    dispute = table.dispute
    text = DisputeText(
        ordinal=1, text=PROPOSAL, effect=effect, fixed_at=settings().now(), digest="d", sha256="s"
    )
    dispute.texts.append(text)
    facts = DisputeFacts(text_before_vote=True, majority=True)
    step = DISPUTE.take("propose", DisputeState.SITTING, Role.CONCILIATOR, facts)
    dispute.proposed_on, dispute.answer_by = on, answers_until(dispute.pact, on)
    journal.record(dispute, step, Act(table.first.id, on, settings().now()))
    db.session.commit()
    return table


@pytest.fixture
def proposed(sitting: Table) -> Table:
    """The committee proposed something that leaves the text of the pact as it is."""
    return propose(sitting)


@pytest.fixture
def with_neighbour(table: Table) -> Table:
    """A dispute that a neighbour asked for, with a proposal."""
    table.request_dispute(Side.THIRD)
    return propose(convene(table))
