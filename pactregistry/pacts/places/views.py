"""The pages of acts on a place that concern its pacts and proposals. Art. 10(6), 14(1), 16(4)."""

from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue

from pactregistry.commons.forms_commons import LocateForm, offer_commons
from pactregistry.commons.inventory.forms import OwnerForm, offer
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import commons_by_id, listed
from pactregistry.commons.inventory.views_steps import open_step
from pactregistry.pacts import doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.places import actions
from pactregistry.pacts.places.uses import concerned_pacts, open_proposals
from pactregistry.pacts.queries import text_of
from pactregistry.people.forms_day import ExplainForm
from pactregistry.people.step_page import StepPage, day_of
from pactregistry.workflow.lifecycle import PACT

BOTH = ["GET", "POST"]


@pacts.route("/desk/commons/<int:commons_id>/owner", methods=BOTH)
def change_owner(commons_id: int) -> ResponseReturnValue:
    """Record the new owner of a place."""
    page = open_step("change_owner", commons_id)
    page.shown["pacts"] = concerned_pacts(commons_id)
    form = OwnerForm()
    offer(form)

    def take() -> None:
        commons: Commons = page.shown["commons"]
        owner = actions.NewOwner(
            form.owner_kind.data, form.owner.data or "", form.owner_public.data
        )
        reason = form.reason.data or ""
        actions.change_owner(commons, page.actor, form.seen, day_of(form), owner, reason)

    return page.answer(form, take, "commons/owner.html")


@pacts.route("/desk/commons/<int:commons_id>/withdrawal", methods=BOTH)
def take_off_list(commons_id: int) -> ResponseReturnValue:
    """Take a place off the list."""
    waiting = open_proposals(commons_id)
    page = open_step("withdraw", commons_id, open_proposals=len(waiting))
    form = ExplainForm()

    def take() -> None:
        commons: Commons = page.shown["commons"]
        reason = form.reason.data or ""
        actions.take_off_list(commons, page.actor, form.seen, day_of(form), reason)

    return page.answer(form, take)


@pacts.route("/desk/pacts/<number>/place", methods=BOTH)
def locate(number: str) -> ResponseReturnValue:
    """Link a pact to the list of commons."""
    pact, seat = doors.pact_at_table(number)
    words = request.args.get("find", "")
    page: Any = StepPage(
        machine=PACT,
        step="locate",
        subject=pact,
        actor=doors.actor_for(seat, PACT.rows["locate"].by),
        facts=pact_facts(pact, text_of(pact)),
        name=f"{pact.number} · {pact.title}",
        back=url_for("pacts.show", number=number),
        shown={"words": words},
    )
    form = LocateForm(obj=pact)
    offer_commons(form, listed(words, keep=pact.commons_id))

    def take() -> None:
        actions.locate(pact, page.actor, form.seen, commons_by_id(form.commons_id.data))

    answer: ResponseReturnValue = page.answer(form, take, "commons/locate.html")
    return answer
