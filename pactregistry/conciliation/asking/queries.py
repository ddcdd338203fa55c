"""What the pages of requests read. Art. 33(1)."""

from datetime import datetime

from sqlalchemy import func, select

from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.workflow.lifecycle import DISPUTE


def asked_by_since(account_id: int, since: datetime) -> int:
    """How many requests an account made since an instant."""
    query = select(func.count()).where(
        Entry.subject_kind == DISPUTE.name,
        Entry.step == "request",
        Entry.actor_id == account_id,
        Entry.recorded_at > since,
    )
    return db.session.scalar(query) or 0
