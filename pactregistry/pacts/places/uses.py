"""The pacts and proposals that stand on a place. Art. 10(6), 14(1)."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.commons.inventory.models import Commons
from pactregistry.database import db
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import IN_FORCE, OPEN
from pactregistry.workflow.states import CommonsState, PactState

# An imported pact counts once a person has confirmed it. Art. 36
IS_ALIVE: ColumnElement[bool] = and_(Pact.state.in_(IN_FORCE), Pact.import_confirmed.is_(True))


def live_pacts(commons_id: int) -> int:
    """How many pacts are signed and not ended on a place."""
    query = select(func.count()).where(IS_ALIVE, Pact.commons_id == commons_id)
    return db.session.scalar(query) or 0


def concerned_pacts(commons_id: int) -> Sequence[Pact]:
    """The pacts on a place that are written or in force, in the order of their numbers."""
    states = (PactState.FORMING, *IN_FORCE)
    query = select(Pact).where(Pact.commons_id == commons_id, Pact.state.in_(states))
    query = query.where(Pact.import_confirmed.is_(True)).options(selectinload(Pact.versions))
    return db.session.scalars(query.order_by(Pact.number)).all()


def open_proposals(commons_id: int) -> Sequence[Proposal]:
    """The proposals on a place on which nobody has decided yet."""
    query = select(Proposal).where(
        Proposal.commons_id == commons_id,
        Proposal.state.in_(OPEN),
        Proposal.import_confirmed.is_(True),
    )
    return db.session.scalars(query.order_by(Proposal.number)).all()


def to_settle() -> Sequence[int]:
    """The places whose state does not tell whether a pact is alive on them."""
    alive = select(Pact.id).where(IS_ALIVE, Pact.commons_id == Commons.id).exists()
    query = select(Commons.id).where(
        or_(
            and_(Commons.state == CommonsState.LISTED, alive),
            and_(Commons.state == CommonsState.UNDER_PACT, ~alive),
        )
    )
    return db.session.scalars(query.order_by(Commons.id)).all()
