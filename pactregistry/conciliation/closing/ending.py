"""An attempt ends: settled by all, without a settlement, without a committee. Art. 33(2), 34(1)."""

from collections.abc import Mapping
from datetime import date, datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.closing.facts import closing_facts
from pactregistry.conciliation.committee.awaited import FORMING, awaited
from pactregistry.conciliation.deliberating.texts import proposal_of
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.rhythm import over_on
from pactregistry.config import settings
from pactregistry.database import lock
from pactregistry.journal import Act
from pactregistry.pacts.versions.settled import (
    AMENDING,
    ENDING,
    Settled,
    against,
    agree_to_end,
    open_amendment,
)
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee
from pactregistry.workflow.engine import Step
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState, Effect


def conclude(dispute: Dispute, at: datetime) -> bool:
    """End an attempt whose proposal all answered, or whose term is over; does not commit.

    Whoever changes who is a party, or what a party answered, asks this in the same transaction.
    """
    if dispute.state != DisputeState.PROPOSED:
        return False
    facts = closing_facts(dispute)
    if facts.all_accepted:
        _settle(dispute, at)
    elif facts.all_answered or facts.term_over:
        state = DisputeState(dispute.state)
        step = DISPUTE.take("close_unsettled", state, Role.CLOCK, facts)
        day = _last_answer(dispute) if facts.all_answered else over_on(dispute)
        _close(dispute, step, day, at, {})
        letters.write(everyone(dispute), "dispute_unsettled", dispute)
    else:
        return False
    return True


def close_unformed(dispute: Dispute, at: datetime) -> bool:
    """End an attempt whose term is over without a complete committee; does not commit.

    Who had not named anybody is recorded, for its room alone.
    """
    facts = closing_facts(dispute)
    state = DisputeState(dispute.state)
    found = DISPUTE.obstacles("close_unformed", state, Role.CLOCK, facts)
    if any(obstacle.binds for obstacle in found):
        return False
    step = DISPUTE.take("close_unformed", state, Role.CLOCK, facts)
    missing = [
        [wait.what, wait.side or "", wait.member.chair if wait.member is not None else ""]
        for wait in awaited(dispute)
        if wait.what in FORMING
    ]
    _close(dispute, step, over_on(dispute), at, {}, {"awaited": missing})
    letters.write(everyone(dispute), "dispute_unformed", dispute)
    return True


def take_up_late(dispute: Dispute, day: date, at: datetime) -> bool:
    """Open the change that could not be opened with its settlement, if it can be now.

    Does not commit. Both sides are told as of any version that is opened.
    """
    return "version" in _take_up(dispute, Effect.AMEND, day, at, [])


def everyone(dispute: Dispute) -> list[Addressee]:
    """The parties, the members named and the secretary."""
    named = [member for member in dispute.members if member.designated]
    members = [who for member in named for who in letters.to_member(member)]
    return [*letters.to_parties(dispute), *members, *letters.to_secretaries(dispute)]


def _settle(dispute: Dispute, at: datetime) -> None:
    step = DISPUTE.take("settle", DisputeState(dispute.state), Role.CLOCK, closing_facts(dispute))
    day = _last_answer(dispute)
    text = proposal_of(dispute)
    effect = text.effect if text is not None else Effect.NOTHING
    to = everyone(dispute)
    told = {"effect": effect, **_take_up(dispute, effect, day, at, to)}
    _close(dispute, step, day, at, told)
    if effect is Effect.AMEND and "held_up" in told:
        # What could not be opened at once the desk takes up when it can.
        to += addressees.desk()
    if effect is Effect.END and "held_up" not in told:
        # That mail tells the managing officer of the settlement too.
        managers = addressees.managers()
        letters.write(managers, "dispute_end_awaited", dispute)
        to = [who for who in to if who not in managers]
    letters.write(to, "dispute_settled", dispute, told=told)


def _take_up(
    dispute: Dispute, effect: Effect, day: date, at: datetime, told: list[Addressee]
) -> dict[str, object]:
    """Begin in the pact what was settled; what stands against it now is told, and stops nothing."""
    if effect is Effect.NOTHING:
        return {}
    pact = dispute.pact
    lock(pact)
    found = against(pact, AMENDING if effect is Effect.AMEND else ENDING)
    if found:
        return {"held_up": [obstacle.name for obstacle in found]}
    with force_locale(settings().city.language):
        reason = _(
            "All parties accepted the proposal of the conciliation committee in dispute %(number)s"
            " (Art. 33).",
            number=dispute.number,
        )
    settled = Settled(dispute.number, reason, day, at)
    if effect is Effect.AMEND:
        return {"version": open_amendment(pact, settled, told).ordinal}
    agree_to_end(pact, settled)
    return {}


def _close(
    dispute: Dispute,
    step: Step,
    day: date | None,
    at: datetime,
    told: Mapping[str, object],
    private: Mapping[str, object] | None = None,
) -> None:
    dispute.closed_on = day or settings().today()
    dispute.closed_at = at
    days = {"days": (dispute.closed_on - dispute.requested_on).days, **told}
    made = Act(None, dispute.closed_on, at, facts=days, private=private or {})
    journal.record(dispute, step, made)


def _last_answer(dispute: Dispute) -> date:
    """The day of the last fact: an answer, or that a party left with which all had answered."""
    days = [answer.answered_on for answer in dispute.answers]
    return max([*days, dispute.third_left_on or date.min])
