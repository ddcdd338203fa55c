"""The civic network: public site, search, feed, data, read API. Art. 3(1)b, 9(2), 11(11), 28."""

from flask import Flask

from pactregistry.civicnetwork import (
    api,
    api_care,
    api_disputes,
    api_reports,
    api_supports,
    navigation,
    views_calls,
    views_commons,
    views_data,
    views_disputes,
    views_feed,
    views_figures,
    views_health,
    views_home,
    views_lists,
    views_modules,
    views_regulation,
    views_reports,
    views_supports,
)
from pactregistry.civicnetwork.blueprint import site

__all__ = [
    "api_care",
    "api_disputes",
    "api_reports",
    "api_supports",
    "init_app",
    "views_calls",
    "views_commons",
    "views_data",
    "views_disputes",
    "views_feed",
    "views_figures",
    "views_health",
    "views_home",
    "views_lists",
    "views_modules",
    "views_regulation",
    "views_reports",
    "views_supports",
]


def init_app(app: Flask) -> None:
    """Register the public pages and the API."""
    app.register_blueprint(site)
    api.init_app(app)
    navigation.init_app(app)
