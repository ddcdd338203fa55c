"""What pages elsewhere show of disputes: whether to ask on a pact, one's own. Art. 33(1)."""

from flask import Flask

from pactregistry.conciliation.asking.doors import may_ask
from pactregistry.conciliation.asking.lists import disputes_to_answer, own_disputes, own_open_on
from pactregistry.conciliation.words import MATTERS


def init_app(app: Flask) -> None:
    """Give templates what they show."""
    app.add_template_global(may_ask, "may_ask_conciliation")
    app.add_template_global(own_disputes)
    app.add_template_global(disputes_to_answer)
    app.add_template_global(own_open_on, "own_disputes_on")
    app.jinja_env.globals["dispute_matters"] = MATTERS
