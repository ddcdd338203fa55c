"""Disputes between the parties to a pact or with others, and their committee of three. Art. 33."""

from flask import Flask

from pactregistry.conciliation import ahead, models
from pactregistry.conciliation.asking import told as asking_told
from pactregistry.conciliation.asking import views as asking_views
from pactregistry.conciliation.asking import views_asking, views_lists, views_room
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.closing import shown as closing_shown
from pactregistry.conciliation.closing import views as closing_views
from pactregistry.conciliation.closing import views_ending, views_no_proposal
from pactregistry.conciliation.closing.figures import dispute_tables
from pactregistry.conciliation.committee import told as committee_told
from pactregistry.conciliation.committee import views_naming, views_seat, views_secretary
from pactregistry.conciliation.deliberating import (
    told as deliberating_told,
)
from pactregistry.conciliation.deliberating import (
    views_messages,
    views_sittings,
    views_text,
    views_vote,
)
from pactregistry.conciliation.own_data import of_committees
from pactregistry.people.own_data import tell_too
from pactregistry.reports.figures.collected import count_too

__all__ = [
    "asking_views",
    "closing_views",
    "init_app",
    "models",
    "views_asking",
    "views_ending",
    "views_lists",
    "views_messages",
    "views_naming",
    "views_no_proposal",
    "views_room",
    "views_seat",
    "views_secretary",
    "views_sittings",
    "views_text",
    "views_vote",
]


def init_app(app: Flask) -> None:
    """Add the room to the application."""
    app.register_blueprint(conciliation)
    ahead.init_app(app)
    asking_told.init_app(app)
    closing_shown.init_app(app)
    count_too(app, dispute_tables)
    tell_too(app, of_committees)
    committee_told.init_app(app)
    deliberating_told.init_app(app)
