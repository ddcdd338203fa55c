"""The page on which a pact ends as all parties to a dispute agreed. Art. 33(2), 5(2)b."""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.access import room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.closing import actions_pact
from pactregistry.conciliation.closing.waiting_ends import end_awaited
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.languages import day
from pactregistry.pacts.life.speaking import open_step
from pactregistry.people.forms_day import ExplainForm
from pactregistry.people.step_page import day_of


@conciliation.route("/disputes/<number>/ending", methods=["GET", "POST"])
def end_pact(number: str) -> ResponseReturnValue:
    """End the pact as all parties agreed before the committee; its reason stands there already."""
    dispute, _place = room_of(number)
    if not end_awaited(dispute):
        raise NoResultFound
    opened = open_step("end_as_agreed", dispute.pact.number, dispute=dispute)
    page = opened.knowing(back=url_for("conciliation.show", number=number), end_agreed=True)
    form = ExplainForm()
    if request.method == "GET":
        form.reason.data = _prepared(dispute)

    def take() -> None:
        said = form.reason.data or ""
        actions_pact.end_as_agreed(dispute, page.actor, form.seen, day_of(form), said)

    return page.answer(form, take, "conciliation/closing/ending.html")


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
