"""The desk's pages on owners and the heritage authority. Art. 14, 15(6), 16(4)."""

from flask.typing import ResponseReturnValue

from pactregistry.config import settings
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.conditions import actions_place as actions
from pactregistry.pacts.conditions.actions_place import Consent
from pactregistry.pacts.conditions.forms_place import (
    ConsentForm,
    HeritageActForm,
    HeritageRequestForm,
    OwnerForm,
)
from pactregistry.pacts.life.speaking import TEMPLATE, open_step
from pactregistry.people.step_page import day_of

BOTH = ["GET", "POST"]
ART_838 = "art_838"  # the rule of general law by which an act of the City stands for a consent


@pacts.route("/pacts/<number>/heritage-request", methods=BOTH)
def ask_heritage(number: str) -> ResponseReturnValue:
    """Say that the heritage authority was asked."""
    page = open_step("ask_heritage", number)
    form = HeritageRequestForm()

    def take() -> None:
        protocol = form.protocol.data or ""
        actions.ask_heritage(page.pact, page.actor, form.seen, day_of(form), protocol)

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/heritage", methods=BOTH)
def record_heritage(number: str) -> ResponseReturnValue:
    """Record what the heritage authority answered."""
    page = open_step("record_heritage", number)
    form = HeritageActForm()

    def take() -> None:
        answer = (form.outcome.data, form.act.data or "", form.conditions.data or "")
        actions.record_heritage(page.pact, page.actor, form.seen, day_of(form), answer)

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/owner", methods=BOTH)
def record_owner(number: str) -> ResponseReturnValue:
    """Record that the place has another owner."""
    page = open_step("record_owner", number)
    form = OwnerForm()

    def take() -> None:
        reason = form.reason.data or ""
        actions.record_owner(page.pact, page.actor, form.seen, day_of(form), reason)

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/consent", methods=BOTH)
def record_consent(number: str) -> ResponseReturnValue:
    """Record an owner's consent."""
    page = open_step("record_consent", number)
    form = ConsentForm()
    here = settings()
    # The pack of an older register is not here: it knows no law that takes the owner's place.
    pack = here.packs.get(page.pact.pack_id)
    known = pack.general_law if pack is not None else ()
    if ART_838 not in known or not here.city.switches.get(ART_838, False):
        del form.act

    def take() -> None:
        act = (form.act.data or "") if "act" in form else ""
        consent = Consent(form.owner.data or "", act, form.papers)
        actions.record_consent(page.pact, page.actor, form.seen, day_of(form), consent)

    return page.answer(form, take, TEMPLATE)
