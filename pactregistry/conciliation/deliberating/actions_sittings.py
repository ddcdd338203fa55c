"""Sittings are called, and their minutes written. Art. 33(1), 3(1)b."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.access import Place
from pactregistry.conciliation.days import refuse_day
from pactregistry.conciliation.deliberating.facts import facts_on
from pactregistry.conciliation.models import Dispute, Sitting
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import Kept, attach
from pactregistry.people.acting import Actor, Day, act
from pactregistry.workflow.engine import Step
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState, Side

KIND = "dispute_sitting"
MINUTES = "minutes"


@dataclass(frozen=True)
class Called:
    """When and where a committee sits."""

    held_on: date
    at: str
    place: str


@dataclass(frozen=True)
class Minuted:
    """What a sitting's minutes tell: who was heard, what was said, the signed paper."""

    text: str
    heard: frozenset[Side]
    paper: Kept | None = None


def call_sitting(
    dispute: Dispute, by: tuple[Actor, Place], seen: int, day: Day, called: Called
) -> Sitting:
    """Call a sitting; all parties and members are written to, without its place.

    Raises:
        Unlawful: no committee sits, or the day of the call cannot be.
    """
    actor, place = by
    journal.expect(dispute, DISPUTE.name, seen)
    step = _take("call_sitting", dispute, actor, facts_on(dispute, place, actor), day)
    sitting = Sitting(held_on=called.held_on, at=called.at.strip(), place=called.place.strip())
    dispute.sittings.append(sitting)
    told = {"held_on": called.held_on.isoformat(), "at": sitting.at, "place": sitting.place}
    journal.record(dispute, step, act(actor, day, private=told))
    _write(dispute, "dispute_sitting", sitting)
    db.session.commit()
    return sitting


def record_minutes(
    sitting: Sitting, by: tuple[Actor, Place], seen: int, day: Day, minuted: Minuted
) -> None:
    """Write the minutes of a sitting; what is written later is added under its day.

    Raises:
        Unlawful: the sitting is still to come, or nothing is told of it.
    """
    actor, place = by
    dispute = sitting.dispute
    journal.expect(dispute, DISPUTE.name, seen)
    text = minuted.text.strip()
    facts = facts_on(
        dispute,
        place,
        actor,
        day_reached=sitting.held_on <= day.occurred_on,
        minutes_given=bool(text or minuted.paper),
    )
    step = _take("record_minutes", dispute, actor, facts, day)
    _write_into(sitting, text, minuted.heard, day)
    if minuted.paper is not None:
        sitting.attachment_id = attach(
            minuted.paper,
            (KIND, sitting.id),
            MINUTES,
            added_at=settings().now(),
            added_by_id=actor.account_id,
        ).id
    told = {"sitting": sitting.id, "said": text, "heard": sorted(minuted.heard)}
    journal.record(dispute, step, act(actor, day, private=told))
    _write(dispute, "dispute_minutes", sitting)
    db.session.commit()


def _take(step: str, dispute: Dispute, actor: Actor, facts: DisputeFacts, day: Day) -> Step:
    refuse_day(step, dispute, actor, facts, day)
    return DISPUTE.take(step, DisputeState(dispute.state), actor.role, facts)


def _write_into(sitting: Sitting, text: str, heard: Iterable[Side], day: Day) -> None:
    if sitting.minutes_on is None:
        sitting.minutes, sitting.minutes_on = text, day.occurred_on
    elif text:
        added = f"{day.occurred_on.isoformat()}: {text}"
        sitting.minutes = "\n\n".join(part for part in (sitting.minutes, added) if part)
    sitting.heard = " ".join(sorted({*sitting.heard.split(), *heard}))


def _write(dispute: Dispute, template: str, sitting: Sitting) -> None:
    to = [
        *letters.to_parties(dispute),
        *letters.to_committee(dispute),
        *letters.to_secretaries(dispute),
    ]
    letters.write(to, template, dispute, sitting=sitting)
