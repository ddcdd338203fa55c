"""The stock, as the desk keeps it. Art. 22(1), 22(4)."""

from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.supports.loans import actions_things as actions
from pactregistry.supports.loans import reading
from pactregistry.supports.loans.blueprint import loans
from pactregistry.supports.loans.forms import ThingForm
from pactregistry.supports.loans.models import Thing
from pactregistry.supports.loans.stock import free_today

BOTH = ["GET", "POST"]


@loans.get("/desk/things/")
def things() -> str:
    """What there is to lend, how many of it, how many are free today."""
    stock = reading.stock()
    return render_template("loans/things.html", stock=stock, free=free_today(stock))


@loans.route("/desk/things/new", methods=BOTH)
def new_thing() -> ResponseReturnValue:
    """Take a kind of thing into the stock."""
    return _answer(ThingForm(), None)


@loans.route("/desk/things/<int:thing_id>", methods=BOTH)
def thing(thing_id: int) -> ResponseReturnValue:
    """Count or describe a kind of thing anew."""
    found = reading.thing(thing_id)
    return _answer(ThingForm(obj=found), found)


def _answer(form: ThingForm, thing: Thing | None) -> ResponseReturnValue:
    if not form.is_submitted():
        return render_template("loans/thing.html", form=form, thing=thing)
    if not form.validate():
        page = render_template("loans/thing.html", form=form, thing=thing)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    described = actions.Described(
        name=form.name.data.strip(),
        unit=(form.unit.data or "").strip(),
        quantity=form.quantity.data,
        protective=form.protective.data,
        condition=(form.condition.data or "").strip(),
        offered=form.offered.data,
    )
    if thing is None:
        actions.add_thing(described)
    else:
        actions.describe_thing(thing, described)
    flash(_("Saved."), "success")
    return redirect(url_for("loans.things"))
