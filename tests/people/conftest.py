"""What tests of people share: an account that has a password."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask_security import hash_password

from pactregistry.database import db
from pactregistry.people.models import Account
from tests.people.doors import PASSWORD


@pytest.fixture(autouse=True)
def light_hashes(app: Flask) -> None:
    """Let a password cost little here: what it costs in earnest is the library's own default."""
    app.extensions["security"].pwd_context.update(argon2__time_cost=1, argon2__memory_cost=1024)


@pytest.fixture
def somebody(person: Callable[..., Account]) -> Callable[..., Account]:
    """Open a confirmed account that signs in by its password."""

    def open_account(name: str, **details: Any) -> Account:
        account = person(name, **details)
        account.password = hash_password(PASSWORD)
        db.session.commit()
        return account

    return open_account
