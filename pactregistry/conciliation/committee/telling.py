"""The mails about the seats of a committee; none tells a name or what is disputed. Art. 33(1)."""

from collections.abc import Iterable

from pactregistry.conciliation import letters
from pactregistry.conciliation.committee.awaited import Wait, awaited
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.people.acting import Actor
from pactregistry.people.addressees import Addressee


def offer_seat(member: Member) -> None:
    """Ask somebody to sit, with a link to say yes or no; does not commit."""
    letters.write(letters.to_member(member), "dispute_seat_offered", member.dispute, member=member)


def tell_gone(member: Member) -> None:
    """Tell somebody that the seat is another's; does not commit."""
    letters.write(letters.to_member(member), "dispute_seat_gone", member.dispute)


def tell_all(dispute: Dispute, step: str, by: Actor, also: Iterable[Addressee] = ()) -> None:
    """Tell all others what happened and what is awaited of whom; does not commit.

    A secretary is told from when there is something to convene.
    """
    waits = awaited(dispute)
    complete = any(wait.what is Wait.CONVENE for wait in waits)
    convening = complete or dispute.secretary_id is not None
    to = [
        *letters.to_parties(dispute),
        *(letters.to_secretaries(dispute) if convening else ()),
        *also,
    ]
    others = letters.but(to, by.account_id)
    letters.write(others, "dispute_committee", dispute, step=step, waits=waits)
