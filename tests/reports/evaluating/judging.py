"""What tests of evaluations do again and again."""

from datetime import date

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.reports.evaluating.models import Evaluation
from pactregistry.reports.models import Report
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role
from pactregistry.workflow.states_reports import ReportKind
from tests.pacts.life.scene import Scene

NUMBER = "2026-0001"
PAGE = f"/pacts/{NUMBER}/evaluation"
FOUND = {
    "outcome": "confirm",
    "reason": "The beds were watered all summer; the street wants to go on.",
    "met_on": "2026-04-15",
    "taking_part": "A walk along the street with eleven residents.",
    "citizens_view": "Fewer papers would help.",
}


def effect(row: int, text: str = "Neighbours meet", **more: str) -> dict[str, str]:
    """One filled row of the form."""
    cells = {
        "text": text,
        "sign": "positive",
        "reach": "indirect",
        "nature": "intangible",
        "value": "",
        "unit": "",
        **more,
    }
    return {f"effects-{row}-{name}": value for name, value in cells.items()}


def evaluation() -> Evaluation:
    """The latest evaluation as it stands now."""
    db.session.expire_all()
    return db.session.scalars(db.select(Evaluation).order_by(Evaluation.id.desc())).first()


def reported(
    scene: Scene,
    *,
    accepted: bool = True,
    kind: ReportKind = ReportKind.FINAL,
    until: date = date(2028, 4, 14),
    due: date | None = date(2028, 6, 13),
) -> Report:
    """A report on the pact, in the journal alone: accepted, or still to be written."""
    pact = scene.pact
    known = db.session.scalars(
        db.select(Report).filter_by(pact_id=pact.id, kind=kind, period_to=until)
    ).first()
    report = known or Report(
        number=journal.next_number("R", until.year),
        pact_id=pact.id,
        kind=kind,
        period_from=pact.starts_on,
        period_to=until,
        due_on=due,
        created_at=settings().now(),
        state="",
        pack_id=pact.pack_id,
        pack_version=pact.pack_version,
    )
    state = ReportState(report.state) if known else None
    for step, role in (("schedule", Role.CLOCK), ("submit", Role.LEAD), ("accept", Role.DESK)):
        if state not in REPORT.rows[step].sources or (step != "schedule" and not accepted):
            continue
        taken = REPORT.take(step, state, role, ReportFacts())
        journal.record(report, taken, Act(None, settings().today(), settings().now()))
        state = ReportState(report.state)
    db.session.commit()
    return report
