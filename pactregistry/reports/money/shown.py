"""Gives the pages of pacts and reports their money. Art. 24."""

from flask import Flask

from pactregistry.reports.money.pages import money_of, money_of_report


def init_app(app: Flask) -> None:
    """Register what templates ask for."""
    app.add_template_global(money_of)
    app.add_template_global(money_of_report)
