"""The scene of scenario 1: a resident who repaints benches, the desk that lends the kit."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pactregistry.people.models import Account
from pactregistry.workflow.states import Role
from tests.commons.modules.scene import CareScene


@pytest.fixture
def care(
    app: Flask,
    client: FlaskClient,
    clock: object,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> CareScene:
    """Invented people around a module; it is 2 March 2026."""
    return CareScene(
        app=app,
        resident=person("Rita Residente"),
        neighbour=person("Nino Vicino"),
        desk=person("Dora Sportello", roles=[(Role.DESK, "commons")]),
        manager=person("Mara Dirigente", roles=[(Role.MANAGER, "commons")]),
        sign_in=sign_in,
    )
