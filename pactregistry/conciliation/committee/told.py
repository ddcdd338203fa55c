"""What the room of a dispute shows of its committee, and what each may do about it. Art. 33(1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask, url_for
from flask_babel import gettext as _

from pactregistry.conciliation.access import Place
from pactregistry.conciliation.committee.awaited import MEMBERS, WAITS, Awaited, Wait, awaited
from pactregistry.conciliation.committee.opening import PART
from pactregistry.conciliation.committee.queries import named_in
from pactregistry.conciliation.committee.seats import (
    answers_on,
    awaits_agreement,
    may_replace,
    member_on,
    namers,
    naming_verb,
)
from pactregistry.conciliation.committee.words import SEATS
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.conciliation.rhythm import over_on
from pactregistry.conciliation.voices import voices
from pactregistry.conciliation.words import SIDES
from pactregistry.languages import day, step_verb
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, DisputeState, Side

STEP_PAGES = {
    "designate": "conciliation.designate",
    "replace_member": "conciliation.replace_member",
    "agree_on_third": "conciliation.agree_on_third",
    "object_to_third": "conciliation.object_to_third",
}
FORMING = frozenset({DisputeState.REQUESTED, DisputeState.SITTING})


@dataclass(frozen=True)
class Act:
    """One step on a seat that the reader may take; `part` where the desk types it from paper."""

    step: str
    verb: str
    url: str
    part: Side | None


@dataclass(frozen=True)
class Seat:
    """One of the three seats as it stands, with what the reader may do about it."""

    chair: Chair
    member: Member | None
    awaits_agreement: bool
    is_own: bool
    acts: tuple[Act, ...]


def init_app(app: Flask) -> None:
    """Give templates what they show."""
    app.add_template_global(seats_of)
    app.add_template_global(awaited, "awaited_in")
    app.add_template_global(wait_line)
    app.add_template_global(over_on, "seats_until")
    app.add_template_global(named_in, "seats_offered")
    app.jinja_env.globals.update(dispute_waits=WAITS, dispute_seats=SEATS, dispute_sides=SIDES)


def wait_line(wait: Awaited) -> str:
    """Of whom something is awaited, and what: plain text, for pages and for mails."""
    if wait.side is not None:
        who = _(SIDES[wait.side])
    elif wait.member is not None:
        who = _(MEMBERS[Chair(wait.member.chair)])
    else:
        who = _("the secretary") if wait.what is Wait.CONVENE else _("the committee")
    what = _(WAITS[wait.what])
    if wait.by is None:
        line: str = _("%(who)s: %(what)s", who=who, what=what)
    else:
        line = _("%(who)s: %(what)s, by %(day)s", who=who, what=what, day=day(wait.by))
    return line


def seats_of(dispute: Dispute, place: Place) -> list[Seat]:
    """The three seats for one reader."""
    return [_seat(dispute, place, chair) for chair in Chair]


def _seat(dispute: Dispute, place: Place, chair: Chair) -> Seat:
    member = member_on(dispute, chair)
    running = dispute.state in FORMING
    return Seat(
        chair,
        member,
        awaits_agreement(member),
        is_own=member is not None and place.member is member,
        acts=tuple(_acts(dispute, place, chair, member)) if running else (),
    )


def _acts(dispute: Dispute, place: Place, chair: Chair, member: Member | None) -> Iterator[Act]:
    if place.is_secretary and member is not None:
        yield _act("replace_member", dispute, chair, None)
    for side, role in voices(dispute, place).items():
        part = side if role is Role.DESK else None
        if member is None:
            if side in namers(dispute, chair):
                yield _act("designate", dispute, chair, part)
            continue
        if answers_on(member, side):
            yield _act("agree_on_third", dispute, chair, part)
            yield _act("object_to_third", dispute, chair, part)
        if member.seated_on is None and may_replace(dispute, chair, side):
            yield _act("replace_member", dispute, chair, part)


def _act(step: str, dispute: Dispute, chair: Chair, part: Side | None) -> Act:
    address: dict[str, Any] = {"number": dispute.number}
    if step in {"designate", "replace_member"}:
        address["chair"] = chair
    if part is not None:
        address[PART] = part
    designates = step == "designate"
    verb = naming_verb(dispute, chair) if designates else step_verb(step, DISPUTE.name)
    return Act(step, verb, url_for(STEP_PAGES[step], **address), part)
