"""Municipal spaces asked for, granted, and their public calendar without names. Art. 21, 25(2)."""

from flask import Flask

from pactregistry.supports.spaces import models, views, views_steps
from pactregistry.supports.spaces.blueprint import spaces

__all__ = ["init_app", "models", "views", "views_steps"]


def init_app(app: Flask) -> None:
    """Register the pages."""
    app.register_blueprint(spaces)
