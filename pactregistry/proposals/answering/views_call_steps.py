"""A call with its entries, as the office reads it; more time, or its end. Art. 10(2), 11(2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.commons.calls import queries as calls
from pactregistry.commons.calls.forms import LAST_MINUTE, moment
from pactregistry.commons.calls.models import Call
from pactregistry.commons.calls.views_desk import Page
from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.people.current import holds, signed_in
from pactregistry.people.officers import officer
from pactregistry.people.step_page import StepPage, day_of
from pactregistry.proposals.answering import actions_call, queries
from pactregistry.proposals.answering.blueprint import answering
from pactregistry.proposals.answering.facts import entry_facts, ranking_of
from pactregistry.proposals.answering.forms import ExtensionForm, WithdrawalForm
from pactregistry.proposals.answering.public_call import public_of
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.facts import CallFacts
from pactregistry.workflow.lifecycle import CALL
from pactregistry.workflow.states import CallState, Role

BOTH = ["GET", "POST"]
OFFICE = (Role.DESK, Role.MANAGER)
# The page of each step; one that leads a call on stands first.
PAGES = {
    "open": "calls.open_call",
    "score": "answering.scores",
    "decide": "answering.decide",
    "revise": "calls.revise",
    "extend": "answering.extend",
    "withdraw": "answering.withdraw",
    "withhold": "calls.withhold",
    "restore": "calls.restore",
}
ONWARD = ("open", "score", "decide")
# What the form of the step itself will answer: it does not stand against opening the form.
ANSWERED = frozenset({"reasoned", "explained", "ties_ordered"})


@dataclass(frozen=True)
class NextStep:
    """One step that leaves the present state, with what stands against it now."""

    name: str
    url: str
    by: tuple[Role, ...]
    obstacles: tuple[Obstacle, ...]

    @property
    def is_onward(self) -> bool:
        """Whether it leads the call on."""
        return self.name in ONWARD

    @property
    def is_open(self) -> bool:
        """Whether nothing binding stands against it."""
        return not any(obstacle.binds for obstacle in self.obstacles)


@answering.get("/desk/calls/<int:call_id>")
def desk_call(call_id: int) -> str:
    """Where a call stands, its entries, what can be done next."""
    call = calls.by_id(call_id)
    actor = officer(OFFICE, call.office)
    person = signed_in()
    roles = tuple(role for role in OFFICE if holds(person, role, call.office))
    entries = queries.entries_of(call)
    standing = queries.compared(entries)
    taken = history(CALL.name, call.id)
    return render_template(
        "calls/desk_call.html",
        call=call,
        public=public_of(call, taken),
        steps=_steps(call, roles, entry_facts(call, actor)),
        entries=entries,
        ranking=ranking_of(call, standing),
        taken=taken,
        is_desk=Role.DESK in roles,
    )


@answering.route("/desk/calls/<int:call_id>/extension", methods=BOTH)
def extend(call_id: int) -> ResponseReturnValue:
    """Give everyone more time."""
    page = step_page("extend", call_id)
    call: Call = page.shown["call"]
    form = ExtensionForm()
    if not form.is_submitted() and call.closes_at is not None:
        local = call.closes_at.astimezone(settings().city.zone)
        form.closes_on.data, form.closes_hour.data = local.date(), local.time()

    def take() -> None:
        closes_at = moment(form.closes_on.data, form.closes_hour.data, LAST_MINUTE)
        reason = form.reason.data or ""
        actions_call.extend(call, page.actor, form.seen, closes_at, reason)

    return page.answer(form, take, "calls/extend.html")


@answering.route("/desk/calls/<int:call_id>/withdrawal", methods=BOTH)
def withdraw(call_id: int) -> ResponseReturnValue:
    """End a call without a decision."""
    page = step_page("withdraw", call_id)
    call: Call = page.shown["call"]
    page.shown["minimum"] = settings().city.reason_minimum
    form = WithdrawalForm()
    form.name_entries(_("Reason"))

    def take() -> None:
        actions_call.withdraw(call, page.actor, form.seen, day_of(form), form.given())

    return page.answer(form, take, "calls/withdraw.html")


def step_page(step: str, call_id: int) -> Page:
    """The page of a step that concerns the entries, for the officer who is here."""
    call = calls.by_id(call_id)
    actor = officer(CALL.rows[step].by, call.office)
    return StepPage(
        machine=CALL,
        step=step,
        subject=call,
        actor=actor,
        facts=entry_facts(call, actor),
        name=f"{call.number} · {call.title}" if call.number else call.title,
        back=url_for("answering.desk_call", call_id=call.id),
        answered=ANSWERED,
        shown={"call": call},
    )


def _steps(call: Call, roles: Sequence[Role], facts: CallFacts) -> list[NextStep]:
    state = CallState(call.state)
    found = []
    for name, endpoint in PAGES.items():
        row = CALL.rows[name]
        role = next((role for role in row.by if role in roles), None)
        already = row.withholds is not None and row.withholds == call.withheld
        if role is None or state not in row.sources or already:
            continue
        against = tuple(
            o for o in CALL.obstacles(name, state, role, facts) if o.name not in ANSWERED
        )
        found.append(NextStep(name, url_for(endpoint, call_id=call.id), row.by, against))
    return found
