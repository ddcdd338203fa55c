"""Who stepped aside on a file for an interest of the own: others of the office act. Art. 10(1)."""

from sqlalchemy import and_, or_, select

from pactregistry.database import db
from pactregistry.journal import Entry

STEP = "abstain"


def abstained(account_id: int, *files: tuple[str, int]) -> bool:
    """Whether a person stepped aside on one of these files, each its kind and id."""
    query = select(Entry.id).where(
        Entry.step == STEP,
        Entry.actor_id == account_id,
        or_(*(and_(Entry.subject_kind == kind, Entry.subject_id == key) for kind, key in files)),
    )
    return db.session.scalar(query.limit(1)) is not None


def files_left(account_id: int) -> frozenset[tuple[str, int]]:
    """The files on which a person stepped aside, each its kind and id."""
    query = select(Entry.subject_kind, Entry.subject_id).where(
        Entry.step == STEP, Entry.actor_id == account_id
    )
    return frozenset((kind, key) for kind, key in db.session.execute(query))
