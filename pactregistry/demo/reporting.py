"""How the players write, send and examine reports: what the pages of Art. 30 call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from pactregistry.demo import doing
from pactregistry.demo.cast import Player
from pactregistry.documents.uploads import Upload
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor, today
from pactregistry.reports.models import PaidBy, Report
from pactregistry.reports.queries import WRITABLE, reports_of
from pactregistry.reports.reading import actions as reading
from pactregistry.reports.writing import actions, actions_costs, actions_photographs
from pactregistry.reports.writing.actions import Counted, Writing
from pactregistry.reports.writing.actions_photographs import Told
from pactregistry.reports.writing.actions_sending import submit
from pactregistry.reports.writing.asked import asked_of
from pactregistry.reports.writing.pieces import FIGURES, revision_of
from pactregistry.workflow.states_reports import ReportKind

Figures = Mapping[str, tuple[str, str]]  # by code: the figure, and the sentence beside it


@dataclass(frozen=True)
class Words:
    """What one report says: texts by piece, figures, and what its photograph shows."""

    texts: Mapping[str, str]
    figures: Figures = field(default_factory=dict)
    caption: str = ""


@dataclass(frozen=True)
class Bill:
    """One cost: its kind, what, how much, how many days into the period."""

    category: str
    what: str
    amount: str
    day: int
    purpose: str = ""
    paid_by: PaidBy = PaidBy.ASKED_BACK
    own_work: bool = False


def awaited(pact: Pact, kind: ReportKind = ReportKind.INTERIM) -> Report:
    """The latest report that a pact waits for."""
    return next(r for r in reversed(reports_of(pact)) if r.kind is kind and r.state in WRITABLE)


def write(report: Report, actor: Actor, words: Words, picture: Upload | None = None) -> None:
    """Write texts and figures as two pages do, and add a photograph on which nobody is seen."""
    seen = revision_of(report, words.texts)
    actions.save(report, actor, Writing(seen, words.texts))
    known = {each.code: each for each in asked_of(report)}
    counted = tuple(
        Counted(known[code], Decimal(value), told) for code, (value, told) in words.figures.items()
    )
    if counted:
        seen = revision_of(report, (FIGURES,))
        actions.save(report, actor, Writing(seen, {}, counted))
    if picture is not None:
        told = Told(words.caption, faces=False, consent=False)
        actions_photographs.add(report, actor, picture, told)


def spend(report: Report, actor: Actor, bills: Sequence[Bill], receipt: bytes) -> None:
    """List costs, each with a receipt; for one's own work there is none."""
    for number, bill in enumerate(bills, start=1):
        scan = doing.paper(f"ricevuta-{number}.pdf", receipt + f"\n%{bill.what}\n".encode())
        spent = actions_costs.Spent(
            category=bill.category,
            fee_purpose=bill.purpose,
            description=bill.what,
            amount=Decimal(bill.amount),
            spent_on=report.period_from + timedelta(days=bill.day),
            paid_by=bill.paid_by,
            own_work=bill.own_work,
            receipt=None if bill.own_work else scan,
        )
        actions_costs.add(report, actor, spent)


def send(report: Report, actor: Actor) -> None:
    """Send a report to the City."""
    submit(report, actor, report.version, today())


def accept(report: Report, desk: Player, city: Figures | None = None) -> None:
    """Accept a report, with what the City alone knows."""
    if city:
        known = {code: (Decimal(value), told) for code, (value, told) in city.items()}
        reading.add_city_figures(report, desk.actor, report.version, known)
    reading.accept(report, desk.actor, report.version, today())


def send_back(report: Report, desk: Player, remarks: str) -> None:
    """Return a report with what is missing."""
    reading.send_back(report, desk.actor, report.version, today(), remarks)
