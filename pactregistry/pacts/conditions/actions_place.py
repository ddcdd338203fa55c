"""Records what owners and the heritage authority say of a pact's place. Art. 14, 15(6), 16(4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.pacts import letters
from pactregistry.pacts.conditions.place_acts import OwnerConsent
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState

CONSENT = "owner_consent"


@dataclass(frozen=True)
class Consent:
    """Who consents; `act` is the City's where it stands in the owner's place."""

    owner: str
    act: str
    papers: Sequence[Upload]


def ask_heritage(pact: Pact, actor: Actor, seen: int, day: Day, protocol: str) -> None:
    """Say that the City asked the heritage authority: who is waited for is known from then on."""
    facts = begin("ask_heritage", pact, actor, seen, day)
    step = PACT.take("ask_heritage", PactState(pact.state), actor.role, facts)
    pact.heritage_asked_on = day.occurred_on
    journal.record(pact, step, act(actor, day, facts={"protocol": protocol.strip()}))
    db.session.commit()


def record_heritage(
    pact: Pact, actor: Actor, seen: int, day: Day, answer: tuple[str, str, str]
) -> None:
    """Record the authority's answer: its outcome, its act, its conditions."""
    outcome, number, conditions = (part.strip() for part in answer)
    facts = begin("record_heritage", pact, actor, seen, day, act=number)
    step = PACT.take("record_heritage", PactState(pact.state), actor.role, facts)
    # Works may begin under an approval alone; a denial is kept in the history.
    pact.heritage_act = number if outcome == "approved" else ""
    told = {"outcome": outcome, "act": number}
    journal.record(pact, step, act(actor, day, reason=conditions, facts=told))
    told = {**told, "text": conditions}
    letters.write(letters.citizens_of(pact), "pact_heritage", pact, **told)
    db.session.commit()


def record_owner(pact: Pact, actor: Actor, seen: int, day: Day, reason: str) -> None:
    """Record that the place has another owner, whose consent is then awaited."""
    facts = begin("record_owner", pact, actor, seen, day, reasons=(reason.strip(),))
    step = PACT.take("record_owner", PactState(pact.state), actor.role, facts)
    pact.owner_changed_on = day.occurred_on
    journal.record(pact, step, act(actor, day, reason=reason.strip()))
    to = [*letters.citizens_of(pact), *addressees.desk()]
    letters.write(to, "pact_owner_changed", pact, since=day.occurred_on)
    db.session.commit()


def record_consent(pact: Pact, actor: Actor, seen: int, day: Day, consent: Consent) -> None:
    """Record a consent with its paper."""
    facts = begin("record_consent", pact, actor, seen, day)
    step = PACT.take("record_consent", PactState(pact.state), actor.role, facts)
    now = settings().now()
    kept = [
        attach(paper, (PACT.name, pact.id), CONSENT, added_at=now, added_by_id=actor.account_id)
        for paper in consent.papers
    ]
    db.session.add(
        OwnerConsent(
            pact_id=pact.id,
            owner=consent.owner.strip(),
            given_on=day.occurred_on,
            act=consent.act.strip(),
            attachment_id=kept[0].id if kept else None,
            recorded_at=now,
            recorded_by_id=actor.account_id,
        )
    )
    told = {"act": consent.act.strip()} if consent.act.strip() else {}
    journal.record(pact, step, act(actor, day, facts=told, private={"owner": consent.owner}))
    letters.write(letters.citizens_of(pact), "pact_consent", pact, day=day.occurred_on)
    db.session.commit()
