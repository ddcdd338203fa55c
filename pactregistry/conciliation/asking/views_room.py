"""What is done in the room of a dispute: papers, withdrawing, leaving. Art. 33(1)."""

from http import HTTPStatus

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.access import Place, room_of
from pactregistry.conciliation.asking import actions, actions_ending
from pactregistry.conciliation.asking.facts import facts_of
from pactregistry.conciliation.asking.forms import EndingForm, PaperEndingForm, PapersForm
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.step_pages import page_on
from pactregistry.conciliation.voices import speaker, voices
from pactregistry.documents.actions import keep
from pactregistry.documents.models import attachments_of
from pactregistry.documents.views import send
from pactregistry.people.acting import Actor
from pactregistry.people.current import signed_in
from pactregistry.people.once import note_again
from pactregistry.people.step_page import day_of
from pactregistry.proposals.actions_draft import UploadFlood
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side

BOTH = ["GET", "POST"]
TEMPLATE = "conciliation/step.html"


@conciliation.route("/disputes/<number>/papers", methods=BOTH)
def papers(number: str) -> ResponseReturnValue:
    """Add papers to the room, for whoever is in it."""
    dispute, place = room_of(number)
    form = PapersForm()
    if not form.is_submitted():
        return _papers_page(form, dispute)
    if not form.validate():
        return _papers_page(form, dispute), HTTPStatus.UNPROCESSABLE_ENTITY
    if not form.uploads:
        form.papers.errors = [_("Choose a file first.")]
        return _papers_page(form, dispute), HTTPStatus.UNPROCESSABLE_ENTITY
    note_again()
    actor = Actor(signed_in().id, next(iter(place.roles)))
    try:
        actions.add_papers(dispute, actor, _part(place), tuple(keep(u) for u in form.uploads))
    except Unlawful as refusal:
        return _papers_page(form, dispute, refusal.obstacles), HTTPStatus.CONFLICT
    except UploadFlood:
        form.papers.errors = [_("Too many papers within the hour: send the others later.")]
        return _papers_page(form, dispute), HTTPStatus.TOO_MANY_REQUESTS
    flash(_("The papers are in the room."), "success")
    return redirect(url_for("conciliation.show", number=number))


@conciliation.get("/disputes/<number>/papers/<int:paper_id>")
def paper(number: str, paper_id: int) -> Response:
    """One paper of the room."""
    dispute, _place = room_of(number)
    for found in attachments_of(DISPUTE.name, dispute.id):
        if found.id == paper_id:
            return send(found)
    raise NoResultFound


@conciliation.route("/disputes/<number>/withdrawal", methods=BOTH)
def withdraw(number: str) -> ResponseReturnValue:
    """Withdraw the request, for the party that made it."""
    dispute, place = room_of(number)
    spoken = voices(dispute, place)
    # Who speaks for another party is told why not.
    side = dispute.asked_by if dispute.asked_by in spoken else next(iter(spoken), None)
    actor = speaker(spoken, side)
    form = _form_for(actor)
    page = page_on(dispute, "withdraw", actor, facts_of(dispute, side))

    def take() -> None:
        said = form["reason"].data or ""
        actions_ending.withdraw(dispute, actor, side, form.seen, day_of(form), said)

    return page.answer(form, take, TEMPLATE)


@conciliation.route("/disputes/<number>/leaving", methods=BOTH)
def leave(number: str) -> ResponseReturnValue:
    """Let the third party leave."""
    dispute, place = room_of(number)
    actor = speaker(voices(dispute, place), Side.THIRD)
    form = _form_for(actor)
    # Who has left has no way back into the room.
    back = "" if actor.role is Role.DESK else url_for("conciliation.mine")
    page = page_on(dispute, "leave", actor, facts_of(dispute, Side.THIRD), back)

    def take() -> None:
        said = form["reason"].data or ""
        actions_ending.leave(dispute, actor, Side.THIRD, form.seen, day_of(form), said)

    return page.answer(form, take, TEMPLATE)


def _form_for(actor: Actor) -> EndingForm | PaperEndingForm:
    return PaperEndingForm() if actor.role is Role.DESK else EndingForm()


def _part(place: Place) -> str:
    """On whose part a paper is added."""
    if place.side is not None:
        return place.side
    return Role.CONCILIATOR if place.sits else Role.SECRETARY


def _papers_page(form: PapersForm, dispute: Dispute, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template(
        "conciliation/papers.html", form=form, dispute=dispute, pact=dispute.pact, against=against
    )
