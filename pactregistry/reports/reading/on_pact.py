"""The reports of a pact on its page: the public ones, all for its parties. Art. 30(3)."""

from flask import Flask
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.pacts.access import Seat
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from pactregistry.reports.queries import is_public


def init_app(app: Flask) -> None:
    """Give the page of a pact its reports."""
    app.add_template_global(reports_on)


def reports_on(pact: Pact, seat: Seat) -> list[Report]:
    """What a reader may know of a pact's reports, the newest period first."""
    query = select(Report).where(Report.pact_id == pact.id)
    found = db.session.scalars(query.order_by(Report.period_to.desc(), Report.id.desc()))
    return [report for report in found if seat.reads or is_public(report)]
