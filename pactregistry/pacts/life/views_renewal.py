"""Pages on which either side asks for a renewal and opens the new pact. Art. 30(8)."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.life import actions_renewal as actions
from pactregistry.pacts.life.forms import OwnWordForm
from pactregistry.pacts.life.speaking import TEMPLATE, open_step
from pactregistry.pacts.models import Pact

BOTH = ["GET", "POST"]


@pacts.route("/pacts/<number>/renewal-request", methods=BOTH)
def ask_renewal(number: str) -> ResponseReturnValue:
    """Tell the other side that one's own would go on."""
    page = open_step("ask_renewal", number)
    form = OwnWordForm()

    def take() -> None:
        actions.ask(page.pact, page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take, TEMPLATE)


@pacts.route("/pacts/<number>/renewal", methods=BOTH)
def renew(number: str) -> ResponseReturnValue:
    """Open the pact that renews this one."""
    page = open_step("renew", number)
    page.shown["regulation"] = in_language(settings().pack.title)
    form = OwnWordForm()
    opened: list[Pact] = []

    def take() -> None:
        opened.append(actions.renew(page.pact, page.actor, form.seen, form.reason.data or ""))

    answer = page.answer(form, take, TEMPLATE)
    if not opened:
        return answer
    flash(_("The text of the pact that it renews is copied: read it and change what you like."))
    return redirect(url_for("pacts.codesign", number=opened[0].number))
