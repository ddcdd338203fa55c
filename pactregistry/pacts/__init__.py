"""Pacts: co-design, freezing, signatures, publication, life. Art. 5, 11(10)-(11), 13-17, 31-32."""

from flask import Flask

from pactregistry.pacts import (
    views_acceptance,
    views_codesign,
    views_details,
    views_freezing,
    views_kind,
    views_life,
    views_page,
    views_papers,
    views_signing,
)
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.conditions import views as views_conditions
from pactregistry.pacts.conditions import views_people, views_place
from pactregistry.pacts.in_hand import join_requests, open_pacts, own_pacts, pact_after
from pactregistry.pacts.joining import views as views_joining
from pactregistry.pacts.joining import views_people as views_adherents
from pactregistry.pacts.life import (
    views_causes,
    views_desk,
    views_end,
    views_notice,
    views_renewal,
    views_rest,
)
from pactregistry.pacts.life.standing import standing_of
from pactregistry.pacts.places import views as views_places
from pactregistry.pacts.representing import views as views_representing
from pactregistry.pacts.supporting import views as views_supporting
from pactregistry.pacts.supporting import views_granted, views_loans, views_training
from pactregistry.pacts.supporting.granted import granted_to, support_rows
from pactregistry.pacts.supporting.training import pacts_served, training_of
from pactregistry.pacts.versions import views as views_changing
from pactregistry.pacts.versions import views_reading

__all__ = [
    "init_app",
    "views_acceptance",
    "views_adherents",
    "views_causes",
    "views_changing",
    "views_codesign",
    "views_conditions",
    "views_desk",
    "views_details",
    "views_end",
    "views_freezing",
    "views_granted",
    "views_joining",
    "views_kind",
    "views_life",
    "views_loans",
    "views_notice",
    "views_page",
    "views_papers",
    "views_people",
    "views_place",
    "views_places",
    "views_reading",
    "views_renewal",
    "views_representing",
    "views_rest",
    "views_signing",
    "views_supporting",
    "views_training",
]


def init_app(app: Flask) -> None:
    """Register the pages of pacts, and give templates the way from a proposal to its pact."""
    app.register_blueprint(pacts)
    for shown in (
        join_requests,
        open_pacts,
        own_pacts,
        pact_after,
        standing_of,
        granted_to,
        pacts_served,
        training_of,
        support_rows,
    ):
        app.add_template_global(shown)
