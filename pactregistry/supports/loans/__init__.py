"""Free loans of tools, consumables and protective equipment, with their stock. Art. 22, 31(2)."""

from flask import Flask

from pactregistry.supports.loans import models, views, views_steps, views_things
from pactregistry.supports.loans.blueprint import loans
from pactregistry.supports.loans.own import own_loans

__all__ = ["init_app", "models", "views", "views_steps", "views_things"]


def init_app(app: Flask) -> None:
    """Register the pages, and give the lists of one's own files what one has borrowed."""
    app.register_blueprint(loans)
    app.add_template_global(own_loans)
