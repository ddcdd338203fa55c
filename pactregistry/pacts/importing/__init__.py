"""Older registers: read, taken whole, reported, and confirmed by a person file by file. Art. 36."""

from flask import Flask

from pactregistry.pacts.importing import views
from pactregistry.pacts.importing.blueprint import imports
from pactregistry.pacts.importing.older import views as older_views

__all__ = ["init_app", "older_views", "views"]


def init_app(app: Flask) -> None:
    """Register the pages on which imported files are confirmed."""
    app.register_blueprint(imports)
