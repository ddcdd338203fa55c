"""The reads of the officer's and the public's pages. Art. 3(1)b, 10(2), 11."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import selectinload

from pactregistry.database import db, locked_row
from pactregistry.lawbook import speak_under
from pactregistry.people.models import Account
from pactregistry.proposals.call_answered import UNSEALED
from pactregistry.proposals.models import Comment, CommentReport, Opinion, Proposal
from pactregistry.workflow.lifecycle import OPEN
from pactregistry.workflow.states import ProposalState

# For queries: received, not withheld, confirmed where imported, no sealed answer to a call.
PROPOSAL_IS_PUBLIC: Final[ColumnElement[bool]] = and_(
    Proposal.number.is_not(None),
    Proposal.withheld.is_(False),
    Proposal.import_confirmed.is_(True),
    UNSEALED,
)
WITH_RECORDS = (selectinload(Proposal.opinions), selectinload(Proposal.comments))


def received(number: str) -> Proposal:
    """A proposal that was sent, public or not; raises NoResultFound."""
    query = select(Proposal).where(Proposal.number == number).options(*WITH_RECORDS)
    return _opened(db.session.scalars(query).one())


def _opened(proposal: Proposal) -> Proposal:
    # What the page of a file cites is its own regulation.
    speak_under(proposal.pack_id)
    return proposal


def public(number: str) -> Proposal:
    """A proposal that the public may know of, withheld or not; raises NoResultFound."""
    query = select(Proposal).where(
        Proposal.number == number,
        Proposal.state != ProposalState.DRAFT,
        Proposal.import_confirmed.is_(True),
        UNSEALED,
    )
    return _opened(db.session.scalars(query.options(*WITH_RECORDS)).one())


def author(proposal: Proposal) -> Account | None:
    """The author's account, where there is one."""
    return None if proposal.author_id is None else db.session.get(Account, proposal.author_id)


def opinion(opinion_id: int) -> Opinion:
    """One opinion with its proposal; raises NoResultFound."""
    query = select(Opinion).where(Opinion.id == opinion_id)
    found = db.session.scalars(query.options(selectinload(Opinion.proposal))).one()
    _opened(found.proposal)
    return found


def comment(comment_id: int) -> Comment:
    """One comment with its proposal; raises NoResultFound."""
    query = select(Comment).where(Comment.id == comment_id)
    found = db.session.scalars(query.options(selectinload(Comment.proposal))).one()
    _opened(found.proposal)
    return found


def reports_on(comment_id: int) -> Sequence[CommentReport]:
    """What was said to the office against a comment."""
    query = select(CommentReport).filter_by(comment_id=comment_id)
    return db.session.scalars(query.order_by(CommentReport.id)).all()


def comments_by_since(account_id: int, since: datetime) -> int:
    """How many comments an account wrote since an instant."""
    query = select(func.count()).where(Comment.author_id == account_id, Comment.written_at > since)
    return db.session.scalar(query) or 0


def unsigned_reports_since(since: datetime) -> int:
    """How many reports came from people who were not signed in since an instant."""
    query = select(func.count()).where(
        CommentReport.account_id.is_(None), CommentReport.reported_at > since
    )
    return db.session.scalar(query) or 0


def has_reported(comment_id: int, account_id: int) -> bool:
    """Whether an account reported a comment already."""
    query = select(CommentReport.id).filter_by(comment_id=comment_id, account_id=account_id)
    return db.session.scalar(query) is not None


def open_ids() -> Sequence[int]:
    """The files that still run, the oldest first."""
    query = select(Proposal.id).where(Proposal.state.in_(OPEN))
    return db.session.scalars(query.order_by(Proposal.id)).all()


def locked(proposal_id: int) -> Proposal:
    """One file as it stands now, kept from other writers until the transaction ends."""
    return locked_row(Proposal, proposal_id)


def desk_files(states: Sequence[str], district: str) -> Sequence[Proposal]:
    """The files of the desk in some states, of one district where it is named."""
    # An imported file waits on a list of its own until a person has confirmed it. Art. 36
    query = select(Proposal).where(Proposal.state.in_(states), Proposal.import_confirmed.is_(True))
    query = query.options(*WITH_RECORDS)
    if district:
        query = query.where(Proposal.district == district)
    return db.session.scalars(query.order_by(Proposal.submitted_on, Proposal.id)).all()


def opinions_of(offices: Sequence[str], districts: Sequence[str]) -> Sequence[Opinion]:
    """The opinions asked of some offices and districts, with their files."""
    query = select(Opinion).where(
        (Opinion.is_district.is_(False) & Opinion.office.in_(offices))
        | (Opinion.is_district.is_(True) & Opinion.office.in_(districts))
    )
    query = query.options(selectinload(Opinion.proposal).options(*WITH_RECORDS))
    return db.session.scalars(query.order_by(Opinion.asked_on, Opinion.id)).all()
