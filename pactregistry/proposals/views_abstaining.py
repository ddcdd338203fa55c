"""The page on which an officer steps aside. Art. 10(1)."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from pactregistry.people.forms_day import AbstentionForm
from pactregistry.proposals import actions_abstaining as actions
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.opening import open_step


@proposals.route("/desk/proposals/<number>/abstention", methods=["GET", "POST"])
def abstain(number: str) -> ResponseReturnValue:
    """Step aside on a file."""
    page = open_step("abstain", number)
    form = AbstentionForm()
    before = page.proposal.version

    def take() -> None:
        actions.abstain(page.proposal, page.actor, form.seen, form.reason.data or "")

    answer = page.answer(form, take, "proposals/office/step.html")
    # The file is no longer this officer's to open.
    moved = page.proposal.version != before
    return redirect(url_for("proposals.desk")) if moved else answer
