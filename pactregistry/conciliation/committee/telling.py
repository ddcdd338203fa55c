"""The mails about the seats of a committee; none tells a name or what is disputed. Art. 33(1)."""

from collections.abc import Iterable, Sequence

from pactregistry.conciliation import letters
from pactregistry.conciliation.committee.awaited import Awaited, Wait, awaited
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.people.acting import Actor
from pactregistry.people.addressees import Addressee
from pactregistry.workflow.states_disputes import DisputeState


def offer_seat(member: Member) -> None:
    """Ask somebody to sit, with a link to say yes or no; does not commit."""
    letters.write(letters.to_member(member), "dispute_seat_offered", member.dispute, member=member)


def tell_gone(member: Member) -> None:
    """Tell somebody that the seat is another's; does not commit."""
    letters.write(letters.to_member(member), "dispute_seat_gone", member.dispute)


def tell_all(
    dispute: Dispute,
    step: str,
    by: Actor,
    stood: Sequence[Awaited],
    also: Iterable[Addressee] = (),
) -> None:
    """Tell others what happened and what is awaited of them and of whom else; does not commit.

    While a committee is being formed, those of whom more is awaited now than what `stood` before
    the act, and parties on paper, who read no room; while it sits, all, with `also`.
    """
    waits = awaited(dispute)
    theirs = {wait: wait.to(dispute) for wait in waits}
    if dispute.state == DisputeState.REQUESTED:
        # Who is offered a seat has a mail of its own.
        new = (wait for wait in waits if wait.what is not Wait.SAY_YES and wait not in stood)
        asked = [who for wait in new for who in theirs[wait]]
        to = [*asked, *letters.on_paper(dispute)]
    else:
        to = [*letters.to_parties(dispute), *letters.to_secretaries(dispute), *also]
    for who in dict.fromkeys(letters.but(to, by.account_id)):
        own = [wait for wait in waits if who in theirs[wait]]
        others = [wait for wait in waits if wait not in own]
        letters.write([who], "dispute_committee", dispute, step=step, own=own, others=others)
