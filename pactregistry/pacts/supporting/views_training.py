"""A pact's training and spaces: linking a session, asking for a space. Art. 18(2), 21(1)."""

from datetime import UTC, datetime

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from pactregistry.pacts import doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.supporting.actions_training import link_training as link
from pactregistry.pacts.supporting.forms_granted import LinkForm
from pactregistry.supports.spaces import asking
from pactregistry.supports.training import reading
from pactregistry.workflow.states import Role

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


@pacts.route("/desk/pacts/<number>/training", methods=["GET", "POST"])
def link_training(number: str) -> ResponseReturnValue:
    """Choose a session that serves the pact."""
    pact, seat = doors.pact_at_table(number)
    actor = doors.actor_for(seat, (Role.DESK,))
    form = LinkForm()
    form.session.choices = [
        SelectChoice(s.number, f"{s.number} {s.title}") for s in reading.planned(BEGINNING)
    ]
    if form.validate_on_submit():
        link(pact, actor, reading.session(form.session.data))
        flash(_("The session is linked to the pact."), "success")
        return redirect(url_for("pacts.show", number=number))
    return render_template("pacts/supporting/link_training.html", pact=pact, form=form)


@pacts.route("/pacts/<number>/spaces/request", methods=["GET", "POST"])
def ask_space(number: str) -> ResponseReturnValue:
    """Ask for a municipal space for the pact, by who takes part in it."""
    pact, seat = doors.pact_at_table(number)
    doors.actor_for(seat, (Role.LEAD, Role.CITIZEN))
    return asking.answer(pact.id, pact.number)
