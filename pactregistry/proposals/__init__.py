"""Proposals: from the first idea through inquiry and comments to a decision. Art. 10-11."""

from flask import Flask, request_started

from pactregistry.people import group_access
from pactregistry.proposals import (
    views_abstaining,
    views_author,
    views_comments,
    views_decision,
    views_desk,
    views_draft,
    views_executive,
    views_from_module,
    views_inquiry,
    views_moderation,
    views_new,
    views_opinions,
    views_own,
    views_papers,
    views_placing,
    views_sheet,
    views_submit,
    views_succession,
)
from pactregistry.proposals.answering import (
    views_answer,
    views_award,
    views_call,
    views_call_steps,
    views_scoring,
)
from pactregistry.proposals.answering.blueprint import answering
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.call_answered import note_arrival
from pactregistry.proposals.competing import (
    views_choosing,
    views_joining,
    views_rivals,
    views_voting,
)
from pactregistry.proposals.competing.blueprint import competing
from pactregistry.proposals.groups_named import is_named
from pactregistry.proposals.placing import contradictions

__all__ = [
    "init_app",
    "views_abstaining",
    "views_answer",
    "views_author",
    "views_award",
    "views_call",
    "views_call_steps",
    "views_choosing",
    "views_comments",
    "views_decision",
    "views_desk",
    "views_draft",
    "views_executive",
    "views_from_module",
    "views_inquiry",
    "views_joining",
    "views_moderation",
    "views_new",
    "views_opinions",
    "views_own",
    "views_papers",
    "views_placing",
    "views_rivals",
    "views_scoring",
    "views_sheet",
    "views_submit",
    "views_succession",
    "views_voting",
]


def init_app(app: Flask) -> None:
    """Register the pages of proposals."""
    app.register_blueprint(proposals)
    app.add_template_global(contradictions)
    app.register_blueprint(answering)
    # Before the gate asks the database: whether an entry is in time must not hang on waiting.
    request_started.connect(note_arrival, app)
    app.register_blueprint(competing)
    group_access.needed_by_a_file.add(is_named)
