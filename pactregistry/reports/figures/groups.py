"""Files that are alike, counted together once for all tables that tell of them. Art. 35(2).

The rows of a group carry what it has in common by name, and its `number`. How many groups there
are depends on days, states and kinds, not on how many files there are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Row, Select, and_, case, func, select

from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.reports.figures.counting import STOOD, acts, days_between, period, stood
from pactregistry.reports.figures.scope import Scope
from pactregistry.workflow.lifecycle import CLOSED, OPEN, PACT, PROPOSAL

Group = Row[*tuple[Any, ...]]
KINDS: Final = (Pact.intensity, Pact.commons_kind, Pact.district, Pact.pact_kind)
NUMBER: Final = func.count().label("number")


def summed(groups: Iterable[Group], key: str) -> dict[Any, int]:
    """How many files there are for each value of one name; a missing value is empty."""
    found: Counter[Any] = Counter()
    for group in groups:
        found[getattr(group, key) or ""] += group.number
    return found


def receipts(scope: Scope) -> Sequence[Group]:
    """The proposals that came in what is counted."""
    when = period(scope, Proposal.submitted_on).label("period")
    query = select(when, NUMBER).where(scope.proposals, scope.on(Proposal.submitted_on))
    return _grouped(query, [when])


def endings(scope: Scope) -> Sequence[Group]:
    """How proposals ended in what is counted: `days` is since receipt, none where it has no day."""
    names = (
        Entry.step,
        Entry.to_state,
        case((Entry.reason != "", 1), else_=0).label("reasoned"),
        period(scope, Entry.occurred_on).label("period"),
        days_between(Proposal.submitted_on, Entry.occurred_on).label("days"),
    )
    query = select(*names, NUMBER).join(Proposal, Proposal.id == Entry.subject_id)
    ended = and_(Entry.from_state.in_(OPEN), Entry.to_state.in_(CLOSED))
    return _grouped(query.where(acts(PROPOSAL.name, scope), ended, scope.proposals), names)


def signings(scope: Scope) -> Sequence[Group]:
    """The pacts signed in what is counted: `days` is since the proposal, none without one."""
    names = (
        period(scope, Pact.signed_on).label("period"),
        days_between(Proposal.submitted_on, Pact.signed_on).label("days"),
    )
    origin = and_(Proposal.id == Pact.proposal_id, scope.proposals)
    query = select(*names, NUMBER).select_from(Pact).outerjoin(Proposal, origin)
    return _grouped(query.where(scope.pacts, scope.on(Pact.signed_on)), names)


def pacts(scope: Scope) -> Sequence[Group]:
    """All pacts: how they `stood` on the last day, and whether signed in what is counted."""
    newly = case((scope.on(Pact.signed_on), 1), else_=0).label("newly")
    names = (*KINDS, stood(PACT.name, Pact, scope).label(STOOD), newly)
    return _grouped(select(*names, NUMBER).where(scope.pacts), names)


def _grouped(query: Select[*tuple[Any, ...]], names: Iterable[Any]) -> Sequence[Group]:
    # By the columns' names: PostgreSQL takes the same expression said twice for two.
    return db.session.execute(query.group_by(*(name.name for name in names))).all()
