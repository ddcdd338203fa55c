"""One-time links by which invited people choose their password."""

from itsdangerous import BadSignature, URLSafeTimedSerializer

from pactregistry.config import settings
from pactregistry.people.models import Account, account_with

VALID_DAYS = 7


def link_for(account: Account) -> str:
    """The address under which an invited person chooses a password; worth nothing once used."""
    return f"{settings().base_url}/invitation/{_signer().dumps(account.fs_uniquifier)}"


def invited_by(token: str) -> Account | None:
    """The account that a link invites, or None where it is spent, too old or not ours."""
    try:
        uniquifier = _signer().loads(token, max_age=VALID_DAYS * 24 * 60 * 60)
    except BadSignature:
        return None
    account = account_with(uniquifier)
    return account if account is not None and account.password is None else None


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(settings().secret_key, salt="invitation")
