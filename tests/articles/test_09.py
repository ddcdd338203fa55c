"""Art. 9: digital commons, and data that others can build on."""

import csv
import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.journal import history
from pactregistry.proposals.models import Proposal
from tests.inventory.conftest import Inventory
from tests.packs.walk import Walk
from tests.proposals.conftest import Office


@pytest.mark.article("9(1)")
@pytest.mark.parametrize(("licence", "warned"), [("CC BY 4.0", False), ("", True)])
def test_1_a_digital_commons_says_under_which_licence_it_is_open(
    inventory: Inventory, licence: str, warned: bool
) -> None:
    commons = inventory.list(
        name="Map of trees", kind="digital", url="https://trees.example/", licence=licence
    )
    assert ("licence_stated" in history("commons", commons.id)[0].warnings) is warned
    page = inventory.client.get(f"/commons/{commons.number}").text
    assert ("CC BY 4.0" in page) is not warned


@pytest.mark.article("9(2)")
def test_2_what_is_public_is_open_data_that_other_programs_read(
    office: Office, sent: Callable[..., Proposal], client: FlaskClient
) -> None:
    proposal = sent()
    office.open_inquiry(proposal)
    rows = list(csv.DictReader(io.StringIO(client.get("/data/proposals.csv").text)))
    assert [row["number"] for row in rows] == [proposal.number]
    assert client.get("/data/proposals.json").json
    api = client.get("/api/v1/proposals").json
    assert proposal.number in str(api)
    assert "openapi" in client.get("/api/openapi.json").json


@pytest.mark.article("9(2)")
def test_2_what_is_not_public_yet_is_in_no_data(walk: Walk, client: FlaskClient) -> None:
    walk.enter(walk.resident).post(
        "/proposals/new", data={"intensity": "continuous", "proposer_kind": "person"}
    )
    assert client.get("/data/proposals.csv").text.count("\n") == 1, "the head alone"
