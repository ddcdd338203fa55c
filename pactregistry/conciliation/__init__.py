"""Disputes between the parties to a pact or with others, and their committee of three. Art. 33."""

from flask import Flask

from pactregistry.conciliation import models
from pactregistry.conciliation.asking import views as asking_views
from pactregistry.conciliation.blueprint import conciliation

__all__ = ["asking_views", "init_app", "models"]


def init_app(app: Flask) -> None:
    """Add the room to the application."""
    app.register_blueprint(conciliation)
