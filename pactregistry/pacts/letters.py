"""The mails of pacts: what happened, what is awaited, whom to call. Art. 10(2), 11(11)."""

from pactregistry.config import settings
from pactregistry.pacts.citizens_side import speaking
from pactregistry.pacts.joining.queries import accounts_joined
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.queries import account_of
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee
from pactregistry.proposals.addressees import author_of


def citizens_of(pact: Pact) -> list[Addressee]:
    """The citizens' side: who decides for it, and who has joined the pact."""
    accounts = [account_of(account_id) for account_id in accounts_joined(pact)]
    joined = [Addressee(a.email, a.language) for a in accounts if a is not None]
    return list(dict.fromkeys([*deciders_of(pact), *joined]))


def deciders_of(pact: Pact) -> list[Addressee]:
    """The author or the group's representatives, and who signs for the citizens."""
    found = author_of(pact.origin) if pact.origin else []
    return list(dict.fromkeys([*found, *_with_account(speaking(pact))]))


def signatories_of(version: PactVersion, side: str = "") -> list[Addressee]:
    """Who signs a version, of one side or of both, as far as they have an account."""
    return _with_account([s for s in version.signatories if side in {"", s.side}])


def who_signed(version: PactVersion) -> list[Addressee]:
    """Whose signatures stand on a version."""
    return _with_account(
        [s for s in version.signatories if any(g.voided_at is None for g in s.signatures)]
    )


def write(to: list[Addressee], template: str, pact: Pact, **context: object) -> None:
    """Queue a mail about a pact for each addressee, once; does not commit."""
    here = settings()
    addressees.write(
        dict.fromkeys(to),
        template,
        pact=pact,
        address=f"{here.base_url}/pacts/{pact.number}",
        profile=here.city.profile,
        **context,
    )


def _with_account(signatories: list[Signatory]) -> list[Addressee]:
    accounts = [account_of(s.account_id) for s in signatories]
    return [Addressee(a.email, a.language) for a in accounts if a is not None]
