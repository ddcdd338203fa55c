"""Asking for a change of a pact, answering it, opening the next version. Art. 5(2)b, 5(2)m."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from werkzeug.wrappers import Response

from pactregistry.config import settings
from pactregistry.pacts import doors
from pactregistry.pacts.actions_codesign import side_of
from pactregistry.pacts.after_signing import changes_due
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.models import Pact, Purpose
from pactregistry.pacts.versions import actions, actions_asking
from pactregistry.pacts.versions.actions import Longer
from pactregistry.pacts.versions.actions_asking import STEP_OF, Wish, opening_facts
from pactregistry.pacts.versions.forms import (
    AmendmentForm,
    AnswerForm,
    ExtensionForm,
    ExtensionWishForm,
    without,
)
from pactregistry.pacts.versions.models import ChangeRequest, requests_on, standing_request
from pactregistry.people.acting import Actor
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import CommonsKind, PactState, Role

BOTH = ["GET", "POST"]
EXTENDERS = (Role.MANAGER, *doors.WRITERS)


@pacts.route("/pacts/<number>/amendment", methods=BOTH)
def amend(number: str) -> str | Response:
    """Ask for an amendment, or open it at once."""
    pact, actor = _come_in(number, doors.WRITERS)
    form = AmendmentForm(version=pact.version, reason=changes_due(pact))
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if form.at_once.data:
            actions.amend(pact, actor, form.seen, reason)
            return _to_table(number)
        actions_asking.ask(pact, actor, form.seen, Wish(Purpose.AMENDMENT, reason))
        return _asked(number)
    return _page("pacts/versions/amend.html", pact, actor, Purpose.AMENDMENT, form=form)


@pacts.route("/pacts/<number>/extension", methods=BOTH)
def extend(number: str) -> str | Response:
    """Let the pact last longer: the managing officer opens it, the others ask for it."""
    pact, actor = _come_in(number, EXTENDERS)
    wished = standing_request(pact, Purpose.EXTENSION)
    given: dict[str, object] = {"version": pact.version}
    if wished is not None:
        given |= {"ends_on": wished.ends_on, "reason": wished.reason}
    if actor.role is not Role.MANAGER:
        form = ExtensionWishForm(**given)
        if form.validate_on_submit():
            wish = Wish(Purpose.EXTENSION, form.reason.data or "", form.ends_on.data)
            actions_asking.ask(pact, actor, form.seen, wish)
            return _asked(number)
    else:
        form = ExtensionForm(**given)
        if pact.commons_kind is not CommonsKind.BUILDING:
            form = without(form, "long_term_grounds", "long_term_amount")
        if form.validate_on_submit():
            actions.extend(pact, actor, form.seen, _longer(form))
            return _to_table(number)
    return _page("pacts/versions/extend.html", pact, actor, Purpose.EXTENSION, form=form)


@pacts.post("/pacts/<number>/amendment/answer")
def answer_amendment(number: str) -> Response:
    """Say yes to an amendment that the other side asked, or no with the reason; or take it back."""
    pact, actor = _come_in(number, doors.WRITERS)
    asked = _standing(pact, Purpose.AMENDMENT)
    form = AnswerForm()
    match request.form.get("answer"):
        case "yes":
            actions.amend(pact, actor, form.seen, "", asked)
            return _to_table(number)
        case "back":
            actions_asking.take_back(actor, asked)
            flash(_("The request is taken back."), "success")
        case _:
            actions_asking.decline(pact, actor, asked, form.reason.data or "")
            flash(_("The other side is told your answer."), "success")
    return redirect(url_for("pacts.amend", number=number))


@pacts.post("/pacts/<number>/extension/answer")
def answer_extension(number: str) -> Response:
    """Say no to a longer term with the reason, or take one's own request back."""
    pact, actor = _come_in(number, EXTENDERS)
    asked = _standing(pact, Purpose.EXTENSION)
    form = AnswerForm()
    if request.form.get("answer") == "back":
        actions_asking.take_back(actor, asked)
        flash(_("The request is taken back."), "success")
    else:
        actions_asking.decline(pact, actor, asked, form.reason.data or "")
        flash(_("The other side is told your answer."), "success")
    return redirect(url_for("pacts.extend", number=number))


def _come_in(number: str, roles: tuple[Role, ...]) -> tuple[Pact, Actor]:
    pact, seat = doors.pact_at_table(number)
    return pact, doors.actor_for(seat, roles)


def _standing(pact: Pact, purpose: Purpose) -> ChangeRequest:
    found = standing_request(pact, purpose)
    if found is None:
        raise NoResultFound
    return found


def _longer(form: ExtensionForm) -> Longer:
    of_building = "long_term_grounds" in form
    return Longer(
        form.ends_on.data,
        form.reason.data or "",
        (form.long_term_grounds.data or "") if of_building else "",
        form.long_term_amount.data if of_building else None,
    )


def _asked(number: str) -> Response:
    flash(_("The other side is asked. You will be told its answer."), "success")
    return redirect(url_for("pacts.show", number=number))


def _to_table(number: str) -> Response:
    flash(_("A new version of the text is open. The pact goes on as it is meanwhile."), "success")
    return redirect(url_for("pacts.codesign", number=number))


def _page(template: str, pact: Pact, actor: Actor, purpose: Purpose, **shown: object) -> str:
    asked = standing_request(pact, purpose)
    return render_template(
        template,
        pact=pact,
        side=side_of(actor),
        role=actor.role,
        asked=asked,
        own=asked is not None and asked.side == side_of(actor),
        answer=AnswerForm(formdata=None, version=pact.version),
        earlier=[r for r in requests_on(pact) if r.purpose is purpose and r.answer],
        against=_against(pact, purpose),
        today=settings().today(),
        **shown,
    )


def _against(pact: Pact, purpose: Purpose) -> list[Obstacle]:
    """What stands against any change now, whatever is typed."""
    step = STEP_OF[purpose]
    facts = opening_facts(pact, Wish(purpose, "…", pact.ends_on), agreed=True)
    found = PACT.obstacles(step, PactState(pact.state), PACT.rows[step].by[0], facts)
    typed = {"lasts_longer"} if pact.ends_on else set()
    return [obstacle for obstacle in found if obstacle.name not in typed]
