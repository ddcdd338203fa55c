"""The pages of groups: private to their members. Art. 4(2)-(4)."""

from http import HTTPStatus

from flask import Response as FileResponse
from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from pactregistry.config import settings
from pactregistry.documents.models import attachment, attachments_of
from pactregistry.documents.uploads import UploadRefused, accept
from pactregistry.documents.views import send
from pactregistry.people import actions_groups
from pactregistry.people.blueprint import people
from pactregistry.people.current import signed_in
from pactregistry.people.forms import GroupForm, MandateForm, MemberForm, MembersForm
from pactregistry.people.group_access import (
    group_of_mine,
    group_that_i_lead,
    group_to_read,
    is_lead,
)
from pactregistry.people.models import (
    Group,
    Membership,
    groups_of,
    members_on,
    memberships_offered,
)
from pactregistry.workflow.states import ProposerKind


@people.get("/groups/")
def groups() -> str:
    """List one's own groups."""
    return render_template(
        "people/groups.html", groups=groups_of(signed_in().id, settings().today())
    )


@people.route("/groups/new", methods=["GET", "POST"])
def new_group() -> str | Response:
    """Open a group."""
    form = GroupForm()
    if form.validate_on_submit():
        group = actions_groups.open_group(
            signed_in(),
            name=form.name.data.strip(),
            kind=ProposerKind(form.kind.data),
            purpose=(form.purpose.data or "").strip(),
        )
        return redirect(url_for("people.group", group_id=group.id))
    return render_template("people/new_group.html", form=form)


@people.get("/groups/<int:group_id>")
def group(group_id: int) -> str:
    """Show a group to its members, and to the desk for a file."""
    return _show(group_to_read(group_id), MemberForm(), MandateForm())


@people.post("/groups/<int:group_id>/members")
def add_member(group_id: int) -> str | Response | tuple[str, int]:
    """Add a member."""
    group = group_that_i_lead(group_id)
    form = MemberForm()
    if not form.validate_on_submit():
        return _show(group, form, MandateForm(formdata=None))
    asked = (form.email.data or "").strip()
    try:
        actions_groups.add_member(group, name=form.name.data.strip(), email=asked)
    except actions_groups.MailFlood:
        form.email.errors = [_("Many people were asked already within the hour: go on later.")]
        return _show(group, form, MandateForm(formdata=None)), HTTPStatus.TOO_MANY_REQUESTS
    flash(_("The member is added."), "success")
    return _back(group)


@people.post("/groups/<int:group_id>/members/several")
def add_members(group_id: int) -> str | Response | tuple[str, int]:
    """Add several members at once, one a line."""
    group = group_that_i_lead(group_id)
    form = MembersForm()
    if not form.validate_on_submit():
        return _show(group, MemberForm(formdata=None), MandateForm(formdata=None), form)
    for name, email in form.members():
        try:
            actions_groups.add_member(group, name=name, email=email)
        except actions_groups.MailFlood:
            form.lines.errors = [
                _(
                    "Many people were asked already within the hour: go on later from %(name)s.",
                    name=name,
                )
            ]
            page = _show(group, MemberForm(formdata=None), MandateForm(formdata=None), form)
            return page, HTTPStatus.TOO_MANY_REQUESTS
    flash(_("The members are added."), "success")
    return _back(group)


@people.post("/groups/<int:group_id>/members/<int:member_id>/end")
def end_membership(group_id: int, member_id: int) -> Response:
    """Leave a group, or take a member off its list."""
    group = group_of_mine(group_id)
    member = _member(group, member_id)
    own = member.account_id == signed_in().id
    if not own and not is_lead(group_id):
        abort(403)
    if member.is_lead:
        flash(_("Let another member represent the group first."), "error")
        return _back(group)
    actions_groups.end_membership(member)
    return redirect(url_for("people.groups")) if own else _back(group)


@people.post("/groups/offers/<int:member_id>")
def answer_membership(member_id: int) -> Response:
    """Say yes or no to a group that put one's address on its list."""
    person = signed_in()
    offered = memberships_offered(person.email, settings().today())
    member = next((found for found in offered if found.id == member_id), None) or abort(404)
    accepted = request.form.get("answer") == "yes"
    actions_groups.answer_membership(person, member, accepted=accepted)
    return redirect(url_for("people.groups"))


@people.get("/groups/<int:group_id>/mandate")
def mandate_form(group_id: int) -> str:
    """Show the one-page form of minutes, to print and sign: the desk prints it for who asks."""
    group = group_to_read(group_id)
    members = members_on(group.id, settings().today())
    return render_template("people/mandate.html", group=group, members=members)


@people.post("/groups/<int:group_id>/mandate")
def add_mandate(group_id: int) -> str | Response:
    """Take the signed minutes in."""
    group = group_that_i_lead(group_id)
    form = MandateForm()
    if form.validate_on_submit():
        try:
            upload = accept(form.paper.data.filename or "", form.paper.data.read())
        except UploadRefused as refused:
            form.paper.errors = [str(refused.message)]
        else:
            actions_groups.keep_mandate(signed_in(), group, upload)
            flash(_("The signed minutes are kept with the group."), "success")
            return _back(group)
    return _show(group, MemberForm(formdata=None), form)


@people.get("/groups/<int:group_id>/papers/<int:paper_id>")
def group_paper(group_id: int, paper_id: int) -> FileResponse:
    """Hand out a paper of a group."""
    group = group_to_read(group_id)
    paper = attachment(paper_id)
    if paper is None or (paper.subject_kind, paper.subject_id) != ("group", group.id):
        abort(404)
    return send(paper)


def _show(
    group: Group,
    member_form: MemberForm,
    mandate_form: MandateForm,
    members_form: MembersForm | None = None,
) -> str:
    return render_template(
        "people/group.html",
        group=group,
        members=members_on(group.id, settings().today()),
        papers=attachments_of("group", group.id),
        member_form=member_form,
        members_form=members_form or MembersForm(formdata=None),
        mandate_form=mandate_form,
        leads=is_lead(group.id),
        me=signed_in(),
    )


def _member(group: Group, member_id: int) -> Membership:
    here = members_on(group.id, settings().today())
    return next((member for member in here if member.id == member_id), None) or abort(404)


def _back(group: Group) -> Response:
    return redirect(url_for("people.group", group_id=group.id))
