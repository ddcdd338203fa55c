"""What the room of a dispute shows of the committee's work, to whom. Art. 33(1), 33(2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask

from pactregistry.conciliation.access import Place
from pactregistry.conciliation.committee.words import SEATS
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.deliberating.actions_messages import SPEAKERS
from pactregistry.conciliation.deliberating.queries import messages_for
from pactregistry.conciliation.models import Dispute, DisputeText, Member, MemberVote, Message
from pactregistry.conciliation.words import EFFECTS, SIDES
from pactregistry.people.current import account
from pactregistry.workflow.states_disputes import DisputeState


@dataclass(frozen=True)
class Deliberation:
    """The committee's text as one reader may see it: the draft and open votes are the members'."""

    before_vote: DisputeText | None
    proposal: DisputeText | None
    votes: Sequence[tuple[Member, MemberVote | None]]
    mine: MemberVote | None
    writes: bool
    earlier: Sequence[DisputeText]


def init_app(app: Flask) -> None:
    """Give the room's templates what they show."""
    for shown in (deliberation_of, messages_in):
        app.add_template_global(shown)
    app.jinja_env.globals.update(
        in_dispute={"sides": SIDES, "chairs": SEATS, "effects": EFFECTS},
        speakers_in_dispute=SPEAKERS,
    )


def deliberation_of(dispute: Dispute, place: Place) -> Deliberation:
    """What a reader in the room sees of text and votes."""
    proposal = texts.proposal_of(dispute)
    open_text = texts.before_vote(dispute) if place.sits else None
    shown = proposal or open_text
    return Deliberation(
        before_vote=open_text,
        proposal=proposal,
        votes=[(m, texts.vote_of(shown, m)) for m in texts.seated(dispute)] if shown else [],
        mine=texts.vote_of(shown, place.member),
        writes=place.sits and dispute.state == DisputeState.SITTING and open_text is None,
        earlier=[text for text in dispute.texts if text.taken_back] if place.sits else [],
    )


def messages_in(dispute: Dispute, place: Place) -> Sequence[Message]:
    """The messages that the person at the page may read."""
    person = account()
    return () if person is None else messages_for(dispute, place, person.id)
