"""Pages of suspension: announced, at once, confirmed, called off, lifted. Art. 5(2)b."""

from flask.typing import ResponseReturnValue

from pactregistry.config import settings
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.life import actions_rest as actions
from pactregistry.pacts.life.actions_rest import Cause
from pactregistry.pacts.life.forms import CauseForm, WordForm, offer
from pactregistry.pacts.life.speaking import TEMPLATE, StepPage, open_step
from pactregistry.pacts.life.terms import suspended_from, until
from pactregistry.pacts.queries import signed_version
from pactregistry.people.step_page import day_of

BOTH = ["GET", "POST"]


@pacts.route("/pacts/<number>/suspension-notice", methods=BOTH)
def announce_suspension(number: str) -> ResponseReturnValue:
    """Announce a suspension; the page says from which day it holds."""
    page = open_step("announce_suspension", number)
    page.shown["effective"] = suspended_from(page.pact, settings().today())
    form = _with_causes(page)

    def take() -> None:
        actions.announce(page.pact, page.actor, form.seen, day_of(form), _cause(form))

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/suspension-recall", methods=BOTH)
def call_off_suspension(number: str) -> ResponseReturnValue:
    """Call an announced suspension off."""
    page = open_step("call_off_suspension", number)
    form = WordForm()

    def take() -> None:
        actions.call_off(page.pact, page.actor, form.seen, day_of(form), form.reason.data or "")

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/suspension", methods=BOTH)
def suspend(number: str) -> ResponseReturnValue:
    """Suspend at once, in urgency."""
    page = open_step("suspend", number)
    if page.by_desk:
        page.shown["confirm_until"] = until(
            page.pact, "suspension_confirmation", settings().today()
        )
    form = _with_causes(page)

    def take() -> None:
        actions.suspend(page.pact, page.actor, form.seen, day_of(form), _cause(form))

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/suspension-confirmation", methods=BOTH)
def confirm_suspension(number: str) -> ResponseReturnValue:
    """Confirm what the desk suspended."""
    page = open_step("confirm_suspension", number)
    form = WordForm()

    def take() -> None:
        actions.confirm(page.pact, page.actor, form.seen, day_of(form), form.reason.data or "")

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/resumption", methods=BOTH)
def resume(number: str) -> ResponseReturnValue:
    """Lift a suspension."""
    page = open_step("resume", number)
    form = WordForm()

    def take() -> None:
        actions.resume(page.pact, page.actor, form.seen, day_of(form), form.reason.data or "")

    return page.answer(form, take, TEMPLATE)


def _with_causes(page: StepPage) -> CauseForm:
    form = CauseForm()
    text = signed_version(page.pact)
    offer(form, text.suspension_causes if text else ())
    return form


def _cause(form: CauseForm) -> Cause:
    return Cause(form.cause.data or "", form.reason.data or "")
