"""Art. 20: fees and taxes, and when collecting money is no trade."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.pacts.life.scene import Scene
from tests.supports.giving import agree


def raise_funds(scene: Scene, day: str, amount: str = "10") -> list[str]:
    form = {"on": day, "what": "Spring feast: seedlings", "amount": amount}
    scene.takes(scene.cast.lead, "funds-raised", **form)
    return scene.last().warnings


@pytest.mark.article("20(1)", "20(3)", "20(4)", "3(1)b")
@pytest.mark.parametrize(
    ("basis", "told"),
    [
        ("soil", "occupation of public soil"),
        ("minor_taxes", "minor local taxes"),
        ("added", "another one, by an act of the City"),
    ],
)
def test_1_3_4_exemptions_granted_are_public(
    scene: Scene, client: FlaskClient, basis: str, told: str
) -> None:
    agree(scene, "exemption", basis=basis, act="C.C. 9/2026", estimate="120.50")
    page = client.get("/supports/?kind=exemption").text
    assert told in page
    assert "€120.50" in page
    assert "2026-0001" in page
    assert "120.50" in client.get("/data/supports.csv").text
    record = client.get("/api/v1/supports").json["items"][0]
    assert (record["pact"], record["worth"]) == ("2026-0001", "120.50")
    assert client.get("/supports/?kind=money").text.count("2026-0001") == 0


@pytest.mark.article("20(2)", "34(1)")
def test_2_occasions_beyond_now_and_then_warn(scene: Scene) -> None:
    agree(scene, "fundraising", occasional=True, tied=True, modest=True)
    scene.clock.go(date(2027, 1, 2))
    for month in ("05", "06", "07", "08"):  # the city's settings say four
        assert raise_funds(scene, f"2026-{month}-01") == []
    assert raise_funds(scene, "2026-09-01") == ["still_occasional"]
    assert raise_funds(scene, "2027-01-01") == []  # another year


@pytest.mark.article("20(2)")
def test_2_what_lies_ahead_is_not_recorded(scene: Scene) -> None:
    agree(scene, "fundraising")
    form = {"on": "2026-04-16", "what": "Feast", "amount": "10"}
    answer = scene.post(scene.cast.lead, "funds-raised", **form)
    assert answer.status_code == 422
    assert "That day lies in the future." in answer.text
