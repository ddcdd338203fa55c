"""Reminds of what ends or is awaited on a pact, each time once. Art. 5(2)b, 5(2)i."""

from collections.abc import Sequence
from datetime import date

from pactregistry.notices.reminding import falls_due, once
from pactregistry.pacts import letters
from pactregistry.pacts.life.terms import term_of
from pactregistry.pacts.models import Pact
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee


def remind(pact: Pact, today: date) -> int:
    """Send the reminders that are due on a pact in force; gives how many."""
    both = [*letters.citizens_of(pact), *addressees.desk()]
    managers = addressees.managers()
    confirming = "suspension_confirmation"
    return sum(
        (
            _before(pact, "expiry", pact.ends_on, today, (both, "pact_expires")),
            _before(
                pact,
                "breach_answer",
                pact.answer_until,
                today,
                (letters.deciders_of(pact), "pact_breach_to_answer"),
            ),
            _before(
                pact,
                confirming,
                pact.confirm_until,
                today,
                (managers, "pact_suspension_to_confirm"),
            ),
            _unconfirmed(pact, today, managers),
        )
    )


def _before(
    pact: Pact, term: str, until: date | None, today: date, mail: tuple[list[Addressee], str]
) -> bool:
    known = term_of(pact, term)
    if known is None or until is None or until < today:
        return False
    if not falls_due(f"pact:{pact.id}:{term}:{until}", until, known.reminders, today):
        return False
    to, template = mail
    letters.write(to, template, pact, until=until)
    return True


def _unconfirmed(pact: Pact, today: date, to: Sequence[Addressee]) -> bool:
    """A suspension that nobody confirmed in time goes on, is told in public and reminded of."""
    until = pact.confirm_until
    if until is None or until >= today:
        return False
    if not once(f"pact:{pact.id}:unconfirmed:{until}", today):
        return False
    letters.write(list(to), "pact_suspension_unconfirmed", pact, until=until)
    return True
