"""Roles for the City: invitation, substitute, end, and the first administrator. Art. 10(2), 11(10).

An administrator gives roles to others, never to themselves, and does no legal act.
"""

import secrets
from datetime import date

from flask_security import hash_password
from flask_security.proxies import _security

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices import outbox
from pactregistry.people.invitations import VALID_DAYS, link_for
from pactregistry.people.models import Account, Holding, account_by_email
from pactregistry.workflow.states import Role

OFFICE_KINDS = {
    Role.DESK: ("desk",),
    Role.REVIEWER: ("technical", "service"),
    Role.MANAGER: ("desk", "technical", "service"),
    Role.EXECUTIVE: ("executive",),
}
# An administrator does no legal act; a secretary of conciliation sits outside every file. Art. 33
WITHOUT_OFFICE = frozenset({Role.ADMIN, Role.SECRETARY})


class OwnRole(Exception):
    """Nobody gives a role to themselves."""


def fits(role: Role, office: str) -> bool:
    """Whether a role is held in an office or district."""
    city = settings().city
    if role in WITHOUT_OFFICE:
        return not office
    if role is Role.DISTRICT:
        return office in city.districts
    return office in {found.key for found in city.offices_of(*OFFICE_KINDS[role])}


def invite(actor: Account, email: str, name: str, holding: Holding) -> Account:
    """Give a role to the owner of an address, and write to them; a new account has no password yet.

    Raises:
        OwnRole: the actor's own address was given.
    """
    if email.casefold() == actor.email.casefold():
        raise OwnRole
    account = _account_for(email, name)
    holding.granted_by_id = actor.id
    account.holdings.append(holding)
    db.session.flush()
    _write_to(account, holding)
    db.session.commit()
    return account


def name_substitute(actor: Account, held: Holding, email: str, name: str, own: Holding) -> Account:
    """Let somebody stand in for the holder of a role, in the same office, for a period of its own.

    Raises:
        OwnRole: the actor's own address was given.
    """
    own.role = held.role
    own.office = held.office
    own.substitute_for_id = held.id
    return invite(actor, email, name, own)


def end_role(holding: Holding, until: date) -> None:
    """Set the last day of a role; what was done in it stays."""
    holding.until = until
    db.session.commit()


def accept_invitation(account: Account, password: str) -> None:
    """Set the first password of an invited person, whose address the link has proved."""
    account.password = hash_password(password)
    account.confirmed_at = account.confirmed_at or settings().now()
    account.fs_uniquifier = secrets.token_hex(32)
    db.session.commit()


def take_code_away(account: Account) -> None:
    """Forget the one-time code of somebody who lost it, and close every session of theirs."""
    account.tf_primary_method = None
    account.tf_totp_secret = None
    account.tf_last_counter = None
    account.mf_recovery_codes = None
    account.fs_uniquifier = secrets.token_hex(32)
    db.session.commit()


def make_first_admin(email: str) -> str:
    """Make an administrator from the command line and give the one-time link that sets a password.

    An account that has a password keeps it: the link is then the page of sign-in.
    """
    here = settings()
    account = _account_for(email, "")
    if not any(held.role is Role.ADMIN and held.until is None for held in account.holdings):
        account.holdings.append(Holding(role=Role.ADMIN, office="", since=here.today()))
    db.session.commit()
    return f"{here.base_url}/sign-in" if account.password else link_for(account)


def give_code_secret(account: Account) -> str:
    """Set the one-time code of an account up without its phone and give the key; does not commit.

    For demo accounts and rehearsals: the key is printed, so it keeps no secret.
    """
    secret = _security.totp_factory.generate_totp_secret()
    account.tf_primary_method = "authenticator"
    account.tf_totp_secret = secret
    return str(_security.totp_factory.get_totp_b32_key(secret))


def _account_for(email: str, name: str) -> Account:
    known = account_by_email(email)
    if known is not None:
        return known
    opened = Account(
        email=str(_security.mail_util.normalize(email)),
        name=name,
        active=True,
        fs_uniquifier=secrets.token_hex(32),
        create_datetime=settings().now(),
    )
    db.session.add(opened)
    db.session.flush()
    return opened


def _write_to(account: Account, holding: Holding) -> None:
    here = settings()
    outbox.queue(
        account.email,
        account.language,
        "invitation",
        holding=holding,
        place=here.city.offices.get(holding.office) or here.city.districts.get(holding.office),
        link="" if account.password else link_for(account),
        sign_in=f"{here.base_url}/sign-in",
        days=VALID_DAYS,
        profile=here.city.profile,
    )
