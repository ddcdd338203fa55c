"""Pages to name, agree on, object to and replace members. Art. 33(1)."""

from http import HTTPStatus

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.access import Place, actor_for, room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.committee import actions_naming as actions
from pactregistry.conciliation.committee.actions_naming import Named, Word
from pactregistry.conciliation.committee.facts import naming_facts, replacing_facts
from pactregistry.conciliation.committee.forms import (
    LetterNamingForm,
    LetterReplacingForm,
    LetterWordForm,
    NamingForm,
    ReplacingForm,
    WordForm,
)
from pactregistry.conciliation.committee.opening import TEMPLATE, on_whose_part
from pactregistry.conciliation.committee.seats import answers_on, member_on, namers
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.step_pages import page_on
from pactregistry.conciliation.voices import BOTH_SIDES, voices
from pactregistry.people.acting import Actor
from pactregistry.people.actions_groups import MailFlood
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.step_page import day_of
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, Side

BOTH = ["GET", "POST"]


@conciliation.route("/disputes/<number>/seats/<chair>/naming", methods=BOTH)
def designate(number: str, chair: str) -> ResponseReturnValue:
    """Name somebody for a seat."""
    seat = _chair(chair)
    dispute, place = room_of(number)
    side, actor = on_whose_part(voices(dispute, place), namers(dispute, seat))
    facts = naming_facts(dispute, seat, side)
    page = page_on(dispute, "designate", actor, facts, chair=seat, side=side)
    form: SeenForm = LetterNamingForm() if actor.role is Role.DESK else NamingForm()

    def take() -> None:
        named = Named(seat, form["name"].data or "", form["email"].data or "")
        actions.designate(dispute, side, _word(form, actor), named)

    try:
        return page.answer(form, take, TEMPLATE)
    except MailFlood:
        form["email"].errors = [_("Many people were asked already within the hour: go on later.")]
        return page.again(form, TEMPLATE), HTTPStatus.TOO_MANY_REQUESTS


@conciliation.route("/disputes/<number>/third-member/agreement", methods=BOTH)
def agree_on_third(number: str) -> ResponseReturnValue:
    """Agree to the third member."""
    dispute, place = room_of(number)
    side, actor = _answering(dispute, place)
    facts = naming_facts(dispute, Chair.JOINT, side)
    page = page_on(dispute, "agree_on_third", actor, facts, chair=Chair.JOINT, side=side)
    form: SeenForm = LetterWordForm() if actor.role is Role.DESK else WordForm()
    return page.answer(form, lambda: actions.agree(dispute, side, _word(form, actor)), TEMPLATE)


@conciliation.route("/disputes/<number>/third-member/objection", methods=BOTH)
def object_to_third(number: str) -> ResponseReturnValue:
    """Object to the third member."""
    dispute, place = room_of(number)
    side, actor = _answering(dispute, place)
    facts = naming_facts(dispute, Chair.JOINT, side)
    page = page_on(dispute, "object_to_third", actor, facts, chair=Chair.JOINT, side=side)
    form: SeenForm = LetterWordForm() if actor.role is Role.DESK else WordForm()
    return page.answer(form, lambda: actions.object_to(dispute, side, _word(form, actor)), TEMPLATE)


@conciliation.route("/disputes/<number>/seats/<chair>/replacement", methods=BOTH)
def replace_member(number: str, chair: str) -> ResponseReturnValue:
    """Free a seat for somebody else."""
    seat = _chair(chair)
    dispute, place = room_of(number)
    side, actor = _replacing(dispute, place, seat)
    facts = replacing_facts(dispute, seat, side, by_secretary=place.is_secretary)
    page = page_on(dispute, "replace_member", actor, facts, chair=seat, side=side)
    form: SeenForm = LetterReplacingForm() if actor.role is Role.DESK else ReplacingForm()
    return page.answer(
        form, lambda: actions.replace(dispute, seat, side, _word(form, actor)), TEMPLATE
    )


def _chair(key: str) -> Chair:
    if key not in set(Chair):
        raise NoResultFound
    return Chair(key)


def _answering(dispute: Dispute, place: Place) -> tuple[Side, Actor]:
    member = member_on(dispute, Chair.JOINT)
    wanted = [side for side in BOTH_SIDES if answers_on(member, side)]
    return on_whose_part(voices(dispute, place), wanted)


def _replacing(dispute: Dispute, place: Place, chair: Chair) -> tuple[Side | None, Actor]:
    if place.is_secretary:
        return None, actor_for(place, (Role.SECRETARY,))
    return on_whose_part(voices(dispute, place), namers(dispute, chair))


def _word(form: SeenForm, actor: Actor) -> Word:
    typed = {name: form[name].data or "" for name in ("reason", "letter") if name in form}
    return Word(actor, form.seen, day_of(form), **typed)
