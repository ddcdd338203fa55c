"""What an answer to a call knows from its first moment: the call, its commons. Art. 11(1)a."""

from typing import Any

from pactregistry.commons.calls.models import Call
from pactregistry.proposals.actions_draft import Start
from pactregistry.proposals.placing import known_of
from pactregistry.workflow.states import Track


def start_of(call: Call, form: Any) -> Start:
    """The first answers, with what call and commons say already; the author may change it."""
    chosen = form.commons.data if "commons" in form else None
    commons = next((one for one in call.commons if one.id == chosen), None)
    known: dict[str, Any] = {"call_id": call.id, "theme": call.theme, "district": call.district}
    if commons is not None:
        known |= known_of(commons)
    return Start(
        intensity=form.intensity.data,
        proposer_kind=form.proposer_kind.data,
        works=form.works.data,
        money=form.money.data,
        risk=form.risk.data,
        known=known,
        track=Track.CALL,
    )
