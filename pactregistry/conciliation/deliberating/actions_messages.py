"""Messages in the room of a dispute: to all, or to the committee alone. Art. 33(1).

A message is no step: it moves nothing and no journal tells it. The mail on it tells that there is
one, never what it says.
"""

from collections.abc import Mapping
from typing import Final

from pactregistry.conciliation import letters
from pactregistry.conciliation.access import Place
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.deliberating.queries import written_since
from pactregistry.conciliation.models import Dispute, Message
from pactregistry.conciliation.queries import OPEN
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.people.addressees import Addressee
from pactregistry.people.models import Account
from pactregistry.reports.oversight.opening import stop_a_flood
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Side

MEMBER = "member"
SECRETARY = "secretary"
SPEAKERS: Final[Mapping[str, str]] = {
    Side.CITIZENS: N_("for the citizens of the pact"),
    Side.CITY: N_("for the City"),
    Side.THIRD: N_("third party"),
    MEMBER: N_("member of the committee"),
    SECRETARY: N_("secretary"),
}
OVER = Obstacle(
    "room_open",
    cite("33(1)"),
    binds=True,
    message=N_("This attempt at conciliation is over: nothing more is written in its room."),
    remedy=N_(
        "What was written stays here to be read. Keep your words and write to them directly."
    ),
    mender=Role.CITIZEN,
)
NOTHING_SAID = Obstacle(
    "message_written",
    cite("33(1)"),
    binds=True,
    message=N_("The message is empty."),
    remedy=N_("Write what the others should know."),
    mender=Role.CITIZEN,
)
NOBODY_SITS = Obstacle(
    "committee_there",
    cite("33(1)"),
    binds=True,
    message=N_("Nobody sits on the committee any more: none of its members would read this."),
    remedy=N_("Write to all in the room, or keep your words until somebody sits again."),
    mender=Role.CITIZEN,
)


def speaks_as(place: Place) -> str:
    """As what somebody writes in a room."""
    if place.side is not None:
        return place.side
    return MEMBER if place.sits else SECRETARY


def write(dispute: Dispute, author: Account, place: Place, text: str, *, alone: bool) -> Message:
    """Write a message to all in the room, or to the committee `alone`.

    Raises:
        Unlawful: the attempt is over, nothing is said, or nobody is there to read it.
        Flood: this person wrote many in a short time.
    """
    lock(dispute)
    found = tuple(against(dispute, text, alone=alone))
    if found:
        raise Unlawful(DISPUTE.name, "message", found)
    stop_a_flood(author.id, written_since)
    message = Message(
        dispute_id=dispute.id,
        author_id=author.id,
        speaks_as=speaks_as(place),
        to_committee=alone,
        text=text.strip(),
        written_at=settings().now(),
    )
    db.session.add(message)
    others = letters.but(_readers(dispute, alone=alone), author.id)
    letters.write(others, "dispute_message", dispute)
    db.session.commit()
    return message


def against(dispute: Dispute, text: str, *, alone: bool) -> list[Obstacle]:
    """What stands against one more message."""
    known = {
        OVER: dispute.state not in OPEN,
        # Never to all instead: the form was opened while somebody sat.
        NOBODY_SITS: alone and not texts.seated(dispute),
        NOTHING_SAID: not text.strip(),
    }
    return [obstacle for obstacle, stands in known.items() if stands]


def _readers(dispute: Dispute, *, alone: bool) -> list[Addressee]:
    committee = letters.to_committee(dispute)
    if alone:
        return committee
    return [*letters.to_parties(dispute), *committee, *letters.to_secretaries(dispute)]
