"""Whether a file names a group, so that the desk may read who its members are. Art. 4(3), 4(4)."""

from sqlalchemy import select

from pactregistry.database import db
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import ProposalState


def is_named(group_id: int) -> bool:
    """Whether a proposal past its draft names a group."""
    query = select(Proposal.id).where(
        Proposal.group_id == group_id, Proposal.state != ProposalState.DRAFT
    )
    return db.session.scalar(query.limit(1)) is not None
