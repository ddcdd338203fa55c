"""What stands against a comment, a reply, an edit or an answer, and what to do. Art. 11(5)."""

from pactregistry.people.acting import Day
from pactregistry.people.models import Account
from pactregistry.proposals.comments_window import Window, window_of
from pactregistry.proposals.models import Comment, Proposal
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import CLOSED
from pactregistry.workflow.states import Role


class CommentFlood(Exception):
    """Too many in a short time: wait some minutes."""


def stop_at(step: str, obstacles: list[Obstacle]) -> None:
    """Refuse with all that stands against it.

    Raises:
        Unlawful: something does.
    """
    if obstacles:
        raise Unlawful("comment", step, tuple(obstacles))


def obstacles_to_writing(
    proposal: Proposal, author: Account, text: str, parent: Comment | None = None
) -> list[Obstacle]:
    """What stands against a comment or reply now."""
    found = _window(proposal) + _words(text)
    if not author.public_name.strip():
        found.append(
            _against(
                "public_name",
                N_("Your profile has no public name, and comments are signed."),
                N_("Choose a public name on your profile: it may be other than your own."),
            )
        )
    if parent is not None and (parent.hidden_category or parent.awaits_moderation):
        found.append(
            _against(
                "parent_gone",
                N_("The comment that you reply to is not public."),
                N_("Write a comment of its own instead."),
            )
        )
    return found


def obstacles_to_editing(comment: Comment, author: Account, text: str) -> list[Obstacle]:
    """What stands against changing one's own comment."""
    found = _window(comment.proposal) + _words(text)
    if comment.author_id != author.id or comment.is_answer:
        found.append(
            _against(
                "own_comment",
                N_("Only its author changes a comment."),
                N_("Reply to it, or report it if it should not stand."),
            )
        )
    if comment.hidden_category:
        found.append(
            _against(
                "hidden",
                N_("This comment was hidden by the office."),
                N_("Object to the hiding, or write a new comment without what was hidden."),
            )
        )
    if any(other.parent_id == comment.id for other in comment.proposal.comments):
        found.append(
            _against(
                "replied",
                N_("Somebody has replied: what they replied to stays as it was."),
                N_("Add a reply that says what you would change."),
            )
        )
    return found


def obstacles_to_recording(
    proposal: Proposal, day: Day, text: str, public_name: str
) -> list[Obstacle]:
    """What stands against recording a comment that came on paper: its own day counts."""
    since, until = proposal.comments_from, proposal.comments_until
    found = _words(text)
    if since is None or until is None or not since <= day.occurred_on <= until:
        found.append(
            _against(
                "outside_window",
                N_("On that day the comment window was not open."),
                N_("Enter the day on which the paper came; a late one stays in the registry."),
                Role.DESK,
            )
        )
    if not public_name.strip():
        found.append(
            _against(
                "public_name",
                N_("A name is missing under which the comment appears."),
                N_("Ask its author, or write initials."),
                Role.DESK,
            )
        )
    return found


def obstacles_to_answering(comment: Comment, text: str) -> list[Obstacle]:
    """What stands against an answer of the office."""
    found = _words(text)
    if comment.proposal.state in CLOSED:
        found.append(
            _against(
                "file_ended",
                N_("The file has ended."),
                N_("Answers are given before the decision; write to the author of the comment."),
                Role.DESK,
            )
        )
    return found


def obstacles_to_objecting(comment: Comment, author: Account, text: str) -> list[Obstacle]:
    """What stands against an objection to a hiding."""
    found = _words(text)
    if comment.author_id != author.id or not comment.hidden_category:
        found.append(
            _against(
                "nothing_hidden",
                N_("There is no hidden comment of yours here."),
                N_("Nothing is left to do."),
            )
        )
    return found


def _window(proposal: Proposal) -> list[Obstacle]:
    window = window_of(proposal)
    if window is Window.OPEN:
        return []
    message = {
        Window.NONE: N_("Comments have not been opened on this proposal."),
        Window.SCHEDULED: N_("Comments open on %(since)s."),
        Window.CLOSED: N_("Comments have closed."),
    }[window]
    remedy = N_("Write to the office: it reads you, but outside the term it need not answer.")
    details = {"since": proposal.comments_from}
    return [
        Obstacle(
            "window_open",
            cite("11(5)"),
            binds=True,
            message=message,
            remedy=remedy,
            mender=Role.DESK,
            details=details,
        )
    ]


def _words(text: str) -> list[Obstacle]:
    if text.strip():
        return []
    return [_against("words", N_("There is no text."), N_("Write what you want to say."))]


def _against(name: str, message: str, remedy: str, mender: Role = Role.CITIZEN) -> Obstacle:
    return Obstacle(
        name, cite("11(5)", "3(1)b"), binds=True, message=message, remedy=remedy, mender=mender
    )
