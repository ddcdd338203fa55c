"""Art. 6: how strong the care is, what it is for, how a place is regenerated."""

import pytest

from pactregistry.config import settings
from pactregistry.workflow.states import Intensity
from tests.scenarios.table import Table


@pytest.mark.article("6(1)")
@pytest.mark.usefixtures("app")
def test_1_there_are_four_levels_of_care() -> None:
    levels = [choice.key for choice in settings().pack.intensities]
    assert levels == ["occasional", "continuous", "shared_management", "regeneration"]


@pytest.mark.article("6(2)")
@pytest.mark.parametrize(
    ("aim", "told"),
    [
        ("integrate", "to add to the upkeep that the City guarantees"),
        ("open", "a place that the upkeep plans do not cover"),
    ],
)
def test_2_the_pact_says_what_the_care_is_for(table: Table, aim: str, told: str) -> None:
    page = table.enter(table.cast.desk).get("/pacts/2026-0001/codesign/conditions/use").text
    assert "It never takes the place of what the City must do anyway." in page
    table.state("use", aim=aim, kept_open="y")
    assert told in table.conditions_page()


@pytest.mark.article("6(3)")
@pytest.mark.parametrize("mode", ["technical", "financial", "both"])
def test_3_regeneration_is_by_works_by_money_or_by_both(table: Table, mode: str) -> None:
    table.is_now(intensity=Intensity.REGENERATION)
    table.state("regeneration", mode=mode, executor="citizens")
    assert table.text.conditions["regeneration"]["mode"] == mode
    assert table.post("conditions/regeneration", executor="citizens").status_code == 200  # unsaid
