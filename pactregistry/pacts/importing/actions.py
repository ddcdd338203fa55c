"""Takes an import, whole or not at all, and confirms its files one by one. Art. 36.

No mail is written, nothing becomes public and no clock runs before a person has confirmed a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Act
from pactregistry.pacts.importing.application import Application, Taken
from pactregistry.pacts.importing.plan import Plan
from pactregistry.pacts.importing.queries import pact_of
from pactregistry.pacts.models import Pact
from pactregistry.pacts.older import PAPER, OlderPact
from pactregistry.proposals.models import PLACED, Proposal
from pactregistry.workflow.facts import PactFacts, ProposalFacts
from pactregistry.workflow.lifecycle import PACT, PROPOSAL
from pactregistry.workflow.states import Pace, PactState, ProposalState, Role, Track

UNMODELLED = "unmodelled"
"""The pack of an imported file: it was not made under any text that we know."""


@dataclass(frozen=True)
class Confirmation:
    """What a person settled about an imported file; the keys of `values` are columns."""

    state: ProposalState
    pact_state: PactState | None
    values: Mapping[str, Any]
    pact_values: Mapping[str, Any]
    paper: Upload | None = None


def take(found: Plan, told: Callable[[int], None]) -> list[Taken]:
    """Write all rows in one transaction; `told` hears the count after each."""
    taken = []
    for count, application in enumerate(found.applications, start=1):
        taken.append(_take(application, found))
        told(count)
    db.session.commit()
    return taken


def confirm(proposal: Proposal, account_id: int, seen: int, settled: Confirmation) -> None:
    """Correct and confirm one imported file: from now on it is public."""
    journal.expect(proposal, PROPOSAL.name, seen)
    pact = pact_of(proposal)
    act = Act(
        actor_id=account_id,
        occurred_on=settings().today(),
        recorded_at=settings().now(),
        office=settings().city.desk.key,
    )
    step = PROPOSAL.take(
        "confirm_import",
        ProposalState(proposal.state),
        Role.DESK,
        ProposalFacts(import_pending=not proposal.import_confirmed),
        to=settled.state,
    )
    changed = change(proposal, settled.values)
    proposal.import_confirmed = True
    journal.record(proposal, step, with_changes(act, changed))
    if settled.pact_state is not None:
        _confirm_pact(pact, proposal, settled, act)
    db.session.commit()


def _take(application: Application, found: Plan) -> Taken:
    here = settings()
    row = application.row
    proposal = Proposal(
        number=journal.next_number("P", here.today().year),
        state="",
        track=Track.SPONTANEOUS,
        created_at=here.now(),
        submitted_on=row.submitted_on,
        registry_number=row.registry_number,
        author_name=application.author_name,
        proposer_kind=application.kind,
        public_author=application.public_author,
        title=row.title,
        summary=row.summary,
        place_name=row.place,
        district=application.district,
        longitude=row.longitude,
        latitude=row.latitude,
        imported_from=f"{found.source.name}: {row.source_id}",
        import_confirmed=False,
        pack_id=UNMODELLED,
        pack_version="",
    )
    act = _import_act(application, found)
    step = PROPOSAL.take("import", None, Role.DESK, ProposalFacts(), to=application.state)
    journal.record(proposal, step, act)
    pact = None
    if application.pact_state is not None:
        days = {"signed_on": row.signed_on, "starts_on": row.starts_on, "ends_on": row.ends_on}
        pact = _import_pact(proposal, application.pact_state, days, act)
    return Taken(row, proposal.number or "", pact.number if pact else "")


def _import_act(application: Application, found: Plan) -> Act:
    here = settings()
    row = application.row
    return Act(
        actor_id=None,
        occurred_on=here.today(),
        recorded_at=here.now(),
        office=here.city.desk.key,
        facts={
            "source": found.source.name,
            "sha256": found.source.sha256,
            "format": found.form,
            "row": row.source_id,
            "line": row.line,
        },
        private={
            "title": row.title,
            "note": row.note,
            "original": dict(row.original),
            "questions": [question.as_json() for question in application.questions],
        },
    )


def _import_pact(proposal: Proposal, state: PactState, days: Mapping[str, Any], act: Act) -> Pact:
    pact = Pact(
        number=journal.next_number("", settings().today().year),
        proposal_id=proposal.id,
        state="",
        track=proposal.track,
        pace=Pace.FULL,
        created_at=act.recorded_at,
        imported_from=proposal.imported_from,
        import_confirmed=False,
        pack_id=UNMODELLED,
        pack_version="",
        **{name: getattr(proposal, name) for name in PLACED},
        **days,
    )
    step = PACT.take("import", None, Role.DESK, PactFacts(), to=state)
    journal.record(pact, step, act)
    return pact


def _confirm_pact(pact: Pact | None, proposal: Proposal, settled: Confirmation, act: Act) -> None:
    state = settled.pact_state
    if state is None:
        return
    if pact is None:
        pact = _import_pact(proposal, state, settled.pact_values, act)
    facts = PactFacts(import_pending=not pact.import_confirmed)
    step = PACT.take("confirm_import", PactState(pact.state), Role.DESK, facts, to=state)
    placed = {name: getattr(proposal, name) for name in PLACED}
    changed = change(pact, placed | dict(settled.pact_values))
    pact.import_confirmed = True
    pact.published_at = act.recorded_at
    journal.record(pact, step, with_changes(act, changed))
    if settled.paper is not None:
        attach(
            settled.paper,
            (PACT.name, pact.id),
            PAPER,
            added_at=act.recorded_at,
            added_by_id=act.actor_id,
        )


def change(subject: Proposal | Pact | OlderPact, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Set columns and tell which changed, from what to what."""
    changed = {}
    for name, value in values.items():
        before = getattr(subject, name)
        if before != value:
            setattr(subject, name, value)
            changed[name] = [str(before), str(value)]
    return changed


def with_changes(act: Act, changed: Mapping[str, list[str]]) -> Act:
    """The act that names the changed columns in public, and what they held in private."""
    return Act(
        actor_id=act.actor_id,
        occurred_on=act.occurred_on,
        recorded_at=act.recorded_at,
        office=act.office,
        facts={"fields": sorted(changed)},
        private={"changed": dict(changed)},
    )
