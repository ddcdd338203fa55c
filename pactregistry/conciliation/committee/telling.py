"""The mails about the seats of a committee; none tells a name or what is disputed. Art. 33(1)."""

from collections.abc import Iterable

from pactregistry.conciliation import letters
from pactregistry.conciliation.committee.awaited import awaited
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.people.addressees import Addressee


def offer_seat(member: Member) -> None:
    """Ask somebody to sit, with a link to say yes or no; does not commit."""
    letters.write(letters.to_member(member), "dispute_seat_offered", member.dispute, member=member)


def tell_gone(member: Member) -> None:
    """Tell somebody that the seat is another's; does not commit."""
    letters.write(letters.to_member(member), "dispute_seat_gone", member.dispute)


def tell_all(dispute: Dispute, step: str, also: Iterable[Addressee] = ()) -> None:
    """Tell parties and secretaries what happened and what is awaited of whom; does not commit."""
    to = [*letters.to_parties(dispute), *letters.to_secretaries(dispute), *also]
    letters.write(to, "dispute_committee", dispute, step=step, waits=awaited(dispute))
