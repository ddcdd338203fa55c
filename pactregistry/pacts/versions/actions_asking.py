"""One side asks the other to change a pact, and the other answers. Art. 5(1), 5(2)b, 5(2)m."""

from dataclasses import dataclass, replace
from datetime import date

from pactregistry import journal
from pactregistry.database import db, lock
from pactregistry.pacts import letters
from pactregistry.pacts.actions_codesign import side_of
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.models import Pact, Purpose
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.versions.models import (
    DECLINED,
    TAKEN_BACK,
    ChangeRequest,
    standing_request,
)
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, today
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

STEP_OF = {Purpose.AMENDMENT: "amend", Purpose.EXTENSION: "extend"}
ASKED_ALREADY = Obstacle(
    "asked_already",
    cite("5(2)m"),
    binds=True,
    message=N_("The same was asked already and waits for its answer."),
    remedy=N_("Wait for the answer, or take the request back and ask anew."),
    mender=Role.DESK,
)
ANSWERED = Obstacle(
    "answered_already",
    cite("5(2)m"),
    binds=True,
    message=N_("This request was answered, or it is your own side's."),
    remedy=N_("Read on the page where it stands now."),
    mender=Role.DESK,
)


@dataclass(frozen=True)
class Wish:
    """What a side asks for: an amendment, or to go on until a later day; and why."""

    purpose: Purpose
    reason: str
    ends_on: date | None = None


def ask(pact: Pact, actor: Actor, seen: int, wish: Wish) -> ChangeRequest:
    """Ask the other side for a change; what the law forbids is refused at once.

    Raises:
        Unlawful: the change itself could not be opened, or it was asked already.
    """
    journal.expect(pact, PACT.name, seen)
    step = STEP_OF[wish.purpose]
    facts = opening_facts(pact, wish, agreed=True)
    # Who asks need not be who opens: only what the pact itself forbids counts here.
    found = PACT.obstacles(step, PactState(pact.state), PACT.rows[step].by[0], facts)
    standing = standing_request(pact, wish.purpose)
    if standing is not None:
        found = (*found, ASKED_ALREADY)
    if any(obstacle.binds for obstacle in found):
        raise Unlawful(PACT.name, step, found)
    request = ChangeRequest(
        pact_id=pact.id,
        purpose=wish.purpose,
        side=side_of(actor),
        asked_by_id=actor.account_id,
        asked_on=today().occurred_on,
        reason=wish.reason.strip(),
        ends_on=wish.ends_on,
    )
    db.session.add(request)
    letters.write(_other_side(pact, request), "pact_change_asked", pact, request=request)
    db.session.commit()
    return request


def decline(pact: Pact, actor: Actor, request: ChangeRequest, reason: str) -> None:
    """Say no to what the other side asked, with the reason; the pact stays as it is."""
    refuse_answered(request, actor)
    if not reason.strip():
        state = PactState(pact.state)
        facts = pact_facts(pact, signed_version(pact))
        raise Unlawful(PACT.name, STEP_OF[request.purpose], _explained(state, request, facts))
    close(request, actor.account_id, DECLINED, reason)
    letters.write(_own_side(pact, request), "pact_change_declined", pact, request=request)
    db.session.commit()


def take_back(actor: Actor, request: ChangeRequest) -> None:
    """Take back what one's own side asked."""
    lock(request)
    if request.answer or side_of(actor) != request.side:
        raise Unlawful(PACT.name, STEP_OF[request.purpose], (ANSWERED,))
    close(request, actor.account_id, TAKEN_BACK, "")
    db.session.commit()


def refuse_answered(request: ChangeRequest, actor: Actor) -> None:
    """Refuse an answer that was given, or that one would give to oneself.

    Raises:
        Unlawful: the request is answered, or it is of the same side or person.
    """
    lock(request)
    own = side_of(actor) == request.side or actor.account_id == request.asked_by_id
    if request.answer or own:
        raise Unlawful(PACT.name, STEP_OF[request.purpose], (ANSWERED,))


def close(request: ChangeRequest, account_id: int | None, answer: str, reason: str) -> None:
    """Note how a request was answered, and by whom if by one person; does not commit."""
    request.answer = answer
    request.answered_on = today().occurred_on
    request.answered_by_id = account_id
    request.answer_reason = reason.strip()


def opening_facts(pact: Pact, wish: Wish, *, agreed: bool) -> PactFacts:
    """The facts that the steps `amend` and `extend` ask for."""
    facts = pact_facts(pact, signed_version(pact), (wish.reason,))
    longer = wish.purpose is not Purpose.EXTENSION or (
        pact.ends_on is not None and wish.ends_on is not None and wish.ends_on > pact.ends_on
    )
    return replace(facts, other_side_agrees=agreed, lasts_longer=longer)


def _explained(state: PactState, request: ChangeRequest, facts: PactFacts) -> tuple[Obstacle, ...]:
    step = STEP_OF[request.purpose]
    found = PACT.obstacles(step, state, PACT.rows[step].by[0], facts)
    return tuple(obstacle for obstacle in found if obstacle.name == "explained")


def _other_side(pact: Pact, request: ChangeRequest) -> list[addressees.Addressee]:
    if request.side == "city":
        return letters.deciders_of(pact)
    return addressees.desk() + (
        addressees.managers() if request.purpose is Purpose.EXTENSION else []
    )


def _own_side(pact: Pact, request: ChangeRequest) -> list[addressees.Addressee]:
    return addressees.desk() if request.side == "city" else letters.deciders_of(pact)
