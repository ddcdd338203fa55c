"""A member is named, agreed on, objected to, replaced; all who wait for it are told. Art. 33(1)."""

from dataclasses import dataclass

from pactregistry import journal
from pactregistry.conciliation import letters
from pactregistry.conciliation.committee import seats
from pactregistry.conciliation.committee.awaited import awaited
from pactregistry.conciliation.committee.facts import naming_facts, person_facts, replacing_facts
from pactregistry.conciliation.committee.telling import offer_seat, tell_all, tell_gone
from pactregistry.conciliation.days import refuse_day
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.database import db
from pactregistry.people import limits
from pactregistry.people.acting import Actor, Day, act
from pactregistry.people.actions_groups import MailFlood
from pactregistry.people.models import account_by_email
from pactregistry.workflow.engine import Step, Unlawful
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, DisputeState, Side


@dataclass(frozen=True)
class Named:
    """Somebody to sit, and for which seat."""

    chair: Chair
    name: str
    email: str


@dataclass(frozen=True)
class Word:
    """Who acts, on which version and day, with which word, from which letter."""

    actor: Actor
    seen: int
    day: Day
    reason: str = ""
    letter: str = ""


def designate(dispute: Dispute, side: Side, word: Word, named: Named) -> None:
    """Name somebody for a seat; the third one waits for the other side where both name it.

    Raises:
        Unlawful: the seat is taken or another's, or the person cannot sit.
        MailFlood: this person named many within the hour.
    """
    journal.expect(dispute, DISPUTE.name, word.seen)
    # Who tries addresses learns who has a part in a pact: each try counts, a refused one too.
    key = f"named to sit by {word.actor.account_id}"
    if not limits.is_within(key, limits.ASKED, limits.ASKED_WITHIN):
        raise MailFlood
    chair, address = named.chair, named.email.strip().lower()
    person = account_by_email(address)
    facts = person_facts(dispute, chair, side, address, person)
    try:
        step = _take("designate", dispute, word, facts)
    except Unlawful:
        db.session.rollback()
        limits.note(key)
        db.session.commit()
        raise
    limits.note(key)
    stood = awaited(dispute)
    day = word.day.occurred_on
    alone = len(seats.namers(dispute, chair)) == 1
    member = Member(
        chair=chair,
        named_by=side,
        name=named.name.strip(),
        email=address,
        account_id=person.id if person and person.confirmed_at else None,
        named_on=day,
        agreed_on=day if alone else None,
    )
    dispute.members.append(member)
    _record(dispute, step, word, (chair, side))
    if member.designated:
        offer_seat(member)
    tell_all(dispute, "designate", word.actor, stood)
    db.session.commit()


def agree(dispute: Dispute, side: Side, word: Word) -> None:
    """Agree to the third member whom the other side put forward."""
    facts = _on_third(dispute, side, word)
    step, stood = _take("agree_on_third", dispute, word, facts), awaited(dispute)
    member = _moved(dispute, step, side, word)
    member.agreed_on = word.day.occurred_on
    offer_seat(member)
    tell_all(dispute, "agree_on_third", word.actor, stood)
    db.session.commit()


def object_to(dispute: Dispute, side: Side, word: Word) -> None:
    """Object to the third member whom the other side put forward; the seat is free again."""
    facts = _on_third(dispute, side, word)
    step, stood = _take("object_to_third", dispute, word, facts), awaited(dispute)
    member = _moved(dispute, step, side, word)
    _end(member, word)
    tell_all(dispute, "object_to_third", word.actor, stood)
    db.session.commit()


def replace(dispute: Dispute, chair: Chair, side: Side | None, word: Word) -> None:
    """Free a seat to name somebody else; who was to sit is told."""
    journal.expect(dispute, DISPUTE.name, word.seen)
    by_secretary = word.actor.role is Role.SECRETARY
    facts = replacing_facts(
        dispute, chair, side, by_secretary=by_secretary, reasons=(word.reason.strip(),)
    )
    step, stood = _take("replace_member", dispute, word, facts), awaited(dispute)
    member = _on(dispute, chair)
    was_told = member.designated
    _end(member, word)
    _record(dispute, step, word, (chair, side))
    if was_told:
        tell_gone(member)
    tell_all(dispute, "replace_member", word.actor, stood, letters.to_committee(dispute))
    db.session.commit()


def _on_third(dispute: Dispute, side: Side, word: Word) -> DisputeFacts:
    journal.expect(dispute, DISPUTE.name, word.seen)
    return naming_facts(dispute, Chair.JOINT, side)


def _moved(dispute: Dispute, step: Step, side: Side, word: Word) -> Member:
    _record(dispute, step, word, (Chair.JOINT, side))
    return _on(dispute, Chair.JOINT)


def _on(dispute: Dispute, chair: Chair) -> Member:
    return next(m for m in dispute.members if m.current and m.chair == chair)


def _take(name: str, dispute: Dispute, word: Word, facts: DisputeFacts) -> Step:
    refuse_day(name, dispute, word.actor, facts, word.day)
    return DISPUTE.take(name, DisputeState(dispute.state), word.actor.role, facts)


def _record(dispute: Dispute, step: Step, word: Word, of: tuple[Chair, Side | None]) -> None:
    # Nothing of it is ever public: neither who was named nor what was said.
    chair, side = of
    private = {
        "chair": chair,
        "side": side,
        "said": word.reason.strip(),
        "letter": word.letter.strip(),
    }
    journal.record(dispute, step, act(word.actor, word.day, private=private))


def _end(member: Member, word: Word) -> None:
    member.current = None
    member.left_on = word.day.occurred_on
    member.why_left = word.reason.strip()
