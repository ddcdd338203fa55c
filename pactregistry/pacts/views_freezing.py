"""Freezing the text for signature, and taking it back. Art. 5(2), 5(2)m."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from pactregistry.pacts import actions_freezing, doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.forms_life import ReasonForm
from pactregistry.pacts.letters import who_signed
from pactregistry.people.forms_day import SeenForm
from pactregistry.workflow.states import Role


@pacts.route("/pacts/<number>/freezing", methods=["GET", "POST"])
def freeze(number: str) -> str | Response:
    """What stands against freezing, the file as it would be, and the button."""
    version, actor = doors.text_for("freeze", number, Role.DESK)
    form = SeenForm(version=version.version)
    if form.validate_on_submit():
        actions_freezing.freeze(version, actor, form.seen)
        flash(_("The text is frozen and can be signed."), "success")
        return redirect(url_for("pacts.show", number=number))
    return render_template(
        "pacts/freeze.html",
        pact=version.pact,
        text=version,
        form=form,
        against=actions_freezing.freezing_obstacles(version, actor.role),
        facts=version_facts(version),
    )


@pacts.route("/pacts/<number>/rework", methods=["GET", "POST"])
def rework(number: str) -> str | Response:
    """Take the text back to co-design; signatures given so far are void."""
    version, actor = doors.text_for("rework", number)
    form = ReasonForm(version=version.version)
    if form.validate_on_submit():
        actions_freezing.rework(version, actor, form.seen, form.reason.data or "")
        flash(_("The text is open again. Who had signed is told."), "success")
        return redirect(url_for("pacts.codesign", number=number))
    return render_template(
        "pacts/rework.html",
        pact=version.pact,
        text=version,
        form=form,
        signed=len(who_signed(version)),
    )
