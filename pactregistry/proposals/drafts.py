"""The reads of the author's pages: drafts, own files, groups represented. Art. 4, 11."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import selectinload

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.journal import Entry
from pactregistry.people.models import Account, Group, Membership
from pactregistry.proposals.models import Proposal, Revision
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role

HOUR = timedelta(hours=1)


def begun(draft_id: int) -> Proposal:
    """A proposal by its id, draft or sent; raises NoResultFound."""
    return db.session.scalars(select(Proposal).where(Proposal.id == draft_id)).one()


def paper_of(proposal: Proposal, paper_id: int) -> Attachment:
    """One paper of a proposal; raises NoResultFound."""
    query = select(Attachment).filter_by(
        id=paper_id, subject_kind=PROPOSAL.name, subject_id=proposal.id
    )
    return db.session.scalars(query).one()


def groups_led(account_id: int) -> Sequence[Group]:
    """The groups that a person represents today. Art. 4(3)."""
    query = select(Group).join(Membership).where(*_leads_today(account_id)).distinct()
    return db.session.scalars(query.order_by(Group.name, Group.id)).all()


def leads(account_id: int, group_id: int) -> bool:
    """Whether a person represents a group today. Art. 4(3)."""
    query = select(Membership.id).where(Membership.group_id == group_id, *_leads_today(account_id))
    return db.session.scalar(query.limit(1)) is not None


def own_drafts(account_id: int) -> Sequence[Proposal]:
    """The drafts that a person goes on with, the latest first."""
    mine = or_(
        and_(Proposal.author_id == account_id, Proposal.group_id.is_(None)),
        Proposal.entered_by_id == account_id,
        Proposal.group_id.in_(_led(account_id)),
    )
    query = select(Proposal).where(mine, Proposal.state == ProposalState.DRAFT)
    return db.session.scalars(query.order_by(Proposal.id.desc())).all()


def own_files(account_id: int) -> Sequence[Proposal]:
    """The proposals that a person or a group represented sent, the latest first."""
    own = and_(Proposal.author_id == account_id, Proposal.group_id.is_(None))
    mine = or_(own, Proposal.group_id.in_(_led(account_id)))
    query = select(Proposal).where(mine, Proposal.number.is_not(None))
    query = query.options(selectinload(Proposal.opinions))
    return db.session.scalars(
        query.order_by(Proposal.submitted_on.desc(), Proposal.id.desc())
    ).all()


def sent_today(account_id: int) -> int:
    """How many proposals a person sent of their own since the city's midnight."""
    here = settings()
    midnight = datetime.combine(here.today(), time(), here.city.zone).astimezone(UTC)
    query = select(func.count()).where(
        Entry.subject_kind == PROPOSAL.name,
        Entry.step == "submit",
        Entry.actor_id == account_id,
        Entry.by_role != Role.DESK,
        Entry.recorded_at >= midnight,
    )
    return db.session.scalar(query) or 0


def uploads_this_hour(account_id: int) -> int:
    """How many papers a person added in the last hour, to any file."""
    since = settings().now() - HOUR
    query = select(func.count()).where(
        Attachment.added_by_id == account_id, Attachment.added_at > since
    )
    return db.session.scalar(query) or 0


def revisions_of(proposal: Proposal) -> Sequence[Revision]:
    """The texts of a proposal as they stood, oldest first."""
    query = select(Revision).filter_by(proposal_id=proposal.id)
    return db.session.scalars(query.order_by(Revision.ordinal)).all()


def _led(account_id: int) -> Select[int]:
    return select(Membership.group_id).where(*_leads_today(account_id))


def _leads_today(account_id: int) -> tuple[ColumnElement[bool], ...]:
    day = settings().today()
    return (
        Membership.account_id == account_id,
        Membership.is_lead.is_(True),
        Membership.since <= day,
        or_(Membership.until.is_(None), Membership.until >= day),
    )


def name_of(account_id: int) -> str:
    """The private name of an account."""
    return db.session.scalar(select(Account.name).where(Account.id == account_id)) or ""
