"""The page of a dispute: its room for its own, what everyone may know for all others. Art. 33."""

from typing import Any

from flask import render_template
from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.access import Place, place_in
from pactregistry.conciliation.blueprint import conciliation
from pactregistry.conciliation.models import Dispute
from pactregistry.conciliation.queries import dispute_by_number
from pactregistry.conciliation.voices import voices
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
    raise NoResultFound


def _shown(dispute: Dispute, place: Place) -> dict[str, Any]:
    state = DisputeState(dispute.state)
    roles = sorted(place.roles)
    rows = [row for role in roles for row in DISPUTE.open_to(state, role)]
    room = {
        "entries": history(DISPUTE.name, dispute.id),
        "papers": attachments_of(DISPUTE.name, dispute.id),
        "steps": list(dict.fromkeys(row.step for row in rows)),
        "voices": voices(dispute, place),
    }
    return {"dispute": dispute, "pact": dispute.pact, "place": place, "room": room}
