"""The page of a step on a report, and the next lawful steps of the office. Art. 30, 34."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, url_for

from pactregistry.pacts.access import Seat
from pactregistry.people import step_page
from pactregistry.people.acting import Actor
from pactregistry.people.current import signed_in
from pactregistry.people.step_page import ANSWERED_BY_FORM
from pactregistry.reports.access import report_for
from pactregistry.reports.facts import report_facts
from pactregistry.reports.models import Report
from pactregistry.reports.money.facts import facts_of_step, to_examine
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role

# The steps of the City, each on its own page; what citizens do stands on the page of the form.
PAGES = {
    "accept": "reports.accept",
    "return": "reports.send_back",
    "examine_costs": "reports.examine_costs",
    "settle": "reports.settle",
    "withhold": "reports.withhold_report",
    "restore": "reports.restore_report",
}
# What has no sense unless something is there for it is not offered at all.
NEEDED = frozenset({"public_now", "withheld_now", "money_agreed", "not_settled"})


class StepPage(step_page.StepPage[ReportState, ReportFacts]):
    """One step on one report."""

    @property
    def report(self) -> Report:
        """The file."""
        found: Report = self.shown["report"]
        return found

    def knowing(
        self, facts: ReportFacts, answered: frozenset[str] = ANSWERED_BY_FORM
    ) -> "StepPage":
        """The same page with all facts of its step, and the guards that its form answers."""
        return StepPage(**{**vars(self), "facts": facts, "answered": answered})


@dataclass(frozen=True)
class NextStep:
    """One step that leaves the present state: its page and what stands against it now."""

    name: str
    url: str
    obstacles: tuple[Obstacle, ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing binding stands against it."""
        return not any(obstacle.binds for obstacle in self.obstacles)


def open_step(step: str, number: str, **shown: Any) -> StepPage:
    """The page of a step for who is here; others do not find it."""
    report, actor = report_for(step, number)
    return page_of(step, report, actor, **shown)


def page_of(step: str, report: Report, actor: Actor, **shown: Any) -> StepPage:
    """The page of a step on a report that was found, for who takes it."""
    return StepPage(
        machine=REPORT,
        step=step,
        subject=report,
        actor=actor,
        facts=report_facts(report, actor),
        name=f"{report.number} · {report.title}",
        back=url_for("reports.show", number=report.number),
        shown={"report": report, **shown},
    )


def next_steps(report: Report, seat: Seat) -> list[NextStep]:
    """The steps of the office that leave the present state, for who sits here."""
    found = []
    for name, endpoint in PAGES.items():
        row = REPORT.rows[name]
        role = seat.role_among(row.by)
        if role is None or ReportState(report.state) not in row.sources:
            continue
        if name == "examine_costs" and not to_examine(report):
            continue  # nothing is asked back
        if endpoint in current_app.view_functions:
            found.append(_next_step(name, endpoint, report, role))
    return [s for s in found if not any(o.name in NEEDED for o in s.obstacles)]


def _next_step(name: str, endpoint: str, report: Report, role: Role) -> NextStep:
    facts = facts_of_step(name, report, Actor(signed_in().id, role))
    against = REPORT.obstacles(name, ReportState(report.state), role, facts)
    standing = tuple(o for o in against if o.name not in ANSWERED_BY_FORM)
    return NextStep(name, url_for(endpoint, number=report.number), standing)
