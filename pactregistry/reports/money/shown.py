"""Gives the pages of pacts and reports their money, and a pact's steps what is open. Art. 24."""

from collections.abc import Sequence
from typing import Any

from flask import Flask

from pactregistry.journal import Entry
from pactregistry.pacts.after_signing import tell_facts
from pactregistry.pacts.models import Pact
from pactregistry.reports.money.book import open_grants
from pactregistry.reports.money.pages import money_of, money_of_report


def init_app(app: Flask) -> None:
    """Register what templates ask for, and what the steps of a pact read."""
    app.add_template_global(money_of)
    app.add_template_global(money_of_report)
    tell_facts(app, facts_of_money)


def facts_of_money(pact: Pact, _entries: Sequence[Entry]) -> dict[str, Any]:
    """Whether a payment is still to be recorded, for `PactFacts`."""
    return {"payment_open": bool(open_grants(pact))}
