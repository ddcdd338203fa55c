"""The page of a dispute: its room for its own, what everyone may know for all others. Art. 33."""

from typing import Any

from flask import render_template

from pactregistry.conciliation.access import Place, place_in
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.closing.public import public_page
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import OPEN, dispute_by_number
from pactregistry.conciliation.rhythm import deadline_of, over_on
from pactregistry.conciliation.voices import voices
from pactregistry.config import settings
from pactregistry.documents.models import attachments_of
from pactregistry.journal import history
from pactregistry.people.current import account
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState


@conciliation.get("/disputes/<number>")
def show(number: str) -> str:
    """The private room of a dispute; who was named to sit reads what is needed to answer."""
    dispute = dispute_by_number(number)
    place = place_in(dispute, account())
    if place.in_room:
        return render_template("conciliation/show.html", **_shown(dispute, place))
    if place.member is not None:
        return render_template("conciliation/named.html", **_shown(dispute, place))
    return public_page(dispute)


def _shown(dispute: Dispute, place: Place) -> dict[str, Any]:
    state = DisputeState(dispute.state)
    roles = sorted(place.roles)
    rows = [row for role in roles for row in DISPUTE.open_to(state, role)]
    until, today = deadline_of(dispute), settings().today()
    room = {
        "entries": history(DISPUTE.name, dispute.id),
        "papers": attachments_of(DISPUTE.name, dispute.id),
        "steps": list(dict.fromkeys(row.step for row in rows)),
        "voices": voices(dispute, place),
        "is_open": state in OPEN,
        "until": until,
        "late": max(0, (today - until).days) if until is not None else 0,
        "over_on": over_on(dispute),
    }
    return {"dispute": dispute, "pact": dispute.pact, "place": place, "room": room}
