"""What tests of people share: an account that has a password."""

from collections.abc import Callable
from typing import Any

import pytest
from flask_security import hash_password

from pactregistry.database import db
from pactregistry.people.models import Account

PASSWORD = "eleven tall poplars whistle"


@pytest.fixture
def somebody(person: Callable[..., Account]) -> Callable[..., Account]:
    """Open a confirmed account that signs in by its password."""

    def open_account(name: str, **details: Any) -> Account:
        account = person(name, **details)
        account.password = hash_password(PASSWORD)
        db.session.commit()
        return account

    return open_account
