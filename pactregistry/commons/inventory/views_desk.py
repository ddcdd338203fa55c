"""The office's pages of the inventory: its list, an entry, a review of several. Art. 10(6), 16."""

from http import HTTPStatus
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pactregistry.commons.inventory import actions, queries, typed
from pactregistry.commons.inventory.blueprint import inventory
from pactregistry.commons.inventory.due import is_due
from pactregistry.commons.inventory.forms import NewEntryForm, offer
from pactregistry.commons.inventory.lawful_steps import ANSWERED, next_steps
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.picture import Spot, picture_of
from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.languages import step_past
from pactregistry.people.current import holds, signed_in
from pactregistry.people.forms_day import opened_on
from pactregistry.people.officers import officer
from pactregistry.people.step_page import day_of
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import CommonsState, Role

OFFICE = (Role.DESK, Role.MANAGER)
SHELVES = {
    "listed": queries.ON_LIST,
    "proposed": (CommonsState.PROPOSED,),
    "withdrawn": (CommonsState.WITHDRAWN,),
}


@inventory.get("/desk/commons/")
def desk_list() -> str:
    """The entries of one shelf: on the list, proposed for it, taken off."""
    wanted = request.args.get("shelf", "listed")
    shelf = wanted if wanted in SHELVES else "listed"
    words = request.args.get("q", "").strip()
    number = max(1, request.args.get("page", 1, type=int))
    page = queries.for_desk(SHELVES[shelf], words, number)
    if page.number > page.count:
        abort(HTTPStatus.NOT_FOUND)
    counts = queries.counted()
    return render_template(
        "commons/desk_list.html",
        page=page,
        shelf=shelf,
        words=words,
        shelves={key: sum(counts.get(s, 0) for s in states) for key, states in SHELVES.items()},
        is_due=is_due,
        is_desk=holds(signed_in(), Role.DESK),
        args={"shelf": shelf, **({"q": words} if words else {})},
    )


@inventory.post("/desk/commons/review")
def review() -> ResponseReturnValue:
    """Confirm the entries that were shown, as they stand."""
    actor = officer((Role.DESK,))
    seen = {
        int(name.removeprefix("seen-")): opened_on(value)
        for name, value in request.form.items()
        if name.startswith("seen-") and opened_on(name.removeprefix("seen-")) >= 0
    }
    entries = [queries.any_entry(commons_id) for commons_id in sorted(seen)]
    done = actions.review(actor, seen, entries)
    flash(
        ngettext(
            "%(num)d entry is confirmed as it stands.",
            "%(num)d entries are confirmed as they stand.",
            done,
        ),
        "success",
    )
    return redirect(url_for("inventory.desk_list"))


@inventory.get("/desk/commons/<int:commons_id>")
def desk_entry(commons_id: int) -> str:
    """Everything on an entry, with the next lawful steps."""
    commons = queries.any_entry(commons_id)
    person = signed_in()
    held = [role for role in OFFICE if holds(person, role)]
    entries = history(COMMONS.name, commons.id)
    return render_template(
        "commons/desk_entry.html",
        commons=commons,
        steps=next_steps(commons, person.id, held),
        entries=entries,
        said=next((e.private.get("said") for e in entries if e.step == "propose"), None),
        picture=picture_of([spot_of(commons)]),
        beyond=typed.beyond_reach(commons),
        is_due=is_due(commons),
    )


@inventory.route("/desk/commons/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """A new entry: on the list at once, or kept among the proposed places."""
    actor = officer((Role.DESK,))
    form = NewEntryForm()
    offer(form)
    if not form.is_submitted():
        form.occurred_on.data = settings().today()
        return _new_page(form)
    if not form.validate():
        return _new_page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    values = typed.columns(form)
    try:
        if request.form.get("go") == "keep":
            made = actions.propose(actor, values)
        else:
            made = actions.put_on_list(None, actor, -1, day_of(form), values)
    except Unlawful as refusal:
        return _new_page(form, refusal.obstacles), HTTPStatus.CONFLICT
    flash(step_past("propose" if made.number is None else "list", COMMONS.name), "success")
    warn_beyond(made)
    return redirect(url_for("inventory.desk_entry", commons_id=made.id))


def spot_of(commons: Commons) -> Spot:
    """An entry as a spot that leads to its page at the desk."""
    url = url_for("inventory.desk_entry", commons_id=commons.id)
    return Spot(commons.name, commons.longitude, commons.latitude, url, shape=commons.geometry)


def warn_beyond(commons: Commons) -> None:
    """Say that a place lies outside the city, if it does: perhaps the numbers changed places."""
    far = typed.beyond_reach(commons)
    if far:
        flash(
            _(
                "Please note: %(name)s lies %(far)s km from the centre of the city. Is longitude "
                "first, then latitude?",
                name=commons.name,
                far=far,
            ),
            "warning",
        )


def _new_page(form: Any, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template(
        "commons/new.html",
        form=form,
        against=[o for o in against if o.binds or o.name not in ANSWERED],
        places=settings().city.places,
    )
