"""The mails of a dispute: whom they reach. They never tell what it is about. Art. 33."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pactregistry.conciliation.access import is_outside
from pactregistry.conciliation.models import Dispute, Member
from pactregistry.conciliation.queries import secretaries
from pactregistry.conciliation.voices import has_third, parties_of
from pactregistry.config import settings
from pactregistry.pacts import letters
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee
from pactregistry.people.models import Account, account_by_email
from pactregistry.workflow.states_disputes import Side


@dataclass(frozen=True)
class OnPaper(Addressee):
    """An officer of the desk, who sends on paper what a party without an e-mail is to read."""

    side: Side


def to_side(dispute: Dispute, side: Side) -> list[Addressee]:
    """Who speaks for one party; where no mail reaches it, the desk sends the letter on paper."""
    if side is Side.CITIZENS:
        return letters.deciders_of(dispute.pact) or _on_paper(side)
    if side is Side.CITY:
        return addressees.managers()
    if not has_third(dispute):
        return []
    if dispute.third_account_id is not None:
        return addressees.of_account(dispute.third_account_id)
    return [_by_address(dispute.third_email)] if dispute.third_email else _on_paper(side)


def to_parties(dispute: Dispute) -> list[Addressee]:
    """All parties."""
    return [who for side in parties_of(dispute) for who in to_side(dispute, side)]


def on_paper(dispute: Dispute) -> list[Addressee]:
    """The letters for the parties that no mail reaches."""
    return [who for who in to_parties(dispute) if isinstance(who, OnPaper)]


def to_member(member: Member) -> list[Addressee]:
    """One who is named for the committee, by account or by the address given."""
    return addressees.of_account(member.account_id) or [_by_address(member.email)]


def to_committee(dispute: Dispute) -> list[Addressee]:
    """The members who said yes."""
    seated = [m for m in dispute.members if m.current and m.seated_on is not None]
    return [who for member in seated for who in to_member(member)]


def to_secretaries(dispute: Dispute) -> list[Addressee]:
    """Who convened it; before that, all secretaries who had no part in the file."""
    if dispute.secretary_id is not None:
        return addressees.of_account(dispute.secretary_id)
    here = settings()
    mailbox = Addressee(here.city.profile.email, here.city.language)
    return [Addressee(a.email, a.language) for a in _outside(dispute)] or [mailbox]


def nobody_convenes(dispute: Dispute) -> bool:
    """Whether no secretary is there who could convene it: the City's mailbox is told then."""
    return dispute.secretary_id is None and not _outside(dispute)


def but(to: Iterable[Addressee], account_id: int) -> list[Addressee]:
    """All but who acted; a letter on paper goes out, also where the officer recorded the act."""
    own = {who.email for who in addressees.of_account(account_id)}
    return [who for who in to if isinstance(who, OnPaper) or who.email not in own]


def write(to: Iterable[Addressee], template: str, dispute: Dispute, **context: object) -> None:
    """Queue a mail about a dispute for each addressee, once; does not commit."""
    for who in dict.fromkeys(to):
        if isinstance(who, OnPaper):
            # Whom no mail reaches has no use for an address to open.
            told = {"letter": template, "on_paper": who.side, "room": _room(dispute)}
            _write(who, "dispute_on_paper", dispute, {**told, **context, "page": ""})
        else:
            _write(who, template, dispute, context)


def _write(who: Addressee, template: str, dispute: Dispute, context: Mapping[str, object]) -> None:
    here = settings()
    addressees.write(
        [who],
        template,
        dispute=dispute,
        pact=dispute.pact,
        profile=here.city.profile,
        **{"page": _room(dispute), **context},
    )


def _room(dispute: Dispute) -> str:
    return f"{settings().base_url}/disputes/{dispute.number}/room"


def _outside(dispute: Dispute) -> list[Account]:
    return [a for a in secretaries() if is_outside(dispute, a)]


def _on_paper(side: Side) -> list[Addressee]:
    language = settings().city.language
    return [OnPaper(who.email, language, side) for who in addressees.desk()]


def _by_address(email: str) -> Addressee:
    found = account_by_email(email)
    language = found.language if found is not None else ""
    return Addressee(email, language or settings().city.language)
