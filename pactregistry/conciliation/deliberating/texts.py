"""Who sits, which text is before the vote, how the votes stand. Art. 33(1), 33(2).

A seat has one voice: the vote of a member who has left it since is kept and counts no more.
"""

from collections.abc import Sequence

from sqlalchemy.exc import NoResultFound

from pactregistry.conciliation.models import Dispute, DisputeText, Draft, Member, MemberVote
from pactregistry.workflow.states_disputes import Chair, DisputeState, Effect


def seated(dispute: Dispute) -> list[Member]:
    """The members who said yes and sit, in the order of their seats."""
    sitting = [m for m in dispute.members if m.current and m.seated_on is not None]
    return sorted(sitting, key=lambda member: list(Chair).index(member.chair))


def draft_of(dispute: Dispute) -> Draft:
    """What the committee writes together; an empty one, not kept, before anybody began."""
    return dispute.draft or Draft(text="", effect=Effect.NOTHING, revision=0)


def before_vote(dispute: Dispute) -> DisputeText | None:
    """The text on which the members vote now."""
    standing = standing_text(dispute)
    return standing if dispute.state == DisputeState.SITTING else None


def voted_on(dispute: Dispute) -> DisputeText:
    """The same, where a step was found lawful that needs one.

    Raises:
        NoResultFound: no text is before the vote.
    """
    text = before_vote(dispute)
    if text is None:
        raise NoResultFound
    return text


def proposal_of(dispute: Dispute) -> DisputeText | None:
    """The text that became the committee's proposal."""
    standing = standing_text(dispute)
    return standing if standing is not None and standing.sha256 else None


def standing_text(dispute: Dispute) -> DisputeText | None:
    """The last text that was put to the vote, unless it was taken back."""
    last = dispute.texts[-1] if dispute.texts else None
    return None if last is None or last.taken_back else last


def vote_of(text: DisputeText | None, member: Member | None) -> MemberVote | None:
    """How a member voted on a text."""
    if text is None or member is None:
        return None
    return next((vote for vote in text.votes if vote.member_id == member.id), None)


def counted(dispute: Dispute, text: DisputeText | None) -> Sequence[MemberVote]:
    """The votes on a text of those who sit today."""
    votes = [vote_of(text, member) for member in seated(dispute)]
    return [vote for vote in votes if vote is not None]


def has_majority(dispute: Dispute, text: DisputeText | None) -> bool:
    """Whether more than half of a whole committee voted for a text: empty seats count."""
    in_favour = sum(vote.in_favour for vote in counted(dispute, text))
    return in_favour > len(Chair) / 2


def awaited(dispute: Dispute, text: DisputeText | None) -> list[Member]:
    """Who sits and has not voted on a text."""
    return [member for member in seated(dispute) if vote_of(text, member) is None]
