"""What the person at the page has borrowed, for the list of one's own files. Art. 22(2)."""

from collections.abc import Sequence

from pactregistry.people.current import account
from pactregistry.supports.loans.models import Loan
from pactregistry.supports.loans.reading import loans_of


def own_loans() -> Sequence[Loan]:
    """The loans that are agreed or out; none for who is not signed in."""
    person = account()
    return [] if person is None else [loan for loan in loans_of(person.id) if not loan.is_over]
