"""A report with all that it may hold, what is private marked with a canary."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import accept
from pactregistry.journal import Act
from pactregistry.people.models import Account
from pactregistry.reports.models import Cost, Figure, PaidBy, Photograph, Report
from pactregistry.reports.queries import report_by_number
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role
from pactregistry.workflow.states_reports import ReportKind
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import Scene
from tests.proposals.writing import picture

NUMBER = "2026-R-0001"
SENT_ON = date(2026, 10, 20)


@dataclass
class ReportScene:
    """A report with its people."""

    scene: Scene
    enter: Callable[[Account], FlaskClient]

    @property
    def report(self) -> Report:
        """The report as it stands now."""
        db.session.expire_all()
        return report_by_number(NUMBER)

    def post(self, who: Account, page: str, **form: object) -> TestResponse:
        """Send a form of the office as it stands today."""
        data = {
            "version": str(self.report.version),
            "occurred_on": settings().today().isoformat(),
            **form,
        }
        return self.enter(who).post(f"/reports/{NUMBER}/{page}", data=data)

    def takes(self, who: Account, page: str, **form: object) -> None:
        """Send a form, which is taken."""
        answer = self.post(who, page, **form)
        assert answer.status_code == 302, answer.text


def sent_report(scene: Scene) -> ReportScene:
    """Send the report of the first half year."""
    scene.clock.go(SENT_ON)
    here = settings()
    pact = scene.pact
    report = Report(
        pack_id=pact.pack_id,
        pack_version=pact.pack_version,
        number=NUMBER,
        pact_id=pact.id,
        kind=ReportKind.INTERIM,
        period_from=date(2026, 4, 15),
        period_to=date(2026, 10, 14),
        due_on=date(2026, 11, 13),
        parts={
            "objectives": "Twelve beds in flower until winter.",
            "actions": "=Watered every evening.",
            "results": "Eleven of twelve beds are in flower.",
            "resources": "Water of the City, tools of our own.",
            "problems": "One bed lies under a leaking gutter.",
        },
        revisions={},
        created_at=here.now(),
        submitted_at=here.now(),
        submitted_by_id=scene.cast.lead.id,
        examine_by=SENT_ON + timedelta(days=30),
    )
    report.figures = [
        Figure(code="people_active", value=Decimal(14), unit="n", explanation="From the list."),
        Figure(code="hours_volunteer", value=Decimal("312.5"), unit="h"),
        Figure(
            code="own.bulbs",
            value=Decimal(240),
            unit="n",
            label="bulbs planted",
            definition="Counted when they were planted.",
        ),
    ]
    state: ReportState | None = None
    for name, role in (("schedule", Role.CLOCK), ("draft", Role.LEAD), ("submit", Role.LEAD)):
        step = REPORT.take(name, state, role, ReportFacts())
        act = Act(scene.cast.lead.id, settings().today(), here.now(), private={"by": CANARY})
        journal.record(report, step, act)
        state = ReportState(report.state)
    db.session.commit()
    _add_papers(report.number)
    return ReportScene(scene, scene.enter)


def _add_papers(number: str) -> None:
    with_faces = accept(f"{CANARY}.png", picture("red")[0].read())
    beds = accept(f"{CANARY} and beds.png", picture("green")[0].read())
    report = report_by_number(number)
    now = settings().now()
    kept = [
        attach(upload, ("report", report.id), "photograph", added_at=now, added_by_id=None)
        for upload in (beds, with_faces)
    ]
    report.photographs = [
        Photograph(attachment_id=kept[0].id, caption="The beds in June"),
        Photograph(attachment_id=kept[1].id, caption=f"{CANARY} at work", faces=True),
    ]
    report.costs = [
        _cost("goods", f"Invoice of {CANARY}", "900.00"),
        _cost("consumables", "Soil", "399.95"),
        _cost("consumables", "Seeds", "20.05", PaidBy.OWN),
    ]
    db.session.commit()


def _cost(category: str, what: str, amount: str, paid_by: PaidBy = PaidBy.ASKED_BACK) -> Cost:
    return Cost(
        category=category,
        description=what,
        amount=Decimal(amount),
        spent_on=date(2026, 6, 1),
        paid_by=paid_by,
    )
