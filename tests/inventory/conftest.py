"""The list of commons: an officer, a citizen, and entries made through the pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.commons.inventory.models import Commons
from pactregistry.config import Settings
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role


@dataclass
class Inventory:
    """Who works with the list, and what each does through the pages."""

    app: Flask
    client: FlaskClient
    sign_in: Callable[..., None]
    desk: Account
    manager: Account
    citizen: Account

    def as_(self, account: Account) -> FlaskClient:
        """A browser signed in as somebody."""
        browser = self.app.test_client()
        self.sign_in(browser, account)
        return browser

    def typed(self, **changes: Any) -> dict[str, Any]:
        """An entry as the office types it."""
        here: Settings = self.app.config["SETTINGS"]
        usual = {
            "name": "Campo Stella",
            "kind": "public_space",
            "description": "A field with a fence.",
            "aims": "Play, sport and neighbours' feasts.",
            "district": "fiume",
            "place": "Campo Stella",
            "owner_kind": "city",
            "occurred_on": here.today().isoformat(),
        }
        return {name: value for name, value in (usual | changes).items() if value is not None}

    def list(self, **changes: Any) -> Commons:
        """An entry that the office put on the list."""
        answer = self.as_(self.desk).post("/desk/commons/new", data=self.typed(**changes))
        assert answer.status_code == 302, answer.text
        return self.last()

    def suggest(self, **changes: Any) -> Commons:
        """A place that the citizen proposed."""
        typed = {"name": "The old washhouse", "kind": "building", "district": "collina"} | changes
        answer = self.as_(self.citizen).post("/commons/new", data=typed)
        assert answer.status_code == 302, answer.text
        return self.last()

    def step(self, account: Account, step: str, commons: Commons, **typed: Any) -> Any:
        """Send the form of a step, opened now."""
        db.session.expire_all()
        here: Settings = self.app.config["SETTINGS"]
        data = {"version": commons.version, "occurred_on": here.today().isoformat(), **typed}
        address = f"/desk/commons/{commons.id}/{step}"
        return self.as_(account).post(address, data=data)

    def last(self) -> Commons:
        """The entry made last."""
        db.session.expire_all()
        found: Commons = db.session.scalars(db.select(Commons).order_by(Commons.id.desc())).first()
        return found


@pytest.fixture
def inventory(
    app: Flask,
    clock: object,
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> Inventory:
    """The list at work, on 2 March 2026."""
    return Inventory(
        app,
        client,
        sign_in,
        desk=person("Dora Sportello", roles=[(Role.DESK, "commons")]),
        manager=person("Mara Dirigente", roles=[(Role.MANAGER, "commons")]),
        citizen=person("Rita Residente"),
    )
