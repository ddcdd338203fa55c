"""An activity: what may be done, that it was done, that it is not. Art. 10(3), 10(4), 12(2)."""

from http import HTTPStatus
from typing import Any

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.commons.modules import actions_activity as actions
from pactregistry.commons.modules import queries
from pactregistry.commons.modules.access import acting_here, activity_here, is_public
from pactregistry.commons.modules.blueprint import modules
from pactregistry.commons.modules.forms_activity import DoneForm, done_form
from pactregistry.commons.modules.models import Activity
from pactregistry.config import settings
from pactregistry.documents.arriving import taken_in
from pactregistry.documents.uploads import Upload
from pactregistry.documents.views import send
from pactregistry.journal import history
from pactregistry.people.acting import Actor
from pactregistry.people.current import signed_in
from pactregistry.people.forms_day import SeenForm, TextsForm
from pactregistry.people.forms_withholding import RestorationForm, WithholdingForm
from pactregistry.people.step_page import StepPage, day_of
from pactregistry.supports.loans.reading import loans_for
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.facts import ActivityFacts
from pactregistry.workflow.lifecycle import ACTIVITY
from pactregistry.workflow.states import ActivityState

BOTH = ["GET", "POST"]
PICTURES = ("image/jpeg", "image/png")


@modules.get("/activities/<number>")
def activity(number: str) -> ResponseReturnValue:
    """What may be done, for its author and the office; once it was done, for everyone."""
    found, roles = activity_here(number)
    entries = history(ACTIVITY.name, found.id)
    if not roles and not is_public(found):
        withheld = next(entry for entry in reversed(entries) if entry.step == "withhold")
        page = render_template("proposals/withheld.html", number=number, entry=withheld)
        return page, HTTPStatus.GONE
    form = done_form()
    form.version.data = found.version
    state = ActivityState(found.state)
    return render_template(
        "modules/activity.html",
        activity=found,
        roles=roles,
        entries=entries,
        steps={row.step for role in roles for row in ACTIVITY.open_to(state, role)},
        loans=loans_for(activity_id=found.id) if roles else [],
        photograph=queries.photograph(found),
        form=form,
        day_reached=found.happens_on <= settings().today(),
    )


@modules.get("/me/activities")
def mine() -> str:
    """One's own activities."""
    return render_template("modules/mine.html", activities=queries.activities_of(signed_in().id))


@modules.get("/activities/<number>/photograph")
def photograph(number: str) -> Response:
    """The photograph of a done activity."""
    found, roles = activity_here(number)
    picture = queries.photograph(found)
    if picture is None or not (roles or is_public(found)):
        raise NoResultFound
    return send(picture, f"activity-{found.number}")


@modules.route("/activities/<number>/done", methods=BOTH)
def report_done(number: str) -> ResponseReturnValue:
    """Say that it was done: in one tap, or with count, hours, photograph and place."""
    found, actor = acting_here(number, ACTIVITY.rows["report_done"].by)
    form = done_form()
    if not form.is_submitted():
        form.version.data = found.version
        form.done_on.data = min(found.happens_on, settings().today())
        form.items_done.data, form.people_came.data = found.items, found.people_count
        return _done_page(found, form, actor)
    if not form.validate():
        return _done_page(found, form, actor), HTTPStatus.UNPROCESSABLE_ENTITY
    picture = _picture(form)
    if form.photograph.errors or form.photograph_allowed.errors:
        return _done_page(found, form, actor), HTTPStatus.UNPROCESSABLE_ENTITY
    report = actions.Report(
        done_on=form.done_on.data,
        items_done=form.items_done.data,
        people_came=form.people_came.data,
        hours=form.hours.data,
        told=form.told.data or "",
        place=form.corrected_place(),
        photograph=picture,
    )
    try:
        actions.report_done(found, actor, form.seen, report)
    except Unlawful as refusal:
        page = _done_page(found, form, actor, against=refusal.obstacles)
        return page, HTTPStatus.CONFLICT
    flash(_("Thank you. It stands on the map of care from now on."), "success")
    return redirect(url_for("modules.activity", number=number))


@modules.route("/activities/<number>/cancellation", methods=BOTH)
def cancel(number: str) -> ResponseReturnValue:
    """Take it back."""
    page, found = _step("cancel", number)
    form = SeenForm()
    return page.answer(form, lambda: actions.cancel(found, page.actor, form.seen))


@modules.route("/activities/<number>/stop", methods=BOTH)
def stop(number: str) -> ResponseReturnValue:
    """The City stops it, with reasons."""
    page, found = _step("stop", number)
    form = TextsForm()
    form.name_entries(_("Reason"))
    return page.answer(
        form, lambda: actions.stop(found, page.actor, form.seen, day_of(form), form.given())
    )


@modules.route("/activities/<number>/withholding", methods=BOTH)
def withhold(number: str) -> ResponseReturnValue:
    """Take it from the public at once."""
    page, found = _step("withhold", number)
    form = WithholdingForm()
    return page.answer(
        form, lambda: actions.withhold(found, page.actor, form.seen, form.reason.data or "")
    )


@modules.route("/activities/<number>/restoration", methods=BOTH)
def restore(number: str) -> ResponseReturnValue:
    """Show it again."""
    page, found = _step("restore", number)
    form = RestorationForm()
    return page.answer(
        form, lambda: actions.restore(found, page.actor, form.seen, form.reason.data or "")
    )


def _step(step: str, number: str) -> tuple[StepPage[ActivityState, ActivityFacts], Activity]:
    found, actor = acting_here(number, ACTIVITY.rows[step].by)
    page = StepPage(
        machine=ACTIVITY,
        step=step,
        subject=found,
        actor=actor,
        facts=ActivityFacts(withheld=found.withheld),
        name=f"{found.number} · {found.title}",
        back=url_for("modules.activity", number=number),
    )
    return page, found


def _picture(form: DoneForm) -> Upload | None:
    uploads = taken_in(form.photograph)
    if len(uploads) > 1 or any(upload.media_type not in PICTURES for upload in uploads):
        told = _("Send one JPEG or PNG picture.")
        form.photograph.errors = [*form.photograph.errors, told]
        return None
    if uploads and not form.photograph_allowed.data:
        told = _("A photograph becomes public only with this consent.")
        form.photograph_allowed.errors = [told]
    return uploads[0] if uploads else None


def _done_page(found: Activity, form: DoneForm, actor: Actor, **more: Any) -> str:
    places = settings().city.places
    return render_template(
        "modules/done.html", activity=found, form=form, actor=actor, places=places, **more
    )
