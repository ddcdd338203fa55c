"""Evaluates a pact, keeps what citizens write for it, closes a file unreported. Art. 30(8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act
from pactregistry.reports.evaluating.facts import final_report
from pactregistry.reports.evaluating.models import Evaluation, OwnView
from pactregistry.reports.facts import takes_part
from pactregistry.reports.queries import WRITABLE
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState
from pactregistry.workflow.states_reports import Nature, Outcome, Reach, Sign


@dataclass(frozen=True)
class Effect:
    """One externality; a value has a unit of the pack."""

    text: str
    sign: Sign
    reach: Reach
    nature: Nature
    value: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True)
class Finding:
    """What both sides found, as the desk writes it down."""

    outcome: Outcome
    reasons: str
    met_on: date | None = None
    taking_part: str = ""
    citizens_view: str = ""
    what_changes: str = ""
    effects: Sequence[Effect] = ()


def evaluate(pact: Pact, actor: Actor, seen: int, day: Day, found: Finding) -> Evaluation:
    """Write an evaluation down and publish it."""
    facts = begin(
        "evaluate",
        pact,
        actor,
        seen,
        day,
        reasons=(found.reasons,),
        citizens_took_part=bool(found.taking_part.strip() or found.citizens_view.strip()),
        actor_is_proposer=takes_part(pact, actor.account_id),
    )
    step = PACT.take("evaluate", PactState(pact.state), actor.role, facts)
    made = act(actor, day, reason=found.reasons.strip(), facts={"outcome": str(found.outcome)})
    entry = journal.record(pact, step, made)
    evaluation = Evaluation(
        pact_id=pact.id,
        outcome=found.outcome,
        occurred_on=day.occurred_on,
        recorded_at=entry.recorded_at,
        reasons=found.reasons.strip(),
        met_on=found.met_on,
        taking_part=found.taking_part.strip(),
        citizens_view=found.citizens_view.strip(),
        what_changes=found.what_changes.strip(),
        externalities=[_kept(effect) for effect in found.effects],
    )
    db.session.add(evaluation)
    to = [*letters.citizens_of(pact), *addressees.managers()]
    letters.write(to, "pact_evaluated", pact, evaluation=evaluation)
    db.session.commit()
    return evaluation


def write_view(pact: Pact, account_id: int, text: str) -> OwnView:
    """Keep what somebody of the citizens' side writes for the evaluation; no step is taken."""
    view = OwnView(
        pact_id=pact.id, author_id=account_id, text=text.strip(), written_at=settings().now()
    )
    db.session.add(view)
    letters.write(addressees.desk(), "pact_view_written", pact)
    db.session.commit()
    return view


def close_unreported(pact: Pact, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Close the file of an ended pact of which no report came; nobody is reminded any more."""
    facts = begin(
        "close_unreported",
        pact,
        actor,
        seen,
        day,
        reasons=(reason,),
        actor_is_proposer=takes_part(pact, actor.account_id),
    )
    step = PACT.take("close_unreported", PactState(pact.state), actor.role, facts)
    report = final_report(pact)
    if report is not None and report.state in WRITABLE:
        report.unreported_on = day.occurred_on
    journal.record(pact, step, act(actor, day, reason=reason.strip()))
    to = [*letters.citizens_of(pact), *addressees.desk()]
    letters.write(to, "pact_unreported", pact, reason=reason.strip())
    db.session.commit()


def _kept(effect: Effect) -> dict[str, str]:
    return {
        "text": effect.text.strip(),
        "sign": str(effect.sign),
        "reach": str(effect.reach),
        "nature": str(effect.nature),
        "value": "" if effect.value is None else str(effect.value),
        "unit": effect.unit if effect.value is not None else "",
    }
