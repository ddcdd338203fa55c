"""Who takes part: accounts, groups and mandates, roles, sign-in and permissions. Art. 4, 11(10)."""

from flask import Flask

from pactregistry.people import (
    gate,
    limits,
    once,
    proof,
    security,
    views,
    views_groups,
    views_staff,
)
from pactregistry.people.blueprint import people

__all__ = ["init_app", "views", "views_groups", "views_staff"]


def init_app(app: Flask) -> None:
    """Open the pages of people, sign-in and the gate before every page."""
    security.init_app(app)
    app.register_blueprint(people)
    gate.init_app(app)
    limits.init_app(app)
    once.init_app(app)
    proof.init_app(app)
