"""Giving up a text, withholding, restoring, correcting. Art. 3(1)b, 3(1)i."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts import actions_life, doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.forms_life import HidingForm, PactCorrectionForm, ReasonForm
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import text_of
from pactregistry.people.acting import Actor
from pactregistry.people.forms_day import SeenForm
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState

CORRECTABLE = ("title", "summary", "theme", "place_name", "district", "heritage_act")


@pacts.route("/pacts/<number>/abandonment", methods=["GET", "POST"])
def abandon(number: str) -> str | Response:
    """Give up a text before it is signed by all."""
    version, actor = doors.text_for("abandon", number)
    form = ReasonForm(version=version.version)
    if form.validate_on_submit():
        actions_life.abandon(version, actor, form.seen, form.reason.data or "")
        flash(_("The text is given up. Everyone concerned is told."), "success")
        return redirect(url_for("pacts.show", number=number))
    return render_template("pacts/abandon.html", pact=version.pact, text=version, form=form)


@pacts.route("/pacts/<number>/withholding", methods=["GET", "POST"])
def withhold(number: str) -> str | Response:
    """Take a pact from the public at once."""
    return _plain_step(number, "withhold", HidingForm, actions_life.withhold)


@pacts.route("/pacts/<number>/restoration", methods=["GET", "POST"])
def restore(number: str) -> str | Response:
    """Show a pact again."""
    return _plain_step(number, "restore", ReasonForm, actions_life.restore)


@pacts.route("/pacts/<number>/correction", methods=["GET", "POST"])
def correct(number: str) -> str | Response:
    """Mend what the register says beside the signed text."""
    pact, actor = _pact_to_act_on(number, "correct")
    form = PactCorrectionForm(version=pact.version, **{n: getattr(pact, n) for n in CORRECTABLE})
    districts = settings().city.districts.values()
    form.district.choices = [
        SelectChoice("", _("not known")),
        *(SelectChoice(d.key, in_language(d.name)) for d in districts),
    ]
    if form.validate_on_submit():
        changes = {name: form[name].data or "" for name in CORRECTABLE}
        actions_life.correct(pact, actor, form.seen, form.reason.data or "", changes)
        flash(_("Corrected. The history says what and why."), "success")
        return redirect(url_for("pacts.show", number=number))
    return render_template("pacts/correct.html", pact=pact, form=form)


def _plain_step(
    number: str,
    step: str,
    form_class: type[SeenForm],
    action: Callable[[Pact, Actor, int, str], None],
) -> str | Response:
    pact, actor = _pact_to_act_on(number, step)
    form = form_class(version=pact.version)
    if form.validate_on_submit():
        action(pact, actor, form.seen, form.reason.data or "")
        return redirect(url_for("pacts.show", number=number))
    facts = pact_facts(pact, text_of(pact), ("…",))
    against = PACT.obstacles(step, PactState(pact.state), actor.role, facts)
    return render_template(
        "pacts/plain_step.html", pact=pact, form=form, step=step, against=against
    )


def _pact_to_act_on(number: str, step: str) -> tuple[Pact, Actor]:
    pact, seat = doors.pact_at_table(number)
    return pact, doors.actor_for(seat, PACT.rows[step].by)
