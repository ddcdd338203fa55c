"""Art. 14: private spaces for public use, with their owner's consent."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.workflow.states import CommonsKind
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import Scene
from tests.scenarios.table import Table


@pytest.fixture
def arcade(table: Table) -> Table:
    """A private arcade that everyone walks through."""
    table.is_now(commons_kind=CommonsKind.PRIVATE_SPACE)
    table.proposed(private_owner=True)
    return table


@pytest.mark.article("14(1)")
def test_1_nobody_signs_before_the_owner_consents(arcade: Table) -> None:
    assert arcade.freeze().status_code == 302
    refused = arcade.sign()
    assert refused.status_code == 409
    assert "owner&#39;s consent is missing" in refused.text
    owner = {"owner": f"Arturo {CANARY}"}
    assert arcade.on_pact("consent", "2026-04-03", **owner).status_code == 302
    assert arcade.sign().status_code == 302


@pytest.mark.article("14(1)", "3(1)b")
def test_1_the_public_reads_that_the_owner_consented_and_never_who(
    scene: Scene, client: FlaskClient
) -> None:
    scene.takes(scene.cast.desk, "consent", owner=f"Arturo {CANARY}")
    page = client.get("/pacts/2026-0001").text
    assert "The owner consented on 15 April 2026." in page
    assert CANARY not in page
    told = client.get("/pacts/2026-0001.json")
    assert CANARY not in told.text
    assert told.json["owner_consent"]["given_on"] == "2026-04-15"


@pytest.mark.article("14(1)")
def test_1_a_new_owner_is_asked_again_while_the_pact_stands(
    scene: Scene, client: FlaskClient
) -> None:
    scene.takes(scene.cast.desk, "consent", owner="Arturo")
    scene.go(date(2026, 5, 4))
    scene.takes(scene.cast.desk, "owner", reason="Sold in spring.")
    assert scene.pact.state == "active"
    assert "The new owner's consent is awaited." in client.get("/pacts/2026-0001").text
    assert client.get("/pacts/2026-0001.json").json["owner_consent"]["awaited"] is True
    assert scene.mails("The place has another owner")
    scene.go(date(2026, 5, 20))
    scene.takes(scene.cast.desk, "consent", owner="Berta")
    assert "The owner consented on 20 May 2026." in client.get("/pacts/2026-0001").text
    assert client.get("/pacts/2026-0001.json").json["owner_consent"]["awaited"] is False


@pytest.mark.article("14(2)")
def test_2_it_lasts_for_a_predefined_time(arcade: Table) -> None:
    days = {"starts_on": "2026-05-01", "withdrawal_notice_days": 30}
    assert "lies before the first day" in arcade.post("terms", ends_on="2026-04-30", **days).text
    assert arcade.post("terms", ends_on="2026-05-01", **days).status_code == 302
    assert arcade.text.ends_on == date(2026, 5, 1)


@pytest.mark.article("14(3)")
def test_3_nothing_against_public_use_or_private_ownership(arcade: Table) -> None:
    assert "stays open to everyone" in arcade.freezing_page()
    arcade.state("use", aim="open", kept_open="y")
    assert "stays open to everyone" not in arcade.freezing_page()
    assert "its owner" in arcade.conditions_page()


@pytest.mark.article("14(4)")
@pytest.mark.parametrize(("part", "reached"), [(41, True), (40, False)])
def test_4_the_share_is_counted_as_for_public_spaces(
    arcade: Table, part: int, *, reached: bool
) -> None:
    arcade.state("representation", **arcade.shops(part, 62, gathered_as="consortium"))
    assert ("The share reaches 66 %" in arcade.conditions_page()) is reached
    assert arcade.freeze().status_code == 302
