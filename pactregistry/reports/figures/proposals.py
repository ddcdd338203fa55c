"""Proposals in figures: received, how they stand, how they ended, comments. Art. 11."""

from datetime import date
from typing import Any, Final

from sqlalchemy import and_, case, extract, func, or_, select

from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Comment, Proposal
from pactregistry.reports.figures.counting import acts, number_of, states_on, tally
from pactregistry.reports.figures.scope import Condition, Scope
from pactregistry.reports.figures.table import Table, counted
from pactregistry.workflow.lifecycle import CLOSED, OPEN, PROPOSAL
from pactregistry.workflow.states import ProposalState

SECTION: Final = "proposals"
# The acts by which the City says no: they carry reasons. Art. 11(8), 1(4)
NEGATIVE: Final = (ProposalState.REFUSED, ProposalState.REDIRECTED)
MONTHS: Final = 12


def proposal_tables(scope: Scope) -> list[Table]:
    """All tables on proposals."""
    return [_over_time(scope), _states(scope), _ends(scope), _negative(scope), _comments(scope)]


def ended(scope: Scope) -> Condition:
    """The steps by which proposals ended, whose day lies in what is counted."""
    return and_(acts(PROPOSAL.name, scope), Entry.from_state.in_(OPEN), Entry.to_state.in_(CLOSED))


def _over_time(scope: Scope) -> Table:
    received = _by_time(scope, Proposal.submitted_on, select(Proposal.id), scope.proposals)
    entries = select(Entry.id).join(Proposal, Proposal.id == Entry.subject_id)
    decided = _by_time(scope, Entry.occurred_on, entries, and_(ended(scope), scope.proposals))
    signed = _by_time(scope, Pact.signed_on, select(Pact.id), scope.pacts)
    columns = {"received": received, "ended": decided, "signed": signed}
    if scope.year is not None:
        last = scope.last.month if scope.last.year == scope.year else MONTHS
        months = [date(scope.year, month, 1).isoformat()[:7] for month in range(1, last + 1)]
        return counted("over_time", SECTION, "month", months, columns)
    first = min((int(key) for found in columns.values() for key in found), default=scope.last.year)
    years = [str(year) for year in range(first, scope.last.year + 1)]
    return counted("over_time", SECTION, "year", years, columns)


def _by_time(scope: Scope, day: Any, query: Any, condition: Condition) -> dict[str, int]:
    """How many rows there are in each month of the year asked for, else in each year."""
    part = extract("year" if scope.year is None else "month", day)
    grouped = query.with_only_columns(part, func.count()).where(condition, scope.on(day))
    found = {int(key): number for key, number in db.session.execute(grouped.group_by(part))}
    if scope.year is None:
        return {str(year): number for year, number in found.items()}
    return {f"{scope.year}-{month:02d}": number for month, number in found.items()}


def _states(scope: Scope) -> Table:
    found = states_on(PROPOSAL.name, Proposal, scope.proposals, scope)
    return counted("proposal_states", SECTION, "proposal", (*OPEN, *CLOSED), {"files": found})


def _ends(scope: Scope) -> Table:
    query = select(Entry.to_state, func.count()).join(Proposal, Proposal.id == Entry.subject_id)
    found = tally(query.where(ended(scope), scope.proposals).group_by(Entry.to_state))
    return counted("proposal_ends", SECTION, "proposal", CLOSED, {"acts": found})


def _negative(scope: Scope) -> Table:
    reasoned = func.sum(case((Entry.reason != "", 1), else_=0))
    query = (
        select(Entry.to_state, reasoned, func.count())
        .join(Proposal, Proposal.id == Entry.subject_id)
        .where(ended(scope), scope.proposals, Entry.to_state.in_(NEGATIVE))
        .group_by(Entry.to_state)
    )
    rows = [tuple(row) for row in db.session.execute(query)]
    columns = {
        "with_reasons": {str(state): int(given) for state, given, _all in rows},
        "without_reasons": {str(state): every - int(given) for state, given, every in rows},
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
