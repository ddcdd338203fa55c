"""Public calls: what the City asks for, until when, and by which criteria. Art. 11(1)a, 11(2)."""

from flask import Flask

from pactregistry.commons.calls import models

__all__ = ["init_app", "models"]


def init_app(app: Flask) -> None:
    """Register the pages."""
