"""The page on which a space is asked for, by a person, a group or for a pact. Art. 21(1)."""

from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.people.acting import Actor
from pactregistry.people.current import signed_in
from pactregistry.people.models import groups_represented
from pactregistry.supports.spaces import actions
from pactregistry.supports.spaces.forms import BookingForm
from pactregistry.supports.spaces.models import Use
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.states import Role


def answer(pact_id: int | None = None, pact_number: str = "") -> ResponseReturnValue:
    """Show the form, or ask; what was typed stays where the space is taken."""
    form = _form()
    told = {"form": form, "pact_number": pact_number}
    if not form.is_submitted():
        form.space.data = request.args.get("space", form.space.data)
        return render_template("spaces/ask.html", **told)
    if not form.validate():
        return render_template("spaces/ask.html", **told), HTTPStatus.UNPROCESSABLE_ENTITY
    group_id = int(form.group.data) if form.group.data else None
    role = Role.LEAD if group_id else Role.CITIZEN
    wanted = actions.Wanted(
        space=form.space.data,
        day=form.day.data,
        begins=form.begins.data,
        ends=form.ends.data,
        use=Use(form.use.data),
        purpose=form.purpose.data.strip(),
        people=form.people.data,
        group_id=group_id,
        pact_id=pact_id,
    )
    try:
        booking = actions.ask(Actor(signed_in().id, role), wanted)
    except Unlawful as refusal:
        page = render_template("spaces/ask.html", against=refusal.obstacles, **told)
        return page, HTTPStatus.CONFLICT
    flash(_("The office has your request and answers you by mail."), "success")
    return redirect(url_for("spaces.show", number=booking.number))


def _form() -> BookingForm:
    form = BookingForm()
    here = settings()
    spaces = here.city.supports.spaces.values()
    form.space.choices = [SelectChoice(s.key, in_language(s.name)) for s in spaces]
    groups = groups_represented(signed_in().id, here.today())
    form.group.choices = [
        SelectChoice("", _("I myself")),
        *(SelectChoice(str(group.id), group.name) for group in groups),
    ]
    return form
