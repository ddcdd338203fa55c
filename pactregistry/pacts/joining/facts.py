"""What the guards on joining, leaving and exclusion read. Art. 3(1)d, 4(3), 4(4), 5(2)l."""

from dataclasses import replace
from datetime import date

from pactregistry.config import settings
from pactregistry.documents.models import attachments_of
from pactregistry.pacts.citizens_side import speaking
from pactregistry.pacts.facts import pact_facts
from pactregistry.pacts.joining.models import Adherent, Exclusion, JoinRequest
from pactregistry.pacts.joining.queries import adherents_on, waiting_requests
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import group_of, signed_version
from pactregistry.people.actions_groups import MANDATE
from pactregistry.people.models import members_on, represents
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.pack import Term


def term_on(pact: Pact, key: str) -> Term:
    """A term of the pact's own regulation with the city's value."""
    here = settings()
    return here.city.term(here.packs.get(pact.pack_id, here.pack), key)


def until_day(pact: Pact, key: str, start: date) -> date:
    """The last day of a term that runs from a day."""
    term = term_on(pact, key)
    return last_day(start, term.value or 0, term.unit)


def asking_facts(pact: Pact, account_id: int | None, group_id: int | None) -> PactFacts:
    """The facts when somebody asks to join, for oneself or for a group."""
    return replace(_facts(pact), in_it_already=_in_it(pact, account_id, group_id))


def joining_facts(
    pact: Pact, request: JoinRequest, account_id: int, *, agreed: bool, reasons: str = ""
) -> PactFacts:
    """The facts when one side decides on a request to join."""
    minutes = request.group_id is None or any(
        paper.label == MANDATE for paper in attachments_of("group", request.group_id)
    )
    return replace(
        _facts(pact, reasons),
        other_side_agrees=agreed,
        actor_is_concerned=_is_concerned(account_id, request.account_id, request.group_id),
        joining_group_wants_it=minutes,
    )


def leaving_facts(pact: Pact, account_id: int | None) -> PactFacts:
    """The facts when a person leaves: who would remain, and whether a group loses its voice."""
    group = group_of(pact.origin)
    today = settings().today()
    signing = speaking(pact)
    signs = account_id is not None and any(s.account_id == account_id for s in signing)
    others = [s for s in signing if account_id is None or s.account_id != account_id]
    leads = (
        [m for m in members_on(group.id, today) if m.is_lead and m.account_id != account_id]
        if group is not None
        else []
    )
    speaks = (
        group is not None
        and account_id is not None
        and represents(account_id, group.id, today)
        and not leads
    )
    return replace(
        _facts(pact),
        others_remain=not signs or bool(others) or group is not None,
        represents_its_group=speaks,
    )


def excluding_facts(
    pact: Pact, exclusion: Exclusion, account_id: int, *, agreed: bool
) -> PactFacts:
    """The facts when a side decides on an exclusion."""
    heard = bool(exclusion.answer.strip()) or exclusion.answer_until < settings().today()
    adherent: Adherent = exclusion.adherent
    return replace(
        _facts(pact, exclusion.charges),
        other_side_agrees=agreed,
        person_heard=heard,
        actor_is_concerned=_is_concerned(account_id, adherent.account_id, adherent.group_id),
    )


def charging_facts(pact: Pact, charges: str) -> PactFacts:
    """The facts when an exclusion is announced: reasons, and nothing decided yet."""
    return replace(_facts(pact, charges), other_side_agrees=True)


def _facts(pact: Pact, reasons: str = "") -> PactFacts:
    return pact_facts(pact, signed_version(pact), (reasons,) if reasons else ())


def _is_concerned(actor: int, account_id: int | None, group_id: int | None) -> bool:
    if actor == account_id:
        return True
    members = members_on(group_id, settings().today()) if group_id is not None else ()
    return any(member.account_id == actor for member in members)


def _in_it(pact: Pact, account_id: int | None, group_id: int | None) -> bool:
    today = settings().today()
    waits = any(
        (r.account_id, r.group_id) == (account_id, group_id)
        for r in waiting_requests(pact)
        if account_id is not None
    )
    if group_id is not None:
        own = group_of(pact.origin)
        joined = any(a.group_id == group_id for a in adherents_on(pact, today))
        return waits or joined or (own is not None and own.id == group_id)
    if account_id is None:
        return False
    joined = any(
        a.account_id == account_id and a.group_id is None for a in adherents_on(pact, today)
    )
    signs = any(s.account_id == account_id for s in speaking(pact))
    return waits or joined or signs
