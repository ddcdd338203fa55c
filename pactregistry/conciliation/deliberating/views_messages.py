"""The page on which a message is written in the room of a dispute. Art. 33(1)."""

from http import HTTPStatus

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.conciliation.access import room_of
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.deliberating import actions_messages as actions
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.deliberating.forms import ALL, MessageForm
from pactregistry.conciliation.deliberating.steps import BOTH
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.step_pages import room_page
from pactregistry.people.current import signed_in
from pactregistry.reports.oversight.opening import AT_ONCE, Flood
from pactregistry.workflow.engine import Obstacle, Unlawful


@conciliation.route("/disputes/<number>/messages", methods=BOTH)
def write_message(number: str) -> ResponseReturnValue:
    """Write to all in the room, or to the committee alone."""
    dispute, place = room_of(number)
    form = MessageForm()
    alone = form.to_committee.data not in {None, ALL}
    if not (alone or texts.seated(dispute)):
        del form.to_committee
    if not form.is_submitted():
        return _page(dispute, form, ())
    if not form.validate():
        return _page(dispute, form, ()), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        message = actions.write(dispute, signed_in(), place, form.text.data or "", alone=alone)
    except Unlawful as refusal:
        return _page(dispute, form, refusal.obstacles), HTTPStatus.CONFLICT
    except Flood:
        form.text.errors = [
            _("You wrote %(count)s messages just now: try again in ten minutes.", count=AT_ONCE)
        ]
        return _page(dispute, form, ()), HTTPStatus.TOO_MANY_REQUESTS
    flash(_("Your message stands in the room. Who may read it was told by mail."), "success")
    return redirect(f"{room_page(dispute)}#message-{message.id}")


def _page(dispute: Dispute, form: MessageForm, against: tuple[Obstacle, ...]) -> str:
    return render_template(
        "conciliation/deliberating/message.html",
        dispute=dispute,
        form=form,
        against=against,
        back=room_page(dispute),
    )
