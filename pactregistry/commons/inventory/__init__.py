"""The inventory: tangible, intangible and digital goods. Art. 2(1)a, 7(4), 8, 10(6), 16."""

from flask import Flask

from pactregistry.commons.inventory import models

__all__ = ["init_app", "models"]


def init_app(app: Flask) -> None:
    """Register the pages."""
