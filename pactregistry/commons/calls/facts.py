"""Gathers the facts on a call that the guards of the lifecycle read. Art. 11(2), 29(1)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from pactregistry.commons.calls.models import Call
from pactregistry.commons.calls.moments import Left, days_between, has_closed, left_until
from pactregistry.commons.calls.terms import pack_of, shortest_days
from pactregistry.config import settings
from pactregistry.workflow.facts import CallFacts


def facts_on(call: Call, **typed: Any) -> CallFacts:
    """The facts on a call as it stands, with what a form or another room adds to them."""
    here = settings()
    now = here.now()
    begins = max(call.opens_at or now, now)
    days = None
    if call.closes_at is not None and not call.emergency:
        days = days_between(begins, call.closes_at, here.city.zone)
    facts = CallFacts(
        reason_minimum=here.city.reason_minimum,
        formulas=here.city.formulas,
        withheld=call.withheld,
        closes_later=call.closes_at is not None and call.closes_at > begins,
        moment_reached=call.closes_at is not None and has_closed(call.closes_at, now),
        criteria=tuple(criterion["label"] for criterion in call.criteria),
        days_open=days,
        shortest_days=shortest_days(pack_of(call)),
        emergency=call.emergency,
        emergency_grounds=call.emergency_grounds,
    )
    return replace(facts, **typed)


def time_left(closes_at: datetime) -> Left | None:
    """What remains until entries are no longer taken; None when nothing does."""
    return left_until(closes_at, settings().now())
