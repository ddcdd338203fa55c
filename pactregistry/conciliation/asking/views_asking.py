"""Conciliation is explained and asked for, by either side or by whom a pact touches. Art. 33(1)."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from wtforms import SelectChoice

from pactregistry.conciliation.asking import actions
from pactregistry.conciliation.asking.doors import (
    KNOWN,
    is_known,
    may_ask,
    voices_on,
    voices_to_ask,
)
from pactregistry.conciliation.asking.facts import facts_to_begin
from pactregistry.conciliation.asking.forms import PaperRequestForm, PartyRequestForm, RequestForm
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.voices import speaker
from pactregistry.conciliation.words import MATTERS, SIDES
from pactregistry.config import settings
from pactregistry.documents.actions import keep
from pactregistry.languages import step_past
from pactregistry.lawbook import speak_under
from pactregistry.pacts import doors
from pactregistry.pacts.life.terms import pack_of
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Day
from pactregistry.people.current import account, signed_in
from pactregistry.people.once import note_again
from pactregistry.proposals.actions_draft import UploadFlood
from pactregistry.reports.oversight.opening import Flood
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.pack import Term
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Matter, Side

BOTH = ["GET", "POST"]


@conciliation.get("/conciliation")
def explained() -> str:
    """What conciliation is and what it is not, in plain words; with the way to ask on a pact."""
    number = request.args.get("pact", "")
    pact = _readable(number) if number else None
    return render_template(
        "conciliation/explained.html",
        pact=pact,
        may_ask=pact is not None and may_ask(pact),
        without=pack_of(pact).title if pact is not None and not is_known(pact) else None,
        term=_term(pact),
        is_party=pact is not None and account() is not None and Side.THIRD not in voices_on(pact),
    )


@conciliation.route("/pacts/<number>/conciliation", methods=BOTH)
def ask(number: str) -> ResponseReturnValue:
    """Ask for conciliation on a pact, as one of its sides or as a third party."""
    pact, _seat = doors.pact_for_reader(number)
    doors.confirmed_first(pact)
    if not is_known(pact):
        return _unknown(pact), HTTPStatus.NOT_FOUND
    spoken = voices_to_ask(pact)
    form = _form_for(spoken)
    if not form.is_submitted():
        return _page(form, pact, _standing(pact, spoken))
    if not form.validate():
        return _page(form, pact, _standing(pact, spoken)), HTTPStatus.UNPROCESSABLE_ENTITY
    if form.uploads:
        note_again()
    side = _side(form, spoken)
    day = Day(form.received_on.data) if isinstance(form, PaperRequestForm) else None
    asking = actions.Asking(
        side=side,
        matter=Matter(form.matter.data),
        what_happened=form.what_happened.data or "",
        what_is_asked=form.what_is_asked.data or "",
        third=_third(form),
        papers=tuple(keep(upload) for upload in form.uploads),
    )
    try:
        dispute = actions.request(pact, speaker(spoken, side), asking, day)
    except Unlawful as refusal:
        return _page(form, pact, refusal.obstacles), HTTPStatus.CONFLICT
    except Flood:
        form.what_is_asked.errors = [_("You asked several times just now: wait ten minutes.")]
        return _page(form, pact), HTTPStatus.TOO_MANY_REQUESTS
    except UploadFlood:
        form.papers.errors = [_("Too many papers within the hour: send the others later.")]
        return _page(form, pact), HTTPStatus.TOO_MANY_REQUESTS
    flash(step_past("request", DISPUTE.name), "success")
    return redirect(url_for("conciliation.show", number=dispute.number))


def _standing(pact: Pact, spoken: Mapping[Side, Role]) -> tuple[Obstacle, ...]:
    role = next(iter(spoken.values()))
    return DISPUTE.obstacles("request", None, role, facts_to_begin(pact))


def _form_for(spoken: Mapping[Side, Role]) -> RequestForm:
    if Role.DESK in spoken.values():
        form: RequestForm = PaperRequestForm()
        form["on_behalf"].choices = [
            SelectChoice(side, _(SIDES[side])) for side in Side if side in spoken
        ]
        if not form.is_submitted():
            form["received_on"].data = settings().today()
    else:
        form = RequestForm() if Side.THIRD in spoken else PartyRequestForm()
    form.matter.choices = [SelectChoice(matter, _(label)) for matter, label in MATTERS.items()]
    return form


def _side(form: RequestForm, spoken: Mapping[Side, Role]) -> Side:
    if isinstance(form, PaperRequestForm):
        return Side(form.on_behalf.data)
    return next(iter(spoken))


def _third(form: RequestForm) -> actions.Third:
    if isinstance(form, PartyRequestForm):
        contact = form["third_contact"].data if isinstance(form, PaperRequestForm) else ""
        return actions.Third(form.third_name.data or "", form.third_email.data or "", contact or "")
    person = signed_in()
    return actions.Third(person.name, person.email, account_id=person.id)


def _page(form: RequestForm, pact: Pact, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template(
        "conciliation/ask.html",
        form=form,
        pact=pact,
        on_paper=isinstance(form, PaperRequestForm),
        as_third=not isinstance(form, PartyRequestForm),
        against=against,
        until=actions.propose_by(pact, settings().today()),
    )


def _unknown(pact: Pact) -> str:
    """For a pact whose text has no conciliation: that this is so, and what else there is."""
    return render_template(
        "conciliation/unknown.html",
        pact=pact,
        regulation=pack_of(pact).title,
        elsewhere=any(KNOWN in pack.terms for pack in settings().packs.values()),
    )


def _readable(number: str) -> Pact | None:
    try:
        return doors.pact_for_reader(number)[0]
    except NoResultFound:
        return None


def _term(pact: Pact | None) -> Term:
    """The term of the pact's regulation; else of the first one here that knows conciliation."""
    here = settings()
    packs = [here.packs[pact.pack_id]] if pact and pact.pack_id in here.packs else []
    knowing = (pack for pack in (*packs, here.pack, *here.packs.values()) if KNOWN in pack.terms)
    pack = next(knowing, None)
    if pack is None:
        abort(404)
    speak_under(pack.id)
    return pack.terms[KNOWN]
