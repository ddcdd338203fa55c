"""What the City granted and paid in money, grant by grant; nobody is named. Art. 3(1)b, 24."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from pactregistry.civicnetwork.schemas import PageLink
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.access import PACT_IS_PUBLIC
from pactregistry.pacts.models import Pact
from pactregistry.reports.money.account import kept_lines
from pactregistry.reports.money.models import Grant
from pactregistry.reports.queries import is_public

COLUMNS = (
    "id",
    "pact",
    "title",
    "kind",
    "report",
    "amount",
    "currency",
    "granted_on",
    "paid_on",
    "act",
    "url",
)


class AccountLine(Schema):
    """One line of the account of a settlement, as a decimal string; `category` where it is one."""

    key = fields.String()
    category = fields.String(allow_none=True)
    amount = fields.Decimal(as_string=True)


class GrantSchema(Schema):
    """An amount granted: `advance` or `settlement`; one below nothing is to be given back.

    A settlement has the report that it follows from and the account line by line.
    """

    id = fields.Integer()
    pact = fields.String()
    title = fields.String()
    kind = fields.String()
    report = fields.String(allow_none=True)
    amount = fields.Decimal(as_string=True)
    currency = fields.String()
    granted_on = fields.Date()
    paid_on = fields.Date(allow_none=True)
    act = fields.String(allow_none=True)
    account = fields.List(fields.Nested(AccountLine))
    links = fields.Nested(PageLink)


class GrantList(Schema):
    """All amounts granted, the oldest first."""

    items = fields.List(fields.Nested(GrantSchema))
    next = fields.Integer(allow_none=True)


def grant_records() -> list[dict[str, Any]]:
    """All amounts as the contract tells them."""
    query = select(Grant).join(Grant.pact).where(PACT_IS_PUBLIC).order_by(Grant.id)
    told = contains_eager(Grant.pact), joinedload(Grant.report)
    return [_record(grant, grant.pact) for grant in db.session.scalars(query.options(*told))]


def dump_grants() -> list[dict[str, Any]]:
    """All amounts as plain JSON values."""
    return [dict(record) for record in GrantSchema(many=True).dump(grant_records())]


def grant_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `grants.csv` from a dumped record."""
    return {**record, "url": record["links"]["html"]}


def _record(grant: Grant, pact: Pact) -> dict[str, Any]:
    report = grant.report if grant.report is not None and is_public(grant.report) else None
    return {
        "id": grant.id,
        "pact": pact.number,
        "title": pact.title,
        "kind": str(grant.kind),
        "report": report.number if report else None,
        "amount": grant.amount,
        "currency": "EUR",
        "granted_on": grant.granted_on,
        "paid_on": grant.paid_on,
        "act": grant.act or None,
        "account": [
            {
                "key": str(line.key),
                "category": line.details.get("category"),
                "amount": line.amount,
            }
            for line in kept_lines(grant.account)
        ],
        "links": {"html": f"{settings().base_url}/pacts/{pact.number}/money"},
    }
