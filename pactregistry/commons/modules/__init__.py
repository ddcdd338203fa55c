"""Predefined modules and the activities under them. Art. 10(4), 11(3), 12, 29."""

from flask import Flask

from pactregistry.commons.modules import (
    models,
    views,
    views_activities,
    views_activity,
    views_announcing,
    views_care,
    views_desk,
)
from pactregistry.commons.modules.blueprint import modules
from pactregistry.commons.modules.forms import month_name, weekday_name
from pactregistry.commons.modules.own import own_activities

__all__ = [
    "init_app",
    "models",
    "views",
    "views_activities",
    "views_activity",
    "views_announcing",
    "views_care",
    "views_desk",
]


def init_app(app: Flask) -> None:
    """Register the pages, and give the lists of one's own files the activities."""
    app.register_blueprint(modules)
    app.add_template_global(own_activities)
    app.add_template_filter(month_name)
    app.add_template_filter(weekday_name)
