"""Files that are counted, each with what the journal says of it."""

from datetime import date
from decimal import Decimal

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act, record
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.reports.figures.collected import Figures, collect
from pactregistry.reports.figures.scope import Scope
from pactregistry.reports.figures.table import Table
from pactregistry.reports.models import Figure, Report
from pactregistry.workflow.states import ReportState, Role
from pactregistry.workflow.states_reports import ReportKind
from tests.civicnetwork.made import lawful


def collected(**asked: object) -> Figures:
    """All figures as they stand now."""
    return collect(Scope(today=settings().today(), **asked))  # type: ignore[arg-type]  # reason: a test names what it asks


def table(key: str, **asked: object) -> Table:
    """One of their tables."""
    return collected(**asked).table(key)


def row(key: str, name: str, **asked: object) -> list[Decimal | None]:
    """One row of a table."""
    found = table(key, **asked)
    return list(found.values[found.rows.index(name)])


def end(
    proposal: Proposal, step: str, state: str, on: date, *, reason: str = "", by: Role = Role.DESK
) -> None:
    """End a proposal on a day."""
    taken = lawful("proposal", step, str(proposal.state), state, by)
    record(proposal, taken, Act(None, on, settings().now(), reason=reason))
    db.session.commit()


def received(proposal: Proposal, on: date, days: int | None = None) -> Proposal:
    """Let a proposal have come on a day, with the days that the office announced."""
    proposal.submitted_on = on
    proposal.announced_days = days
    db.session.commit()
    return proposal


def report(
    pact: Pact,
    first: date,
    last: date,
    kind: ReportKind = ReportKind.INTERIM,
    state: ReportState = ReportState.ACCEPTED,
    **figures: str,
) -> Report:
    """A report on a period, published unless told otherwise."""
    here = settings()
    number = db.session.query(Report).count() + 1
    made = Report(
        pack_id=pact.pack_id,
        pack_version=pact.pack_version,
        number=f"2026-R-{number:04d}",
        pact_id=pact.id,
        kind=kind,
        period_from=first,
        period_to=last,
        due_on=last,
        created_at=here.now(),
        state=state,
        version=1,
    )
    made.figures = [Figure(code=code, value=Decimal(v), unit="n") for code, v in figures.items()]
    db.session.add(made)
    db.session.commit()
    return made
