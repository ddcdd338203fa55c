"""The pages of the administrator: who holds which role, from when to when. Art. 10(2), 11(10)."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_security.proxies import _security
from werkzeug.wrappers import Response
from wtforms import Form, SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.people import actions_staff
from pactregistry.people.blueprint import people
from pactregistry.people.current import signed_in
from pactregistry.people.forms import EndForm, FirstPasswordForm, InvitationForm, SubstituteForm
from pactregistry.people.invitations import invited_by
from pactregistry.people.models import Holding, all_holdings, holding_with
from pactregistry.people.security import ask_again, is_fresh
from pactregistry.workflow.city import District, Office
from pactregistry.workflow.states import Role


@people.get("/staff/")
def staff() -> str:
    """List every role held, past ones too."""
    city = settings().city
    return render_template(
        "people/staff.html",
        holdings=all_holdings(),
        places={**city.offices, **city.districts},
        end_form=EndForm(),
    )


@people.route("/staff/invitation", methods=["GET", "POST"])
def invite() -> str | Response:
    """Invite somebody to a role."""
    if request.method == "GET" and not is_fresh():
        return ask_again(url_for("people.invite"))
    form = InvitationForm(since=settings().today())
    form.office.choices = _places()
    if form.validate_on_submit() and _still_fresh(form) and _place_fits(form):
        holding = Holding(
            role=Role(form.role.data),
            office=form.office.data,
            since=form.since.data,
            until=form.until.data,
            act=form.act.data,
        )
        try:
            actions_staff.invite(signed_in(), form.email.data, form.name.data, holding)
        except actions_staff.OwnRole:
            _refuse_own(form)
        else:
            flash(_("The invitation is on its way to %(email)s.", email=form.email.data), "success")
            return redirect(url_for("people.staff"))
    return render_template("people/invite.html", form=form)


@people.route("/staff/<int:holding_id>/substitute", methods=["GET", "POST"])
def name_substitute(holding_id: int) -> str | Response:
    """Name who stands in for the holder of a role."""
    held = holding_with(holding_id) or abort(404)
    if request.method == "GET" and not is_fresh():
        return ask_again(url_for("people.name_substitute", holding_id=held.id))
    form = SubstituteForm(since=settings().today())
    if form.validate_on_submit() and _still_fresh(form):
        own = Holding(since=form.since.data, until=form.until.data, act=form.act.data)
        try:
            actions_staff.name_substitute(signed_in(), held, form.email.data, form.name.data, own)
        except actions_staff.OwnRole:
            _refuse_own(form)
        else:
            flash(_("The substitute is named and has been written to."), "success")
            return redirect(url_for("people.staff"))
    return render_template("people/substitute.html", form=form, held=held)


@people.post("/staff/<int:holding_id>/end")
def end_role(holding_id: int) -> Response:
    """Set the last day of a role."""
    held = holding_with(holding_id) or abort(404)
    form = EndForm()
    if not is_fresh():
        return ask_again(url_for("people.staff"))
    if form.validate_on_submit() and form.until.data >= held.since:
        actions_staff.end_role(held, form.until.data)
        flash(_("The last day is set."), "success")
    else:
        flash(_("Give a last day that is not before the first one."), "error")
    return redirect(url_for("people.staff"))


@people.post("/staff/<int:holding_id>/code")
def take_code_away(holding_id: int) -> Response:
    """Let a person who lost phone and recovery codes set up a new one-time code."""
    held = holding_with(holding_id) or abort(404)
    if not is_fresh():
        return ask_again(url_for("people.staff"))
    if held.account_id == signed_in().id:
        flash(_("Another administrator must do this for you."), "error")
    else:
        actions_staff.take_code_away(held.account)
        flash(_("At the next sign-in a new one-time code is set up."), "success")
    return redirect(url_for("people.staff"))


@people.route("/invitation/<token>", methods=["GET", "POST"])
def accept_invitation(token: str) -> str | Response | tuple[str, int]:
    """Let an invited person choose a password, once."""
    account = invited_by(token)
    if account is None:
        return render_template("people/invitation_spent.html"), 410
    form = FirstPasswordForm()
    if form.validate_on_submit():
        faults, password = _security.password_util.validate(
            form.password.data, is_register=False, user=account
        )
        if not faults:
            actions_staff.accept_invitation(account, password)
            flash(_("Your password is set. Sign in, then set up the one-time code."), "success")
            return redirect(url_for("security.login"))
        form.password.errors = faults
    return render_template("people/invitation.html", form=form, person=account)


def _places() -> list[SelectChoice]:
    city = settings().city
    named: list[Office | District] = [*city.offices.values(), *city.districts.values()]
    return [
        SelectChoice("", _("none")),
        *(SelectChoice(place.key, in_language(place.name)) for place in named),
    ]


def _place_fits(form: InvitationForm) -> bool:
    if actions_staff.fits(Role(form.role.data), form.office.data):
        return True
    form.office.errors = [
        _("This role is not held there: choose an office or district that fits it.")
    ]
    return False


def _still_fresh(form: Form) -> bool:
    if is_fresh():
        return True
    form.email.errors = [
        _("Five minutes have passed: confirm that it is you by the link below, then send again.")
    ]
    return False


def _refuse_own(form: Form) -> None:
    form.email.errors = [_("Nobody gives a role to themselves: ask another administrator.")]
