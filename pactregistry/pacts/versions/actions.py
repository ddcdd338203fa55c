"""Opens the next version of a pact's text: to amend it, or to let it last longer. Art. 5(2)b, m."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pactregistry import journal
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.pacts.actions_codesign import side_of
from pactregistry.pacts.models import Pact, PactVersion, Purpose
from pactregistry.pacts.queries import section_of
from pactregistry.pacts.versions.actions_asking import (
    Wish,
    close,
    opening_facts,
    refuse_answered,
)
from pactregistry.pacts.versions.models import (
    AGREED,
    OPENED,
    ChangeRequest,
    standing_request,
)
from pactregistry.pacts.versions.opening import open_text, tell
from pactregistry.people.acting import Actor, act, today
from pactregistry.workflow.lifecycle import PACT, VERSION
from pactregistry.workflow.states import PactState


@dataclass(frozen=True)
class Longer:
    """A later last day with its reason; for a building beyond the limit, the works behind it."""

    ends_on: date | None
    reason: str
    grounds: str = ""
    amount: Decimal | None = None


def amend(
    pact: Pact, actor: Actor, seen: int, reason: str, answered: ChangeRequest | None = None
) -> PactVersion:
    """Open an amendment: at once, or with the yes to what the other side asked.

    Nothing changes in the pact until both sides have signed the new version.
    """
    journal.expect(pact, PACT.name, seen)
    if answered is not None:
        refuse_answered(answered, actor)
    wish = Wish(Purpose.AMENDMENT, answered.reason if answered else reason)
    facts = opening_facts(pact, wish, agreed=answered is not None)
    step = PACT.take("amend", PactState(pact.state), actor.role, facts)
    version = _open(pact, actor, wish)
    journal.record(pact, step, _told(actor, wish, version))
    _settle_request(pact, actor, Purpose.AMENDMENT)
    tell(pact, version)
    db.session.commit()
    return version


def extend(pact: Pact, actor: Actor, seen: int, longer: Longer) -> PactVersion:
    """Open a version that only lets the pact last longer: the same pact, no renewal."""
    journal.expect(pact, PACT.name, seen)
    wish = Wish(Purpose.EXTENSION, longer.reason, longer.ends_on)
    asked = standing_request(pact, Purpose.EXTENSION)
    same = asked is not None and asked.side == "citizens" and asked.ends_on == longer.ends_on
    facts = opening_facts(pact, wish, agreed=same)
    step = PACT.take("extend", PactState(pact.state), actor.role, facts)
    version = _open(pact, actor, wish)
    version.long_term_grounds = longer.grounds or version.long_term_grounds
    version.long_term_amount = longer.amount or version.long_term_amount
    duration = section_of(version, "b")
    duration.city_agreed_id = actor.account_id
    duration.citizens_agreed_id = asked.asked_by_id if same and asked else None
    journal.record(pact, step, _told(actor, wish, version))
    _settle_request(pact, actor, Purpose.EXTENSION)
    tell(pact, version)
    db.session.commit()
    return version


def _open(pact: Pact, actor: Actor, wish: Wish) -> PactVersion:
    return open_text(
        pact,
        wish,
        lambda facts: VERSION.take("open", None, actor.role, facts),
        lambda version: _told(actor, wish, version),
    )


def _told(actor: Actor, wish: Wish, version: PactVersion) -> Act:
    facts: dict[str, object] = {"version": version.ordinal, "side": side_of(actor)}
    if wish.ends_on is not None:
        facts["ends_on"] = wish.ends_on.isoformat()
    return act(actor, today(), reason=wish.reason.strip(), facts=facts)


def _settle_request(pact: Pact, actor: Actor, purpose: Purpose) -> None:
    request = standing_request(pact, purpose)
    if request is not None:
        close(request, actor.account_id, OPENED if side_of(actor) == request.side else AGREED, "")
