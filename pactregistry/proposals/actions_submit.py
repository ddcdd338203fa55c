"""The author sends the proposal: numbered, received, told to the office. Art. 3(1)b, 11(1)."""

from collections.abc import Sequence

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, next_number, record
from pactregistry.people.acting import Actor, Day, act
from pactregistry.people.addressees import desk, write
from pactregistry.people.models import Account, Group, Membership
from pactregistry.proposals import drafts, papers, revisions
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.addressees import author_of
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, ProposerKind, Role

SERIES = "P"
SENT_A_DAY = 3  # protects the office from a flood; not a rule of the regulation


class SubmissionFlood(Exception):
    """This person sent as many proposals today as one may: the draft waits until tomorrow."""


def submit(draft: Proposal, actor: Actor, seen: int, registry_number: str = "") -> Entry:
    """Receive a proposal as far as it goes: what is missing is asked for later. Art. 11(4), 34.

    Raises:
        SubmissionFlood: this account sent too many today; an officer at the counter may go on.
    """
    expect(draft, PROPOSAL.name, seen)
    entry = receive(draft, actor, registry_number)
    db.session.commit()
    return entry


def receive(draft: Proposal, actor: Actor, registry_number: str) -> Entry:
    """Number, record and tell, inside the act that sends it; does not commit.

    Raises:
        SubmissionFlood: this account sent too many today.
    """
    if actor.role is not Role.DESK and drafts.sent_today(actor.account_id) >= SENT_A_DAY:
        raise SubmissionFlood
    entries = history(PROPOSAL.name, draft.id)
    day = _day_of(draft, entries)
    pack = settings().pack_on(day.occurred_on)  # a draft follows the text in force when it is sent
    facts = facts_on(draft, entries, actor, missing_papers=papers.lacking(draft))
    refuse_wrong_day("submit", draft, actor, facts, day, entries)
    step = PROPOSAL.take("submit", ProposalState(draft.state), actor.role, facts)
    draft.number = next_number(SERIES, settings().today().year)
    draft.submitted_on = day.occurred_on
    draft.pack_id, draft.pack_version = pack.id, pack.version
    draft.registry_number = registry_number.strip()
    draft.title = draft.title.strip() or draft.place_name.strip() or draft.number
    _name_author(draft)
    told = {"at_counter": draft.entered_by_id is not None}
    private = {"missing": list(facts.missing_papers)}
    entry = record(draft, step, act(actor, day, facts=told, private=private))
    revisions.keep(draft, entry)
    write(author_of(draft), "proposal_received", proposal=draft, missing=facts.missing_papers)
    write(desk(), "proposal_arrived", proposal=draft, missing=facts.missing_papers)
    return entry


def _day_of(draft: Proposal, entries: Sequence[Entry]) -> Day:
    # What came on paper counts from the day it came, not from the day it was typed.
    typed_later = draft.entered_by_id is not None and bool(entries)
    return Day(entries[0].occurred_on if typed_later else settings().today())


def _name_author(draft: Proposal) -> None:
    author = db.session.get(Account, draft.author_id) if draft.author_id else None
    name = author.name if author else draft.author_name
    if not draft.public_author.strip():
        draft.public_author = initials(name)
    if draft.proposer_kind is not ProposerKind.PERSON and draft.group_id is None:
        draft.group_id = _gathered(draft, name)


def initials(name: str) -> str:
    """The initials of a name, for who does not want the name itself read by everyone."""
    return " ".join(f"{part[0]}." for part in name.split())


def _gathered(draft: Proposal, name: str) -> int:
    """A group that was only named becomes one; who proposes represents it. Art. 4(3)."""
    group = Group(name=draft.public_author, kind=draft.proposer_kind, created_at=settings().now())
    db.session.add(group)
    db.session.flush()
    db.session.add(
        Membership(
            group_id=group.id,
            account_id=draft.author_id,
            name="" if draft.author_id else name,
            is_lead=True,
            since=settings().today(),
        )
    )
    db.session.flush()
    return group.id
