"""What pacts raised and what it went to, line by line; donors are not named. Art. 25(1)."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import Schema, fields
from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from pactregistry.civicnetwork.schemas import PageLink
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.pacts.supporting.models import RaisedFunds, SpentFunds

COLUMNS = ("id", "pact", "title", "day", "direction", "what", "amount", "currency", "url")


class FundsSchema(Schema):
    """One sum raised or spent; `direction` is raised or spent, the amount a decimal string."""

    id = fields.String()
    pact = fields.String()
    title = fields.String()
    day = fields.Date()
    direction = fields.String()
    what = fields.String()
    amount = fields.Decimal(as_string=True)
    currency = fields.String()
    links = fields.Nested(PageLink)


class FundsList(Schema):
    """All sums, the raised ones first."""

    items = fields.List(fields.Nested(FundsSchema))
    next = fields.Integer(allow_none=True)


def funds_records() -> list[dict[str, Any]]:
    """All sums as the contract tells them."""
    raised = [_record("raised", f, f.held_on, f.occasion) for f in _rows(RaisedFunds)]
    spent = [_record("spent", f, f.spent_on, f.purpose) for f in _rows(SpentFunds)]
    return raised + spent


def dump_funds() -> list[dict[str, Any]]:
    """All sums as plain JSON values."""
    return [dict(record) for record in FundsSchema(many=True).dump(funds_records())]


def funds_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `funds.csv` from a dumped record."""
    return {**record, "url": record["links"]["html"]}


def _rows(model: Any) -> Sequence[Any]:
    query = select(model).join(Pact).where(PACT_IS_PUBLIC).options(contains_eager(model.pact))
    return db.session.scalars(query.order_by(model.id)).all()


def _record(direction: str, sum_: Any, day: Any, what: str) -> dict[str, Any]:
    pact = sum_.pact
    return {
        "id": f"{direction}-{sum_.id}",
        "pact": pact.number,
        "title": pact.title,
        "day": day,
        "direction": direction,
        "what": what,
        "amount": sum_.amount,
        "currency": "EUR",
        "links": {"html": f"{settings().base_url}/pacts/{pact.number}"},
    }
