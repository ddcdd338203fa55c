"""Pacts: co-design, freezing, signatures, publication, life. Art. 5, 11(10)-(11), 13-17, 31-32."""

from flask import Flask

from pactregistry.pacts import (
    views_acceptance,
    views_codesign,
    views_details,
    views_freezing,
    views_life,
    views_page,
    views_papers,
    views_signing,
)
from pactregistry.pacts.blueprint import pacts

__all__ = [
    "init_app",
    "views_acceptance",
    "views_codesign",
    "views_details",
    "views_freezing",
    "views_life",
    "views_page",
    "views_papers",
    "views_signing",
]


def init_app(app: Flask) -> None:
    """Register the pages of pacts."""
    app.register_blueprint(pacts)
