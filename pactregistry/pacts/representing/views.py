"""The page on which a group's members change their representative. Art. 4(3), 4(4)."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.documents.uploads import Upload, UploadRefused, accept
from pactregistry.pacts import doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.representing import actions
from pactregistry.pacts.representing.forms import AskForm, DeskForm, MinutesForm, VoiceForm
from pactregistry.pacts.representing.models import (
    LeadChange,
    electors_on,
    pacts_of,
    proposals_of,
    standing_change,
)
from pactregistry.people.acting import Actor
from pactregistry.people.current import signed_in
from pactregistry.people.group_access import group_of_mine, group_to_read
from pactregistry.people.models import Group, Membership, group_of_member, members_on
from pactregistry.workflow.states import ProposalState, Role

BOTH = ["GET", "POST"]


@pacts.get("/pacts/<number>/representative")
def change_lead(number: str) -> Response:
    """To the page of the group that this pact's citizens are."""
    pact, _seat = doors.pact_at_table(number)
    if pact.origin is None or pact.origin.group_id is None:
        raise NoResultFound
    return redirect(url_for("pacts.representative", group_id=pact.origin.group_id))


@pacts.route("/groups/<int:group_id>/representative", methods=BOTH)
def representative(group_id: int) -> str | Response:
    """Who represents the group; members ask for a change, the desk records one from minutes."""
    group = group_to_read(group_id)
    by_desk = group_of_member(group_id, signed_in().id, settings().today()) is None
    form = _choosing(DeskForm() if by_desk else AskForm(), group, with_all=by_desk)
    if form.validate_on_submit():
        member = _member(group, form.member.data)
        if not by_desk:
            actions.ask(signed_in(), group, member, form.reason.data)
            flash(_("The members are asked."), "success")
            return _back(group)
        upload = _upload(form)
        if upload is not None:
            actor = Actor(signed_in().id, Role.DESK, settings().city.desk.key)
            actions.record_by_desk(actor, group, member, form.reason.data, upload)
            flash(_("Recorded. The group and its files have a new representative."), "success")
            return _back(group)
    return _page(group, form, by_desk=by_desk)


@pacts.post("/groups/<int:group_id>/representative/answer")
def answer_representative(group_id: int) -> str | Response:
    """Say yes or no as a member."""
    group = group_of_mine(group_id)
    form = VoiceForm()
    if not form.validate_on_submit():
        return _page(group, _choosing(AskForm(formdata=None), group), voice=form)
    agrees = form.agrees.data == "yes"
    objection = form.objection.data or ""
    actions.answer(signed_in(), _standing(group), agrees=agrees, objection=objection)
    flash(_("Your answer counts."), "success")
    return _back(group)


@pacts.post("/groups/<int:group_id>/representative/minutes")
def bring_minutes(group_id: int) -> str | Response:
    """Attach the minutes by which the members decided."""
    group = group_of_mine(group_id)
    form = MinutesForm()
    upload = _upload(form) if form.validate_on_submit() else None
    if upload is None:
        return _page(group, _choosing(AskForm(formdata=None), group), minutes=form)
    actions.bring_minutes(signed_in(), group, _standing(group), upload)
    flash(_("The signed minutes are kept with the group."), "success")
    return _back(group)


@pacts.post("/groups/<int:group_id>/representative/takeover")
def take_over(group_id: int) -> Response:
    """Take over, as the member whom the others confirmed."""
    group = group_of_mine(group_id)
    change = _standing(group)
    person = signed_in()
    if change.member.account_id != person.id:
        abort(403)
    actions.take_over(Actor(person.id, Role.LEAD), group, change)
    flash(_("From today you represent the group."), "success")
    return _back(group)


@pacts.post("/groups/<int:group_id>/representative/end")
def drop_change(group_id: int) -> Response:
    """Let the matter rest: for who asked, and for who was to take over."""
    group = group_of_mine(group_id)
    change = _standing(group)
    if signed_in().id not in {change.asked_by_id, change.member.account_id}:
        abort(403)
    actions.drop(change)
    flash(_("The matter rests. Everything stays as it is."), "success")
    return _back(group)


def _page(
    group: Group,
    form: AskForm,
    *,
    by_desk: bool = False,
    voice: VoiceForm | None = None,
    minutes: MinutesForm | None = None,
) -> str:
    day = settings().today()
    change = standing_change(group.id)
    me = signed_in()
    said = next((v for v in change.voices if v.account_id == me.id), None) if change else None
    given: dict[str, Any] = {"agrees": "yes" if said.agrees else "no"} if said else {}
    return render_template(
        "pacts/representing/representative.html",
        group=group,
        form=form,
        voice=voice or VoiceForm(formdata=None, objection=said.objection if said else "", **given),
        minutes=minutes or MinutesForm(formdata=None),
        by_desk=by_desk,
        change=change,
        electors=electors_on(group.id, day),
        leads=[m for m in members_on(group.id, day) if m.is_lead],
        against=actions.takeover_obstacles(change, Role.LEAD) if change else (),
        is_candidate=change is not None and change.member.account_id == me.id,
        may_drop=change is not None and me.id in {change.asked_by_id, change.member.account_id},
        proposals=[p for p in proposals_of(group.id) if p.state != ProposalState.DRAFT],
        files=pacts_of(group.id),
    )


def _choosing(form: AskForm, group: Group, *, with_all: bool = False) -> AskForm:
    here = members_on(group.id, settings().today())
    form.member.choices = [
        SelectChoice(str(m.id), m.name or _("a member"))
        for m in here
        if not m.is_lead and (with_all or m.account_id is not None)
    ]
    return form


def _member(group: Group, member_id: int) -> Membership:
    here = members_on(group.id, settings().today())
    return next((m for m in here if m.id == member_id), None) or abort(404)


def _standing(group: Group) -> LeadChange:
    return standing_change(group.id) or abort(404)


def _upload(form: Any) -> Upload | None:
    try:
        return accept(form.paper.data.filename or "", form.paper.data.read())
    except UploadRefused as refused:
        form.paper.errors = [str(refused.message)]
        return None


def _back(group: Group) -> Response:
    return redirect(url_for("pacts.representative", group_id=group.id))
