"""Pages of funds raised and used, and of permits. Art. 20(2), 25(1), 27."""

from flask.typing import ResponseReturnValue
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.life.speaking import StepPage, open_step
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.supporting import actions_granted as actions
from pactregistry.pacts.supporting.forms_granted import (
    GivenForm,
    PastForm,
    PermitForm,
    RaisedForm,
    SpentForm,
)
from pactregistry.pacts.supporting.granted import all_stated, awaited_permit
from pactregistry.people.forms_day import ExplainForm
from pactregistry.people.step_page import day_of

BOTH = ["GET", "POST"]
TEMPLATE = "pacts/supporting/step.html"


@pacts.route("/pacts/<number>/funds-raised", methods=BOTH)
def record_funds(number: str) -> ResponseReturnValue:
    """Record one occasion and what it raised."""
    page = open_step("record_funds", number)
    form = RaisedForm()
    return page.answer(
        _dated(form),
        lambda: actions.record_funds(page.pact, page.actor, form.seen, _money(form)),
        TEMPLATE,
    )


@pacts.route("/pacts/<number>/funds-spent", methods=BOTH)
def spend_funds(number: str) -> ResponseReturnValue:
    """Record what raised money was spent on."""
    page = open_step("spend_funds", number)
    form = SpentForm()
    return page.answer(
        _dated(form),
        lambda: actions.spend_funds(page.pact, page.actor, form.seen, _money(form)),
        TEMPLATE,
    )


@pacts.route("/pacts/<number>/permits/new", methods=BOTH)
def ask_permit(number: str) -> ResponseReturnValue:
    """Ask for a permit that the pact makes easier."""
    page = open_step("ask_permit", number)
    form = PermitForm()
    _dated(form)
    eased = {
        item.details.get("permit") or item.description: item.details
        for item in all_stated(signed_version(page.pact), "permits")
    }
    form.permit.choices = [SelectChoice(name, name) for name in eased]
    offices = settings().city.offices.values()
    form.office.choices = [SelectChoice(o.key, in_language(o.name)) for o in offices]

    def take() -> None:
        details = eased[form.permit.data]
        days = details.get("shortened_days") or details.get("ordinary_days")
        asked = actions.Asked(form.permit.data, form.office.data, form.on.data, days)
        actions.ask_permit(page.pact, page.actor, form.seen, asked)

    return page.answer(form, take, TEMPLATE)


@pacts.route("/desk/pacts/<number>/permits/<int:permit_id>/given", methods=BOTH)
def give_permit(number: str, permit_id: int) -> ResponseReturnValue:
    """Record that a permit was given."""
    page = _of_permit("give_permit", number, permit_id)
    form = GivenForm()
    permit = page.shown["permit"]
    return page.answer(
        form,
        lambda: actions.give_permit(
            permit, page.actor, form.seen, day_of(form), form.act.data or ""
        ),
        TEMPLATE,
    )


@pacts.route("/desk/pacts/<number>/permits/<int:permit_id>/declined", methods=BOTH)
def decline_permit(number: str, permit_id: int) -> ResponseReturnValue:
    """Record that a permit was declined, with reasons."""
    page = _of_permit("decline_permit", number, permit_id)
    form = ExplainForm()
    permit = page.shown["permit"]
    return page.answer(
        form,
        lambda: actions.decline_permit(
            permit, page.actor, form.seen, day_of(form), form.reason.data or ""
        ),
        TEMPLATE,
    )


def _of_permit(step: str, number: str, permit_id: int) -> StepPage:
    page = open_step(step, number)
    page.shown["permit"] = awaited_permit(page.pact, permit_id)
    return page


def _dated(form: PastForm) -> PastForm:
    form.latest = settings().today()
    if not form.is_submitted():
        form.on.data = form.latest
    return form


def _money(form: RaisedForm | SpentForm) -> actions.Money:
    return actions.Money(form.on.data, form.what.data.strip(), form.amount.data)
