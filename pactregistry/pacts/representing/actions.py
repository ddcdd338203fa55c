"""Asks a group's members, hears them, and hands the group's files over. Art. 4(3), 4(4), 3(1)b."""

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import account_of, signed_version
from pactregistry.pacts.representing.blocks import renew_signature_blocks
from pactregistry.pacts.representing.models import (
    LeadChange,
    LeadVoice,
    Outcome,
    electors_on,
    is_confirmed,
    pacts_of,
    proposals_of,
    standing_change,
)
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.people.actions_groups import MANDATE, hand_over
from pactregistry.people.addressees import Addressee
from pactregistry.people.models import Account, Group, Membership
from pactregistry.proposals.facts import facts_on
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT, PROPOSAL
from pactregistry.workflow.states import PactState, ProposalState, Role

ASKED_ALREADY = Obstacle(
    "asked_already",
    cite("4(3)"),
    binds=True,
    message=N_("The members are asked about a change already."),
    remedy=N_("Wait for their answer, or have that one dropped first."),
    mender=Role.LEAD,
)
SETTLED = Obstacle(
    "settled",
    cite("4(3)"),
    binds=True,
    message=N_("This change is settled already."),
    remedy=N_("Read on the page of the group who represents it now."),
    mender=Role.LEAD,
)


def ask(actor: Account, group: Group, member: Membership, reason: str) -> LeadChange:
    """Ask the members whether one of them shall represent the group; who asks says yes."""
    lock(group)  # two who ask at once ask once
    if standing_change(group.id) is not None:
        raise Unlawful(PACT.name, "change_lead", (ASKED_ALREADY,))
    change = LeadChange(
        group_id=group.id,
        member=member,
        asked_by_id=actor.id,
        asked_on=settings().today(),
        reason=reason.strip(),
    )
    change.voices = [_voice(actor, agrees=True, objection="")]
    db.session.add(change)
    db.session.flush()
    others = [m for m in electors_on(group.id, settings().today()) if m.account_id != actor.id]
    _write(others, "lead_asked", group, change)
    db.session.commit()
    return change


def answer(actor: Account, change: LeadChange, *, agrees: bool, objection: str) -> None:
    """Say yes or no; what was said before is replaced while nothing is settled."""
    refuse_settled(change)
    said = next((voice for voice in change.voices if voice.account_id == actor.id), None)
    if said is None:
        change.voices.append(_voice(actor, agrees=agrees, objection=objection))
    else:
        said.agrees, said.objection, said.said_at = agrees, objection.strip(), settings().now()
    db.session.commit()


def bring_minutes(actor: Account, group: Group, change: LeadChange, upload: Upload) -> None:
    """Attach the minutes by which the members decided: they stand for their answers."""
    refuse_settled(change)
    _attach_minutes(actor, group, change, upload)
    db.session.commit()


def drop(change: LeadChange) -> None:
    """Let the matter rest: everything stays as it is."""
    refuse_settled(change)
    change.outcome, change.settled_on = Outcome.DROPPED, settings().today()
    db.session.commit()


def take_over(actor: Actor, group: Group, change: LeadChange) -> None:
    """Let the confirmed member represent the group from today, on every file that goes on."""
    refuse_settled(change)
    _hand_over(actor, group, change)
    db.session.commit()


def record_by_desk(
    actor: Actor, group: Group, member: Membership, reason: str, upload: Upload
) -> None:
    """Record what the members decided on paper, where nobody else can: a representative is gone."""
    standing = standing_change(group.id)
    if standing is not None:
        standing.outcome, standing.settled_on = Outcome.DROPPED, settings().today()
    change = LeadChange(
        group_id=group.id,
        member=member,
        asked_by_id=actor.account_id,
        asked_on=settings().today(),
        reason=reason.strip(),
    )
    db.session.add(change)
    db.session.flush()
    officer = account_of(actor.account_id)
    if officer is not None:
        _attach_minutes(officer, group, change, upload)
    _hand_over(actor, group, change)
    db.session.commit()


def refuse_settled(change: LeadChange) -> None:
    """Refuse what comes after the change was settled.

    Raises:
        Unlawful: it was taken over or dropped.
    """
    lock(change)
    if change.outcome is not Outcome.WAITING:
        raise Unlawful(PACT.name, "change_lead", (SETTLED,))


def takeover_obstacles(change: LeadChange, role: Role) -> tuple[Obstacle, ...]:
    """What stands against the change now, whatever files the group has."""
    confirmed = is_confirmed(change, settings().today())
    facts = PactFacts(members_confirmed=confirmed)
    return PACT.obstacles("change_lead", PactState.ACTIVE, role, facts)


def _hand_over(actor: Actor, group: Group, change: LeadChange) -> None:
    found = takeover_obstacles(change, actor.role)
    if any(obstacle.binds for obstacle in found):
        raise Unlawful(PACT.name, "change_lead", found)
    day = settings().today()
    hand_over(group, change.member, day)
    change.outcome, change.settled_on = Outcome.TAKEN_OVER, day
    db.session.flush()
    for proposal in proposals_of(group.id):
        _record_on_proposal(proposal, actor, change)
    for pact in pacts_of(group.id):
        _record_on_pact(pact, actor, change)
        renew_signature_blocks(pact, group, actor)
    _write(electors_on(group.id, day), "lead_changed", group, change)
    addressees.write(addressees.desk(), "lead_changed", **_context(group, change))


def _record_on_proposal(proposal: Proposal, actor: Actor, change: LeadChange) -> None:
    entries = journal.history(PROPOSAL.name, proposal.id)
    facts = facts_on(proposal, entries, actor, members_confirmed=True)
    step = PROPOSAL.take("change_lead", ProposalState(proposal.state), actor.role, facts)
    journal.record(proposal, step, act(actor, today(), private={"change": change.id}))


def _record_on_pact(pact: Pact, actor: Actor, change: LeadChange) -> None:
    known = vars(pact_facts(pact, signed_version(pact)))
    facts = PactFacts(**{**known, "members_confirmed": True})
    step = PACT.take("change_lead", PactState(pact.state), actor.role, facts)
    journal.record(pact, step, act(actor, today(), private={"change": change.id}))


def _attach_minutes(actor: Account, group: Group, change: LeadChange, upload: Upload) -> None:
    paper = attach(
        upload, ("group", group.id), MANDATE, added_at=settings().now(), added_by_id=actor.id
    )
    change.minutes_id = paper.id


def _voice(actor: Account, *, agrees: bool, objection: str) -> LeadVoice:
    return LeadVoice(
        account_id=actor.id,
        name=actor.name,
        agrees=agrees,
        objection=objection.strip(),
        said_at=settings().now(),
    )


def _write(members: list[Membership], template: str, group: Group, change: LeadChange) -> None:
    accounts = [account_of(member.account_id) for member in members]
    to = [Addressee(a.email, a.language) for a in accounts if a is not None]
    addressees.write(to, template, **_context(group, change))


def _context(group: Group, change: LeadChange) -> dict[str, object]:
    here = settings()
    return {
        "group": group,
        "change": change,
        "address": f"{here.base_url}/groups/{group.id}/representative",
        "profile": here.city.profile,
    }
