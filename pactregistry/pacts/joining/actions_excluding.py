"""Excludes a person: announced, heard, then decided by both sides of a pact. Art. 5(2)i, 5(2)l."""

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.pacts import letters
from pactregistry.pacts.actions_codesign import side_of
from pactregistry.pacts.joining.actions_requests import DECIDED
from pactregistry.pacts.joining.facts import charging_facts, excluding_facts, until_day
from pactregistry.pacts.joining.models import Adherent, Ending, Exclusion, Outcome
from pactregistry.pacts.joining.queries import exclusions_of
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import account_of
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, act, today
from pactregistry.people.addressees import Addressee, of_group
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

CHARGED_ALREADY = Obstacle(
    "charged_already",
    cite("5(2)i", "5(2)l"),
    binds=True,
    message=N_("This person is being heard already, and nothing is decided."),
    remedy=N_("Wait for the answer and decide on that; or let it rest, and announce it anew."),
    mender=Role.DESK,
)


def announce(pact: Pact, actor: Actor, seen: int, adherent: Adherent, charges: str) -> Exclusion:
    """Tell a person what they are charged with, and until when they may answer.

    Between the sides and the person alone: nothing of it is public.
    """
    journal.expect(pact, PACT.name, seen)
    given = charges.strip()
    facts = charging_facts(pact, given)
    found = PACT.obstacles("exclude", PactState(pact.state), actor.role, facts)
    if any(one.adherent_id == adherent.id for one in exclusions_of(pact)):
        found = (*found, CHARGED_ALREADY)
    if any(obstacle.binds for obstacle in found):
        raise Unlawful(PACT.name, "exclude", found)
    day = settings().today()
    db.session.add(adherent)
    db.session.flush()
    exclusion = Exclusion(
        pact_id=pact.id,
        adherent_id=adherent.id,
        side=side_of(actor),
        announced_by_id=actor.account_id,
        announced_on=day,
        charges=given,
        answer_until=until_day(pact, "breach_answer", day),
    )
    exclusion.adherent = adherent
    _note_yes(exclusion, actor)
    db.session.add(exclusion)
    db.session.flush()
    letters.write(_person(adherent), "exclusion_announced", pact, exclusion=exclusion)
    letters.write(_sides(pact), "exclusion_announced_sides", pact, exclusion=exclusion)
    db.session.commit()
    return exclusion


def answer(pact: Pact, exclusion: Exclusion, text: str) -> None:
    """Keep what the person says; late too, while nothing is decided."""
    _refuse_decided(exclusion)
    exclusion.answer = text.strip()
    exclusion.answered_at = settings().now()
    letters.write(_sides(pact), "exclusion_answered", pact, exclusion=exclusion)
    db.session.commit()


def agree(
    pact: Pact, actor: Actor, seen: int, exclusion: Exclusion, *, alone: bool = False
) -> bool:
    """Say yes for one's side; with both, the person is out. Gives whether it is decided.

    The reasons stay between the sides and the person: the history says that somebody was excluded.
    """
    journal.expect(pact, PACT.name, seen)
    _refuse_decided(exclusion)
    city = side_of(actor) == "city"
    other = exclusion.citizens_yes_id if city else exclusion.city_yes_id
    facts = excluding_facts(pact, exclusion, actor.account_id, agreed=other is not None)
    if other is None and not alone:
        found = PACT.obstacles("exclude", PactState(pact.state), actor.role, facts)
        if any(obstacle.binds for obstacle in found):
            raise Unlawful(PACT.name, "exclude", found)
        _note_yes(exclusion, actor)
        db.session.commit()
        return False
    step = PACT.take("exclude", PactState(pact.state), actor.role, facts)
    _note_yes(exclusion, actor)
    _close(exclusion, Outcome.EXCLUDED)
    adherent = exclusion.adherent
    adherent.until, adherent.ending = settings().today(), Ending.EXCLUDED
    private = {"adherent": adherent.id, "reasons": exclusion.charges}
    journal.record(pact, step, act(actor, today(), private=private))
    letters.write(_person(adherent), "excluded", pact, exclusion=exclusion)
    letters.write(_sides(pact), "excluded_sides", pact, exclusion=exclusion)
    db.session.commit()
    return True


def drop(pact: Pact, exclusion: Exclusion) -> None:
    """Let the matter rest: the person stays."""
    _refuse_decided(exclusion)
    _close(exclusion, Outcome.DROPPED)
    letters.write(_person(exclusion.adherent), "exclusion_dropped", pact, exclusion=exclusion)
    letters.write(_sides(pact), "exclusion_dropped", pact, exclusion=exclusion)
    db.session.commit()


def _note_yes(exclusion: Exclusion, actor: Actor) -> None:
    if side_of(actor) == "city":
        exclusion.city_yes_id = actor.account_id
    else:
        exclusion.citizens_yes_id = actor.account_id


def _close(exclusion: Exclusion, outcome: Outcome) -> None:
    exclusion.outcome = outcome
    exclusion.decided_on = settings().today()


def _refuse_decided(exclusion: Exclusion) -> None:
    lock(exclusion)
    if exclusion.outcome is not Outcome.WAITING:
        raise Unlawful(PACT.name, "exclude", (DECIDED,))


def _sides(pact: Pact) -> list[Addressee]:
    return [*letters.deciders_of(pact), *addressees.desk()]


def _person(adherent: Adherent) -> list[Addressee]:
    if adherent.group_id is not None:
        return of_group(adherent.group_id)
    account = account_of(adherent.account_id)
    return [Addressee(account.email, account.language)] if account is not None else []
