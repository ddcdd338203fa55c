"""What a proposal owes to the call that it answers: its moments, seal, terms. Art. 11(1)a, 11(2).

Until the closing moment the public learns only how many entries came: nobody shall copy another's.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from flask import g, has_request_context
from sqlalchemy import ColumnElement, or_, select

from pactregistry.commons.calls.models import Call
from pactregistry.commons.calls.moments import has_closed
from pactregistry.commons.calls.terms import set_by_call
from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.pack import Term
from pactregistry.workflow.states import CallState, ProposalState

TAKES_ENTRIES = (CallState.OPEN, CallState.CLOSED)
OVER = (CallState.WITHDRAWN, CallState.DECIDED)

# For queries of what is public: no entry of a call that still takes entries.
UNSEALED: ColumnElement[bool] = or_(
    Proposal.call_id.is_(None),
    Proposal.call_id.not_in(select(Call.id).where(Call.state == CallState.OPEN)),
)


def note_arrival(*_args: object, **_more: object) -> None:
    """Keep the moment at which a request came, before anything waits for the database."""
    g.arrived_at = settings().now()


def arrived_at() -> datetime:
    """When the request at hand came; now, outside of one."""
    moment = g.get("arrived_at") if has_request_context() else None
    return moment or settings().now()


def is_sealed(proposal: Proposal) -> bool:
    """Whether what an entry says is still kept from everyone but its author and the office."""
    return proposal.call is not None and proposal.call.state == CallState.OPEN


def term_set(proposal: Proposal, term: Term) -> Term:
    """A term as the call sets it for its entries."""
    return term if proposal.call is None else set_by_call(term, proposal.call.terms)


def call_facts(proposal: Proposal, entries: Sequence[Entry]) -> dict[str, Any]:
    """The facts about the call that the guards of a proposal read."""
    call = proposal.call
    if call is None:
        return {}
    sent = _sent_at(proposal, entries)
    closed = call.closes_at if call.closes_at and has_closed(call.closes_at, sent) else None
    if call.state not in TAKES_ENTRIES:
        closed = closed or call.closes_at or sent
    begins = call.opens_at if call.opens_at and sent < call.opens_at else None
    late_draft = proposal.state == ProposalState.DRAFT and closed is not None
    return {
        "call_begins_at": begins,
        "call_closed_at": closed,
        "call_is_over": call.state == CallState.WITHDRAWN or late_draft,
        "sealed_until": call.closes_at if is_sealed(proposal) else None,
        "undecided_call": "" if call.state in OVER else call.number or "",
    }


def questions_of(proposal: Proposal) -> list[tuple[str, str]]:
    """The call's own questions, each with the answer that was given."""
    if proposal.call is None:
        return []
    given = proposal.answers or {}
    return [(asked["label"], given.get(asked["key"], "")) for asked in proposal.call.questions]


def unanswered(proposal: Proposal) -> tuple[str, ...]:
    """The questions that need an answer and have none."""
    if proposal.call is None:
        return ()
    given = proposal.answers or {}
    needed = (asked for asked in proposal.call.questions if asked.get("required"))
    return tuple(q["label"] for q in needed if not given.get(q["key"], "").strip())


def _sent_at(proposal: Proposal, entries: Sequence[Entry]) -> datetime:
    """When an entry came: with this request, or on paper to the counter."""
    if proposal.entered_by_id is None or not entries:
        return arrived_at()
    hour = entries[0].private.get("came_at")
    if hour:
        return datetime.fromisoformat(hour)
    return _on_paper(entries[0].occurred_on)


def _on_paper(day: date) -> datetime:
    # No hour was noted: the reading that favours who brought it. Art. 34(1)
    zone = settings().city.zone
    return min(arrived_at(), datetime.combine(day, time(), zone))
