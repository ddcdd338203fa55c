"""Art. 25: self-financing, in the open; the City adds in proportion."""

from decimal import Decimal

import pytest
from flask.testing import FlaskClient

from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.supporting.granted import granted_to, matched
from tests.pacts.life.scene import Scene
from tests.supports.giving import NUMBER, agree


@pytest.mark.article("25(1)")
def test_1_what_was_raised_and_spent_is_public(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "fundraising", purpose="A bench in the shade")
    scene.takes(
        scene.cast.lead, "funds-raised", on="2026-04-15", what="Spring feast", amount="80.10"
    )
    scene.takes(scene.cast.desk, "funds-spent", on="2026-04-15", what="Wood", amount="30.05")
    page = client.get(f"/pacts/{NUMBER}").text
    for told in ("Spring feast", "€80.10", "Wood", "€30.05", "A bench in the shade"):
        assert told in page
    assert "Spring feast" in client.get("/data/funds.csv").text
    assert [i["amount"] for i in client.get("/api/v1/funds").json["items"]] == ["80.10", "30.05"]


@pytest.mark.article("25(1)", "34(1)")
@pytest.mark.parametrize(
    ("spent", "warnings"), [("80.10", []), ("80.11", ["spent_what_was_raised"])]
)
def test_1_spending_more_than_was_raised_warns(
    scene: Scene, spent: str, warnings: list[str]
) -> None:
    agree(scene, "fundraising")
    scene.takes(scene.cast.lead, "funds-raised", on="2026-04-15", what="Feast", amount="80.10")
    scene.takes(scene.cast.lead, "funds-spent", on="2026-04-15", what="Wood", amount=spent)
    assert scene.last().warnings == warnings


@pytest.mark.article("25(1)", "34(1)")
def test_1_funds_of_a_pact_that_does_not_provide_for_them_warn(scene: Scene) -> None:
    scene.takes(scene.cast.lead, "funds-raised", on="2026-04-15", what="Feast", amount="1")
    assert scene.last().warnings == ["fundraising_agreed"]


@pytest.mark.article("25(1)")
def test_1_who_is_not_of_the_pact_records_nothing(scene: Scene) -> None:
    form = {"on": "2026-04-15", "what": "Feast", "amount": "1"}
    answer = scene.post(scene.cast.stranger, "funds-raised", **form)
    assert answer.status_code in {403, 404}


@pytest.mark.article("25(2)")
def test_2_donors_are_made_visible_as_agreed(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "fundraising", donors="A plate with the logos of the shops")
    assert "A plate with the logos of the shops" in client.get(f"/pacts/{NUMBER}").text


@pytest.mark.article("25(3)")
@pytest.mark.parametrize(
    ("raised", "due"),
    [("399.98", "199.99"), ("400.00", "200.00"), ("400.02", "200.00"), ("0.01", "0.01")],
)
def test_3_the_city_adds_in_proportion_up_to_the_ceiling(
    scene: Scene, raised: str, due: str
) -> None:
    agree(scene, "matching", ceiling="200.00", per_euro="0.50")
    pact = scene.pact
    found = matched(signed_version(pact), Decimal(raised))
    assert found is not None
    assert found.due == Decimal(due)


@pytest.mark.article("25(3)")
def test_3_the_page_reckons_it_line_by_line(scene: Scene, client: FlaskClient) -> None:
    agree(scene, "matching", ceiling="200.00", per_euro="2.00")
    scene.takes(scene.cast.lead, "funds-raised", on="2026-04-15", what="Feast", amount="100.01")
    assert granted_to(scene.pact).matched is not None
    page = client.get(f"/pacts/{NUMBER}").text
    assert "The City adds €2.00 for each euro: €200.02" in page
    assert "Above the ceiling of €200.00: only the ceiling counts." in page
    assert "Due from the City: €200.00" in page
