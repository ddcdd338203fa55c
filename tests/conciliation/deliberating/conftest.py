"""A committee that sits since 20 April: three members, convened by the secretary."""

from datetime import date

import pytest

from pactregistry import journal
from pactregistry.conciliation.models import Member
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.people.models import Account
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, DisputeState, Side
from tests.conciliation.scene import Table

CONVENED = date(2026, 4, 20)


def seat(table: Table, chair: Chair, who: Account, named_by: Side) -> Member:
    """Let somebody sit, in the rows alone."""
    today = settings().today()
    member = Member(
        dispute_id=table.dispute.id,
        chair=chair,
        named_by=named_by,
        name=who.name,
        email=who.email,
        account_id=who.id,
        named_on=today,
        agreed_on=today,
        seated_on=today,
    )
    db.session.add(member)
    db.session.commit()
    return member


@pytest.fixture
def sitting(requested: Table) -> Table:
    """The committee of a dispute between the two sides."""
    return convene(requested)


def convene(table: Table) -> Table:
    """Seat three members and convene them on 20 April."""
    table.go(CONVENED)
    seat(table, Chair.CITIZENS, table.first, Side.CITIZENS)
    seat(table, Chair.CITY, table.second, Side.CITY)
    seat(table, Chair.JOINT, table.third, Side.CITY)
    dispute = table.dispute
    step = DISPUTE.take("convene", DisputeState.REQUESTED, Role.SECRETARY, DisputeFacts())
    dispute.convened_on, dispute.secretary_id = CONVENED, table.secretary.id
    journal.record(dispute, step, Act(table.secretary.id, CONVENED, settings().now()))
    db.session.commit()
    return table
