"""Proposals in figures: received, how they stand, how they ended, comments. Art. 11."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import and_, func, or_, select

from pactregistry.database import db
from pactregistry.proposals.models import Comment, Proposal
from pactregistry.reports.figures.counting import number_of, states_on
from pactregistry.reports.figures.groups import Group, receipts, summed
from pactregistry.reports.figures.scope import Scope
from pactregistry.reports.figures.table import Table, counted
from pactregistry.workflow.lifecycle import CLOSED, OPEN, PROPOSAL
from pactregistry.workflow.states import ProposalState

SECTION: Final = "proposals"
# The acts by which the City says no: they carry reasons. Art. 11(8), 1(4)
NEGATIVE: Final = (ProposalState.REFUSED, ProposalState.REDIRECTED)
MONTHS: Final = 12


def proposal_tables(scope: Scope, ends: Sequence[Group], signed: Sequence[Group]) -> list[Table]:
    """All tables on proposals, and on the pacts that were signed over time."""
    return [
        _over_time(scope, ends, signed),
        _states(scope),
        _ends(ends),
        _negative(ends),
        _comments(scope),
    ]


def _over_time(scope: Scope, ends: Sequence[Group], signed: Sequence[Group]) -> Table:
    found = {
        "received": summed(receipts(scope), "period"),
        "ended": summed(ends, "period"),
        "signed": summed(signed, "period"),
    }
    named = "{}" if scope.year is None else f"{scope.year}-{{:02d}}"
    columns = {
        name: {named.format(part): number for part, number in counts.items()}
        for name, counts in found.items()
    }
    if scope.year is not None:
        last = scope.last.month if scope.last.year == scope.year else MONTHS
        months = [named.format(month) for month in range(1, last + 1)]
        return counted("over_time", SECTION, "month", months, columns)
    first = min((part for counts in found.values() for part in counts), default=scope.last.year)
    years = [str(year) for year in range(first, scope.last.year + 1)]
    return counted("over_time", SECTION, "year", years, columns)


def _states(scope: Scope) -> Table:
    found = states_on(PROPOSAL.name, Proposal, scope.proposals, scope)
    return counted("proposal_states", SECTION, "proposal", (*OPEN, *CLOSED), {"files": found})


def _ends(ends: Sequence[Group]) -> Table:
    found = summed(ends, "to_state")
    return counted("proposal_ends", SECTION, "proposal", CLOSED, {"acts": found})


def _negative(ends: Sequence[Group]) -> Table:
    columns = {
        "with_reasons": summed((each for each in ends if each.reasoned), "to_state"),
        "without_reasons": summed((each for each in ends if not each.reasoned), "to_state"),
    }
    return counted("negative", SECTION, "proposal", NEGATIVE, columns)


def _comments(scope: Scope) -> Table:
    shown = and_(
        scope.proposals,
        Comment.hidden_category == "",
        Comment.awaits_moderation.is_(False),
        or_(
            and_(Comment.received_on.is_not(None), scope.on(Comment.received_on)),
            and_(Comment.received_on.is_(None), scope.at(Comment.written_at)),
        ),
    )
    query = select(Comment.is_answer, func.count()).join(Comment.proposal).where(shown)
    rows = db.session.execute(query.group_by(Comment.is_answer))
    found = {bool(is_answer): number for is_answer, number in rows}
    commented = select(func.count(Comment.proposal_id.distinct())).join(Comment.proposal)
    numbers = {
        "comments": found.get(False, 0),
        "answers": found.get(True, 0),
        "proposals_commented": number_of(commented.where(shown, Comment.is_answer.is_(False))),
    }
    return counted("comments", SECTION, "said", numbers, {"number": numbers})
