"""The sheet on risks to read and confirm, and stepping aside. Art. 10(1), 31(1), 31(2)."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from pactregistry.config import settings
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.conditions import actions_people as actions
from pactregistry.pacts.conditions.risk_sheet import sheet_of, who_read
from pactregistry.pacts.life.speaking import TEMPLATE, open_step
from pactregistry.pacts.queries import account_of, latest_version, signed_version
from pactregistry.people.forms_day import AbstentionForm, SeenForm

BOTH = ["GET", "POST"]


@pacts.route("/pacts/<number>/risks", methods=BOTH)
def confirm_risks(number: str) -> ResponseReturnValue:
    """Read the sheet on risks and say so; the parties see who has."""
    page = open_step("confirm_risks", number)
    pact = page.pact
    text = signed_version(pact) or latest_version(pact)
    read = who_read(pact)
    page.shown.update(
        sheet=sheet_of(text, settings().packs[pact.pack_id]),
        mine=page.actor.account_id in read,
        readers=[found.name for found in map(account_of, read) if found is not None],
    )
    form = SeenForm()

    def take() -> None:
        actions.confirm_risks(pact, page.actor, form.seen)

    return page.answer(form, take, "pacts/conditions/risks.html")


@pacts.route("/pacts/<number>/abstention", methods=BOTH)
def abstain(number: str) -> ResponseReturnValue:
    """Step aside on a pact."""
    page = open_step("abstain", number)
    form = AbstentionForm()
    before = page.pact.version

    def take() -> None:
        actions.abstain(page.pact, page.actor, form.seen, form.reason.data or "")

    answer = page.answer(form, take, TEMPLATE)
    # The file is no longer this officer's to open.
    moved = page.pact.version != before
    return redirect(url_for("pacts.desk_list")) if moved else answer
