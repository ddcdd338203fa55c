"""What the pages and actions of reports read. Art. 24(5), 30."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Final

from sqlalchemy import Select, String, cast, exists, or_, select
from sqlalchemy.orm import joinedload, selectinload

from pactregistry.database import db
from pactregistry.documents.models import Attachment
from pactregistry.lawbook import speak_under
from pactregistry.pacts.access import is_public as pact_is_public
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import signed_version
from pactregistry.reports.models import Cost, PaidBy, Photograph, Report
from pactregistry.workflow.states import ReportState
from pactregistry.workflow.states_reports import CostVerdict

PUBLIC_REPORT: Final = (ReportState.UNEXAMINED, ReportState.ACCEPTED)
WRITABLE: Final = (ReportState.DUE, ReportState.DRAFTED)
MONEY: Final = "money"  # the kind of support under which costs are reimbursed


def report_by_number(number: str) -> Report:
    """The report of a number with its pact and all its pieces; raises NoResultFound."""
    query = with_pieces(select(Report).where(Report.number == number))
    report = db.session.scalars(query).one()
    speak_under(report.pack_id)
    return report


def with_pieces(query: Select[Report]) -> Select[Report]:
    """A query of reports that brings their pact, figures, photographs and costs along."""
    return query.options(
        joinedload(Report.pact).selectinload(Pact.versions),
        selectinload(Report.figures),
        selectinload(Report.photographs).joinedload(Photograph.attachment),
        selectinload(Report.costs).joinedload(Cost.receipt),
    )


def reports_of(pact: Pact) -> Sequence[Report]:
    """All reports on a pact, in the order of their periods."""
    query = with_pieces(select(Report).where(Report.pact_id == pact.id))
    return db.session.scalars(query.order_by(Report.period_to, Report.id)).all()


def published_reports(pact: Pact) -> list[Report]:
    """The reports on a pact that anyone may read, in the order of their periods."""
    if not pact_is_public(pact):
        return []
    return [report for report in reports_of(pact) if is_public(report)]


def is_public(report: Report) -> bool:
    """Whether anyone may read it: examined or past its term, not withheld, of a public pact."""
    return report.state in PUBLIC_REPORT and not report.withheld and pact_is_public(report.pact)


def money_agreed(pact: Pact) -> bool:
    """Whether the text in force states a contribution in money. Art. 24(4)."""
    text = signed_version(pact)
    return any(item.kind == MONEY for item in (text.supports if text else ()))


def ceiling_of(pact: Pact) -> Decimal | None:
    """The most that the City pays under the text in force; None where it states no money."""
    text = signed_version(pact)
    found = [s.amount_ceiling for s in (text.supports if text else ()) if s.kind == MONEY]
    sums = [amount for amount in found if amount is not None]
    return sum(sums, Decimal(0)) if sums else None


def asked_back(pact: Pact) -> Decimal:
    """What all reports on a pact ask back, without rejected costs and own work. Art. 24."""
    query = (
        select(Cost.amount)
        .join(Report)
        .where(
            Report.pact_id == pact.id,
            Cost.paid_by == PaidBy.ASKED_BACK,
            Cost.own_work.is_(False),
            Cost.verdict != CostVerdict.REJECTED,
        )
    )
    return sum(db.session.scalars(query), Decimal(0))


def cost_in(report: Report, cost_id: int) -> Cost:
    """One cost of a report; raises NoResultFound."""
    return db.session.scalars(select(Cost).filter_by(report_id=report.id, id=cost_id)).one()


def named_still(digests: Collection[str]) -> set[str]:
    """Of some files those that a paper still names, or the public file of a report prints."""
    kept = select(Attachment.sha256).where(Attachment.sha256.in_(digests))
    found = set(db.session.scalars(kept))
    for digest in set(digests) - found:
        printed = cast(Report.public_content, String).contains(digest)
        here = select(exists().where(or_(Report.public_sha256 == digest, printed)))
        if db.session.scalar(here):
            found.add(digest)
    return found


def photograph_in(report: Report, photograph_id: int) -> Photograph:
    """One photograph of a report; raises NoResultFound."""
    query = select(Photograph).filter_by(report_id=report.id, id=photograph_id)
    return db.session.scalars(query).one()
