"""What tests of money do again and again: grant, pay, report, examine, settle. Art. 24."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from werkzeug.test import TestResponse

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.people.models import Account
from pactregistry.reports.models import Cost, Report
from pactregistry.reports.money.models import Grant
from pactregistry.reports.queries import report_by_number
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role
from pactregistry.workflow.states_reports import ReportKind
from tests.pacts.life.scene import Scene

NUMBER = "2026-0001"
COSTS = (
    ("goods", "900.00"),
    ("consumables", "400.00"),
    ("insurance", "300.00"),
    ("fees", "1800.00"),
    ("own_work", "500.00"),
)


@dataclass
class Workshop:
    """The pact with its people."""

    scene: Scene

    @property
    def grants(self) -> list[Grant]:
        """What was granted, the oldest first."""
        db.session.expire_all()
        return list(db.session.scalars(select(Grant).order_by(Grant.id)))

    def advance(self, amount: str = "1000,00", who: Account | None = None) -> TestResponse:
        """Let the managing officer grant an advance."""
        manager = who or self.scene.cast.manager
        return self.scene.post(manager, "advance", amount=amount, act="PG 1234/2026")

    def pay(self, grant: Grant, who: Account | None = None) -> TestResponse:
        """Let the desk record a payment."""
        desk = who or self.scene.cast.desk
        return self.scene.post(desk, f"payments/{grant.id}", order="M-77-secret")

    def tell(self, report: Report, *costs: tuple[str, str], accepted: bool = True) -> Report:
        """Let the citizens send a report with costs, and the City accept it."""
        own = {"own_work": ("services", True)}
        for name, amount in costs:
            category, own_work = own.get(name, (name, False))
            report.costs.append(
                Cost(
                    category=category,
                    fee_purpose="design" if name == "fees" else "",
                    description=f"about {name}",
                    amount=Decimal(amount),
                    spent_on=report.period_from,
                    own_work=own_work,
                )
            )
        _go(report, ("draft", Role.LEAD), ("submit", Role.LEAD))
        return self.accept(report) if accepted else report

    def accept(self, report: Report) -> Report:
        """Accept a report for the City."""
        _go(report, ("accept", Role.DESK))
        return report

    def report(self, number: str) -> Report:
        """A report as it stands now."""
        db.session.expire_all()
        return report_by_number(number)

    def due(self, kind: ReportKind = ReportKind.FINAL, number: str = "2028-R-0009") -> Report:
        """A report that fell due, without waiting for its day."""
        pact = self.scene.pact
        report = Report(
            number=number,
            pact_id=pact.id,
            kind=kind,
            period_from=date(2026, 4, 15),
            period_to=date(2028, 4, 14) if kind is ReportKind.FINAL else date(2026, 10, 14),
            created_at=settings().now(),
            state="",
            pack_id=pact.pack_id,
            pack_version=pact.pack_version,
        )
        step = REPORT.take("schedule", None, Role.CLOCK, ReportFacts(day_reached=True))
        journal.record(report, step, Act(None, settings().today(), settings().now()))
        db.session.commit()
        return self.report(number)

    def examine(self, number: str, **verdicts: str) -> TestResponse:
        """Let the desk say of each cost what it says, by the kind of the cost; else admit it."""
        report = self.report(number)
        form: dict[str, object] = {"version": str(report.version)}
        for cost in report.costs:
            name = cost.description.removeprefix("about ")
            form[f"verdict_{cost.id}"] = "rejected" if name in verdicts else "admitted"
            form[f"reason_{cost.id}"] = verdicts.get(name, "")
        page = f"/reports/{number}/costs/examination"
        return self.scene.enter(self.scene.cast.desk).post(page, data=form)

    def settle(self, number: str, who: Account | None = None) -> TestResponse:
        """Let the managing officer settle."""
        form = {"version": str(self.report(number).version)}
        manager = who or self.scene.cast.manager
        return self.scene.enter(manager).post(f"/reports/{number}/settlement", data=form)


def _go(report: Report, *steps: tuple[str, Role]) -> None:
    for name, role in steps:
        step = REPORT.take(name, ReportState(report.state), role, ReportFacts())
        journal.record(report, step, Act(None, settings().today(), settings().now()))
    db.session.commit()
