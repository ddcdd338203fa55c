"""The inventory: tangible, intangible and digital goods. Art. 2(1)a, 7(4), 8, 10(6), 16.

Anyone may propose a place for the list; the office puts it on the list with its aims, keeps it up
to date and is reminded when it grows old. The public list stands in `civicnetwork`; what touches
pacts and proposals of a place (a new owner, its end) in `pacts.places`.
"""

from flask import Flask

from pactregistry.commons.inventory import models, views_citizen, views_desk, views_steps
from pactregistry.commons.inventory.blueprint import inventory

__all__ = ["init_app", "models", "views_citizen", "views_desk", "views_steps"]


def init_app(app: Flask) -> None:
    """Register the pages."""
    app.register_blueprint(inventory)
