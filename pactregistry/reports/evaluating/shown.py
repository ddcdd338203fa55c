"""The evaluations of a pact on its page, and where each leads on. Art. 3(1)b, 30(8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flask import Flask, url_for

from pactregistry.journal import Entry, history
from pactregistry.lawbook import pack_known
from pactregistry.pacts.access import Seat, seat_on
from pactregistry.pacts.after_signing import tell_changes, tell_facts
from pactregistry.pacts.life.steps import NextStep, next_steps
from pactregistry.pacts.models import Pact
from pactregistry.people.current import account
from pactregistry.reports.charts.shown import figure
from pactregistry.reports.evaluating.facts import (
    facts_of_reports,
    final_report,
    was_closed_unreported,
)
from pactregistry.reports.evaluating.models import Evaluation
from pactregistry.reports.evaluating.queries import evaluations_on
from pactregistry.reports.facts import takes_part
from pactregistry.reports.labels import unit_beside
from pactregistry.reports.queries import WRITABLE
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.states import PactState
from pactregistry.workflow.states_reports import Outcome

# What may follow from each outcome; whoever may not take a step is not offered it.
LEADS_TO = {
    Outcome.CONFIRM: ("extend", "ask_renewal", "renew"),
    Outcome.MODIFY: ("amend", "renew"),
    Outcome.END: ("terminate",),
}


@dataclass(frozen=True)
class Evaluated:
    """All that a pact's page tells of its evaluation."""

    evaluations: Sequence[Evaluation]
    pack: Pack
    closed: Entry | None
    following: tuple[NextStep, ...]
    ends_on: date | None
    own_view: str
    evaluate: str

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.evaluations or self.closed or self.own_view or self.evaluate)


def init_app(app: Flask) -> None:
    """Give the page of a pact its evaluations, and the steps of pacts what they read of reports."""
    app.add_template_global(evaluated)
    app.add_template_filter(effect_figure)
    tell_facts(app, facts_of_reports)
    tell_changes(app, changes_found)


def evaluated(pact: Pact) -> Evaluated:
    """The evaluations of a pact, with what the person at the page may do about them."""
    found = evaluations_on(pact)
    entries = history(PACT.name, pact.id)
    seat = seat_on(pact, account())
    is_time = PactState(pact.state) in PACT.rows["evaluate"].sources and pact.import_confirmed
    number = pact.number
    return Evaluated(
        found,
        pack_known(pact.pack_id),
        _closed(pact, entries),
        _following(pact, found[0], entries, seat) if found else (),
        pact.ends_on if pact.state != PactState.ENDED else None,
        url_for("reports.our_view", number=number) if is_time and seat.takes_part else "",
        url_for("reports.evaluate", number=number) if is_time and _may(pact, seat) else "",
    )


def changes_found(pact: Pact) -> str:
    """The changes that the latest evaluation asks for; empty where it asks for none."""
    found = evaluations_on(pact)
    return found[0].what_changes if found and found[0].outcome is Outcome.MODIFY else ""


def effect_figure(effect: Mapping[str, str], pack: Pack) -> str:
    """The figure of an externality with its unit; empty where it has none."""
    if not effect["value"]:
        return ""
    return f"{figure(Decimal(effect['value']))} {unit_beside(effect['unit'], pack)}".strip()


def _closed(pact: Pact, entries: Sequence[Entry]) -> Entry | None:
    if not was_closed_unreported(entries):
        return None
    final = final_report(pact)
    if final is not None and final.state not in WRITABLE:  # it came all the same
        return None
    return next(e for e in reversed(entries) if e.step == "close_unreported")


def _may(pact: Pact, seat: Seat) -> bool:
    person = account()
    role = seat.role_among(PACT.rows["evaluate"].by)
    return person is not None and role is not None and not takes_part(pact, person.id)


def _following(
    pact: Pact, latest: Evaluation, entries: Sequence[Entry], seat: Seat
) -> tuple[NextStep, ...]:
    person = account()
    if person is None or not seat.roles or not pact.import_confirmed:
        return ()
    wanted = LEADS_TO[latest.outcome]
    steps = {step.name: step for step in next_steps(pact, entries, person.id, seat.roles)}
    return tuple(steps[name] for name in wanted if name in steps and steps[name].is_open)
