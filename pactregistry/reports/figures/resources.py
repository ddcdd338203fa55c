"""What both sides put in: money, things, what was raised and given. Art. 24, 25, 30(4)d."""

from decimal import Decimal
from typing import Any, Final

from sqlalchemy import func, select

from pactregistry.database import db
from pactregistry.pacts.supporting.models import RaisedFunds
from pactregistry.reports.figures.measures import Totals
from pactregistry.reports.figures.scope import Scope, on_pact
from pactregistry.reports.figures.table import Measure, Table, counted
from pactregistry.reports.money.models import Grant

SECTION: Final = "resources"
NONE: Final = Decimal(0)


def resource_tables(scope: Scope, found: Totals) -> list[Table]:
    """What the City gave, and what the citizens and others gave."""
    city = {
        "city_paid": _sum(Grant, scope.on(Grant.paid_on), scope),
        "city_inkind": found.get("city_inkind", NONE),
    }
    citizens = {
        "own_money": found.get("own_money", NONE),
        "raised": _sum(RaisedFunds, scope.on(RaisedFunds.held_on), scope),
        "donated": found.get("donated", NONE),
    }
    rows = (*city, *citizens)
    columns = {"total": city | citizens}
    return [counted("resources", SECTION, "said", rows, columns, Measure.EUROS)]


def _sum(model: Any, condition: Any, scope: Scope) -> Decimal:
    query = select(func.sum(model.amount)).where(condition, on_pact(model, scope.all_pacts))
    return db.session.scalar(query) or NONE
