"""Predefined modules and the activities under them. Art. 10(4), 11(3), 12, 29."""

from flask import Flask

from pactregistry.commons.modules import models

__all__ = ["init_app", "models"]


def init_app(app: Flask) -> None:
    """Register the pages."""
