"""Pages on which the City ends, revokes, reinstates a pact, announces a breach. Art. 5(2)b, i."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.life import actions_end as actions
from pactregistry.pacts.life.forms import (
    BreachForm,
    EndForm,
    ReasonsForm,
    ReinstatementForm,
    SettlementForm,
    offer,
)
from pactregistry.pacts.life.speaking import TEMPLATE, StepPage, open_step
from pactregistry.pacts.life.story import breach_of
from pactregistry.pacts.life.terms import until
from pactregistry.pacts.queries import signed_version
from pactregistry.people.forms_day import TextsForm
from pactregistry.people.step_page import day_of
from pactregistry.workflow.lifecycle import PACT

BOTH = ["GET", "POST"]


@pacts.route("/pacts/<number>/termination", methods=BOTH)
def terminate(number: str) -> ResponseReturnValue:
    """End a pact in the public interest, with reasons."""
    page = open_step("terminate", number)
    form = EndForm()
    _negative(page, form)
    text = signed_version(page.pact)
    offer(form, text.end_causes if text else ())

    def take() -> None:
        actions.terminate(
            page.pact, page.actor, form.seen, day_of(form), form.given(), form.cause.data or ""
        )

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/breach", methods=BOTH)
def warn_breach(number: str) -> ResponseReturnValue:
    """Announce a breach to the citizens, with a term to answer."""
    page = open_step("warn_breach", number)
    page.shown["answer_until"] = until(page.pact, "breach_answer", settings().today())
    form = BreachForm()

    def take() -> None:
        text = form.text.data or ""
        actions.warn_breach(page.pact, page.actor, form.seen, day_of(form), text)

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/breach-settlement", methods=BOTH)
def settle_breach(number: str) -> ResponseReturnValue:
    """Declare a breach settled."""
    page = open_step("settle_breach", number)
    page.shown["breach"] = breach_of(history(PACT.name, page.pact.id))
    form = SettlementForm()

    def take() -> None:
        text = form.text.data or ""
        actions.settle_breach(page.pact, page.actor, form.seen, day_of(form), text)

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/revocation", methods=BOTH)
def revoke(number: str) -> ResponseReturnValue:
    """Revoke a pact for breach, with reasons."""
    page = open_step("revoke", number)
    page.shown["breach"] = breach_of(history(PACT.name, page.pact.id))
    form = ReasonsForm()
    _negative(page, form)

    def take() -> None:
        actions.revoke(page.pact, page.actor, form.seen, day_of(form), form.given())

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/reinstatement", methods=BOTH)
def reinstate(number: str) -> ResponseReturnValue:
    """Take a pact up again that the City had ended."""
    page = open_step("reinstate", number)
    form = ReinstatementForm()

    def take() -> None:
        actions.reinstate(
            page.pact,
            page.actor,
            form.seen,
            day_of(form),
            form.reason.data or "",
            number=form.act_number.data or "",
            on=form.act_date.data,
        )

    return page.answer(form, take, TEMPLATE)


def _negative(page: StepPage, form: TextsForm) -> None:
    page.shown.update(minimum=settings().city.reason_minimum, negative=True)
    form.name_entries(_("Reason"))
