"""Comments: written, edited, answered, reported, hidden with a category. Art. 11(5), 3(1)b."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.acting import Actor, Day
from pactregistry.people.addressees import Addressee, desk, write
from pactregistry.people.models import Account
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.comment_rules import (
    CommentFlood,
    obstacles_to_answering,
    obstacles_to_editing,
    obstacles_to_objecting,
    obstacles_to_recording,
    obstacles_to_writing,
    stop_at,
)
from pactregistry.proposals.comment_words import OPPOSITION
from pactregistry.proposals.models import Comment, CommentReport, Proposal
from pactregistry.proposals.reading import comments_by_since, has_reported, unsigned_reports_since

# Technical limits against floods, not terms of the regulation.
COMMENTS_AT_ONCE = 5
UNSIGNED_REPORTS_AT_ONCE = 20
FLOOD_SPAN = timedelta(minutes=10)


@dataclass(frozen=True)
class Words:
    """What somebody says, and whether it observes, shows harm or contributes. Art. 11(5)."""

    kind: str
    text: str


def write_comment(
    proposal: Proposal, author: Account, words: Words, parent: Comment | None = None
) -> Comment:
    """Add a comment or a reply under the author's public name.

    Raises:
        Unlawful: the window is not open, or there is no public name.
        CommentFlood: too many in a short time.
    """
    stop_at("comment", obstacles_to_writing(proposal, author, words.text, parent))
    now = settings().now()
    if comments_by_since(author.id, now - FLOOD_SPAN) >= COMMENTS_AT_ONCE:
        raise CommentFlood
    comment = Comment(
        proposal=proposal,
        # One level: a reply to a reply stands in the same conversation.
        parent_id=None if parent is None else parent.parent_id or parent.id,
        author_id=author.id,
        public_name=author.public_name.strip(),
        kind=words.kind,
        text=words.text.strip(),
        written_at=now,
        awaits_moderation=settings().city.switches["moderate_before"],
    )
    db.session.add(comment)
    db.session.flush()
    if comment.awaits_moderation:
        write(desk(), "comment_to_read", proposal=proposal, comment=comment)
    _tell_of_opposition(comment)
    db.session.commit()
    return comment


def edit_comment(comment: Comment, author: Account, words: Words) -> None:
    """Change one's own comment until somebody has replied and while the window is open."""
    stop_at("edit_comment", obstacles_to_editing(comment, author, words.text))
    comment.kind = words.kind
    comment.text = words.text.strip()
    comment.edited_at = settings().now()
    comment.awaits_moderation = settings().city.switches["moderate_before"]
    db.session.commit()


def record_comment(
    proposal: Proposal, actor: Actor, day: Day, words: Words, *, public_name: str, document: str
) -> Comment:
    """Record a comment that came on paper; the day on which it came counts. Art. 11(5), 3(1)h."""
    stop_at("record_comment", obstacles_to_recording(proposal, day, words.text, public_name))
    comment = Comment(
        proposal=proposal,
        public_name=public_name.strip(),
        kind=words.kind,
        text=words.text.strip(),
        written_at=settings().now(),
        received_on=day.occurred_on,
        entered_by_id=actor.account_id,
        source_document=document.strip(),
    )
    db.session.add(comment)
    _tell_of_opposition(comment)
    db.session.commit()
    return comment


def answer_comment(comment: Comment, actor: Actor, text: str) -> Comment:
    """Answer for the office, also after the window has closed; its author is told."""
    stop_at("answer_comment", obstacles_to_answering(comment, text))
    answer = Comment(
        proposal=comment.proposal,
        parent_id=comment.id,
        author_id=actor.account_id,
        public_name="",  # an office answers, not a person
        kind=comment.kind,
        text=text.strip(),
        written_at=settings().now(),
        is_answer=True,
    )
    db.session.add(answer)
    write(_author(comment), "comment_answered", comment=comment, answer=text.strip())
    db.session.commit()
    return answer


def report_comment(comment: Comment, account: Account | None, reason: str) -> None:
    """Tell the office that a comment should not stand; a second report by one person adds nothing.

    Raises:
        CommentFlood: too many reports by people who are not signed in.
    """
    now = settings().now()
    if account is None and unsigned_reports_since(now - FLOOD_SPAN) >= UNSIGNED_REPORTS_AT_ONCE:
        raise CommentFlood
    if account is not None and has_reported(comment.id, account.id):
        return
    account_id = None if account is None else account.id
    db.session.add(
        CommentReport(
            comment_id=comment.id, account_id=account_id, reason=reason.strip(), reported_at=now
        )
    )
    comment.reports += 1
    write(desk(), "comment_reported", comment=comment, reason=reason.strip())
    db.session.commit()


def hide_comment(comment: Comment, actor: Actor, category: str, *, at: datetime) -> None:
    """Take a comment from the page with a category; its author is told and may object."""
    comment.hidden_category = category
    comment.hidden_at = at
    comment.hidden_by_id = actor.account_id
    comment.objection = ""
    comment.awaits_moderation = False
    write(_author(comment), "comment_hidden", comment=comment)
    db.session.commit()


def show_comment(comment: Comment) -> None:
    """Put a comment on the page: after reading it first, or after an objection."""
    comment.hidden_category = ""
    comment.hidden_at = None
    comment.hidden_by_id = None
    if comment.awaits_moderation:
        comment.awaits_moderation = False
        _tell_of_opposition(comment)
    write(_author(comment), "comment_shown", comment=comment)
    db.session.commit()


def object_to_hiding(comment: Comment, author: Account, objection: str) -> None:
    """Object to the hiding of one's own comment; the office looks again."""
    stop_at("object", obstacles_to_objecting(comment, author, objection))
    comment.objection = objection.strip()
    write(desk(), "comment_objection", comment=comment)
    db.session.commit()


def _tell_of_opposition(comment: Comment) -> None:
    if comment.kind != OPPOSITION or comment.awaits_moderation:
        return
    proposal = comment.proposal
    write([*desk(), *author_of(proposal)], "opposition_arrived", proposal=proposal, comment=comment)


def _author(comment: Comment) -> list[Addressee]:
    if comment.author_id is None:
        return []
    account = db.session.get_one(Account, comment.author_id)
    return [Addressee(account.email, account.language)]
