"""What the pages of a committee's work read. Art. 33(1)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import joinedload

from pactregistry.conciliation.access import Place
from pactregistry.conciliation.models import Dispute, Message, Sitting
from pactregistry.database import db


def messages_for(dispute: Dispute, place: Place, account_id: int) -> Sequence[Message]:
    """What somebody may read of what was written in a room, oldest first.

    A message to the committee alone is read by the three who sit and by who wrote it.
    """
    query = select(Message).where(Message.dispute_id == dispute.id)
    if not place.sits:
        query = query.where(or_(Message.to_committee.is_(False), Message.author_id == account_id))
    query = query.options(joinedload(Message.author))
    return db.session.scalars(query.order_by(Message.id)).all()


def written_since(account_id: int, since: datetime) -> int:
    """How many messages an account wrote since an instant."""
    query = select(func.count()).where(Message.author_id == account_id, Message.written_at > since)
    return db.session.scalar(query) or 0


def sitting_in(dispute: Dispute, sitting_id: int) -> Sitting:
    """One sitting of a committee.

    Raises:
        NoResultFound: this committee holds no such sitting.
    """
    found = next((sitting for sitting in dispute.sittings if sitting.id == sitting_id), None)
    if found is None:
        raise NoResultFound
    return found
