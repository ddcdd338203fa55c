"""The first page: what a proposal is, what happens next, few questions. Art. 3(1)f-h, 11(1)."""

from http import HTTPStatus
from urllib.parse import urlencode

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import public_entry
from pactregistry.config import settings
from pactregistry.people.current import account, holds, signed_in
from pactregistry.proposals import actions_draft as actions
from pactregistry.proposals import drafting, placing
from pactregistry.proposals.access import actor_in
from pactregistry.proposals.actions_submit import SENT_A_DAY
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.forms_draft import BeginForm, CounterForm, offer
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.states import Role

ANSWERS = ("intensity", "proposer_kind", "works", "money", "risk")


@proposals.route("/proposals/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Explain a proposal to everyone; begin one for who is signed in."""
    # Answers given before signing in come back in the address.
    form = BeginForm(formdata=request.form or request.args or None)
    offer(form)
    if not form.validate_on_submit():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_submitted() else HTTPStatus.OK
        return _first_page(form), status
    person = account()
    if person is None or not holds(person, Role.CITIZEN):
        given = {name: request.form[name] for name in ANSWERS if name in request.form}
        here = {"commons": request.args["commons"]} if "commons" in request.args else {}
        back = f"{url_for('proposals.new')}?{urlencode(given | here)}"
        return redirect(url_for("security.login", next=back))
    return to_first_screen(actions.begin(actor_in(person, Role.CITIZEN), _start(form)))


@proposals.route("/desk/new", methods=["GET", "POST"])
def counter() -> ResponseReturnValue:
    """Begin a proposal for a person at the counter, who stays its author."""
    form = CounterForm()
    offer(form)
    if not form.is_submitted():
        form.came_on.data = settings().today()
        return _counter_page(form)
    if not form.validate():
        return _counter_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    brought = actions.Counter(
        name=form.author_name.data.strip(),
        contact=form.author_contact.data.strip(),
        came_on=form.came_on.data,
        document=(form.document.data or "").strip(),
    )
    try:
        draft = actions.begin(actor_in(signed_in(), Role.DESK), _start(form), brought)
    except Unlawful as refusal:
        return _counter_page(form, refusal.obstacles), HTTPStatus.CONFLICT
    return to_first_screen(draft)


def _start(form: BeginForm) -> actions.Start:
    return actions.Start(
        intensity=form.intensity.data,
        proposer_kind=form.proposer_kind.data,
        works=form.works.data,
        money=form.money.data,
        risk=form.risk.data,
        known=placing.known_of(place) if (place := _place_named()) else {},
    )


def _place_named() -> Commons | None:
    """The entry of the list from whose page somebody comes. Art. 10(6)."""
    return public_entry(request.args.get("commons", ""))


def to_first_screen(draft: Proposal) -> ResponseReturnValue:
    """Where a draft that was just begun goes on."""
    if drafting.is_light(draft):
        return redirect(url_for("proposals.draft", draft_id=draft.id))
    return redirect(url_for("proposals.draft_step", draft_id=draft.id, step="who"))


def _first_page(form: BeginForm) -> str:
    here = settings()
    terms = {key: here.city.term(here.pack, key).value for key in ("inquiry", "comments")}
    return render_template(
        "proposals/draft/new.html",
        form=form,
        terms=terms,
        pack=here.pack,
        most=SENT_A_DAY,
        person=account(),
        place=_place_named(),
    )


def _counter_page(form: CounterForm, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template("proposals/draft/counter.html", form=form, against=against)
