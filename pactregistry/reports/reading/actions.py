"""What the office does with a report: returns, accepts, withholds, restores. Art. 30(3), 30(7)."""

from collections.abc import Mapping
from decimal import Decimal

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.reports.facts import report_facts
from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Figure, Report
from pactregistry.reports.reading.actions_publishing import publish
from pactregistry.workflow.engine import Obstacle, Step, Unlawful
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState

CITY_PIECE = "city"  # the figures that the City alone knows, among the pieces of the form


def send_back(report: Report, actor: Actor, seen: int, day: Day, remarks: str) -> None:
    """Return a report with what is missing; the citizens read it, the public does not."""
    step = _begin("return", report, actor, seen, day, remarks)
    report.remarks = remarks.strip()
    report.examine_by = None
    journal.record(report, step, act(actor, day, private={"reason": report.remarks}))
    _tell(report, "report_returned", reason=report.remarks)
    db.session.commit()


def accept(report: Report, actor: Actor, seen: int, day: Day) -> None:
    """Accept a report: it is published with its file, anew where it was public unexamined."""
    step = _begin("accept", report, actor, seen, day)
    publish(report, step, act(actor, day))


def withhold(report: Report, actor: Actor, seen: int, reason: str) -> None:
    """Take a report with its files from the public at once; the history stays."""
    step = _begin("withhold", report, actor, seen, today(), reason)
    # The reason tends to repeat what must not be read: it is kept for the officers alone.
    journal.record(report, step, act(actor, today(), private={"reason": reason.strip()}))
    _tell(report, "report_withheld", reason=reason.strip())
    db.session.commit()


def restore(report: Report, actor: Actor, seen: int, reason: str) -> None:
    """Show a report again that was withheld."""
    step = _begin("restore", report, actor, seen, today(), reason)
    journal.record(report, step, act(actor, today(), reason=reason.strip()))
    _tell(report, "report_restored", reason=reason.strip())
    db.session.commit()


def add_city_figures(
    report: Report, actor: Actor, seen: int, typed: Mapping[str, tuple[Decimal | None, str]]
) -> None:
    """Write what the City knows before a report is accepted; an empty figure is taken away.

    What everyone reads already never changes unseen: it is accepted with them, printed anew.

    Raises:
        Unlawful: the report is not examined now, or not by this officer.
    """
    journal.expect(report, REPORT.name, seen)
    binding = tuple(obstacle for obstacle in to_accept(report, actor) if obstacle.binds)
    if binding:
        raise Unlawful(REPORT.name, "accept", binding)

    def write() -> None:
        _write_figures(report, typed)

    if report.state == ReportState.UNEXAMINED:
        publish(report, _begin("accept", report, actor, seen, today()), act(actor, today()), write)
        return
    write()
    db.session.commit()


def _write_figures(report: Report, typed: Mapping[str, tuple[Decimal | None, str]]) -> None:
    known = {figure.code: figure for figure in report.figures}
    for code, (value, explanation) in typed.items():
        indicator = pack_of(report).indicator(code)
        figure = known.get(code)
        if value is None or indicator is None:
            if figure is not None:
                report.figures.remove(figure)
            continue
        if figure is None:
            figure = Figure(code=code)
            report.figures.append(figure)
        figure.value, figure.unit = value, indicator.unit
        figure.explanation = explanation.strip()
    # A piece like any other of the form: who has it open reads that it has changed.
    report.revisions = {**report.revisions, CITY_PIECE: report.revisions.get(CITY_PIECE, 0) + 1}


def to_accept(report: Report, actor: Actor) -> tuple[Obstacle, ...]:
    """All that stands against accepting a report now."""
    state = ReportState(report.state)
    return REPORT.obstacles("accept", state, actor.role, report_facts(report, actor))


def _begin(name: str, report: Report, actor: Actor, seen: int, day: Day, reason: str = "") -> Step:
    journal.expect(report, REPORT.name, seen)
    facts = report_facts(report, actor, reasons=(reason,))
    state = ReportState(report.state)
    entries = journal.history(REPORT.name, report.id)
    check_day(REPORT, name, state, actor, facts, (day, entries))
    return REPORT.take(name, state, actor.role, facts)


def _tell(report: Report, template: str, **context: object) -> None:
    letters.write(
        letters.citizens_of(report.pact),
        template,
        report.pact,
        report=report,
        page=f"{settings().base_url}/reports/{report.number}",
        **context,
    )
