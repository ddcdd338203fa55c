"""Groups: opened, joined, left, represented; their mandate kept. Art. 4(2)-(4)."""

from datetime import date, timedelta

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.models import Attachment
from pactregistry.documents.uploads import Upload
from pactregistry.notices import outbox
from pactregistry.people import limits
from pactregistry.people.models import Account, Group, Membership, account_by_email, lead_on
from pactregistry.workflow.states import ProposerKind

MANDATE = "mandate"


def open_group(actor: Account, *, name: str, kind: ProposerKind, purpose: str) -> Group:
    """Open a group that its opener represents until its members choose otherwise."""
    here = settings()
    group = Group(name=name, kind=kind, purpose=purpose, created_at=here.now())
    group.members = [
        Membership(account_id=actor.id, name=actor.name, is_lead=True, since=here.today())
    ]
    db.session.add(group)
    db.session.commit()
    return group


class MailFlood(Exception):
    """This person had as many people asked within the hour as one may."""


def add_member(group: Group, *, name: str, email: str) -> Membership:
    """Add a member by name; the owner of an address is asked, and linked once they say yes.

    Whoever adds them does not learn whether the address has an account.

    Raises:
        MailFlood: too many addresses were given in a short time.
    """
    here = settings()
    if email:
        lead = lead_on(group.id, here.today())
        key = f"asked to join by {lead.account_id if lead else None}"
        if not limits.is_within(key, limits.ASKED, limits.ASKED_WITHIN):
            raise MailFlood
        limits.note(key)
    member = Membership(group_id=group.id, name=name, asked_email=email.lower(), since=here.today())
    db.session.add(member)
    known = account_by_email(email) if email else None
    if known is not None and known.confirmed_at is not None:
        link = f"{here.base_url}/me"
        outbox.queue(known.email, known.language, "named_as_member", group=group, link=link)
    db.session.commit()
    return member


def answer_membership(actor: Account, member: Membership, *, accepted: bool) -> None:
    """Link a member with the account that was asked, or leave the name alone on the list."""
    member.asked_email = ""
    if accepted:
        member.account_id = actor.id
    db.session.commit()


def end_membership(member: Membership) -> None:
    """Let a member leave: yesterday was the last day, or the row goes if there was none."""
    today = settings().today()
    if member.since == today:
        db.session.delete(member)
    else:
        member.until = today - timedelta(days=1)
    db.session.commit()


def hand_over(group: Group, member: Membership, since: date) -> None:
    """Let another member represent the group from a day on; both periods stay on record.

    Does not commit: the room that holds the group's files asks the members and takes them along.
    """
    before = lead_on(group.id, since)
    if before is not member:
        if before is not None:
            _continue(before, since, is_lead=False)
        _continue(member, since, is_lead=True)


def keep_mandate(actor: Account, group: Group, upload: Upload) -> Attachment:
    """Keep the signed minutes by which the members chose their representative."""
    kept = attach(
        upload,
        ("group", group.id),
        MANDATE,
        added_at=settings().now(),
        added_by_id=actor.id,
    )
    db.session.commit()
    return kept


def _continue(member: Membership, since: date, *, is_lead: bool) -> None:
    if member.since >= since:
        member.is_lead = is_lead
        return
    db.session.add(
        Membership(
            group_id=member.group_id,
            account_id=member.account_id,
            name=member.name,
            is_lead=is_lead,
            since=since,
        )
    )
    member.until = since - timedelta(days=1)
