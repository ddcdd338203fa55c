"""Pages of sittings: called, told of in minutes with their paper. Art. 33(1), 3(1)b."""

from flask import Response
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from wtforms import SelectChoice

from pactregistry.conciliation.access import room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.deliberating import actions_sittings as actions
from pactregistry.conciliation.deliberating.forms import MinutesForm, SittingForm
from pactregistry.conciliation.deliberating.queries import sitting_in
from pactregistry.conciliation.deliberating.steps import BOTH, open_step, page_of
from pactregistry.conciliation.models import Dispute, Sitting
from pactregistry.conciliation.voices import parties_of
from pactregistry.conciliation.words import SIDES
from pactregistry.config import settings
from pactregistry.documents.actions import keep
from pactregistry.documents.views import send
from pactregistry.people.once import note_again
from pactregistry.people.step_page import day_of
from pactregistry.workflow.states_disputes import Side


@conciliation.route("/disputes/<number>/sittings/new", methods=BOTH)
def call_sitting(number: str) -> ResponseReturnValue:
    """Call a sitting of the committee."""
    page, dispute, by = open_step("call_sitting", number)
    form = SittingForm()

    def take() -> None:
        at = form.at.data.strftime("%H:%M")
        called = actions.Called(form.held_on.data, at, form.place.data or "")
        actions.call_sitting(dispute, by, form.seen, day_of(form), called)

    return page.answer(form, take, "conciliation/deliberating/sitting.html")


@conciliation.route("/disputes/<number>/sittings/<int:sitting_id>/minutes", methods=BOTH)
def record_minutes(number: str, sitting_id: int) -> ResponseReturnValue:
    """Write the minutes of a sitting, or add to them."""
    dispute, place = room_of(number)
    sitting = sitting_in(dispute, sitting_id)
    known = {"day_reached": sitting.held_on <= settings().today()}
    page, dispute, by = page_of("record_minutes", dispute, place, known, sitting=sitting)
    form = _minutes_form(dispute, sitting)

    def take() -> None:
        upload = form.upload if "paper" in form else None
        if upload is not None:
            note_again()
        minuted = actions.Minuted(
            text=form.text.data or "",
            heard=frozenset(Side(side) for side in form.heard.data or ()),
            paper=keep(upload) if upload is not None else None,
        )
        actions.record_minutes(sitting, by, form.seen, day_of(form), minuted)

    return page.answer(form, take, "conciliation/deliberating/minutes.html")


@conciliation.get("/disputes/<number>/sittings/<int:sitting_id>/paper")
def minutes_paper(number: str, sitting_id: int) -> Response:
    """The paper of a sitting's minutes, for who is in the room."""
    dispute, _place = room_of(number)
    sitting = sitting_in(dispute, sitting_id)
    if sitting.paper is None:
        raise NoResultFound
    return send(sitting.paper)


def _minutes_form(dispute: Dispute, sitting: Sitting) -> MinutesForm:
    form = MinutesForm()
    heard = [side for side in Side if side in parties_of(dispute) or side in sitting.heard.split()]
    form.heard.choices = [SelectChoice(side.value, _(SIDES[side])) for side in heard]
    if not form.is_submitted():
        form.heard.data = sitting.heard.split()
    if sitting.attachment_id is not None:  # minutes have one paper; what comes later is added
        del form.paper
    return form
