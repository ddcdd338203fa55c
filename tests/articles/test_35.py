"""Art. 35: one year of trial, followed by everyone."""

import pytest
from flask.testing import FlaskClient

from tests.packs.conftest import walk
from tests.packs.walk import Walk

__all__ = ["walk"]


@pytest.mark.article("35(1)")
def test_35_1_the_trial_lasts_one_year_and_is_a_number_of_the_pack(
    walk: Walk, client: FlaskClient
) -> None:
    trial = walk.settings.packs["bologna-2014"].terms["trial"]
    assert (trial.value, trial.unit, trial.source) == (1, "years", "statute")
    assert "trial period: 1 year (set by the text)" in client.get("/regulation/35").text


@pytest.mark.article("35(2)")
def test_35_2_anyone_can_see_how_the_regulation_is_applied(walk: Walk, client: FlaskClient) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    told = client.get(f"/proposals/{number}.json").get_json()["history"]
    assert [step["step"] for step in told] == ["submit", "open_inquiry"]
    assert all(step["cites"] and step["occurred_on"] for step in told)
