"""How identity is checked at a signature for the City: the one-time code. Art. 11(10)."""

from flask import current_app

from pactregistry.people.models import Account

CODE_DRIFT_SECONDS = 30


def code_is_right(account: Account, code: str) -> bool:
    """Whether a one-time code is the one that the account's device shows now; does not commit.

    It is spent with the act for which it was typed.
    """
    if not account.tf_totp_secret:
        return False
    typed = "".join(code.split())
    factory = current_app.extensions["security"].totp_factory
    return bool(
        factory.verify_totp(
            token=typed,
            totp_secret=account.tf_totp_secret,
            user=account,
            window=CODE_DRIFT_SECONDS,
        )
    )
