"""Anyone with an account proposes a place for the list and follows it. Art. 2(1)a, 16(2)."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.commons.inventory import actions, queries, typed
from pactregistry.commons.inventory.blueprint import inventory
from pactregistry.commons.inventory.forms import SuggestionForm, offer
from pactregistry.commons.picture import Spot, picture_of
from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.languages import step_past
from pactregistry.people.acting import Actor
from pactregistry.people.current import signed_in
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import Role


@inventory.route("/commons/new", methods=["GET", "POST"])
def suggest() -> ResponseReturnValue:
    """Propose a place for the City's list."""
    form = SuggestionForm()
    offer(form)
    if not form.is_submitted():
        return _page(form)
    if not form.validate():
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    actor = Actor(signed_in().id, Role.CITIZEN)
    try:
        commons = actions.propose(actor, typed.columns(form))
    except actions.SuggestionFlood:
        form.name.errors = [
            _("You proposed many places today. Nothing is lost: send this one tomorrow.")
        ]
        return _page(form), HTTPStatus.TOO_MANY_REQUESTS
    flash(step_past("propose", COMMONS.name), "success")
    return redirect(url_for("inventory.suggestion", commons_id=commons.id))


@inventory.get("/me/commons/<int:commons_id>")
def suggestion(commons_id: int) -> str:
    """Where a proposed place stands; to everybody else but the office it is not there."""
    commons = queries.any_entry(commons_id)
    if commons.proposed_by_id != signed_in().id:
        raise NoResultFound
    entries = history(COMMONS.name, commons.id)
    # What happened to the entry since it stands on the list is told on its public page.
    own = [entry for entry in entries if entry.step in {"propose", "list", "decline"}]
    said: dict[str, Any] = next(e.private.get("said", {}) for e in entries if e.step == "propose")
    spot = Spot(said["name"], said["longitude"], said["latitude"], shape=said["geometry"])
    return render_template(
        "commons/suggestion.html",
        commons=commons,
        said=said,
        entries=own,
        declined=next((e for e in reversed(own) if e.step == "decline"), None),
        picture=picture_of([spot]),
    )


def _page(form: Any) -> str:
    return render_template("commons/suggest.html", form=form, places=settings().city.places)
