"""The demo city: invented people play the scenarios through the real actions, each on its own day.

It shows the whole regulation at work, and stands above every room that it plays with.
"""

from flask import Flask

from pactregistry.demo import views
from pactregistry.demo.blueprint import demo

__all__ = ["init_app", "views"]


def init_app(app: Flask) -> None:
    """Register the page that shows the mails of the demo."""
    app.register_blueprint(demo)
