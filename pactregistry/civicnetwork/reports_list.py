"""Published reports with search and filters. Art. 30(3)c, 30(7)."""

from sqlalchemy import Select, extract, false, func, or_, select
from sqlalchemy.orm import contains_eager

from pactregistry.civicnetwork.public import Search
from pactregistry.database import db, folded
from pactregistry.pacts.models import Pact
from pactregistry.paging import Page, paged
from pactregistry.reports.models import Report
from pactregistry.reports.queries import PUBLIC_REPORT
from pactregistry.reports.reading.published import REPORT_IS_PUBLIC
from pactregistry.workflow.states_reports import ReportKind

FILTERS = ("kind", "state", "district", "year")
KINDS = frozenset(kind.value for kind in ReportKind)


def find_reports(search: Search, page: int) -> Page:
    """The published reports that match, the newest first."""
    query = select(Report).join(Report.pact).where(REPORT_IS_PUBLIC)
    query = query.options(contains_eager(Report.pact))
    for name, value in search.chosen.items():
        query = _chosen(query, name, value)
    for word in folded(search.words).split():
        in_text = Pact.search_text.contains(word, autoescape=True)
        by_number = or_(func.lower(Report.number) == word, func.lower(Pact.number) == word)
        query = query.where(or_(in_text, by_number))
    return paged(query.order_by(Report.published_at.desc(), Report.id.desc()), page)


def years() -> list[int]:
    """The years in which periods of published reports end, the newest first."""
    year = extract("year", Report.period_to)
    return list(
        db.session.scalars(select(year).where(REPORT_IS_PUBLIC).distinct().order_by(year.desc()))
    )


def _chosen(query: Select[Report], name: str, value: str) -> Select[Report]:
    # A database refuses to compare a kind or a number with a word that names none.
    if name == "kind":
        return query.where(Report.kind == value if value in KINDS else false())
    if name == "state":
        return query.where(Report.state == value if value in set(PUBLIC_REPORT) else false())
    if name == "year":
        known = value.isdecimal() and value.isascii() and len(value) == len("2026")
        return query.where(extract("year", Report.period_to) == int(value) if known else false())
    return query.where(Pact.district == value)
