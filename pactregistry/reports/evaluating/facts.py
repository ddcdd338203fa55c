"""What the guards on a signed pact read of its reports. Art. 30(3), 30(8)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from pactregistry.reports.queries import WRITABLE
from pactregistry.workflow.states import PactState, ReportState
from pactregistry.workflow.states_reports import ReportKind


def facts_of_reports(pact: Pact, entries: Sequence[Entry]) -> dict[str, Any]:
    """Whether the report that counts is accepted, missing, awaited, or no longer asked for."""
    today = settings().today()
    final = final_report(pact)
    counts = final if pact.state == PactState.ENDED else _latest_scheduled(pact)
    missing = final is None or final.state in WRITABLE
    due = final.due_on if final is not None and missing else None
    return {
        "report_accepted": counts is not None and counts.state == ReportState.ACCEPTED,
        "report_missing": missing,
        "report_awaited_until": due if due is not None and due >= today else None,
        "closed_unreported": was_closed_unreported(entries),
    }


def final_report(pact: Pact) -> Report | None:
    """The report on the whole pact, sent or not."""
    query = select(Report).filter_by(pact_id=pact.id, kind=ReportKind.FINAL)
    return db.session.scalars(query.order_by(Report.period_to.desc(), Report.id).limit(1)).first()


def was_closed_unreported(entries: Sequence[Entry]) -> bool:
    """Whether the file was closed without a report since the pact ended."""
    ended = max((e.id for e in entries if _ends(e)), default=0)
    return any(e.step == "close_unreported" and e.id > ended for e in entries)


def _ends(entry: Entry) -> bool:
    return entry.to_state == PactState.ENDED != entry.from_state


def _latest_scheduled(pact: Pact) -> Report | None:
    """Of a pact that runs, the report on the last period that is over; advances stand apart."""
    query = select(Report).where(
        Report.pact_id == pact.id,
        Report.kind != ReportKind.ADVANCE,
        Report.period_to <= settings().today(),
    )
    return db.session.scalars(query.order_by(Report.period_to.desc(), Report.id).limit(1)).first()
