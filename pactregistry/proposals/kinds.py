"""What a file's own regulation makes of it: kind of pact, terms, oppositions. Art. 6(1), 11."""

from datetime import date

from pactregistry.config import settings
from pactregistry.proposals.facts import days_of, pack_of, term_of
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.procedure import CommentDays, CommentEffect

APPROVAL = "approval"  # the term after publication, where a text sets one


def set_by_text(pack: Pack, key: str, kind: str = "") -> int | None:
    """The days of a term that the text itself sets; None where the office announces them."""
    term = settings().city.term(pack, key, kind)
    return term.value if term.source == "statute" else None


def clock_days(proposal: Proposal) -> int | None:
    """The days of the file's clock: as announced, before that as the text sets them. Art. 11(4)."""
    if proposal.announced_days is not None:
        return proposal.announced_days
    return set_by_text(pack_of(proposal), "inquiry")


def comment_days(proposal: Proposal, typed: int, *, weighty: bool) -> int:
    """The days for comments: of the text for the file's kind, else those typed. Art. 11(5)."""
    pack = pack_of(proposal)
    longer = pack.procedure.weighty_comments
    days = set_by_text(pack, longer if weighty and longer else "comments", proposal.pact_kind)
    return typed if days is None else days


def whole_days(proposal: Proposal, inquiry: int | None, comments: int) -> int | None:
    """The days from receipt to acceptance; publication and approval may come on top. Art. 11(4)."""
    pack = pack_of(proposal)
    if inquiry is None or pack.procedure.comments is CommentDays.WITHIN:
        return inquiry
    return inquiry + comments + (days_of(proposal, APPROVAL) if APPROVAL in pack.terms else 0)


def approval_until(proposal: Proposal) -> date | None:
    """The last day for who approves after publication; None where the text sets no such term."""
    if proposal.comments_until is None or APPROVAL not in pack_of(proposal).terms:
        return None
    term = term_of(proposal, APPROVAL)
    return last_day(proposal.comments_until, term.value or 0, term.unit)


def may_oppose(proposal: Proposal) -> bool:
    """Whether third parties may oppose, and not only observe. Art. 11(5)."""
    return pack_of(proposal).procedure.comment_effect is CommentEffect.OPPOSE
