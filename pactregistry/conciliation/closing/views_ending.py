"""The City ends a pact that all parties to a dispute want ended. Art. 33(2), 5(2)b.

It is the same act as any end by the City: its reasons stand there already, and may be changed.
"""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.access import room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.closing.waiting_ends import end_awaited
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.languages import day
from pactregistry.pacts.life import actions_end
from pactregistry.pacts.life.forms import EndForm, offer
from pactregistry.pacts.life.speaking import TEMPLATE, open_step
from pactregistry.pacts.queries import signed_version
from pactregistry.people.step_page import day_of


@conciliation.route("/disputes/<number>/ending", methods=["GET", "POST"])
def end_pact(number: str) -> ResponseReturnValue:
    """End the pact as all parties agreed before the committee."""
    dispute, _place = room_of(number)
    if not end_awaited(dispute):
        raise NoResultFound
    opened = open_step("terminate", dispute.pact.number)
    page = opened.knowing(back=url_for("conciliation.show", number=number))
    form = EndForm()
    form.name_entries(_("Reason"))
    text = signed_version(page.pact)
    offer(form, text.end_causes if text else ())
    page.shown.update(minimum=settings().city.reason_minimum, negative=True)
    if request.method == "GET":
        form.texts[0].data = _prepared(dispute)

    def take() -> None:
        actions_end.terminate(
            page.pact, page.actor, form.seen, day_of(form), form.given(), form.cause.data or ""
        )

    return page.answer(form, take, TEMPLATE)


def _prepared(dispute: Dispute) -> str:
    """The reason in the City's language; it is public and tells nothing of what was disputed."""
    with force_locale(settings().city.language):
        prepared = _(
            "In dispute %(number)s the citizens, the City and all who took part accepted on %(day)s"
            " the proposal of the conciliation committee (Art. 33): by it this pact ends, by the"
            " will of both sides.",
            number=dispute.number,
            day=day(dispute.closed_on),
        )
        return str(prepared)
