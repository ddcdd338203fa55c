"""What the public knows of a dispute once its committee sits: days and outcome. Art. 33, 3(1)b.

Before the committee sits a request is counted and nothing else; its content is never public.
"""

from dataclasses import dataclass
from datetime import date

from flask import render_template
from sqlalchemy import ColumnElement, and_
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.closing.queries import steps_that_closed
from pactregistry.conciliation.closing.waiting_ends import end_awaited
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.pacts.access import PACT_IS_PUBLIC, is_public

# For queries that join the pact: what `is_told` says of one dispute.
DISPUTE_IS_TOLD: ColumnElement[bool] = and_(Dispute.convened_on.is_not(None), PACT_IS_PUBLIC)


@dataclass(frozen=True)
class Told:
    """The days and the outcome of a dispute; `effect` is what its settlement means for the pact.

    `late` counts the days past the term: of the proposal, or of the wait for it. `unformed` tells
    that it ended for want of a member, not because the three proposed nothing.
    """

    dispute: Dispute
    late: int
    days_to_proposal: int | None
    days_to_end: int | None
    effect: str = ""
    version: int | None = None
    held_up: bool = False
    unformed: bool = False


def is_told(dispute: Dispute) -> bool:
    """Whether anyone may know that there is this dispute."""
    return dispute.convened_on is not None and is_public(dispute.pact)


def public_page(dispute: Dispute) -> str:
    """The page for who has no place in a dispute.

    Raises:
        NoResultFound: its committee never sat, or the pact is not public.
    """
    if not is_told(dispute):
        raise NoResultFound
    told = all_told([dispute])[0]
    return render_template(
        "conciliation/closing/public.html",
        told=told,
        dispute=dispute,
        pact=dispute.pact,
        end_awaited=end_awaited(dispute),
    )


def all_told(disputes: list[Dispute]) -> list[Told]:
    """Disputes as the public knows them; one query more than those of the disputes."""
    closed = steps_that_closed([dispute.id for dispute in disputes])
    return [_told(dispute, closed.get(dispute.id)) for dispute in disputes]


def _told(dispute: Dispute, closed: Entry | None) -> Told:
    facts = closed.facts if closed is not None else {}
    until = dispute.proposed_on or dispute.closed_on or settings().today()
    return Told(
        dispute=dispute,
        late=max(0, (until - dispute.propose_by).days),
        days_to_proposal=_days(dispute, dispute.proposed_on),
        days_to_end=_days(dispute, dispute.closed_on),
        effect=str(facts.get("effect", "")),
        version=facts.get("version"),
        held_up=bool(facts.get("held_up")),
        unformed=closed is not None and closed.step == "close_unformed",
    )


def _days(dispute: Dispute, until: date | None) -> int | None:
    return None if until is None else (until - dispute.requested_on).days
