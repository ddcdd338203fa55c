"""How identity is checked at a signature here: password, one-time code. Art. 11(10)."""

import time
from collections.abc import Mapping
from typing import Any

from flask import current_app

from pactregistry.people.models import Account

FRESH_SECONDS = 5 * 60  # a limit of safety, not of law
CODE_DRIFT_SECONDS = 30


def is_fresh(session: Mapping[str, Any]) -> bool:
    """Whether the password was given within the last minutes, by the machine's own time."""
    given = float(session.get("fs_paa", 0))
    return 0 <= time.time() - given < FRESH_SECONDS


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
