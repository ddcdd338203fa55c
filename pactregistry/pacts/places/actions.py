"""Acts on a place that concern its pacts and proposals. Art. 10(6), 14(1), 16(4)."""

from dataclasses import dataclass

from pactregistry import journal
from pactregistry.commons.inventory.facts import facts_on
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.queries import locked
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts import letters
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.models import Pact
from pactregistry.pacts.places.occupancy import settle
from pactregistry.pacts.places.uses import concerned_pacts, open_proposals
from pactregistry.pacts.queries import text_of
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.people.addressees import desk, of_account, write
from pactregistry.proposals.addressees import author_of
from pactregistry.workflow.lifecycle import COMMONS, PACT
from pactregistry.workflow.states import CommonsState, OwnerKind, PactState, Role


@dataclass(frozen=True)
class NewOwner:
    """Whose a place is now; the name is private unless it is no person's."""

    kind: OwnerKind
    name: str
    name_public: bool


def change_owner(
    commons: Commons, actor: Actor, seen: int, day: Day, owner: NewOwner, reason: str
) -> Entry:
    """Record a new owner on the place and on each pact there, whose parties are told."""
    journal.expect(commons, COMMONS.name, seen)
    state = CommonsState(commons.state)
    given = reason.strip()
    facts = facts_on(commons, actor.account_id, reasons=(given,))
    entries = journal.history(COMMONS.name, commons.id)
    check_day(COMMONS, "change_owner", state, actor, facts, (day, entries))
    step = COMMONS.take("change_owner", state, actor.role, facts)
    told = {"owner_kind": [commons.owner_kind, owner.kind]}
    kept = {"owner": [commons.owner, owner.name.strip()]}
    commons.owner_kind = owner.kind
    commons.owner = owner.name.strip()
    commons.owner_public = owner.name_public
    entry = journal.record(commons, step, act(actor, day, reason=given, facts=told, private=kept))
    pacts = concerned_pacts(commons.id)
    for pact in pacts:
        _tell_of_owner(pact, actor, day, given)
    write(desk(), "commons_owner_changed", commons=commons, since=day.occurred_on, pacts=pacts)
    db.session.commit()
    return entry


def take_off_list(commons: Commons, actor: Actor, seen: int, day: Day, reason: str) -> Entry:
    """Take a place off the list, with a reason; open proposals stay open. Art. 10(6), 3(1)b."""
    journal.expect(commons, COMMONS.name, seen)
    state = CommonsState(commons.state)
    given = reason.strip()
    proposals = open_proposals(commons.id)
    facts = facts_on(commons, actor.account_id, reasons=(given,), open_proposals=len(proposals))
    entries = journal.history(COMMONS.name, commons.id)
    check_day(COMMONS, "withdraw", state, actor, facts, (day, entries))
    step = COMMONS.take("withdraw", state, actor.role, facts)
    entry = journal.record(commons, step, act(actor, day, reason=given))
    authors = [who for proposal in proposals for who in author_of(proposal)]
    concerned = dict.fromkeys([*of_account(commons.proposed_by_id), *authors])
    write(concerned, "commons_withdrawn", commons=commons, entry=entry)
    db.session.commit()
    return entry


def locate(pact: Pact, actor: Actor, seen: int, commons: Commons | None) -> Entry:
    """Say which entry of the list a pact is about; None takes a wrong link away."""
    journal.expect(pact, PACT.name, seen)
    step = PACT.take("locate", PactState(pact.state), actor.role, pact_facts(pact, text_of(pact)))
    before = db.session.get(Commons, pact.commons_id) if pact.commons_id else None
    pact.commons_id = commons.id if commons else None
    told = {"commons": commons.number if commons else None}
    kept = {"commons_id": [before.id if before else None, pact.commons_id]}
    entry = journal.record(pact, step, act(actor, today(), facts=told, private=kept))
    for place in (before, commons):
        if place is not None:
            settle(locked(place.id), settings().now())
    letters.write(letters.citizens_of(pact), "pact_located", pact, commons=commons)
    db.session.commit()
    return entry


def _tell_of_owner(pact: Pact, actor: Actor, day: Day, reason: str) -> None:
    facts = pact_facts(pact, text_of(pact), (reason,))
    step = PACT.take("record_owner", PactState(pact.state), Role.DESK, facts)
    pact.owner_changed_on = day.occurred_on
    journal.record(pact, step, act(actor, day, reason=reason))
    letters.write(letters.citizens_of(pact), "pact_owner_changed", pact, since=day.occurred_on)
