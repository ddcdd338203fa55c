"""A member votes on the text that was shown, by name, with the words against it. Art. 33(1)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import NoResultFound

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.access import Place
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.deliberating.facts import excluded_now, facts_on
from pactregistry.conciliation.models import Dispute, MemberVote
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.journal import Stale
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states_disputes import DisputeState


@dataclass(frozen=True)
class Voice:
    """A vote as it was given: on which text, how, with which words, how the person was known.

    `password_at` is when the password was typed.
    """

    seen: int
    digest_shown: str
    in_favour: bool
    dissent: str
    evidence: str
    password_at: datetime | None = None


def vote(dispute: Dispute, by: tuple[Actor, Place], voice: Voice) -> None:
    """Record a member's vote; the same one again, as by a second click, changes nothing.

    The others may vote at the same time: the digest of the text decides, not the file's version.

    Raises:
        Unlawful: no text is before the vote, this member voted on it already or may not sit now.
        Stale: the text before the vote is not the one that was shown.
    """
    actor, place = by
    lock(dispute)
    given = texts.vote_of(texts.before_vote(dispute), place.member)
    said = voice.dissent.strip()
    if given is not None and (given.in_favour, given.dissent) == (voice.in_favour, said):
        return
    facts = facts_on(dispute, place, actor, excluded_as=excluded_now(place))
    step = DISPUTE.take("vote", DisputeState(dispute.state), actor.role, facts)
    text = texts.voted_on(dispute)
    if place.member is None:
        raise NoResultFound
    if text.digest != voice.digest_shown:
        raise Stale(DISPUTE.name, dispute, voice.seen)
    text.votes.append(
        MemberVote(
            member_id=place.member.id,
            in_favour=voice.in_favour,
            dissent=said,
            voted_at=settings().now().replace(microsecond=0),
            evidence=voice.evidence,
            password_at=voice.password_at,
        )
    )
    told = {"text": text.ordinal, "digest": text.digest, "in_favour": voice.in_favour}
    journal.record(dispute, step, act(actor, today(), private=told))
    if not texts.awaited(dispute, text):
        letters.write(letters.to_committee(dispute), "dispute_voted", dispute)
    db.session.commit()
