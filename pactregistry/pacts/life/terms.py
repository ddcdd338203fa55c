"""The terms of a pact's life, computed and never typed. Art. 5(2)b, 5(2)i.

The day of the notice is not counted and the last one is, until midnight: a notice of 30 days given
on 2 March runs through 1 April, and what it announces holds from 2 April.
"""

from datetime import date, timedelta

from pactregistry.config import settings
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import signed_version
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.pack import Pack, Term


def pack_of(pact: Pact) -> Pack:
    """The pack under which a pact was made; the present one where it is no longer here."""
    here = settings()
    return here.packs.get(pact.pack_id, here.pack)


def term_of(pact: Pact, key: str) -> Term | None:
    """A term of the pact's pack with the city's value; None where the pack does not know it."""
    pack = pack_of(pact)
    return settings().city.term(pack, key) if key in pack.terms else None


def until(pact: Pact, key: str, start: date) -> date | None:
    """The last day of a term that starts on a day; None where neither text nor city sets one."""
    term = term_of(pact, key)
    if term is None or term.value is None:
        return None
    return last_day(start, term.value, term.unit)


def suspended_from(pact: Pact, announced_on: date) -> date:
    """The day from which an announced suspension holds: the one after its notice."""
    return (until(pact, "suspension_notice", announced_on) or announced_on) + timedelta(days=1)


def notice_until(pact: Pact, given_on: date) -> date:
    """The last day of the citizens' notice, as the text in force states it."""
    text = signed_version(pact)
    if text is not None:
        return last_day(given_on, text.withdrawal_notice_days)
    return until(pact, "withdrawal_notice", given_on) or given_on


def day_after(day: date) -> date:
    """The first day on which something no longer holds."""
    return day + timedelta(days=1) if day < date.max else day
