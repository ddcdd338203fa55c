"""What the reader of a room is to do next, and what is awaited of others. Art. 33, 34."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask, url_for
from flask_babel import gettext as _

from pactregistry.conciliation.access import Place
from pactregistry.conciliation.closing.waiting_ends import end_awaited
from pactregistry.conciliation.committee.awaited import WAITS, Awaited, Wait, awaited
from pactregistry.conciliation.committee.seats import naming_verb
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.models import Dispute, Member, Sitting
from pactregistry.conciliation.voices import voices
from pactregistry.config import settings
from pactregistry.languages import day, step_verb
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, DisputeState, Side

SITTING = DisputeState.SITTING
OF_ONE_SIDE = {Side.CITIZENS: Chair.CITIZENS, Side.CITY: Chair.CITY}


@dataclass(frozen=True)
class Task:
    """Something awaited of the reader, and the buttons that do it: the first one is meant."""

    what: str
    buttons: tuple[tuple[str, str], ...]
    by: date | None = None


@dataclass(frozen=True)
class Ahead:
    """What comes next in a room, for one reader; `sitting` is the next one that is called."""

    own: tuple[Task, ...]
    others: tuple[Awaited, ...]
    sitting: Sitting | None


def init_app(app: Flask) -> None:
    """Give the room's template what it shows."""
    app.add_template_global(ahead_of)


def ahead_of(dispute: Dispute, place: Place) -> Ahead:
    """What comes next in a dispute, for who is in its room."""
    sides = {side for side, role in voices(dispute, place).items() if role is not Role.DESK}
    tasks, others = tasks_in(dispute, place, sides)
    if Role.MANAGER in place.roles and end_awaited(dispute):
        page = _page("end_pact", dispute)
        tasks.append(
            Task(_("end the pact, as all parties agreed"), ((_verb("end_as_agreed"), page),))
        )
    return Ahead(tuple(tasks), tuple(others), _next_sitting(dispute))


def tasks_in(dispute: Dispute, place: Place, sides: set[Side]) -> tuple[list[Task], list[Awaited]]:
    """What is awaited of who speaks for some sides or sits, and what is awaited of others."""
    waits = awaited(dispute)
    own = [wait for wait in waits if _is_awaited_of(wait, sides, place)]
    tasks = [*_minutes(dispute, place), *_hearing(dispute, place)]
    tasks += [task for wait in own for task in _tasks(dispute, place, wait)]
    # A member who did the own part waits with all others for the committee.
    return tasks, [wait for wait in waits if wait not in own or not tasks]


def _is_awaited_of(wait: Awaited, sides: set[Side], place: Place) -> bool:
    """Whether it is this person who is awaited: for a side, on a seat, as secretary."""
    match wait.what:
        case Wait.CONVENE:
            return place.is_secretary
        case Wait.PROPOSE:
            return place.sits
        case Wait.SAY_YES:
            return wait.member is not None and wait.member is place.member
    return wait.side in sides


def _tasks(dispute: Dispute, place: Place, wait: Awaited) -> Iterator[Task]:
    what = _(WAITS[wait.what])
    match wait.what:
        case Wait.NAME | Wait.NAME_THIRD | Wait.PUT_FORWARD:
            chair = OF_ONE_SIDE[wait.side] if wait.what is Wait.NAME and wait.side else Chair.JOINT
            page = _page("designate", dispute, chair=chair)
            yield Task(what, ((naming_verb(dispute, chair), page),), wait.by)
        case Wait.AGREE:
            steps = ("agree_on_third", "object_to_third")
            yield Task(what, tuple(_step(step, dispute) for step in steps), wait.by)
        case Wait.SAY_YES:
            yield Task(what, (_step("take_seat", dispute), _step("leave_seat", dispute)), wait.by)
        case Wait.CONVENE:
            yield Task(what, (_step("convene", dispute),))
        case Wait.ANSWER:
            yield Task(what, (_step("accept", dispute), _step("decline", dispute)))
        case Wait.PROPOSE:
            yield from _of_text(dispute, place.member)


def _of_text(dispute: Dispute, member: Member | None) -> Iterator[Task]:
    """What a member does next on the text; nothing who voted while others have not."""
    text = texts.before_vote(dispute)
    if text is None:
        yield _of_draft(dispute)
    elif texts.vote_of(text, member) is None:
        yield Task(_("vote on the text"), (_step("vote", dispute),))
    elif texts.has_majority(dispute, text):
        what = _("make the text the committee's proposal: more than half voted for it")
        yield Task(what, (_step("propose", dispute),))
    elif not texts.awaited(dispute, text):
        what = _("write the text anew: not more than half voted for it")
        yield Task(what, ((_verb("take_back"), _page("take_text_back", dispute)),))


def _of_draft(dispute: Dispute) -> Task:
    page = _page("write_draft", dispute)
    if dispute.draft is None:
        return Task(_("write the proposal together"), ((_("Begin the draft"), page),))
    what = _("finish the draft and put it to the vote")
    return Task(what, ((_("Change the draft"), page), _step("put_to_vote", dispute)))


def _hearing(dispute: Dispute, place: Place) -> Iterator[Task]:
    if dispute.state == SITTING and place.sits and not dispute.sittings:
        yield Task(_("call a sitting, to hear the parties"), (_step("call_sitting", dispute),))


def _minutes(dispute: Dispute, place: Place) -> Iterator[Task]:
    if dispute.state != SITTING or not place.sits:
        return
    for sitting in dispute.sittings:
        if sitting.minutes_on is None and sitting.held_on < settings().today():
            what = _("write the minutes of the sitting of %(day)s", day=day(sitting.held_on))
            page = _page("record_minutes", dispute, sitting_id=sitting.id)
            yield Task(what, ((_verb("record_minutes"), page),))


def _next_sitting(dispute: Dispute) -> Sitting | None:
    if dispute.state != SITTING:
        return None
    today = settings().today()
    return next((s for s in dispute.sittings if s.held_on >= today and s.minutes_on is None), None)


def _step(step: str, dispute: Dispute) -> tuple[str, str]:
    return _verb(step), _page(step, dispute)


def _verb(step: str) -> str:
    return step_verb(step, "dispute")


def _page(endpoint: str, dispute: Dispute, **more: Any) -> str:
    return url_for(f"conciliation.{endpoint}", number=dispute.number, **more)
