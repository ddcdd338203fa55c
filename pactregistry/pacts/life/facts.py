"""What the guards on a signed pact read, gathered for who acts. Art. 5(2)b, i, l, 30(8), 11(8)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.pacts.after_signing import facts_after_signing
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.joining.queries import gone_from
from pactregistry.pacts.life.story import BY_CITY, breach_of, end_of
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.queries import group_of, signed_version
from pactregistry.people.acting import Actor
from pactregistry.proposals.facts import is_proposer
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.states import PactState, Role


def life_facts(
    pact: Pact, entries: Sequence[Entry], actor: Actor | None = None, **typed: Any
) -> PactFacts:
    """The facts on a pact as it stands today, with what the form adds to them."""
    text = signed_version(pact)
    today = settings().today()
    ended = end_of(entries)
    successor = successor_of(pact)
    facts = replace(
        pact_facts(pact, text),
        actor_is_proposer=actor is not None and is_of_citizens(pact, actor.account_id),
        term_over=pact.ends_on is not None and pact.ends_on < today,
        suspension_announced=pact.suspends_on is not None,
        confirmation_awaited=pact.confirm_until is not None,
        notice_until=pact.notice_until,
        other_signatories=_others(pact, text, actor) if actor else (),
        breach_announced=breach_of(entries) is not None,
        answer_awaited_until=_not_over(pact.answer_until, today),
        ended_by_city=ended is not None and ended.how in BY_CITY,
        renewed_as=successor.number if successor else "",
        other_side_agrees=actor is not None and renewal_asked(entries, not_by=actor),
        **facts_after_signing(pact, entries),
    )
    return replace(facts, **typed)


def is_of_citizens(pact: Pact, account_id: int) -> bool:
    """Whether an account proposed the pact or signed it for the citizens."""
    if pact.origin is not None and is_proposer(pact.origin, account_id):
        return True
    signing = [s for version in pact.versions for s in version.signatories]
    return any(s.account_id == account_id and s.side == "citizens" for s in signing)


def successor_of(pact: Pact) -> Pact | None:
    """The pact that renews this one, unless it was given up before signature."""
    query = select(Pact).where(Pact.predecessor_id == pact.id).order_by(Pact.id.desc())
    return next((p for p in db.session.scalars(query) if not _given_up(p)), None)


def renewal_asked(entries: Sequence[Entry], *, not_by: Actor) -> bool:
    """Whether the other side asked for a renewal since the pact was last renewed."""
    since = max((e.id for e in entries if e.step == "renew"), default=0)
    city = not_by.role is Role.DESK
    asked = [e for e in entries if e.step == "ask_renewal" and e.id > since]
    return any((e.by_role == Role.DESK) is not city for e in asked)


def _given_up(pact: Pact) -> bool:
    return pact.state == PactState.ENDED and pact.published_at is None


def _not_over(day: date | None, today: date) -> date | None:
    return day if day is not None and day >= today else None


def _others(pact: Pact, text: PactVersion | None, actor: Actor) -> tuple[str, ...]:
    """The citizens who signed the text in force besides the party for which somebody speaks."""
    gone = gone_from(pact, settings().today())
    signing = [
        s
        for s in (text.signatories if text else ())
        if s.side == "citizens" and s.account_id not in gone
    ]
    group = group_of(pact.origin)
    if actor.role is Role.LEAD and group is not None:
        spoken = {group.name}
    elif actor.role is Role.DESK:  # it types for one party
        spoken = {_party(s) for s in signing[:1]}
    else:
        spoken = {_party(s) for s in signing if s.account_id == actor.account_id}
    return tuple(dict.fromkeys(s.public_name for s in signing if _party(s) not in spoken))


def _party(signatory: Signatory) -> str:
    return signatory.on_behalf_of or f"signatory {signatory.id}"
