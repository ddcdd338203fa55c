"""Pages of opinions: given here, recorded from elsewhere, reminded, asked for. Art. 11(6)."""

from hashlib import sha256
from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice

from pactregistry.config import settings
from pactregistry.documents.uploads import Upload, UploadRefused, accept
from pactregistry.languages import in_language
from pactregistry.people.acting import Actor
from pactregistry.people.step_page import day_of
from pactregistry.proposals import actions_opinions as actions
from pactregistry.proposals.actions_opinions import Given
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.facts import days_of, office_name
from pactregistry.proposals.forms_opinions import (
    FurtherOpinionForm,
    OpinionElsewhereForm,
    OpinionForm,
)
from pactregistry.proposals.models import Opinion
from pactregistry.proposals.officers import actor_for, gives, signed_in
from pactregistry.proposals.reading import opinion, received
from pactregistry.proposals.sheet import due_of, late_days
from pactregistry.proposals.sheet_text import sheet_text
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.states import Role, Verdict

BOTH = ["GET", "POST"]


@proposals.route("/desk/opinions/<int:opinion_id>", methods=BOTH)
def give_opinion(opinion_id: int) -> ResponseReturnValue:
    """Give an opinion: first read what becomes public, then confirm it."""
    asked = opinion(opinion_id)
    person = signed_in()
    if not gives(person, asked):
        abort(404)
    form = OpinionForm()
    if not form.is_submitted():
        return _give_page(asked, form)
    if not form.validate():
        return _give_page(asked, form), HTTPStatus.UNPROCESSABLE_ENTITY
    given = Given(Verdict(form.verdict.data), form.text.data or "")
    digest = sha256(f"{given.verdict}\n{given.text}".encode()).hexdigest()
    if form.digest_read.data != digest:
        form.digest_read.data = digest
        return _give_page(asked, form, preview=given)
    role = Role.DISTRICT if asked.is_district else Role.REVIEWER
    try:
        actions.give(asked, Actor(person.id, role, asked.office), given)
    except Unlawful as refusal:
        return _give_page(asked, form, against=refusal.obstacles), HTTPStatus.CONFLICT
    flash(_("Your opinion was recorded and is public with the file."), "success")
    return redirect(url_for("proposals.opinions_asked"))


@proposals.route("/desk/proposals/<number>/opinions/<int:opinion_id>", methods=BOTH)
def record_opinion(number: str, opinion_id: int) -> ResponseReturnValue:
    """Record an opinion that came by another way."""
    asked, actor = _asked(number, opinion_id)
    form = OpinionElsewhereForm()
    if not form.is_submitted():
        form.occurred_on.data = settings().today()
        return _elsewhere_page(asked, form)
    if not form.validate():
        return _elsewhere_page(asked, form), HTTPStatus.UNPROCESSABLE_ENTITY
    given = Given(
        Verdict(form.verdict.data),
        form.text.data or "",
        form.source_document.data,
        form.source_number.data or "",
    )
    try:
        actions.record_elsewhere(asked, actor, day_of(form), given, _scan(form))
    except UploadRefused as refusal:
        form.scan.errors = [refusal.message]
        return _elsewhere_page(asked, form), HTTPStatus.UNPROCESSABLE_ENTITY
    except Unlawful as refusal:
        return _elsewhere_page(asked, form, refusal.obstacles), HTTPStatus.CONFLICT
    flash(_("The opinion was recorded."), "success")
    return redirect(url_for("proposals.desk_file", number=number))


@proposals.post("/desk/proposals/<number>/opinions/<int:opinion_id>/reminder")
def remind_opinion(number: str, opinion_id: int) -> ResponseReturnValue:
    """Write again to who gives the opinion."""
    asked, _actor = _asked(number, opinion_id)
    actions.remind(asked)
    flash(_("A reminder was sent."), "success")
    return redirect(url_for("proposals.desk_file", number=number))


@proposals.route("/desk/proposals/<number>/opinions/further", methods=BOTH)
def ask_opinion(number: str) -> ResponseReturnValue:
    """Ask one more opinion."""
    proposal = received(number)
    actor_for(proposal, (Role.DESK,))
    form = FurtherOpinionForm(data={"days": days_of(proposal, "opinion")})
    city = settings().city
    form.office.choices = [
        *(
            SelectChoice(f"o:{o.key}", in_language(o.name))
            for o in city.offices_of("technical", "service")
        ),
        *(SelectChoice(f"d:{d.key}", in_language(d.name)) for d in city.districts.values()),
    ]
    against: tuple[Obstacle, ...] = ()
    if form.validate_on_submit():
        kind, _colon, office = form.office.data.partition(":")
        try:
            actions.ask_further(proposal, office, is_district=kind == "d", days=form.days.data)
        except Unlawful as refusal:
            against = refusal.obstacles
        else:
            flash(_("The opinion was asked."), "success")
            return redirect(url_for("proposals.desk_file", number=number))
    page = render_template(
        "proposals/office/ask_opinion.html", form=form, proposal=proposal, against=against
    )
    return page, HTTPStatus.CONFLICT if against else HTTPStatus.OK


def _asked(number: str, opinion_id: int) -> tuple[Opinion, Actor]:
    asked = opinion(opinion_id)
    actor = actor_for(asked.proposal, (Role.DESK,))
    if asked.proposal.number != number:
        abort(404)
    return asked, actor


def _scan(form: OpinionElsewhereForm) -> Upload | None:
    sent = form.scan.data
    return accept(sent.filename, sent.read()) if sent and sent.filename else None


def _give_page(
    asked: Opinion,
    form: OpinionForm,
    *,
    preview: Given | None = None,
    against: tuple[Obstacle, ...] = (),
) -> str:
    return render_template(
        "proposals/office/give_opinion.html",
        asked=asked,
        office=office_name(asked),
        due=due_of(asked),
        late=late_days(asked),
        proposal=asked.proposal,
        text=sheet_text(asked.proposal),
        form=form,
        preview=preview,
        against=against,
    )


def _elsewhere_page(
    asked: Opinion, form: OpinionElsewhereForm, against: tuple[Obstacle, ...] = ()
) -> str:
    return render_template(
        "proposals/office/record_opinion.html",
        asked=asked,
        office=office_name(asked),
        proposal=asked.proposal,
        form=form,
        against=against,
    )
