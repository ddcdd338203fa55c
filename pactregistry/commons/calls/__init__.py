"""Public calls: what the City asks for, until when, and by which criteria. Art. 11(1)a, 11(2).

What people send in answer is a proposal, so comparing and deciding stand in `proposals.answering`.
"""

from flask import Flask

from pactregistry.commons.calls import models, views, views_desk
from pactregistry.commons.calls.blueprint import calls
from pactregistry.commons.calls.facts import time_left

__all__ = ["init_app", "models", "views", "views_desk"]


def init_app(app: Flask) -> None:
    """Register the pages."""
    app.register_blueprint(calls)
    app.add_template_global(time_left)
