"""Training sessions for citizens, staff or both, with who comes. Art. 18, 31(1)."""

from flask import Flask

from pactregistry.supports.training import models, views, views_desk
from pactregistry.supports.training.blueprint import training

__all__ = ["init_app", "models", "views", "views_desk"]


def init_app(app: Flask) -> None:
    """Register the pages."""
    app.register_blueprint(training)
