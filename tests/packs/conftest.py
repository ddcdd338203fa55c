"""A city under one regulation, or under one after another, and the people of a case."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask, current_app
from flask.testing import FlaskClient

from pactregistry.config import Settings
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.workflow.city import Succession
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.states import Role
from tests.packs.walk import Walk

Under = Callable[..., None]


@pytest.fixture
def under(app: Flask) -> Under:
    """Let the city stand under a pack, then others: `under("bologna-2014", ("lecco", day))`."""

    def stand(pack: str, *later: tuple[str, date]) -> None:
        here: Settings = app.config["SETTINGS"]
        line = tuple(Succession(name, since) for name, since in later)
        app.config["SETTINGS"] = replace(here, city=replace(here.city, pack=pack, successions=line))

    return stand


@pytest.fixture
def change(app: Flask) -> Callable[..., None]:
    """Change a pack that the city knows: `change("lecco", transition=...)`."""

    def set_pack(pack_id: str, **changes: object) -> None:
        here: Settings = app.config["SETTINGS"]
        changed: Pack = replace(here.packs[pack_id], **changes)  # type: ignore[arg-type]  # reason: fields by name
        app.config["SETTINGS"] = replace(here, packs={**here.packs, pack_id: changed})

    return set_pack


@pytest.fixture
def walk(
    app: Flask,
    client: FlaskClient,
    clock: object,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> Walk:
    """A resident, the office, a managing officer and the executive's secretary, at their pages."""

    def enter(account: Account) -> FlaskClient:
        browser = client.application.test_client()
        sign_in(browser, account)
        return browser

    def known(name: str, *roles: Sequence[object]) -> Account:
        return person(name, roles=list(roles))

    manager = known("Mara Dirigente", (Role.MANAGER, "commons"))
    factory = current_app.extensions["security"].totp_factory
    manager.tf_totp_secret = factory.generate_totp_secret()
    db.session.commit()
    return Walk(
        app=app,
        enter=enter,
        clock=clock,
        resident=known("Rita Residente"),
        neighbour=known("Nino Vicino"),
        desk=known("Dora Sportello", (Role.DESK, "commons")),
        manager=manager,
        executive=known("Segreteria Sei", (Role.EXECUTIVE, "executive")),
    )
