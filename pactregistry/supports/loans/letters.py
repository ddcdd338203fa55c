"""The mails of loans: what was lent, when it comes back, whom to call. Art. 10(2), 22(2)."""

from pactregistry.config import settings
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee
from pactregistry.supports.loans.models import Loan


def borrower_of(loan: Loan) -> list[Addressee]:
    """The borrower, or the group's representatives; empty for a person without an account."""
    if loan.group_id is not None:
        return addressees.of_group(loan.group_id)
    return addressees.of_account(loan.account_id)


def write(to: list[Addressee], template: str, loan: Loan, **context: object) -> None:
    """Queue a mail about a loan for each addressee; does not commit."""
    here = settings()
    addressees.write(
        to,
        template,
        loan=loan,
        address=f"{here.base_url}/loans/{loan.number}",
        profile=here.city.profile,
        **context,
    )
