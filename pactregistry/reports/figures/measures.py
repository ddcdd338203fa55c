"""People, hours and what was done, out of the published reports. Art. 30(3)b, 30(4), 12.

How figures of several periods go together is the measure's own rule: added up, or of each pact
the latest. A final report tells of the whole pact: it adds what the shorter ones did not tell.
Activities under a module tell theirs without a report.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, func, select, type_coerce

from pactregistry.commons.modules.models import Activity
from pactregistry.commons.modules.queries import PUBLIC_ACTIVITY
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.reports.figures.counting import number_of
from pactregistry.reports.figures.scope import Scope
from pactregistry.reports.figures.table import Measure, Table, counted
from pactregistry.reports.models import Figure, Report
from pactregistry.reports.queries import PUBLIC_REPORT
from pactregistry.workflow.measures import Indicator
from pactregistry.workflow.states_reports import ReportKind

SECTION: Final = "people"
PEOPLE: Final = ("people_active", "people_new", "people_minors")
HOURS: Final = ("hours_volunteer", "hours_staff")
MONEY: Final = ("city_inkind", "own_money", "donated")
LATEST: Final = "latest"

Totals = dict[str, Decimal]


def indicators_known() -> list[Indicator]:
    """The measures of all packs in use, each once."""
    found = {one.key: one for pack in settings().packs.values() for one in pack.indicators}
    return list(found.values())


def totals(scope: Scope) -> Totals:
    """The figures of all public reports put together, by measure; in two queries."""
    known = indicators_known()
    added = _added_up([one.key for one in known if one.total != LATEST], scope)
    return added | _latest([one.key for one in known if one.total == LATEST], scope)


def people_tables(scope: Scope, found: Totals) -> list[Table]:
    """People, hours, what was done, and small care without a pact."""
    others = [one.key for one in indicators_known() if one.key not in {*PEOPLE, *HOURS, *MONEY}]
    return [
        _table("people", PEOPLE, found, Measure.NUMBER),
        _table("hours", HOURS, found, Measure.HOURS),
        _table("done", others, found, Measure.MIXED),
        _activities(scope),
    ]


def _table(key: str, rows: Sequence[str], found: Totals, measure: Measure) -> Table:
    of = "measure" if measure is Measure.MIXED else "indicator"
    return counted(key, SECTION, of, rows, {"total": found}, measure)


def _added_up(keys: Sequence[str], scope: Scope) -> Totals:
    """The sums of all periods; a final report adds what the shorter ones did not tell."""
    shorter = _shorter_ones(keys)
    before = func.coalesce(shorter.c.total, 0)
    more = case((Figure.value > before, Figure.value - before), else_=0)
    value = case((Report.kind == ReportKind.FINAL, more), else_=Figure.value)
    query = (
        select(Figure.code, type_coerce(func.sum(value), Figure.value.type))
        .join(Figure.report)
        .join(Report.pact)
        .outerjoin(
            shorter, and_(shorter.c.pact_id == Report.pact_id, shorter.c.code == Figure.code)
        )
        .where(scope.reports, _of_the_work(), Figure.code.in_(keys))
        .group_by(Figure.code)
    )
    return {code: Decimal(total) for code, total in db.session.execute(query)}


def _shorter_ones(keys: Sequence[str]) -> Any:
    """What the published reports on single periods tell together, by pact and measure."""
    return (
        select(Report.pact_id, Figure.code, func.sum(Figure.value).label("total"))
        .join(Figure.report)
        .where(
            Report.kind == ReportKind.INTERIM,
            Report.state.in_(PUBLIC_REPORT),
            Report.withheld.is_(False),
            Figure.code.in_(keys),
        )
        .group_by(Report.pact_id, Figure.code)
        .subquery()
    )


def _latest(keys: Sequence[str], scope: Scope) -> Totals:
    place = func.row_number().over(
        partition_by=(Report.pact_id, Figure.code),
        order_by=(Report.period_to.desc(), Report.id.desc()),
    )
    latest = (
        select(Figure.code, Figure.value, place.label("place"))
        .join(Figure.report)
        .join(Report.pact)
        .where(scope.reports, _of_the_work(), Figure.code.in_(keys))
        .subquery()
    )
    query = select(latest.c.code, func.sum(latest.c.value)).where(latest.c.place == 1)
    return {
        code: Decimal(value) for code, value in db.session.execute(query.group_by(latest.c.code))
    }


def _of_the_work() -> ColumnElement[bool]:
    # A report on an advance tells of money that the report of its period tells again.
    return Report.kind != ReportKind.ADVANCE


def _activities(scope: Scope) -> Table:
    done = and_(
        PUBLIC_ACTIVITY,
        Activity.withheld.is_(False),
        scope.on(Activity.done_on),
        scope.here(Activity),
    )
    query = select(func.count(), func.sum(Activity.people_came), func.sum(Activity.hours))
    number, people, hours = db.session.execute(query.where(done)).one()
    places = select(func.count(Activity.place_name.distinct())).where(done)
    numbers: dict[str, int | Decimal | None] = {
        "activities": number,
        "activity_places": number_of(places),
        "activity_people": people or 0,
        "activity_hours": Decimal(hours or 0),
    }
    return counted("activities", SECTION, "said", numbers, {"total": numbers}, Measure.MIXED)
