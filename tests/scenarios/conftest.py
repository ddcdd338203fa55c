"""The invented city of the scenarios, its people at their browsers."""

from collections.abc import Callable

import pytest
from flask import Flask, current_app
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from tests.scenarios.valfiorita import Valfiorita


@pytest.fixture
def valfiorita(
    app: Flask,
    clock: object,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> Valfiorita:
    """Comune di Valfiorita on 2 March 2026, with everyone whom a case may need."""

    def enter(account: Account) -> FlaskClient:
        browser = app.test_client()
        sign_in(browser, account)
        return browser

    manager = person("Mara Dirigente", roles=[(Role.MANAGER, "commons")])
    factory = current_app.extensions["security"].totp_factory
    manager.tf_totp_secret = factory.generate_totp_secret()
    db.session.commit()
    return Valfiorita(
        app=app,
        enter=enter,
        clock=clock,
        resident=person("Rita Residente"),
        neighbour=person("Nino Vicino"),
        desk=person("Dora Sportello", roles=[(Role.DESK, "commons")]),
        manager=manager,
        executive=person("Segreteria Sei", roles=[(Role.EXECUTIVE, "executive")]),
        works=person("Lavori Sette", roles=[(Role.REVIEWER, "works")]),
        gas=person("Gas Tre", roles=[(Role.REVIEWER, "gas")]),
        president=person("Presidente Quattro", roles=[(Role.DISTRICT, "fiume")]),
    )
