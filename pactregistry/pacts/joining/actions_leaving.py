"""Leaves a pact by oneself, after the notice that its text states. Art. 3(1)i, 5(2)b, 5(2)l."""

from datetime import date

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.pacts.joining.facts import leaving_facts
from pactregistry.pacts.joining.models import Adherent, Ending
from pactregistry.pacts.joining.queries import part_of
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import account_of, signed_version
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act, check_day
from pactregistry.people.addressees import Addressee
from pactregistry.people.models import Account
from pactregistry.workflow.citations import cite
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role

LEAVING_ALREADY = Obstacle(
    "leaving_already",
    cite("5(2)l"),
    binds=True,
    message=N_("The last day in this pact is set already."),
    remedy=N_("Nothing is left to do: the page says which day it is."),
    mender=Role.CITIZEN,
)


def leave(
    pact: Pact, actor: Actor, seen: int, adherent: Adherent, day: Day, reason: str = ""
) -> date:
    """Set the last day of who leaves: the notice of the text in force after the day of saying so.

    The reason stays between the sides; the history says that somebody left.
    """
    journal.expect(pact, PACT.name, seen)
    facts = leaving_facts(pact, adherent.account_id)
    entries = journal.history(PACT.name, pact.id)
    state = PactState(pact.state)
    check_day(PACT, "leave", state, actor, facts, (day, entries))
    step = PACT.take("leave", state, actor.role, facts)
    if adherent.until is not None:
        raise Unlawful(PACT.name, "leave", (LEAVING_ALREADY,))
    adherent.until = leaving_day(pact, day.occurred_on)
    adherent.ending = Ending.LEFT
    db.session.add(adherent)
    db.session.flush()
    told = {"until": adherent.until.isoformat()}
    private = {"adherent": adherent.id, "reason": reason.strip()}
    journal.record(pact, step, act(actor, day, facts=told, private=private))
    to = [*letters.deciders_of(pact), *addressees.desk(), *_person(adherent)]
    letters.write(to, "pact_left", pact, adherent=adherent)
    db.session.commit()
    return adherent.until


def leaving_day(pact: Pact, said_on: date) -> date:
    """The last day of who says on a day that they leave; never after the pact's own last day."""
    text = signed_version(pact)
    day = last_day(said_on, text.withdrawal_notice_days if text is not None else 0)
    return min(day, pact.ends_on) if pact.ends_on is not None else day


def own_part(pact: Pact, account: Account) -> Adherent:
    """A person's part in a pact: the row of who joined, or a new one for who was in it before."""
    found = part_of(pact, account, settings().today())
    return found or since_signature(pact, account.id, account.name)


def since_signature(pact: Pact, account_id: int | None, name: str) -> Adherent:
    """The row of a signatory or of a member of the signing group, not yet kept."""
    today = settings().today()
    began = pact.starts_on or pact.signed_on or today
    return Adherent(
        pact_id=pact.id,
        account_id=account_id,
        name=name,
        since=min(began, pact.signed_on or began, today),
        joined=False,
        ending=Ending.NONE,
        until=None,
    )


def _person(adherent: Adherent) -> list[Addressee]:
    account = account_of(adherent.account_id)
    return [Addressee(account.email, account.language)] if account is not None else []
