"""The reads of what was sent in answer to a call. Art. 3(1)b, 11(2)."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pactregistry.commons.calls.models import Call
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.proposals.answering.models import Score
from pactregistry.proposals.answering.ranking import Scored
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import OPEN
from pactregistry.workflow.states import ProposalState


def entries_of(call: Call) -> Sequence[Proposal]:
    """What was sent in answer to a call, in the order of numbers; ended files too."""
    return entries_by_call([call])[call.id]


def entries_by_call(calls: Sequence[Call]) -> dict[int, list[Proposal]]:
    """The same for several calls, in one query."""
    found: dict[int, list[Proposal]] = {call.id: [] for call in calls}
    query = select(Proposal).where(
        Proposal.call_id.in_(found), Proposal.state != ProposalState.DRAFT
    )
    query = query.options(selectinload(Proposal.opinions), selectinload(Proposal.call))
    for entry in db.session.scalars(query.order_by(Proposal.number)):
        if entry.call_id is not None:
            found[entry.call_id].append(entry)
    return found


def compared(entries: Sequence[Proposal]) -> list[Proposal]:
    """The entries that still stand: what ended before the decision is not compared."""
    return [entry for entry in entries if entry.state in OPEN]


def draft_authors(call: Call) -> Sequence[Account]:
    """The accounts that are writing an answer to a call."""
    writing = select(Proposal.author_id).where(
        Proposal.call_id == call.id, Proposal.state == ProposalState.DRAFT
    )
    return db.session.scalars(
        select(Account).where(Account.id.in_(writing)).order_by(Account.id)
    ).all()


def scores_of(call: Call) -> Sequence[Score]:
    """All scores of a call."""
    return db.session.scalars(select(Score).filter_by(call_id=call.id).order_by(Score.id)).all()


def scores_on(proposal: Proposal) -> dict[str, Score]:
    """The scores of one entry, by criterion."""
    query = select(Score).filter_by(proposal_id=proposal.id)
    return {score.criterion: score for score in db.session.scalars(query)}


def scored(entries: Sequence[Proposal], scores: Sequence[Score]) -> list[Scored]:
    """The entries with their points, for the ranking."""
    points: dict[int, dict[str, Score]] = {}
    for score in scores:
        points.setdefault(score.proposal_id, {})[score.criterion] = score
    return [
        Scored(
            entry.number or "",
            {key: score.points for key, score in points.get(entry.id, {}).items()},
        )
        for entry in entries
    ]


def entry_numbered(call: Call, number: str) -> Proposal:
    """One entry of a call; raises NoResultFound."""
    query = select(Proposal).where(
        Proposal.call_id == call.id,
        Proposal.number == number,
        Proposal.state != ProposalState.DRAFT,
    )
    return db.session.scalars(query).one()
