"""Who is at the page, and which roles that person holds today. Art. 4, 10(2), 11(10)."""

from http import HTTPStatus
from typing import cast

from flask import abort, g, has_request_context
from flask_login import current_user

from pactregistry.config import settings
from pactregistry.people.models import Account, Holding, holdings_on, leads_a_group
from pactregistry.people.sessions import passed_code
from pactregistry.workflow.states import Role


def account() -> Account | None:
    """The account that is signed in at this request, or None."""
    if not has_request_context() or not current_user.is_authenticated:
        return None
    return cast("Account", current_user._get_current_object())  # noqa: SLF001 - how a proxy gives what it stands for


def signed_in() -> Account:
    """The account that is signed in, on a page that the gate opens to such people only."""
    here = account()
    if here is None:
        abort(HTTPStatus.FORBIDDEN)
    return here


def holdings_today(account: Account) -> tuple[Holding, ...]:
    """The roles that a person holds today, whether or not this session may use them."""
    if not has_request_context():
        return holdings_on(account.id, settings().today())
    seen: dict[int, tuple[Holding, ...]] = g.setdefault("holdings", {})
    if account.id not in seen:
        seen[account.id] = holdings_on(account.id, settings().today())
    return seen[account.id]


def roles_today(account: Account) -> tuple[Holding, ...]:
    """The roles that a person may use today: none in a session that passed no one-time code."""
    if _is_here(account) and not passed_code():
        return ()
    return holdings_today(account)


def holds(account: Account, role: Role, office: str = "") -> bool:
    """Whether a person has a role today, in one office or district where it is named."""
    if role is Role.VISITOR:
        return True
    if role is Role.CITIZEN:
        return account.confirmed_at is not None
    if role is Role.LEAD:
        return leads_a_group(account.id, settings().today())
    return any(h.role is role and office in {"", h.office} for h in roles_today(account))


def _is_here(account: Account) -> bool:
    return has_request_context() and getattr(current_user, "id", None) == account.id
