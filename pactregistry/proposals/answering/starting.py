"""What an answer to a call knows from its first moment: the call, its commons. Art. 11(1)a."""

from typing import Any

from pactregistry.commons.calls.models import Call
from pactregistry.commons.inventory.models import Commons
from pactregistry.proposals.actions_draft import Start
from pactregistry.workflow.states import OwnerKind, Track


def start_of(call: Call, form: Any) -> Start:
    """The first answers, with what call and commons say already; the author may change it."""
    chosen = form.commons.data if "commons" in form else None
    commons = next((one for one in call.commons if one.id == chosen), None)
    known: dict[str, Any] = {"call_id": call.id, "theme": call.theme, "district": call.district}
    if commons is not None:
        known |= told_by(commons)
    return Start(
        intensity=form.intensity.data,
        proposer_kind=form.proposer_kind.data,
        works=form.works.data,
        money=form.money.data,
        risk=form.risk.data,
        known=known,
        track=Track.CALL,
    )


def told_by(commons: Commons) -> dict[str, Any]:
    """What the inventory knows of a commons, by the columns of a proposal."""
    return {
        "commons_id": commons.id,
        "commons_kind": commons.kind,
        "place_name": commons.name,
        "district": commons.district,
        "longitude": commons.longitude,
        "latitude": commons.latitude,
        "heritage_protected": commons.heritage_protected,
        "private_owner": commons.owner_kind in (OwnerKind.PRIVATE, OwnerKind.PUBLIC_BODY),
    }
