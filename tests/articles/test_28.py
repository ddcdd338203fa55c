"""Art. 28: to tell, to find, to build on what others do."""

import json
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.proposals.models import Proposal
from tests.commons.modules.scene import SATURDAY, CareScene
from tests.conftest import SetClock
from tests.pacts.life.scene import Scene
from tests.proposals.conftest import Office


@pytest.mark.article("28(1)")
@pytest.mark.parametrize(
    "channel", ["/", "/proposals/", "/pacts/", "/commons/", "/calls/", "/care", "/feed.atom"]
)
def test_1_whoever_has_no_account_reads_everything_public(
    client: FlaskClient, clock: SetClock, channel: str
) -> None:
    assert client.get(channel).status_code == 200


@pytest.mark.article("28(2)")
def test_2_each_file_has_its_page_on_the_civic_network(
    office: Office, sent: Callable[..., Proposal], client: FlaskClient
) -> None:
    proposal = sent()
    office.open_inquiry(proposal)
    assert f"/proposals/{proposal.number}" in client.get("/proposals/").text
    assert proposal.description in client.get(f"/proposals/{proposal.number}").text


@pytest.mark.article("28(3)")
def test_3_who_cares_for_what_and_where_is_mapped(care: CareScene, clock: SetClock) -> None:
    care.module()
    clock.go(SATURDAY)
    care.announce(place="Via Lunga")
    care.done()
    assert "Via Lunga" in care.as_(None).get("/care").text


@pytest.mark.article("28(3)")
def test_3_who_reads_a_pact_can_find_the_others_and_join(scene: Scene, client: FlaskClient) -> None:
    assert "2026-0001" in client.get("/pacts/?district=centro").text
    assert "Would you like to join?" in client.get("/pacts/2026-0001").text


@pytest.mark.article("28(4)")
def test_4_data_are_given_in_open_formats_with_a_manual(scene: Scene, client: FlaskClient) -> None:
    assert scene.pact.number in client.get("/data/pacts.csv").text
    assert json.loads(client.get("/pacts/2026-0001.json").text)["number"] == "2026-0001"
    assert "protective equipment" in client.get("/modules/manual").text
