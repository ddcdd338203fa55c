"""Art. 2: what the words of the regulation mean."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.people.models import Account
from tests.calls.conftest import Stage
from tests.inventory.conftest import Inventory
from tests.packs.walk import Walk
from tests.proposals.writing import send, write


@pytest.mark.article("2(1)a")
@pytest.mark.parametrize(
    "kind", ["public_space", "private_space", "building", "intangible", "digital"]
)
def test_1_a_commons_are_tangible_intangible_and_digital(inventory: Inventory, kind: str) -> None:
    commons = inventory.list(name="A good", kind=kind, place=None, district=None)
    assert commons.state == "listed"
    assert f"/commons/{commons.number}" in inventory.client.get(f"/commons/?kind={kind}").text


@pytest.mark.article("2(1)a", "16(2)")
def test_1_a_citizens_too_recognise_a_commons(inventory: Inventory) -> None:
    assert inventory.suggest(name="A song of the quarter", kind="intangible").state == "proposed"


@pytest.mark.article("2(1)c")
@pytest.mark.parametrize("kind", ["person", "informal_group", "association", "school", "business"])
def test_1_c_active_citizens_are_alone_or_together_businesses_too(
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    clock: object,
    kind: str,
) -> None:
    sign_in(client, person("Rita Residente"))
    draft = write(client, kind=kind)
    assert send(client, draft).status_code == 302
    assert (draft.state, draft.proposer_kind) == ("submitted", kind)


@pytest.mark.article("2(1)d")
def test_1_d_a_proposal_is_spontaneous_or_answers_a_request(calls: Stage) -> None:
    resident = calls.cast.residents[0]
    assert calls.entry(resident, calls.open()).track == "a"
    browser = calls.as_(resident)
    assert send(browser, write(browser)).status_code == 302
    assert calls.latest().track == "c"


@pytest.mark.article("2(1)l", "2(1)m")
def test_1_l_and_m_on_the_civic_network_proposals_are_gathered_and_commented(walk: Walk) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    said = {"kind": "contribution", "text": "I have a spare hose."}
    neighbour = walk.enter(walk.neighbour)
    assert neighbour.post(f"/proposals/{number}/comments", data=said).status_code == 302
    page = walk.app.test_client().get(f"/proposals/{number}").text
    assert "I have a spare hose." in page
