"""The page on which the office links a proposal to the list of commons. Art. 10(6), 10(7)."""

from flask import request
from flask.typing import ResponseReturnValue

from pactregistry.commons.forms_commons import LocateForm, offer_commons
from pactregistry.commons.inventory.queries import commons_by_id, listed
from pactregistry.proposals.actions_placing import locate as take_link
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.opening import open_step


@proposals.route("/desk/proposals/<number>/place", methods=["GET", "POST"])
def locate(number: str) -> ResponseReturnValue:
    """Choose the entry of the list that a proposal is about."""
    words = request.args.get("find", "")
    page = open_step("locate", number, {"words": words})
    form = LocateForm(obj=page.proposal)
    offer_commons(form, listed(words, keep=page.proposal.commons_id))

    def take() -> None:
        take_link(page.proposal, page.actor, form.seen, commons_by_id(form.commons_id.data))

    return page.answer(form, take, "commons/locate.html")
